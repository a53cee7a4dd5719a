import { useEffect, useState } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import type { Memory } from "../../oauth/remembered.ts";
import type { StepperProps } from "../../ui/stepper/props.ts";
import { loadEngine } from "./load-engine.ts";
import type { Session } from "./sessions.ts";
import type { Live } from "./use-walk.ts";

/** What a stepper shows of the sandbox around a walk, and what it can do to it. */
export type AroundWalk = Pick<
  StepperProps,
  "clock" | "memory" | "branches" | "rewound" | "onAdvanceClock" | "onRewind"
>;

/** The sandbox of a walk besides its messages: its clock, what its server remembers, where it can return to. */
export function useSandbox(flow: Flow, name: string, live: Live): AroundWalk {
  const { session, act, goOn } = live;
  const { walk, status } = live.shown;
  const last = walk.taken.at(-1)?.entry.id;
  const clock = session?.client.now();
  return {
    clock,
    memory: useMemory(session, `${walk.taken.length} ${last} ${clock}`, status === "busy"),
    branches: session?.branches,
    rewound: last !== undefined && session?.rewoundTo === last,
    onAdvanceClock: (seconds) => act(async ({ client }) => void (await client.advance(seconds))),
    onRewind: (entry) => goOn(rewind(flow, name, entry)),
  };
}

/**
 * What the authorization server remembers, asked again whenever the moment is another; the last told until it answers.
 * A walk that is busy is not held up by being asked: of many messages in a row only the last is asked about.
 */
function useMemory(
  session: Session | undefined,
  moment: string,
  busy: boolean,
): Memory | undefined {
  const [told, setTold] = useState<{ readonly at: string; readonly memory?: Memory }>();
  useEffect(() => {
    if (busy || session === undefined) return undefined;
    let current = true;
    session.client.inspect().then(
      (memory) => current && setTold({ at: moment, memory }),
      // What it told before may be wrong by now.
      () => current && setTold({ at: moment }),
    );
    return () => {
      current = false;
    };
  }, [session, moment, busy]);
  return told?.memory;
}

async function rewind(flow: Flow, name: string, entry: string): Promise<Session> {
  return (await loadEngine()).rewindSession(flow, name, entry);
}
