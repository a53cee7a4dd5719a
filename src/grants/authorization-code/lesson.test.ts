import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const lesson = readFileSync(new URL("lesson.mdx", import.meta.url), "utf8");

it("the chapter has a walk for each of the four things that can go wrong", () => {
  const wrong = lesson.slice(lesson.indexOf("## What can go wrong"), lesson.indexOf("## Recap"));
  expect([...wrong.matchAll(/^### (.+)$/gm)].map(([, title]) => title)).toEqual([
    "The verifier is wrong",
    "The code is used twice",
    "The state is someone else’s",
    "The redirect URI is not the registered one",
  ]);
  expect([...wrong.matchAll(/until="(\w+)"/g)].map(([, step]) => step)).toEqual([
    "redeem",
    "signed_in",
    "callback",
    "authorize",
  ]);
});
