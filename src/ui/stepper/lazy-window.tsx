import { type ComponentProps, lazy, Suspense } from "react";

const Window = lazy(() =>
  import("./browser-window.tsx").then((module) => ({ default: module.BrowserWindow })),
);

/** The browser window, fetched when there is something to see in it. */
export function BrowserWindow(props: ComponentProps<typeof Window>) {
  return (
    <Suspense fallback={null}>
      <Window {...props} />
    </Suspense>
  );
}
