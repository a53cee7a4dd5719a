import { again } from "../../oauth/again.ts";
import { type ComponentProps, lazy } from "react";
import { Late } from "../primitives/late.tsx";

const View = lazy(() =>
  again(() => import("./request-view.tsx")).then((module) => ({ default: module.RequestView })),
);

/** The views of a request, fetched when they are first shown: a compact stepper never needs them. */
export function RequestView(props: ComponentProps<typeof View>) {
  return (
    <Late meanwhile={<p className="min-h-60 text-sm text-quiet">Loading the request.</p>}>
      <View {...props} />
    </Late>
  );
}
