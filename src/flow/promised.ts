import { headerOf, type WireRequest } from "../oauth/wire.ts";
import { type Flow, leftOutOf, type Read, type Step, stepOf } from "./define-flow.ts";
import { requestLabel, responseLabel } from "./message-label.ts";
import { type Message, messagesOf } from "./messages.ts";
import { newWalk, requestOf, type Walk } from "./walk.ts";

/** What a message that has not been sent will be called. */
export interface PromisedLabels {
  readonly request: string;
  readonly response: string;
}

/**
 * The labels of the messages a walk still promises, from what their own steps would send. Values that are not
 * known yet are read as their names; what cannot be foreseen at all is called by the site it goes to.
 */
export function promisedLabels(
  flow: Flow,
  walk: Walk,
  messages: readonly Message[],
  { position, step: id }: Message,
): PromisedLabels {
  const step = stepOf(flow, id);
  const hoped = Object.values(step.outcomes)[0]?.label ?? "";
  if (step.kind === "respond") {
    const response = attempt(() => step.response(foreseen(walk), leftOutOf(flow)));
    return { request: "", response: response === undefined ? hoped : responseLabel(response) };
  }
  const request =
    position === walk.taken.length
      ? attempt(() => requestOf(flow, id, walk))
      : promisedRequest(flow, walk, step, messages[position - 1]);
  const receiver = flow.parties[step.to]?.name ?? step.to;
  return {
    request: request === undefined ? `${methodOf(step)} ${receiver}` : requestLabel(request),
    response: hoped,
  };
}

/**
 * What a step of the walk that goes well will send, as far as it can be foreseen before anything is sent; values that
 * are not known yet are read as their names.
 */
export function foreseenRequest(flow: Flow, id: string): WireRequest | undefined {
  const begun = newWalk(flow);
  const names = Object.keys(flow.values).filter((name) => flow.values[name]?.tracked === true);
  const named = Object.fromEntries(names.map((name) => [name, name]));
  const walk = { ...begun, values: { ...named, ...begun.values } };
  const messages = messagesOf(flow, begun);
  const index = messages.findIndex(({ step }) => step === id);
  return promisedRequest(flow, walk, stepOf(flow, id), messages[index - 1]);
}

function methodOf(step: Step): string {
  return step.kind === "visit" && step.begin.by === "form" ? "POST" : "GET";
}

function promisedRequest(
  flow: Flow,
  walk: Walk,
  step: Step,
  before: Message | undefined,
): WireRequest | undefined {
  if (step.kind === "exchange") return attempt(() => step.request(foreseen(walk)));
  if (step.kind !== "visit" || step.begin.by === "form") return undefined;
  const url =
    step.begin.by === "opening"
      ? addressBy(flow, step, walk)
      : (redirectBy(flow, walk, before) ?? redirectUriAt(flow, walk, step.to));
  return url === undefined ? undefined : get(url);
}

/** Where the client's server, which answers just before, sends the browser. */
function redirectBy(flow: Flow, walk: Walk, before: Message | undefined): string | undefined {
  const step = before === undefined ? undefined : stepOf(flow, before.step);
  return step?.kind === "respond" ? addressBy(flow, step, walk) : undefined;
}

/** A redirect from elsewhere to the client goes to the redirect URI it asks with (RFC 6749 §4.1.2). */
function redirectUriAt(flow: Flow, walk: Walk, party: string): string | undefined {
  const host = flow.parties[party]?.host;
  return Object.values(flow.steps)
    .map((step) => parameterOf(addressBy(flow, step, walk), "redirect_uri"))
    .find((uri) => uri !== undefined && URL.canParse(uri) && new URL(uri).host === host);
}

/** The address a step of the client's sends the browser to. */
function addressBy(flow: Flow, step: Step, walk: Walk): string | undefined {
  const read = foreseen(walk);
  if (step.kind === "respond") {
    const response = attempt(() => step.response(read, leftOutOf(flow)));
    return response === undefined ? undefined : headerOf(response, "Location");
  }
  if (step.kind !== "visit" || step.begin.by !== "opening") return undefined;
  const { url } = step.begin;
  return attempt(() => url(read));
}

function parameterOf(url: string | undefined, name: string): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return new URL(url).searchParams.get(name) ?? undefined;
}

function get(url: string): WireRequest {
  return { method: "GET", url, headers: [] };
}

function foreseen(walk: Walk): Read<string> {
  const read = (name: string) => walk.values[name] ?? name;
  return Object.assign(read, { maybe: (name: string) => walk.values[name] });
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
