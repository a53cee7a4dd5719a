import { useMemo, useState } from "react";
import { Announcer } from "./announcer.tsx";
import { LockstepBar } from "./lockstep-bar.tsx";
import { sideMessages } from "./messages.ts";
import { SIDES, type Sides } from "./props.ts";
import { SideHeader } from "./side-header.tsx";
import { SideIntro } from "./side-intro.tsx";
import { SideSwitch } from "./side-switch.tsx";
import { StageSection } from "./stage-section.tsx";
import { STAGES, type SideId, turnOf } from "./stages.ts";
import { useKeyboard } from "../stepper/use-keyboard.ts";
import { useLatestInView } from "./use-latest-in-view.ts";
import { Ended } from "./ended.tsx";

/** Two walks beside each other, stage by stage. What sends is given; one press sends one message of a side, or of both. */
export function Lockstep({ left, right }: Sides) {
  const [shown, show] = useState<SideId>("left");
  const sides: Sides = { left, right };
  const turn = turnOf(left, right);
  const busy = SIDES.some((side) => sides[side].status === "busy");
  const root = useLatestInView(`${left.walk.taken.length} ${right.walk.taken.length}`);
  const messages = useMemo(() => {
    const [one, other] = [
      { flow: left.flow, walk: left.walk },
      { flow: right.flow, walk: right.walk },
    ];
    return { left: sideMessages(one, other), right: sideMessages(other, one) };
  }, [left.flow, left.walk, right.flow, right.walk]);
  const next = () => {
    if (busy) return;
    // Where there is room for one side, it is the one that moves.
    if (turn.length === 1) show(turn[0] ?? shown);
    for (const side of turn) sides[side].onNext();
  };
  const restart = () => {
    for (const side of SIDES) sides[side].onRestart();
  };
  useKeyboard({ next, restart }, false);
  return (
    <section
      ref={root}
      aria-label="Both walks in lockstep"
      data-compare=""
      data-shown={shown}
      className="group/sides [&_:is(a,button,summary)]:scroll-mt-28 [&_:is(a,button,summary)]:scroll-mb-28"
    >
      <div className="sticky top-0 z-10 -mx-1 bg-page-bg px-1 py-2">
        <SideSwitch sides={sides} shown={shown} onShow={show} />
        <div className="grid gap-x-4 md:grid-cols-2">
          {SIDES.map((side) => (
            <SideHeader
              key={side}
              side={side}
              {...sides[side]}
              total={messages[side].length}
              moves={turn.includes(side)}
            />
          ))}
        </div>
      </div>
      <div className="grid gap-x-4 md:grid-cols-2">
        {SIDES.map((side) => (
          <SideIntro
            key={side}
            side={side}
            title={sides[side].title}
            forWhom={sides[side].forWhom}
            href={sides[side].href}
          />
        ))}
      </div>
      {STAGES.map((stage, index) => (
        <StageSection
          key={stage.id}
          stage={stage}
          number={index + 1}
          sides={sides}
          messages={messages}
          turn={turn}
        />
      ))}
      {turn.length === 0 && <Ended sides={sides} />}
      <LockstepBar sides={sides} turn={turn} busy={busy} onNext={next} onRestart={restart} />
      <Announcer sides={sides} />
    </section>
  );
}
