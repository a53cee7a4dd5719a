import { Session } from "node:inspector";
import { runInThisContext } from "node:vm";
import { expect, it } from "vitest";
import { piecesOf } from "./javascript.ts";
import { gaps } from "./pieces.ts";

/** The lines of which V8 has not executed everything. */
async function gapsOf(code: string): Promise<readonly number[]> {
  const filename = `${crypto.randomUUID()}.js`;
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  runInThisContext(code, { filename });
  const functions = await new Promise<Parameters<typeof piecesOf>[1]["functions"]>((resolve) =>
    session.post("Profiler.takePreciseCoverage", (_, { result }) =>
      resolve(result.find(({ url }) => url === filename)?.functions ?? []),
    ),
  );
  session.disconnect();
  return gaps(await piecesOf("client.js", { code, functions })).map(({ line }) => line);
}

it("statements that were not executed are gaps", async () => {
  const code = [
    "function refuse(isOk) {",
    "  if (isOk) return 1;",
    "  throw new Error();",
    "}",
    "function never() {",
    "  return 2;",
    "}",
    "refuse(true);",
  ];
  expect(await gapsOf(code.join("\n"))).toEqual([3, 6]);
});

it("a statement behind a condition in its line is a gap", async () => {
  expect(await gapsOf("for (const one of [1]) if (one > 1) String(one);")).toEqual([1]);
});

it("an operand that calls something is a gap, and a constant is none", async () => {
  const code = ["const port = 9000 ?? 9100;", "const name = port ?? String(port);"];
  expect(await gapsOf(code.join("\n"))).toEqual([2]);
});

it("what a condition chooses is executed on both sides or a gap", async () => {
  const code = [
    "const status = (ok) => (ok ? 200 : 404);",
    "const text = (ok) => (ok ? 'yes' : 'no');",
    "[status(true), status(false), text(true)];",
  ];
  expect(await gapsOf(code.join("\n"))).toEqual([2]);
});
