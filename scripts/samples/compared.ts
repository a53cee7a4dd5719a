import type { Language } from "../../src/learn/languages.ts";
import type { Ended } from "./run-program.ts";
import type { ExpectedRun } from "./run-row.ts";

/** Who ran, and against which server. */
interface Ran {
  readonly issuer: string;
  readonly language: Language;
}

/** What a run did otherwise than expected, with what it said; nothing when all went as expected. */
export function compared(expected: ExpectedRun, ended: Ended, ran: Ran): readonly string[] {
  const mistakes = [
    ...(expected.status === ended.exitCode
      ? []
      : [`ended with ${ended.exitCode}, not ${expected.status}`]),
    ...unsaid(expected, ended, ran),
    ...saidBesides(expected, ended, ran),
    ...asOther(expected, ended),
    ...(says(ended.errors, expected.errors ?? "") ? [] : [`its errors lack: ${expected.errors}`]),
  ];
  if (mistakes.length === 0) return [];
  return [...mistakes, `--- output\n${ended.output}`, `--- errors\n${ended.errors}`];
}

function unsaid({ output }: ExpectedRun, ended: Ended, { issuer }: Ran): readonly string[] {
  const lines = ended.output.split("\n");
  const mistakes: string[] = [];
  let at = 0;
  for (const wanted of output.map((line) => line.replaceAll("{issuer}", issuer))) {
    const found = lines.findIndex((line, index) => index >= at && line.includes(wanted));
    if (found === -1) mistakes.push(`does not say, or not in this order: ${wanted}`);
    else at = found + 1;
  }
  return mistakes;
}

function saidBesides(
  { output, whole = false, never = [] }: ExpectedRun,
  ended: Ended,
  { language }: Ran,
): readonly string[] {
  const said = `${ended.output}${ended.errors}`;
  const mistakes = never.filter((one) => said.includes(one)).map((one) => `says: ${one}`);
  const lines = ended.output.split("\n").filter((line) => line.trim() !== "");
  if (!whole || language === "curl" || lines.length === output.length) return mistakes;
  return [...mistakes, `says ${lines.length} lines, not ${output.length}`];
}

function asOther({ client }: ExpectedRun, { opened }: Ended): readonly string[] {
  if (client === undefined) return [];
  const isIts = (url: URL) => url.searchParams.get("client_id") === client;
  return opened.length > 0 && opened.every(isIts) ? [] : [`does not ask as ${client}`];
}

function says(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);
}
