import type { SigningKeys } from "../authorization-server/ports.ts";
import type { TraceEntry } from "../flow/trace.ts";
import type { Call, LocalRecord, SandboxSettings } from "../flow/transport.ts";
import type { Memory } from "../oauth/remembered.ts";
import type { WireRequest, WireResponse } from "../oauth/wire.ts";
import type { Store } from "../store/port.ts";
import {
  answered,
  type Browser,
  handedOver,
  newBrowser,
  outgoing,
  receive,
  scripted,
  USER,
  waitFor,
  withCookies,
  withReferrer,
} from "./browser.ts";
import { preflightAllows, preflightFor, readable, withOrigin } from "./cors.ts";
import { signingKeys } from "./keys.ts";
import type { OpenStore, SandboxState, SharedRecords } from "./records.ts";
import { remembered } from "./remembered.ts";
import { type Abandoned, type Done, NoSuchEntry, Sandbox, type Turn } from "./sandbox.ts";
import { isHeld, opensApp } from "./held.ts";
import { dispatch, rememberAllowed, SITES_WITH_RECORDS } from "./sites.ts";

/** The virtual sites of every sandbox of one origin. Keeps nothing in memory that it could not read again. */
export interface World {
  /** Opens a sandbox, making it when there is none; gives its clock and trace. */
  open(sandbox: string, settings: SandboxSettings): Promise<SandboxView>;
  /** The same with everything of it forgotten first. */
  restart(sandbox: string, settings: SandboxSettings): Promise<SandboxView>;
  /** Moves the sandbox's clock on by so many seconds, once for each `id`. */
  advance(sandbox: string, id: string, seconds: number): Promise<SandboxView>;
  exchange(
    sandbox: string,
    call: Call | undefined,
    request: WireRequest,
    origin?: string,
  ): Promise<TraceEntry>;
  /** The entry of a call. Throws when the trace has none. */
  entry(sandbox: string, id: string): Promise<TraceEntry>;
  visit(sandbox: string, call: Call, request: WireRequest): Promise<TraceEntry>;
  respond(sandbox: string, call: Call, response: WireResponse): Promise<TraceEntry>;
  record(sandbox: string, call: Call, local: LocalRecord): Promise<TraceEntry>;
  /**
   * Returns the sandbox to right after that entry, once for each `id`: its servers' records, its browsers and its clock.
   * What came later is kept as a branch. Throws when the trace has no such entry.
   */
  rewind(sandbox: string, id: string, to: string): Promise<SandboxView>;
  /** What the authorization server remembers now, and what the last entry changed of it. */
  inspect(sandbox: string): Promise<Memory>;
}

/** A sandbox as it stands. */
export interface SandboxView {
  /** Epoch seconds. */
  readonly now: number;
  readonly trace: readonly TraceEntry[];
  /** What rewinding left behind. */
  readonly abandoned: Abandoned;
}

const SANDBOX_LIFETIME = 7 * 24 * 3600;

/** The turns in which the shared keys are made; no sandbox has a name with a slash. */
const KEYS = "shared/keys";

/** `realNow` is in epoch seconds. */
export function createWorld(openStore: OpenStore, realNow: () => number): World {
  const shared = openStore<SharedRecords>("shared");
  const inTurn = turns();
  // Read each time: the records may have been deleted since, and a world after this one knows only what is kept.
  const keys = () => signingKeys(shared, (work) => inTurn(KEYS, work));

  async function opened(id: string, settings: SandboxSettings): Promise<SandboxView> {
    const sandbox = new Sandbox(id, openStore);
    await sandbox.settle();
    if ((await sandbox.state()) === undefined) await begin(sandbox, settings, realNow());
    await shared.put("sandbox", id, { openedAt: realNow() });
    return viewed(sandbox);
  }

  function take(id: string, call: Call | undefined, act: (turn: Turn) => Promise<Done>) {
    return inTurn(id, () => new Sandbox(id, openStore).take(call, act));
  }

  return {
    open: (id, settings) =>
      inTurn(id, async () => {
        await forgetOld(shared, openStore, id, realNow());
        return opened(id, settings);
      }),
    restart: (id, settings) =>
      inTurn(id, async () => {
        await new Sandbox(id, openStore).forget(SITES_WITH_RECORDS);
        return opened(id, settings);
      }),
    advance: (id, advance, seconds) =>
      inTurn(id, async () => {
        const sandbox = new Sandbox(id, openStore);
        await sandbox.advance(advance, seconds);
        return viewed(sandbox);
      }),
    entry: async (id, entryId) => {
      const entry = await new Sandbox(id, openStore).entry(entryId);
      if (entry === undefined) throw new NoSuchEntry();
      return entry;
    },
    rewind: (id, rewinding, to) =>
      inTurn(id, async () => {
        const sandbox = new Sandbox(id, openStore);
        await sandbox.rewind(rewinding, to);
        return viewed(sandbox);
      }),
    inspect: (id) => inTurn(id, () => remembered(new Sandbox(id, openStore))),
    exchange: (id, call, request, origin) =>
      take(id, call, async (turn) =>
        origin === undefined
          ? fromServer(turn, await keys(), request)
          : fromPage(turn, await keys(), request, {
              origin,
              browser: browserOf(turn.state, call?.browser ?? USER),
              profile: call?.browser ?? USER,
            }),
      ),
    visit: (id, call, request) =>
      take(id, call, async (turn) => navigate(turn, await keys(), request, profileOf(call))),
    respond: (id, call, response) =>
      take(id, call, async (turn) => answerHeld(turn, response, profileOf(call))),
    record: (id, call, local) =>
      take(id, call, async (turn) => noteLocal(turn, local, profileOf(call))),
  };
}

async function fromServer(turn: Turn, keys: SigningKeys, request: WireRequest): Promise<Done> {
  const response = await dispatch(request, turn, keys);
  return { state: turn.state, entry: { kind: "exchange", request, response } };
}

/** The state comes last: without it the next to open the sandbox begins it again. */
async function begin(sandbox: Sandbox, settings: SandboxSettings, now: number): Promise<void> {
  await rememberAllowed(sandbox, settings, now);
  await sandbox.start(settings, now);
}

interface Page {
  readonly origin: string;
  readonly browser: Browser;
  readonly profile: string;
}

/** A request of a page's script to the page's own site: with its cookies and without a preflight (Fetch §3.2, §4.6). */
async function toOwnSite(
  turn: Turn,
  keys: SigningKeys,
  asked: WireRequest,
  { browser, profile }: Omit<Page, "origin">,
): Promise<Done> {
  const { state } = turn;
  const request = withReferrer(withCookies(browser, asked, state.now), browser);
  if (isHeld(state.settings, request)) {
    const waiting = { ...browser, asked: request };
    return {
      state: withBrowser(state, profile, waiting),
      entry: { kind: "exchange", request },
    };
  }
  const response = await dispatch(request, turn, keys);
  const next = answered({ ...browser, asked: request }, response, state.now);
  return {
    state: withBrowser(state, profile, next),
    entry: { kind: "exchange", request, response },
  };
}

/** The request of a page's script: the browser adds its origin, asks first where it must, and may keep the answer. */
async function fromPage(
  turn: Turn,
  keys: SigningKeys,
  asked: WireRequest,
  { origin, browser, profile }: Page,
): Promise<Done> {
  if (new URL(asked.url).origin === origin)
    return toOwnSite(turn, keys, asked, { browser, profile });
  const request = withReferrer(withOrigin(asked, origin), browser);
  const preflight = preflightFor(asked, origin);
  if (preflight === undefined) return direct(turn, keys, request, origin);
  const answer = await dispatch(preflight, { ...turn, report: () => undefined }, keys);
  const asking = { preflight: { request: preflight, response: answer } };
  if (!preflightAllows(preflight, answer)) {
    return {
      state: turn.state,
      entry: { kind: "exchange", request, response: answer, hiddenFromScript: true, ...asking },
    };
  }
  const { state, entry } = await direct(turn, keys, request, origin);
  return { state, entry: { ...entry, ...asking } };
}

async function direct(
  turn: Turn,
  keys: SigningKeys,
  request: WireRequest,
  origin: string,
): Promise<Done> {
  const response = await dispatch(request, turn, keys);
  const entry = { kind: "exchange" as const, request, response };
  return {
    state: turn.state,
    entry: readable(response, origin) ? entry : { ...entry, hiddenFromScript: true },
  };
}

/** One hop: a redirect is left pending, and what the client's own server must answer is held for it. */
async function navigate(
  turn: Turn,
  keys: SigningKeys,
  asked: WireRequest,
  profile: string,
): Promise<Done> {
  const { state } = turn;
  const browser = browserOf(state, profile);
  const request = outgoing(browser, asked, state.now);
  if (isHeld(state.settings, request)) {
    const waiting = opensApp(state.settings, request)
      ? handedOver(browser)
      : waitFor(browser, request, asked.url);
    return { state: withBrowser(state, profile, waiting), entry: { kind: "visit", request } };
  }
  const response = await dispatch(request, turn, keys);
  const next = receive(browser, { ...request, url: asked.url }, response, state.now);
  return { state: withBrowser(state, profile, next), entry: { kind: "visit", request, response } };
}

async function answerHeld(turn: Turn, response: WireResponse, profile: string): Promise<Done> {
  const { state } = turn;
  const browser = browserOf(state, profile);
  const { held, asked } = browser;
  if (asked !== undefined) {
    return {
      state: withBrowser(state, profile, answered(browser, response, state.now)),
      entry: { kind: "respond", request: asked, response },
    };
  }
  if (held === undefined) throw new Error("The client’s server holds no request to answer.");
  const next = receive(browser, { ...held, url: browser.address }, response, state.now);
  return {
    state: withBrowser(state, profile, next),
    entry: { kind: "respond", request: held, response },
  };
}

async function noteLocal(turn: Turn, local: LocalRecord, profile: string): Promise<Done> {
  const { outcome, values, checks, wait = 0, ...change } = local;
  const { state } = turn;
  const browser = scripted(browserOf(state, profile), change);
  const changed = Object.keys(change).length > 0;
  return {
    state: changed ? withBrowser(state, profile, browser) : state,
    entry: { kind: "local", local: { outcome, values }, checks },
    wait,
  };
}

function browserOf({ browsers }: SandboxState, profile: string): Browser {
  return browsers[profile] ?? newBrowser;
}

function withBrowser(state: SandboxState, profile: string, browser: Browser): SandboxState {
  return { ...state, browsers: { ...state.browsers, [profile]: browser } };
}

function profileOf({ browser = USER }: Call): string {
  return browser;
}

async function viewed(sandbox: Sandbox): Promise<SandboxView> {
  const state = await sandbox.state();
  return {
    now: state?.now ?? 0,
    trace: await sandbox.trace(),
    abandoned: await sandbox.abandoned(),
  };
}

/** Sandboxes nobody opened for a week are forgotten whenever one is opened. */
async function forgetOld(
  shared: Store<SharedRecords>,
  openStore: OpenStore,
  keep: string,
  now: number,
): Promise<void> {
  for (const { id, value } of await shared.list("sandbox")) {
    if (id === keep || now - value.openedAt < SANDBOX_LIFETIME) continue;
    await new Sandbox(id, openStore).forget(SITES_WITH_RECORDS);
    await shared.delete("sandbox", id);
  }
}

/** Runs the work of each sandbox one piece after the other, whatever becomes of each. */
function turns() {
  const last = new Map<string, Promise<unknown>>();
  return function inTurn<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (last.get(id) ?? Promise.resolve()).then(work);
    last.set(
      id,
      turn.catch(() => undefined),
    );
    return turn;
  };
}
