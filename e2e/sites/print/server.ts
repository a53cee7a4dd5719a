import type { SandboxSettings } from "../../../src/flow/transport.ts";
import { CLASSIC_CLIENT, OPENID_CLIENT, SCOPE, SERVER_CLIENT } from "../../../src/grants/cast.ts";
import { GAVE_UP, HTTP_ONLY } from "../../../src/grants/steps/client-pages.ts";
import { type ClientAuth, tokenRequest } from "../../../src/grants/steps/tokens.ts";
import { jsonObject } from "../../../src/oauth/json.ts";
import { randomToken } from "../../../src/oauth/random.ts";
import { withQuery } from "../../../src/oauth/wire.ts";
import type { Origins } from "../addresses.ts";
import { send } from "../listen.ts";
import { takeAnswer } from "./answer.ts";
import { refusedSignIn } from "./openid.ts";
import { challengeFor, titlesIn } from "./requests.ts";
import { policies } from "./static.ts";
import { callbackOf, printPage, type PrintSetup } from "./setup.ts";

/** What Print's server keeps of a browser, by the value of its cookie. */
interface Session {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly token?: string;
}

const NO_SESSION: Session = { state: "", verifier: "", nonce: "" };

const AUTHS: readonly { readonly auth: ClientAuth; readonly secret: string }[] = [
  { auth: { method: "client_secret_post", id: CLASSIC_CLIENT.id }, secret: CLASSIC_CLIENT.secret },
  { auth: { method: "client_secret_basic", id: SERVER_CLIENT.id }, secret: SERVER_CLIENT.secret },
  { auth: { method: "client_secret_basic", id: OPENID_CLIENT.id }, secret: OPENID_CLIENT.secret },
];

/** Print as a web application with a server: `/login`, `/callback`, `/photos`, and a session cookie. */
export function serverPrint(print: PrintSetup, settings: SandboxSettings, origins: Origins) {
  const { client, embeds = "", challengeMethod = "S256", api = origins.api } = print;
  const sessions = new Map<string, Session>();
  const without = new Set(settings.without);
  const callback = callbackOf(origins);
  const known = AUTHS.find(({ auth }) => auth.id === client.id);
  if (known === undefined) throw new RangeError(`${client.id} has no secret.`);
  const { auth, secret } = known;

  /** RFC 6749 §4.1.1, RFC 7636 §4.3. */
  async function login(): Promise<Response> {
    const id = randomToken();
    const session = { state: randomToken(), verifier: randomToken(), nonce: randomToken() };
    sessions.set(id, session);
    const url = withQuery(`${origins.auth}/authorize`, {
      response_type: "code",
      client_id: client.id,
      redirect_uri: callback,
      ...(client.openId ? { scope: `openid ${SCOPE}`, nonce: session.nonce } : { scope: SCOPE }),
      state: session.state,
      ...(client.pkce ? await challengeFor(session.verifier, challengeMethod) : {}),
    });
    return redirect(url, cookieOf(id));
  }

  async function answered(request: Request): Promise<Response> {
    const { searchParams: parameters } = new URL(request.url);
    const shown = sessionIdOf(request) ?? "";
    const session = sessions.get(shown) ?? NO_SESSION;
    const answer = {
      kind: client.answer,
      parameters,
      state: session.state,
      issuer: origins.auth,
      session: { kept: session === NO_SESSION ? "none" : shown, shown },
    };
    const taken = await takeAnswer(answer, without);
    if (!("credential" in taken)) return html(400, "problem", taken.problem, taken.refusedBy);
    const { token, idToken } = await redeemed(taken.credential, session.verifier);
    if (token === undefined) return html(400, "problem", GAVE_UP);
    const refused = client.openId ? await notSignedIn(token, idToken, session.nonce) : undefined;
    if (refused !== undefined) return html(400, "problem", refused.problem, refused.refusedBy);
    const id = randomToken();
    sessions.delete(shown);
    sessions.set(id, { ...NO_SESSION, token });
    return redirect(`${origins.print}/photos`, cookieOf(id));
  }

  async function redeemed(code: string, verifier: string): Promise<Tokens> {
    const fields = {
      grant_type: "authorization_code",
      code,
      redirect_uri: callback,
      ...(client.pkce ? { code_verifier: verifier } : {}),
    };
    const request = tokenRequest(auth, () => secret, fields);
    const { body } = await send({ ...request, url: `${origins.auth}/token` });
    const answer = jsonObject(body) ?? {};
    return { token: textIn(answer["access_token"]), idToken: textIn(answer["id_token"]) };
  }

  function notSignedIn(accessToken: string, idToken: string | undefined, nonce: string) {
    const clientId = client.id;
    return refusedSignIn({ auth: origins.auth, clientId, nonce, accessToken, idToken }, without);
  }

  async function photos(request: Request): Promise<Response> {
    const token = sessions.get(sessionIdOf(request) ?? "")?.token;
    if (token === undefined) return html(401, "problem", "You are not signed in.");
    const headers = [["Authorization", `Bearer ${token}`]] as const;
    const { body } = await send({ method: "GET", url: `${api}/photos`, headers });
    return html(
      200,
      "photos",
      titlesIn(body)
        .map((title) => `<p>${title}</p>`)
        .join(""),
    );
  }

  function html(status: number, state: string, body: string, refusedBy = ""): Response {
    const page = printPage(state, embeds, body).replace(
      "<main ",
      `<main data-refused-by="${refusedBy}" `,
    );
    const headers = { "Content-Type": "text/html; charset=utf-8", ...policies(settings, origins) };
    return new Response(page, { status, headers });
  }

  const cookieOf = (id: string) =>
    `session=${id}; Path=/; SameSite=Lax${without.has(HTTP_ONLY) ? "" : "; HttpOnly"}`;

  return {
    async fetch(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url);
      if (pathname === "/login") return login();
      if (pathname === "/callback") return answered(request);
      if (pathname === "/photos") return photos(request);
      return html(200, "ready", `<a href="/login">Log in with auth.localhost</a>`);
    },
  };
}

interface Tokens {
  readonly token: string | undefined;
  readonly idToken: string | undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function sessionIdOf(request: Request): string | undefined {
  return /(?:^|; )session=([^;]+)/.exec(request.headers.get("Cookie") ?? "")?.[1];
}

function redirect(location: string, cookie: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, "Set-Cookie": cookie, "Referrer-Policy": "no-referrer" },
  });
}
