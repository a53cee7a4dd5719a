import { type Flow, isEnd, type Stage, stepOf } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";

export interface StageFacts {
  readonly id: Stage;
  readonly title: string;
  readonly what: string;
}

/** The stages every grant shares, in order. */
export const STAGES: readonly StageFacts[] = [
  { id: "ask", title: "Ask", what: "The client sends the browser to the authorization server." },
  {
    id: "authenticate",
    title: "Authenticate",
    what: "The user signs in and decides, on the authorization server’s own pages.",
  },
  { id: "answer", title: "Answer", what: "The answer comes back to the client in the browser." },
  { id: "redeem", title: "Redeem", what: "The client trades what came back for a token." },
  { id: "use", title: "Use", what: "The client calls the API with the access token." },
];

export type SideId = "left" | "right";

/** A walk with its flow. */
export interface Walking {
  readonly flow: Flow;
  readonly walk: Walk;
}

/** Position of the stage whose message is next; past the last one when the walk has ended. */
export function stageOf({ flow, walk }: Walking): number {
  if (isEnd(walk.at)) return STAGES.length;
  const { stage } = stepOf(flow, walk.at);
  return STAGES.findIndex(({ id }) => id === stage);
}

/** Whose message is next: of the side that is behind in stage, of both in the same stage, of none at the end. */
export function turnOf(left: Walking, right: Walking): readonly SideId[] {
  const [one, other] = [stageOf(left), stageOf(right)];
  if (Math.min(one, other) === STAGES.length) return [];
  if (one === other) return ["left", "right"];
  return one < other ? ["left"] : ["right"];
}
