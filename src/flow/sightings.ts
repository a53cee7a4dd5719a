import { headerOf, type WireRequest } from "../oauth/wire.ts";
import { type Flow, type Party, type PartyRole, type Step, stepOf } from "./define-flow.ts";
import {
  readings,
  requestText,
  responseText,
  scriptCookies,
  visibleText,
  withoutCookies,
} from "./readings.ts";
import type { TraceEntry } from "./trace.ts";
import type { Taken } from "./walk.ts";

/** Something that was to be seen at a place. */
export interface Sighting {
  readonly place: string;
  readonly text: string;
}

/** The places of a walk. A browser is none: what passes through it is seen in its address bar and on its pages. */
const PLACE_OF: Readonly<Record<PartyRole, string | undefined>> = {
  user: "user",
  browser: undefined,
  page: "page",
  client: "client",
  device: "device",
  "authorization-server": "as",
  "resource-server": "api",
  attacker: "attacker",
};

/** Who saw what of one message: the texts, decoded, for every place that was in a position to read them. */
export function sightingsOf(flow: Flow, taken: Taken): readonly Sighting[] {
  const step = stepOf(flow, taken.step);
  const { entry } = taken;
  const seen = [...ownSightings(flow, step, entry), ...browserSightings(flow, entry)];
  const places = flow.places.map(({ id }) => id);
  return seen
    .map(({ place, text }) => ({ place: ownerOf(flow, entry.profile, place), text }))
    .filter(({ place }) => places.includes(place))
    .map(({ place, text }) => ({ place, text: readings(text) }));
}

const IN_A_BROWSER = ["user", "page", "address"];

/**
 * What is to be seen in somebody else's browser is seen by whom it belongs to, after whom its profile is named. The
 * screen of a device is seen by the user who stands before it.
 */
function ownerOf(flow: Flow, profile: string | undefined, place: string): string {
  if (profile === undefined || !IN_A_BROWSER.includes(place)) return place;
  return isDevice(flow, profile) ? place : profile;
}

function isDevice({ parties }: Flow, profile: string): boolean {
  return Object.values(parties).some((one) => one.role === "device" && one.profile === profile);
}

function ownSightings(flow: Flow, step: Step, entry: TraceEntry): readonly Sighting[] {
  switch (step.kind) {
    case "local":
      return at(placeOf(flow, step.from), Object.values(entry.local?.values ?? {}).join("\n"));
    case "exchange":
      return exchanged(flow, step, entry);
    case "visit":
      return visited(flow, step, entry);
    case "respond":
      return [...answered(placeOf(flow, step.from), entry), ...told(flow, step, entry)];
  }
}

/** Both ends see all of it; a page's script sees neither cookies nor what CORS keeps from it. */
function exchanged(flow: Flow, step: Step, entry: TraceEntry): readonly Sighting[] {
  const { request, response } = entry;
  if (request === undefined) return [];
  const receiver = receiverOf(flow, step, request);
  const sender = placeOf(flow, step.from);
  const scripted = flow.parties[step.from]?.role === "page";
  const hidden = scripted && entry.hiddenFromScript === true;
  return [
    ...at(receiver, requestText(request)),
    ...at(sender, requestText(scripted ? withoutCookies(request) : request)),
    ...(response === undefined ? [] : at(receiver, responseText(response))),
    ...(response === undefined || hidden
      ? []
      : at(sender, responseText(scripted ? withoutCookies(response) : response))),
  ];
}

/** A navigation: the server sees all of it, the address bar its address, the user what she typed. */
function visited(flow: Flow, step: Step, entry: TraceEntry): readonly Sighting[] {
  const { request } = entry;
  if (request === undefined) return [];
  const receiver = receiverOf(flow, step, request);
  return [
    ...at(receiver, requestText(request)),
    ...at("address", request.url),
    ...at("user", typed(step, request)),
    ...answered(receiver, entry),
  ];
}

/** What is sent to the browser: all of it known to the server that answers, the redirect's target to the address bar. */
function answered(sender: string | undefined, { response }: TraceEntry): readonly Sighting[] {
  if (response === undefined) return [];
  return [
    ...at(sender, responseText(response)),
    ...at("address", headerOf(response, "Location") ?? ""),
    ...(sender === "client" ? at("page", scriptCookies(response)) : []),
  ];
}

/** What a page's script is answered by its own server, but for cookies. */
function told(flow: Flow, step: Step, { response }: TraceEntry): readonly Sighting[] {
  if (response === undefined || flow.parties[step.to]?.role !== "page") return [];
  return at(placeOf(flow, step.to), responseText(withoutCookies(response)));
}

/** The browser as it stands: its address, what the user can read, and what the client's script can when the page is its own. */
function browserSightings(flow: Flow, { browser }: TraceEntry): readonly Sighting[] {
  const { address, page, pending } = browser;
  const seen = [...at("address", address), ...at("address", pending?.url ?? "")];
  if (page === undefined) return seen;
  const own = URL.canParse(address) && isClientHost(flow, new URL(address).host);
  return [
    ...seen,
    ...at("user", visibleText(page)),
    ...(own ? at("page", `${address}\n${page}`) : []),
  ];
}

function isClientHost(flow: Flow, host: string): boolean {
  return Object.values(flow.parties).some(
    (party) => party.host === host && (party.role === "client" || party.role === "page"),
  );
}

/** Where a request arrives: at the site of its address, whatever the step meant, since the learner may have changed it. */
function receiverOf(flow: Flow, step: Step, { url }: WireRequest): string | undefined {
  const host = URL.canParse(url) ? new URL(url).host : undefined;
  const server = Object.values(flow.parties).find(
    (party) => host !== undefined && party.role !== "page" && answersAt(party, host),
  );
  if (server !== undefined) return server.place ?? PLACE_OF[server.role];
  return flow.parties[step.to]?.host === undefined ? placeOf(flow, step.to) : undefined;
}

/** Whoever owns a domain answers at every name below it; only an attacker is said to. */
function answersAt({ host, role }: Party, asked: string): boolean {
  if (host === undefined) return false;
  return host === asked || (role === "attacker" && asked.endsWith(`.${host}`));
}

function placeOf(flow: Flow, party: string): string | undefined {
  const known = flow.parties[party];
  return known === undefined ? undefined : (known.place ?? PLACE_OF[known.role]);
}

/** The fields of the form that the user fills in; what the page hid in it she has not seen. */
function typed(step: Step, { body }: WireRequest): string {
  if (step.kind !== "visit" || step.begin.by !== "form" || body === undefined) return "";
  const named = (name: string) => name;
  const names = Object.keys(step.begin.fields(Object.assign(named, { maybe: () => undefined })));
  const sent = new URLSearchParams(body);
  return names.flatMap((name) => sent.getAll(name)).join("\n");
}

function at(place: string | undefined, text: string): readonly Sighting[] {
  return place === undefined || text === "" ? [] : [{ place, text }];
}
