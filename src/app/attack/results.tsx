import { CircleSlash, ShieldCheck, ShieldX } from "lucide-react";
import { Link } from "wouter";
import type { Attack, Way } from "../../attacks/attack.ts";
import { type Cell, rowId } from "../../attacks/matrix.ts";
import { shipped } from "../../attacks/shipped.ts";
import type { Target } from "../../attacks/target.ts";
import { attackAddress } from "../addresses.ts";
import { targets } from "./lab.ts";

/** What came of each way of an attack against each grant, in words, and the way to run it. */
export function Results({ attack }: { attack: Attack }) {
  return (
    <div className="mt-5 space-y-5 lg:mt-0">
      {attack.ways.map((way) => (
        <WayResults key={way.id ?? ""} attack={attack} way={way} />
      ))}
    </div>
  );
}

function WayResults({ attack, way }: { attack: Attack; way: Way }) {
  const cells = shipped.cells.filter((cell) => cell.attack === rowId(attack, way));
  const results = targets.map((target) => ({
    target,
    cell: cells.find(({ grant }) => grant === target.id),
  }));
  const told = [...new Set(results.map(({ cell }) => inWords(way, cell)))];
  const groups = told.map((words) => ({
    words,
    of: results.filter(({ cell }) => inWords(way, cell) === words),
  }));
  return (
    <div>
      <h3 className="font-semibold">{way.title}</h3>
      <ul className="mt-1 divide-y divide-line border-t border-line">
        {groups.toSorted(bySeverity).map(({ words, of }) => (
          <li key={words}>
            <Outcome
              attack={attack}
              way={way}
              words={words}
              verdict={verdictOf(of[0]?.cell)}
              of={of.map(({ target }) => target)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

const LOOKS = {
  succeeds: { Icon: ShieldX, look: "text-bad font-semibold" },
  stopped: { Icon: ShieldCheck, look: "text-good" },
  "does not apply": { Icon: CircleSlash, look: "text-quiet" },
  "not run": { Icon: CircleSlash, look: "text-quiet" },
};
const SEVERITY: readonly string[] = Object.keys(LOOKS);

type Verdict = keyof typeof LOOKS;

interface Grouped {
  readonly of: readonly { readonly cell: Cell | undefined }[];
}

function bySeverity(one: Grouped, other: Grouped): number {
  const severity = ({ of }: Grouped) => SEVERITY.indexOf(verdictOf(of[0]?.cell));
  return severity(one) - severity(other);
}

function verdictOf(cell: Cell | undefined): Verdict {
  return cell?.verdict ?? "not run";
}

interface OutcomeProps {
  readonly attack: Attack;
  readonly way: Way;
  readonly words: string;
  readonly verdict: Verdict;
  readonly of: readonly Target[];
}

/** What came of it, and against which grants; their pages run it. */
function Outcome({ attack, way, words, verdict, of }: OutcomeProps) {
  const { Icon, look } = LOOKS[verdict];
  return (
    <div className="px-2 py-2 text-[0.9375rem] leading-6" data-result={verdict}>
      <p className={`flex items-start gap-2 ${look}`}>
        <Icon size={16} aria-hidden className="mt-1 shrink-0" />
        <span className="min-w-0">{words}</span>
      </p>
      <ul className="flex flex-wrap gap-x-4 pl-6">
        {of.map((target) => (
          <li key={target.id}>
            <Link
              href={attackAddress(attack.id, { way: way.id, grant: target.id })}
              aria-label={`${target.title}: ${words}`}
              className="inline-flex min-h-9 items-center underline decoration-line underline-offset-4 hover:text-accent hover:decoration-accent"
            >
              {target.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function inWords({ defences }: Way, cell: Cell | undefined): string {
  if (cell === undefined) return "not run yet";
  if (cell.verdict !== "stopped") return cell.verdict;
  const defence = defences.find(({ id }) => id === cell.by);
  return `stopped: ${defence?.title ?? cell.by}`;
}
