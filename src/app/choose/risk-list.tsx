import { Link } from "wouter";
import { Modelled } from "../../ui/primitives/modelled.tsx";
import { type Demanded, demandedText, type Risk } from "./risks.ts";

/** Attacks that got in, each with the way to run it again. */
export function RiskList({ risks }: { readonly risks: readonly Risk[] }) {
  return (
    <ul className="mt-3 divide-y divide-line rounded-2xl border border-line bg-surface">
      {risks.map(({ row, subject, href, demanded, could }) => (
        <li key={row.id} data-risk={row.id} className="px-4 py-3 sm:px-5">
          <p>
            <Link href={href} className="font-semibold text-accent underline underline-offset-4">
              {row.attack.title}: {row.way.title}
            </Link>
            {row.way.modelled !== undefined && <Modelled text={row.way.modelled} />}
          </p>
          <p className="mt-1 text-[0.9375rem] text-quiet">
            {row.attack.summary} Shown against {subject.target.title}.
          </p>
          {demanded !== undefined && <WithDemanded demanded={demanded} />}
          {could.length > 0 && (
            <p className="mt-1 text-[0.9375rem] text-quiet">
              To try with: {could.map(({ title, spec }) => `${title} (${spec})`).join("; ")}.
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function WithDemanded({ demanded }: { readonly demanded: Demanded }) {
  return (
    <p className="mt-1 text-[0.9375rem]">
      {demandedText(demanded)}{" "}
      <Link href={demanded.href} className="text-accent underline underline-offset-4">
        Run it with that
      </Link>
    </p>
  );
}
