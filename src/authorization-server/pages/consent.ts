import { html } from "hono/html";
import { type Html, page } from "./page.ts";

/** The application that asks, as its user sees it. */
export interface Applicant {
  readonly name: string;
  /** Where the answer will go; the one thing about the application that is verified. Absent when no browser takes it there. */
  readonly recipient?: string;
  /** Whether the operator set it up; else it registered itself. */
  readonly trusted: boolean;
}

const IN_WORDS: Readonly<Record<string, string>> = {
  "photos.read": "see your photos",
  "photos.write": "add photos to your collection",
  openid: "know that you are the one who signed in, by an identifier of yours",
  profile: "know your name",
  email: "know your e-mail address",
  offline_access: "keep this access when you are away",
};

/** The consent page: who asks, for what, and where the answer goes; `note` is what there is to know besides. */
export function consentPage(
  applicant: Applicant,
  personName: string,
  scopes: readonly string[],
  note?: Html,
): Promise<Response> {
  return page(
    200,
    `Allow ${applicant.name}?`,
    html`<p>You are signed in as ${personName}. ${named(applicant)} would be able to:</p><ul>${scopes.map(
      (scope) =>
        html`<li>${Object.hasOwn(IN_WORDS, scope) ? IN_WORDS[scope] : scope} <code>${scope}</code></li>`,
    )}</ul>${note ?? ""}${warning(applicant)}<form method="post"><p class="choices"><button type="submit" name="decision" value="allow">Allow</button><button type="submit" class="other" name="decision" value="deny">Deny</button></p></form>`,
  );
}

/** What the user sees before an error goes to an address nobody has checked (RFC 9700 §4.11.2). */
export function returnPage(applicant: Applicant, problem: string): Promise<Response> {
  return page(
    200,
    `${applicant.name} made a mistake`,
    html`<p>${named(applicant)} asked for something in a way this server does not accept: ${problem}. Nothing was allowed.</p>${warning(applicant)}<form method="post"><button type="submit" class="other" name="decision" value="return">Return to ${applicant.recipient ?? applicant.name}</button></form>`,
  );
}

/** What the user sees once her answer has gone where no browser could take it. */
export function afterwardsPage(allowed: boolean, onward: string): Promise<Response> {
  return page(200, allowed ? "Allowed" : "Denied", html`<p>${onward}</p>`);
}

function named({ name, recipient }: Applicant) {
  const where = recipient === undefined ? "" : html` (<code>${recipient}</code>)`;
  return html`<bdi>${name}</bdi>${where}`;
}

function warning({ trusted, recipient }: Applicant) {
  return trusted
    ? ""
    : html`<p class="quiet">This application registered itself, so nobody has checked its name.${
        recipient === undefined ? "" : html` Go on only if you know <code>${recipient}</code>.`
      }</p>`;
}
