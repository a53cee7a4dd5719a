/** What a stretch of code is coloured as. */
export type TokenKind = "comment" | "string" | "keyword" | "number" | "name" | "other";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

interface Grammar {
  readonly keywords: string;
  readonly comment: string;
  readonly string: string;
}

const QUOTED = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`;
const SLASHES = String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/`;
const HASH = String.raw`(?<![^\s])#[^\n]*`;

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  ts: {
    keywords:
      "as async await break case catch class const continue default else export extends finally for from function if import in interface let new null of readonly return static switch this throw true false try type typeof undefined void while",
    comment: SLASHES,
    string: String.raw`${QUOTED}|${"`"}(?:\\.|[^${"`"}\\])*${"`"}`,
  },
  go: {
    keywords:
      "break case chan const continue default defer else fallthrough false for func go goto if import interface map nil package range return select struct switch true type var",
    comment: SLASHES,
    string: String.raw`${QUOTED}|${"`"}[^${"`"}]*${"`"}`,
  },
  py: {
    keywords:
      "and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield",
    comment: HASH,
    string: String.raw`"""[\s\S]*?"""|${QUOTED}`,
  },
  sh: {
    keywords: "case do done elif else esac exit fi for if in return then while",
    comment: HASH,
    string: String.raw`"(?:\\[\s\S]|[^"\\])*"|'[^']*'`,
  },
};

/** What the text of a file of that name can be coloured as; nothing when it is no code. */
export function grammarFor(file: string): keyof typeof GRAMMARS | undefined {
  const [, ending = ""] = /\.(\w+)$/.exec(file.replace(/\.js$/, ".ts")) ?? [];
  return Object.hasOwn(GRAMMARS, ending) ? ending : undefined;
}

/** Cuts code into stretches to be coloured, TypeScript unless told otherwise. Joined again they are the source, to the letter. */
export function highlight(source: string, grammar = "ts"): readonly Token[] {
  const parts = partsOf(grammar);
  const pattern = new RegExp(parts.map(([, part]) => `(${part})`).join("|"), "g");
  const tokens: Token[] = [];
  let at = 0;
  for (const match of source.matchAll(pattern)) {
    if (match.index > at) tokens.push({ kind: "other", text: source.slice(at, match.index) });
    const group = match.slice(1).findIndex((part) => part !== undefined);
    tokens.push({ kind: parts[group]?.[0] ?? "other", text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < source.length) tokens.push({ kind: "other", text: source.slice(at) });
  return tokens;
}

/** Throws `RangeError` for a grammar that does not exist. */
function partsOf(name: string): readonly (readonly [TokenKind, string])[] {
  const grammar = GRAMMARS[name];
  if (grammar === undefined) throw new RangeError(`There is no grammar “${name}”.`);
  return [
    ["comment", grammar.comment],
    ["string", grammar.string],
    ["keyword", String.raw`\b(?:${grammar.keywords.replaceAll(" ", "|")})\b`],
    ["number", String.raw`\b\d[\d_.]*\b`],
    ["name", String.raw`\b[A-Za-z_$][\w$]*(?=\()`],
  ];
}
