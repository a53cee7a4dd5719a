import type { SandboxSettings } from "../../../src/flow/transport.ts";
import { GAVE_UP, redirectAnswer, sessionOf } from "../../../src/grants/steps/client-pages.ts";
import { randomToken } from "../../../src/oauth/random.ts";
import type { Origins } from "../addresses.ts";
import { takeAnswer } from "./answer.ts";
import { authorizationRequest, photosFor, redeemed, type SignIn } from "./back-channel.ts";
import { type Page, pageAnswer, received, sent } from "./html.ts";
import { refusedSignIn } from "./openid.ts";
import { titlesIn } from "./requests.ts";
import type { PrintSetup } from "./setup.ts";

/** What Print's server keeps of a browser, by the value of its cookie. */
interface Session extends SignIn {
  readonly token?: string;
}

const NO_SESSION: Session = { state: "", verifier: "", nonce: "" };

const START = `<a href="/login">Log in with auth.localhost</a>`;

/** Print as a web application with a server: `/login`, `/callback`, `/photos`, and a session cookie. */
export function serverPrint(print: PrintSetup, settings: SandboxSettings, origins: Origins) {
  const { client, embeds = "", api = origins.api } = print;
  const sessions = new Map<string, Session>();
  const without = new Set(settings.without);

  async function login(): Promise<Response> {
    const id = randomToken();
    const session = { state: randomToken(), verifier: randomToken(), nonce: randomToken() };
    sessions.set(id, session);
    return redirect(await authorizationRequest(print, session, origins), id);
  }

  async function answered(request: Request): Promise<Response> {
    const { searchParams: parameters } = new URL(request.url);
    const shown = sessionIdOf(request);
    const session = sessions.get(shown) ?? NO_SESSION;
    const answer = {
      kind: client.answer,
      parameters,
      state: session.state,
      issuer: origins.auth,
      session: { kept: session === NO_SESSION ? "none" : shown, shown },
    };
    const taken = await takeAnswer(answer, without);
    if (!("credential" in taken)) return problem(taken.problem, taken.refusedBy);
    const { verifier, nonce } = session;
    const code = taken.credential;
    const { token, idToken } = await redeemed(print, { code, verifier }, origins);
    if (token === undefined) return problem(GAVE_UP);
    const refused = client.openId ? await notSignedIn(token, idToken, nonce) : undefined;
    if (refused !== undefined) return problem(refused.problem, refused.refusedBy);
    const id = randomToken();
    sessions.delete(shown);
    sessions.set(id, { ...NO_SESSION, token });
    return redirect(`${origins.print}/photos`, id);
  }

  function notSignedIn(accessToken: string, idToken: string | undefined, nonce: string) {
    const { auth } = origins;
    return refusedSignIn({ auth, clientId: client.id, nonce, accessToken, idToken }, without);
  }

  async function photos(request: Request): Promise<Response> {
    const token = sessions.get(sessionIdOf(request))?.token;
    if (token === undefined) {
      return page({ status: 401, state: "problem", body: "You are not signed in." });
    }
    const titles = titlesIn(await photosFor(token, api));
    const body = titles.map((title) => `<p>${title}</p>`).join("");
    return page({ status: 200, state: "photos", body });
  }

  const page = (one: Page) => pageAnswer(one, embeds, settings, origins);
  const problem = (body: string, refusedBy = "") =>
    page({ status: 400, state: "problem", body, refusedBy });
  const redirect = (location: string, id: string) => sent(redirectAnswer(location, id, without));

  return {
    async fetch(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url);
      if (pathname === "/login") return login();
      if (pathname === "/callback") return answered(request);
      if (pathname === "/photos") return photos(request);
      return page({ status: 200, state: "ready", body: START });
    },
  };
}

function sessionIdOf(request: Request): string {
  return sessionOf(received(request)) ?? "";
}
