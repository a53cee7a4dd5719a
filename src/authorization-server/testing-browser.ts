import { formRequest, toRequest, type WireRequest } from "../oauth/wire.ts";
import type { Person } from "./ports.ts";

/** A browser as far as the server's pages need one: cookies, and one hop per call. */
export interface TestBrowser {
  /** GETs an address; a redirect is not followed. */
  open(url: string | URL): Promise<Response>;
  /** Sends a form to the page's own address. */
  submit(url: string | URL, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** The `Cookie` header it would send; empty when it has none. */
  cookie(): string;
  /** Sets the cookie a page of another site might have planted. */
  plant(name: string, value: string): void;
  /** Opens an authorization request; where it redirects to. */
  begin(parameters: Readonly<Record<string, string>>): Promise<URL>;
  /** The same, and signs in; the address of the consent page. */
  signIn(parameters: Readonly<Record<string, string>>, person: Person): Promise<URL>;
  /** Walks a request through sign-in, where it is asked for, and consent; the redirect to the client. */
  walk(
    parameters: Readonly<Record<string, string>>,
    person: Person,
    decision?: string,
  ): Promise<URL>;
}

/** A browser without cookies, on a server. */
export function browserOn(
  fetch: (request: Request) => Promise<Response>,
  issuer: string,
): TestBrowser {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  async function hop(wire: WireRequest): Promise<Response> {
    const headers =
      jar.size === 0 ? wire.headers : [...wire.headers, ["Cookie", cookie()] as const];
    const response = await fetch(toRequest({ ...wire, headers }));
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return response;
  }

  const browser: TestBrowser = {
    cookie,
    open: (url) => hop({ method: "GET", url: String(url), headers: [] }),
    submit: (url, fields) => hop(formRequest(String(url), fields)),
    plant: (name, value) => void jar.set(name, value),
    async begin(parameters) {
      const query = new URLSearchParams(parameters);
      return locationOf(await browser.open(`${issuer}/authorize?${query}`));
    },
    async signIn(parameters, { username, password }) {
      const first = await browser.begin(parameters);
      if (!first.pathname.endsWith("/login")) return first;
      return locationOf(await browser.submit(first, { username, password }));
    },
    async walk(parameters, person, decision = "allow") {
      const consent = await browser.signIn(parameters, person);
      return locationOf(await browser.submit(consent, { decision }));
    },
  };
  return browser;
}

/** Where a redirect leads. Throws when the response is none. */
export function locationOf(response: Response): URL {
  const location = response.headers.get("Location");
  if (response.status !== 303 || location === null) {
    throw new Error(`no redirect but ${response.status}`);
  }
  return new URL(location);
}
