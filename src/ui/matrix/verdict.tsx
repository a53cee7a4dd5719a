import { Minus, ShieldAlert, ShieldCheck } from "lucide-react";
import type { Told } from "./types.ts";

const LOOKS = {
  succeeds: { Icon: ShieldAlert, look: "text-bad", word: "Succeeds" },
  stopped: { Icon: ShieldCheck, look: "text-good", word: "Stopped" },
  "does not apply": { Icon: Minus, look: "text-quiet", word: "Does not apply" },
};

/** The verdict in a word and a sign. */
export function VerdictWord({ verdict }: Pick<Told, "verdict">) {
  const { Icon, look, word } = LOOKS[verdict];
  return (
    <span className={`inline-flex items-baseline gap-1.5 font-semibold ${look}`}>
      <Icon size={16} aria-hidden className="shrink-0 self-center" />
      {word}
    </span>
  );
}

/** What is to thank for it, or why it does not apply. */
export function VerdictText({ told }: { readonly told: Told }) {
  if (told.text === "") return null;
  return (
    <p className="mt-0.5 text-sm leading-5 text-quiet">
      {told.verdict === "stopped" && "by: "}
      {told.text}
      {told.spec !== undefined && (
        <>
          {" "}
          <span className="whitespace-nowrap">({told.spec})</span>
        </>
      )}
    </p>
  );
}
