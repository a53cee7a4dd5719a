import { useWalk } from "../exchange/walk-context.ts";
import { Panel } from "../primitives/panel.tsx";
import type { WalkStatus } from "./props.ts";
import { Knowledge, Statechart } from "./views.tsx";

interface Props {
  readonly level: 2 | 3 | 4;
  readonly status: WalkStatus;
}

/** What is there for those who ask for more; closed at the first visit. */
export function Panels({ level, status }: Props) {
  const { flow, walk } = useWalk();
  return (
    <>
      <Panel
        name="knowledge"
        title="Who knows what"
        hint="Where each secret has been seen"
        level={level}
        content={() => <Knowledge flow={flow} walk={walk} />}
      />
      <Panel
        name="statechart"
        title="State machine"
        hint="The flow as the machine that runs it"
        level={level}
        content={() => <Statechart flow={flow} walk={walk} status={status} />}
      />
    </>
  );
}
