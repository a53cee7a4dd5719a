import { type Flow, isEnd } from "../flow/define-flow.ts";

/** The steps that edges of a flow lead to and that it does not have. */
export function lostEdges(flow: Flow): readonly (string | undefined)[] {
  const edges = Object.values(flow.steps).flatMap(({ outcomes, instead = [] }) => [
    ...Object.values(outcomes).map(({ next }) => next),
    ...instead.map(({ next }) => next),
  ]);
  return edges.filter((next) => next !== undefined && !isEnd(next) && !(next in flow.steps));
}

/** The parties and chapters that steps of a flow name and that it does not have, and chapters it has twice. */
export function unknownNames({ parties, chapters, steps }: Flow): readonly string[] {
  const known = chapters.map(({ id }) => id);
  const unknown = Object.entries(steps).flatMap(([id, { from, to, chapter }]) => [
    ...[from, to].filter((party) => !(party in parties)).map((party) => `${id}: ${party}`),
    ...(known.includes(chapter) ? [] : [`${id}: ${chapter}`]),
  ]);
  return [...unknown, ...known.filter((id, index) => known.indexOf(id) !== index)];
}
