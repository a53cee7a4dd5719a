import { useRef, useState } from "react";

const BUTTON = "min-h-11 rounded-lg border border-line px-4 font-medium hover:bg-sunken";

interface Props {
  /** Forgets everything this browser keeps for Grantlab; rejects when something could not be forgotten. */
  onDelete(): Promise<void>;
}

/** Asks first, then deletes and says whether it worked. */
export function DeleteData({ onDelete }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [result, setResult] = useState<"idle" | "busy" | "deleted" | "failed">("idle");
  const open = () => {
    setResult("idle");
    dialog.current?.showModal();
  };
  const confirm = async () => {
    setResult("busy");
    setResult(
      await onDelete()
        .then(() => "deleted" as const)
        .catch(() => "failed" as const),
    );
  };
  // However it was closed: by its button, by Escape or by the browser.
  const closed = () => {
    // What the page still shows was read from what is gone.
    if (result === "deleted") beginAnew();
  };
  return (
    <>
      <button
        type="button"
        className="min-h-11 underline underline-offset-4 hover:text-ink"
        onClick={open}
      >
        Delete my data
      </button>
      <dialog
        ref={dialog}
        onClose={closed}
        aria-labelledby="delete-data-title"
        className="m-auto max-w-md rounded-2xl border border-line bg-surface p-6 text-ink shadow-xl backdrop:bg-black/50"
      >
        <h2 id="delete-data-title" className="text-lg font-semibold">
          Delete my data
        </h2>
        <p className="mt-2 text-quiet" aria-live="polite">
          {MESSAGES[result]}
        </p>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <button type="button" className={BUTTON} onClick={() => dialog.current?.close()}>
            {result === "deleted" ? "Close" : "Keep it"}
          </button>
          {result !== "deleted" && (
            <button
              type="button"
              className="min-h-11 rounded-lg bg-bad px-4 font-medium text-surface"
              aria-disabled={result === "busy"}
              onClick={() => void confirm()}
            >
              Delete
            </button>
          )}
        </div>
      </dialog>
    </>
  );
}

/** Loads the page again, without the step the walk stood at. */
function beginAnew(): void {
  const address = new URL(location.href);
  address.searchParams.delete("step");
  address.hash = "";
  location.replace(address);
}

const MESSAGES = {
  idle: "This forgets your walks, what the servers remember of them, your progress in the guide and your settings. None of it ever left this browser.",
  busy: "Deleting.",
  deleted: "It is gone. This page begins anew when you close this message.",
  failed:
    "Something could not be deleted; another tab may hold it open. Close the other tabs of Grantlab and try again.",
};
