import { Component, type ReactNode, Suspense } from "react";

interface Props {
  /** Stands there until the part has arrived. */
  readonly meanwhile: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page whose script comes later. When it does not arrive, only that part is missing. */
export class Late extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) {
      return <Suspense fallback={this.props.meanwhile}>{this.props.children}</Suspense>;
    }
    return (
      <p className="p-4 text-sm text-quiet">
        This part could not be loaded. Reload the page to try again.
      </p>
    );
  }
}
