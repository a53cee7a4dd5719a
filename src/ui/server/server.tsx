import { useMemo } from "react";
import type { Memory } from "../../oauth/remembered.ts";
import { useWalk } from "../exchange/walk-context.ts";
import { RecordTree } from "./record-tree.tsx";
import { newsText, type Section, sectionsOf } from "./sections.ts";

interface Props {
  /** What the server remembers, once it has told. */
  readonly memory: Memory | undefined;
}

/** Inside the authorization server: what it remembers now, with what the last message made of it. */
export function Server({ memory }: Props) {
  const { walk } = useWalk();
  const sections = useMemo(
    () => (memory === undefined ? [] : sectionsOf(walk, memory)),
    [walk, memory],
  );
  if (memory === undefined) {
    return <p className="text-sm text-quiet">The server has not told yet what it remembers.</p>;
  }
  return (
    <div className="space-y-5">
      <p className="text-[0.9375rem]">{newsText(memory, walk.taken.length)}</p>
      {sections.map((section) => (
        <SectionView key={section.kind} section={section} now={memory.now} />
      ))}
      <p className="text-sm text-quiet">
        Passwords and client secrets are in there as well. Nobody is shown them.
      </p>
    </div>
  );
}

function SectionView({ section, now }: { readonly section: Section; readonly now: number }) {
  const { title, nodes, others } = section;
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold">{title}</h3>
      {nodes.length > 0 && <RecordTree nodes={nodes} now={now} />}
      {others.length > 0 && (
        <details className="mt-1.5">
          <summary className="min-h-11 cursor-pointer content-center rounded-md text-sm text-quiet hover:text-ink sm:min-h-8 focus-visible:outline-2 focus-visible:outline-accent">
            {nodes.length === 0 ? `All ${others.length}` : `${others.length} more`}
          </summary>
          <RecordTree nodes={others} now={now} />
        </details>
      )}
    </div>
  );
}
