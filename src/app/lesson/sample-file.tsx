import { Link } from "wouter";
import { type Piece, piecesOf } from "../../learn/regions.ts";
import { mayHaveRegions, type SourceFile } from "../../learn/source-file.ts";
import { Highlighted } from "../code.tsx";
import type { NamedMessage } from "./sample-messages.ts";

interface Props {
  readonly file: SourceFile;
  /** Those whose code the sample has, by the names of its regions. */
  readonly messages: ReadonlyMap<string, NamedMessage>;
}

/** A file that scrolls by itself. The code of a message stands under its name, which leads to it in the stepper. */
export function SampleFile({ file: { name, text }, messages }: Props) {
  const pieces = mayHaveRegions(name) ? piecesOf(text) : [whole(text)];
  return (
    <div
      role="region"
      aria-label={name}
      tabIndex={0}
      className="max-h-[32rem] overflow-auto border-t border-line py-4"
    >
      <code className="block w-max min-w-full font-mono text-sm leading-6 whitespace-pre">
        {pieces.map((piece, index) => (
          <PieceOfCode key={`${index}`} file={name} piece={piece} messages={messages} />
        ))}
      </code>
    </div>
  );
}

function whole(text: string): Piece {
  return { names: [], inRegion: false, apart: false, text: text.trimEnd() };
}

interface PieceProps extends Pick<Props, "messages"> {
  readonly file: string;
  readonly piece: Piece;
}

function PieceOfCode({ file, piece, messages }: PieceProps) {
  const { names, inRegion, apart, text } = piece;
  const named = names.flatMap((name) => messages.get(name) ?? []);
  return (
    <span
      className={`block border-l-2 px-4 ${inRegion ? "border-accent bg-sunken" : "border-transparent"} ${apart ? "mt-6" : ""}`}
    >
      {named.length > 0 && (
        <span className="sticky left-4 flex w-fit gap-x-4 font-sans whitespace-normal select-none">
          {named.map(({ href, title }) => (
            <Link
              key={href}
              href={href}
              className="inline-flex min-h-6 items-center text-[0.8125rem] text-accent underline decoration-line underline-offset-4 hover:decoration-accent"
            >
              {title}
            </Link>
          ))}
        </span>
      )}
      <span className="block">
        <Highlighted text={text} file={file} />
      </span>
    </span>
  );
}
