import { Lockstep } from "../../ui/compare/lockstep.tsx";
import type { SideProps } from "../../ui/compare/props.ts";
import { flowAddress } from "../addresses.ts";
import { useWalk } from "../walk/use-walk.ts";
import { type Side, sideName, sideTitle } from "./sides.ts";

interface Props {
  readonly left: Side;
  readonly right: Side;
}

/** Both walks, running: each in a sandbox of its own, so that neither sees anything of the other. */
export function LiveLockstep({ left, right }: Props) {
  const pair = `compare.${idOf(left)}.${idOf(right)}`;
  const one = useSide(left, `${pair}.left`);
  const other = useSide(right, `${pair}.right`);
  return <Lockstep left={one} right={other} />;
}

function useSide(side: Side, name: string): SideProps {
  const { grant, variant } = side;
  const { flow } = variant;
  const { walk, status, failure, onNext, onRestart } = useWalk({ flow, name, folded: false }).shown;
  return {
    flow,
    walk,
    status,
    failure,
    title: sideTitle(side),
    forWhom: variant.forWhom,
    href: flowAddress(grant.id, variant.id),
    onNext: () => onNext(),
    onRestart,
  };
}

/** As a part of a sandbox's name. */
function idOf(side: Side): string {
  return sideName(side).replace("~", "-");
}
