import type { WireRequest } from "../oauth/wire.ts";
import type { Flow } from "./define-flow.ts";
import { changed } from "./edit-flow.ts";

/** The flow with the request of one of its exchanges made otherwise. Throws for a step that makes none itself. */
export function withRequest(
  flow: Flow,
  id: string,
  change: (request: WireRequest) => WireRequest,
): Flow {
  return changed(flow, id, (step) => {
    if (step.kind !== "exchange") throw new RangeError(`${id} makes no request of its own.`);
    return { ...step, request: (read) => change(step.request(read)) };
  });
}

/** The request with one parameter of its form set, or left out where there is no value. */
export function withField(
  request: WireRequest,
  name: string,
  value: string | undefined,
): WireRequest {
  const fields = new URLSearchParams(request.body);
  if (value === undefined) fields.delete(name);
  else fields.set(name, value);
  return { ...request, body: fields.toString() };
}
