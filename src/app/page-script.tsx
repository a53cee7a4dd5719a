import type { ComponentType, FunctionComponent } from "react";
import { latePart } from "../ui/primitives/late-part.tsx";

interface PageModule<Props> {
  readonly default: ComponentType<Props>;
  /** Fetches what the page shows that is not in its own script. */
  preload?(props: Props): Promise<void>;
}

/** A page in a script of its own. */
export interface PageScript<Props> {
  readonly Part: FunctionComponent<Props>;
  /** Fetches everything the page shows at first. Until all of it is there, a press on what is not yet there is lost. */
  preload(props: Props): Promise<void>;
}

/** A page in a script of its own, fetched when it is first shown or asked for. */
export function pageScript<Props extends object>(
  fetchScript: () => Promise<PageModule<Props>>,
): PageScript<Props> {
  const script = latePart(async () => (await fetchScript()).default);
  return {
    Part: script.Part,
    preload: async (props) => {
      await script.preload();
      await (await fetchScript()).preload?.(props);
    },
  };
}
