import { FactsTable } from "../../ui/matrix/facts-table.tsx";
import type { Column } from "../../ui/matrix/types.ts";
import { facts } from "./facts.ts";
import { type Side, sideName } from "./sides.ts";

interface Props {
  readonly sides: readonly Side[];
  readonly columns: readonly Column[];
}

/** The plain table people look for. */
export function FactsSection({ sides, columns }: Props) {
  const lines = facts.map(({ id, title, of }) => ({
    id,
    title,
    facts: Object.fromEntries(sides.map((side) => [sideName(side), of(side)])),
  }));
  return (
    <section aria-labelledby="facts" className="mt-14">
      <h2 id="facts" className="text-2xl font-semibold tracking-tight">
        Which one, in plain words
      </h2>
      <p className="mt-2 mb-4 max-w-[46rem] text-quiet">
        What a walk does is read from its definition; who sees the token is what walking it shows.
      </p>
      <FactsTable caption="Facts by grants" columns={columns} lines={lines} />
    </section>
  );
}
