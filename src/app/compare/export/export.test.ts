import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";
import { markdownOf } from "./markdown.ts";
import { pictureOf } from "./picture.ts";
import { report } from "./report.fixture.ts";
import { linesOf, measured } from "./text-lines.ts";

test("a CSV has a record for each cell, CRLF after each, and quotes where they are needed (RFC 4180 §2)", () => {
  expect(csvOf(report)).toBe(
    [
      "table,row,grant,value,stopped by,spec,reason,modelled",
      "fact,Refresh,Implicit,None,,,,",
      "fact,Refresh,Code,'=HYPERLINK(1),,,,",
      "fact,PKCE,Implicit,'-,,,,",
      'fact,PKCE,Code,"Yes, S256",,,,',
      "attack,Leak: From the history,Implicit,succeeds,,,,The history.",
      'attack,Leak: From the history,Code,stopped,"The verifier, or “=proof”",RFC 7636 §4.6,,The history.',
      "attack,Leak: From the history,Other,not computed,,,,The history.",
      'attack,Injection: Of a code,Implicit,does not apply,,,"There is no ""code"" | none.",',
      "attack,Injection: Of a code,Code,stopped,x.y,,,",
      "attack,Injection: Of a code,Other,succeeds,,,,",
      "",
    ].join("\r\n"),
  );
});

test("no field of a CSV can begin a formula", () => {
  const cells = ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "1-1"];
  const rows = [{ title: "t", cells }];
  const csv = csvOf({ ...report, facts: { columns: cells, chosen: [0, 0], rows } });
  expect(csv.match(/(?<=[,"\n])[=+\-@\t\r]./g)).toEqual(null);
});

test("Markdown has the title, the date and three tables in which nothing breaks out of its cell", () => {
  expect(markdownOf(report)).toBe(`# Implicit against Code

2026-01-31. Every verdict is the result of running the attack; see <https://grantlab.example/compare/implicit/code>.

## Facts

|  | Implicit | Code |
| --- | --- | --- |
| Refresh | None | =HYPERLINK(1) |
| PKCE | - | Yes, S256 |

## What the attacker got in each

| Attack | Implicit | Code |
| --- | --- | --- |
| Leak: From the history (modelled: The history.) | Succeeds: the token is read & used. | Stopped by a check: PKCE (RFC 7636 §4.6). |

## Every attack against every grant

| Attack | Implicit | Code | Other |
| --- | --- | --- | --- |
| Leak: From the history (modelled: The history.) | succeeds | stopped by: The verifier, or “=proof” (RFC 7636 §4.6) | not computed |
| Injection: Of a code | does not apply: There is no "code" \\| none. | stopped by: x.y | succeeds |
`);
});

test("the picture is on white, has title, date and both sides, and escapes what XML would read", () => {
  const { svg, width, height } = pictureOf(report);
  expect(svg).toContain(`<rect width="${width}" height="${height}" fill="#ffffff"/>`);
  const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(texts).toEqual([
    "Implicit against Code",
    "2026-01-31. Every verdict is the result of running the attack. https://grantlab.example/compare/implicit/code",
    "In plain words",
    "Implicit",
    "Code",
    "Refresh",
    "None",
    "=HYPERLINK(1)",
    "PKCE",
    "-",
    "Yes, S256",
    "What the attacker got",
    "Implicit",
    "Code",
    "Leak",
    "From the history",
    "modelled",
    "✕ Succeeds",
    "The token is read &amp; used.",
    "✓ Stopped",
    "By a check: PKCE (RFC 7636 §4.6).",
  ]);
});

test("no line of the picture is wider than its column, one long word included", () => {
  const text = `A word and https://${"long.".repeat(40)}example and the rest of a sentence`;
  const lines = linesOf(text, 200, 14);
  expect(lines.filter((line) => measured(line, 14) > 200)).toEqual([]);
  expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
});
