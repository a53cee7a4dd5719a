import { Check, Minus, X } from "lucide-react";
import type { CheckOutcome, CheckResult } from "../../oauth/checks.ts";

const MARKS: Readonly<Record<CheckOutcome, { Icon: typeof Check; look: string }>> = {
  passed: { Icon: Check, look: "text-good" },
  failed: { Icon: X, look: "text-bad" },
  "not reached": { Icon: Minus, look: "text-quiet" },
};

interface Props {
  readonly checks: readonly CheckResult[];
  /** Who made them: “auth.example”. */
  readonly by: string;
  /** Begin closed, for want of room. */
  readonly folded?: boolean;
}

/** What a party checked, in its order: each row passed, failed or not reached, and why it is asked for. */
export function Checklist({ checks, by, folded = false }: Props) {
  if (checks.length === 0) return null;
  if (folded) {
    return (
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center text-sm font-semibold sm:min-h-8">
          What {by} checked
        </summary>
        <Rows checks={checks} />
      </details>
    );
  }
  return (
    <section aria-label={`What ${by} checked`}>
      <p className="text-sm font-semibold">
        What {by} checked <span className="font-normal text-quiet">in this order</span>
      </p>
      <Rows checks={checks} />
    </section>
  );
}

function Rows({ checks }: { readonly checks: readonly CheckResult[] }) {
  return (
    <ol className="mt-1" data-testid="checklist">
      {checks.map((check) => (
        <Row key={check.id} check={check} />
      ))}
    </ol>
  );
}

function Row({ check }: { readonly check: CheckResult }) {
  const { Icon, look } = MARKS[check.outcome];
  const quiet = check.outcome === "not reached" ? "text-quiet" : "";
  return (
    <li
      className="border-b border-line last:border-0"
      data-check={check.id}
      data-outcome={check.outcome}
    >
      <details open={check.outcome === "failed"}>
        <summary className="flex min-h-11 cursor-pointer items-start gap-2.5 py-1.5 text-[0.9375rem] leading-6 hover:bg-sunken sm:min-h-0 focus-visible:outline-2 focus-visible:outline-accent">
          <Icon size={17} aria-hidden strokeWidth={2.5} className={`mt-[3px] shrink-0 ${look}`} />
          <span className={`min-w-0 flex-1 ${quiet}`}>
            {check.title} <Outcome outcome={check.outcome} />
          </span>
          <span className="shrink-0 text-right text-[0.8125rem] leading-6 text-quiet">
            {check.spec}
          </span>
        </summary>
        <p className="pb-2 pl-7 text-sm text-quiet">{check.why}</p>
      </details>
    </li>
  );
}

/** In words what the mark says; shown where the mark alone would not be read. */
function Outcome({ outcome }: { readonly outcome: CheckOutcome }) {
  if (outcome === "passed") return <span className="sr-only">passed</span>;
  return (
    <span
      className={`text-[0.8125rem] font-medium ${outcome === "failed" ? "text-bad" : "text-quiet"}`}
    >
      {outcome}
    </span>
  );
}
