import { Pencil } from "lucide-react";
import { useState } from "react";
import type { Channel } from "../../flow/define-flow.ts";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { CopyButton } from "../primitives/copy-button.tsx";
import { type Tab, Tabs } from "../primitives/tabs.tsx";
import { type CodeSample, CodeView } from "./code-view.tsx";
import { curlOf } from "./curl.ts";
import { type Draft, isEdited, putBack, requestFrom } from "./draft.ts";
import { MarkedBlock } from "./marked-text.tsx";
import { Mistakes } from "./mistakes-menu.tsx";
import { ParameterTable } from "./parameter-table.tsx";
import { rawRequest } from "./raw.ts";
import { beforeQuery } from "./request-parameters.ts";
import { ServerCommand } from "./server-command.tsx";
import { useWalk } from "./walk-context.ts";

interface Props {
  readonly draft: Draft;
  readonly channel: Channel;
  /** How many messages came before this one. */
  readonly before: number;
  /** Sample code that sends it. */
  readonly code?: CodeSample | undefined;
  /** Absent for a message that was sent. */
  onDraft?: ((draft: Draft) => void) | undefined;
}

/** A request in four views: its parameters, raw, as a shell command, and as the code that sends it. */
export function RequestView({ draft, channel, before, code, onDraft }: Props) {
  const { flow, walk } = useWalk();
  const [editing, setEditing] = useState(false);
  const request = requestFrom(draft);
  const raw = rawRequest(request);
  const tabs: Tab[] = [
    {
      id: "request",
      title: "Request",
      content: () => (
        <>
          <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
            <p className="min-w-0 flex-1 basis-56 pt-1 font-mono text-[0.8125rem] leading-6 break-all">
              <span className="font-semibold text-quiet">{request.method}</span>{" "}
              {beforeQuery(request.url)}
            </p>
            {onDraft !== undefined && (
              <EditControls
                draft={draft}
                editing={editing}
                onDraft={onDraft}
                onEditing={setEditing}
              />
            )}
            <CopyButton text={request.url} what="the address" />
          </div>
          {onDraft !== undefined && <Mistakes draft={draft} onDraft={onDraft} />}
          <ParameterTable draft={draft} before={before} editing={editing} onDraft={onDraft} />
        </>
      ),
    },
    { id: "raw", title: "Raw HTTP", content: () => <Copyable text={raw} what="the raw request" /> },
    {
      id: "curl",
      title: "curl",
      content: () => <Curl text={curlOf(flow, walk, channel, request, before)} />,
    },
  ];
  if (code !== undefined)
    tabs.push({ id: "code", title: "Code", content: () => <CodeView code={code} /> });
  return <Tabs label="Views of the request" tabs={tabs} />;
}

interface EditProps {
  readonly draft: Draft;
  readonly editing: boolean;
  onDraft(draft: Draft): void;
  onEditing(editing: boolean): void;
}

function EditControls({ draft, editing, onDraft, onEditing }: EditProps) {
  return (
    <>
      {isEdited(draft) && (
        <button type="button" className={SMALL_BUTTON} onClick={() => onDraft(putBack(draft))}>
          Put it back
        </button>
      )}
      <button
        type="button"
        aria-pressed={editing}
        className={SMALL_BUTTON}
        onClick={() => onEditing(!editing)}
      >
        <Pencil size={14} aria-hidden />
        Edit
      </button>
    </>
  );
}

function Copyable({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <div className="space-y-2">
      <MarkedBlock text={text} />
      <CopyButton text={text} what={what} />
    </div>
  );
}

function Curl({ text }: { readonly text: string }) {
  const { sandbox } = useWalk().flow;
  const serverChecks = sandbox.without?.filter((id) => !id.startsWith("client.")) ?? [];
  const weakened = serverChecks.length > 0 || sandbox.authorizationServer !== undefined;
  return (
    <div className="space-y-2">
      <p className="text-sm text-quiet">
        Download <ServerCommand />. Then paste the command of each message, in order, into one
        shell: it walks this flow against that server, which gives values of its own.
        {weakened &&
          " It leaves no check out, so it may refuse what the servers of this walk let pass."}
      </p>
      <Copyable text={text} what="the curl command" />
    </div>
  );
}
