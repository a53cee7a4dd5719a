import type { LocalStep, VisitStep } from "../../flow/define-flow.ts";
import { PRINT } from "../cast.ts";
import { READS_BY_ITSELF, servedCall } from "./api-call.ts";
import { GAVE_UP, photosPage, problemPage } from "./client-pages.ts";

/** What a single-page client does whatever its grant. */
export const pageSteps = {
  click: {
    kind: "visit",
    title: "Alice opens Print",
    from: "browser",
    to: "host",
    channel: "front",
    stage: "ask",
    spec: "RFC 6749 §2.1",
    why: "Print’s site sends the same files to everybody. What runs in Alice’s browser is the client, and anyone can read it: there is no place for a secret.",
    chapter: "click",
    userDoes: "opens Print",
    button: "open print.example",
    begin: { by: "opening", url: () => `${PRINT}/` },
    classify: (answer) => (answer.response?.status === 200 ? "page" : ""),
    outcomes: { page: { label: "200 page and script", next: "prepare" } },
  } satisfies VisitStep<"prepare", never, "browser" | "host">,
  api: servedCall(
    {
      title: "The script calls the API with the access token",
      why: `${READS_BY_ITSELF} Because the page asks, the browser asks the API first (CORS).`,
      from: "page",
      channel: "direct",
      chapter: "use",
    },
    "show",
  ),
  show: {
    kind: "local",
    title: "The script shows the photos",
    from: "page",
    to: "page",
    channel: "local",
    stage: "use",
    spec: "RFC 6749 §1.2",
    why: "Print has Alice’s photos and never had the password. But the token is in the page now, within reach of every script that runs there.",
    chapter: "use",
    button: "show the photos",
    run: async (read) => ({ outcome: "shown", page: photosPage(read("photos")) }),
    outcomes: { shown: { label: "shown", next: "done" } },
  } satisfies LocalStep<never, "photos", "page">,
  reject: {
    kind: "local",
    title: "The script says why it goes no further",
    from: "page",
    to: "page",
    channel: "local",
    stage: "answer",
    spec: "RFC 6749 §4.1.2.1",
    why: "The client stops here and says so. To try again it has to begin anew.",
    chapter: "code",
    button: "show an error page",
    run: async (read) => ({
      outcome: "shown",
      page: problemPage(read.maybe("problem") ?? GAVE_UP),
    }),
    outcomes: { shown: { label: "shown", next: "stop" } },
  } satisfies LocalStep<never, "problem", "page">,
};
