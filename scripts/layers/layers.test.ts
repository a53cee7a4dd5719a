import { expect, test } from "vitest";
import { importsOf } from "./imports.ts";
import { violations } from "./rules.ts";

function rulesBrokenBy(path: string, text: string): string[] {
  return violations([{ path, imports: importsOf({ path, text }) }]).map(({ rule }) => rule);
}

test("finds imports of every form, and none in text", () => {
  const text = `
    import type { A } from "./a.ts";
    import { b } from './b.ts';
    import "./c.ts";
    export * from "./d.ts";
    export { e } from "./e.ts";
    const f = () => import("./f.ts");
    type G = import("./g.ts").G;
    // import h from "./h.ts";
    const i = 'import i from "./i.ts"';
  `;
  expect(importsOf({ path: "src/flow/x.ts", text })).toEqual(
    ["a", "b", "c", "d", "e", "f", "g"].map((name) => `./${name}.ts`),
  );
});

test("finds a lesson's imports outside its code blocks", () => {
  const text = [
    'import { Step } from "../../ui/step.tsx";',
    "",
    "# Lesson",
    "```ts",
    'import { shown } from "../../world/shown.ts";',
    "```",
  ].join("\n");
  expect(importsOf({ path: "src/grants/x/lesson.mdx", text })).toEqual(["../../ui/step.tsx"]);
});

test("refuses a module that does not parse", () => {
  expect(() => importsOf({ path: "src/oauth/x.ts", text: "import {" })).toThrow("src/oauth/x.ts");
});

test("lets arrows point down", () => {
  expect(
    rulesBrokenBy("src/world/x.ts", 'import { y } from "../authorization-server/y.ts";'),
  ).toEqual([]);
  expect(rulesBrokenBy("src/flow/x.ts", 'import { setup } from "xstate";')).toEqual([]);
  expect(rulesBrokenBy("src/app/x.tsx", 'import { y } from "../grants/index.ts";')).toEqual([]);
});

test.each([
  ["src/oauth/x.ts", "../store/port.ts", "oauth may not import store (src/store/port.ts)"],
  [
    "src/flow/x.ts",
    "../authorization-server/create.ts",
    "flow may not import authorization-server (src/authorization-server/create.ts)",
  ],
  [
    "src/authorization-server/x.ts",
    "../flow/walk.ts",
    "authorization-server may not import flow (src/flow/walk.ts)",
  ],
  ["src/ui/x.tsx", "../grants/index.ts", "ui may not import grants/index (src/grants/index.ts)"],
  [
    "src/sw/worker.ts",
    "../grants/index.ts",
    "sw may not import grants/index (src/grants/index.ts)",
  ],
  ["src/app/x.tsx", "../sw/worker.ts", "app may not import sw (src/sw/worker.ts)"],
  ["src/world/x.ts", "react", "world may not use react"],
  ["src/world/x.ts", "node:fs", "world may not use Node (node:fs)"],
  ["src/world/x.ts", "../testing/lab.ts", "imports src/testing/lab.ts, which only tests may"],
  ["src/app/x.tsx", "../../scripts/run.ts", "imports scripts/run.ts, which is outside src"],
  [
    "src/grants/a/flow.ts",
    "../b/flow.ts",
    "grants/flow of a may not import the grant b (src/grants/b/flow.ts)",
  ],
  ["src/app/x.tsx", "../news/y.ts", "app may not import an unknown folder (src/news/y.ts)"],
])("catches an import from %s of %s", (path, specifier, rule) => {
  expect(rulesBrokenBy(path, `import type { X } from "${specifier}";`)).toEqual([rule]);
});

test("fails for a folder that is in no layer", () => {
  expect(rulesBrokenBy("src/news/x.ts", "export const x = 1;")).toEqual([
    "belongs to no layer of scripts/layers/table.ts",
  ]);
});

test("fails when there was nothing to look at", () => {
  expect(violations([])).toEqual([{ path: "src", rule: "no modules found" }]);
});
