import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runTypeScript } from "../../../scripts/samples/run-program.ts";
import { jsonObject } from "../../oauth/json.ts";
import { type RunningServer, startServer } from "../../node/server.ts";
import { ALICES_PHOTO } from "../cast.ts";

let server: RunningServer;
let folder: string;
beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" });
  folder = await mkdtemp(join(tmpdir(), "grantlab-"));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Runs the client as `npm start` does, and is Alice at her browser when it asks her to sign in. */
async function run(file: string) {
  const env = { ISSUER: server.issuer, TOKENS: file };
  const { exitCode, output, opened } = await runTypeScript(import.meta.url, "print.ts", { env });
  return { exitCode, asked: opened.length, lines: output.trimEnd().split("\n") };
}

const tokensIn = async (file: string) => jsonObject(await readFile(file, "utf8")) ?? {};
const spoil = async (file: string, ...names: readonly string[]) => {
  const spoilt = Object.fromEntries(names.map((name) => [name, "spoilt"]));
  await writeFile(file, JSON.stringify({ ...(await tokensIn(file)), ...spoilt }));
};
const answered: unknown = expect.stringMatching(`^200 .*${ALICES_PHOTO}`);
const photos = [answered, answered, answered];

describe("the sample client, run against the server of npm run as", () => {
  it("asks to sign in once, and not when it is started again", async () => {
    const file = join(folder, "once.json");
    const first = await run(file);
    expect([first.exitCode, first.asked, first.lines.slice(1)]).toEqual([0, 1, photos]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const second = await run(file);
    expect([second.exitCode, second.asked, second.lines]).toEqual([0, 0, photos]);
  });

  it("refreshes once for three calls that were refused, and repeats each", async () => {
    const file = join(folder, "refreshed.json");
    await run(file);
    const { refresh_token: before } = await tokensIn(file);
    await spoil(file, "access_token");
    const { exitCode, asked, lines } = await run(file);
    expect([exitCode, asked, lines]).toEqual([0, 0, ["Refreshed.", ...photos]]);
    const { refresh_token: after } = await tokensIn(file);
    expect(after).toEqual(expect.stringMatching(/^[\w-]{43}$/));
    expect(after).not.toBe(before);
  });

  it("asks to sign in again when the refresh token is over", async () => {
    const file = join(folder, "over.json");
    await run(file);
    await spoil(file, "access_token", "refresh_token");
    const { exitCode, asked, lines } = await run(file);
    expect([exitCode, asked, lines]).toEqual([
      0,
      1,
      ["The refresh token is over.", expect.stringContaining("Sign in once: "), ...photos],
    ]);
  });
});
