import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { grantServers } from "../grants/servers.ts";
import { indexedDbStore, openDatabase } from "../store/indexeddb.ts";
import { memoryStore } from "../store/memory.ts";
import type { Store } from "../store/port.ts";
import type { AuthorizationRecords } from "./records.ts";
import { redeeming, testServer } from "./testing.ts";

const stores: readonly (readonly [string, () => Promise<Store<AuthorizationRecords>>])[] = [
  ["memory", async () => memoryStore()],
  ["IndexedDB", async () => indexedDbStore(await openDatabase("race"), crypto.randomUUID())],
];

const INVALID = {
  error: "invalid_grant",
  error_description: "The grant is invalid, expired, revoked or was issued otherwise",
};

describe.each(stores)("16 racing redemptions of one code on %s", (_, open) => {
  async function race() {
    const refusers: string[] = [];
    const server = await testServer(grantServers, {
      store: await open(),
      report: (results) => {
        refusers.push(results.find((row) => row.outcome === "failed")?.id ?? "none");
      },
    });
    const code = await server.code();
    refusers.length = 0;
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => server.post("/token", redeeming(code))),
    );
    return { server, answers, refusers };
  }

  it("give tokens once; the others are told that it was used (RFC 6749 §4.1.2)", async () => {
    const { answers, refusers } = await race();
    const lost = answers.filter(({ status }) => status !== 200);
    expect([lost.length, lost.every(({ status }) => status === 400)]).toEqual([15, true]);
    expect(await Promise.all(lost.map((response) => response.json()))).toEqual(
      Array.from({ length: 15 }, () => INVALID),
    );
    expect(refusers.toSorted()).toEqual([
      "none",
      ...Array.from({ length: 15 }, () => "token.code-unspent"),
    ]);
  });

  it("leave one access and one refresh token, both revoked (RFC 6749 §4.1.2)", async () => {
    const { server } = await race();
    const kinds = (await server.config.store.everything()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.endsWith("token")).toSorted()).toEqual([
      "access_token",
      "refresh_token",
    ]);
    const grants = (await server.config.store.list("grant")).map(({ value }) => value.revoked);
    expect(grants).toEqual([{ at: server.config.now(), reason: "code replayed" }]);
  });
});
