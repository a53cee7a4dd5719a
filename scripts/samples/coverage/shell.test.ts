import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FOLDER_VARIABLE, MARKS, markedPieces } from "./marks.ts";
import { gaps } from "./pieces.ts";
import { marked } from "./shell.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "grantlab-"));
});
afterAll(() => rm(folder, { recursive: true }));

const SCRIPT = `#!/bin/sh
set -eu

# One of these lines is never reached; it's a comment that says "so.
fail() {
  echo "It is $1." >&2
  exit 1
}

word() {
  printf '%s' "$1" | sed 's/ (.*//'
}

for one in "apple (red)" pear; do
  case $(word "$one") in
    apple) ;;
    pear) echo "$(word "$one")" ;;
    *)
      fail "$one"
      ;;
  esac
  [ "$one" != plum ] || fail plum
done
if [ "$one" = fig ]; then
  echo fig
elif [ "$one" = pear ] && [ "$one" != "\\"" ]; then
  echo "a" &&
    echo "b"
fi
long=$(printf '%s' \\
  "$one") ||
  fail long
echo "$long"
`;

it("a marked script says what it said, and tells what it has not executed", async () => {
  const { text, marks } = marked("client.sh", SCRIPT);
  await writeFile(join(folder, "client.sh"), text);
  await writeFile(join(folder, MARKS), marks.join("\n"));
  const env = { ...process.env, [FOLDER_VARIABLE]: folder };
  const run = promisify(execFile);
  const { stdout } = await run("sh", ["client.sh"], { cwd: folder, env });
  expect(stdout).toBe((await run("sh", ["-c", SCRIPT])).stdout);
  expect(stdout).toBe("pear\na\nb\npear\n");
  const lines = gaps(await markedPieces("sample", folder, folder));
  expect(lines.map(({ line }) => line)).toEqual([6, 7, 19, 22, 25, 32]);
});

it.each([
  'fail() { echo "$1"; }',
  "if true; then echo a; fi",
  "{ echo a; echo b; } | cat",
  "cat <<END\na\nEND",
  'echo "a',
])("a script in another style than the samples’ is refused: %s", (script) => {
  expect(() => marked("client.sh", script)).toThrow(SyntaxError);
});
