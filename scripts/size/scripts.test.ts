import { expect, test } from "vitest";
import { namedScripts } from "./scripts.ts";

test("finds the scripts a page names, and no other links", () => {
  const html = `
    <link rel="icon" href="/favicon.svg">
    <script src="/theme.js"></script>
    <script type="module" crossorigin src="/assets/index-a1.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/home-b2.js">
    <link rel="stylesheet" crossorigin href="/assets/index-c3.css">`;
  expect(namedScripts(html)).toEqual(["theme.js", "assets/index-a1.js", "assets/home-b2.js"]);
});
