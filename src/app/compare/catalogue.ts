import { attacks } from "../../attacks/index.ts";
import { type Row, rowsOf } from "../../attacks/matrix.ts";
import { type Target, targetsOf } from "../../attacks/target.ts";
import { type Grant, grants, type Variant } from "../../grants/index.ts";
import type { Side } from "./sides.ts";

/** Every row of the matrix: every way of every attack. */
export const rows: readonly Row[] = rowsOf(attacks);

/** Every column: what can be attacked, with the variant it is made of. */
export const subjects: readonly Subject[] = targetsOf(grants).map((target) => ({
  ...sideOf(target),
  target,
}));

/** A side of the comparison that attacks can be run against: a column of the matrix. */
export interface Subject extends Side {
  readonly target: Target;
}

/** The column of a side; nothing for a grant without a user, which these attacks have no way into. */
export function subjectOf({ grant, variant }: Side): Subject | undefined {
  return subjects.find((one) => one.grant === grant && one.variant === variant);
}

/** Every walk that can be chosen as a side. */
export const sides: readonly Side[] = grants.flatMap((grant) =>
  grant.variants.map((variant) => ({ grant, variant })),
);

function sideOf(target: Target): Side {
  const grant = found(
    grants.find(({ id }) => id === target.grant),
    target.id,
  );
  return { grant, variant: found(variantOf(grant, target.variant), target.id) };
}

function variantOf(grant: Grant, id: string): Variant | undefined {
  return grant.variants.find((variant) => variant.id === id);
}

function found<Value>(value: Value | undefined, id: string): Value {
  if (value === undefined) throw new RangeError(`The catalogue has no ${id}.`);
  return value;
}
