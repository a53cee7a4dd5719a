import { expect, test } from "vitest";
import { attacks } from "../../attacks/index.ts";
import { addressOf, flipped, flowOf, type Lab, labAt, sandboxOf, targets } from "./lab.ts";

function lab(id: string, search = ""): Lab {
  const asked = labAt(id, search);
  if ("missing" in asked) throw new Error(`There is no ${asked.missing} “${asked.name}”.`);
  return asked;
}

/** What the lab is set up as, by ids. */
function summary({ attack, way, target, on, ignored }: Lab) {
  return [attack.id, way.id, target.id, on.map(({ id }) => id), ignored];
}

test("without a query it is the first way, against a grant that has defences to switch", () => {
  expect(summary(lab("code-injection"))).toEqual([
    "code-injection",
    undefined,
    "authorization-code/secret-pkce",
    ["token.pkce"],
    [],
  ]);
});

test("the address leaves defences out, and names that stand for nothing are ignored", () => {
  const search =
    "way=history&grant=authorization-code/public-pkce&off=token.pkce,nonsense&on=more,nonsense";
  expect(summary(lab("token-leak", search))).toEqual([
    "token-leak",
    "history",
    "authorization-code/public-pkce",
    ["client.clean-address", "token.code-unspent"],
    ["nonsense", "more"],
  ]);
});

test("an address puts a defence there that the walk as it is does not have", () => {
  const [without, having] = ["", "&on=client.token-own"].map((on) =>
    lab("token-injection", `grant=implicit${on}`).on.map(({ id }) => id),
  );
  expect([without, having]).toEqual([[], ["client.token-own"]]);
});

test("what there is none of is said by name", () => {
  expect(labAt("nonsense", "")).toEqual({ missing: "attack", name: "nonsense" });
  expect(labAt("csrf", "way=toString")).toMatchObject({ missing: "way", name: "toString" });
  expect(labAt("csrf", "grant=toString")).toMatchObject({ missing: "grant", name: "toString" });
});

const every = attacks.flatMap((attack) =>
  attack.ways.flatMap((way) =>
    targets.map((target): [string, Lab] => {
      const search = new URLSearchParams({ grant: target.id });
      if (way.id !== undefined) search.set("way", way.id);
      return [`${attack.id} ${search.toString()}`, lab(attack.id, search.toString())];
    }),
  ),
);

test.each(every)("%s: every switch has an address of its own, which leads back", (_, start) => {
  const labs = [start, ...start.defences.map((defence) => flipped(start, defence))];
  const back = labs.map((one) => {
    const [path = "", search = ""] = addressOf(one).split("?");
    return summary(lab(path.replace("/attacks/", ""), search));
  });
  expect(back).toEqual(labs.map(summary));
  expect(new Set(labs.map(addressOf)).size).toBe(labs.length);
});

test("another way, grant or defence is another sandbox, whose name fits an address", () => {
  const labs = every.flatMap(([, one]) => [one, ...one.defences.map((d) => flipped(one, d))]);
  const names = labs.map(sandboxOf);
  expect(new Set(names).size).toBe(labs.length);
  expect(names.filter((name) => !/^[\w.-]{1,200}$/.test(name))).toEqual([]);
});

test("a flipped defence changes the world of the walk", () => {
  const start = lab("code-interception", "grant=authorization-code/public-pkce");
  const [pkce] = start.defences;
  if (pkce === undefined) throw new Error("There is no defence.");
  const settings = [start, flipped(start, pkce)].map((one) => {
    const flow = flowOf(one);
    return "reason" in flow ? flow.reason : flow.sandbox.without;
  });
  expect(settings).toEqual([[], ["token.pkce"]]);
});
