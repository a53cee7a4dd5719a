import type { Chapter, Flow, Navigation, Outcome, Read, Step } from "./define-flow.ts";

type Parts = Partial<Pick<Flow, "parties" | "places" | "values" | "steps" | "chapters">>;

/** The flow with more parties, places, values, chapters and steps; steps of the same id are replaced. */
export function extended(flow: Flow, parts: Parts): Flow {
  return {
    ...flow,
    parties: { ...flow.parties, ...parts.parties },
    places: [...flow.places, ...(parts.places ?? [])],
    values: { ...flow.values, ...parts.values },
    chapters: [...flow.chapters, ...(parts.chapters ?? [])],
    steps: { ...flow.steps, ...parts.steps },
  };
}

/** The flow with another first step, and what happens before all else as its first chapters. */
export function begun(flow: Flow, start: string, ...before: readonly Chapter[]): Flow {
  return { ...flow, start, chapters: [...before, ...flow.chapters] };
}

/** The flow with every edge that leads to `from` leading to `to` instead. */
export function led(flow: Flow, from: string, to: string): Flow {
  const steps = Object.entries(flow.steps).map(([id, step]): [string, Step] => [
    id,
    withOutcomes(step, (outcome) => (outcome.next === from ? { ...outcome, next: to } : outcome)),
  ]);
  return { ...flow, steps: Object.fromEntries(steps) };
}

/** The flow with a step put in before the one of that id. */
export function preceded(flow: Flow, id: string, by: string, step: Step): Flow {
  const start = flow.start === id ? by : flow.start;
  return { ...extended(led(flow, id, by), { steps: { [by]: step } }), start };
}

/** The step with what it promises, its first outcome, leading on to `next`. */
export function promising<S extends Step>(step: S, next: string): S {
  const [promised] = Object.keys(step.outcomes);
  const outcomes = Object.entries(step.outcomes).map(
    ([name, outcome]): [string, Outcome<string, string>] => [
      name,
      name === promised ? { ...outcome, next } : outcome,
    ],
  );
  return { ...step, outcomes: Object.fromEntries(outcomes) };
}

/** The flow with one step changed. Throws when it has none of that id. */
export function changed(flow: Flow, id: string, change: (step: Step) => Step): Flow {
  const step = flow.steps[id];
  if (step === undefined) throw new RangeError(`${flow.id} has no step “${id}”.`);
  return { ...flow, steps: { ...flow.steps, [id]: change(step) } };
}

/** The flow with other words for some of its steps; those it does not have are passed over. */
export function reworded(flow: Flow, words: Readonly<Record<string, Words>>): Flow {
  const steps = Object.entries(flow.steps).map(([id, step]): [string, Step] => [
    id,
    { ...step, ...words[id] },
  ]);
  return { ...flow, steps: Object.fromEntries(steps) };
}

/** What a step says of itself. */
export type Words = Partial<Pick<Step, "title" | "why" | "button" | "userDoes" | "spec">>;

/** The step with each of its outcomes changed. */
export function withOutcomes(
  step: Step,
  change: (outcome: Outcome<string, string>) => Outcome<string, string>,
): Step {
  const outcomes = Object.entries(step.outcomes).map(
    ([name, outcome]): [string, Outcome<string, string>] => [name, change(outcome)],
  );
  return { ...step, outcomes: Object.fromEntries(outcomes) };
}

/** The step that reads the value of another name wherever `nameOf` gives one. */
export function readingAs(step: Step, nameOf: (name: string) => string): Step {
  const other = (read: Read<string>): Read<string> =>
    Object.assign((name: string) => read(nameOf(name)), {
      maybe: (name: string) => read.maybe(nameOf(name)),
    });
  switch (step.kind) {
    case "exchange":
      return { ...step, request: (read) => step.request(other(read)) };
    case "respond":
      return { ...step, response: (read, leftOut) => step.response(other(read), leftOut) };
    case "visit":
      return { ...step, begin: beginningAs(step.begin, other) };
    case "local":
      return { ...step, run: (read, around) => step.run(other(read), around) };
  }
}

function beginningAs(
  begin: Navigation<string>,
  other: (read: Read<string>) => Read<string>,
): Navigation<string> {
  switch (begin.by) {
    case "redirect":
      return begin;
    case "form":
      return { ...begin, fields: (read) => begin.fields(other(read)) };
    case "opening": {
      const { url, headers } = begin;
      return {
        by: "opening",
        url: (read) => url(other(read)),
        ...(headers === undefined ? {} : { headers: (read) => headers(other(read)) }),
      };
    }
  }
}
