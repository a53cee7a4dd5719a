import { readFile, writeFile } from "node:fs/promises";
import * as v from "valibot";
import { attacks } from "../src/attacks/index.ts";
import { MatrixFile } from "../src/attacks/matrix-file.ts";
import { type Cell, computeMatrix, type Matrix, mismatches } from "../src/attacks/matrix.ts";
import { targetsOf } from "../src/attacks/target.ts";
import { grants } from "../src/grants/index.ts";
import { openSandbox } from "../src/testing/lab.ts";
import { tokenSeen, tokenSeenFile } from "./matrix/token-seen.ts";

const SHIPPED = new URL("../src/attacks/matrix.json", import.meta.url);
const TOKEN_SEEN = new URL("../src/app/compare/token-seen.json", import.meta.url);

const asJson = process.argv.includes("--json");
const write = process.argv.includes("--write");

const ran = await computeMatrix(attacks, targetsOf(grants), openSandbox);
if (write) {
  await writeFile(SHIPPED, `${JSON.stringify(ran, null, 2)}\n`);
  await writeFile(TOKEN_SEEN, tokenSeenFile(await tokenSeen()));
}
console.log(asJson ? JSON.stringify(ran, null, 2) : tableOf(ran));

const different = mismatches(v.parse(MatrixFile, JSON.parse(await readFile(SHIPPED, "utf8"))), ran);
for (const { shipped, ran: now } of different) {
  console.error(`DIFFERS  shipped: ${told(shipped)}  now: ${told(now)}`);
}
if (different.length > 0) {
  console.error(
    "What is shipped is not what ran. If the change is meant: npm run matrix -- --write",
  );
  process.exitCode = 1;
}

function tableOf({ cells }: Matrix): string {
  const width = Math.max(...cells.map(({ attack }) => attack.length));
  const grantWidth = Math.max(...cells.map(({ grant }) => grant.length));
  return cells
    .map((cell) => `${cell.attack.padEnd(width)}  ${cell.grant.padEnd(grantWidth)}  ${told(cell)}`)
    .join("\n");
}

function told(cell: Cell | undefined): string {
  if (cell === undefined) return "no such cell";
  const { verdict, by, reason } = cell;
  return [verdict, by === undefined ? "" : `by ${by}`, reason === undefined ? "" : `(${reason})`]
    .filter((part) => part !== "")
    .join(" ");
}
