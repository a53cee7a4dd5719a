import { Link } from "wouter";
import { CODE, sectionId } from "../../learn/chapter.ts";
import { numberedTitle } from "../../learn/chapters.ts";
import { codeChapter } from "./code-chapter.ts";

interface Props {
  readonly grant: string;
  readonly variant: string;
}

/** The way to the chapter whose code is nearest to the client of this walk; nothing where none has code. */
export function CodeLink({ grant, variant }: Props) {
  const chapter = codeChapter(grant, variant);
  if (chapter === undefined) return null;
  return (
    <p className="mt-2">
      A program to start from:{" "}
      <Link
        href={`/learn/${chapter.id}#${sectionId(CODE)}`}
        className="text-accent underline underline-offset-4"
      >
        the code in “{numberedTitle(chapter)}”
      </Link>
    </p>
  );
}
