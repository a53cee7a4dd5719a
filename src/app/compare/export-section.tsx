import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { useRouter } from "wouter";
import { buttonClass } from "../../ui/primitives/button.ts";
import { pngOf } from "../../ui/primitives/png.ts";
import { save } from "../../ui/primitives/save.ts";
import { buildReport } from "./export/build-report.ts";
import { csvOf } from "./export/csv.ts";
import { markdownOf } from "./export/markdown.ts";
import { pictureOf } from "./export/picture.ts";
import type { Report } from "./export/report.ts";
import type { Duel } from "./outcomes.ts";
import { compareAddress, type Side, sideName } from "./sides.ts";

interface Props {
  readonly left: Side;
  readonly right: Side;
  readonly duels: readonly Duel[];
}

/** The comparison to take along: for a document, a spreadsheet, a slide. */
export function ExportSection({ left, right, duels }: Props) {
  const { base } = useRouter();
  const [said, say] = useState("");
  const name = `${sideName(left)}-against-${sideName(right)}`.replaceAll("~", "-");
  const report = () =>
    buildReport({
      left,
      right,
      duels,
      date: today(),
      address: new URL(base + compareAddress(left, right), location.origin).href,
    });
  const download = (ending: string, make: (report: Report) => Blob | Promise<Blob>) => async () => {
    try {
      save(`${name}.${ending}`, await make(report()));
      say(`Saved ${name}.${ending}.`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(markdownOf(report())).then(
      () => true,
      () => false,
    );
    say(copied ? "Copied as Markdown." : "Copying is not allowed here; download it instead.");
  };
  return (
    <section aria-labelledby="export" className="mt-14">
      <h2 id="export" className="text-2xl font-semibold tracking-tight">
        Take it along
      </h2>
      <p className="mt-2 max-w-[46rem] text-quiet">
        Markdown and CSV hold the facts and the whole matrix; the picture holds the two sides, on
        white, for a design document. What is exported is what this version was shipped with.
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className={buttonClass("secondary")} onClick={() => void copy()}>
          <Copy size={16} aria-hidden />
          Copy as Markdown
        </button>
        <Save
          label="Markdown"
          onSave={download("md", (made) => text(markdownOf(made), "markdown"))}
        />
        <Save label="CSV" onSave={download("csv", (made) => text(csvOf(made), "csv"))} />
        <Save
          label="SVG"
          onSave={download(
            "svg",
            (made) => new Blob([pictureOf(made).svg], { type: "image/svg+xml" }),
          )}
        />
        <Save label="PNG" onSave={download("png", (made) => pngOf(pictureOf(made)))} />
      </div>
      <p role="status" className="mt-2 flex min-h-6 items-center gap-1.5 text-sm text-quiet">
        {said !== "" && <Check size={14} aria-hidden />}
        {said}
      </p>
    </section>
  );
}

function Save({ label, onSave }: { readonly label: string; onSave(): Promise<void> }) {
  return (
    <button type="button" className={buttonClass("secondary")} onClick={() => void onSave()}>
      <Download size={16} aria-hidden />
      Download {label}
    </button>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function text(content: string, kind: "markdown" | "csv"): Blob {
  return new Blob([content], { type: `text/${kind};charset=utf-8` });
}
