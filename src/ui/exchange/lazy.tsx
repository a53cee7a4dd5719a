import { retried } from "../../promises/retried.ts";
import { type ComponentProps, lazy } from "react";
import { Late } from "../primitives/late.tsx";

const View = lazy(() =>
  retried(() => import("./request-view.tsx")).then((module) => ({ default: module.RequestView })),
);

/** The views of a request, fetched when they are first shown: a compact stepper never needs them. */
export function RequestView(props: ComponentProps<typeof View>) {
  return (
    <Late meanwhile={<p className="min-h-60 text-sm text-quiet">Loading the request.</p>}>
      <View {...props} />
    </Late>
  );
}
