import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stepOf } from "../../flow/define-flow.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import { handleWith } from "../../world/handle.ts";
import { worldInMemory } from "../../world/persistent.ts";
import type { World } from "../../world/world.ts";
import {
  forgetSessions,
  openSession,
  restartSession,
  rewindSession,
  type Session,
} from "./sessions.ts";
import { runToEnd, settle } from "./settle.ts";

const NAME = "authorization-code.classic";
const SANDBOX = `tab.${NAME}`;
const grant = findGrant("authorization-code");
const flow = grant && findVariant(grant, "classic")?.flow;
if (flow === undefined) throw new Error("There is no such variant.");

const network = vi.hoisted(() => ({
  fetch: (_path: string, _init: RequestInit): Promise<Response> => Promise.reject(new Error()),
}));
vi.mock("../world/tab.ts", () => ({ tabId: async () => "tab" }));
vi.mock("../world/connection.ts", () => ({
  BASE: "/",
  connect: async () => ({
    mode: "real",
    fetch: (path: string, init: RequestInit) => network.fetch(path, init),
  }),
}));

let world: World;

beforeEach(() => {
  world = worldInMemory();
  const handle = handleWith(() => Promise.resolve(world), "/");
  network.fetch = async (path, init) =>
    (await handle(new Request(new URL(path, "http://localhost"), init))) ?? Response.error();
});
afterEach(forgetSessions);

const at = ({ actor }: Session) => actor.getSnapshot().context.walk.at;
const next = (session: Session) => settle(flow, session.actor, { type: "NEXT" }, false);
const trace = async () =>
  (await world.open(SANDBOX, { clientSite: "server" })).trace.map(({ step }) => step);
/** The page after a reload: what it had in memory is gone. */
const reloaded = (step?: string) => {
  forgetSessions();
  return openSession(flow, NAME, step);
};

test("a reload takes the walk up where it stood, and sends nothing", async () => {
  const session = await openSession(flow, NAME, undefined);
  await next(session);
  await next(session);
  expect(at(await reloaded("redirect"))).toBe("redirect");
  expect(await trace()).toEqual(["click", "prepare"]);
});

test("a reload takes it up at the detour that was chosen", async () => {
  const session = await openSession(flow, NAME, "signed_in");
  const before = await trace();
  await settle(flow, session.actor, { type: "INSTEAD", step: "replay" }, false);
  expect(at(await reloaded("replay"))).toBe("replay");
  expect(await trace()).toEqual(before);
});

test("a reload takes it up although an answer came that no step could read", async () => {
  const session = await openSession(flow, NAME, "redeem");
  const before = await trace();
  const edited = { method: "GET", url: "https://auth.example/jwks", headers: [] };
  await settle(flow, session.actor, { type: "NEXT", edited }, false);
  expect(session.actor.getSnapshot().hasTag("failed")).toBe(true);
  expect(at(await reloaded("redeem"))).toBe("redeem");
  expect(await trace()).toEqual([...before, "redeem"]);
});

test("runs to the end, and stands where a message is refused", async () => {
  const session = await openSession(flow, NAME, "redeem");
  await runToEnd(session.actor);
  expect([at(session), session.actor.getSnapshot().status]).toEqual(["done", "done"]);
  const refused = await restartSession(flow, NAME);
  while (at(refused) !== "redeem") await next(refused);
  await refused.client.advance(3600);
  await runToEnd(refused.actor);
  expect([at(refused), (await trace()).at(-1)]).toEqual(["redeem", "redeem"]);
});

test("beginning anew while it runs to the end leaves nothing running", async () => {
  const session = await openSession(flow, NAME, undefined);
  const running = runToEnd(session.actor);
  const fresh = await restartSession(flow, NAME);
  await running;
  expect([session.actor.getSnapshot().status, at(fresh), await trace()]).toEqual([
    "stopped",
    "click",
    [],
  ]);
});

test("two effects of one mount share a session, whose walk is run to its step once", async () => {
  const [first, second] = await Promise.all([
    openSession(flow, NAME, "authorize"),
    openSession(flow, NAME, "authorize"),
  ]);
  expect([second === first, first.startedAtStep, await trace()]).toEqual([
    true,
    "authorize",
    ["click", "prepare", "redirect"],
  ]);
});

test("a step that only a refusal leads to is not stood at: the walk waits at its start", async () => {
  const withoutGivingUp = {
    ...flow,
    steps: { ...flow.steps, redeem: { ...stepOf(flow, "redeem"), instead: [] } },
  };
  const [first, second] = await Promise.all([
    openSession(withoutGivingUp, NAME, "reject"),
    openSession(withoutGivingUp, NAME, "reject"),
  ]);
  expect([second === first, at(first), first.startedAtStep, await trace()]).toEqual([
    true,
    "click",
    undefined,
    [],
  ]);
});

test("another step than the one it stands at begins anew, and stops the machine before it", async () => {
  const first = await openSession(flow, NAME, "authorize");
  const second = await openSession(flow, NAME, "prepare");
  expect([first.actor.getSnapshot().status, at(second), await trace()]).toEqual([
    "stopped",
    "prepare",
    ["click"],
  ]);
});

test("beginning anew while a message is under way ends what waits for its answer", async () => {
  const session = await openSession(flow, NAME, undefined);
  const under = next(session);
  const fresh = await restartSession(flow, NAME);
  await under;
  expect([session.actor.getSnapshot().status, at(fresh), await trace()]).toEqual([
    "stopped",
    "click",
    [],
  ]);
});

test("a session that could not be opened is opened by the next that asks", async () => {
  const { fetch } = network;
  network.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  await expect(openSession(flow, NAME, undefined)).rejects.toThrow("Failed to fetch");
  network.fetch = fetch;
  expect(at(await openSession(flow, NAME, undefined))).toBe("click");
});

test("rewinding takes the walk and its world to that message; the machine before it is stopped", async () => {
  const session = await openSession(flow, NAME, "redeem");
  const entry = session.actor.getSnapshot().context.walk.taken[2]?.entry.id ?? "";
  const rewound = await rewindSession(flow, NAME, entry);
  expect([session.actor.getSnapshot().status, at(rewound), rewound.rewoundTo]).toEqual([
    "stopped",
    "authorize",
    entry,
  ]);
  expect(await trace()).toEqual(["click", "prepare", "redirect"]);
  await next(rewound);
  expect(at(rewound)).toBe("login_page");
});

test("a reload still knows the branches that were left, and no longer that it was rewound", async () => {
  const session = await openSession(flow, NAME, "login_page");
  const { walk } = session.actor.getSnapshot().context;
  await rewindSession(flow, NAME, walk.taken[0]?.entry.id ?? "");
  const again = await reloaded();
  expect([at(again), again.rewoundTo, again.branches]).toEqual([
    "prepare",
    undefined,
    [{ number: 1, walk }],
  ]);
});

test("a rewinding to a message there is none of leaves the walk to be taken up where it stood", async () => {
  const session = await openSession(flow, NAME, "login_page");
  await expect(rewindSession(flow, NAME, "nowhere")).rejects.toThrow(
    "The trace has no such entry.",
  );
  expect(session.actor.getSnapshot().status).toBe("stopped");
  expect(at(await openSession(flow, NAME, undefined))).toBe("login_page");
});

test("a link with a wait begins anew, even where the walk stands at its step already, and moves the clock on", async () => {
  const session = await openSession(flow, NAME, "redeem");
  await settle(flow, session.actor, { type: "NEXT" }, false);
  const before = session.client.now();
  const arrived = await openSession(flow, NAME, "redeem", { wait: 61 });
  expect([at(arrived), arrived.startedAtStep]).toEqual(["redeem", "redeem"]);
  expect((await trace()).at(-1)).toBe("check");
  expect(arrived.client.now()).toBeGreaterThanOrEqual(before + 60);
  await next(arrived);
  const { checks } = arrived.actor.getSnapshot().context.walk.taken.at(-1)?.entry ?? {};
  expect(checks?.find(({ outcome }) => outcome === "failed")?.id).toBe("token.code-fresh");
});

test("a link may turn off to its step before the place where the walk comes to it by itself", async () => {
  const arrived = await openSession(flow, NAME, "reject", { from: "redeem", wait: 0 });
  expect(at(arrived)).toBe("reject");
  expect((await trace()).at(-1)).toBe("check");
});
