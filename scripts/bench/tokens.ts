import { decodeJwt, decodeProtectedHeader } from "jose";
import * as v from "valibot";
import { postAll } from "./load.ts";
import { median, row } from "./statistics.ts";
import { Child } from "./tokens/child.ts";
import {
  API,
  OWN_CLIENT_ID,
  ownTokenRequestBody,
  SUBJECT,
  tokenRequestBody,
} from "./tokens/code.ts";

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
  /** Token requests per second of wall clock. */
  readonly perSecond: number[];
  /** Microseconds of the server's processor time for one request; other programs on the machine count less here. */
  readonly cpu: number[];
}

/** What is asked of every server, and what all of them have to answer. */
interface Work {
  readonly unit: string;
  bodies(child: Child, count: number): Promise<readonly string[]>;
  /** Throws when the answer is another one. */
  expect(body: string): void;
}

/** Redeems codes at each server in turn, the same way, and compares. */
export async function measureTokens(): Promise<void> {
  await measure({
    unit: "redemptions/s",
    bodies: async (child, count) => (await child.mint(count)).map(tokenRequestBody),
    expect: (body) => expectTokens(v.parse(WithRefreshToken, JSON.parse(body)), SUBJECT),
  });
}

/** The same for a client that asks for itself (RFC 6749 §4.4). */
export async function measureOwnTokens(): Promise<void> {
  await measure({
    unit: "tokens/s",
    bodies: async (_, count) => Array.from({ length: count }, ownTokenRequestBody),
    expect: (body) => expectTokens(v.parse(WithoutRefreshToken, JSON.parse(body)), OWN_CLIENT_ID),
  });
}

async function measure(work: Work): Promise<void> {
  const children = await Promise.all(SERVERS.map(({ name }) => Child.start(name)));
  try {
    const results = children.map((): Rounds => ({ perSecond: [], cpu: [] }));
    for (const child of children) await ask(child, work, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, child] of children.entries()) {
        const { perSecond, cpu } = await ask(child, work, REQUESTS);
        results[index]?.perSecond.push(perSecond);
        results[index]?.cpu.push(cpu);
      }
    }
    show(work, results);
  } finally {
    for (const child of children) child.stop();
  }
}

function show({ unit }: Work, results: readonly Rounds[]): void {
  row(`${ROUNDS} rounds of ${REQUESTS}, ${CONCURRENCY} at a time`, unit, "server CPU");
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

async function ask(child: Child, work: Work, count: number) {
  const bodies = await work.bodies(child, count);
  const before = await child.cpu();
  const { elapsed, sample } = await postAll(child.tokenEndpoint, bodies, CONCURRENCY);
  const used = (await child.cpu()) - before;
  work.expect(sample);
  return { perSecond: (count / elapsed) * 1000, cpu: used / count };
}

const Tokens = { access_token: v.string(), token_type: v.literal("Bearer") };
const WithRefreshToken = v.object({ ...Tokens, refresh_token: v.string() });
const WithoutRefreshToken = v.object({ ...Tokens, refresh_token: v.exactOptional(v.never()) });

/** All three must do the same work: an ES256 access token for the API. */
function expectTokens({ access_token }: { readonly access_token: string }, subject: string): void {
  const { alg, typ } = decodeProtectedHeader(access_token);
  const { aud, sub } = decodeJwt(access_token);
  if (alg !== "ES256" || typ !== "at+jwt" || aud !== API || sub !== subject) {
    throw new Error(`This is another token than the others give: ${access_token}`);
  }
}
