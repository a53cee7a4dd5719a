import { grammarFor, highlight, type TokenKind } from "../learn/highlight.ts";

interface Props {
  readonly text: string;
  /** The file it is of: its ending tells the language. */
  readonly file: string;
}

/** Code in colours, as the Code view of a message shows it too; what is no code stays plain. */
export function Highlighted({ text, file }: Props) {
  const grammar = grammarFor(file);
  if (grammar === undefined) return text;
  return highlight(text, grammar).map(({ kind, text: part }, index) => (
    // The parts of one text never change places.
    <span key={`${index}`} className={COLOURS[kind]}>
      {part}
    </span>
  ));
}

const COLOURS: Record<TokenKind, string> = {
  comment: "text-quiet italic",
  string: "text-tone-token",
  keyword: "text-tone-secret",
  number: "text-tone-code",
  name: "text-tone-binding",
  other: "",
};
