import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useWalk } from "../exchange/walk-context.ts";
import { Switch } from "../primitives/switch.tsx";
import { useStored } from "../primitives/use-stored.ts";
import { MessageList } from "./message-list.tsx";
import type { Selected } from "./props.ts";
import { StretchBar } from "./stretch-bar.tsx";
import { useStretch } from "./use-stretch.ts";
import { Diagram } from "./views.tsx";

interface Props {
  readonly selected: Selected | undefined;
  readonly folded: boolean;
  readonly focus: readonly string[];
  readonly compact: boolean;
  onSelect(selected: Selected): void;
  onFold(folded: boolean): void;
}

/** Where the walk stands, as a picture or as a list. On a phone a list, which unfolds. */
export function WalkMap(props: Props) {
  const { compact, folded, onFold } = props;
  const { flow } = useWalk();
  // The classic six are those of a walk that goes through the authorization endpoint, and of no attack.
  const classic = flow.ends === undefined && flow.steps["authorize"] !== undefined;
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  const [stored, store] = useStored("grantlab.map");
  const list = stored === "list";
  return (
    <section
      // A page has one bench, and may have several compact ones: they would be landmarks of one name.
      {...(compact ? {} : { "aria-label": "Messages" })}
      className={compact ? "" : "flex min-h-0 flex-col rounded-2xl border border-line bg-surface"}
    >
      <button
        type="button"
        aria-expanded={unfolded}
        aria-controls={id}
        onClick={() => setUnfolded(!unfolded)}
        className="flex min-h-13 w-full items-center justify-between rounded-2xl px-4 font-semibold lg:hidden"
      >
        All messages
        <ChevronDown size={18} aria-hidden className={unfolded ? "rotate-180" : ""} />
      </button>
      <div id={id} className={`${unfolded ? "block" : "hidden"} min-h-0 flex-col lg:flex`}>
        {!compact && (
          <div className="flex flex-wrap items-center justify-between gap-x-4 border-line px-4 pb-2 lg:border-b lg:py-1.5">
            <Switch
              label={classic ? "Six classic messages" : "Folded messages"}
              on={folded}
              onChange={onFold}
            />
            <Choice list={list} onChange={(next) => store(next ? "list" : "diagram")} />
          </div>
        )}
        <Shown {...props} list={list && !compact} />
      </div>
    </section>
  );
}

function Choice({ list, onChange }: { readonly list: boolean; onChange(list: boolean): void }) {
  const look =
    "min-h-9 px-3 text-sm text-quiet hover:text-ink aria-pressed:bg-accent-tint aria-pressed:font-semibold aria-pressed:text-accent";
  return (
    <fieldset className="hidden overflow-hidden rounded-lg border border-line lg:flex">
      <legend className="sr-only">Show the messages as</legend>
      <button type="button" aria-pressed={!list} className={look} onClick={() => onChange(false)}>
        Diagram
      </button>
      <button type="button" aria-pressed={list} className={look} onClick={() => onChange(true)}>
        List
      </button>
    </fieldset>
  );
}

/** The list that can be pressed stands alone; beside the picture it is there to be read. */
function Shown({
  list,
  selected,
  folded,
  focus,
  compact,
  onSelect,
}: Props & { readonly list: boolean }) {
  const { flow, walk } = useWalk();
  const { shown, count, looking, showAround } = useStretch(flow, walk, selected, folded);
  const pressable = (
    <MessageList
      folded={folded}
      shown={shown}
      selected={selected}
      focus={focus}
      onSelect={onSelect}
    />
  );
  const bar = (className: string) =>
    shown.to - shown.from < count && (
      <StretchBar
        shown={shown}
        count={count}
        className={`px-4 pt-1 ${className}`}
        onShow={showAround}
      />
    );
  if (list)
    return (
      <>
        {!folded && bar("")}
        <div className="overflow-y-auto px-2 py-2 lg:max-h-[calc(100dvh-12rem)]">{pressable}</div>
      </>
    );
  return (
    <>
      {bar(folded ? "max-lg:hidden" : "")}
      <div className="px-2 pb-3 lg:hidden">{pressable}</div>
      <div
        className={`hidden min-h-0 lg:block ${compact ? "[&_figcaption]:px-3 [&_figcaption]:pb-3" : "p-2"}`}
      >
        <div className="sr-only">
          <MessageList folded={folded} shown={shown} selected={selected} focus={focus} />
        </div>
        <Diagram
          flow={flow}
          walk={walk}
          selected={selected}
          folded={folded}
          shown={shown}
          looking={looking}
          onSelect={onSelect}
        />
      </div>
    </>
  );
}
