import { Link } from "wouter";
import { type ChapterFacts, sectionId } from "../../learn/chapter.ts";
import { chapters, numberedTitle } from "../../learn/chapters.ts";
import { standing } from "../../learn/progress.ts";
import { headNamed } from "../head.ts";
import { QuestionsOffer } from "../questions/offer.tsx";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";
import { useProgress } from "../use-progress.ts";

const HEAD = headNamed(
  "The guide",
  "OAuth 2.0 from the first redirect on, each chapter with the real flow to walk.",
);

/** The guide's contents, with the reader's progress. */
export default function LearnPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>The guide</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        One running example: print.example, a shop that prints photos; api.example, where Alice
        keeps hers; and auth.example, the only site that ever sees her password. In every chapter
        you send the messages.
      </p>
      <QuestionsOffer />
      <ol className="mt-8 space-y-4">
        {chapters.map((chapter) => (
          <Chapter key={chapter.id} chapter={chapter} />
        ))}
      </ol>
    </div>
  );
}

function Chapter({ chapter }: { chapter: ChapterFacts }) {
  const { reached, next } = standing(useProgress(), chapter.id, chapter.sections);
  const begun = reached > 0 && next !== undefined;
  const address = `/learn/${chapter.id}`;
  return (
    <li className="rounded-2xl border border-line bg-surface p-6 sm:p-8">
      <h2 className="text-2xl font-semibold tracking-tight">
        <Link href={address} className="hover:text-accent">
          {numberedTitle(chapter)}
        </Link>
      </h2>
      <p className="mt-2 max-w-[44rem] text-quiet">{chapter.summary}</p>
      <details className="mt-2">
        <summary className="flex min-h-11 w-fit items-center text-quiet hover:text-ink">
          {chapter.sections.length} sections
        </summary>
        <ol className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {chapter.sections.map((section) => (
            <li key={section}>
              <Link
                href={`${address}#${sectionId(section)}`}
                className="flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent"
              >
                {section}
              </Link>
            </li>
          ))}
        </ol>
      </details>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Link
          href={begun ? `${address}#${sectionId(next)}` : address}
          className="flex min-h-11 items-center rounded-lg bg-accent px-5 font-medium text-accent-ink"
        >
          {begun ? `Continue: ${next}` : reached > 0 ? "Read it again" : "Begin"}
        </Link>
        <span className="text-quiet">
          {reached === 0
            ? `${chapter.minutes} minutes of reading`
            : `${reached} of ${chapter.sections.length} sections reached`}
        </span>
      </div>
    </li>
  );
}
