import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { Link, useRouter } from "wouter";
import { settingsText } from "../../learn/scenarios/settings.ts";
import { buttonClass } from "../../ui/primitives/button.ts";
import { save } from "../../ui/primitives/save.ts";
import { markdownOf } from "./markdown.ts";
import type { DecisionRecord } from "./record.ts";

interface Props {
  readonly record: DecisionRecord;
  /** Of this choice, without the base path. */
  readonly address: string;
}

/** What to do with the record: walk it, paste it, keep it. */
export function TakeRecord({ record, address }: Props) {
  const { base } = useRouter();
  const [said, say] = useState("");
  const { name } = record.settings;
  const absolute = (href: string) => new URL(base + href, location.origin).href;
  const markdown = () =>
    markdownOf(record, {
      date: new Date().toISOString().slice(0, 10),
      address: absolute(address),
      absolute,
    });
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(markdown()).then(
      () => true,
      () => false,
    );
    say(copied ? "Copied as Markdown." : "Copying is not allowed here; download it instead.");
  };
  const keep = (file: string, text: string, type: string) => {
    save(file, new Blob([text], { type }));
    say(`Saved ${file}.`);
  };
  return (
    <div>
      <div className="mt-5 flex flex-wrap gap-2">
        <Link href={record.walk.href} className={buttonClass("primary")}>
          Open the stepper
        </Link>
        <button type="button" className={buttonClass("secondary")} onClick={() => void copy()}>
          <Copy size={16} aria-hidden />
          Copy as Markdown
        </button>
        <button
          type="button"
          className={buttonClass("secondary")}
          onClick={() => keep(`decision-${name}.md`, markdown(), "text/markdown;charset=utf-8")}
        >
          <Download size={16} aria-hidden />
          Download Markdown
        </button>
        <button
          type="button"
          className={buttonClass("secondary")}
          onClick={() => keep(`${name}.json`, settingsText(record.settings), "application/json")}
        >
          <Download size={16} aria-hidden />
          Download settings
        </button>
      </div>
      <p role="status" className="mt-2 flex min-h-6 items-center gap-1.5 text-sm text-quiet">
        {said !== "" && <Check size={14} aria-hidden />}
        {said}
      </p>
    </div>
  );
}
