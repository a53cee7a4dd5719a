import { Download } from "lucide-react";
import { useState } from "react";
import { withoutMarks } from "../../learn/regions.ts";
import { Code } from "../code.tsx";
import { downloadZip } from "../download.ts";
import { samples } from "../samples.ts";

/** The files of a grant's sample, to read here and to take along. */
export function SampleCode({ grant }: { grant: string }) {
  const files = samples[grant] ?? [];
  const [failed, setFailed] = useState(false);
  const download = () => downloadZip(`grantlab-${grant}`, files).catch(() => setFailed(true));
  return (
    <div className="my-6 max-w-[60rem]">
      <div className="space-y-3">
        {files.map(({ name, text }, index) => (
          <details
            key={name}
            open={index === 0}
            className="overflow-hidden rounded-xl border border-line bg-surface"
          >
            <summary className="flex min-h-11 items-center px-4 font-mono text-sm hover:bg-sunken">
              {name}
            </summary>
            <Code text={withoutMarks(text).trimEnd()} plain={!name.endsWith(".ts")} label={name} />
          </details>
        ))}
      </div>
      <button
        type="button"
        className="mt-4 flex min-h-11 items-center gap-2 rounded-lg bg-accent px-5 font-medium text-accent-ink"
        onClick={() => void download()}
      >
        <Download size={18} aria-hidden />
        Download as a zip
      </button>
      <p role="status" className="mt-2 text-bad">
        {failed && "The zip could not be made. The files above can still be copied."}
      </p>
    </div>
  );
}
