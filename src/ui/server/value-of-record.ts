import type { ValueFacts } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import type { Remembered } from "../../oauth/remembered.ts";
import { decodeJwt } from "../exchange/jwt.ts";

/** Says of a record what value of a walk it is about, by its name. */
export type NameOf = (record: Pick<Remembered, "id" | "kind">) => string | undefined;

/**
 * The names of the walk's values that records of a server are about: the value itself, or the token a record's id is
 * the serial number of. Nothing when nobody of the walk holds it any more. Each value is read once.
 */
export function namesOfRecords({ values }: Walk): NameOf {
  const names = new Map<string, string[]>();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    for (const id of new Set([value, decodeJwt(value)?.payload["jti"]])) {
      if (typeof id === "string") names.set(id, [...(names.get(id) ?? []), name]);
    }
  }
  return ({ id, kind }) => {
    const found = names.get(id) ?? [];
    return found.find((name) => name === kind) ?? found[0];
  };
}

/** The colour of what such a record is about, whoever holds it. */
export function toneOfKind(kind: string): ValueFacts["tone"] {
  if (kind.endsWith("token")) return "token";
  return kind.endsWith("code") ? "code" : "plain";
}
