import type { Channel, Flow, Step } from "../../flow/define-flow.ts";
import { PARTIES } from "../exchange/tones.ts";

const CHANNELS: Readonly<Record<Channel, string>> = {
  front: "front channel",
  back: "back channel",
  direct: "direct request from the page",
  local: "nothing is sent",
};

interface Props {
  readonly flow: Flow;
  readonly step: Step;
}

/** Who speaks to whom, and over which channel. */
export function Parties({ flow, step }: Props) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <Party flow={flow} id={step.from} />
      {step.from !== step.to && (
        <>
          <span aria-hidden>→</span>
          <span className="sr-only">to</span>
          <Party flow={flow} id={step.to} />
        </>
      )}
      <span className="text-quiet">{CHANNELS[step.channel]}</span>
    </p>
  );
}

function Party({ flow, id }: { readonly flow: Flow; readonly id: string }) {
  const party = flow.parties[id];
  if (party === undefined) return null;
  return (
    <span
      title={party.what}
      className={`rounded-full border px-2.5 py-0.5 text-[0.8125rem] font-semibold ${PARTIES[party.role]}`}
    >
      {party.name}
    </span>
  );
}
