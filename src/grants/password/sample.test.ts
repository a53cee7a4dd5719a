import { describe, expect, it, onTestFinished } from "vitest";
import { runTypeScript } from "../../../scripts/samples/run-program.ts";
import { startServer } from "../../node/server.ts";

/** Runs the client as `npm start` does, and types what a user would. */
async function run(passwordGrant: boolean, typed: string) {
  const server = await startServer({ port: 0, host: "127.0.0.1" }, { passwordGrant });
  onTestFinished(() => server.close());
  const env = { ISSUER: server.issuer };
  const ended = await runTypeScript(import.meta.url, "client.ts", { env, typed });
  const { host } = new URL(server.issuer);
  return { ...ended, output: ended.output.replaceAll(host, "<host>") };
}

describe("the sample client of the password grant", () => {
  it("is turned away by the server of npm run as, before it asks for a password", async () => {
    const { exitCode, output, errors } = await run(false, "alice\nwonderland\n");
    expect([exitCode, output]).toEqual([1, ""]);
    expect(errors).toContain("takes no passwords from applications");
  });

  it("prints the photos where an operator has switched the grant on", async () => {
    const { exitCode, output } = await run(true, "alice\nwonderland\n");
    expect([exitCode, output.split("\n")]).toEqual([
      0,
      [
        "Name at <host>:",
        "Password at <host>:",
        expect.stringMatching(/^\{"photos":\[\{"id":"a1","title":"White rabbit, running late"/),
        "",
      ],
    ]);
  });

  it("stops with the server's refusal when the password is wrong", async () => {
    const { exitCode, errors } = await run(true, "alice\nlooking-glass\n");
    expect(exitCode).toBe(1);
    expect(errors).toContain("invalid_grant");
  });
});
