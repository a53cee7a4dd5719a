import { afterAll, beforeAll, expect, it } from "vitest";
import { runTypeScript } from "../../../scripts/samples/run-program.ts";
import { type RunningServer, startServer } from "../../node/server.ts";

let server: RunningServer;
let runs: Readonly<Record<"allow" | "deny", Run>>;

// A frame really waits for its interval, so both run at the same time, once for all tests.
beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" });
  const [allow, deny] = await Promise.all([run("allow"), run("deny")]);
  runs = { allow, deny };
}, 30_000);
afterAll(() => server.close());

it("the sample shows the photos once Alice has entered its code and allowed it", () => {
  const { exitCode, output, address, code } = runs.allow;
  expect(output.replaceAll(address, "<address>").replaceAll(code, "<code>").split("\n")).toEqual([
    "On your phone or computer, open",
    "",
    "  <address>",
    "",
    "and enter the code",
    "",
    "  <code>",
    "",
    "or open this, and compare the code:",
    "",
    "  <address>?user_code=<code>",
    "",
    "An access token for photos.read, good for 900 seconds.",
    expect.stringContaining("Tea for three"),
    "",
  ]);
  expect([exitCode, address]).toEqual([0, `${server.issuer}/device`]);
});

it("the sample stops with the server’s refusal when Alice says no (RFC 8628 §3.5)", () => {
  const { exitCode, output, errors } = runs.deny;
  expect(exitCode).toBe(1);
  expect(errors).toContain("access_denied");
  expect(output).not.toContain("access token");
});

type Run = Awaited<ReturnType<typeof run>>;

/** Runs the client as `npm start` does, and is Alice with her phone. */
async function run(decision: "allow" | "deny") {
  const ended = await runTypeScript(import.meta.url, "frame.ts", {
    env: { ISSUER: server.issuer },
    decision,
  });
  const [code = ""] = /[A-Z]{4}-[A-Z]{4}/.exec(ended.output) ?? [];
  return { ...ended, address: ended.opened[0]?.href ?? "", code };
}
