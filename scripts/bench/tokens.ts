import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { decodeJwt, decodeProtectedHeader } from "jose";
import * as v from "valibot";
import { postAll } from "./load.ts";
import { median, row } from "./statistics.ts";
import { API, tokenRequestBody } from "./tokens/code.ts";

const SERVERS = [
  { name: "grantlab", title: "Grantlab" },
  { name: "oidc-provider", title: "oidc-provider" },
  { name: "bare", title: "bare hono + jose handler" },
] as const;

const CONCURRENCY = 16;
const WARM_UP = 1500;
const REQUESTS = 2500;
const ROUNDS = 5;

interface Rounds {
  /** Redemptions per second of wall clock. */
  readonly perSecond: number[];
  /** Microseconds of the server's processor time for one redemption; other programs on the machine count less here. */
  readonly cpu: number[];
}

/** Redeems codes at each server in turn, the same way, and compares. */
export async function measureTokens(): Promise<void> {
  const children = await Promise.all(SERVERS.map(({ name }) => Child.start(name)));
  try {
    const results = children.map((): Rounds => ({ perSecond: [], cpu: [] }));
    for (const child of children) await redeem(child, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, child] of children.entries()) {
        const { perSecond, cpu } = await redeem(child, REQUESTS);
        results[index]?.perSecond.push(perSecond);
        results[index]?.cpu.push(cpu);
      }
    }
    show(results);
  } finally {
    for (const child of children) child.stop();
  }
}

function show(results: readonly Rounds[]): void {
  row(`${ROUNDS} rounds of ${REQUESTS}, ${CONCURRENCY} at a time`, "redemptions/s", "server CPU");
  for (const [index, { title }] of SERVERS.entries()) {
    const { perSecond = [], cpu = [] } = results[index] ?? {};
    row(title, median(perSecond).toFixed(0), `${median(cpu).toFixed(0)} µs`);
  }
  const [ours, theirs, bare] = results;
  if (ours === undefined || theirs === undefined || bare === undefined) return;
  const ratio = (other: Rounds) => [
    (median(ours.perSecond) / median(other.perSecond)).toFixed(2),
    (median(other.cpu) / median(ours.cpu)).toFixed(2),
  ];
  row("Grantlab : oidc-provider", ...ratio(theirs));
  row("Grantlab : bare handler", ...ratio(bare));
}

async function redeem(child: Child, count: number): Promise<{ perSecond: number; cpu: number }> {
  const bodies = (await child.mint(count)).map(tokenRequestBody);
  const before = await child.cpu();
  const { elapsed, sample } = await postAll(child.tokenEndpoint, bodies, CONCURRENCY);
  const used = (await child.cpu()) - before;
  expectTokens(sample);
  return { perSecond: (count / elapsed) * 1000, cpu: used / count };
}

const Tokens = v.object({
  access_token: v.string(),
  refresh_token: v.string(),
  token_type: v.literal("Bearer"),
});

/** All three must do the same work: an ES256 access token for the API, and a refresh token. */
function expectTokens(body: string): void {
  const { access_token } = v.parse(Tokens, JSON.parse(body));
  const { alg, typ } = decodeProtectedHeader(access_token);
  const { aud, sub } = decodeJwt(access_token);
  if (alg !== "ES256" || typ !== "at+jwt" || aud !== API || sub !== "alice") {
    throw new Error(`This is another token than the others give: ${access_token}`);
  }
}

/** A server in a process of its own. */
class Child {
  readonly tokenEndpoint: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, tokenEndpoint: string) {
    this.#process = process;
    this.tokenEndpoint = tokenEndpoint;
  }

  static async start(name: string): Promise<Child> {
    const host = fileURLToPath(new URL("./tokens/host.ts", import.meta.url));
    const child = fork(host, [name], { execArgv: ["--import", "tsx"], serialization: "advanced" });
    const { tokenEndpoint } = v.parse(v.object({ tokenEndpoint: v.string() }), await told(child));
    return new Child(child, tokenEndpoint);
  }

  async mint(count: number): Promise<string[]> {
    this.#process.send({ mint: count });
    return v.parse(v.object({ codes: v.array(v.string()) }), await told(this.#process)).codes;
  }

  /** Microseconds of processor time so far. */
  async cpu(): Promise<number> {
    this.#process.send({});
    const { cpu } = v.parse(
      v.object({ cpu: v.object({ user: v.number(), system: v.number() }) }),
      await told(this.#process),
    );
    return cpu.user + cpu.system;
  }

  stop(): void {
    this.#process.disconnect();
  }
}

function told(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A server ended with ${code}.`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}
