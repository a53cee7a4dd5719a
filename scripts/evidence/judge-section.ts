import {
  agreement,
  isServers,
  type Judged,
  sameSaid,
} from "../../src/authorization-server/conformance/judged.fixture.ts";
import type { Said } from "../../src/authorization-server/conformance/refusing-server.fixture.ts";
import { line, table } from "./markdown.ts";

/** What the outside judge says of the refusal of a cell, for the client of that cell. */
export function judgement(
  by: string | undefined,
  clientId: string,
  judged: readonly Judged[],
): string {
  if (by === undefined || !isServers(by)) return "–";
  switch (agreement(judged, by, clientId)) {
    case "agrees":
      return `agrees, for \`${clientId}\``;
    case "other error":
      return `refuses it to \`${clientId}\`, with another error, see below`;
    case "differs":
      return `**differs** for \`${clientId}\`, see below`;
    case "configured":
      return "configured, not judged";
    case undefined:
      throw new Error(`The outside judge was not asked about ${by} for ${clientId}.`);
  }
}

/** What both servers said to every refusal, for every client it was asked about. */
export function judgeSection(judged: readonly Judged[]): string {
  return [
    "## The refusals, asked of oidc-provider",
    "The same requests to both, by the same clients: ids, secrets, authentication methods and redirect URIs are those of the walks, redirect URIs are compared exactly, and PKCE is required of the same clients. Both serve the right request of each of these clients. `oidc-provider` gives tokens from the authorization endpoint only beside an ID token, so there `response_type=token` is sent as `id_token token`. Its reason is what it notes for itself; outside it says the error code only.",
    table(
      ["check", "sent", "as", "this server", "oidc-provider", "its reason"],
      alike(judged).map(answers),
    ),
    "Where the two differ, a standard allows either:",
    notes(judged, ({ allowed }) => allowed?.why),
    "Configured, not judged:",
    notes(judged, ({ configured }) => configured),
  ].join("\n\n");
}

/** Those of the same request that came to the same, together. */
function alike(judged: readonly Judged[]): readonly (readonly Judged[])[] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const { refusal, ours, theirs, theirReason } = one;
    const key = JSON.stringify([refusal.check, refusal.sent, ours, theirs, theirReason]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function answers(group: readonly Judged[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const { refusal, ours, theirs, theirReason } = first;
  const clients = group.map(({ client }) => `\`${client.clientId}\``).join(", ");
  const same = sameSaid(ours, theirs) ? "the same" : said(theirs);
  return line([
    `\`${refusal.check}\` (${refusal.spec})`,
    refusal.sent,
    refusal.clients === "nobody" ? "–" : clients,
    said(ours),
    refusal.configured === undefined ? same : `${same}: configured, not judged`,
    theirReason,
  ]);
}

/** A note per check. */
function notes(
  judged: readonly Judged[],
  noteOf: (refusal: Judged["refusal"]) => string | undefined,
): string {
  const lines = judged.flatMap(({ refusal }) => {
    const note = noteOf(refusal);
    return note === undefined ? [] : [`- \`${refusal.check}\`: ${note}`];
  });
  return [...new Set(lines)].join("\n");
}

function said(one: Said): string {
  if (!one.refused) return "serves it";
  if (one.as === "page") return "an error page, no redirect";
  const error = `\`${one.error ?? ""}\``;
  return one.as === "redirect" ? `${error}, by redirect` : error;
}
