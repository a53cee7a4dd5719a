import { type Flow, leftOutOf, MissingValue, reader, type Step } from "../../flow/define-flow.ts";
import { requestOf, type Walk } from "../../flow/walk.ts";
import type { WireRequest, WireResponse } from "../../oauth/wire.ts";
import { parametersOf } from "../exchange/request-parameters.ts";

/** The request the step that waits would send now; nothing when it sends none, or lacks a value no message has given yet. */
export function promisedRequest(flow: Flow, walk: Walk): WireRequest | undefined {
  return whenKnown(() => requestOf(flow, walk.at, walk));
}

/** The answer the client's server would give now. */
export function promisedResponse(flow: Flow, step: Step, walk: Walk): WireResponse | undefined {
  if (step.kind !== "respond") return undefined;
  return whenKnown(() => step.response(reader(walk.values), leftOutOf(flow)));
}

function whenKnown<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof MissingValue) return undefined;
    throw error;
  }
}

/** The fields of a form as names and values. */
export function formFields(request: WireRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parametersOf(request)
      .filter(({ place }) => place === "form")
      .map(({ name, value }) => [name, value]),
  );
}
