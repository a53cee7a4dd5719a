import assert from "node:assert/strict";
import { createServer } from "node:http";

/** A listener on this machine for the one redirect the authorization server will send. */
export interface RedirectListener {
  readonly redirectUri: string;
  /** The address the browser was sent to, parameters and all. */
  readonly redirect: Promise<URL>;
}

/**
 * Opens a listener on any free port of 127.0.0.1. The authorization server lets a loopback redirect
 * URI vary in its port and in nothing else (RFC 8252 §7.3). `localhost` would not do: it is a name.
 */
export async function listenForRedirect(): Promise<RedirectListener> {
  const { promise: redirect, resolve } = deferred<URL>();
  // #region callback
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const isCallback = request.method === "GET" && url.pathname === "/callback";
    response.writeHead(isCallback ? 200 : 404, { "Content-Type": "text/plain; charset=utf-8" });
    response.end(
      isCallback ? "You can close this page and go back to the terminal.\n" : "Not here.\n",
    );
    if (isCallback) resolve(url);
  });
  // #endregion
  await new Promise<void>((ready, fail) => {
    server.once("error", fail);
    server.listen(0, "127.0.0.1", ready);
  });
  const address = server.address();
  assert(address !== null && typeof address !== "string");
  void redirect.then(() => server.close());
  return { redirectUri: `http://127.0.0.1:${address.port}/callback`, redirect };
}

function deferred<T>() {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: settle };
}
