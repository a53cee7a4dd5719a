import { ArrowRight } from "lucide-react";
import { Link } from "wouter";
import { sectionId } from "../../learn/chapter.ts";
import { chapters, numberedTitle } from "../../learn/chapters.ts";
import { nextToRead, type Progress, standing } from "../../learn/progress.ts";
import { buttonClass } from "../../ui/primitives/button.ts";

/** How far the reader is in the whole guide, and where to go on. */
export function WhereYouAre({ progress }: { readonly progress: Progress }) {
  const next = nextToRead(progress, chapters);
  const stands = chapters.map(({ id, sections }) => standing(progress, id, sections));
  const reached = stands.reduce((sum, one) => sum + one.reached, 0);
  const finished = stands.filter((one) => one.next === undefined).length;
  return (
    <section
      aria-label="Where you are"
      className="mt-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-2xl border border-line bg-surface p-5 sm:p-6"
    >
      {next === undefined ? (
        <p className="font-semibold text-good">You have come through all of it.</p>
      ) : (
        <Link
          href={`/learn/${next.chapter.id}${reached === 0 ? "" : `#${sectionId(next.section)}`}`}
          className={`${buttonClass("primary")} max-w-full py-2`}
        >
          {reached === 0
            ? "Begin with the first chapter"
            : `Continue: ${numberedTitle(next.chapter)}, ${next.section}`}
          <ArrowRight size={18} aria-hidden className="shrink-0" />
        </Link>
      )}
      <div className="min-w-0 flex-1 basis-64">
        <progress
          aria-label="Sections reached"
          value={reached}
          max={SECTIONS}
          className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
        <p className="mt-2 text-[0.9375rem] text-quiet">
          {reached === 0
            ? `${chapters.length} chapters. What you reach is kept in this browser.`
            : `${finished} of ${chapters.length} chapters finished, ${reached} of ${SECTIONS} sections reached. Kept in this browser.`}
        </p>
      </div>
    </section>
  );
}

const SECTIONS = chapters.reduce((sum, { sections }) => sum + sections.length, 0);
