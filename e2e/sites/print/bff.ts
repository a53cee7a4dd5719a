import type { SandboxSettings } from "../../../src/flow/transport.ts";
import {
  beginLogin,
  beginSession,
  jsonAnswer,
  readAsked,
  returnedLogin,
} from "../../../src/grants/authorization-code/bff/answers.ts";
import { guard } from "../../../src/grants/authorization-code/bff/guard.ts";
import { GAVE_UP } from "../../../src/grants/steps/client-pages.ts";
import { randomToken } from "../../../src/oauth/random.ts";
import type { Origins } from "../addresses.ts";
import { script } from "../scripts.ts";
import { takeAnswer } from "./answer.ts";
import { authorizationRequest, photosFor, redeemed, type SignIn } from "./back-channel.ts";
import { type Page, pageAnswer, received, sent } from "./html.ts";
import type { PrintSetup } from "./setup.ts";

const NO_SIGN_IN: SignIn = { state: "", verifier: "", nonce: "" };

const SHELL: Page = {
  status: 200,
  state: "loading",
  body: `<script src="/bff-page.js"></script>`,
};

/** Print as a page with a backend of its own: the page has a cookie, the backend the tokens (RFC 10017 §6.1). */
export function bffPrint(print: PrintSetup, settings: SandboxSettings, origins: Origins) {
  const { client, embeds = "", api = origins.api } = print;
  const signIns = new Map<string, SignIn>();
  const tokens = new Map<string, string>();
  const without = new Set(settings.without);

  async function login(): Promise<Response> {
    const id = randomToken();
    const signIn = { state: randomToken(), verifier: randomToken(), nonce: randomToken() };
    signIns.set(id, signIn);
    return sent(beginLogin(await authorizationRequest(print, signIn, origins), id));
  }

  async function answered(request: Request): Promise<Response> {
    const { searchParams: parameters } = new URL(request.url);
    const shown = returnedLogin({ request: received(request) }) ?? "";
    const signIn = signIns.get(shown) ?? NO_SIGN_IN;
    const answer = {
      kind: client.answer,
      parameters,
      state: signIn.state,
      issuer: origins.auth,
      session: { kept: signIn === NO_SIGN_IN ? "none" : shown, shown },
    };
    const taken = await takeAnswer(answer, without);
    if (!("credential" in taken)) return problem(taken.problem, taken.refusedBy);
    const { verifier } = signIn;
    const { token } = await redeemed(print, { code: taken.credential, verifier }, origins);
    if (token === undefined) return problem(GAVE_UP);
    const session = randomToken();
    signIns.delete(shown);
    tokens.set(session, token);
    return sent(beginSession(`${origins.print}/`, session, without));
  }

  /** What the page's script asks for: checked as in the walk, and passed on with the token. */
  async function asked(request: Request): Promise<Response> {
    const { asked_for, own_header, returned_session } = readAsked({ request: received(request) });
    const token = tokens.get(returned_session ?? "");
    const session = token === undefined ? "none" : (returned_session ?? "");
    const { outcome, values } = await guard(
      {
        askedFor: asked_for ?? "",
        ownHeader: own_header ?? "",
        shown: returned_session,
        session,
      },
      without,
    );
    if (outcome !== "ok" || token === undefined) {
      return sent(jsonAnswer(Number(values?.status ?? "401"), JSON.stringify(values ?? {})));
    }
    return sent(jsonAnswer(200, await photosFor(token, api)));
  }

  const page = (one: Page) => pageAnswer(one, embeds, settings, origins);
  const problem = (body: string, refusedBy = "") =>
    page({ status: 400, state: "problem", body, refusedBy });

  return {
    async fetch(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url);
      if (pathname === "/bff/login") return login();
      if (pathname === "/callback") return answered(request);
      if (pathname.startsWith("/bff/")) return asked(request);
      if (pathname === "/bff-page.js") return file(await script("print/bff-page"));
      return page(SHELL);
    },
  };
}

function file(source: string | undefined): Response {
  return new Response(source ?? "", { headers: { "Content-Type": "text/javascript" } });
}
