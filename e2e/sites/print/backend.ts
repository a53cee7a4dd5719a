import type { SandboxSettings } from "../../../src/flow/transport.ts";
import {
  beginLogin,
  beginSession,
  jsonAnswer,
  readAsked,
  returnedLogin,
} from "../../../src/grants/authorization-code/backend/answers.ts";
import { guard } from "../../../src/grants/authorization-code/backend/guard.ts";
import { bffRoute } from "../../../src/grants/authorization-code/bff/flow.ts";
import {
  AT,
  handOver,
  mediatingRoute,
} from "../../../src/grants/authorization-code/mediating/token.ts";
import { GAVE_UP } from "../../../src/grants/steps/client-pages.ts";
import { randomToken } from "../../../src/oauth/random.ts";
import type { WireResponse } from "../../../src/oauth/wire.ts";
import type { Origins } from "../addresses.ts";
import { script } from "../scripts.ts";
import { takeAnswer } from "./answer.ts";
import { authorizationRequest, photosFor, redeemed, type SignIn } from "./back-channel.ts";
import { pageAnswer, type Page, received, sent } from "./html.ts";
import type { PrintSetup } from "./setup.ts";

const NO_SIGN_IN: SignIn = { state: "", verifier: "", nonce: "" };

/** What tells one backend from another. */
interface Backend {
  /** Its part of Print’s site, with a slash at its end. */
  readonly at: string;
  /** Name of the page’s script. */
  readonly script: "bff-page" | "mediating-page";
  readonly route: typeof bffRoute;
  /** What it answers the page’s script with. */
  answer(token: string, api: string): Promise<WireResponse>;
}

/** RFC 10017 §6.1: the page has a cookie, the backend the tokens. */
export const forFrontend: Backend = {
  at: "/bff/",
  script: "bff-page",
  route: bffRoute,
  answer: async (token, api) => jsonAnswer(200, await photosFor(token, api)),
};

/** RFC 10017 §6.2: the backend hands its page the access token. */
export const mediating: Backend = {
  at: AT,
  script: "mediating-page",
  route: mediatingRoute,
  answer: async (token) => handOver(token),
};

/** Print as a page with a backend of its own. */
export function backendPrint(
  backend: Backend,
  print: PrintSetup,
  settings: SandboxSettings,
  origins: Origins,
) {
  const { client, embeds = "", keeps = "memory", api = origins.api } = print;
  const shell: Page = {
    status: 200,
    state: "loading",
    body: `<script src="/${backend.script}.js" data-api="${api}" data-keeps="${keeps}"></script>`,
  };
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

  /** What the page's script asks for: checked as in the walk, and answered out of the session. */
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
      backend.route,
      without,
    );
    if (outcome !== "ok" || token === undefined) {
      return sent(jsonAnswer(Number(values?.status ?? "401"), JSON.stringify(values ?? {})));
    }
    return sent(await backend.answer(token, api));
  }

  const page = (one: Page) => pageAnswer(one, embeds, settings, origins);
  const problem = (body: string, refusedBy = "") =>
    page({ status: 400, state: "problem", body, refusedBy });

  return {
    async fetch(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url);
      if (pathname === `${backend.at}login`) return login();
      if (pathname === "/callback") return answered(request);
      if (pathname.startsWith(backend.at)) return asked(request);
      if (pathname === `/${backend.script}.js`)
        return file(await script(`print/${backend.script}`));
      return page(shell);
    },
  };
}

function file(source: string | undefined): Response {
  return new Response(source ?? "", { headers: { "Content-Type": "text/javascript" } });
}
