import { expect, it } from "vitest";
import type { Call } from "../flow/transport.ts";
import type { WireRequest, WireResponse } from "../oauth/wire.ts";
import { openSandbox } from "../testing/lab.ts";

const call = (): Call => ({ id: crypto.randomUUID(), step: "step", edited: false });
const get = (url: string): WireRequest => ({ method: "GET", url, headers: [] });
const answer = (body: string, ...cookies: readonly string[]): WireResponse => ({
  status: 200,
  headers: cookies.map((cookie) => ["Set-Cookie", cookie] as const),
  body,
});
const PAGE = "https://print.example";

it("holds what a page asks its own server, with the page’s cookies, until the server answers (Fetch §3.2, RFC 6265 §5.4)", async () => {
  const sandbox = await openSandbox({ clientSite: "server" });
  await sandbox.visit(call(), get(`${PAGE}/`));
  const cookie = "__Host-session=s1; Path=/; Secure; HttpOnly; SameSite=Strict";
  await sandbox.respond(call(), answer("the page", cookie));

  const asked = await sandbox.exchange(call(), get(`${PAGE}/data`), PAGE);
  expect([asked.response, asked.preflight]).toEqual([undefined, undefined]);
  expect(asked.request?.headers).toContainEqual(["Cookie", "__Host-session=s1"]);
  expect(asked.request?.headers.map(([name]) => name)).not.toContain("Origin");

  const told = await sandbox.respond(call(), answer("the data", "seen=1; Path=/; Secure"));
  expect([told.request?.url, told.response?.body]).toEqual([`${PAGE}/data`, "the data"]);
  expect([told.browser.address, told.browser.page]).toEqual([`${PAGE}/`, "the page"]);
  expect(told.browser.scriptCanRead?.cookies).toBe("seen=1");
});

it("an answer to a page’s script is given once", async () => {
  const sandbox = await openSandbox({ clientSite: "server" });
  await sandbox.visit(call(), get(`${PAGE}/`));
  await sandbox.respond(call(), answer("the page"));
  await sandbox.exchange(call(), get(`${PAGE}/data`), PAGE);
  await sandbox.respond(call(), answer("the data"));
  await expect(sandbox.respond(call(), answer("again"))).rejects.toThrow("holds no request");
});

it("hands what goes to loopback to the app, which answers the browser (RFC 8252 §7.3)", async () => {
  const sandbox = await openSandbox({ clientSite: "app" });
  const visited = await sandbox.visit(call(), get("http://127.0.0.1:51004/callback?code=c"));
  expect([visited.response, visited.browser.page]).toEqual([undefined, undefined]);
  const told = await sandbox.respond(call(), answer("You can close this window"));
  expect([told.browser.address, told.browser.page]).toEqual([
    "http://127.0.0.1:51004/callback?code=c",
    "You can close this window",
  ]);
});

it("hands a private-use scheme to the app, and the browser stays where it was (RFC 8252 §7.1)", async () => {
  const sandbox = await openSandbox({ clientSite: "app" });
  const before = await sandbox.visit(call(), get(`${PAGE}/`));
  const handed = await sandbox.visit(call(), get("com.example.print:/callback?code=c"));
  expect([handed.request?.url, handed.response]).toEqual([
    "com.example.print:/callback?code=c",
    undefined,
  ]);
  expect(handed.browser).toEqual(before.browser);
});

it("hands an https address that the app has claimed to the app, and no other of that site (RFC 8252 §7.2)", async () => {
  const sandbox = await openSandbox({ clientSite: "app" });
  const handed = await sandbox.visit(call(), get(`${PAGE}/callback?code=c`));
  expect([handed.response, handed.browser.address]).toEqual([undefined, ""]);
  const page = await sandbox.visit(call(), get(`${PAGE}/`));
  expect(page.response?.status).toBe(200);
});

it("nobody answers at loopback where there is no app", async () => {
  const sandbox = await openSandbox({ clientSite: "server" });
  await expect(sandbox.visit(call(), get("http://127.0.0.1:51004/"))).rejects.toThrow(
    "Nobody answers at 127.0.0.1",
  );
});
