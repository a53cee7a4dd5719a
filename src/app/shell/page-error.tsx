import { Component, type ReactNode } from "react";
import { Heading } from "./heading.tsx";

interface State {
  readonly failed: boolean;
}

/** Says so when a page cannot be shown, as when its script cannot be fetched. Give it a key per page. */
export class PageError extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="mx-auto w-full max-w-[44rem] px-4 py-16 sm:px-6">
        <Heading>This page could not be shown</Heading>
        <p className="mt-4 text-quiet">
          A part of it did not arrive, or something in it went wrong. What you have walked so far is
          kept.
        </p>
        <button
          type="button"
          className="mt-6 min-h-11 rounded-lg bg-accent px-5 font-medium text-accent-ink"
          onClick={() => location.reload()}
        >
          Load it again
        </button>
      </div>
    );
  }
}
