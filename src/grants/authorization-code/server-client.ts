import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { ALICE } from "../cast.ts";
import { parties, places } from "../steps/parties.ts";
import { chapters, pkceValues, secretValue, values } from "../steps/values.ts";
import { type ServerSteps, serverSteps } from "./server-steps.ts";

export interface ServerClient extends ServerSteps {
  readonly secret: string;
  readonly summary: string;
}

/** The grant as a web application with a server of its own walks it (RFC 6749 §4.1). */
export function serverClientFlow({ auth, secret, pkce, summary }: ServerClient): Flow {
  return defineFlow({
    id: "authorization-code",
    title: "Authorization code",
    summary,
    sandbox: { clientSite: "server" },
    parties: {
      user: parties.user,
      browser: parties.browser,
      client: parties.client,
      as: parties.as,
      api: parties.api,
    },
    places: [places.user, places.page, places.address, places.client, places.as, places.api],
    values: {
      ...values,
      client_secret: secretValue,
      verifier: { ...pkceValues.verifier, tracked: pkce },
      challenge: { ...pkceValues.challenge, tracked: pkce },
    },
    chapters,
    given: { username: ALICE.username, password: ALICE.password, client_secret: secret },
    start: "click",
    steps: serverSteps({ auth, pkce }),
  });
}
