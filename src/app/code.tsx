import { highlight, type TokenKind } from "../learn/highlight.ts";

interface Props {
  readonly text: string;
  /** Text that is no TypeScript. */
  readonly plain?: boolean;
  /** What it is, for a screen reader. */
  readonly label: string;
}

/** A block of code that scrolls by itself. */
export function Code({ text, plain = false, label }: Props) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="max-h-[32rem] overflow-auto border-t border-line p-4"
    >
      <code className="block w-max min-w-full font-mono text-sm leading-6 whitespace-pre">
        {plain ? text : <Highlighted text={text} />}
      </code>
    </div>
  );
}

/** TypeScript in colours, as the Code view of a message shows it too. */
export function Highlighted({ text }: { text: string }) {
  return highlight(text).map(({ kind, text: part }, index) => (
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
