import { changes } from "../../learn/changes.ts";
import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed("Changes", "What changed in Grantlab, and when, the newest first.");

/** What changed, and when. */
export default function ChangelogPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Changes</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        What changed for those who use Grantlab, the newest first.
      </p>
      {changes.map(({ date, title, changes: list }) => (
        <section key={title} aria-labelledby={idOf(title)} className="mt-10 max-w-[44rem]">
          <h2 id={idOf(title)} className="text-2xl font-semibold tracking-tight">
            {title}
          </h2>
          <p className="mt-1 text-sm text-quiet">
            <time dateTime={date}>{date}</time>
          </p>
          <ul className="mt-3 list-disc space-y-2 pl-5">
            {list.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function idOf(title: string): string {
  return title.toLowerCase().replaceAll(/\W+/g, "-");
}
