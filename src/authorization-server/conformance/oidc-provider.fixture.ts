import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { errors, Provider } from "oidc-provider";
import { grantClients } from "../../grants/servers.ts";
import { attackersClient } from "../../world/defaults.ts";
import type { Client } from "../ports.ts";
import { API, CALLBACK } from "../testing.ts";
import { type RefusingServer, saidBy, saidTo } from "./refusing-server.fixture.ts";

/** `oidc-provider`, set up like this server: the same clients, exact redirect URIs, PKCE from whom it is asked, in memory. */
export async function oidcProvider(): Promise<RefusingServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const origin = originOf(server);
  const provider = new Provider(origin, configuration());
  const listener = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) return listener(request, response);
    agree(provider, request, response).catch((error: unknown) => response.destroy(asError(error)));
  });
  return {
    authorize: async (parameters) => saidTo(await follow(origin, parameters)),
    async code(parameters) {
      const back = await follow(origin, parameters);
      return back?.searchParams.get("code") ?? "";
    },
    async token(fields, basic) {
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
    clients: [...grantClients, attackersClient]
      .filter(({ responseTypes }) => responseTypes.includes("code"))
      .map(metadataOf),
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
  grantClients.filter(({ requirePkce }) => requirePkce).map(({ clientId }) => clientId),
);

/** It knows no implicit grant without OpenID Connect, so the clients are those that ask for codes. */
function metadataOf({ clientId, secret, authMethod }: Client): object {
  return {
    client_id: clientId,
    ...(secret === undefined ? {} : { client_secret: secret }),
    token_endpoint_auth_method: authMethod,
    redirect_uris: [
      clientId === attackersClient.clientId ? attackersClient.redirectUris[0] : CALLBACK,
    ],
    grant_types: ["authorization_code"],
    response_types: ["code"],
  };
}

/** Alice signs in and allows what is asked, without a page. */
async function agree(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    return provider.interactionFinished(request, response, { login: { accountId: "alice" } });
  }
  const grant = new provider.Grant({ accountId: "alice", clientId: params.client_id });
  grant.addResourceScope(API, params.scope ?? "");
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
): Promise<URL | undefined> {
  const cookies = new Map<string, string>();
  let url = new URL(`${origin}/auth?${new URLSearchParams(parameters)}`);
  while (url.origin === origin) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { headers: { Cookie: cookie }, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("Location");
    if (location === null) return undefined;
    url = new URL(location, url);
  }
  return url;
}
