/** Letters, digits and the marks that mean nothing to Mermaid; all else is written as a character code. */
const PLAIN = /[\p{L}\p{N} ./_,…?=()'’‘“”→–-]/u;
const BLANKS = /[\p{Cc}\s]+/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Text as Mermaid takes it anywhere: one line, `#code;` for every character of its grammar (`# ; < > : "`, `%%`, `$$`),
 * and the word `end`, which would close a block, made harmless.
 */
export function escapeMermaid(text: string): string {
  const line = text.replace(LONE_SURROGATES, "\ufffd").replace(BLANKS, " ").trim();
  const escaped = Array.from(line, (char) => (PLAIN.test(char) ? char : code(char))).join("");
  return escaped.replace(/\bend\b/giu, (word) => `${code(word.charAt(0))}${word.slice(1)}`);
}

function code(char: string): string {
  return `#${char.codePointAt(0) ?? 0xfffd};`;
}

/** The text with an ellipsis for what goes beyond so many characters. */
export function shorten(text: string, most: number): string {
  const chars = Array.from(text);
  return chars.length <= most
    ? text
    : `${chars
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

/** The text in lines of so many characters, broken between words, three lines at most. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(shorten(word, width));
    }
  }
  return lines.length <= 3
    ? lines
    : [...lines.slice(0, 2), `${shorten(lines[2] ?? "", width - 1)}…`];
}
