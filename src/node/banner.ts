import type { Client, Person } from "../authorization-server/ports.ts";

/** What someone needs to point an OAuth client at the server, as lines of text. */
export function banner(
  issuer: string,
  people: readonly Person[],
  clients: readonly Client[],
): string {
  const registration = `{"client_name":"My client","redirect_uris":["http://127.0.0.1/callback"]}`;
  return [
    `Issuer     ${issuer}`,
    `Metadata   ${issuer}/.well-known/oauth-authorization-server`,
    `Photo API  ${issuer}/photos   scopes: photos.read photos.write`,
    `           ${issuer}/print-jobs   scope: jobs.read, of a client itself`,
    "",
    "People",
    ...people.map(({ username, password }) => `  ${username} / ${password}`),
    "",
    "Clients",
    ...clients.flatMap(linesOf),
    "",
    "Register another",
    `  curl -s ${issuer}/register -H 'Content-Type: application/json' -d '${registration}'`,
    "",
    "Call the API with an access token",
    `  curl -s ${issuer}/photos -H "Authorization: Bearer $TOKEN"`,
    "",
    "Everything is kept in memory. Ctrl+C stops the server.",
  ].join("\n");
}

function linesOf({
  clientId,
  secret,
  authMethod,
  requirePkce,
  redirectUris,
  grantTypes,
  responseTypes,
}: Client): string[] {
  const uses =
    responseTypes.length > 0
      ? [...(requirePkce ? ["PKCE required"] : []), `response type ${responseTypes.join(" ")}`]
      : grantTypes.filter((type) => type !== "refresh_token").map((type) => `grant type ${type}`);

  const how = [authMethod, ...uses].join(", ");
  return [
    `  ${clientId}   ${secret === undefined ? "no secret" : `secret: ${secret}`}   (${how})`,
    ...redirectUris.map((uri) => `    redirect URI: ${uri}${isLoopback(uri) ? " (any port)" : ""}`),
  ];
}

/** RFC 8252 §7.3. */
function isLoopback(uri: string): boolean {
  const { protocol, hostname } = new URL(uri);
  return protocol === "http:" && ["127.0.0.1", "[::1]"].includes(hostname);
}
