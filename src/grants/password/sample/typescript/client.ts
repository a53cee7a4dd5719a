import { createInterface } from "node:readline/promises";
import * as oauth from "oauth4webapi";
import { clientId, clientSecret, issuer, photosUrl, scope } from "./config.ts";

// How applications used the password grant (RFC 6749 §4.3). Do not begin like this today.

const client: oauth.Client = { client_id: clientId };
const auth = oauth.ClientSecretBasic(clientSecret);

// OAuth is spoken over TLS. Plain http is for an authorization server on this very machine.
const options = { [oauth.allowInsecureRequests]: issuer.hostname === "127.0.0.1" };

const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: "oauth2" });
const server = await oauth.processDiscoveryResponse(issuer, response);
if (server.grant_types_supported?.includes("password") !== true) {
  throw new Error(`${issuer.href} takes no passwords from applications. Use a code and PKCE.`);
}

// #region type
// This is the mistake: the user's password, in a program that is not the authorization server's.
const terminal = createInterface({ input: process.stdin });
const lines = terminal[Symbol.asyncIterator]();
const ask = async (what: string): Promise<string> => {
  console.log(`${what} at ${issuer.host}:`);
  return String((await lines.next()).value);
};
const username = await ask("Name");
const password = await ask("Password");
terminal.close();
// #endregion

// #region token
const tokens = await oauth.processGenericTokenEndpointResponse(
  server,
  client,
  await oauth.genericTokenEndpointRequest(
    server,
    client,
    auth,
    "password",
    { username, password, scope },
    options,
  ),
);
// #endregion

// #region api
// The password is not needed any more and must be forgotten. Nobody can see whether it is.
const photos = await fetch(photosUrl, {
  headers: { Authorization: `Bearer ${tokens.access_token}`, Accept: "application/json" },
});
console.log(await photos.text());
// #endregion
