import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../node/server.ts";
import { browser, locationOf } from "../../node/testing.ts";
import { ALICE } from "../cast.ts";

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

interface Run {
  readonly exitCode: unknown;
  readonly output: string;
  readonly errors: string;
  readonly address: string;
  readonly code: string;
}

/** Runs the client as `npm start` does, and is Alice with her phone. */
async function run(decision: "allow" | "deny"): Promise<Run> {
  const script = fileURLToPath(new URL("sample/typescript/frame.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, ISSUER: server.issuer },
  });
  const exit = once(child, "exit");
  const [output, errors] = [collect(child, "stdout"), collect(child, "stderr")];
  const address = await output.find(/http:\/\/\S+\/device/);
  const code = await output.find(/[A-Z]{4}-[A-Z]{4}/);
  await allowAt(new URL(address), code, decision);
  const [exitCode]: unknown[] = await exit;
  return { exitCode, output: output.text(), errors: errors.text(), address, code };
}

/** Enters the code, signs Alice in and answers the question she is asked. */
async function allowAt(page: URL, code: string, decision: string): Promise<void> {
  const hop = browser();
  await hop(page);
  const login = locationOf(await hop(page, { user_code: code }));
  const { username, password } = ALICE;
  const consent = locationOf(await hop(login, { username, password }));
  await hop(consent, { decision });
}

function collect(child: ChildProcess, name: "stdout" | "stderr") {
  let text = "";
  const stream = child[name];
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const find = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(text)?.[0];
      if (found !== undefined) return found;
      if (stream === null) throw new Error(`The client has no ${name}.`);
      await once(stream, "data");
    }
  };
  return { text: () => text, find };
}
