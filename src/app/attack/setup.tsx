import { Link } from "wouter";
import type { Defence } from "../../attacks/attack.ts";
import type { Say } from "../../flow/as-user.ts";
import { DefenceSwitches } from "../../ui/attack/defence-switches.tsx";
import { attackAddress } from "../addresses.ts";
import { appliesTo } from "../../attacks/run.ts";
import { type Lab, targets } from "./lab.ts";

interface Props {
  readonly lab: Lab;
  /** Makes a text speak of whoever signed in. */
  readonly say: Say;
  onFlip(defence: Defence): void;
}

/** How the attack is set up: its way, the grant it goes against, and the defences. */
export function Setup({ lab, say, onFlip }: Props) {
  const { attack, way, target, defences, on, ignored } = lab;
  return (
    <section
      aria-labelledby="setup"
      className="space-y-5 rounded-2xl border border-line bg-surface p-4 sm:p-5"
    >
      <h2 id="setup" className="text-xl font-semibold tracking-tight">
        Set it up
      </h2>
      {attack.ways.length > 1 && (
        <Choice
          title="The way"
          options={attack.ways.map((one) => ({
            id: one.id ?? "",
            title: say(one.title),
            note: "",
            href: attackAddress(attack.id, {
              way: one.id,
              ...(appliesTo(one, target) ? { grant: target.id } : {}),
            }),
            current: one === way,
          }))}
        />
      )}
      <Choice
        title="Against which grant"
        options={targets.map((one) => ({
          id: one.id,
          title: one.title,
          note: appliesTo(way, one) ? "" : "does not apply",
          href: attackAddress(attack.id, { way: way.id, grant: one.id }),
          current: one === target,
        }))}
      />
      {appliesTo(way, target) && <DefenceSwitches defences={defences} on={on} onFlip={onFlip} />}
      <Ignored ids={ignored} />
      {way.modelled !== undefined && (
        <p className="text-[0.9375rem] text-quiet">
          <strong className="font-semibold text-ink">Modelled:</strong> {say(way.modelled)} One page
          has one origin and one device, so this part is computed; every message is real.
        </p>
      )}
    </section>
  );
}

interface Option {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly href: string;
  readonly current: boolean;
}

interface ChoiceProps {
  readonly title: string;
  readonly options: readonly Option[];
}

/** What can be chosen; what there is nothing to do with is folded away unless it was. */
function Choice({ title, options }: ChoiceProps) {
  const first = options.filter(({ note, current }) => note === "" || current);
  const others = options.filter((option) => !first.includes(option));
  return (
    <nav aria-label={title}>
      <h3 className="font-semibold">{title}</h3>
      <Options options={first} />
      {others.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-11 cursor-pointer rounded-xl px-3 py-2 text-[0.9375rem] leading-7 text-quiet hover:bg-sunken focus-visible:outline-2 focus-visible:outline-accent">
            It does not apply to {others.length} more
          </summary>
          <Options options={others} />
        </details>
      )}
    </nav>
  );
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return (
    <ul className="mt-2 overflow-hidden rounded-xl border border-line">
      {options.map((option) => (
        <li key={option.id} className="border-b border-line last:border-b-0">
          <Link
            href={option.href}
            aria-current={option.current ? "page" : undefined}
            className="flex min-h-11 items-center justify-between gap-3 px-3 py-2 text-[0.9375rem] leading-5 text-quiet hover:bg-sunken hover:text-ink aria-[current]:bg-accent-tint aria-[current]:font-semibold aria-[current]:text-accent focus-visible:-outline-offset-2"
          >
            {option.title}
            {option.note !== "" && (
              <span className="shrink-0 text-sm font-normal">{option.note}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Names in the address that stand for nothing here. */
function Ignored({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <p role="status" className="rounded-xl bg-accent-tint px-4 py-2.5 text-[0.9375rem]">
      The address names {ids.length === 1 ? "a defence" : "defences"} this walk does not have, which{" "}
      {ids.length === 1 ? "was" : "were"} ignored:{" "}
      <code className="font-mono text-[0.875em] break-all">{ids.join(", ")}</code>
    </p>
  );
}
