import { CircleDashed, ShieldCheck, ShieldX } from "lucide-react";
import type { ReactNode, Ref } from "react";

/** What an attack has come to. */
export type VerdictFacts =
  | { readonly kind: "undecided" }
  /** `proof`: what the loot was used for. */
  | { readonly kind: "succeeds"; readonly proof: string }
  /** `id`: of the check that refused, or of the precaution; `who` makes it: “the authorization server”. */
  | {
      readonly kind: "stopped";
      readonly id: string;
      readonly title: string;
      readonly spec: string;
      readonly who: string;
    };

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly verdict: VerdictFacts;
  /** Whether nothing is left to send. */
  readonly ended: boolean;
  /** What can be done now, under the verdict. */
  readonly children?: ReactNode;
}

const LOOKS = {
  undecided: { Icon: CircleDashed, box: "border-line bg-surface", head: "text-quiet" },
  succeeds: { Icon: ShieldX, box: "border-bad bg-bad-tint", head: "text-bad" },
  stopped: { Icon: ShieldCheck, box: "border-good bg-surface", head: "text-good" },
};

/** What the attack has come to, told to a screen reader whenever it changes. */
export function VerdictPanel({ ref, verdict, ended, children }: Props) {
  const { Icon, box, head } = LOOKS[verdict.kind];
  return (
    <div
      ref={ref}
      tabIndex={-1}
      data-verdict={verdict.kind}
      data-by={verdict.kind === "stopped" ? verdict.id : undefined}
      className={`rounded-2xl border px-4 py-3 sm:px-5 ${box}`}
    >
      <div role="status" aria-atomic className="flex items-start gap-3">
        <Icon size={22} aria-hidden className={`mt-0.5 shrink-0 ${head}`} />
        <p className="min-w-0 leading-7">
          <Sentence verdict={verdict} ended={ended} />
        </p>
      </div>
      {children}
    </div>
  );
}

function Sentence({ verdict, ended }: Pick<Props, "verdict" | "ended">) {
  switch (verdict.kind) {
    case "undecided":
      return (
        <>
          <strong className="font-semibold">Undecided.</strong>{" "}
          {ended
            ? "The walk has ended; nothing that was taken has been used, and nothing refused it."
            : "Nothing that was taken has been used yet."}
        </>
      );
    case "succeeds":
      return (
        <>
          <strong className="font-semibold text-bad">The attack succeeds:</strong> {verdict.proof}.
        </>
      );
    case "stopped":
      return (
        <>
          <strong className="font-semibold text-good">
            Stopped by <code className="font-mono text-[0.9375em]">{verdict.id}</code>:
          </strong>{" "}
          {[verdict.title, verdict.spec, verdict.who].filter((part) => part !== "").join(", ")}.
        </>
      );
  }
}
