import "./plan.css";
import { useMemo } from "react";
import { Link, useLocation } from "wouter";
import { promisedWalk, type Step, stepOf } from "../../flow/define-flow.ts";
import { newWalk } from "../../flow/walk.ts";
import { Diagram } from "../../ui/diagram/diagram.tsx";
import { flowAddress } from "../addresses.ts";
import type { Side } from "../compare/sides.ts";

/** The walk as it is promised: the messages as a list, and as a picture of it. Each leads into the stepper. */
export function WalkDiagram({ side: { grant, variant } }: { readonly side: Side }) {
  const [, navigate] = useLocation();
  const { flow } = variant;
  const steps = promisedWalk(flow);
  const walk = useMemo(() => newWalk(flow), [flow]);
  const address = (step: string) => flowAddress(grant.id, variant.id, step);
  return (
    <div className="mt-4 grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="plan min-w-0 rounded-2xl border border-line bg-surface p-3 max-sm:hidden">
        <Diagram
          flow={flow}
          walk={walk}
          shown={{ from: 0, to: steps.length }}
          looking={0}
          onSelect={(selected) => navigate(address(String(selected)))}
        />
      </div>
      <ol
        aria-label="Messages"
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="list-none focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent lg:max-h-[46rem] lg:overflow-y-auto"
      >
        {steps.map((id, index) => (
          <Message
            key={id}
            number={index + 1}
            step={stepOf(flow, id)}
            parties={flow.parties}
            href={address(id)}
          />
        ))}
      </ol>
    </div>
  );
}

interface MessageProps {
  readonly number: number;
  readonly step: Step;
  readonly parties: Side["variant"]["flow"]["parties"];
  readonly href: string;
}

function Message({ number, step, parties, href }: MessageProps) {
  const { title, from, to, channel, spec } = step;
  const [sender, receiver] = [parties[from]?.name ?? from, parties[to]?.name ?? to];
  const who = channel === "local" ? sender : `${sender} to ${receiver}, ${CHANNELS[channel]}`;
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        href={href}
        className="flex min-h-11 gap-3 rounded-lg px-2 py-2 text-[0.9375rem] leading-6 hover:bg-sunken focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
      >
        <span className="w-6 shrink-0 text-right text-quiet tabular-nums">{number}</span>
        <span className="min-w-0">
          <span className="block">{title}</span>
          <span className="block text-sm text-quiet">
            {who} · {spec}
          </span>
        </span>
      </Link>
    </li>
  );
}

const CHANNELS: Record<Exclude<Step["channel"], "local">, string> = {
  front: "front channel",
  back: "back channel",
  direct: "direct request from the page",
};
