import { useWalk } from "../exchange/walk-context.ts";
import { Panel } from "../primitives/panel.tsx";
import type { StepperProps } from "./props.ts";
import { Branches, Server } from "./server-views.tsx";
import { Knowledge, Statechart } from "./views.tsx";

interface Props extends Pick<StepperProps, "status" | "memory" | "branches" | "onRewind"> {
  readonly level: 2 | 3 | 4;
}

/** What is there for those who ask for more; closed at the first visit. */
export function Panels({ level, status, memory, branches = [], onRewind }: Props) {
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
      {onRewind !== undefined && (
        <Panel
          name="server"
          title="Inside the server"
          hint="What it remembers now"
          level={level}
          content={() => <Server memory={memory} />}
        />
      )}
      {branches.length > 0 && (
        <Panel
          name="branches"
          title="Branches"
          hint={branches.length === 1 ? "One you left" : `${branches.length} you left`}
          level={level}
          content={() => <Branches branches={branches} />}
        />
      )}
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
