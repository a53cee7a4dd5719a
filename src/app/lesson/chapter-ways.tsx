import { ArrowLeft, ArrowRight } from "lucide-react";
import { Link } from "wouter";
import type { ChapterFacts } from "../../learn/chapter.ts";
import { neighbours, numberedTitle } from "../../learn/chapters.ts";

/** The ways on from a chapter's end: to the one before it and to the one after it. */
export function ChapterWays({ id }: { id: string }) {
  const [before, after] = neighbours(id);
  return (
    <nav
      aria-label="Other chapters"
      className="mt-14 flex max-w-[44rem] flex-wrap justify-between gap-3"
    >
      {before && <Way chapter={before} says="Previous chapter" />}
      {after && <Way chapter={after} says="Next chapter" next />}
    </nav>
  );
}

interface WayProps {
  readonly chapter: ChapterFacts;
  readonly says: string;
  readonly next?: boolean;
}

function Way({ chapter, says, next = false }: WayProps) {
  return (
    <Link
      href={`/learn/${chapter.id}`}
      className={`flex min-h-11 min-w-56 flex-1 items-center gap-3 rounded-xl border border-line bg-surface px-4 py-3 hover:border-accent ${next ? "justify-end text-right" : ""}`}
    >
      {!next && <ArrowLeft size={18} aria-hidden className="shrink-0 text-quiet" />}
      <span>
        <span className="block text-sm text-quiet">{says}</span>
        <span className="font-medium">{numberedTitle(chapter)}</span>
      </span>
      {next && <ArrowRight size={18} aria-hidden className="shrink-0 text-quiet" />}
    </Link>
  );
}
