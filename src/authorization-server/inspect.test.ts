import { describe, expect, test } from "vitest";
import { authorizationCodeServer } from "../grants/authorization-code/server.ts";
import type { Remembered } from "../oauth/remembered.ts";
import { memoryStores } from "../world/persistent.ts";
import { inspect } from "./inspect.ts";
import type { AuthorizationRecords } from "./records.ts";
import { ALICE, NOW, redeeming, testServer, tokensOf } from "./testing.ts";

async function server() {
  const made = await testServer([authorizationCodeServer]);
  const all = () => inspect(made.config);
  const of = async (kind: string) => (await all()).filter((one) => one.kind === kind);
  return { ...made, all, of };
}

const brief = ({ kind, state, from }: Remembered) => `${kind} ${state} ${from?.kind}`;

describe("what an authorization server tells of its memory", () => {
  test("is the operator's clients when nothing has happened, without their secrets and when it tidies up", async () => {
    const { all, config } = await server();
    await config.store.put("sweep", "proof", { next: NOW });
    const told = await all();
    expect(told.map(({ kind, id }) => [kind, id])).toEqual(
      config.clients.map(({ clientId }) => ["client", clientId]),
    );
    const secrets = config.clients.flatMap(({ secret }) => secret ?? []);
    expect(secrets.filter((secret) => JSON.stringify(told).includes(secret))).toEqual([]);
  });

  test("has a code with its grant, its challenge and when it expires (RFC 6749 §4.1.2)", async () => {
    const { code, of } = await server();
    const value = await code();
    const [grant] = await of("grant");
    const [told] = await of("code");
    expect(told).toEqual({
      kind: "code",
      id: value,
      state: "live",
      expiresAt: NOW + 60,
      from: { kind: "grant", id: grant?.id },
      facts: told?.facts,
    });
    expect(Object.keys(told?.facts ?? {}).toSorted()).toEqual([
      "challenge.method",
      "challenge.value",
      "clientId",
      "expiresAt",
      "redirectUri",
      "redirectUriSent",
      "scope",
    ]);
  });

  test("tells who signed in, and no password, no cookie and no browser's own id", async () => {
    const { code, all, of, config } = await server();
    await code();
    const sessions = (await of("session")).map(({ facts }) => facts["subject"] ?? "nobody");
    expect(sessions.toSorted()).toEqual([ALICE.subject, "nobody"]);
    const listed = await config.store.list("session");
    const kept = listed.flatMap(({ id, value }) => [id, value.browserId]);
    const text = JSON.stringify(await all());
    expect([ALICE.password, ...kept].filter((secret) => text.includes(secret))).toEqual([]);
  });

  test("says of each token what it was given for, and of what was used that it is spent", async () => {
    const { tokens, post, all } = await server();
    const first = await tokens();
    const refreshed = await tokensOf(
      await post("/token", { grant_type: "refresh_token", refresh_token: first.refresh_token }),
    );
    const family = (await all()).filter(({ kind }) => /code|token/.test(kind));
    expect(family.map(brief).toSorted()).toEqual([
      "access_token live code",
      "access_token live refresh_token",
      "code spent grant",
      "refresh_token live refresh_token",
      "refresh_token spent code",
    ]);
    const newest = family.find(({ id }) => id === refreshed.refresh_token);
    expect(newest?.from).toEqual({ kind: "refresh_token", id: first.refresh_token });
  });

  test("says why a family is revoked, and that its tokens are", async () => {
    const { code, post, all, advance } = await server();
    const value = await code();
    await post("/token", { ...redeeming(value) });
    advance(7);
    await post("/token", { ...redeeming(value) });
    const told = (await all()).filter(({ kind }) => /grant|code|token/.test(kind));
    expect(told.map(({ kind, state, since, reason }) => [kind, state, since, reason])).toEqual([
      ["access_token", "revoked", NOW + 7, "code replayed"],
      ["code", "spent", NOW, undefined],
      ["grant", "revoked", NOW + 7, "code replayed"],
      ["refresh_token", "revoked", NOW + 7, "code replayed"],
    ]);
  });

  test("calls what is past its time expired, to the second", async () => {
    const { code, of, advance } = await server();
    await code();
    advance(59);
    expect((await of("code")).map(({ state }) => state)).toEqual(["live"]);
    advance(1);
    expect((await of("code")).map(({ state }) => state)).toEqual(["expired"]);
  });

  test("has records of a kind it was never told of, and nothing secret of them", async () => {
    const open = memoryStores();
    await open<{ ticket: object }>("as").put("ticket", "t1", {
      seat: 7,
      secret: "hidden",
      issuedAt: NOW,
      expiresAt: NOW + 5,
      idleUntil: NOW + 2,
      zones: ["a", "b"],
      holder: { name: "Alice", password: "hidden too" },
    });
    const inside = { clients: [], now: () => NOW, store: open<AuthorizationRecords>("as") };
    expect(await inspect(inside)).toEqual([
      {
        kind: "ticket",
        id: "t1",
        state: "live",
        expiresAt: NOW + 2,
        facts: {
          seat: "7",
          issuedAt: "2027-01-15T08:00:00.000Z",
          expiresAt: "2027-01-15T08:00:05.000Z",
          idleUntil: "2027-01-15T08:00:02.000Z",
          zones: "a b",
          "holder.name": "Alice",
        },
      },
    ]);
  });
});
