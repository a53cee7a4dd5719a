import { Search } from "lucide-react";
import { lazy, Suspense } from "react";
import { retried } from "../../promises/retried.ts";
import { lookFor, openSearch, useSearchWords } from "../search/words.ts";

const Dialog = lazy(() => retried(() => import("../search/search-dialog.tsx")));

/** Opens the search, as do the keys / and Ctrl-K. */
export function SearchButton() {
  const words = useSearchWords();
  return (
    <>
      <button
        type="button"
        aria-label="Search"
        aria-keyshortcuts="/ Control+K"
        title="Search (/ or Ctrl-K)"
        className="grid size-11 shrink-0 place-items-center rounded-lg text-quiet hover:bg-sunken hover:text-ink"
        onClick={openSearch}
      >
        <Search size={18} aria-hidden />
      </button>
      {words !== undefined && (
        <Suspense>
          <Dialog words={words} onWords={lookFor} onClose={() => lookFor(undefined)} />
        </Suspense>
      )}
    </>
  );
}
