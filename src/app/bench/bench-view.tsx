import { ExternalLink, Presentation } from "lucide-react";
import { createContext, lazy, use } from "react";
import { retried } from "../../promises/retried.ts";
import { SMALL_BUTTON } from "../../ui/primitives/button.ts";
import { Late } from "../../ui/primitives/late.tsx";
import { Panel } from "../../ui/primitives/panel.tsx";
import { FullStepper } from "../../ui/stepper/full-stepper.tsx";
import { NOTE } from "../../ui/stepper/notes.tsx";
import type { ViewProps } from "../../ui/stepper/view-props.ts";
import { useProjector } from "./projector.ts";
import { type LinkedEdits, useKeptEdits } from "./use-kept-edits.ts";

/** Where a bench stands, for what is beside its stepper. */
export interface Bench {
  readonly sandbox: string;
  /** Path and query of the walk, base included, without step and edits. */
  readonly address: string;
  /** Whether the stepper stands alone, in a frame of another site. */
  readonly embedded: boolean;
}

const Context = createContext<Bench | undefined>(undefined);

export const BenchProvider = Context.Provider;

const TakeAlong = lazy(() =>
  retried(() => import("../../ui/take-along/take-along.tsx")).then((module) => ({
    default: module.TakeAlong,
  })),
);

/** The full stepper with what can be taken along of its walk. */
export function BenchView(props: ViewProps) {
  const bench = use(Context);
  if (bench === undefined) throw new Error("This view belongs inside a BenchProvider.");
  const { sandbox, address, embedded } = bench;
  const linked = useKeptEdits(sandbox, props);
  const { stepper, folded } = props;
  return (
    <FullStepper
      {...props}
      tools={embedded ? <OpenInGrantlab address={address} step={props.walk.at} /> : <Projector />}
      note={linked !== undefined && <FromLink linked={linked} />}
      panels={
        <Panel
          name="take-along"
          title="Take it along"
          hint="Link, curl, HAR, diagram"
          level={2}
          content={() => (
            <Late meanwhile={<div className="min-h-80" aria-hidden />}>
              <TakeAlong
                address={urlOf(address)}
                draft={stepper.draft}
                sending={stepper.sending}
                folded={folded}
              />
            </Late>
          )}
        />
      }
    />
  );
}

/** Says what became of the edits of a link. */
function FromLink({ linked: { made, ignored } }: { readonly linked: LinkedEdits }) {
  return (
    <div className={NOTE} data-testid="from-link">
      {made > 0 && (
        <p>
          The link brought {made === 1 ? "an edit" : `${made} edits`} of the next message, marked
          there. Nothing of it has been sent.
        </p>
      )}
      {ignored.length > 0 && (
        <>
          <p>
            Ignored, for this message has no such parameter, or a link may not set it, or it is no
            edit:
          </p>
          <ul className="mt-1 list-disc pl-5">
            {ignored.map((text, index) => (
              <li key={index} className="font-mono text-[0.8125rem] break-all">
                {text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text || "(nothing)"}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const LONGEST = 80;

/** Shows the page as a room can read it, and back. */
function Projector() {
  const [on, turn] = useProjector();
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label="Projector mode"
      title="Projector mode: large type, high contrast, fewer panels"
      className={`${SMALL_BUTTON} min-h-11 bg-surface max-sm:hidden sm:min-h-10`}
      onClick={() => turn(!on)}
    >
      <Presentation size={16} aria-hidden />
    </button>
  );
}

function urlOf(address: string): string {
  return new URL(address, location.href).href;
}

function OpenInGrantlab({ address, step }: { readonly address: string; readonly step: string }) {
  const link = new URL(urlOf(address));
  if (step !== "done" && step !== "stop") link.searchParams.set("step", step);
  return (
    <a
      href={link.href}
      target="_blank"
      rel="noopener"
      className={`${SMALL_BUTTON} min-h-11 bg-surface sm:min-h-10`}
    >
      Open in Grantlab
      <ExternalLink size={14} aria-hidden />
      <span className="sr-only"> (new tab)</span>
    </a>
  );
}
