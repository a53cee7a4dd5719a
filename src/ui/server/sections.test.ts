import { expect, test } from "vitest";
import type { Flow } from "../../flow/define-flow.ts";
import { runTo } from "../../flow/run-to.ts";
import { newWalk } from "../../flow/walk.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import type { Memory, Remembered } from "../../oauth/remembered.ts";
import { openSandbox } from "../../testing/lab.ts";
import { newsText, type Node, sectionsOf } from "./sections.ts";

const flow = variantFlow("classic");

/** What the sections tell when the walk stands at a step. */
async function at(step: string) {
  const client = await openSandbox(flow.sandbox);
  const walk = await runTo(flow, client, step);
  const memory = await client.inspect();
  return { sections: sectionsOf(walk, memory), news: newsText(memory, walk.taken.length) };
}

type Drawn = string | readonly [string, readonly Drawn[]];

function drawn({ record, became, children }: Node): Drawn {
  const { kind, state } = record;
  const line = `${kind} ${state}${became === undefined ? "" : ` (${became})`}`;
  return children.length === 0 ? line : [line, children.map(drawn)];
}

test("a family is a tree: the grant, its code, and what the code was redeemed for", async () => {
  const { sections, news } = await at("signed_in");
  expect(sections.map(({ kind }) => kind)).toEqual(["grant", "session", "interaction", "client"]);
  expect(sections[0]?.nodes.map(drawn)).toEqual([
    [
      "grant live",
      [["code spent (spent)", ["access_token live (new)", "refresh_token live (new)"]]],
    ],
  ]);
  expect(news).toBe("Message 11 made an access token, a refresh token; used up a code.");
});

test("the walk's own client comes first, the others behind it", async () => {
  const { sections } = await at("redeem");
  const clients = sections.find(({ kind }) => kind === "client");
  expect(clients?.nodes.map(({ record }) => record.id)).toEqual(["print-classic"]);
  expect(clients?.others.map(({ record }) => record.id)).toContain("print-server");
});

test("a kind nobody told the page of is there under its own name", () => {
  const record = (kind: string, id: string, from?: Remembered["from"]): Remembered => ({
    kind,
    id,
    state: "live",
    facts: {},
    ...(from === undefined ? {} : { from }),
  });
  const memory: Memory = {
    now: 0,
    moved: 0,
    remembered: [
      record("backchannel_request", "b1"),
      record("access_token", "a1", { kind: "backchannel_request", id: "b1" }),
      record("access_token", "a2", { kind: "grant", id: "gone" }),
    ],
    changes: [{ kind: "backchannel_request", id: "b0", became: "forgotten" }],
  };
  const told = sectionsOf(newWalk(flow), memory).map(({ title, nodes }) => [
    title,
    nodes.map(drawn),
  ]);
  expect(told).toEqual([
    [
      "Records of the kind “backchannel request”",
      [["backchannel_request live", ["access_token live"]]],
    ],
    ["Records of the kind “access token”", ["access_token live"]],
  ]);
  expect(newsText(memory, 3)).toBe("Message 3 forgot a backchannel request.");
  expect(newsText({ ...memory, changes: [] }, 3)).toBe("Message 3 changed nothing here.");
});

function variantFlow(id: string): Flow {
  const grant = findGrant("authorization-code");
  const variant = grant && findVariant(grant, id);
  if (variant === undefined) throw new Error("There is no such variant.");
  return variant.flow;
}
