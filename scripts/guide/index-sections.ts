import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes sections.json, the index of sections that citations are checked against, from a folder with the texts of the
 * specifications: RFCs as text (`rfc6749.txt`), drafts as their Markdown source (`rfc9700-….md`, `oauth-2.1-….md`).
 * Usage: `tsx scripts/guide/index-sections.ts <folder>`.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Which folder has the texts?");

const texts = readdirSync(folder).flatMap((file) => {
  const name = nameOf(file);
  return name === undefined ? [] : [{ file, name, text: readFileSync(join(folder, file), "utf8") }];
});
const index = texts
  .map(({ name, text }) => [name, /^#+ /m.test(text) ? ofMarkdown(text) : ofText(text)])
  .toSorted(([a], [b]) => String(a).localeCompare(String(b), "en", { numeric: true }));
writeFileSync(
  new URL("sections.json", import.meta.url),
  `${JSON.stringify(Object.fromEntries(index), undefined, 1)}\n`,
);

function nameOf(file: string): string | undefined {
  const rfc = /^rfc(\d+)/.exec(file)?.[1];
  if (rfc !== undefined) return `RFC ${rfc}`;
  if (file.startsWith("oauth-2.1")) return "OAuth 2.1";
  return file.startsWith("openid-connect-core") ? "OpenID Connect Core" : undefined;
}

/** Headings stand at the margin in the text of an RFC: “4.1.2.  Authorization Response”, “Appendix A.  …”, “A.1.  …”. */
function ofText(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const sections = lines.flatMap((line) => {
    const number = /^(?:Appendix )?((?:\d+|[A-Z])(?:\.\d+)*)\.?[ \u{a0}]{1,3}[“"'`\w<]/u.exec(
      line,
    )?.[1];
    return number === undefined || /\. \.|\.{4}/.test(line) ? [] : [number];
  });
  return sorted(sections);
}

/** Headings of a draft are numbered when it is rendered: from `--- middle` on by figures, from `--- back` by letters. */
function ofMarkdown(source: string): readonly string[] {
  const begun = source.split(/^(?:--- middle|\{mainmatter\})$/m).at(-1) ?? "";
  const [middle = "", back = ""] = begun.split(/^(?:--- back|\{backmatter\})$/m);
  return sorted([
    ...numbered(middle, (count) => String(count)),
    ...numbered(back, (count) => String.fromCodePoint(64 + count)),
  ]);
}

function numbered(part: string, first: (count: number) => string): readonly string[] {
  const counts: number[] = [];
  const levels = levelsIn(part);
  const top = Math.min(...levels);
  return levels.map((heading) => {
    const level = heading - top + 1;
    counts.length = level;
    for (let index = 0; index < level; index += 1) counts[index] ??= index < level - 1 ? 1 : 0;
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    return counts.map((count, index) => (index === 0 ? first(count) : String(count))).join(".");
  });
}

/** The level of each heading, in order; what stands in a fenced block is none, nor what has no number. */
function levelsIn(part: string): readonly number[] {
  const plain = part.replaceAll(/^(~~~|```)[\s\S]*?^\1/gm, "");
  return [...plain.matchAll(/^(#{1,6}) .*$|^\S.*\n(={4,}|-{4,})$/gm)].flatMap(
    ([heading, hashes, line]) => {
      if (/\{:?[^}]*numbered="?false/.test(heading)) return [];
      if (hashes !== undefined) return [hashes.length];
      return [line?.startsWith("=") === true ? 1 : 2];
    },
  );
}

function sorted(sections: readonly string[]): readonly string[] {
  return [...new Set(sections)].toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
}
