/** Lines of a shell script that belong together. */
export interface LogicalLine {
  readonly text: string;
  /** The number of the first of them. */
  readonly line: number;
  /** Where in the text its command begins; nothing where it has none. */
  readonly command?: number;
  /** Where its last command begins, after `||` or `&&`. */
  readonly last?: number;
}

/** The lines of a script, with the commands they begin with. Throws where one has several, or does not end. */
export function logicalLines(script: string): readonly LogicalLine[] {
  let isPattern = false;
  return joined(script).map(({ text, line, scanned }) => {
    const trimmed = text.trim();
    if (trimmed === "" || trimmed.startsWith("#")) return { text, line };
    if (SEVERAL.test(trimmed)) throw new SyntaxError(`Several commands in line ${line}: ${text}`);
    const begin = isPattern && trimmed !== "esac" ? scanned.pattern : 0;
    isPattern = /^case .* in$|;;$/.test(trimmed);
    const [before = ""] = BEFORE_COMMAND.exec(text.slice(begin)) ?? [];
    const command = begin + before.length;
    if (NO_COMMAND.test(text.slice(command))) return { text, line };
    const isWhole = /^\s*$/.test(before) && !isPattern;
    return { text, line, command, ...(isWhole && scanned.last && { last: scanned.last }) };
  });
}

const BEFORE_COMMAND = /^\s*((if|elif|while|until)\s+)?/;
const NO_COMMAND = /^((fi|done|esac)\b.*|\}.*|else|then|do|\{|;;|\w+\(\) \{|)$/;
const SEVERAL = /(^|\s)\{\s+\S|; (then|do|done|fi)\b.|<<|^(else|do|then) /;

interface Scanned {
  /** What would close the quotes and parentheses that are open at the end. */
  readonly open: string;
  /** Behind the first parenthesis that nothing opened. */
  readonly pattern: number;
  /** Behind the last `||` or `&&` outside of them. */
  readonly last: number;
}

function joined(script: string) {
  const lines: { text: string; line: number; scanned: Scanned }[] = [];
  let line = 1;
  let begun: string | undefined;
  for (const [index, next] of script.split("\n").entries()) {
    const text: string = begun === undefined ? next : `${begun}\n${next}`;
    const scanned = scan(text);
    begun = text;
    if (scanned.open !== "" || /(\\|\||&&)$/.test(next)) continue;
    lines.push({ text, line, scanned });
    line = index + 2;
    begun = undefined;
  }
  if (begun !== undefined) throw new SyntaxError(`Line ${line} does not end: ${begun}`);
  return lines;
}

function scan(text: string): Scanned {
  let open = "";
  let [pattern, last] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const before = text.charAt(at - 1);
    if (character === "\\" && !open.endsWith("'")) {
      at += 1;
      continue;
    }
    if (character === "#" && !/["']$/.test(open) && /^\s?$/.test(before)) break;
    if (open === "" && character === ")" && pattern === 0) pattern = at + 1;
    if (open === "" && /^(\|\||&&)\s/.test(text.slice(at))) last = at + 3;
    open = openAfter(open, character, before);
  }
  return { open, pattern, last };
}

function openAfter(open: string, character: string, before: string): string {
  const innermost = open.at(-1);
  if (character === innermost) return open.slice(0, -1);
  if (innermost === "'") return open;
  if (character === '"') return `${open}"`;
  if (innermost === '"') return character === "(" && before === "$" ? `${open})` : open;
  if (character === "(") return `${open})`;
  return character === "'" ? `${open}'` : open;
}
