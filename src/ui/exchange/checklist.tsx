import { Check, ChevronDown, Clock, Minus, X } from "lucide-react";
import { useId } from "react";
import type { CheckOutcome, CheckResult } from "../../oauth/checks.ts";
import { useStored } from "../primitives/use-stored.ts";
import type { ErrorPage } from "./error-pages.ts";

const MARKS: Readonly<Record<CheckOutcome, { Icon: typeof Check; look: string }>> = {
  passed: { Icon: Check, look: "text-good" },
  failed: { Icon: X, look: "text-bad" },
  "not reached": { Icon: Minus, look: "text-quiet" },
};

interface Props {
  readonly checks: readonly CheckResult[];
  /** Who made them: “auth.example”. */
  readonly by: string;
  /** For little room: closed until it is opened, unless a check failed. */
  readonly brief?: boolean;
  /** Whether the row that does not hold only asks for patience. */
  readonly notYet?: boolean;
  /** Where what was answered is explained. */
  readonly errorPage?: ErrorPage | undefined;
}

/** What a party checked, in its order: each row passed, failed or not reached, and why it is asked for. */
export function Checklist({ checks, by, brief = false, notYet = false, errorPage }: Props) {
  const id = useId();
  const [stored, store] = useStored(brief ? "grantlab.checks.brief" : "grantlab.checks");
  if (checks.length === 0) return null;
  const failed = checks.some(({ outcome }) => outcome === "failed");
  const passed = checks.filter(({ outcome }) => outcome === "passed").length;
  const open = failed || (stored ?? (brief ? "closed" : "open")) === "open";
  return (
    // No landmark: an abandoned branch shows another list of the same party.
    <div role="group" aria-label={`What ${by} checked`}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-disabled={failed}
        onClick={() => {
          if (!failed) store(open ? "closed" : "open");
        }}
        className="flex min-h-11 w-full items-center gap-2 text-left text-[0.9375rem] sm:min-h-8 focus-visible:outline-2 focus-visible:outline-accent"
      >
        <span className="font-semibold">What {by} checked</span>
        <span className="text-sm text-quiet">
          in this order; {passed} of {checks.length} held
        </span>
        {!failed && (
          <ChevronDown
            size={16}
            aria-hidden
            className={`ml-auto shrink-0 text-quiet ${open ? "rotate-180" : ""}`}
          />
        )}
      </button>
      <ol id={id} hidden={!open} className="mt-1" data-testid="checklist">
        {checks.map((check) => (
          <Row
            key={check.id}
            check={check}
            notYet={notYet && check.outcome === "failed"}
            errorPage={check.outcome === "failed" ? errorPage : undefined}
          />
        ))}
      </ol>
    </div>
  );
}

const NOT_YET = { Icon: Clock, look: "text-ink" };

interface RowProps {
  readonly check: CheckResult;
  readonly notYet: boolean;
  readonly errorPage: ErrorPage | undefined;
}

function Row({ check, notYet, errorPage }: RowProps) {
  const { Icon, look } = notYet ? NOT_YET : MARKS[check.outcome];
  const failed = check.outcome === "failed";
  return (
    <li
      className={failed ? `-mx-2 rounded-lg px-2 ${notYet ? "bg-sunken" : "bg-bad-tint"}` : ""}
      data-check={check.id}
      data-outcome={notYet ? "not yet" : check.outcome}
    >
      <details open={failed}>
        <summary className="flex min-h-11 cursor-pointer list-none items-start gap-2 rounded-md py-1 text-sm leading-5 hover:bg-sunken max-sm:py-3 sm:min-h-0 focus-visible:outline-2 focus-visible:outline-accent [&::-webkit-details-marker]:hidden">
          <Icon size={15} aria-hidden strokeWidth={2.5} className={`mt-[3px] shrink-0 ${look}`} />
          <span
            className={`min-w-0 flex-1 ${failed ? "font-semibold" : check.outcome === "passed" ? "" : "text-quiet"}`}
          >
            {check.title} <Outcome outcome={notYet ? "not yet" : check.outcome} />
          </span>
          <span className="shrink-0 text-right text-[0.8125rem] text-quiet">{check.spec}</span>
        </summary>
        <p className="pb-2 pl-6 text-sm text-quiet">{check.why}</p>
        {errorPage !== undefined && (
          <p className="pb-1 pl-6 text-sm">
            <a
              href={errorPage.href}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 sm:min-h-8"
            >
              {errorPage.title}: every cause, and what to fix
            </a>
          </p>
        )}
      </details>
    </li>
  );
}

/** In words what the mark says; shown where the mark alone would not be read. */
function Outcome({ outcome }: { readonly outcome: CheckOutcome | "not yet" }) {
  if (outcome === "passed") return <span className="sr-only">passed</span>;
  if (outcome === "not yet") return <span className="text-[0.8125rem] font-medium">not yet</span>;
  const look = outcome === "failed" ? "font-medium text-bad" : "text-quiet";
  return <span className={`text-[0.8125rem] ${look}`}>{outcome}</span>;
}
