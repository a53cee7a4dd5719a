import type { Source } from "./sources.ts";

/** The specifications a page cites. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <p className="mt-3 flex max-w-[46rem] flex-wrap items-center gap-x-4 text-[0.9375rem] text-quiet">
      <span>Sources:</span>
      {sources.map(({ title, url }) => (
        <a
          key={url}
          href={url}
          className="flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-8"
        >
          {title}
        </a>
      ))}
    </p>
  );
}
