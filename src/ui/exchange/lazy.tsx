import type { ComponentProps } from "react";
import { Late } from "../primitives/late.tsx";
import { latePart } from "../primitives/late-part.tsx";
import type { FoldedCode as Folded } from "./code-view.tsx";
import type { RequestView as Request } from "./request-view.tsx";
import type { ResponseView as Response } from "./response-view.tsx";

const request = latePart(() => import("./request-view.tsx").then((module) => module.RequestView));
const response = latePart(() =>
  import("./response-view.tsx").then((module) => module.ResponseView),
);
const folded = latePart(() => import("./code-view.tsx").then((module) => module.FoldedCode));

/** The views of a request, fetched when they are first shown: a compact stepper never needs them. */
export function RequestView(props: ComponentProps<typeof Request>) {
  return (
    <Late meanwhile={<p className="min-h-60 text-sm text-quiet">Loading the request.</p>}>
      <request.Part {...props} />
    </Late>
  );
}

/** The view of a response, fetched before there is one; see `preloadResponseView`. */
export function ResponseView(props: ComponentProps<typeof Response>) {
  return (
    <Late meanwhile={<div className="min-h-40" aria-hidden />}>
      <response.Part {...props} />
    </Late>
  );
}

/** The code of a message that is no request; it is closed until it is asked for. */
export function FoldedCode(props: ComponentProps<typeof Folded>) {
  return (
    <Late meanwhile={<div className="min-h-11 sm:min-h-10" aria-hidden />}>
      <folded.Part {...props} />
    </Late>
  );
}

/** Fetches the view of a response, so that it is there when the first one comes. */
export const preloadResponseView = response.preload;
