import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { convert } from "ast-v8-to-istanbul";
import { type ESTree, parseAstAsync } from "vite";
import * as v from "valibot";
import { filesIn } from "../../../vite/samples.ts";
import { transpiledName } from "../transpile.ts";
import type { Piece } from "./pieces.ts";
import type { ExecutedScript } from "./scripts.ts";

/**
 * What was executed of the scripts in a sample's folder, in processes and pages; `left` is where those left it.
 * Processes ran what was transpiled in the copy.
 */
export async function javascriptPieces(
  folder: string,
  left: string,
  copy = folder,
): Promise<readonly Piece[]> {
  const names = filesIn(folder).filter((name) => /\.[jt]s$/.test(name));
  const files = names.map((name) => join(folder, name));
  const own = new Map([
    ...files.map((file): [string, string] => [resolve(file), file]),
    ...names.map((name): [string, string] => [
      resolve(copy, transpiledName(name)),
      join(folder, name),
    ]),
  ]);
  const pieces: Piece[] = files.map((file) => ({ file, line: 1, name: "file", executed: false }));
  for (const script of keptIn(left)) {
    const file = own.get(script.file);
    if (file === undefined) continue;
    pieces.push({ file, line: 1, name: "file", executed: true });
    pieces.push(...(await piecesOf(file, script)));
  }
  return pieces;
}

function keptIn(left: string): readonly ExecutedScript[] {
  return readdirSync(left)
    .filter((name) => name.endsWith(".scripts.json"))
    .flatMap((name) => v.parse(Kept, JSON.parse(readFileSync(join(left, name), "utf8"))));
}

const Offset = v.number();
const Kept = v.array(
  v.object({
    file: v.string(),
    code: v.string(),
    functions: v.array(
      v.object({
        functionName: v.string(),
        isBlockCoverage: v.boolean(),
        ranges: v.array(v.object({ startOffset: Offset, endOffset: Offset, count: v.number() })),
      }),
    ),
  }),
);

/** Its statements, and those operands and defaults that are code: nothing is executed for a constant. */
export async function piecesOf(
  file: string,
  { code, functions }: Omit<ExecutedScript, "file">,
): Promise<readonly Piece[]> {
  const sourceMap = sourceMapIn(code);
  const covered = await convert<ESTree.Node, ESTree.Program>({
    code,
    ast: parseAstAsync(code),
    coverage: { url: `file://${resolve(file)}`, functions: [...functions] },
    ignoreNode: isConstant,
    ...(sourceMap && { sourceMap }),
  });
  return Object.values(covered).flatMap(({ statementMap, s, branchMap, b }) => [
    ...Object.entries(statementMap).map(([id, { start }]) =>
      piece(file, "statement", start, s[id]),
    ),
    ...Object.entries(branchMap).flatMap(([id, { type, locations }]) =>
      // Where an `if` goes are statements.
      type === "if" ? [] : locations.map(({ start }, at) => piece(file, type, start, b[id]?.[at])),
    ),
  ]);
}

function piece(
  file: string,
  kind: string,
  { line, column }: { readonly line: number; readonly column: number },
  count = 0,
): Piece {
  return { file, line, name: `${kind} at ${column}`, executed: count > 0 };
}

function isConstant(node: ESTree.Node, kind: string): boolean {
  if (kind !== "branch") return false;
  if (node.type !== "LogicalExpression" && node.type !== "AssignmentPattern") return false;
  return node.right.type === "Literal" || node.right.type === "Identifier";
}

/** As it stands at the end of what was transpiled. */
function sourceMapIn(code: string) {
  const [, encoded] =
    /\n\/\/# sourceMappingURL=data:application\/json;\S*base64,(\S+)\s*$/.exec(code) ?? [];
  if (encoded === undefined) return undefined;
  return v.parse(SourceMap, JSON.parse(Buffer.from(encoded, "base64").toString()));
}

const SourceMap = v.object({
  version: v.literal(3),
  sources: v.array(v.string()),
  names: v.array(v.string()),
  mappings: v.string(),
});
