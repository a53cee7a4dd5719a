import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import { countOf } from "../../flow/messages.ts";
import type { Stretch } from "../../flow/shown-window.ts";
import { toMermaid } from "../../flow/to-mermaid.ts";
import type { Walk } from "../../flow/walk.ts";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { save } from "../primitives/save.ts";
import { svgFile, svgOf } from "./export-svg.ts";
import type { Picture } from "./picture.ts";
import { pictured, pictureName } from "./pictured.ts";

interface Props {
  readonly flow: Flow;
  readonly walk: Walk;
  readonly folded?: boolean | undefined;
  /** The messages the picture is of. */
  readonly shown: Stretch;
  readonly picture: Picture | undefined;
}

/** The diagram to take along: the Mermaid source of the whole walk, and the picture as it is shown. */
export function DiagramFooter({ flow, walk, folded = false, shown, picture }: Props) {
  const [copied, setCopied] = useState<{ readonly of: Walk; readonly is: boolean }>();
  const done = copied?.of === walk ? copied.is : undefined;
  const copy = async () => {
    const { source } = toMermaid(flow, walk, { folded });
    const is = await navigator.clipboard.writeText(source).then(
      () => true,
      () => false,
    );
    setCopied({ of: walk, is });
  };
  const count = countOf(flow, walk);
  const part = pictured(flow, walk, shown);
  const Icon = done === true ? Check : Copy;
  return (
    <figcaption className="flex flex-wrap justify-end gap-2 pt-3">
      <button type="button" className={SMALL_BUTTON} onClick={() => void copy()}>
        <Icon size={14} aria-hidden />
        <span aria-live="polite">
          {wordOf(done)}
          {done === undefined && part !== undefined && ` of all ${count}`}
        </span>
      </button>
      <button
        type="button"
        className={SMALL_BUTTON}
        disabled={picture === undefined}
        onClick={() =>
          picture !== undefined &&
          save(`${pictureName(flow, walk, shown)}.svg`, svgFile(svgOf(picture)))
        }
      >
        <Download size={14} aria-hidden />
        {picture === undefined ? "SVG, once the picture is drawn" : "Download SVG"}
        {picture !== undefined && part !== undefined && ` of ${part}`}
      </button>
    </figcaption>
  );
}

function wordOf(done: boolean | undefined): string {
  if (done === undefined) return "Copy Mermaid";
  return done ? "Copied" : "Copying is not allowed here";
}
