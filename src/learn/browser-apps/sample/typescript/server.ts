import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { AuthorizationResponseError, ResponseBodyError } from "oauth4webapi";
import { callApi, type Session } from "./api.ts";
import { port, routes, sessionLifetime } from "./config.ts";
import { Sessions } from "./sessions.ts";
import { begin, type Pending, redeem, revoke } from "./tokens.ts";

// The backend of a page (RFC 10017 §6.1): the browser holds a cookie, this server holds the tokens.

const sessions = new Sessions<Session>("session", "Strict", sessionLifetime);

// Lax: the browser comes back from another site with it.
const logins = new Sessions<Pending>("login", "Lax", 600);

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(told(error));
    response.writeHead(502).end();
  });
}).listen(port, "127.0.0.1");
await once(server, "listening");
const origin = `http://127.0.0.1:${port}`;
const redirectUri = `${origin}/callback`;
console.log(`${origin}/`);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", origin);
  const route = `${request.method} ${url.pathname}`;
  // #region page, page_again
  if (route === "GET /") return sendFile(response, "page.html", "text/html");
  if (route === "GET /page.js") return sendFile(response, "page.js", "text/javascript");
  // #endregion
  if (route === "GET /login") return logIn(response);
  if (route === "GET /callback") return takeAnswer(url, request, response);
  // #region guard, turn_away
  // The cookie comes along whoever made the browser send this. Another origin's script would have to
  // ask before it may send this header, and nobody here says yes (RFC 10017 §6.1.3.3).
  if (request.headers["print-request"] !== "1") return void response.writeHead(403).end();
  const session = sessions.of(request.headers.cookie);
  if (session === undefined) return void response.writeHead(401).end();
  if (route === "POST /logout") return logOut(session, request, response);
  const api = routes[url.pathname];
  if (request.method !== "GET" || api === undefined) return void response.writeHead(404).end();
  // #endregion
  return passOn(session, api, request, response);
}

/** What the API answers; 401 when the session is over. */
async function passOn(
  session: Session,
  api: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answered = await callApi(session, api);
  if (answered === undefined) {
    const over = sessions.end(request.headers.cookie);
    return void response.writeHead(401, { "Set-Cookie": over }).end();
  }
  // #region show
  const type = answered.headers.get("Content-Type") ?? "text/plain";
  // Read to its end first: nothing can be taken back once an answer has begun.
  const text = await answered.text();
  response.writeHead(answered.status, { "Content-Type": type, "Cache-Control": "no-store" });
  response.end(text);
  // #endregion
}

// #region login, redirect
async function logIn(response: ServerResponse): Promise<void> {
  const [location, pending] = await begin(redirectUri);
  redirect(response, location.href, [logins.begin(pending)]);
}
// #endregion

/** The code goes no further than this server, and the session begins under a name that is new. */
async function takeAnswer(
  back: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // #region callback
  const pending = logins.of(request.headers.cookie);
  const over = logins.end(request.headers.cookie);
  // Whoever did not begin here cannot end here.
  if (pending === undefined) return redirect(response, "/", [over]);
  // #endregion
  try {
    // #region signed_in
    const tokens = await redeem(back, redirectUri, pending);
    redirect(response, "/", [over, sessions.begin({ tokens })]);
    // #endregion
  } catch (error) {
    console.error(told(error));
    redirect(response, "/", [over]);
  }
}

async function logOut(
  { tokens }: Session,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const over = sessions.end(request.headers.cookie);
  await revoke(tokens);
  response.writeHead(204, { "Set-Cookie": over }).end();
}

/** What may stand in a log: the cause of an error may hold the code, or a token. */
function told(error: unknown): string {
  const isRefusal =
    error instanceof ResponseBodyError || error instanceof AuthorizationResponseError;
  return isRefusal ? error.error : String(error);
}

function redirect(response: ServerResponse, location: string, cookies: string[]): void {
  response.writeHead(303, { Location: location, "Set-Cookie": cookies }).end();
}

async function sendFile(response: ServerResponse, name: string, type: string): Promise<void> {
  const text = await readFile(new URL(name, import.meta.url));
  response.writeHead(200, {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
  });
  response.end(text);
}
