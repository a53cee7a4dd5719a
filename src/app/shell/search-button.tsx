import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { retried } from "../../promises/retried.ts";

const Dialog = lazy(() => retried(() => import("../search/search-dialog.tsx")));

/** Opens the search, as do the keys / and Ctrl-K. */
export function SearchButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label="Search"
        aria-keyshortcuts="/ Control+K"
        title="Search (/ or Ctrl-K)"
        className="grid size-11 shrink-0 place-items-center rounded-lg text-quiet hover:bg-sunken hover:text-ink"
        onClick={() => setOpen(true)}
      >
        <Search size={18} aria-hidden />
      </button>
      {open && (
        <Suspense>
          <Dialog onClose={() => setOpen(false)} />
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
