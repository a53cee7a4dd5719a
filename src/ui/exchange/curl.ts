import type { Channel, Flow } from "../../flow/define-flow.ts";
import { profileOf, type Taken, type Walk } from "../../flow/walk.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { FORM, headerOf } from "../../oauth/wire.ts";
import {
  type CurlHosts,
  type CurlState,
  curlStateAfter,
  nextVariable,
  type GivenValue,
  originOf,
  responseVariable,
} from "./curl-state.ts";
import { isForm, parametersOf } from "./request-parameters.ts";
import { quoted, type ShellVariable } from "./shell.ts";

export interface CurlOptions {
  readonly hosts: CurlHosts;
  readonly channel: Channel;
  /** Whose browser sends it, for the front channel; the user's own unless said. */
  readonly profile?: string | undefined;
  /** Sites that are an attacker's. */
  readonly attackers?: readonly string[];
  /** What earlier commands left in the shell. */
  readonly state?: CurlState;
}

/** The origin `npm run as` serves, its API included. */
export const LOCAL_SERVER = "http://127.0.0.1:9000";

/** The servers of a flow that `npm run as` stands in for. */
export function curlHosts(flow: Flow): CurlHosts {
  return Object.fromEntries(
    Object.values(flow.parties).flatMap(({ role, host }) =>
      host !== undefined && (role === "authorization-server" || role === "resource-server")
        ? [[`https://${host}`, LOCAL_SERVER]]
        : [],
    ),
  );
}

/**
 * The command for one message of a walk. The commands of a walk, pasted in order into one shell, really walk
 * it: `$NEXT` is where the browser was told to go, and what a server gave is read out of its answers.
 * `before` is how many messages were taken before this one.
 */
export function curlOf(
  flow: Flow,
  walk: Walk,
  channel: Channel,
  request: WireRequest,
  before: number,
): string {
  const hosts = curlHosts(flow);
  const taken = walk.taken.slice(0, before);
  const given = Object.values(flow.given).filter((value) => value !== undefined);
  const state = curlStateAfter(taken, hosts, [...given, ...madeIn(taken)]);
  const step = flow.steps[walk.taken[before]?.step ?? walk.at];
  const profile = step && profileOf(flow, step);
  const attackers = Object.values(flow.parties).flatMap(({ role, host }) =>
    role === "attacker" && host !== undefined ? [host] : [],
  );
  return toCurl(request, { hosts, channel, profile, attackers, state });
}

/** What parties made by themselves; what they noted of an answer the servers gave. */
function madeIn(taken: readonly Taken[]): readonly string[] {
  const answers: string[] = [];
  return taken.flatMap(({ entry }) => {
    const values = Object.values(entry.local?.values ?? {});
    const made = values.filter((value) => !answers.some((answer) => answer.includes(value)));
    if (entry.response !== undefined) answers.push(JSON.stringify(entry.response));
    return made;
  });
}

/** A request as a shell command, safely quoted; a comment when nothing in the shell answers for its site. */
export function toCurl(request: WireRequest, options: CurlOptions): string {
  const { hosts, channel, profile, state = { next: {}, given: [] } } = options;
  const origin = originOf(request.url);
  const local = hosts[origin];
  if (local === undefined) return elsewhere(request.url, options);
  const used = givenIn(request, state);
  const next = nextVariable(profile);
  const url =
    channel === "front" && request.url === state.next[next]
      ? `"$${next}"`
      : quoted(local + request.url.slice(origin.length), used);
  const front = channel === "front";
  const jar = profile === undefined ? "jar" : `jar-${profile}`;
  const parts = [
    ...(/[[\]{}]/.test(request.url) ? ["-g"] : []),
    ...(front ? [`-b ${jar} -c ${jar}`] : []),
    ...methodPart(request),
    ...headerParts(request, used, front),
    ...bodyParts(request, used),
    url,
  ];
  const reads = used.filter(({ read }) => !read).map(reading);
  return [...reads, ...(front ? following(parts, next) : asking(request, parts))].join("\n");
}

/** A message of the browser: everything is shown, and a redirect is kept, not followed. */
function following(parts: readonly string[], next: string): readonly string[] {
  const command = broken(["curl -si -o /dev/stderr -w '%{redirect_url}'", ...parts]);
  return [`TO=$(${command})`, `${next}=\${TO:-$${next}}`];
}

function asking(request: WireRequest, parts: readonly string[]): readonly string[] {
  if (request.method !== "POST") return [broken(["curl -si", ...parts])];
  const kept = responseVariable(request.url);
  return [
    `${kept}=$(${broken(["curl -s -D /dev/stderr", ...parts])})`,
    `printf '%s\\n' "$${kept}"`,
  ];
}

function broken(parts: readonly string[]): string {
  return parts.join(" \\\n  ");
}

/** The client's own site, or an attacker's. What the browser brings there stands in `$NEXT`, when it was a redirect that sent it. */
function elsewhere(url: string, { state, profile, attackers = [] }: CurlOptions): string {
  const host = URL.canParse(url) ? new URL(url).host : "another place";
  const next = nextVariable(profile);
  const lines = attackers.some((one) => host === one || host.endsWith(`.${one}`))
    ? [
        `# This message goes to ${host}, a site of the attacker's.`,
        "# Nothing in this shell answers for it.",
      ]
    : [
        `# This message goes to ${host}, the client's own site.`,
        "# Here you are the client, so there is nothing to send.",
      ];
  return [...lines, ...(url === state?.next[next] ? [`printf '%s\\n' "$${next}"`] : [])].join("\n");
}

function givenIn(request: WireRequest, state: CurlState): readonly GivenValue[] {
  const text = [request.url, ...request.headers.map(([, value]) => value), request.body ?? ""].join(
    "\n",
  );
  return state.given.filter(({ value }) => text.includes(value));
}

/** Reads a value out of the address or the JSON that an earlier command kept. */
function reading({ name, from, kind, member }: GivenValue): string {
  const key = member.replaceAll(/[^A-Za-z0-9_]/g, ".");
  const pattern =
    kind === "url"
      ? `s/.*[?&#]${key}=\\([^&#]*\\).*/\\1/p`
      : `s/.*"${key}": *"\\([^"]*\\)".*/\\1/p`;
  return `${name}=$(printf '%s' "$${from}" | sed -n '${pattern}')`;
}

function methodPart({ method, body }: WireRequest): readonly string[] {
  const implied = body === undefined ? "GET" : "POST";
  return method === implied ? [] : [`-X ${quoted(method)}`];
}

function headerParts(
  request: WireRequest,
  used: readonly ShellVariable[],
  front: boolean,
): readonly string[] {
  const implied = request.body !== undefined && isForm(request) ? "content-type" : "";
  const shown = request.headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return lower !== implied && !(front && lower === "cookie");
  });
  const bare = request.body !== undefined && headerOf(request, "Content-Type") === undefined;
  return [
    ...shown.map(
      ([name, value]) => `-H ${quoted(value === "" ? `${name};` : `${name}: ${value}`, used)}`,
    ),
    ...(bare ? ["-H 'Content-Type:'"] : []),
  ];
}

function bodyParts(request: WireRequest, used: readonly ShellVariable[]): readonly string[] {
  if (request.body === undefined) return [];
  const fields = parametersOf(request).filter(({ place }) => place === "form");
  const plain =
    isForm(request) && fields.length > 0 && fields.every(({ name }) => /^[\w.-]+$/.test(name));
  if (!plain || headerOf(request, "Content-Type") !== FORM) {
    return [...typePart(request), `--data-raw ${quoted(request.body, used)}`];
  }
  return fields.map(({ name, value }) => `--data-urlencode ${quoted(`${name}=${value}`, used)}`);
}

/** A form's type that curl would not have chosen itself, such as one with a charset. */
function typePart(request: WireRequest): readonly string[] {
  const type = headerOf(request, "Content-Type");
  return isForm(request) && type !== undefined && type !== FORM
    ? [`-H ${quoted(`Content-Type: ${type}`)}`]
    : [];
}
