import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestOf, walkOf } from "../../flow/walk.ts";
import { type Flow, stepOf } from "../../flow/define-flow.ts";
import { curlHosts, curlOf, toCurl } from "./curl.ts";
import { quoted } from "./shell.ts";
import { CODE, tinyEntries, tinyFlow, tinyWalk, TOKEN, VERIFIER } from "./tiny-flow.fixture.ts";

const hosts = { "https://auth.example": "http://127.0.0.1:9000" };

const login = {
  method: "GET",
  url: "https://auth.example/login?interaction=Qk3vJq0w9sY2hT7nL5dR8xUe",
  headers: [],
} as const;

function nextCommand(messages: number): string {
  const walk = tinyWalk(messages);
  const step = stepOf(tinyFlow, walk.at);
  const request = requestOf(tinyFlow, walk.at, walk);
  if (request === undefined) throw new Error("nothing to send");
  return curlOf(tinyFlow, walk, step.channel, request, messages);
}

describe("a message as a shell command", () => {
  it("keeps a redirect of the browser in a variable and shows the whole answer", () => {
    expect(nextCommand(1)).toBe(
      [
        "TO=$(curl -si -o /dev/stderr -w '%{redirect_url}' \\",
        "  -b jar -c jar \\",
        "  'http://127.0.0.1:9000/authorize?client_id=print-server')",
        "NEXT=$" + "{TO:-$NEXT}",
      ].join("\n"),
    );
  });

  it("goes where the browser was told to go, not to the address of another server's walk", () => {
    expect(nextCommand(2)).toBe(
      [
        "TO=$(curl -si -o /dev/stderr -w '%{redirect_url}' \\",
        "  -b jar -c jar \\",
        '  "$NEXT")',
        "NEXT=$" + "{TO:-$NEXT}",
      ].join("\n"),
    );
  });

  it("submits a form to the page it is on", () => {
    expect(nextCommand(3)).toBe(
      [
        "TO=$(curl -si -o /dev/stderr -w '%{redirect_url}' \\",
        "  -b jar -c jar \\",
        "  --data-urlencode 'username=alice' \\",
        "  --data-urlencode 'password=wonderland' \\",
        '  "$NEXT")',
        "NEXT=$" + "{TO:-$NEXT}",
      ].join("\n"),
    );
  });

  it("reads the code out of the redirect and keeps the answer of the token endpoint", () => {
    expect(nextCommand(4)).toBe(
      [
        "CODE=$(printf '%s' \"$NEXT\" | sed -n 's/.*[?&#]code=\\([^&#]*\\).*/\\1/p')",
        "TOKEN_RESPONSE=$(curl -s -D /dev/stderr \\",
        "  --data-urlencode 'grant_type=authorization_code' \\",
        '  --data-urlencode "code=$' + '{CODE}" \\',
        `  --data-urlencode 'code_verifier=${VERIFIER}' \\`,
        "  http://127.0.0.1:9000/token)",
        "printf '%s\\n' \"$TOKEN_RESPONSE\"",
      ].join("\n"),
    );
  });

  it("shows the API the token that the shell's own walk was given", () => {
    expect(nextCommand(5)).toBe(
      [
        `ACCESS_TOKEN=$(printf '%s' "$TOKEN_RESPONSE" | sed -n 's/.*"access_token": *"\\([^"]*\\)".*/\\1/p')`,
        "curl -si \\",
        '  -H "Authorization: Bearer $' + '{ACCESS_TOKEN}" \\',
        "  http://127.0.0.1:9000/photos",
      ].join("\n"),
    );
  });

  it("reads a value once, however often it is sent", () => {
    const walk = tinyWalk(6);
    const request = {
      method: "GET",
      url: "https://api.example/more",
      headers: [["Authorization", `Bearer ${TOKEN}`]],
    } as const;
    expect(curlOf(tinyFlow, walk, "back", request, 6)).not.toContain("sed");
  });

  it("sends nothing to the client's own site, which the shell plays itself", () => {
    const request = {
      method: "GET",
      url: `https://print.example/callback?code=${CODE}&iss=https%3A%2F%2Fauth.example`,
      headers: [],
    } as const;
    expect(curlOf(tinyFlow, tinyWalk(4), "front", request, 4)).toBe(
      [
        "# This message goes to print.example, the client's own site.",
        "# Here you are the client, so there is nothing to send.",
        "printf '%s\\n' \"$NEXT\"",
      ].join("\n"),
    );
  });

  it("keeps the cookies and the way of another browser apart", () => {
    const browser = { name: "Other", role: "browser", what: "", profile: "attacker" } as const;
    const flow: Flow = { ...tinyFlow, parties: { ...tinyFlow.parties, browser } };
    const entries = tinyEntries.map((one) => ({ ...one, profile: "attacker" }));
    const walk = walkOf(flow, entries.slice(0, 4));
    const request = requestOf(flow, "redeem", walk);
    if (request === undefined) throw new Error("nothing to send");
    expect(curlOf(flow, walkOf(flow, entries.slice(0, 2)), "front", login, 2)).toBe(
      [
        "TO=$(curl -si -o /dev/stderr -w '%{redirect_url}' \\",
        "  -b jar-attacker -c jar-attacker \\",
        '  "$ATTACKER_NEXT")',
        "ATTACKER_NEXT=$" + "{TO:-$ATTACKER_NEXT}",
      ].join("\n"),
    );
    expect(curlOf(flow, walk, "back", request, 4).split("\n")[0]).toBe(
      "ATTACKER_CODE=$(printf '%s' \"$ATTACKER_NEXT\" | sed -n 's/.*[?&#]code=\\([^&#]*\\).*/\\1/p')",
    );
  });

  it("says of an attacker's site that nothing in the shell answers for it", () => {
    const parties = {
      ...tinyFlow.parties,
      mallory: { name: "Mallory", role: "attacker", what: "", host: "evil.example" },
    } as const;
    const request = { method: "GET", url: "https://api.evil.example/photos", headers: [] } as const;
    expect(curlOf({ ...tinyFlow, parties }, tinyWalk(4), "back", request, 4)).toBe(
      [
        "# This message goes to api.evil.example, a site of the attacker's.",
        "# Nothing in this shell answers for it.",
      ].join("\n"),
    );
  });

  it("sends a form whose type was changed byte by byte", () => {
    const request = {
      method: "POST",
      url: "https://auth.example/token",
      headers: [["Content-Type", "text/plain"]],
      body: "a=1&b='2'",
    } as const;
    expect(toCurl(request, { hosts, channel: "back" })).toContain("--data-raw 'a=1&b='\\''2'\\'''");
    expect(toCurl(request, { hosts, channel: "back" })).toContain("-H 'Content-Type: text/plain'");
  });

  it("knows the servers by their roles", () => {
    expect(curlHosts(tinyFlow)).toEqual({
      "https://auth.example": "http://127.0.0.1:9000",
      "https://api.example": "http://127.0.0.1:9000",
    });
  });
});

describe("quoting for the shell", () => {
  it("gives back every text unchanged, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).filter((text) => !/[\0\uD800-\uDFFF]/.test(text)),
        (text) => {
          const said = execFileSync("sh", [
            "-c",
            `printf '%s' ${text === "" ? "''" : quoted(text)}`,
          ]);
          expect(said.toString("utf8")).toBe(text);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("puts a variable where its value stands, among quotes and dollars", () => {
    const word = quoted("it's $5: SECRET-VALUE!x", [{ name: "V", value: "SECRET-VALUE" }]);
    const said = execFileSync("sh", ["-c", `V=other; printf '%s' ${word}`]);
    expect(said.toString("utf8")).toBe("it's $5: other!x");
  });
});
