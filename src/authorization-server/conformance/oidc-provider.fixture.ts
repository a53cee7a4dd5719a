import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { errors, Provider } from "oidc-provider";
import type { Client } from "../ports.ts";
import { API } from "../testing.ts";
import { asksForCodes, registeredClients } from "./judged-clients.fixture.ts";
import {
  answerIn,
  type Parameters,
  type RefusingServer,
  saidBy,
  saidTo,
} from "./refusing-server.fixture.ts";

/**
 * `oidc-provider`, set up like this server: the same clients, exact redirect URIs, PKCE from whom it is
 * asked, in memory. `reason` is what it noted for itself about the last refusal.
 */
export async function oidcProvider(): Promise<RefusingServer & { reason(): string }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const origin = originOf(server);
  const provider = new Provider(origin, configuration());
  const listener = provider.callback();
  let reason = "";
  const note = (_: unknown, error: errors.OIDCProviderError) => {
    reason = error.error_detail ?? error.error_description ?? "";
  };
  for (const event of ["authorization.error", "grant.error"]) provider.on(event, note);
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) return listener(request, response);
    agree(provider, request, response).catch((error: unknown) => response.destroy(asError(error)));
  });
  return {
    reason: () => reason,
    async authorize(parameters) {
      reason = "";
      return saidTo(await follow(origin, inItsWords(parameters)));
    },
    async again(first, second) {
      const cookies = new Map<string, string>();
      await follow(origin, inItsWords(first), cookies);
      reason = "";
      return saidTo(await follow(origin, inItsWords(second), cookies));
    },
    async answer(parameters) {
      const back = await follow(origin, inItsWords(parameters));
      return back === undefined ? new URLSearchParams() : answerIn(back);
    },
    async token(fields, basic) {
      reason = "";
      const headers =
        basic === undefined ? {} : { Authorization: `Basic ${btoa(basic.join(":"))}` };
      const body = new URLSearchParams(fields);
      return saidBy(await fetch(`${origin}/token`, { method: "POST", headers, body }));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("There is no port.");
  return `http://127.0.0.1:${address.port}`;
}

function configuration(): object {
  return {
    clients: registeredClients.map(metadataOf),
    responseTypes: ["code", TOKEN],
    cookies: { keys: ["judge"] },
    pkce: { required: (_: unknown, { clientId }: { clientId: string }) => needsPkce.has(clientId) },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API,
        useGrantedResource: () => true,
        getResourceServerInfo: (_: unknown, resource: string) => {
          if (resource !== API) throw new errors.InvalidTarget();
          return { scope: "photos.read photos.write", audience: API };
        },
      },
    },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
  };
}

const needsPkce = new Set(
  registeredClients.filter(({ requirePkce }) => requirePkce).map(({ clientId }) => clientId),
);

/** It gives tokens from the authorization endpoint only together with an ID token (OpenID Connect Core §3.2). */
const TOKEN = "id_token token";

function inItsWords(parameters: Parameters): Parameters {
  const { response_type: type, scope = "" } = parameters;
  if (type !== "token") return parameters;
  return { ...parameters, response_type: TOKEN, scope: `openid ${scope}`, nonce: "n1" };
}

/** `native` lets a client have redirect URIs of every kind, as ours have (RFC 8252 §7). */
function metadataOf(client: Client): object {
  const { clientId, secret, authMethod, redirectUris, responseTypes } = client;
  const forTokens = responseTypes.includes("token");
  return {
    client_id: clientId,
    application_type: "native",
    ...(secret === undefined ? {} : { client_secret: secret }),
    token_endpoint_auth_method: authMethod,
    redirect_uris: redirectUris,
    grant_types: [
      ...(asksForCodes(client) ? ["authorization_code"] : []),
      ...(forTokens ? ["implicit"] : []),
    ],
    response_types: [...(asksForCodes(client) ? ["code"] : []), ...(forTokens ? [TOKEN] : [])],
  };
}

/** Alice signs in and allows what is asked, without a page. */
async function agree(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    return provider.interactionFinished(request, response, { login: { accountId: "alice" } });
  }
  const grant = new provider.Grant({ accountId: "alice", clientId: params.client_id });
  const scopes = (params.scope ?? "").split(" ");
  grant.addOIDCScope(scopes.filter((scope) => scope === "openid").join(" "));
  grant.addResourceScope(API, scopes.filter((scope) => scope !== "openid").join(" "));
  const grantId = await grant.save();
  return provider.interactionFinished(request, response, { consent: { grantId } });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Where an authorization request leads to in the end; nothing when that is a page. */
async function follow(
  origin: string,
  parameters: Readonly<Record<string, string>>,
  cookies = new Map<string, string>(),
): Promise<URL | undefined> {
  let url = new URL(`${origin}/auth?${new URLSearchParams(parameters)}`);
  while (url.origin === origin) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { headers: { Cookie: cookie }, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("Location");
    if (response.status >= 500) throw new Error(`${url.href} broke: ${response.status}`);
    if (location === null) return undefined;
    url = new URL(location, url);
  }
  return url;
}
