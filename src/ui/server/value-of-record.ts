import type { ValueFacts } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import type { Remembered } from "../../oauth/remembered.ts";
import { decodeJwt } from "../exchange/jwt.ts";

/**
 * The name of the walk's value that a record of a server is about: the value itself, or the token it is the serial
 * number of. Nothing when nobody of the walk holds it any more.
 */
export function nameOfRecord({ values }: Walk, { id, kind }: Remembered): string | undefined {
  const found = Object.entries(values).filter(
    ([, value]) => value !== undefined && (value === id || decodeJwt(value)?.payload["jti"] === id),
  );
  const [name] = found.find(([one]) => one === kind) ?? found[0] ?? [];
  return name;
}

/** The colour of what such a record is about, whoever holds it. */
export function toneOfKind(kind: string): ValueFacts["tone"] {
  if (kind.endsWith("token")) return "token";
  return kind.endsWith("code") ? "code" : "plain";
}
