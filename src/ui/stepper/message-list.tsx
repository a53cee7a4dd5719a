import type { Stretch } from "../../flow/shown-window.ts";
import { forkText } from "../branches/forks.ts";
import { useWalk } from "../exchange/walk-context.ts";
import { foldedMessages, listOf, type Message, selectionOf } from "./messages.ts";
import type { Selected } from "./props.ts";

interface Item {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  readonly state: Message["state"];
  readonly note: string;
  readonly select: Selected | undefined;
  readonly inFocus: boolean;
  /** Which branches went another way after it. */
  readonly fork: string | undefined;
}

interface Props {
  readonly folded: boolean;
  /** Which of the messages, as positions; folded, there are few enough to list them all. */
  readonly shown: Stretch;
  readonly selected: Selected | undefined;
  readonly focus: readonly string[];
  /** Absent where the list is only read, beside the picture. */
  onSelect?: ((selected: Selected) => void) | undefined;
}

/** The messages in order, of which the diagram is a picture. */
export function MessageList({ folded, shown, selected, focus, onSelect }: Props) {
  const items = useItems(folded ? undefined : shown, focus);
  return (
    <ol aria-label={folded ? "Messages, folded" : "Messages"} className="list-none">
      {items.map((item) => {
        const current = item.select !== undefined && item.select === selected;
        return (
          <li
            key={item.key}
            data-state={item.state}
            aria-current={item.state === "next" ? "step" : undefined}
          >
            {onSelect === undefined || item.select === undefined ? (
              <span className={`${ROW} ${LOOKS[item.state]}`}>
                <Text item={item} />
              </span>
            ) : (
              <button
                type="button"
                aria-pressed={current}
                onClick={() => item.select !== undefined && onSelect(item.select)}
                className={`${ROW} ${LOOKS[item.state]} w-full text-left hover:bg-sunken aria-pressed:bg-accent-tint focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent`}
              >
                <Text item={item} />
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const ROW =
  "flex min-h-11 items-baseline gap-3 rounded-lg px-2 py-2 text-[0.9375rem] leading-6 sm:min-h-9 sm:py-1.5";
const LOOKS = { past: "text-ink", next: "font-semibold text-accent", future: "text-quiet" };

function Text({ item }: { readonly item: Item }) {
  return (
    <>
      <span className="min-w-6 shrink-0 text-right text-sm text-quiet tabular-nums">
        {item.number}
      </span>
      <span className="min-w-0 flex-1">
        {item.title}
        {item.inFocus && <span className="text-sm text-quiet"> · in this section</span>}
        {item.fork !== undefined && <span className="text-sm text-accent"> · {item.fork}</span>}
      </span>
      {item.note !== "" && (
        <span
          className={`shrink-0 text-sm ${item.note === "refused" ? "font-medium text-bad" : "text-quiet"}`}
        >
          {item.note}
        </span>
      )}
    </>
  );
}

function useItems(stretch: Stretch | undefined, focus: readonly string[]): readonly Item[] {
  const { flow, walk, forks } = useWalk();
  const forkAfter = (messages: readonly Message[]) =>
    forkText(messages.flatMap(({ taken = -1 }) => forks?.get(taken) ?? []));
  if (stretch !== undefined) {
    return listOf(flow, walk, stretch).map((message) => ({
      key: String(message.number),
      number: message.number,
      title: message.title,
      state: message.state,
      note: noteOf(message),
      select: selectionOf(message),
      inFocus: focus.includes(message.step),
      fork: forkAfter([message]),
    }));
  }
  return foldedMessages(flow, walk).map(
    ({ id, number, title, state, refused, notYet, messages }) => {
      const shown = messages.findLast((message) => message.taken !== undefined) ?? messages[0];
      return {
        key: id,
        number,
        title,
        state,
        note: noteOf({ state, refused, notYet, edited: messages.some(({ edited }) => edited) }),
        select: shown === undefined ? undefined : selectionOf(shown),
        inFocus: messages.some(({ step }) => focus.includes(step)),
        fork: forkAfter(messages),
      };
    },
  );
}

type Noted = Pick<Message, "state" | "refused" | "edited"> & { readonly notYet?: true | undefined };

function noteOf({ state, refused, notYet, edited }: Noted): string {
  if (refused) return "refused";
  if (state === "next") return "next";
  if (notYet === true) return "not yet";
  if (edited) return "edited";
  return state === "past" ? "sent" : "";
}
