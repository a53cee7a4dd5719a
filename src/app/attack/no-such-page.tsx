import { attacks } from "../../attacks/index.ts";
import { attackAddress } from "../addresses.ts";
import { missingTitle } from "../head.ts";
import { Nowhere, type WayOn } from "../shell/nowhere.tsx";
import { type NoSuch, targets } from "./lab.ts";

/** Says that there is no such attack, way or grant, and what there is. */
export function NoSuchPage({ asked }: { asked: NoSuch }) {
  return (
    <Nowhere
      title={missingTitle({ what: asked.missing, name: asked.name })}
      text={TEXTS[asked.missing]}
      ways={waysFrom(asked)}
    />
  );
}

const TEXTS: Record<NoSuch["missing"], string> = {
  attack: "These attacks can be run:",
  way: "The attack can be run in these ways:",
  grant: "The attack can be run against these grants:",
};

function waysFrom({ missing, attack }: NoSuch): readonly WayOn[] {
  if (attack === undefined) {
    return attacks.map(({ id, title }) => ({ href: attackAddress(id), title }));
  }
  if (missing === "grant") {
    return targets.map(({ id, title }) => ({
      href: attackAddress(attack.id, { grant: id }),
      title: `${attack.title}: ${title}`,
    }));
  }
  return attack.ways.map(({ id, title }) => ({
    href: attackAddress(attack.id, { way: id }),
    title,
  }));
}
