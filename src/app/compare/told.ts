import type { Cell, Row } from "../../attacks/matrix.ts";
import type { Told } from "../../ui/matrix/types.ts";

/** What a cell says, in words. A check the attack does not name as a defence is called by its id. */
export function toldOf({ way }: Row, { verdict, by, reason = "" }: Cell): Told {
  switch (verdict) {
    case "succeeds":
      return { verdict, text: "" };
    case "stopped": {
      const defence = way.defences.find(({ id }) => id === by);
      return { verdict, by, text: defence?.title ?? by ?? "", spec: defence?.spec };
    }
    case "does not apply":
      return { verdict, text: reason };
  }
}

/** The verdict in a word or three, as a sentence begins. */
export const WORDS: Readonly<Record<Told["verdict"], string>> = {
  succeeds: "Succeeds",
  stopped: "Stopped",
  "does not apply": "Does not apply",
};

/** How that sentence goes on: what the attacker got, who is to thank, or why there is no way in. */
export function restOf(row: Row, cell: Cell): string {
  const { text, spec } = toldOf(row, cell);
  if (cell.verdict === "succeeds") return `: ${startedSmall(row.attack.summary)}`;
  if (cell.verdict === "does not apply") return `: ${startedSmall(text)}`;
  const owner = row.way.defences.find(({ id }) => id === cell.by)?.by;
  const whose = owner === undefined ? "a check" : OWNERS[owner];
  const section = spec === undefined ? "" : ` (${spec})`;
  return ` by ${whose}: ${startedSmall(text)}${section}.`;
}

const OWNERS = {
  "authorization server": "a check of the authorization server",
  API: "a check of the API",
  client: "a precaution of the client",
};

/** As it stands inside a sentence; names and what is all capitals stay. */
function startedSmall(text: string): string {
  return NAME.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

const NAME = /^(?:[A-Z]{2}|Alice|Bob|Mallory|Print|Referer)/;
/** A cell's name: no two of a matrix share it. */
export function cellKey(row: string, target: string): string {
  return `${row} ${target}`;
}
