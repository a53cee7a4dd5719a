import * as v from "valibot";
import { describe, expect, it, test } from "vitest";
import { stringsOf } from "../../flow/named-strings.ts";
import { readings } from "../../flow/readings.ts";
import { walkOf } from "../../flow/walk.ts";
import {
  CODE,
  TOKEN,
  tinyEntries,
  tinyFlow,
  tinyWalk,
  VERIFIER,
} from "../exchange/tiny-flow.fixture.ts";
import { everyStanding, everyVariant } from "./every-walk.fixture.ts";
import { harOf } from "./har.ts";

const Pairs = v.array(v.object({ name: v.string(), value: v.string() }));
const Count = v.pipe(v.number(), v.integer(), v.minValue(-1));
const Milliseconds = v.pipe(v.number(), v.minValue(0));
const Message = {
  httpVersion: v.string(),
  cookies: Pairs,
  headers: Pairs,
  headersSize: Count,
  bodySize: Count,
};

/** What HAR 1.2 (softwareishard.com/blog/har-12-spec) requires of every object. */
const RequiredByHar = v.object({
  log: v.object({
    version: v.literal("1.2"),
    creator: v.object({ name: v.string(), version: v.string() }),
    entries: v.array(
      v.object({
        startedDateTime: v.pipe(v.string(), v.isoTimestamp()),
        time: Milliseconds,
        request: v.object({
          ...Message,
          method: v.string(),
          url: v.pipe(v.string(), v.url(), v.excludes("#")),
          queryString: Pairs,
          postData: v.optional(v.object({ mimeType: v.string(), params: Pairs, text: v.string() })),
        }),
        response: v.object({
          ...Message,
          status: v.number(),
          statusText: v.string(),
          content: v.object({ size: v.number(), mimeType: v.string() }),
          redirectURL: v.string(),
        }),
        cache: v.object({}),
        timings: v.object({ send: Milliseconds, wait: Milliseconds, receive: Milliseconds }),
      }),
    ),
  }),
});

describe("the archive of a walk", () => {
  it("has an entry for every HTTP message, as it was sent", () => {
    const { log } = harOf(tinyFlow, tinyWalk(6).taken, false);
    expect(log.entries.map(({ comment }) => comment)).toEqual([
      "Message 2: Open the authorization endpoint (RFC 6749 §4.1)",
      "Message 3: Show the login page (RFC 6749 §4.1)",
      "Message 4: Sign in (RFC 6749 §4.1)",
      "Message 5: Redeem the code (RFC 6749 §4.1)",
      "Message 6: Fetch the photos (RFC 6749 §4.1)",
    ]);
    const text = `grant_type=authorization_code&code=${CODE}&code_verifier=${VERIFIER}`;
    expect(log.entries[3]).toEqual({
      startedDateTime: "2027-01-15T08:00:04.000Z",
      time: 0,
      request: {
        method: "POST",
        url: "https://auth.example/token",
        httpVersion: "HTTP/1.1",
        cookies: [],
        headers: [{ name: "Content-Type", value: "application/x-www-form-urlencoded" }],
        queryString: [],
        postData: {
          mimeType: "application/x-www-form-urlencoded",
          params: [
            { name: "grant_type", value: "authorization_code" },
            { name: "code", value: CODE },
            { name: "code_verifier", value: VERIFIER },
          ],
          text,
        },
        headersSize: -1,
        bodySize: text.length,
      },
      response: {
        status: 200,
        statusText: "OK",
        httpVersion: "HTTP/1.1",
        cookies: [],
        headers: [{ name: "Content-Type", value: "application/json" }],
        content: {
          size: 95,
          mimeType: "application/json",
          text: `{"access_token":"${TOKEN}","token_type":"Bearer"}`,
        },
        redirectURL: "",
        headersSize: -1,
        bodySize: 95,
      },
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
      comment: "Message 5: Redeem the code (RFC 6749 §4.1)",
      _step: "redeem",
      _channel: "back",
      _edited: false,
      _checks: [{ id: "token.pkce", outcome: "passed", spec: "RFC 7636 §4.6" }],
    });
  });

  it("says by its name which secret stood where, when they are redacted", () => {
    const { log } = harOf(tinyFlow, tinyWalk(6).taken, true);
    expect(log.entries.map(({ request }) => request.postData?.text)).toEqual([
      undefined,
      undefined,
      "username=redacted-username&password=redacted-password",
      "grant_type=authorization_code&code=redacted-code&code_verifier=redacted-verifier",
      undefined,
    ]);
    expect(log.entries[1]?.request.url).toBe(
      "https://auth.example/login?interaction=redacted-interaction",
    );
    expect(log.entries[2]?.response.redirectURL).toBe(
      "https://print.example/callback?code=redacted-code&iss=https%3A%2F%2Fauth.example",
    );
    expect(log.entries[4]?.request.headers).toEqual([
      { name: "Authorization", value: "Bearer redacted-access_token" },
    ]);
  });

  it("leaves the words around a short secret alone", () => {
    const [, , , signIn] = tinyEntries;
    const request = {
      method: "POST",
      url: "https://auth.example/login",
      headers: [["Content-Type", "application/x-www-form-urlencoded"]],
      body: "username=alice&password=in&hint=inner",
    } as const;
    const entries = signIn === undefined ? [] : [{ ...signIn, request }];
    const { log } = harOf(tinyFlow, walkOf(tinyFlow, entries).taken, true);
    expect(log.entries[0]?.request.postData?.text).toBe(
      "username=redacted-username&password=redacted-password-2&hint=inner",
    );
  });
});

describe("what the API asks the authorization server (RFC 7662 §2.1)", () => {
  const opaque = everyVariant.find(([name]) => name === "access-token/opaque")?.[1];
  const archives = async () => {
    if (opaque === undefined) throw new Error("There is a walk with opaque tokens.");
    const taken = (await everyStanding(opaque)).at(-1)?.taken ?? [];
    return [harOf(opaque.flow, taken, false), harOf(opaque.flow, taken, true)] as const;
  };

  it("stands before the API’s answer, as a message between servers", async () => {
    const [whole] = await archives();
    const calls = whole.log.entries.filter(({ _step }) => _step === "api");
    expect(calls.map(({ request, _channel }) => [request.method, request.url, _channel])).toEqual([
      ["OPTIONS", "https://api.example/photos", "direct"],
      ["POST", "https://auth.example/introspect", "back"],
      ["GET", "https://api.example/photos", "direct"],
    ]);
  });

  it("shows neither the API’s secret nor the token, when secrets are redacted", async () => {
    const [whole, redacted] = await archives();
    const asked = (har: typeof whole) =>
      har.log.entries.find(({ request }) => request.url.endsWith("/introspect"));
    const credentials = headerIn(asked(whole)?.request.headers);
    const secret = atob(credentials.replace("Basic ", "")).split(":")[1] ?? "";
    const token = asked(whole)?.request.postData?.params.find(({ name }) => name === "token");
    expect([credentials.startsWith("Basic "), secret.length > 8]).toEqual([true, true]);
    const left = readings(JSON.stringify(redacted));
    const told = [credentials.slice("Basic ".length), secret, token?.value ?? ""];
    expect(told.filter((value) => value === "" || left.includes(value))).toEqual([]);
    expect(headerIn(asked(redacted)?.request.headers)).toBe("Basic redacted-authorization");
  });
});

function headerIn(headers: readonly { name: string; value: string }[] = []): string {
  return headers.find(({ name }) => name.toLowerCase() === "authorization")?.value ?? "";
}

describe("of every grant’s promised walk, the archive", () => {
  test.each(everyVariant)(
    "of %s has what HAR 1.2 requires, and redacted no tracked value in it",
    async (_, variant) => {
      const { flow } = variant;
      const walk = (await everyStanding(variant)).at(-1);
      const taken = walk?.taken ?? [];
      const names = Object.keys(flow.values).filter((name) => flow.values[name]?.tracked);
      const tracked = [...stringsOf(flow, taken, names).values()].flatMap((some) => [...some]);
      const [whole, redacted] = [harOf(flow, taken, false), harOf(flow, taken, true)];
      expect(v.safeParse(RequiredByHar, whole).issues).toBe(undefined);
      expect(v.safeParse(RequiredByHar, redacted).issues).toBe(undefined);
      expect(redacted.log.entries.length).toBe(whole.log.entries.length);
      const said = JSON.stringify(whole);
      expect(tracked.filter((value) => said.includes(value)).length).toBeGreaterThan(0);
      const left = readings(JSON.stringify(redacted));
      expect(tracked.filter((value) => left.includes(value))).toEqual([]);
      expect(left).not.toMatch(/\beyJ[\w-]{10}/u);
      const guarded = redacted.log.entries.flatMap(({ request, response }) => [
        ...request.headers.filter(({ name }) => /^(authorization|cookie|dpop)$/iu.test(name)),
        ...response.headers.filter(({ name }) => /^set-cookie$/iu.test(name)),
        ...request.cookies,
        ...response.cookies,
      ]);
      const emptied = /^(?:[^=]+=; .*)?$/u;
      const told = guarded.filter(({ value }) => !emptied.test(value));
      expect(told.filter(({ value }) => !value.includes("redacted-"))).toEqual([]);
    },
  );
});
