import { type ComponentType, createElement, type FunctionComponent, lazy, useState } from "react";
import { retried } from "../../promises/retried.ts";

/** A component whose script is fetched when it is first shown, and how to fetch it before. */
export interface LatePart<Props> {
  /** Suspends while its script is on its way, and not once `preload` is done. */
  readonly Part: FunctionComponent<Props>;
  preload(): Promise<void>;
}

/** A component in a script of its own. One that is shown stays as it is when the script arrives. */
export function latePart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
): LatePart<Props> {
  let loaded: ComponentType<Props> | undefined;
  const load = async () => {
    loaded = await retried(fetchPart);
    return loaded;
  };
  const Lazy: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  return {
    Part: (props) => {
      const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Lazy);
      return createElement(Shown, props);
    },
    preload: async () => {
      await load();
    },
  };
}
