import { promisedWalk, stepOf } from "../../flow/define-flow.ts";
import { grants } from "../../grants/index.ts";
import { flowAddress } from "../addresses.ts";

/** A message as it is named above its code. */
export interface NamedMessage {
  readonly href: string;
  /** With its number, where it is on the way on which all goes well. */
  readonly title: string;
}

/** The messages whose code a sample has, by the names of its regions, in the walk that shows the most of them. */
export function messagesOf(
  sample: string,
  names: readonly string[],
): ReadonlyMap<string, NamedMessage> {
  const walks = walksShowing(sample).toSorted((a, b) => shownIn(a, names) - shownIn(b, names));
  // What comes later wins: the fuller walk, and of two equal ones the later in the catalogue.
  return new Map(
    walks.flatMap((walk) =>
      names.filter((name) => has(walk, name)).map((name) => [name, messageIn(walk, name)] as const),
    ),
  );
}

function walksShowing(sample: string) {
  return grants.flatMap((grant) =>
    grant.variants
      .filter((variant) => (variant.sample ?? grant.id) === sample)
      .map(({ id, flow }) => ({ grant: grant.id, variant: id, flow })),
  );
}

type Walk = ReturnType<typeof walksShowing>[number];

function has({ flow }: Walk, step: string): boolean {
  return Object.hasOwn(flow.steps, step);
}

function shownIn(walk: Walk, names: readonly string[]): number {
  return names.filter((name) => has(walk, name)).length;
}

function messageIn({ grant, variant, flow }: Walk, step: string): NamedMessage {
  const { title } = stepOf(flow, step);
  const index = promisedWalk(flow).indexOf(step);
  return {
    href: flowAddress(grant, variant, step),
    title: index === -1 ? title : `${index + 1}. ${title}`,
  };
}
