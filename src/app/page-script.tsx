import type { ComponentType, FunctionComponent } from "react";
import { latePart } from "../ui/primitives/late-part.tsx";

interface PageModule<Props> {
  readonly default: ComponentType<Props>;
}

/** A page in a script of its own. */
export interface PageScript<Props> {
  readonly Part: FunctionComponent<Props>;
  /** Fetches everything the page shows at first. Until all of it is there, a press on what is not yet there is lost. */
  preload(props: Props): Promise<void>;
}

/** A page in a script of its own, fetched when it is first shown or asked for; `preloadText` fetches what else it shows. */
export function pageScript<Props extends object>(
  fetchScript: () => Promise<PageModule<Props>>,
  preloadText?: (props: Props) => Promise<void>,
): PageScript<Props> {
  const script = latePart(async () => (await fetchScript()).default);
  return {
    Part: script.Part,
    preload: async (props) => {
      await Promise.all([script.preload(), preloadText?.(props)]);
    },
  };
}
