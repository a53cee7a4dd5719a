import { CircleSlash, ShieldCheck, ShieldX } from "lucide-react";
import { Fragment } from "react";
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
  const applicable = results.filter(({ cell }) => cell?.verdict !== "does not apply");
  const others = results.filter(({ cell }) => cell?.verdict === "does not apply");
  return (
    <div>
      <h3 className="font-semibold">{way.title}</h3>
      <ul className="mt-1 divide-y divide-line border-t border-line">
        {applicable.map(({ target, cell }) => (
          <li key={target.id}>
            <Result attack={attack} way={way} target={target} cell={cell} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <NothingToDo attack={attack} way={way} targets={others.map(({ target }) => target)} />
      )}
    </div>
  );
}

interface NothingProps {
  readonly attack: Attack;
  readonly way: Way;
  readonly targets: readonly Target[];
}

/** The grants an attack has nothing to do against; their pages say why. */
function NothingToDo({ attack, way, targets: others }: NothingProps) {
  return (
    <p className="border-t border-line px-2 py-2 text-[0.9375rem] leading-6 text-quiet">
      <CircleSlash size={16} aria-hidden className="mr-2 mb-0.5 inline" />
      does not apply to{" "}
      {others.map((target, index) => (
        <Fragment key={target.id}>
          {index > 0 && "; "}
          <Link
            href={attackAddress(attack.id, { way: way.id, grant: target.id })}
            className="underline underline-offset-4 hover:text-ink"
          >
            {target.title}
          </Link>
        </Fragment>
      ))}
    </p>
  );
}

interface ResultProps {
  readonly attack: Attack;
  readonly way: Way;
  readonly target: Target;
  readonly cell: Cell | undefined;
}

const LOOKS = {
  succeeds: { Icon: ShieldX, look: "text-bad font-semibold" },
  stopped: { Icon: ShieldCheck, look: "text-good" },
  "not run": { Icon: CircleSlash, look: "text-quiet" },
};

function Result({ attack, way, target, cell }: ResultProps) {
  const verdict =
    cell === undefined || cell.verdict === "does not apply" ? "not run" : cell.verdict;
  const { Icon, look } = LOOKS[verdict];
  return (
    <Link
      href={attackAddress(attack.id, { way: way.id, grant: target.id })}
      className="grid gap-x-4 px-2 py-2 leading-6 hover:bg-sunken sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
      data-result={verdict}
    >
      <span className="text-[0.9375rem]">{target.title}</span>
      <span className={`flex items-start gap-2 text-[0.9375rem] ${look}`}>
        <Icon size={16} aria-hidden className="mt-1 shrink-0" />
        <span className="min-w-0">{inWords(way, cell)}</span>
      </span>
    </Link>
  );
}

function inWords({ defences }: Way, cell: Cell | undefined): string {
  if (cell?.verdict === "succeeds") return "succeeds";
  const defence = defences.find(({ id }) => id === cell?.by);
  return cell === undefined ? "not run yet" : `stopped: ${defence?.title ?? cell.by}`;
}
