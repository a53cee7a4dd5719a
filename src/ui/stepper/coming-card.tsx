import { stepOf } from "../../flow/define-flow.ts";
import { useWalk } from "../exchange/walk-context.ts";
import { MessageCard } from "./card.tsx";

interface Props {
  readonly step: string;
  readonly level: 2 | 3 | 4;
  readonly inFocus: boolean;
}

/** A message that is still to come: what it will be for. Its request is not known before the walk gets there. */
export function ComingCard({ step: id, level, inFocus }: Props) {
  const { flow } = useWalk();
  return (
    <MessageCard
      flow={flow}
      step={stepOf(flow, id)}
      level={level}
      kicker="Later"
      place="Not sent yet"
      inFocus={inFocus}
      quiet
    >
      <p className="mt-3 text-sm text-quiet">
        What exactly it carries depends on the answers before it, so it is shown when the walk gets
        here.
      </p>
    </MessageCard>
  );
}
