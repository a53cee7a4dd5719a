import { type ChapterFacts, sectionId } from "../../learn/chapter.ts";
import { useProgress } from "../use-progress.ts";

interface Props {
  readonly chapter: ChapterFacts;
}

/** The sections of a chapter and which of them were reached, beside the text where there is room. */
export function ContentsBeside({ chapter }: Props) {
  const reached = useReached(chapter);
  return (
    <nav aria-label="In this chapter" className="hidden xl:block">
      <ol className="sticky top-8 space-y-1 text-[0.9375rem]">
        <Sections of={chapter} reached={reached} />
      </ol>
    </nav>
  );
}

/** The same, folded above the text where there is no room beside it. */
export function ContentsFolded({ chapter }: Props) {
  const reached = useReached(chapter);
  return (
    <details className="mb-6 max-w-[44rem] rounded-xl border border-line bg-surface px-4 xl:hidden">
      <summary className="py-2.5 text-quiet">
        Sections: {reached.length} of {chapter.sections.length} reached
      </summary>
      <nav aria-label="In this chapter">
        <ol className="grid gap-x-6 pb-3 sm:grid-cols-2">
          <Sections of={chapter} reached={reached} />
        </ol>
      </nav>
    </details>
  );
}

function useReached({ id, sections }: ChapterFacts): readonly string[] {
  const progress = useProgress()[id] ?? [];
  return sections.filter((section) => progress.includes(section));
}

interface SectionsProps {
  readonly of: ChapterFacts;
  readonly reached: readonly string[];
}

function Sections({ of: { sections }, reached }: SectionsProps) {
  return sections.map((section) => (
    <li key={section}>
      <a
        href={`#${sectionId(section)}`}
        className="flex items-baseline gap-2 rounded-lg py-2.5 text-quiet hover:text-ink xl:py-1.5"
      >
        <span aria-hidden className="w-4 shrink-0 text-good">
          {reached.includes(section) ? "✓" : "·"}
        </span>
        {section}
        {reached.includes(section) && <span className="sr-only">(reached)</span>}
      </a>
    </li>
  ));
}
