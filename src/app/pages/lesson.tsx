import { useMemo } from "react";
import { Redirect } from "wouter";
import type { ChapterFacts } from "../../learn/chapter.ts";
import { chapterNamed, chapterNumbered, chapters, numberedTitle } from "../../learn/chapters.ts";
import { headNamed } from "../head.ts";
import { ContentsBeside, ContentsFolded } from "../lesson/chapter-contents.tsx";
import { ChapterWays } from "../lesson/chapter-ways.tsx";
import { lessonComponents } from "../lesson/components.tsx";
import { useReading } from "../lesson/use-reading.ts";
import { lessons } from "../lessons.ts";
import { NoSuch } from "../no-such.tsx";
import { NoScript } from "../no-script.tsx";
import { QuestionsOffer } from "../questions/offer.tsx";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

/** A chapter of the guide. */
export default function LessonPage({ id }: { id: string }) {
  const chapter = chapterNamed(id);
  if (chapter === undefined) {
    const numbered = chapterNumbered(id);
    if (numbered !== undefined) return <Redirect to={`/learn/${numbered.id}`} replace />;
    return <NoSuch what="chapter" name={id} text="The guide has these chapters:" ways={WAYS} />;
  }
  return <Chapter chapter={chapter} />;
}

const WAYS = chapters.map(({ id, title }) => ({ href: `/learn/${id}`, title }));

const FIRST = chapters[0]?.id;
const LAST = chapters.findLast(({ appendix }) => appendix === undefined)?.id;

/** A chapter with its contents beside it and its walks inside it. */
function Chapter({ chapter }: { chapter: ChapterFacts }) {
  const { id, title, summary } = chapter;
  useHead(headNamed(title, summary));
  const Text = lessons[id]?.Part;
  const article = useReading(id);
  const components = useMemo(() => lessonComponents(id), [id]);
  if (Text === undefined) throw new RangeError(`The chapter “${id}” has no text.`);
  return (
    <div className="mx-auto grid w-full max-w-[96rem] gap-x-12 px-4 py-8 sm:px-6 sm:py-12 xl:grid-cols-[13rem_minmax(0,1fr)]">
      <ContentsBeside chapter={chapter} />
      <article ref={article} className="lesson min-w-0">
        <Heading className="mb-6 max-w-[44rem]">{numberedTitle(chapter)}</Heading>
        <ContentsFolded chapter={chapter} />
        {id === FIRST && <QuestionsOffer />}
        <NoScript>
          Your browser runs no script: you can read everything, but the walks and exercises do not
          run.
        </NoScript>
        <Text components={components} />
        {id === LAST && <QuestionsOffer />}
        <ChapterWays id={id} />
      </article>
    </div>
  );
}
