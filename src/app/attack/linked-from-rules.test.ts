import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runAttack } from "../../attacks/run.ts";
import { openSandbox } from "../../testing/lab.ts";
import { labAt } from "./lab.ts";

const text = readFileSync(new URL("../../learn/best-practice/lesson.mdx", import.meta.url), "utf8");
const links = [...text.matchAll(/\]\(\/attacks\/([\w-]+)\?([^)]+)\)/g)].map(
  ([, attack = "", query = ""]) => [attack, query] as const,
);

it("the rules of the guide lead to attacks", () => {
  expect(links.length).toBeGreaterThan(9);
});

it.each(links)(
  "the attack %s?%s succeeds as the rules of the guide set it up",
  async (id, query) => {
    const lab = labAt(id, query);
    if ("missing" in lab) throw new RangeError(`There is no such ${lab.missing}.`);
    const { verdict } = await runAttack(lab.way, lab.target, lab.on, openSandbox);
    expect([verdict, lab.ignored]).toEqual(["succeeds", []]);
  },
);
