import { Link } from "wouter";
import { Modelled } from "../../ui/primitives/modelled.tsx";
import { VerdictWord } from "../../ui/matrix/verdict.tsx";
import { attackAddress } from "../addresses.ts";
import { type Duel, type DuelGroup, groupsOf, successes } from "./outcomes.ts";
import { restOf } from "./told.ts";

interface Props {
  readonly left: string;
  readonly right: string;
  readonly duels: readonly Duel[];
}

/** What each attack got on either side, as sentences; what the choice does not change is said as plainly. */
export function AttackerSection({ left, right, duels }: Props) {
  return (
    <section aria-labelledby="attacker" className="mt-14">
      <h2 id="attacker" className="text-2xl font-semibold tracking-tight">
        What the attacker got in each
      </h2>
      <p className="mt-2 max-w-[46rem] text-quiet">
        Of {duels.length} ways to attack, {countText(duels, "left")} against {left} and{" "}
        {countText(duels, "right")} against {right}. Each that applies was run, and counts as a
        success only when the loot was used: the API, or a session at the client, answered with
        photos it should not have shown.
      </p>
      {groupsOf(duels).map((group) => (
        <Group key={group.id} group={group} left={left} right={right} />
      ))}
    </section>
  );
}

function countText(duels: readonly Duel[], side: "left" | "right"): string {
  const count = successes(duels, side);
  return count === 0 ? "none succeeds" : `${count} ${count === 1 ? "succeeds" : "succeed"}`;
}

const COLUMNS = "grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_minmax(0,1fr)]";

interface GroupProps {
  readonly group: DuelGroup;
  readonly left: string;
  readonly right: string;
}

function Group({ group: { id, title, duels }, left, right }: GroupProps) {
  return (
    <div data-group={id} className="mt-6">
      <h3 className="font-semibold">
        {title} <span className="font-normal text-quiet">({duels.length})</span>
      </h3>
      <div aria-hidden className={`mt-2 px-4 pb-1 text-sm text-quiet max-md:hidden ${COLUMNS}`}>
        <p />
        <p>Against {left}</p>
        <p>Against {right}</p>
      </div>
      <ul className="mt-2 divide-y divide-line md:mt-0 rounded-2xl border border-line bg-surface">
        {duels.map(({ row, left: one, right: other }) => (
          <li key={row.id} data-duel={row.id} className={`px-4 py-3 ${COLUMNS}`}>
            <p className="text-[0.9375rem] leading-6">
              <span className="block text-sm text-quiet">{row.attack.title}</span>
              <span className="font-medium">{row.way.title}</span>
              {row.way.modelled !== undefined && <Modelled text={row.way.modelled} />}
            </p>
            <Against title={left} duel={{ row, cell: one }} />
            <Against title={right} duel={{ row, cell: other }} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface AgainstProps {
  readonly title: string;
  readonly duel: Pick<Duel, "row"> & { readonly cell: Duel["left"] };
}

function Against({ title, duel: { row, cell } }: AgainstProps) {
  const href = attackAddress(row.attack.id, { way: row.way.id, grant: cell.grant });
  return (
    <div className="min-w-0">
      <p className="text-sm text-quiet md:sr-only">Against {title}</p>
      <p className="text-[0.9375rem] leading-6">
        <Link href={href} className="underline-offset-4 hover:underline">
          <VerdictWord verdict={cell.verdict} />
          <span className="sr-only">
            : run {row.way.title} against {title} yourself
          </span>
        </Link>
        {restOf(row, cell)}
      </p>
    </div>
  );
}
