import { Link } from "wouter";
import { CODE, sectionId } from "../../learn/chapter.ts";
import { numberedTitle } from "../../learn/chapters.ts";
import { codeChapter } from "./code-chapter.ts";

interface Props {
  readonly grant: string;
  readonly variant: string;
}

/** The way to the chapter that has a client of this walk as code to take home; nothing where none has. */
export function CodeLink({ grant, variant }: Props) {
  const chapter = codeChapter(grant, variant);
  if (chapter === undefined) return null;
  return (
    <p className="mt-2">
      As a program to take home:{" "}
      <Link
        href={`/learn/${chapter.id}#${sectionId(CODE)}`}
        className="text-accent underline underline-offset-4"
      >
        the code in “{numberedTitle(chapter)}”
      </Link>
    </p>
  );
}
