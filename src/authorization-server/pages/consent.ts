import { html } from "hono/html";
import { page } from "./page.ts";

export interface Consent {
  readonly clientName: string;
  /** Where the answer will go; the one thing about the client that is verified. */
  readonly redirectHost: string;
  readonly personName: string;
  readonly scopes: readonly string[];
}

const IN_WORDS: Readonly<Record<string, string>> = {
  "photos.read": "see your photos",
  "photos.write": "add photos to your collection",
};

/** The consent page: who asks, for what, and where the answer goes. */
export function consentPage({
  clientName,
  redirectHost,
  personName,
  scopes,
}: Consent): Promise<Response> {
  return page(
    200,
    `Allow ${clientName}?`,
    html`<p>You are signed in as ${personName}. ${clientName} (<code>${redirectHost}</code>) would be able to:</p><ul>${scopes.map(
      (scope) =>
        html`<li>${Object.hasOwn(IN_WORDS, scope) ? IN_WORDS[scope] : scope} <code>${scope}</code></li>`,
    )}</ul><form method="post"><p class="choices"><button type="submit" name="decision" value="allow">Allow</button><button type="submit" class="other" name="decision" value="deny">Deny</button></p></form>`,
  );
}
