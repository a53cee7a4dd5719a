import { Check, ChevronRight } from "lucide-react";
import { Link } from "wouter";
import { type ChapterFacts, sectionId } from "../../learn/chapter.ts";
import { numberedTitle } from "../../learn/chapters.ts";
import { type Progress, standing } from "../../learn/progress.ts";
import { buttonClass } from "../../ui/primitives/button.ts";

interface Props {
  readonly chapter: ChapterFacts;
  readonly progress: Progress;
}

/** A chapter among the others: what it is about, how far its reader is, and the way into it. */
export function ChapterCard({ chapter, progress }: Props) {
  const { id, sections } = chapter;
  const { reached, next } = standing(progress, id, sections);
  const begun = reached > 0 && next !== undefined;
  const address = `/learn/${id}`;
  return (
    <li className="rounded-2xl border border-line bg-surface px-5 pt-5 pb-3 sm:px-6">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="text-xl font-semibold tracking-tight">
            <Link href={address} className="hover:text-accent">
              {numberedTitle(chapter)}
            </Link>
          </h2>
          <p className="mt-1 max-w-[44rem] text-quiet">{chapter.summary}</p>
        </div>
        <Link
          href={begun ? `${address}#${sectionId(next)}` : address}
          className={`${buttonClass("secondary")} max-w-full py-2`}
        >
          {begun ? `Continue: ${next}` : reached > 0 ? "Read it again" : "Begin"}
        </Link>
      </div>
      <details className="group mt-1">
        <summary className="flex min-h-11 w-fit items-center gap-1.5 text-[0.9375rem] text-quiet hover:text-ink">
          <ChevronRight size={16} aria-hidden className="shrink-0 group-open:rotate-90" />
          {farText(chapter, reached)}
        </summary>
        <ol className="grid gap-x-6 pb-2 sm:grid-cols-2 lg:grid-cols-3">
          {sections.map((section) => (
            <Section
              key={section}
              href={`${address}#${sectionId(section)}`}
              title={section}
              reached={progress[id]?.includes(section) === true}
            />
          ))}
        </ol>
      </details>
    </li>
  );
}

interface SectionProps {
  readonly href: string;
  readonly title: string;
  readonly reached: boolean;
}

function Section({ href, title, reached }: SectionProps) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-11 items-center gap-1.5 underline decoration-line underline-offset-4 hover:decoration-accent"
      >
        {title}
        {reached && <Check size={16} role="img" aria-label="reached" className="text-good" />}
      </Link>
    </li>
  );
}

function farText({ appendix, minutes, sections }: ChapterFacts, reached: number): string {
  const kind = appendix ? "Appendix · " : "";
  const far =
    reached === 0
      ? `${sections.length} sections`
      : reached < sections.length
        ? `${reached} of ${sections.length} sections reached`
        : `Finished: all ${sections.length} sections reached`;
  return `${kind}${far} · ${minutes} minutes of reading`;
}
