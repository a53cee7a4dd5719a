import { writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { causesByCheck } from "../src/learn/errors/causes.ts";
import { collect } from "./causes/collect.ts";

const SHIPPED = new URL("../src/learn/errors/causes.json", import.meta.url);

const ran = await collect();
const checks = Object.entries(ran);
const without = checks.filter(([, { causes }]) => causes.length === 0);
const write = process.argv.includes("--write");

if (write) await writeFile(SHIPPED, `${JSON.stringify(ran, null, 2)}\n`);
console.log(`${checks.length} checks, ${without.length} without a cause`);
for (const [id] of without) console.error(`NO WAY  ${id}`);

const different = checks.filter(([id, row]) => !isDeepStrictEqual(row, causesByCheck[id]));
const gone = Object.keys(causesByCheck).filter((id) => ran[id] === undefined);
for (const id of [...different.map(([one]) => one), ...gone]) console.error(`DIFFERS  ${id}`);
if (!write && different.length + gone.length > 0) {
  console.error(
    "What is shipped is not what ran. If the change is meant: npm run causes -- --write",
  );
}
if (without.length > 0 || (!write && different.length + gone.length > 0)) process.exitCode = 1;
