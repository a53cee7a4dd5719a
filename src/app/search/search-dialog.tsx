import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { search, searchLoosely } from "./engine.ts";
import type { Found } from "./found.ts";

interface Props {
  /** What is in the field; some may have been typed before the dialog was here. */
  readonly words: string;
  onWords(words: string): void;
  onClose(): void;
}

/** Looks for something in everything there is. A native dialog: Escape closes it, and the focus goes back. */
export default function SearchDialog({ words, onWords, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [marked, mark] = useState(0);
  const [, navigate] = useLocation();
  const list = useId();
  const exact = words.trim() === "" ? [] : search(words);
  const loose = exact.length === 0 && words.trim() !== "" ? searchLoosely(words) : [];
  const found = exact.length > 0 ? exact : loose;
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const go = ({ href }: Found) => {
    dialog.current?.close();
    navigate(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // By itself the first Escape in a search field only empties it. One that ends a composition is not for the dialog.
    if (event.key === "Escape" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      dialog.current?.close();
    }
    const next = move(event.key, marked, found.length);
    if (next === undefined) return;
    event.preventDefault();
    mark(next);
  };
  const optionId = (index: number) => `${list}-${index}`;
  return (
    <dialog
      ref={dialog}
      aria-label="Search"
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current.close()}
      className="mx-auto mt-[8vh] w-full max-w-[44rem] rounded-2xl border border-line bg-surface p-0 text-ink shadow-xl backdrop:bg-black/40 max-sm:mt-2 max-sm:max-w-[calc(100vw-1rem)]"
    >
      <form
        className="flex items-center rounded-t-2xl border-b border-line"
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = found[marked];
          if (chosen !== undefined) go(chosen);
        }}
      >
        <input
          type="search"
          autoFocus
          role="combobox"
          aria-label="What are you looking for?"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-activedescendant={found.length > 0 ? optionId(marked) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Chapters, messages, attacks, errors, parameters, terms"
          value={words}
          onChange={({ target }) => {
            onWords(target.value);
            mark(0);
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 rounded-tl-2xl bg-surface px-5 py-4 text-lg outline-none placeholder:text-quiet"
        />
        <button
          type="button"
          className="mr-2 min-h-11 rounded-lg px-3 text-quiet hover:bg-sunken hover:text-ink"
          onClick={() => dialog.current?.close()}
        >
          Close
        </button>
      </form>
      <p role="status" className={words === "" || exact.length > 0 ? "sr-only" : "px-5 py-4"}>
        {told(words, exact.length, loose.length)}
      </p>
      <ul id={list} role="listbox" aria-label="Found" className="max-h-[65vh] overflow-y-auto">
        {found.map((one, index) => (
          <Option
            key={one.href + one.title}
            id={optionId(index)}
            found={one}
            marked={index === marked}
            onChoose={() => go(one)}
          />
        ))}
      </ul>
      <p className="border-t border-line px-5 py-3 text-sm text-quiet max-sm:hidden">
        Arrow keys choose, Enter opens, Escape closes. The search works without a network.
      </p>
    </dialog>
  );
}

interface OptionProps {
  readonly id: string;
  readonly found: Found;
  readonly marked: boolean;
  onChoose(): void;
}

function Option({ id, found: { kind, title, text }, marked, onChoose }: OptionProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (marked) item.current?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  return (
    <li
      ref={item}
      id={id}
      role="option"
      aria-selected={marked}
      className="cursor-pointer border-l-4 border-transparent px-4 py-3 hover:bg-sunken aria-selected:border-accent aria-selected:bg-accent-tint"
      onClick={onChoose}
    >
      <span className="flex items-baseline justify-between gap-4">
        <span className="font-medium">{title}</span>
        <span className="shrink-0 text-sm text-quiet">{kind}</span>
      </span>
      <span className="line-clamp-2 text-[0.9375rem] text-quiet">{text}</span>
    </li>
  );
}

/** The option a key leads to; nothing for other keys. */
function move(key: string, marked: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === "ArrowDown") return (marked + 1) % count;
  return key === "ArrowUp" ? (marked + count - 1) % count : undefined;
}

function told(words: string, exact: number, loose: number): string {
  if (words.trim() === "") return "";
  if (exact > 0) return `${exact} found. Enter opens the one that is marked.`;
  if (loose > 0) return "Nothing has all of these words. This has some of them:";
  return `Nothing is found for “${words}”. Try one word, or the name of a parameter or an error.`;
}
