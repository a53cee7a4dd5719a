import {
  type Channel,
  type Flow,
  promisedWalk,
  type Step,
  stepOf,
} from "../../flow/define-flow.ts";
import { adviceOn } from "../../grants/advice.ts";
import type { Advice } from "../../grants/grant.ts";
import type { Side } from "./sides.ts";
import tokenSeen from "./token-seen.json";

/** A row of the plain table. */
export interface Fact {
  readonly id: string;
  readonly title: string;
  /** Of a walk; read from its definition where that says it. */
  of(side: Side): string;
}

/** What people look for when they choose, in the order they ask for it. */
export const facts: readonly Fact[] = [
  { id: "client", title: "Client type", of: clientType },
  { id: "user", title: "User present", of: ({ variant }) => userPresent(variant.flow) },
  { id: "seen", title: "Who sees the access token", of: whoSeesTheToken },
  { id: "channels", title: "Channels", of: ({ variant }) => channels(variant.flow) },
  { id: "refresh", title: "Refresh token", of: ({ variant }) => refresh(variant.flow) },
  { id: "secret", title: "Client secret", of: ({ variant }) => secret(variant.flow) },
  { id: "pkce", title: "PKCE", of: ({ variant }) => pkce(variant.flow) },
  { id: "rfc6749", title: "RFC 6749", of: advised("rfc6749") },
  { id: "rfc9700", title: "RFC 9700 (BCP 240)", of: advised("rfc9700") },
  { id: "oauth21", title: "OAuth 2.1 (draft)", of: advised("oauth21") },
  { id: "use", title: "Use it when", of: advised("useWhen") },
  { id: "avoid", title: "Do not use it when", of: advised("dontUseWhen") },
];

function advised(name: keyof Advice): Fact["of"] {
  return ({ grant, variant }) => adviceOn(grant, variant)?.[name] ?? "";
}

/** The facts of a column, by the id of the row. */
export function factsOf(side: Side): Readonly<Record<string, string>> {
  return Object.fromEntries(facts.map((fact) => [fact.id, fact.of(side)]));
}

function clientType({ variant: { client, flow } }: Side): string {
  const where = whereItRuns(flow);
  return client.type === "public" ? `Public: ${where}` : `Confidential: ${where}`;
}

function whereItRuns({ parties }: Flow): string {
  const roles = Object.values(parties).map(({ role }) => role);
  if (roles.includes("page")) return "a script in the page";
  return roles.includes("device") ? "a device of the user’s" : "a server of its own";
}

function userPresent(flow: Flow): string {
  const signsIn = stepsOf(flow).filter(({ stage }) => stage === "authenticate");
  if (signsIn.length === 0) return "No";
  const told = signsIn.some(({ to }) => flow.parties[to]?.role === "client");
  return told ? "Yes: gives the client her password" : "Yes: signs in and consents";
}

const SEEN: Readonly<Record<string, readonly string[]>> = tokenSeen;

/** From a walk that was really walked; scripts/matrix/token-seen.ts. */
function whoSeesTheToken({ grant, variant }: Side): string {
  const seen = SEEN[`${grant.id}/${variant.id}`] ?? [];
  const titles = variant.flow.places
    .filter(({ id }) => seen.includes(id))
    .map(({ title }) => title);
  return listed(titles.map((title, index) => (index === 0 ? title : inSentence(title))));
}

const CHANNELS: Readonly<Record<Exclude<Channel, "local">, string>> = {
  front: "front channel",
  back: "back channel",
  direct: "direct request from the page",
};

/** Over which channel the credentials travel: the answer, what is traded for it, and the call. */
function channels(flow: Flow): string {
  const steps = stepsOf(flow);
  const answer = steps.find(({ stage, channel }) => stage === "answer" && channel !== "local");
  const redeem = steps.find(({ stage, channel }) => stage === "redeem" && channel !== "local");
  const call = steps.find(({ stage, kind }) => stage === "use" && kind === "exchange");
  return [
    ...(answer === undefined
      ? []
      : [`${redeem === undefined ? "Token" : "Code"}: ${channelOf(answer)}`]),
    ...(redeem === undefined
      ? []
      : [`${answer === undefined ? "Token" : "token"}: ${channelOf(redeem)}`]),
    `API call: ${channelOf(call)}`,
  ].join("; ");
}

function channelOf(step: Step | undefined): string {
  return step === undefined || step.channel === "local" ? "none" : CHANNELS[step.channel];
}

function refresh({ values }: Flow): string {
  return values["refresh_token"]?.tracked === true ? "Yes" : "None";
}

function secret({ values, steps }: Flow): string {
  if (values["private_key"]?.tracked === true) return "None: a private key signs";
  if (values["client_secret"]?.tracked !== true) return "None";
  const at = Object.values(steps).find(({ stage }) => stage === "redeem");
  return at === undefined ? "Yes" : "Yes, at the token endpoint";
}

function pkce({ values }: Flow): string {
  return values["verifier"]?.tracked === true ? "Yes, S256" : "No";
}

function stepsOf(flow: Flow): readonly Step[] {
  return promisedWalk(flow).map((id) => stepOf(flow, id));
}

function inSentence(title: string): string {
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
