import { Link } from "wouter";
import { chapters } from "../../learn/chapters.ts";
import { headNamed } from "../head.ts";
import { ChapterCard } from "../lesson/chapter-card.tsx";
import { WhereYouAre } from "../lesson/where-you-are.tsx";
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
  const progress = useProgress();
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>The guide</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        One running example: print.example, a shop that prints photos; api.example, where Alice
        keeps hers; and auth.example, the only site that ever sees her password. In every chapter
        you send the messages.
      </p>
      <WhereYouAre progress={progress} />
      <QuestionsOffer />
      <p className="mt-6 max-w-[44rem] text-quiet">
        In each chapter the walk counts as reached when it is done, and the two exercises when they
        are solved. In a hurry:{" "}
        <Link href="/choose" className="text-accent underline underline-offset-4">
          choose a grant
        </Link>{" "}
        and read its chapter, or start from{" "}
        <Link href="/scenarios" className="text-accent underline underline-offset-4">
          an application like yours
        </Link>
        .
      </p>
      <ol className="mt-4 space-y-3">
        {chapters.map((chapter) => (
          <ChapterCard key={chapter.id} chapter={chapter} progress={progress} />
        ))}
      </ol>
    </div>
  );
}
