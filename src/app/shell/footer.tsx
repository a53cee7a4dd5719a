import { DeleteData } from "./delete-data.tsx";

/** What is real here and what is modelled, and what belongs to the reader. */
export function Footer({ onDeleteData }: { onDeleteData(): Promise<void> }) {
  return (
    <footer className="mt-auto border-t border-line text-[0.9375rem] text-quiet">
      <div className="mx-auto grid max-w-[96rem] gap-x-12 gap-y-4 px-4 py-8 sm:px-6 lg:grid-cols-[2fr_1fr]">
        <div className="max-w-[70ch] space-y-2">
          <p>
            The authorization server, the API, the codes, tokens, signatures and refusals are real:
            they run in this browser, in a service worker. What one page cannot have is{" "}
            <em>modelled</em>: the sites’ names, the browser that goes from one to the other, and
            its cookies.
          </p>
          <p>No message leaves your device, and the whole works offline after the first visit.</p>
        </div>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-1 lg:justify-end">
          <DeleteData onDelete={onDeleteData} />
          <span className="flex min-h-11 items-center">MIT licence</span>
        </div>
      </div>
    </footer>
  );
}
