import { createPrivateKey } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runTypeScript } from "../../../scripts/samples/run-program.ts";
import { type RunningServer, startServer } from "../../node/server.ts";
import { LANGUAGES } from "../../learn/languages.ts";
import { NIGHTLY_KEY } from "../lab-key.ts";

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

const labKey = createPrivateKey({ key: NIGHTLY_KEY, format: "jwk" })
  .export({ type: "pkcs8", format: "pem" })
  .toString();

/** Runs the job as `npm start` does. */
function run(environment: Readonly<Record<string, string>>) {
  const env = { ISSUER: server.issuer, ...environment };
  return runTypeScript(import.meta.url, "job.ts", { env });
}

const JOBS = `{"jobs":[{"id":"j1","title":"48 prints, 10 × 15 cm, glossy","due":"2026-11-23"},{"id":"j2","title":"A calendar, 13 pages","due":"2026-11-24"},{"id":"j3","title":"Two posters, 50 × 70 cm","due":"2026-11-27"}]}`;

const transcript = () => [
  `Jobs at ${server.issuer}/print-jobs, with tokens of ${server.issuer}/:`,
  "An access token for jobs.read, good for 900 seconds.",
  `first look: ${JOBS}`,
  `second look: ${JOBS}`,
  "",
];

describe("the sample job, run against the server of npm run as", () => {
  it("reads its jobs twice with one token, with a secret", async () => {
    const { exitCode, output } = await run({});
    expect([exitCode, output.split("\n")]).toEqual([0, transcript()]);
  });

  it("does the same with a key that signs", async () => {
    const file = join(folder, "key.pem");
    await writeFile(file, labKey);
    const { exitCode, output } = await run({ CLIENT_KEY: file });
    expect([exitCode, output.split("\n")]).toEqual([0, transcript()]);
  });

  it.each(LANGUAGES)(
    "has the key of the laboratory in its instructions in $title",
    async ({ id }) => {
      const readme = new URL(`sample/${id}/README.md`, import.meta.url);
      expect(await readFile(readme, "utf8")).toContain(labKey);
    },
  );

  it("asks for another token once the API says that the first has expired, and repeats the call", async () => {
    const tokens: (string | undefined)[] = [];
    const api = createServer((request, response) => {
      tokens.push(request.headers.authorization);
      if (tokens.length > 1) return void response.end("[]");
      const challenge = 'Bearer realm="print-jobs", error="invalid_token"';
      response.writeHead(401, { "WWW-Authenticate": challenge }).end();
    });
    const url = await new Promise<string>((resolve) => {
      api.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${portOf(api)}/print-jobs`));
    });
    const { exitCode, output } = await run({ JOBS: url });
    api.close();
    expect([exitCode, output.split("\n").slice(1)]).toEqual([
      0,
      [transcript()[1], transcript()[1], "first look: []", "second look: []", ""],
    ]);
    expect([tokens.length, new Set(tokens).size, tokens[1] === tokens[2]]).toEqual([3, 2, true]);
  });

  it("stops with the server's refusal when the secret is wrong", async () => {
    const { exitCode, errors, output } = await run({ CLIENT_SECRET: "wrong" });
    expect([exitCode, output.includes("look")]).toEqual([1, false]);
    expect(errors).toContain("status: 401");
  });
});

function portOf(api: Server): number {
  const address = api.address();
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return address.port;
}
