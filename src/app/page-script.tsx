import { type ComponentType, createElement, type FunctionComponent, lazy } from "react";
import { retried } from "../promises/retried.ts";

interface PageModule<Props> {
  readonly default: ComponentType<Props>;
}

/** A page whose script is fetched when it is first shown, and how to fetch it before. */
export interface PageScript<Props> {
  readonly Page: FunctionComponent<Props>;
  /** Call it only before the first render: it changes what `Page` renders. */
  preload(): Promise<void>;
}

/** A page in a script of its own. It suspends while the script is on its way, and not once `preload` is done. */
export function pageScript<Props extends object>(
  fetchScript: () => Promise<PageModule<Props>>,
): PageScript<Props> {
  const load = () => retried(fetchScript);
  const Lazy: ComponentType<Props> = lazy(load);
  let loaded: ComponentType<Props> | undefined;
  return {
    Page: (props) => createElement(loaded ?? Lazy, props),
    preload: async () => {
      loaded = (await load()).default;
    },
  };
}
