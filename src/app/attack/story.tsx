import { type ReactNode, useMemo } from "react";
import type { Attack } from "../../attacks/attack.ts";
import type { Say } from "../../flow/as-user.ts";
import { said } from "./said.tsx";
import { stories } from "./stories.ts";

interface Props {
  readonly attack: Attack;
  /** Makes a text speak of whoever signed in. */
  readonly say: Say;
}

/** What the attacker can do, and how the attack goes. */
export function Story({ attack: { id, capability, spec }, say }: Props) {
  const Text = stories[id]?.Part;
  const components = useMemo(() => spokenBy(say), [say]);
  return (
    <article aria-labelledby="story" className="lesson min-w-0">
      <h2 id="story" className="sr-only">
        The story
      </h2>
      <dl className="max-w-[44rem] rounded-xl border border-line bg-surface px-4 py-3">
        <dt className="text-sm font-semibold text-party-attacker">What the attacker can do</dt>
        <dd>
          {say(capability)} <span className="text-quiet">{spec}</span>
        </dd>
      </dl>
      {Text !== undefined && <Text components={components} />}
    </article>
  );
}

function spokenBy(say: Say) {
  return { p: ({ children }: { children?: ReactNode }) => <p>{said(children, say)}</p> };
}
