import type { Form } from "../../../authorization-server/body.ts";
import { type PageRefusal, refusePage } from "../../../authorization-server/page-refusal.ts";
import type { ServerContext } from "../../../authorization-server/ports.ts";
import type { BrowserSession } from "../../../authorization-server/sessions.ts";
import type { Check } from "../../../oauth/checks.ts";
import { countGuess } from "./guesses.ts";
import { type Waiting, waits } from "./records.ts";

/** What is known of a request to the page where user codes are typed; the parameters are those of the query, or of the form. */
export interface PageFacts extends Form {
  readonly server: ServerContext;
  readonly browser: BrowserSession | undefined;
  /** The device that shows the code. */
  readonly device: Waiting | undefined;
}

/** Refusals that are shown above the form, so that the user can try again. */
export interface FormRefusal {
  readonly to: "form";
  readonly reason: "missing" | "too_many" | "unknown" | "not_waiting";
}

export type Refusal = PageRefusal | FormRefusal;

const refuseForm = (reason: FormRefusal["reason"]): FormRefusal => ({ to: "form", reason });

/** What every request to the page has to pass. */
export const pageChecks: readonly Check<PageFacts, Refusal>[] = [
  {
    id: "device.well-formed",
    title: "The request is well-formed",
    spec: "RFC 6749 Appendix B",
    why: "What cannot be read without guessing could be read differently by two parties.",
    refuse({ parameters: { malformed, repeated, unprintable }, problem }) {
      if (problem === "too_large") return refusePage("too_large");
      return problem !== undefined || malformed || repeated.length + unprintable.length > 0
        ? refusePage("malformed")
        : undefined;
    },
  },
];

/** What a user code that was typed has to pass besides. */
export const formChecks: readonly Check<PageFacts, Refusal>[] = [
  ...pageChecks,
  {
    id: "device.browser",
    title: "The form comes from this server’s own page",
    spec: "RFC 6749 §10.12",
    why: "Browsers bring no cookie of ours with a form of another site, so that nobody types a code in the user’s name.",
    refuse: ({ browser }) => (browser === undefined ? refusePage("other_browser") : undefined),
  },
  {
    id: "device.code-present",
    title: "A code was typed",
    spec: "RFC 8628 §3.3",
    why: "Without it nobody knows which device is meant.",
    refuse: ({ parameters }) =>
      parameters.get("user_code") === undefined ? refuseForm("missing") : undefined,
  },
  {
    id: "device.attempts",
    title: "Not too many wrong codes were typed",
    spec: "RFC 8628 §5.1",
    why: "A short code can be guessed by whoever may guess often. This server cannot tell people from machines, so five wrong codes a minute are all that everybody has together.",
    refuse: async ({ server, device }) =>
      (await countGuess(server, device !== undefined)) ? undefined : refuseForm("too_many"),
  },
  {
    id: "device.code-known",
    title: "A device shows this code",
    spec: "RFC 8628 §3.3",
    why: "The code is all that says which device the user has before her.",
    refuse: ({ device }) => (device === undefined ? refuseForm("unknown") : undefined),
  },
  {
    id: "device.code-waits",
    title: "The device still waits",
    spec: "RFC 8628 §5.4",
    why: "A code lives for minutes and is answered once, so that one sent around in a mail is seldom any good.",
    refuse: ({ device, server }) =>
      device !== undefined && waits(device.record, server.now())
        ? undefined
        : refuseForm("not_waiting"),
  },
];
