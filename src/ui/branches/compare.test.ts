import { expect, test } from "vitest";
import { branchWalks } from "../../flow/branches.ts";
import type { Flow } from "../../flow/define-flow.ts";
import { takeStep } from "../../flow/to-machine.ts";
import { requestOf, type Walk, walkOf } from "../../flow/walk.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { openSandbox } from "../../testing/lab.ts";
import { withFormParameter } from "../../testing/describe-flow.ts";
import { compareWalks, type Pair } from "./compare.ts";

const flow = variantFlow("secret-pkce");

/** A walk that is walked to `fork`, on to `end` once, and after rewinding once more, otherwise. */
async function forked(fork: string, end: string, otherwise: Otherwise = {}) {
  const client = await openSandbox(flow.sandbox);
  const first = await walkTo(walkOf(flow, []), fork);
  const left = await walkTo(first, end);
  const view = await client.rewind(first.taken.at(-1)?.entry.id ?? "");
  if (otherwise.later !== undefined) await client.advance(otherwise.later);
  const right = await walkTo(walkOf(flow, view.trace), end, otherwise.edit);
  const { trace, abandoned } = await client.open(flow.sandbox);
  expect(branchWalks(flow, { trace, abandoned })).toEqual([{ number: 1, walk: left }]);
  return { left, right };

  async function walkTo(from: Walk, step: string, edit?: Edit): Promise<Walk> {
    let walk = from;
    for (let sent = 0; walk.at !== step; sent += 1) {
      const request = requestOf(flow, walk.at, walk);
      const edited = sent === 0 && edit && request ? edit(request) : undefined;
      walk = await takeStep(flow, client, { walk, edited });
    }
    return walk;
  }
}

type Edit = (request: WireRequest) => WireRequest;
interface Otherwise {
  readonly edit?: Edit;
  /** Seconds. */
  readonly later?: number;
}

function brief({ left, right, differences }: Pair) {
  return [left, right, ...differences];
}

test("two walks that differ by chance alone differ in nothing", async () => {
  const { left, right } = await forked("prepare", "done");
  const { shared, pairs } = compareWalks(flow, left, right);
  expect(shared).toBe(1);
  expect(pairs.map(brief)).toEqual(left.taken.slice(1).map((_, index) => [index + 1, index + 1]));
});

test("what was sent otherwise is named, and so is another outcome", async () => {
  const edit = withFormParameter("code_verifier", "x".repeat(43));
  const { left, right } = await forked("redeem", "signed_in", { edit });
  const refused = { ...right, taken: right.taken.slice(0, 11) };
  const { shared, pairs } = compareWalks(flow, left, refused);
  expect(shared).toBe(10);
  expect(pairs.map(brief)).toEqual([[10, 10, "other code_verifier", "another outcome"]]);
});

test("an extra message at the fork stands alone, and those after it beside their like", async () => {
  const edit = withFormParameter("code_verifier", "x".repeat(43));
  const { left, right } = await forked("redeem", "done", { edit });
  const rows = [
    [10, 11],
    [11, 12],
    [12, 13],
    [13, 14],
    [14, 15],
  ] as const;
  expect(compareWalks(flow, left, right).pairs.map(brief)).toEqual([[undefined, 10], ...rows]);
  expect(compareWalks(flow, right, left).pairs.map(brief)).toEqual([
    [10, undefined],
    ...rows.map(([one, other]) => [other, one]),
  ]);
});

test("a clock that was moved on is said once", async () => {
  const { left, right } = await forked("redeem", "done", { later: 45 });
  expect(compareWalks(flow, left, right).pairs.map(brief)).toEqual([
    [10, 10, "45 s later on the right"],
    [11, 11],
    [12, 12],
    [13, 13],
    [14, 14],
  ]);
});

test("what one walk alone has stands alone", async () => {
  const { left } = await forked("redeem", "done");
  const short = { ...left, taken: left.taken.slice(0, 12) };
  const { shared, pairs } = compareWalks(flow, short, left);
  expect([shared, pairs.map(brief)]).toEqual([
    12,
    [
      [undefined, 12],
      [undefined, 13],
      [undefined, 14],
    ],
  ]);
});

function variantFlow(id: string): Flow {
  const grant = findGrant("authorization-code");
  const variant = grant && findVariant(grant, id);
  if (variant === undefined) throw new Error("There is no such variant.");
  return variant.flow;
}
