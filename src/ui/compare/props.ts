import type { WalkStatus } from "../stepper/props.ts";
import type { SideId, Walking } from "./stages.ts";

/** One of the two walks, and what can be asked of it. */
export interface SideProps extends Walking {
  readonly title: string;
  /** Who it is for, one sentence. */
  readonly forWhom: string;
  /** Where it can be walked alone. */
  readonly href: string;
  readonly status: WalkStatus;
  /** What went wrong, in words, when `status` is `failed`. */
  readonly failure?: string | undefined;
  onNext(): void;
  onRestart(): void;
}

export type Sides = Readonly<Record<SideId, SideProps>>;

/** Left before right, everywhere. */
export const SIDES: readonly SideId[] = ["left", "right"];

export function otherThan(side: SideId): SideId {
  return side === "left" ? "right" : "left";
}

/** Where there is room for one column, the one of the other side is not shown. The root carries `data-shown`. */
export const COLUMN: Readonly<Record<SideId, string>> = {
  left: "max-md:group-data-[shown=right]/sides:hidden",
  right: "max-md:group-data-[shown=left]/sides:hidden",
};
