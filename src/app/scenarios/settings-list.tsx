import type { SettingRow } from "../../learn/scenarios/profile.ts";
import { Coded } from "../choose/coded.tsx";

/** Settings in words, each with its reason. */
export function SettingsList({ rows }: { readonly rows: readonly SettingRow[] }) {
  return (
    <dl className="mt-3 divide-y divide-line rounded-2xl border border-line bg-surface">
      {rows.map(({ title, value, why }) => (
        <div
          key={title}
          className="gap-x-6 px-4 py-3 sm:px-5 md:grid md:grid-cols-[11rem_minmax(0,2fr)_minmax(0,3fr)]"
        >
          <dt className="font-semibold">{title}</dt>
          <dd className="[overflow-wrap:anywhere]">{value}</dd>
          <dd className="text-[0.9375rem] text-quiet max-md:mt-1">
            <Coded text={why} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
