import * as fc from "fast-check";
import mermaid from "mermaid";
import { describe, expect, it } from "vitest";
import type { Flow, Party, Step } from "./define-flow.ts";
import { messagesOf } from "./messages.ts";
import {
  entry,
  goodWalk,
  json,
  redirectTo,
  refusedToken,
  smallFlow,
} from "./small-flow.fixture.ts";
import { toMermaid } from "./to-mermaid.ts";
import { newWalk, walkOf } from "./walk.ts";

const unfolded = { folded: false };

/** Mermaid hands a diagram's own title to a sanitizer that wants a document, which Node has not. */
function withoutTitle(source: string): string {
  return source.replace(/^acc(?:Title|Descr): .*\n/gm, "");
}

describe("toMermaid", () => {
  it("draws what happened, then what is promised, numbered as the messages are", () => {
    expect(toMermaid(smallFlow, goodWalk(6, refusedToken), unfolded).source).toBe(`sequenceDiagram
accTitle: Authorization code
accDescr: A code by redirect, a token for it.
participant p0 as Alice
participant p1 as Browser
participant p2 as print.example
participant p3 as auth.example
participant p4 as api.example
p0->>p1: 1. clicks Log in
p1-->>p2: GET /login
Note over p2: 2. Make a verifier and<br/>its challenge
p2-->>p1: 3. 303 to /authorize
p1-->>p3: 4. GET /authorize
p3-->>p1: 200 Sign in
p0->>p1: 5. types name and<br/>password
p1-->>p3: POST /login
p3-->>p1: 303 code, state
p1-->>p2: 6. GET /callback
p2->>p3: 7. POST /token (edited)
p3->>p2: 400 invalid_grant
p2->>p3: 8. POST /token
p3->>p2: 200 access_token
p2->>p4: 9. GET /photos
p4->>p2: 200 photos
p2-->>p1: 10. 303 to /photos
p1-->>p2: 11. GET /photos
p2-->>p1: 200 Your photos
`);
  });

  it("maps the arrow it draws to the message it belongs to", () => {
    const { lines } = toMermaid(smallFlow, goodWalk(6, refusedToken), unfolded);
    expect(lines[11]).toEqual({
      step: "token",
      takenIndex: 6,
      first: 6,
      last: 6,
      part: "response",
      from: "as",
      to: "client",
      dashed: false,
      refused: true,
      text: ["400 invalid_grant"],
    });
    expect(lines[12]).toEqual({
      step: "token",
      first: 7,
      last: 7,
      part: "request",
      from: "client",
      to: "as",
      dashed: false,
      refused: false,
      text: ["8. POST /token"],
    });
  });

  it("folds a walk into its chapters, one arrow and its answer each", () => {
    const { source, lines } = toMermaid(smallFlow, goodWalk(5), { folded: true });
    expect(source.split("\n").slice(8)).toEqual([
      "p0-->>p2: 1. The user clicks Log in",
      "p2-->>p3: 2. The client sends the browser to<br/>the authorization server",
      "p3-->>p1: 200 Sign in",
      "p0-->>p3: 3. The user signs in",
      "p3-->>p1: 303 code, state",
      "p1-->>p2: 4. The code comes back by redirect",
      "p2->>p3: 5. The client trades the code for<br/>a token",
      "p3->>p2: 200 access_token",
      "p2->>p4: 6. The client calls the API",
      "p4->>p2: 200 photos",
      "",
    ]);
    expect(lines.map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [2, 3],
      [2, 3],
      [4, 4],
      [4, 4],
      [5, 5],
      [6, 6],
      [6, 6],
      [7, 9],
      [7, 9],
    ]);
  });

  it("keeps its shape while the walk goes as promised, so that the picture stays", () => {
    const shapes = Array.from({ length: 11 }, (_, count) => {
      return toMermaid(smallFlow, goodWalk(count), unfolded).shape;
    });
    expect(new Set(shapes).size).toBe(1);
  });

  it("changes its shape when a refusal adds a message, and when it is folded", () => {
    const { shape } = toMermaid(smallFlow, goodWalk(6), unfolded);
    expect(toMermaid(smallFlow, goodWalk(6, refusedToken), unfolded).shape).not.toBe(shape);
    expect(toMermaid(smallFlow, goodWalk(6), { folded: true }).shape).not.toBe(shape);
  });

  it("names the error of a redirect (RFC 6749 §4.1.2.1)", () => {
    const denied = entry("login", {
      kind: "visit",
      request: { method: "POST", url: "https://auth.example/consent", headers: [] },
      response: redirectTo("https://print.example/callback?error=access_denied&state=st-1"),
    });
    const walk = { ...newWalk(smallFlow), at: "stop", taken: [takenAs(denied)] };
    expect(toMermaid(smallFlow, walk, unfolded).lines.at(-1)?.text).toEqual(["303 access_denied"]);
  });

  it("names the error of a challenge (RFC 6750 §3.1)", () => {
    const refused = entry("photos", {
      request: { method: "GET", url: "https://api.example/photos", headers: [] },
      response: {
        status: 401,
        headers: [["WWW-Authenticate", 'Bearer error="invalid_token"']],
        body: "",
      },
    });
    const walk = { ...newWalk(smallFlow), at: "stop", taken: [takenAs(refused)] };
    expect(toMermaid(smallFlow, walk, unfolded).lines.at(-1)?.text).toEqual(["401 invalid_token"]);
  });

  it("is a diagram Mermaid can read at every point of the walk", async () => {
    for (const folded of [false, true]) {
      for (let count = 0; count <= 10; count++) {
        const { source } = toMermaid(smallFlow, goodWalk(count), { folded });
        expect(await mermaid.parse(withoutTitle(source))).toMatchObject({
          diagramType: "sequence",
        });
      }
    }
  });

  it("is a diagram Mermaid can read whatever the titles, names and answers say", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (title, name, error) => {
        const flow = renamed(title, name);
        const walk = walkOf(flow, [
          entry("click", { kind: "visit", request: { method: title, url: name, headers: [] } }),
          entry("token", {
            request: { method: "POST", url: title, headers: [] },
            response: json(400, { error }),
          }),
        ]);
        for (const folded of [false, true]) {
          const { source, lines } = toMermaid(flow, walk, { folded });
          expect(await mermaid.parse(withoutTitle(source))).toMatchObject({
            diagramType: "sequence",
          });
          expect(source.trimEnd().split("\n").length).toBe(8 + lines.length);
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

describe("messagesOf", () => {
  it("lists a message that was refused and waits to be sent again twice", () => {
    const list = messagesOf(smallFlow, goodWalk(6, refusedToken));
    expect(list.map(({ number, step, taken }) => [number, step, taken?.outcome])).toEqual([
      [1, "click", "held"],
      [2, "make", "made"],
      [3, "redirect", "sent"],
      [4, "authorize", "page"],
      [5, "login", "code"],
      [6, "callback", "held"],
      [7, "token", "invalid_grant"],
      [8, "token", undefined],
      [9, "photos", undefined],
      [10, "show", undefined],
      [11, "look", undefined],
    ]);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ...'end|END|#|;|<br/>|<script>|:|\n|\r|\u2028|%%|%%{init: {}}%%|$$x$$|wrap:|as|@{|}|style:#x;|¶ß|ﬂ°°35¶ß|--|->>|"|,|+|&amp;|\ud800|note over p0|autonumber| '.split(
          "|",
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(" ")),
);

function takenAs(made: ReturnType<typeof entry>) {
  return { step: made.step ?? "", outcome: "", label: "", led: true, entry: made };
}

function renamed(title: string, name: string): Flow {
  const steps = Object.entries(smallFlow.steps).map(([id, step]): [string, Step] => [
    id,
    { ...step, title, ...(step.userDoes === undefined ? {} : { userDoes: title }) },
  ]);
  const parties = Object.entries(smallFlow.parties).map(([id, party]): [string, Party] => [
    id,
    { ...party, name },
  ]);
  return {
    ...smallFlow,
    title,
    summary: name,
    chapters: smallFlow.chapters.map(({ id }) => ({ id, title })),
    steps: Object.fromEntries(steps),
    parties: Object.fromEntries(parties),
  };
}
