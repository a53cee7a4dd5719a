import { useId } from "react";
import { Switch } from "../primitives/switch.tsx";

/** A defence as it is switched. */
export interface DefenceFacts {
  readonly id: string;
  readonly title: string;
  readonly spec: string;
  /** Who has to do it. */
  readonly by: string;
}

interface Props<Defence extends DefenceFacts> {
  readonly defences: readonly Defence[];
  readonly on: readonly Defence[];
  onFlip(defence: Defence): void;
}

/** The defences of a walk, each to be put there or left out. */
export function DefenceSwitches<Defence extends DefenceFacts>(props: Props<Defence>) {
  const { defences, on, onFlip } = props;
  return (
    <fieldset>
      <legend className="font-semibold">Defences</legend>
      {defences.length === 0 ? (
        <p className="mt-1 text-[0.9375rem] text-quiet">
          Nothing that defeats this attack elsewhere has anything to do in this walk.
        </p>
      ) : (
        <>
          <p className="mt-1 text-[0.9375rem] text-quiet">
            Each changes what the servers and the client really do. Another choice begins the walk
            anew, in a fresh world.
          </p>
          <ul className="mt-2 divide-y divide-line">
            {defences.map((defence) => (
              <Row
                key={defence.id}
                defence={defence}
                on={on.includes(defence)}
                onFlip={() => onFlip(defence)}
              />
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}

interface RowProps {
  readonly defence: DefenceFacts;
  readonly on: boolean;
  onFlip(): void;
}

function Row({ defence: { id, title, spec, by }, on, onFlip }: RowProps) {
  const described = useId();
  return (
    <li className="py-2" data-defence={id}>
      <Switch label={title} on={on} onChange={onFlip} describedBy={described} />
      <p id={described} className="pl-[2.875rem] text-sm text-quiet">
        {on ? "On" : "Left out"} · {spec} · up to the {by}
      </p>
    </li>
  );
}
