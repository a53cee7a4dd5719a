import { chapterNamed } from "../../learn/chapters.ts";
import { sourceAddress } from "../../learn/source.ts";

/** What a chapter rests on, each at its section, and the day it was held against that. */
export function Sources({ chapter }: { chapter: string }) {
  const { sources = [], checked } = chapterNamed(chapter) ?? {};
  return (
    <div className="my-4 max-w-[44rem]">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {sources.map((source) => (
          <li key={source}>
            <a
              href={sourceAddress(source)}
              rel="noopener"
              className="flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {source}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-quiet">
        Checked against these texts on <time dateTime={checked}>{checked}</time>.
      </p>
    </div>
  );
}
