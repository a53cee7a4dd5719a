import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runTypeScript } from "../../../scripts/samples/run-program.ts";
import { type RunningServer, startServer } from "../../node/server.ts";

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
  const { opened, ...ended } = await runTypeScript(import.meta.url, "client.ts", {
    env: { ISSUER: server.issuer, ...environment },
    decision,
  });
  return { ...ended, authorization: opened[0]?.href ?? "" };
}
