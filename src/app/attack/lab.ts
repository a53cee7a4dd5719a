import type { Flow } from "../../flow/define-flow.ts";
import { type Attack, type Defence, isNotApplicable, type Way } from "../../attacks/attack.ts";
import { attacks } from "../../attacks/index.ts";
import { appliesTo, attackedFlow, defencesAgainst, standardDefences } from "../../attacks/run.ts";
import { type Target, targetsOf } from "../../attacks/target.ts";
import { grants } from "../../grants/index.ts";
import { attackAddress } from "../addresses.ts";

/** Every walk that can be attacked. */
export const targets: readonly Target[] = targetsOf(grants);

/** An attack as it is set up: the way, what it goes against, and the defences there are. */
export interface Lab {
  readonly attack: Attack;
  readonly way: Way;
  readonly target: Target;
  /** Every defence of the way that has something to do here. */
  readonly defences: readonly Defence[];
  /** Those that are there. */
  readonly on: readonly Defence[];
  /** Where the address asks to begin. */
  readonly step?: string;
  /** Ids of defences the address names and that have nothing to do here. */
  readonly ignored: readonly string[];
}

/** What an address asks for and does not exist. */
export interface NoSuch {
  readonly missing: "attack" | "way" | "grant";
  readonly name: string;
  /** The attack whose way or grant was asked for. */
  readonly attack?: Attack;
}

/** What the address of an attack sets up, or what it asks for in vain. */
export function labAt(id: string, search: string): Lab | NoSuch {
  const attack = attacks.find((one) => one.id === id);
  if (attack === undefined) return { missing: "attack", name: id };
  const query = new URLSearchParams(search);
  const [wayId, grantId] = [query.get("way"), query.get("grant")];
  const way = attack.ways.find((one) => wayId === null || one.id === wayId);
  if (way === undefined) return { missing: "way", name: wayId ?? "", attack };
  const target = grantId === null ? firstTarget(way) : targets.find((one) => one.id === grantId);
  if (target === undefined) return { missing: "grant", name: grantId ?? "", attack };
  return { attack, way, target, ...defended(way, target, query), ...stepIn(query) };
}

/** What is shown where the address names no grant: one the way applies to, with defences to switch if there is any. */
function firstTarget(way: Way): Target | undefined {
  const applicable = targets.filter((target) => appliesTo(way, target));
  const defended = applicable.find((target) => defencesAgainst(way, target).length > 0);
  return defended ?? applicable[0] ?? targets[0];
}

function defended(way: Way, target: Target, query: URLSearchParams) {
  const defences = defencesAgainst(way, target);
  const standard = standardDefences(way, target);
  const [off, on] = [listed(query, "off"), listed(query, "on")];
  const known = new Set(defences.map(({ id }) => id));
  return {
    defences,
    on: defences.filter(
      (defence) =>
        on.includes(defence.id) || (standard.includes(defence) && !off.includes(defence.id)),
    ),
    ignored: [...new Set([...off, ...on])].filter((id) => !known.has(id)),
  };
}

function listed(query: URLSearchParams, name: string): readonly string[] {
  return (query.get(name) ?? "").split(",").filter((id) => id !== "");
}

function stepIn(query: URLSearchParams): { readonly step?: string } {
  const step = query.get("step");
  return step === null ? {} : { step };
}

/** The walk under attack, or why there is none. */
export function flowOf({ way, target, on }: Lab): Flow | { readonly reason: string } {
  const made = attackedFlow(way, target, on);
  if (isNotApplicable(made)) return made;
  return { ...made, title: way.title, summary: `Against ${target.title}.` };
}

/** Names the sandbox: another way, grant or defence is another world. */
export function sandboxOf({ attack, way, target, on }: Lab): string {
  const defences = on.map(({ id }) => id).join("_");
  return [
    "attack",
    attack.id,
    way.id ?? "way",
    target.grant,
    target.variant,
    defences || "none",
  ].join(".");
}

/** The same attack with one defence put there or left out. */
export function flipped(lab: Lab, { id }: Defence): Lab {
  const { step: _, ...rest } = lab;
  const on = lab.defences.filter((one) => lab.on.includes(one) !== (one.id === id));
  return { ...rest, on, ignored: [] };
}

/** The address that sets the lab up like this. */
export function addressOf({ attack, way, target, defences, on }: Lab): string {
  const standard = standardDefences(way, target);
  return attackAddress(attack.id, {
    way: way.id,
    grant: target.id,
    off: standard.filter((one) => !on.includes(one)).map(({ id }) => id),
    on: defences.filter((one) => on.includes(one) && !standard.includes(one)).map(({ id }) => id),
  });
}
