import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { SMALL_BUTTON } from "./button.ts";

interface Props {
  readonly text: string;
  /** What is copied, for those who do not see it: “the request”. */
  readonly what: string;
}

const WORDS = { idle: "Copy", copied: "Copied", failed: "Select it to copy" };

/** Copies a text and says whether that worked. */
export function CopyButton({ text, what }: Props) {
  const [result, setResult] = useState<{ of: string; is: "copied" | "failed" }>();
  const state = result?.of === text ? result.is : "idle";
  const copy = async () => {
    const is = await navigator.clipboard
      .writeText(text)
      .then(() => "copied" as const)
      .catch(() => "failed" as const);
    setResult({ of: text, is });
  };
  const Icon = state === "copied" ? Check : Copy;
  return (
    <button type="button" className={SMALL_BUTTON} onClick={() => void copy()}>
      <Icon size={14} aria-hidden />
      <span aria-live="polite">{WORDS[state]}</span>
      <span className="sr-only"> {what}</span>
    </button>
  );
}
