import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { retried } from "../../promises/retried.ts";

const Dialog = lazy(() => retried(() => import("../search/search-dialog.tsx")));

/** Opens the search, as do the keys / and Ctrl-K. */
export function SearchButton() {
  // What is to be found; nothing while the search is closed.
  const [words, setWords] = useState<string>();
  const open = words !== undefined;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (asksForSearch(event)) {
        event.preventDefault();
        setWords((typed) => typed ?? "");
        return;
      }
      // While the dialog is on its way, what is typed is for it.
      if (!open || isInDialog(event)) return;
      if (event.key === "Escape") setWords(undefined);
      if (!isTyped(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setWords((typed = "") => typed + event.key);
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [open]);
  return (
    <>
      <button
        type="button"
        aria-label="Search"
        aria-keyshortcuts="/ Control+K"
        title="Search (/ or Ctrl-K)"
        className="grid size-11 shrink-0 place-items-center rounded-lg text-quiet hover:bg-sunken hover:text-ink"
        onClick={() => setWords((typed) => typed ?? "")}
      >
        <Search size={18} aria-hidden />
      </button>
      {open && (
        <Suspense>
          <Dialog words={words} onWords={setWords} onClose={() => setWords(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function asksForSearch({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if ((ctrlKey || metaKey) && key === "k") return true;
  const typing = target instanceof Element && target.closest("input, textarea, select, dialog");
  return key === "/" && !ctrlKey && !metaKey && !altKey && typing === null;
}

function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

function isTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}
