import { describe, expect, it } from "vitest";
import { blankBrowser, type TraceEntry } from "../../flow/trace.ts";
import { walkOf } from "../../flow/walk.ts";
import { claimText, decodeJwt } from "./jwt.ts";
import { parameterFacts } from "./parameters.ts";
import { rawRequest, rawResponse } from "./raw.ts";
import {
  CODE,
  refusedRedemption,
  tinyEntries,
  tinyFlow,
  tinyWalk,
  TOKEN,
  VERIFIER,
} from "./tiny-flow.fixture.ts";
import { namedValues, originOf, segmentsOf, shortened, valueNamed } from "./values.ts";

describe("values of the walk", () => {
  it("are known again by their string", () => {
    expect(valueNamed(tinyFlow, tinyWalk(4), CODE)?.name).toBe("code");
    expect(valueNamed(tinyFlow, tinyWalk(3), CODE)).toBe(undefined);
  });

  it("are found inside a text, longest first and as whole words only", () => {
    const values = namedValues(tinyFlow, tinyWalk(4));
    const text = `code=${CODE}&client_id=print-server-2&u=alice`;
    expect(segmentsOf(text, values).map(({ text: piece, named }) => [piece, named?.name])).toEqual([
      ["code=", undefined],
      [CODE, "code"],
      ["&client_id=print-server-2&u=", undefined],
      ["alice", "username"],
    ]);
  });

  it("have an origin: made, known before, or given by a message", () => {
    const walk = tinyWalk(5);
    expect(originOf(tinyFlow, walk, VERIFIER, 5)).toBe("Made in message 1");
    expect(originOf(tinyFlow, walk, "wonderland", 5)).toBe("Known before the walk began");
    expect(originOf(tinyFlow, walk, CODE, 5)).toBe("From message 4");
    expect(originOf(tinyFlow, walk, TOKEN, 5)).toBe("From message 5");
    expect(originOf(tinyFlow, walk, TOKEN, 4)).toBe(undefined);
    expect(originOf(tinyFlow, walk, "authorization_code", 5)).toBe(undefined);
  });

  it("come from the message that gave them, although a party noted them later", () => {
    const noted: TraceEntry = {
      id: "noted",
      index: 4,
      at: 0,
      kind: "local",
      step: "prepare",
      edited: false,
      checks: [],
      local: { outcome: "ok", values: { stolen: CODE } },
      browser: blankBrowser,
    };
    const walk = walkOf(tinyFlow, [...tinyEntries.slice(0, 4), noted]);
    expect(originOf(tinyFlow, walk, CODE, 5)).toBe("From message 4");
  });

  it("come from a message only when it made them up, not when it carried the same words", () => {
    const walk = walkOf(tinyFlow, [...tinyEntries.slice(0, 4), refusedRedemption]);
    expect(originOf(tinyFlow, walk, "Qk3vJq0w9sY2hT7nL5dR8xUe", 5)).toBe("From message 2");
    expect(originOf(tinyFlow, walk, "application/json", 5)).toBe(undefined);
    expect(originOf(tinyFlow, walk, "invalid_grant", 5)).toBe(undefined);
    const error = "unsupported_response_type";
    const refusal = { status: 400, headers: [], body: JSON.stringify({ error }) };
    const entries = [...tinyEntries.slice(0, 4), { ...refusedRedemption, response: refusal }];
    expect(originOf(tinyFlow, walkOf(tinyFlow, entries), error, 5)).toBe(undefined);
  });

  it("are cut in the middle when they are long", () => {
    expect(shortened("abcdefghijklmnopqrstuvwxyz", 11)).toBe("abcdefg…xyz");
    expect(shortened("short", 11)).toBe("short");
  });
});

describe("a JSON Web Token", () => {
  it("is taken apart where it stands", () => {
    expect(decodeJwt(TOKEN)).toEqual({ header: { alg: "ES256" }, payload: { sub: "alice" } });
  });

  it("is nothing that only looks like one", () => {
    expect(decodeJwt("a.b.c")).toBe(undefined);
    expect(decodeJwt("www.print.example")).toBe(undefined);
    expect(decodeJwt(CODE)).toBe(undefined);
    expect(decodeJwt(`${TOKEN}.x`)).toBe(undefined);
  });

  it("shows times as times", () => {
    expect(claimText("exp", 1_800_000_000)).toBe("1800000000 (2027-01-15 08:00:00 UTC)");
    expect(claimText("aud", ["a"])).toBe('["a"]');
  });
});

describe("messages as they go over the wire", () => {
  it("begin with method, target and host", () => {
    const request = {
      method: "POST",
      url: "https://auth.example/token?a=1#f",
      headers: [["A", "b"]],
      body: "x=1",
    } as const;
    expect(rawRequest(request)).toBe("POST /token?a=1 HTTP/1.1\nHost: auth.example\nA: b\n\nx=1");
    expect(rawRequest({ method: "GET", url: "https://auth.example", headers: [] })).toBe(
      "GET / HTTP/1.1\nHost: auth.example",
    );
  });

  it("name the status they answer with", () => {
    expect(rawResponse({ status: 303, headers: [["Location", "/login"]], body: "" })).toBe(
      "HTTP/1.1 303 See Other\nLocation: /login",
    );
  });
});

describe("what parameters are for", () => {
  it("is known for every parameter and header a walk carries, whatever its case", () => {
    const names =
      "response_type client_id redirect_uri scope state code_challenge code_challenge_method iss code grant_type code_verifier client_secret refresh_token access_token token_type expires_in error error_description interaction username password decision Authorization Cookie Set-Cookie Location Origin Content-Type Cache-Control WWW-Authenticate Accept";
    expect(names.split(" ").filter((name) => parameterFacts(name) === undefined)).toEqual([]);
  });

  it("is not made up for others", () => {
    expect(parameterFacts("constructor")).toBe(undefined);
  });
});
