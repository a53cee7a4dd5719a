import { type Flow, stepOf } from "../../flow/define-flow.ts";
import type { Taken } from "../../flow/walk.ts";
import {
  type HeaderList,
  headerOf,
  type WireRequest,
  type WireResponse,
} from "../../oauth/wire.ts";
import { statusLine } from "../exchange/raw.ts";
import { isForm, parametersOf } from "../exchange/request-parameters.ts";
import { redactor, rewritten } from "./redact.ts";
import { secretsOf } from "./secrets.ts";

/** An HTTP archive, HAR 1.2. Members that begin with an underscore are our own, as the format allows. */
export interface Har {
  readonly log: {
    readonly version: "1.2";
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly HarEntry[];
    readonly comment: string;
  };
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: 0; readonly wait: 0; readonly receive: 0 };
  readonly comment: string;
  readonly _step: string;
  readonly _channel: string;
  readonly _edited: boolean;
  readonly _checks: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly spec: string;
  }[];
}

interface HarMessage {
  readonly httpVersion: string;
  readonly cookies: readonly Pair[];
  readonly headers: readonly Pair[];
  /** Bytes; -1 where nobody counted. */
  readonly headersSize: -1;
  readonly bodySize: number;
}

interface HarRequest extends HarMessage {
  readonly method: string;
  readonly url: string;
  readonly queryString: readonly Pair[];
  readonly postData?: {
    readonly mimeType: string;
    readonly params: readonly Pair[];
    readonly text: string;
  };
}

interface HarResponse extends HarMessage {
  /** 0 where no answer came. */
  readonly status: number;
  readonly statusText: string;
  readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
  readonly redirectURL: string;
}

const HTTP = "HTTP/1.1";
const MODELLED =
  "A walk of Grantlab. The messages are real; the sites are modelled, the clock is the sandbox’s, and times are not measured.";
const PREFLIGHT = "the browser’s preflight for ";
const ASKED = "what the receiving server asked another before its answer: ";
const REDACTED = "In place of every secret stands the name it had.";
const UNREDACTED = "It holds tokens, codes and passwords as they were sent.";

/**
 * The HTTP messages of a walk, in the order they were sent, as HAR 1.2. What a party did by itself is none. Redacted:
 * no tracked value, credential, cookie or token is in it.
 */
export function harOf(flow: Flow, taken: readonly Taken[], redacted: boolean): Har {
  const change = redacted ? redactor(secretsOf(flow, taken)) : undefined;
  const messages = taken.map((one) => (change === undefined ? one : rewritten(one, change)));
  return {
    log: {
      version: "1.2",
      creator: { name: "Grantlab", version: "1" },
      entries: entriesOf(flow, messages),
      comment: `${MODELLED} ${redacted ? REDACTED : UNREDACTED}`,
    },
  };
}

/** The answer of a request that was held stands with the request. */
function entriesOf(flow: Flow, taken: readonly Taken[]): readonly HarEntry[] {
  return taken.flatMap((one, index) => {
    const { kind, request, response, preflight, asked = [] } = one.entry;
    if (kind === "local" || kind === "respond" || request === undefined) return [];
    const answered = response ?? heldAnswer(taken.slice(index + 1), one);
    const before = preflight === undefined ? [] : [{ ...preflight, comment: PREFLIGHT }];
    const sent = [...before, { request, response: answered, comment: "" }].map((message) =>
      entryOf(flow, one, index, message),
    );
    const questions = asked.map((pair) => ({
      ...entryOf(flow, one, index, { ...pair, comment: ASKED }),
      _channel: "back",
      _checks: [],
    }));
    return [...sent.slice(0, -1), ...questions, ...sent.slice(-1)];
  });
}

function heldAnswer(later: readonly Taken[], { entry }: Taken): WireResponse | undefined {
  const same = later.filter((one) => one.entry.profile === entry.profile);
  const next = same.find((one) => one.entry.kind === "respond" || one.entry.kind === "visit");
  return next?.entry.kind === "respond" ? next.entry.response : undefined;
}

interface Sent {
  readonly request: WireRequest;
  readonly response: WireResponse | undefined;
  readonly comment: string;
}

function entryOf(
  flow: Flow,
  { step: id, entry }: Taken,
  index: number,
  { request, response, comment }: Sent,
): HarEntry {
  const step = stepOf(flow, id);
  return {
    startedDateTime: new Date(entry.at * 1000).toISOString(),
    time: 0,
    request: requestOf(request),
    response: responseOf(response),
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    comment: `Message ${index + 1}: ${comment}${step.title} (${step.spec})`,
    _step: id,
    _channel: step.channel,
    _edited: entry.edited,
    _checks: entry.checks.map(({ id: check, outcome, spec }) => ({ id: check, outcome, spec })),
  };
}

function requestOf(request: WireRequest): HarRequest {
  const { method, url, headers, body } = request;
  const parameters = parametersOf(request);
  const pairs = (place: string) =>
    parameters
      .filter((parameter) => parameter.place === place)
      .map(({ name, value }) => ({ name, value }));
  return {
    method,
    // HAR 1.2: fragments are not included.
    url: url.split("#")[0] ?? url,
    httpVersion: HTTP,
    cookies: requestCookies(headers),
    headers: pairsOf(headers),
    queryString: pairs("query"),
    ...(body === undefined
      ? {}
      : {
          postData: {
            mimeType: headerOf(request, "Content-Type") ?? "",
            params: isForm(request) ? pairs("form") : [],
            text: body,
          },
        }),
    headersSize: -1,
    bodySize: bytesOf(body ?? ""),
  };
}

function responseOf(response: WireResponse | undefined): HarResponse {
  const { status, headers, body } = response ?? { status: 0, headers: [], body: "" };
  const message = { headers };
  return {
    status,
    statusText: statusLine(status).split(" ").slice(1).join(" "),
    httpVersion: HTTP,
    cookies: responseCookies(headers),
    headers: pairsOf(headers),
    content: {
      size: bytesOf(body),
      mimeType: headerOf(message, "Content-Type") ?? "x-unknown",
      text: body,
    },
    redirectURL: headerOf(message, "Location") ?? "",
    headersSize: -1,
    bodySize: bytesOf(body),
  };
}

function pairsOf(headers: HeaderList): readonly Pair[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function requestCookies(headers: HeaderList): readonly Pair[] {
  return headers
    .filter(([name]) => name.toLowerCase() === "cookie")
    .flatMap(([, value]) => value.split(/; */u).map((pair) => cookieOf(pair)));
}

function responseCookies(headers: HeaderList): readonly Pair[] {
  return headers
    .filter(([name]) => name.toLowerCase() === "set-cookie")
    .map(([, value]) => {
      const [pair = "", ...attributes] = value.split(/; */u);
      const has = (name: string) => attributes.some((one) => one.toLowerCase() === name);
      return { ...cookieOf(pair), httpOnly: has("httponly"), secure: has("secure") };
    });
}

function cookieOf(pair: string): Pair {
  const at = pair.indexOf("=");
  return { name: pair.slice(0, Math.max(0, at)), value: pair.slice(at + 1) };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
