import { retried } from "../../promises/retried.ts";
import { type ComponentProps, lazy } from "react";
import { Late } from "../primitives/late.tsx";

const Window = lazy(() =>
  retried(() => import("./browser-window.tsx")).then((module) => ({
    default: module.BrowserWindow,
  })),
);

/** The browser window, fetched when there is something to see in it. */
export function BrowserWindow(props: ComponentProps<typeof Window>) {
  return (
    <Late meanwhile={null}>
      <Window {...props} />
    </Late>
  );
}
