import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../node/server.ts";
import { ALICE } from "../cast.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" });
});
afterAll(() => server.close());

describe("the sample client, run against the server of npm run as", () => {
  it("prints the photos, refreshes and revokes as a public client", async () => {
    const { exitCode, output, authorization } = await run({}, "allow");
    expect(output.replace(authorization, "<address>").split("\n")).toEqual(transcript());
    expect(exitCode).toBe(0);
    expect(new URL(authorization).searchParams.get("client_id")).toBe("print-page");
  });

  it("does the same as a confidential client with a secret and PKCE", async () => {
    const { exitCode, output, authorization } = await run({ CLIENT: "confidential" }, "allow");
    expect(output.replace(authorization, "<address>").split("\n")).toEqual(transcript());
    expect(exitCode).toBe(0);
    expect(new URL(authorization).searchParams.get("client_id")).toBe("print-server");
  });

  it("stops with the server's refusal when Alice says no", async () => {
    const { exitCode, output, errors, authorization } = await run({}, "deny");
    expect(exitCode).toBe(1);
    expect(errors).toContain("access_denied");
    expect(output.replace(authorization, "<address>")).not.toContain("access token");
  });
});

function transcript(): readonly unknown[] {
  return [
    "Open this address in a browser:",
    "",
    "  <address>",
    "",
    "An access token for photos.read, good for 900 seconds.",
    expect.stringContaining("photos"),
    "Refreshed. The old refresh token is spent; the API takes the new access token:",
    expect.stringContaining("photos"),
    "Revoked. Nothing that was issued here can be renewed.",
    "",
  ];
}

/** Runs the client as `npm start` does, and is Alice at her browser. */
async function run(environment: Readonly<Record<string, string>>, decision: "allow" | "deny") {
  const script = fileURLToPath(new URL("sample/typescript/client.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, ISSUER: server.issuer, ...environment },
  });
  const [output, errors] = [collect(child, "stdout"), collect(child, "stderr")];
  const authorization = await output.line(/http:\/\/\S+\/authorize\?\S+/);
  const exit = once(child, "exit");
  await browse(authorization, decision);
  const [exitCode]: unknown[] = await exit;
  return { exitCode, authorization, output: output.text(), errors: errors.text() };
}

function collect(child: ChildProcess, name: "stdout" | "stderr") {
  let text = "";
  const stream = child[name];
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const line = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(text)?.[0];
      if (found !== undefined) return found;
      if (stream === null) throw new Error(`The client has no ${name}.`);
      await once(stream, "data");
    }
  };
  return { text: () => text, line };
}

/** Follows the redirects with cookies, signs Alice in and answers the question she is asked. */
async function browse(address: string, decision: "allow" | "deny"): Promise<void> {
  const cookies = new Map<string, string>();
  const visit = async (url: string, fields?: Readonly<Record<string, string>>): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      redirect: "manual",
      headers: { Cookie: cookie },
      ...(fields === undefined ? {} : { method: "POST", body: new URLSearchParams(fields) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("Location");
    return location === null ? url : new URL(location, url).href;
  };
  const login = await visit(address);
  const { username, password } = ALICE;
  const consent = await visit(login, { username, password });
  await visit(await visit(consent, { decision }));
}
