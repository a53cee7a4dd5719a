import type { Profile } from "./profile.ts";

/** A real architecture, with its grant, its settings and its threats. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** One sentence, for the card. */
  readonly summary: string;
  /** What it is, a paragraph each. */
  readonly about: readonly string[];
  /** The walk that shows it, and then those that show a part. */
  readonly walks: readonly [ScenarioWalk, ...ScenarioWalk[]];
  readonly profile: Profile;
  /** The rows of the matrix that matter here, and why; how they came out is looked up. */
  readonly threats: readonly Threat[];
  /** What to check in review. */
  readonly review: readonly ReviewItem[];
}

/** A walk in which a scenario, or a part of it, can be seen. */
export interface ScenarioWalk {
  readonly grant: string;
  readonly variant: string;
  /** What of the scenario is seen in it. */
  readonly what: string;
  /** Whether its diagram is shown and its threats are looked at, too; the first one’s always are. */
  readonly whole?: true;
}

interface Threat {
  /** Id of the row: attack and way. */
  readonly row: string;
  readonly why: string;
}

interface ReviewItem {
  readonly check: string;
  readonly spec: string;
}
