import { expect, test } from "vitest";
import type { Defence } from "../../src/attacks/attack.ts";
import { conclude, type Ran, type RunWith } from "./conclude.ts";

const defence = (id: string): Defence => ({ id, title: id, spec: "RFC 9700 §4", by: "client" });
const check = defence("token.pkce");
const precaution = defence("client.clean-address");
const other = defence("client.referrer-policy");
const idle = defence("client.idle");

/** Where this one is on, nothing is left to take; where that one is on, it refuses. */
function world(silent: readonly Defence[], refusing: readonly Defence[]): RunWith {
  return async (on): Promise<Ran> => {
    if (on.some((one) => silent.includes(one))) return { verdict: "stopped" };
    const refused = on.find((one) => refusing.includes(one));
    return refused === undefined ? { verdict: "succeeds" } : { verdict: "stopped", by: refused.id };
  };
}

test("a run that succeeds needs nobody to thank", async () => {
  expect(await conclude(world([], []), [idle], undefined)).toEqual({ verdict: "succeeds" });
});

test("the check that refused is to thank where the attack succeeds without it", async () => {
  expect(await conclude(world([], [check]), [check], "token.pkce")).toEqual({
    verdict: "stopped",
    by: "token.pkce",
    without: { verdict: "succeeds" },
  });
});

test("the check that refused is named, whatever was claimed", async () => {
  expect(await conclude(world([], [check]), [check, idle], "client.idle")).toEqual({
    verdict: "stopped",
    by: "token.pkce",
    without: { verdict: "succeeds" },
  });
});

test("a precaution is to thank where a check has to refuse without it", async () => {
  const on = [precaution, check];
  expect(await conclude(world([precaution], [check]), on, "client.clean-address")).toEqual({
    verdict: "stopped",
    by: "client.clean-address",
    without: { verdict: "stopped", by: "token.pkce" },
  });
});

test("of two precautions that are each enough, the other one stops it where one is left out", async () => {
  const on = [precaution, other];
  expect(await conclude(world(on, []), on, "client.clean-address")).toEqual({
    verdict: "stopped",
    by: "client.clean-address",
    without: { verdict: "stopped", by: "client.referrer-policy" },
  });
});

test("a precaution that does nothing is not to thank for what another one does", async () => {
  expect(await conclude(world([precaution], []), [precaution, idle], "client.idle")).toEqual({
    verdict: "stopped",
    unshown: "leaving out `client.idle` does not show that it was `client.idle`",
  });
});

test("a check that did not refuse is not to thank, though it would have", async () => {
  expect(await conclude(world([precaution], [check]), [precaution, check], "token.pkce")).toEqual({
    verdict: "stopped",
    unshown: "leaving out `token.pkce` does not show that it was `token.pkce`",
  });
});

test("a stop by something that is no defence of the cell has nobody to thank", async () => {
  const stuck: RunWith = async () => ({ verdict: "stopped" });
  expect(await conclude(stuck, [precaution], "client.clean-address")).toEqual({
    verdict: "stopped",
    unshown: "leaving out `client.clean-address` does not show that it was `client.clean-address`",
  });
  const refusedElsewhere: RunWith = async () => ({ verdict: "stopped", by: "api.audience" });
  expect(await conclude(refusedElsewhere, [precaution], "client.clean-address")).toEqual({
    verdict: "stopped",
    unshown: "`api.audience` is none of its defences",
  });
});

test("a stop that nobody claims has nobody to thank", async () => {
  expect(await conclude(world([precaution], []), [precaution], undefined)).toEqual({
    verdict: "stopped",
    unshown: "nobody refused, and nobody is named",
  });
});

test("a refusal without the one blamed, by what is no defence of the cell, shows nothing", async () => {
  const run: RunWith = async (on) =>
    on.length === 0 ? { verdict: "stopped", by: "api.audience" } : { verdict: "stopped" };
  expect(await conclude(run, [precaution], "client.clean-address")).toEqual({
    verdict: "stopped",
    unshown: "leaving out `client.clean-address` does not show that it was `client.clean-address`",
  });
});
