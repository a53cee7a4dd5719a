import { Link } from "wouter";
import { VerdictWord } from "../../ui/matrix/verdict.tsx";
import { Modelled } from "../../ui/primitives/modelled.tsx";
import { Coded } from "../choose/coded.tsx";
import type { ThreatView } from "./threats.ts";

/** Threats, each with what came of it and the way to run it. */
export function ThreatList({ threats }: { readonly threats: readonly ThreatView[] }) {
  return (
    <ul className="mt-4 divide-y divide-line rounded-2xl border border-line bg-surface">
      {threats.map(({ row, why, results }) => (
        <li
          key={row.id}
          data-threat={row.id}
          className="gap-x-8 px-4 py-4 sm:px-5 lg:grid lg:grid-cols-2"
        >
          <div>
            <h3 className="font-semibold">
              {row.attack.title}: {row.way.title}
              {row.way.modelled !== undefined && <Modelled text={row.way.modelled} />}
            </h3>
            <p className="mt-1 text-[0.9375rem] text-quiet">
              <Coded text={why} />
            </p>
          </div>
          <ul className="space-y-2 max-lg:mt-3">
            {results.map(({ subject, verdict, rest, href }) => (
              <li key={href} data-verdict={verdict} className="text-[0.9375rem] leading-6">
                {results.length > 1 && (
                  <span className="block text-sm text-quiet">Against {subject.target.title}</span>
                )}
                <VerdictWord verdict={verdict} />
                {rest}{" "}
                <Link href={href} className="text-accent underline underline-offset-4">
                  Run it
                  <span className="sr-only">
                    : {row.way.title}, against {subject.target.title}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
