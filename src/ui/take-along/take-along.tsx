import { Check, Download } from "lucide-react";
import { type ReactNode, useId, useMemo, useState } from "react";
import { isEnd, stepOf } from "../../flow/define-flow.ts";
import { toMermaid } from "../../flow/to-mermaid.ts";
import { drawPicture } from "../diagram/draw-picture.ts";
import { drawnMessages } from "../diagram/drawn-messages.ts";
import { svgFile } from "../diagram/export-svg.ts";
import { pictured, pictureName } from "../diagram/pictured.ts";
import { curlOf, LOCAL_SERVER } from "../exchange/curl.ts";
import { type Draft, requestFrom } from "../exchange/draft.ts";
import { ServerCommand } from "../exchange/server-command.tsx";
import { useWalk } from "../exchange/walk-context.ts";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { CopyButton } from "../primitives/copy-button.tsx";
import { pngOf } from "../primitives/png.ts";
import { save } from "../primitives/save.ts";
import { Switch } from "../primitives/switch.tsx";
import { harOf } from "./har.ts";
import { linkedStep, linkTo } from "./link.ts";
import { sortedEdits } from "./shareable.ts";

interface Props {
  /** Where the stepper of this walk is, as a whole URL without step and edits. */
  readonly address: string;
  /** The message that is next, as it was edited. */
  readonly draft: Draft | undefined;
  /** The message that is next, as Next sends it. */
  readonly sending: Draft | undefined;
  readonly folded: boolean;
}

/** What can be taken along of a walk: the way back to it, its messages, and its picture. */
export function TakeAlong({ address, draft, sending, folded }: Props) {
  const [said, say] = useState("");
  /** Says what was saved, or why it could not be. */
  const saving = (name: string, make: () => Blob | Promise<Blob>) => async () => {
    try {
      save(name, await make());
      say(`Saved ${name}.`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="divide-y divide-line">
      <LinkPart address={address} draft={draft} />
      <CurlPart sending={sending} />
      <ArchivePart saving={saving} />
      <DiagramPart folded={folded} saving={saving} />
      <p role="status" className="flex min-h-6 items-center gap-1.5 border-0 text-sm text-quiet">
        {said !== "" && <Check size={14} aria-hidden />}
        {said}
      </p>
    </div>
  );
}

type Saving = (name: string, make: () => Blob | Promise<Blob>) => () => Promise<void>;

interface PartProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly children: ReactNode;
}

function Part({ title, text, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-2 py-4 first:pt-1">
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      <div className="max-w-[44rem] space-y-1 text-sm text-quiet">{text}</div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </section>
  );
}

/** The way back to this very message. */
function LinkPart({ address, draft }: Pick<Props, "address" | "draft">) {
  const { flow, walk } = useWalk();
  const step = linkedStep(flow, walk.at);
  const { shared, leftOut } =
    step === undefined || draft === undefined
      ? { shared: [], leftOut: [] }
      : sortedEdits(flow, walk, draft);
  const link = linkTo(address, step, shared);
  const names = [...new Set(leftOut.map(({ name }) => (name === "" ? "the body" : name)))];
  return (
    <Part
      title="A link to this message"
      text={
        <>
          <p>
            {step === undefined
              ? `${isEnd(walk.at) ? "The walk has ended" : "Only a refusal leads to this step"}, so the link leads to the beginning.`
              : `Whoever opens it stands before “${stepOf(flow, step).title}”, in a sandbox of their own.`}
            {shared.length > 0 && " Your edits come along, marked and not sent."}
          </p>
          {names.length > 0 && (
            <p data-testid="left-out">
              Left out, for a link carries no secrets: your edit of {names.join(", ")}.
            </p>
          )}
        </>
      }
    >
      <code className="w-full rounded-lg bg-sunken px-2.5 py-1.5 font-mono text-[0.8125rem] break-all select-all">
        {link}
      </code>
      <CopyButton text={link} what="the link" />
    </Part>
  );
}

/** The next message as a shell command. */
function CurlPart({ sending }: Pick<Props, "sending">) {
  const { flow, walk } = useWalk();
  const command =
    sending === undefined
      ? undefined
      : curlOf(flow, walk, stepOf(flow, walk.at).channel, requestFrom(sending), walk.taken.length);
  return (
    <Part
      title="The next message as curl"
      text={
        <>
          {command !== undefined && (
            <p>
              It runs against <ServerCommand />. Its issuer is {LOCAL_SERVER}, and not auth.example,
              which only this page knows.
            </p>
          )}
          <p>
            {command === undefined ? "No request is next. " : ""}Every message has its command
            beside it, under “curl”; pasted in order into one shell, they walk this flow.
          </p>
        </>
      }
    >
      {command !== undefined && <CopyButton text={command} what="the next message as curl" />}
    </Part>
  );
}

const WARNING =
  "The file will hold tokens, codes, cookies and passwords as they were sent. They open only this sandbox; make no habit of it.";

/** The messages so far, for the network panel of a browser. */
function ArchivePart({ saving }: { readonly saving: Saving }) {
  const { flow, walk } = useWalk();
  const [whole, setWhole] = useState(false);
  const id = useId();
  const make = () => {
    const har = harOf(flow, walk.taken, !whole);
    return new Blob([`${JSON.stringify(har, undefined, 2)}\n`], { type: "application/json" });
  };
  return (
    <Part
      title="The messages so far as HAR"
      text={
        <>
          <p>
            HTTP Archive 1.2, which browsers’ network panels open.
            {!whole && " In place of every secret stands its name."}
          </p>
          <p id={id} aria-live="polite" className="font-medium text-bad">
            {whole && WARNING}
          </p>
        </>
      }
    >
      <SaveButton what="HAR" onSave={saving(`${flow.id}.har`, make)} />
      <Switch label="With secrets" on={whole} describedBy={id} onChange={setWhole} />
    </Part>
  );
}

/** The sequence diagram as it stands. */
function DiagramPart({ folded, saving }: { readonly folded: boolean; readonly saving: Saving }) {
  const { flow, walk } = useWalk();
  const drawn = () => drawPicture(flow, walk, folded);
  const { source } = useMemo(() => toMermaid(flow, walk, { folded }), [flow, walk, folded]);
  const shown = drawnMessages(flow, walk, folded);
  const [part, name] = [pictured(flow, walk, shown), pictureName(flow, walk, shown)];
  return (
    <Part
      title="The diagram"
      text={
        <>
          <p>The walk as it stands, in the colours of the page, or as text for a document.</p>
          {part !== undefined && (
            <p>The pictures are of messages {part}. The text has all of them.</p>
          )}
        </>
      }
    >
      <span className="flex items-center gap-1.5 text-sm">
        Mermaid <CopyButton text={source} what="the Mermaid text" />
      </span>
      <SaveButton what="SVG" onSave={saving(`${name}.svg`, async () => svgFile(await drawn()))} />
      <SaveButton what="PNG" onSave={saving(`${name}.png`, async () => pngOf(await drawn()))} />
    </Part>
  );
}

function SaveButton({ what, onSave }: { readonly what: string; onSave(): Promise<void> }) {
  return (
    <button type="button" className={SMALL_BUTTON} onClick={() => void onSave()}>
      <Download size={14} aria-hidden />
      Download {what}
    </button>
  );
}
