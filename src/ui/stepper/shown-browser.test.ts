import { expect, test } from "vitest";
import type { Flow, Step, VisitStep } from "../../flow/define-flow.ts";
import type { TraceEntry } from "../../flow/trace.ts";
import { newWalk, type Walk } from "../../flow/walk.ts";
import { screenIsNew, shownBrowser, shownScreens } from "./shown-browser.ts";

const facts = {
  title: "",
  to: "as",
  channel: "front",
  stage: "ask",
  spec: "",
  why: "",
  chapter: "c",
  button: "",
} as const;

function visit(from: string, by: "redirect" | "form"): VisitStep<string, string, string> {
  const begin = by === "form" ? { by, fields: () => ({}) } : { by };
  return { ...facts, kind: "visit", from, begin, classify: () => "ok", outcomes: {} };
}

const flow: Flow = {
  id: "two",
  title: "Two browsers",
  summary: "",
  sandbox: { clientSite: "server" },
  parties: {
    user: { name: "Alice", role: "user", what: "" },
    browser: { name: "Browser", role: "browser", what: "" },
    other: { name: "Mallory’s browser", role: "browser", what: "", profile: "attacker" },
    as: { name: "auth.example", role: "authorization-server", what: "", host: "auth.example" },
  },
  places: [],
  values: {},
  chapters: [{ id: "c", title: "" }],
  start: "own",
  steps: {
    own: visit("browser", "redirect"),
    form: visit("browser", "form"),
    others: visit("other", "redirect"),
  },
  given: {},
};

function taken(step: string, profile?: string): Walk["taken"][number] {
  const entry: TraceEntry = {
    id: step,
    index: 0,
    at: 0,
    kind: "visit",
    step,
    edited: false,
    checks: [],
    browser: { address: `https://${step}.example/`, history: [] },
    ...(profile === undefined ? {} : { profile }),
  };
  return { step, outcome: "ok", label: "", led: true, entry };
}

function shown(at: string, ...messages: Walk["taken"]) {
  const { browser, whose, role } = shownBrowser(flow, { ...newWalk(flow), at, taken: messages });
  return [browser.address, whose, role];
}

test("the window shows the browser of the last message, and says whose it is", () => {
  const messages = [taken("own"), taken("others", "attacker")];
  expect(shown("own", ...messages)).toEqual([
    "https://others.example/",
    "Mallory’s browser",
    "attacker",
  ]);
  expect(shown("others", ...messages.toReversed())).toEqual([
    "https://own.example/",
    "Alice’s browser",
    "user",
  ]);
});

test("a form that waits to be filled in is shown, whoever sent the last message", () => {
  expect(shown("form", taken("own"), taken("others", "attacker"))).toEqual([
    "https://own.example/",
    "Alice’s browser",
    "user",
  ]);
});

test("where there is one browser nobody has to be told whose it is", () => {
  const { other: _, ...parties } = flow.parties;
  const walk = { ...newWalk(flow), taken: [taken("own")] };
  expect(shownBrowser({ ...flow, parties }, walk).whose).toBeUndefined();
});

const frame = { name: "Frame", role: "device", what: "", profile: "frame" } as const;
const withDevice: Flow = { ...flow, parties: { ...flow.parties, frame } };

function onScreen(id: string, kind: TraceEntry["kind"], page?: string): Walk["taken"][number] {
  const message = taken("others", "frame");
  const browser = { address: "", history: [], ...(page === undefined ? {} : { page }) };
  return { ...message, entry: { ...message.entry, id, kind, browser } };
}

test("a device’s screen is shown beside the browser, and stays while the device sends", () => {
  const messages = [
    onScreen("first", "exchange"),
    onScreen("second", "local", "<p>WDJB-MJHT</p>"),
    taken("own"),
    onScreen("third", "exchange", "<p>WDJB-MJHT</p>"),
  ];
  const walk = { ...newWalk(withDevice), taken: messages };
  expect(shownScreens(withDevice, walk)).toEqual([
    { party: "frame", name: "Frame", entry: "second", page: "<p>WDJB-MJHT</p>" },
  ]);
  expect(shownBrowser(withDevice, walk).browser.address).toBe("https://own.example/");
});

test("a screen that shows nothing yet is not shown", () => {
  const walk = { ...newWalk(withDevice), taken: [onScreen("first", "exchange")] };
  expect(shownScreens(withDevice, walk)).toEqual([]);
  expect(shownScreens(flow, walk)).toEqual([]);
});

test("a screen is new when the device’s own step was the last message", () => {
  const draw: Step = {
    ...facts,
    kind: "local",
    from: "frame",
    run: async () => ({ outcome: "shown" }),
    outcomes: {},
  };
  const drawing: Flow = { ...withDevice, steps: { ...withDevice.steps, draw } };
  const drawn = { ...onScreen("draw", "local", "<p>WDJB-MJHT</p>"), step: "draw" };
  const after = (...messages: Walk["taken"]) =>
    screenIsNew(drawing, { ...newWalk(drawing), taken: messages });
  expect([after(), after(drawn), after(drawn, taken("own"))]).toEqual([false, true, false]);
});

test("a browser that was answered with a redirect is not said to wait for an answer", () => {
  const sent = taken("own");
  const pending = { method: "GET", url: "https://auth.example/login", headers: [] };
  const answered = {
    ...sent,
    entry: {
      ...sent.entry,
      response: { status: 303, headers: [], body: "" },
      browser: { ...sent.entry.browser, pending },
    },
  };
  const walk = (...all: Walk["taken"]) => ({ ...newWalk(flow), taken: all });
  expect(shownBrowser(flow, walk(sent)).blank).toBe("The page has not answered yet.");
  expect(shownBrowser(flow, walk(answered)).blank).toBe(
    "The answer was 303 See Other: a redirect, and no page to show.",
  );
});
