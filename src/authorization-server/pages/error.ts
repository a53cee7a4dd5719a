import { html } from "hono/html";
import type { CheckResult } from "../../oauth/checks.ts";
import type { PageRefusal } from "../page-refusal.ts";
import { page } from "./page.ts";

/** What the user is told: what happened, which check, what to do next. */
export function errorPage(
  refusal: PageRefusal,
  results: readonly CheckResult[],
): Promise<Response> {
  const { status, title, what, next } = explain(refusal);
  const check = results.find(({ outcome }) => outcome === "failed")?.id;
  return page(
    status,
    title,
    html`<p class="bad" role="alert">${what}</p><p>${next}</p><p class="quiet">${check === undefined ? "" : html`Refused by the check <code>${check}</code>. `}You were not sent anywhere.</p>`,
  );
}

interface Explained {
  readonly status: 400 | 413;
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

const BACK = "Go back to the application you came from and begin again.";

/** Everything a page may have to say. */
function explain(refusal: PageRefusal): Explained {
  switch (refusal.reason) {
    case "malformed":
      return explained(
        "This request cannot be read",
        "A part of it is broken, repeated, or holds characters that do not belong in it.",
        "If you wrote the address by hand, check its percent-encoding.",
      );
    case "too_large":
      return {
        ...explained("This request is too large", "No form of this server is that long.", BACK),
        status: 413,
      };
    case "client_unknown":
      return explained(
        "This application is not known here",
        "The address names no application that is registered with this server.",
        "If it is your application, register it, or check its client_id.",
      );
    case "redirect_uri_unregistered":
      return explained(
        "This answer has nowhere to go",
        "The application asks for the answer at an address it has not registered. Sending it there could give it to somebody else.",
        "If it is your application, register exactly that redirect_uri.",
      );
    case "interaction_unknown":
      return explained(
        "There is nothing to sign in for",
        "This address belongs to no sign-in that is under way; it may have expired, or be done already.",
        BACK,
      );
    case "other_browser":
      return explained(
        "This sign-in began in another browser",
        "Somebody may have sent you this address. Only the browser that began can go on.",
        BACK,
      );
    case "not_signed_in":
      return explained(
        "Nobody is signed in",
        "Consent can only come from a person who has signed in.",
        BACK,
      );
    case "another_user":
      return explained(
        "Somebody else is signed in",
        "The application asked about another user than the one who signed in here, and gets no answer about you.",
        "Go back to the application you came from, begin again, and sign in as the user it knows.",
      );
    case "nobody_waits":
      return explained(
        "Nobody waits for this answer",
        "The device that asked has stopped waiting, or it was answered already.",
        "Ask the device for a new code.",
      );
    case "decision_unclear":
      return explained(
        "Neither yes nor no",
        "The form said neither allow nor deny.",
        "Go back one page and choose.",
      );
  }
}

function explained(title: string, what: string, next: string): Explained {
  return { status: 400, title, what, next };
}
