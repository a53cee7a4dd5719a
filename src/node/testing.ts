import { connect } from "node:net";
import { LOOPBACK_CALLBACK } from "../grants/cast.ts";

/** A redirect URI on this machine; nothing needs to listen there. */
export const REDIRECT_URI = LOOPBACK_CALLBACK.replace("127.0.0.1", "127.0.0.1:49152");

/** A browser as far as the authorization server's pages need one: cookies and one hop per call. */
export function browser() {
  const cookies = new Map<string, string>();
  return async function hop(url: URL, form?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      method: form ? "POST" : "GET",
      headers: cookie === "" ? {} : { Cookie: cookie },
      body: form ? new URLSearchParams(form) : null,
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    return response;
  };
}

/** Where a redirect leads. */
export function locationOf(response: Response): URL {
  const location = response.headers.get("Location");
  if (location === null) throw new Error(`no Location in a response with ${response.status}`);
  return new URL(location, response.url);
}

/** Follows an authorization request through sign-in and consent, which is given unless told otherwise, to the redirect back. */
export async function signInAndAllow(
  authorizationUrl: URL,
  person: { readonly username: string; readonly password: string },
  decision: "allow" | "deny" = "allow",
): Promise<URL> {
  const hop = browser();
  const { username, password } = person;
  const login = locationOf(await hop(authorizationUrl));
  await page(hop(login));
  const consent = locationOf(await hop(login, { username, password }));
  await page(hop(consent));
  return locationOf(await hop(consent, { decision }));
}

/** Enters a device's code at that address, signs in there and answers the question (RFC 8628 §3.3). */
export async function enterCode(
  address: URL,
  code: string,
  { username, password }: { readonly username: string; readonly password: string },
  decision: "allow" | "deny" = "allow",
): Promise<void> {
  const hop = browser();
  await page(hop(address));
  const login = locationOf(await hop(address, { user_code: code }));
  await page(hop(login));
  const consent = locationOf(await hop(login, { username, password }));
  await page(hop(consent));
  await page(hop(consent, { decision }));
}

async function page(response: Promise<Response>) {
  const { status, url } = await response;
  if (status !== 200) throw new Error(`${url} answered ${status}`);
}

/** Sends these bytes over a connection of its own; the first line of the answer, empty when there is none. */
export function sendRaw(origin: string, bytes: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      answer += chunk;
    });
    socket.on("error", reject).on("close", () => resolve(answer.split("\r\n")[0] ?? ""));
  });
}
