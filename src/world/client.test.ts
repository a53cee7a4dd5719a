import { expect, test } from "vitest";
import { formRequest } from "../oauth/wire.ts";
import { type Fetch, sandboxClient } from "./client.ts";
import { handleWith } from "./handle.ts";
import { worldInMemory } from "./persistent.ts";

const call = (step: string) => ({ id: crypto.randomUUID(), step, edited: false });
const token = formRequest("https://auth.example/token", { grant_type: "magic" });
const made = { outcome: "made", values: {}, checks: [] };

/** A world whose answers are lost at those calls, counted from 0. */
async function losing(...lost: readonly number[]) {
  const world = worldInMemory();
  const handle = handleWith(() => Promise.resolve(world), "/");
  const calls: { readonly path: string; readonly init: RequestInit }[] = [];
  const fetch: Fetch = async (path, init) => {
    calls.push({ path, init });
    const answer = await handle(new Request(new URL(path, "http://localhost"), init));
    if (lost.includes(calls.length - 1)) throw new TypeError("Failed to fetch");
    return answer ?? Response.error();
  };
  await world.open("s", { clientSite: "server" });
  const trace = async () =>
    (await world.open("s", { clientSite: "server" })).trace.map(({ step }) => step);
  return { client: sandboxClient("/", "s", fetch), calls, trace };
}

test("asks again when an answer is lost, and the call acts once", async () => {
  const { client, calls, trace } = await losing(0, 1);
  const { response } = await client.exchange(call("redeem"), token);
  expect([response?.status, calls.map(({ path }) => path)]).toEqual([
    401,
    [
      "/~/s/auth.example/token",
      "/~/s/auth.example/token",
      "/~/s/auth.example/token",
      "/~/s/_world/entry",
    ],
  ]);
  expect(await trace()).toEqual(["redeem"]);
});

test("moves the clock once, however often it has to ask", async () => {
  const { client } = await losing(1, 2);
  const { now } = await client.open({ clientSite: "server" });
  expect((await client.advance(60)).now).toBe(now + 60);
});

test("gives up at the fifth time, and the next call is another one", async () => {
  const { client, trace } = await losing(0, 1, 2, 3, 4);
  await expect(client.record(call("make"), made)).rejects.toThrow("Failed to fetch");
  await client.record(call("make"), made);
  expect(await trace()).toEqual(["make", "make"]);
});

test("lets the browser follow no redirect of a server: the trace has it", async () => {
  const { client, calls } = await losing();
  await client.exchange(call("redeem"), token);
  expect(calls[0]?.init.redirect).toBe("manual");
});

test("says what the world said when it could not act", async () => {
  const { client } = await losing();
  const request = { method: "GET", url: "https://nobody.example/", headers: [] };
  await expect(client.visit(call("click"), request)).rejects.toThrow(
    "Nobody answers at nobody.example. The sites here are auth.example, api.example and print.example.",
  );
});

test.each([
  ["a page", () => new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } })],
  ["an error", () => new Response("", { status: 405 })],
])("says so when no world is there and the host answers with %s", async (_, answer) => {
  const client = sandboxClient("/", "s", async () => answer());
  await expect(client.open({ clientSite: "server" })).rejects.toThrow(
    "The servers in this browser are not running. Reload the page to start them.",
  );
});

test("knows what time it is in the sandbox after whatever it asked", async () => {
  const { client } = await losing();
  const times = [client.now()];
  const { now } = await client.open({ clientSite: "server" });
  const note = async (work: () => Promise<unknown>) => {
    await work();
    times.push(client.now() - now);
  };
  await note(() => client.exchange(call("redeem"), token));
  await note(() => client.record(call("sleep"), { ...made, wait: 60 }));
  await note(() => client.advance(600));
  await note(() => client.record(call("note"), made));
  expect(times).toEqual([0, 1, 61, 661, 661]);
  expect((await client.open({ clientSite: "server" })).now - now).toBe(661);
});
