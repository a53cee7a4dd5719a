import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { save } from "../primitives/save.ts";
import { svgFile, svgOf } from "./export-svg.ts";
import type { Picture } from "./picture.ts";

interface Props {
  /** Names the file. */
  readonly title: string;
  readonly source: string;
  readonly picture: Picture | undefined;
}

/** The diagram to take along: its Mermaid source, and the picture. */
export function DiagramFooter({ title, source, picture }: Props) {
  const [copied, setCopied] = useState<{ readonly of: string; readonly is: boolean }>();
  const done = copied?.of === source ? copied.is : undefined;
  const copy = async () => {
    const is = await navigator.clipboard.writeText(source).then(
      () => true,
      () => false,
    );
    setCopied({ of: source, is });
  };
  const Icon = done === true ? Check : Copy;
  return (
    <figcaption className="flex flex-wrap justify-end gap-2 pt-3">
      <button type="button" className={SMALL_BUTTON} onClick={() => void copy()}>
        <Icon size={14} aria-hidden />
        <span aria-live="polite">{wordOf(done)}</span>
      </button>
      <button
        type="button"
        className={SMALL_BUTTON}
        disabled={picture === undefined}
        onClick={() => picture !== undefined && save(`${title}.svg`, svgFile(svgOf(picture)))}
      >
        <Download size={14} aria-hidden />
        Download SVG
      </button>
    </figcaption>
  );
}

function wordOf(done: boolean | undefined): string {
  if (done === undefined) return "Copy Mermaid";
  return done ? "Copied" : "Copying is not allowed here";
}
