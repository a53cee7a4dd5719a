import { Download, Server } from "lucide-react";
import { use, useMemo, useState } from "react";
import { type Language, whyNone } from "../../learn/languages.ts";
import { SERVER_FILE } from "../../ui/exchange/server-file.ts";
import { regionNames, type SourceFile } from "../../learn/source-file.ts";
import { buttonClass } from "../../ui/primitives/button.ts";
import { Late } from "../../ui/primitives/late.tsx";
import { downloadZip } from "../download.ts";
import { hasSample, loadSample, useLanguage } from "../samples.ts";
import { BASE } from "../world/connection.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { SampleFile } from "./sample-file.tsx";
import { messagesOf } from "./sample-messages.ts";

/** The files of a grant's or chapter's sample in the chosen language, to read here and to take along. */
export function SampleCode({ grant }: { grant: string }) {
  const [language, choose] = useLanguage();
  // Outside of what suspends: there every attempt to render it would load anew what has failed.
  const loading = useMemo(() => loadSample(grant, language), [grant, language]);
  return (
    <div className="my-6 max-w-[60rem]">
      <LanguageChoice language={language} onChoose={choose} />
      <div className="mt-3">
        {hasSample(grant, language) ? (
          <Late key={language} meanwhile={<div className="min-h-[36rem]" aria-hidden />}>
            <Files sample={grant} language={language} loading={loading} />
          </Late>
        ) : (
          <p>No sample here. {whyNone(grant, language)}</p>
        )}
      </div>
    </div>
  );
}

interface FilesProps {
  /** The grant or chapter it is of. */
  readonly sample: string;
  readonly language: Language;
  readonly loading: Promise<readonly SourceFile[]>;
}

/** Suspends until they are loaded. */
function Files({ sample, language, loading }: FilesProps) {
  const files = use(loading);
  const messages = useMemo(() => messagesOf(sample, regionNames(files)), [sample, files]);
  const [failed, setFailed] = useState(false);
  const download = () =>
    downloadZip(`grantlab-${sample}-${language}`, files).catch(() => setFailed(true));
  return (
    <>
      <div className="space-y-3">
        {files.map((file, index) => (
          <details
            key={file.name}
            open={index === 0}
            className="overflow-hidden rounded-xl border border-line bg-surface"
          >
            <summary className="flex min-h-11 items-center px-4 font-mono text-sm hover:bg-sunken">
              {file.name}
            </summary>
            <SampleFile file={file} messages={messages} />
          </details>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="button" className={buttonClass("primary")} onClick={() => void download()}>
          <Download size={18} aria-hidden />
          Download as a zip
        </button>
        <a className={buttonClass("secondary")} href={BASE + SERVER_FILE} download>
          <Server size={18} aria-hidden />
          Download the authorization server
        </a>
      </div>
      <p className="mt-2 text-sm text-quiet">
        One file for Node 20 or newer:{" "}
        <code className="font-mono">node {SERVER_FILE} --port 9000</code>.
      </p>
      <p role="status" className="mt-2 text-bad">
        {failed && "The zip could not be made. The files above can still be copied."}
      </p>
    </>
  );
}
