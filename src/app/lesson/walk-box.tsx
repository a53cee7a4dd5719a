import { useRef, useState } from "react";
import { Link } from "wouter";
import { type Step, stepOf } from "../../flow/define-flow.ts";
import { WALK } from "../../learn/chapter.ts";
import { predictingInLessons } from "../../ui/predict/predicting.tsx";
import { CompactStepper } from "../../ui/stepper/compact-stepper.tsx";
import { StepperName } from "../../ui/primitives/region-name.ts";
import { WholeStepper } from "../../ui/stepper/whole-stepper.tsx";
import { flowAddress } from "../addresses.ts";
import { LiveStepper } from "../walk/live-stepper.tsx";
import { markReached } from "../use-progress.ts";
import { messageOf, variantOf } from "./message.ts";

interface Props {
  readonly chapter: string;
  readonly grant: string;
  readonly variant: string;
  /** The message the walk runs up to; it is the next to be sent. Without it the walk is at its beginning. */
  readonly until?: string;
  /** Whether the stepper is there at once, or when it is asked for; the one that is there is the walk of the chapter. */
  readonly open?: boolean;
  /** Whether it comes with the browser window and with who knows what. */
  readonly whole?: boolean;
}

/** A stepper in the text, at the message the text speaks of. Each has servers of its own. */
export function WalkBox({ chapter, grant, variant, until, open = false, whole = false }: Props) {
  const [shown, setShown] = useState(open);
  const box = useRef<HTMLElement>(null);
  const { flow, title } = variantOf(grant, variant);
  const id = until ?? flow.start;
  const label = `${title}, from “${stepOf(flow, id).title}”`;
  const name = `lesson.${chapter}.${variant}.${id}`;
  const show = () => {
    setShown(true);
    // The button goes; whoever pressed it goes on in its place.
    box.current?.focus({ preventScroll: true });
  };
  return (
    <section ref={box} tabIndex={-1} aria-label={label} className="my-8 outline-none">
      {shown ? (
        <StepperName value={label}>
          <LiveStepper
            view={whole ? WholeStepper : CompactStepper}
            heading={2}
            grant={grant}
            variant={variant}
            name={name}
            predicting={predictingInLessons}
            compact
            onEnd={open ? () => markReached(chapter, WALK) : undefined}
            {...(until === undefined ? {} : { step: until, focus: [until] })}
          />
        </StepperName>
      ) : (
        <Invitation grant={grant} variant={variant} id={id} onOpen={show} />
      )}
    </section>
  );
}

interface InvitationProps {
  readonly grant: string;
  readonly variant: string;
  readonly id: string;
  onOpen(): void;
}

/** The message in words, readable without script, and the way to send it. */
function Invitation({ grant, variant, id, onOpen }: InvitationProps) {
  const { step, number, variant: found } = messageOf(grant, variant, id);
  return (
    <div className="max-w-[44rem] rounded-2xl border border-line bg-surface p-5 sm:p-6">
      <p className="text-sm text-quiet">
        {found.title}
        {number !== undefined && ` · Message ${number}`} · {channelOf(step)} · {step.spec}
      </p>
      <p className="mt-1 text-lg font-semibold">{step.title}</p>
      <p className="mt-1 text-quiet">{step.why}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <button
          type="button"
          className="min-h-11 rounded-lg bg-accent px-5 font-medium text-accent-ink"
          onClick={onOpen}
        >
          Step it here
        </button>
        <Link
          href={flowAddress(grant, variant, id)}
          className="flex min-h-11 items-center text-accent underline underline-offset-4"
        >
          Open it with everything around it
        </Link>
      </div>
    </div>
  );
}

function channelOf({ channel }: Step): string {
  return CHANNELS[channel];
}

const CHANNELS: Record<Step["channel"], string> = {
  front: "front channel",
  back: "back channel",
  direct: "direct request from the page",
  local: "nothing is sent",
};
