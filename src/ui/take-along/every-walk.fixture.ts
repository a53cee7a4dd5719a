import { isEnd } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { grants, type Variant } from "../../grants/index.ts";
import { openLab } from "../../testing/lab.ts";

/** Every variant of every grant, with its name. */
export const everyVariant: readonly (readonly [name: string, variant: Variant])[] = grants.flatMap(
  ({ id, variants }) =>
    variants.map((variant): [string, Variant] => [`${id}/${variant.id}`, variant]),
);

/** The walks of a variant where everything goes well: before every message, and at its end. */
export async function everyStanding({ flow }: Variant): Promise<readonly Walk[]> {
  const lab = await openLab(flow);
  const walks = [lab.walk()];
  while (!isEnd(lab.walk().at)) {
    const before = lab.walk().taken.length;
    const after = await lab.send({ type: "NEXT" });
    if (after.taken.length === before) throw new Error(`Nothing came of “${after.at}”.`);
    if (after.taken.length > 100) throw new Error("The walk does not end.");
    walks.push(after);
  }
  return walks;
}
