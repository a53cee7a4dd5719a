import { type ComponentType, createElement, type FunctionComponent, use } from "react";

interface PageModule<Props> {
  readonly default: ComponentType<Props>;
}

/** A page whose script is fetched when it is first shown, and how to fetch it before. */
export interface PageScript<Props> {
  readonly Page: FunctionComponent<Props>;
  preload(): Promise<void>;
}

/** A page in a script of its own. It suspends while the script is on its way, and not once `preload` is done. */
export function pageScript<Props extends object>(
  load: () => Promise<PageModule<Props>>,
): PageScript<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  const fetched = () => {
    loading ??= load().then((module) => {
      loaded = module.default;
      return module.default;
    });
    // A script that did not arrive is asked for again the next time.
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  return {
    Page: (props) => createElement(loaded ?? use(fetched()), props),
    preload: async () => void (await fetched()),
  };
}
