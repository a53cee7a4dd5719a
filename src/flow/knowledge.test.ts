import { describe, expect, it } from "vitest";
import type { Flow, Step } from "./define-flow.ts";
import { knowledge } from "./knowledge.ts";
import { CALLBACK, entry, goodEntries, goodWalk, json, smallFlow } from "./small-flow.fixture.ts";
import type { TraceEntry } from "./trace.ts";
import { blankBrowser } from "./trace.ts";
import { walkOf } from "./walk.ts";

/** Value → the places that know it, each with the number of the message that told it. */
function table(flow: Flow, entries: readonly TraceEntry[]) {
  const known = knowledge(flow, walkOf(flow, entries).taken);
  const row = (places: ReadonlyMap<string, { position?: number }>) =>
    [...places].map(([place, { position }]) =>
      position === undefined ? `${place} at start` : `${place} from ${position + 1}`,
    );
  return Object.fromEntries([...known].map(([name, places]) => [name, row(places)]));
}

const nobody = {
  password: ["user at start", "as at start"],
  client_secret: ["client at start", "as at start"],
  verifier: [],
  challenge: [],
  state: [],
  code: [],
  access_token: [],
};

describe("knowledge, for a client with a server", () => {
  it("starts with what the parties already know", () => {
    expect(table(smallFlow, [])).toEqual(nobody);
  });

  it("gives what a party makes by itself to that party alone", () => {
    expect(table(smallFlow, goodEntries.slice(0, 2))).toEqual({
      ...nobody,
      verifier: ["client from 2"],
      challenge: ["client from 2"],
      state: ["client from 2"],
    });
  });

  it("puts a redirect's address into the address bar before it is followed", () => {
    expect(table(smallFlow, goodEntries.slice(0, 3))).toEqual({
      ...nobody,
      verifier: ["client from 2"],
      challenge: ["client from 2", "address from 3"],
      state: ["client from 2", "address from 3"],
    });
  });

  it("never shows code, verifier or tokens to the page's script, nor the verifier to the address bar", () => {
    expect(table(smallFlow, goodEntries)).toEqual({
      password: ["user at start", "as at start"],
      client_secret: ["client at start", "as at start"],
      verifier: ["client from 2", "as from 7"],
      challenge: ["client from 2", "address from 3", "as from 4"],
      state: ["client from 2", "address from 3", "as from 4"],
      code: ["as from 5", "address from 5", "client from 6"],
      access_token: ["as from 7", "client from 7", "api from 8"],
    });
  });

  it("tells what was known after a message that lies back", () => {
    const { taken } = goodWalk(10);
    expect(knowledge(smallFlow, taken, 4)).toEqual(knowledge(smallFlow, taken.slice(0, 4)));
  });

  it("reads credentials out of a Basic header (RFC 7617 §2)", () => {
    const flow = { ...smallFlow, values: { ...smallFlow.values, client_secret: unknownSecret } };
    expect(table(flow, goodEntries)["client_secret"]).toEqual(["as from 7", "client from 7"]);
  });

  it("does not take a changed value for the real one", () => {
    const changed = goodEntries.map((one) =>
      one.step === "token" && one.request !== undefined
        ? { ...one, request: { ...one.request, body: "code=co-1x&code_verifier=Xve-1" } }
        : one,
    );
    expect(table(smallFlow, changed)).toMatchObject({
      verifier: ["client from 2"],
      code: ["as from 5", "address from 5", "client from 6"],
    });
  });

  it("finds a value in an address that stands in another address", () => {
    const inside = entry("authorize", {
      kind: "visit",
      request: {
        method: "GET",
        url: "https://auth.example/login?to=%2Fauthorize%3Fstate%3Dst-1%26x%3D1",
        headers: [],
      },
    });
    const walk = [...goodEntries.slice(0, 2), inside];
    expect(table(smallFlow, walk)["state"]).toEqual([
      "client from 2",
      "as from 3",
      "address from 3",
    ]);
  });

  it("shows the page's script what is in its own address when the client answers there", () => {
    const browser = { address: CALLBACK, page: "<h1>Welcome</h1>", history: [CALLBACK] };
    const answered = goodEntries.map((one) => (one.step === "show" ? { ...one, browser } : one));
    expect(table(smallFlow, answered.slice(0, 9))["code"]).toEqual([
      "as from 5",
      "address from 5",
      "client from 6",
      "page from 9",
    ]);
  });

  it("keeps HttpOnly cookies from scripts and gives them the others (RFC 6265 §5.4)", () => {
    expect(table(smallFlow, cookieSet("t=at.7; Secure; HttpOnly"))["access_token"]).toEqual([
      "as from 7",
      "client from 7",
      "api from 8",
    ]);
    expect(table(smallFlow, cookieSet("t=at.7; Secure"))["access_token"]).toEqual([
      "as from 7",
      "client from 7",
      "api from 8",
      "page from 9",
    ]);
  });

  it("lets the user know what a page shows and not what it hides in a field", () => {
    const html = `<p>The code is co-1.</p><input type=hidden value="st-1"><script>"ve-1"</script>`;
    const browser = { ...blankBrowser, address: "https://auth.example/x", page: html };
    const walk = goodEntries.map((one) => (one.step === "login" ? { ...one, browser } : one));
    expect(table(smallFlow, walk)).toMatchObject({
      code: ["as from 5", "address from 5", "user from 5", "client from 6"],
      state: ["client from 2", "address from 3", "as from 4"],
      verifier: ["client from 2", "as from 7"],
    });
  });

  it("gives what a form carries to the user who typed it and to its receiver, not to the address bar", () => {
    const flow = { ...smallFlow, values: { ...smallFlow.values, password: unknownSecret } };
    expect(table(flow, goodEntries)["password"]).toEqual(["as from 5", "user from 5"]);
  });
});

const unknownSecret = { title: "secret", what: "a secret", tone: "secret", tracked: true } as const;

function cookieSet(cookie: string): readonly TraceEntry[] {
  return goodEntries.map((one) =>
    one.step === "show" && one.response !== undefined
      ? {
          ...one,
          response: {
            ...one.response,
            headers: [...one.response.headers, ["Set-Cookie", cookie] as const],
          },
        }
      : one,
  );
}

const facts = {
  title: "",
  stage: "redeem",
  spec: "",
  why: "",
  chapter: "",
  button: "",
} as const;

const token: Step = {
  ...facts,
  kind: "exchange",
  from: "page",
  to: "as",
  channel: "direct",
  request: () => ({ method: "POST", url: "https://auth.example/token", headers: [] }),
  classify: () => "ok",
  outcomes: { ok: { label: "200 access_token", next: "done" } },
};

const callback: Step = {
  ...facts,
  kind: "visit",
  from: "browser",
  to: "client",
  channel: "front",
  begin: { by: "redirect" },
  classify: () => "ok",
  outcomes: { ok: { label: "200", next: "token" } },
};

const make: Step = {
  ...facts,
  kind: "local",
  from: "page",
  to: "page",
  channel: "local",
  run: async () => ({ outcome: "made" }),
  outcomes: { made: { label: "made", next: "callback" } },
};

const pageFlow: Flow = {
  ...smallFlow,
  sandbox: { clientSite: "static" },
  parties: {
    ...smallFlow.parties,
    page: { name: "Script", role: "page", what: "The client.", host: "print.example" },
  },
  start: "make",
  steps: { make, callback, token },
};

const made = entry("make", {
  kind: "local",
  local: { outcome: "made", values: { verifier: "ve-1" } },
});
const arrived = entry("callback", {
  kind: "visit",
  request: { method: "GET", url: CALLBACK, headers: [] },
  response: { status: 200, headers: [], body: "<script></script>" },
  browser: { address: CALLBACK, page: "<script></script>", history: [CALLBACK] },
});
const redeemed = entry("token", {
  request: {
    method: "POST",
    url: "https://auth.example/token",
    headers: [["Cookie", "st-1"]],
    body: "code=co-1&code_verifier=ve-1",
  },
  response: json(200, { access_token: "at.7" }),
});

describe("knowledge, for a client that is the page's script", () => {
  it("shows the script the code in its address, and everything of its own requests", () => {
    const codeRead = {
      ...callback,
      outcomes: { ok: { label: "200", next: "token", read: readCode } },
    };
    const flow = { ...pageFlow, steps: { make, callback: codeRead, token } };
    expect(table(flow, [made, arrived, redeemed])).toEqual({
      ...nobody,
      verifier: ["page from 1", "as from 3"],
      code: ["client from 2", "address from 2", "page from 2", "as from 3"],
      access_token: ["as from 3", "page from 3"],
    });
  });

  it("keeps from the script the answer that CORS hides (Fetch §3.3)", () => {
    const hidden = { ...redeemed, hiddenFromScript: true };
    expect(table(pageFlow, [made, arrived, hidden])["access_token"]).toEqual(["as from 3"]);
  });

  it("keeps from the script the cookies that travel with its request (Fetch §2.2.2)", () => {
    const flow = { ...pageFlow, given: { state: "st-1" }, start: "token" };
    expect(table(flow, [redeemed])["state"]).toEqual(["as from 1"]);
  });
});

function readCode() {
  return { code: "co-1" };
}

describe("knowledge, with an attacker", () => {
  const mallory = { role: "attacker", what: "The attacker.", host: "evil.example" } as const;
  const flow: Flow = {
    ...smallFlow,
    parties: {
      ...smallFlow.parties,
      mallory: { name: "Mallory", ...mallory },
      other: { name: "Mallory’s browser", role: "browser", what: "Another.", profile: "attacker" },
    },
    places: [...smallFlow.places, { id: "attacker", title: "Attacker", what: "Mallory" }],
    steps: {
      ...smallFlow.steps,
      steal: { ...make, from: "mallory", to: "mallory" },
      own: { ...callback, from: "other" },
      report: { ...token, from: "client", to: "mallory" },
    },
  };
  const after = (...more: readonly TraceEntry[]) =>
    table(flow, [...goodEntries.slice(0, 5), ...more])["code"];

  it("gives what the attacker read to the attacker alone", () => {
    const stolen = { outcome: "made", values: { stolen_code: "co-1" } };
    expect(after(entry("steal", { kind: "local", local: stolen }))).toEqual([
      "as from 5",
      "address from 5",
      "attacker from 6",
    ]);
  });

  it("gives what is sent to a name below the attacker's domain to the attacker", () => {
    const request = { method: "GET", url: "https://api.evil.example/p?c=co-1", headers: [] };
    expect(after(entry("report", { request, response: json(200, {}) }))).toContain(
      "attacker from 6",
    );
    const elsewhere = { ...request, url: "https://notevil.example/p?c=co-1" };
    expect(after(entry("report", { request: elsewhere, response: json(200, {}) }))).not.toContain(
      "attacker from 6",
    );
  });

  it("gives what stands in the attacker's own browser to the attacker, not to the user's address bar", () => {
    const own = entry("own", {
      kind: "visit",
      profile: "attacker",
      request: { method: "GET", url: "https://print.example/callback?state=st-1", headers: [] },
      response: { status: 200, headers: [], body: "<p>ve-1</p>" },
      browser: { address: "https://print.example/callback", page: "<p>ve-1</p>", history: [] },
    });
    const known = table(flow, [...goodEntries.slice(0, 2), own]);
    expect([known["state"], known["verifier"]]).toEqual([
      ["client from 2", "attacker from 3"],
      ["client from 2", "attacker from 3"],
    ]);
  });

  it("does not take what the attacker's own sign-in was given for the user's", () => {
    const location = "https://print.example/callback?code=of-mallory";
    const own = entry("own", {
      kind: "visit",
      profile: "attacker",
      request: { method: "GET", url: "https://auth.example/consent", headers: [] },
      response: { status: 303, headers: [["Location", location]], body: "" },
    });
    expect(table(flow, [...goodEntries.slice(0, 2), own])["code"]).toEqual([]);
  });
});
