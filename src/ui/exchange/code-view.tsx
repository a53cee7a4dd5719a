import type { ReactNode } from "react";
import { CopyButton } from "../primitives/copy-button.tsx";

/** A region of the sample code that does what a step does. */
export interface CodeSample {
  readonly file: string;
  /** Plain text, for the copy button. */
  readonly text: string;
  /** The same, highlighted; the plain text is shown when absent. */
  readonly view?: ReactNode;
  /** Above the code, as a choice of languages. */
  readonly aside?: ReactNode;
}

/** The code with the name of its file above, to read and to copy. */
export function CodeView({ code: { file, text, view, aside } }: { readonly code: CodeSample }) {
  return (
    <div className="space-y-2">
      {aside}
      <p className="font-mono text-[0.8125rem] text-quiet">{file}</p>
      <pre
        className="overflow-x-auto rounded-xl bg-sunken p-3 font-mono text-[0.8125rem] leading-6"
        tabIndex={0}
      >
        {view ?? text}
      </pre>
      <CopyButton text={text} what="the code" />
    </div>
  );
}

/** The same, closed until it is asked for. */
export function FoldedCode({ code }: { readonly code: CodeSample }) {
  return (
    <details className="rounded-xl border border-line">
      <summary className="min-h-11 cursor-pointer rounded-xl px-3 py-2 leading-6 hover:bg-sunken sm:min-h-0 focus-visible:outline-2 focus-visible:outline-accent">
        Code
      </summary>
      <div className="px-3 pb-3">
        <CodeView code={code} />
      </div>
    </details>
  );
}
