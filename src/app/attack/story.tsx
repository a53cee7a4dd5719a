import type { Attack } from "../../attacks/attack.ts";
import { stories } from "./stories.ts";

/** What the attacker can do, and how the attack goes. */
export function Story({ attack: { id, capability, spec } }: { attack: Attack }) {
  const Text = stories[id];
  return (
    <article aria-labelledby="story" className="lesson min-w-0">
      <h2 id="story" className="sr-only">
        The story
      </h2>
      <dl className="max-w-[44rem] rounded-xl border border-line bg-surface px-4 py-3">
        <dt className="text-sm font-semibold text-party-attacker">What the attacker can do</dt>
        <dd>
          {capability} <span className="text-quiet">{spec}</span>
        </dd>
      </dl>
      {Text !== undefined && <Text />}
    </article>
  );
}
