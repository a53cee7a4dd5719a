import { createActor, waitFor } from "xstate";
import { describe, expect, test } from "vitest";
import type { Flow } from "./define-flow.ts";
import {
  entry,
  goodEntries,
  goodWalk,
  json,
  refusedToken,
  smallFlow,
} from "./small-flow.fixture.ts";
import { performWith, toMachine, type WalkEvent } from "./to-machine.ts";
import type { TraceEntry } from "./trace.ts";
import type { Call, Transport } from "./transport.ts";
import { newWalk, type Walk } from "./walk.ts";

type Reply = TraceEntry | Error;

/** A world that gives these answers in turn, then those of the walk that goes well. */
function scripted(...replies: Reply[]) {
  const calls: (Call & { readonly sent: unknown; readonly origin?: string | undefined })[] = [];
  const reply = async (call: Call, sent: unknown, origin?: string): Promise<TraceEntry> => {
    calls.push({ ...call, sent, origin });
    const answer = replies.shift() ?? goodEntries.find(({ step }) => step === call.step);
    if (answer === undefined) throw new Error(`There is no answer for ${call.step}.`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const transport: Transport = { exchange: reply, visit: reply, respond: reply, record: reply };
  return { calls, transport };
}

function started(flow: Flow, transport: Transport, walk: Walk = newWalk(flow)) {
  const perform = performWith(flow, transport);
  const actor = createActor(toMachine(flow).provide({ actors: { perform } }), { input: walk });
  actor.start();
  const standing = () => {
    const { value, tags, context } = actor.getSnapshot();
    return { value, tags: [...tags], at: context.walk.at };
  };
  const send = async (event: WalkEvent) => {
    actor.send(event);
    await waitFor(actor, (snapshot) => !snapshot.hasTag("busy"));
    return standing();
  };
  return { actor, standing, send };
}

const NEXT: WalkEvent = { type: "NEXT" };
const strange = entry("login", {
  kind: "visit",
  request: { method: "GET", url: "x", headers: [] },
});
const withDetour: Flow = {
  ...smallFlow,
  steps: {
    ...smallFlow.steps,
    photos: { ...smallFlow.steps.photos, instead: [{ label: "Redeem again", next: "token" }] },
  },
};
const readingStrictly: Flow = {
  ...smallFlow,
  steps: {
    ...smallFlow.steps,
    token: {
      ...smallFlow.steps.token,
      kind: "exchange",
      request: () => ({ method: "POST", url: "https://auth.example/token", headers: [] }),
      classify: ({ response }) => (response?.status === 200 ? "ok" : ""),
    },
  },
};

describe("the states of a step", () => {
  test("waits at first, is busy while its message is under way, and leads on", async () => {
    const { actor, standing } = started(smallFlow, scripted().transport);
    expect(standing()).toEqual({ value: { click: "waiting" }, tags: ["waiting"], at: "click" });
    actor.send(NEXT);
    expect(standing()).toEqual({ value: { click: "busy" }, tags: ["busy"], at: "click" });
    await waitFor(actor, (snapshot) => !snapshot.hasTag("busy"));
    expect(standing()).toEqual({ value: { make: "waiting" }, tags: ["waiting"], at: "make" });
  });

  test("a walk is walked to its end, one call for each message", async () => {
    const { calls, transport } = scripted();
    const { actor, send, standing } = started(smallFlow, transport);
    while (!actor.getSnapshot().hasTag("done")) await send(NEXT);
    expect(standing()).toEqual({ value: "done", tags: ["done"], at: "done" });
    expect(calls.map(({ step }) => step)).toEqual(goodEntries.map(({ step }) => step));
    expect(new Set(calls.map(({ id }) => id)).size).toBe(goodEntries.length);
  });

  test("takes up a walk wherever it stands", () => {
    expect(started(smallFlow, scripted().transport, goodWalk(6)).standing()).toEqual({
      value: { token: "waiting" },
      tags: ["waiting"],
      at: "token",
    });
    const ended = goodWalk(goodEntries.length);
    expect(started(smallFlow, scripted().transport, ended).standing().value).toBe("done");
  });

  test("a second press while a message is under way sends nothing", async () => {
    const { calls, transport } = scripted();
    const { actor, send } = started(smallFlow, transport);
    actor.send(NEXT);
    expect((await send(NEXT)).at).toBe("make");
    expect(calls.map(({ step }) => step)).toEqual(["click"]);
  });
});

describe("a refusal", () => {
  test("leaves the step waiting, keeps what came, and the next press sends again", async () => {
    const { transport } = scripted(refusedToken);
    const { actor, send } = started(smallFlow, transport, goodWalk(6));
    expect(await send(NEXT)).toEqual({
      value: { token: "waiting" },
      tags: ["waiting"],
      at: "token",
    });
    expect(actor.getSnapshot().context.walk.taken.at(-1)).toEqual({
      step: "token",
      outcome: "invalid_grant",
      label: "400 invalid_grant",
      led: false,
      entry: refusedToken,
    });
    expect((await send(NEXT)).at).toBe("photos");
  });
});

describe("a failure", () => {
  test("is an answer no outcome names; says so, and the next press tries again", async () => {
    const teapot = entry("token", {
      request: { method: "POST", url: "https://auth.example/token", headers: [] },
      response: json(418, {}),
    });
    const { calls, transport } = scripted(teapot);
    const { actor, send } = started(readingStrictly, transport, goodWalk(6));
    expect(await send(NEXT)).toEqual({ value: { token: "failed" }, tags: ["failed"], at: "token" });
    expect(actor.getSnapshot().context.failure).toBe(
      "“Redeem the code, with the verifier” was answered 418 (no form this step can read).",
    );
    expect((await send(NEXT)).at).toBe("photos");
    expect(calls.map(({ step }) => step)).toEqual(["token", "token"]);
  });

  test("is a transport that rejects; the next press tries again", async () => {
    const { transport } = scripted(new TypeError("Failed to fetch"));
    const { actor, send } = started(smallFlow, transport);
    expect(await send(NEXT)).toEqual({ value: { click: "failed" }, tags: ["failed"], at: "click" });
    expect(actor.getSnapshot().context.failure).toBe("Failed to fetch");
    expect((await send(NEXT)).at).toBe("make");
  });

  test("is an answer whose reading throws, and the machine lives on", async () => {
    const { transport } = scripted(strange);
    const { actor, send } = started(smallFlow, transport, goodWalk(4));
    expect((await send(NEXT)).tags).toEqual(["failed"]);
    expect(actor.getSnapshot().status).toBe("active");
    expect((await send(NEXT)).at).toBe("callback");
  });

  test("is a value that no earlier message gave", async () => {
    const { calls, transport } = scripted();
    const { actor, send } = started(smallFlow, transport, { ...newWalk(smallFlow), at: "photos" });
    expect((await send(NEXT)).tags).toEqual(["failed"]);
    expect([actor.getSnapshot().context.failure, calls]).toEqual([
      "This step needs “access_token”, and no earlier message gave it.",
      [],
    ]);
  });

  test("is a machine nobody gave a transport", async () => {
    const actor = createActor(toMachine(smallFlow), { input: newWalk(smallFlow) });
    actor.start();
    actor.send(NEXT);
    const { context } = await waitFor(actor, (snapshot) => snapshot.hasTag("failed"));
    expect(context.failure).toBe(
      "The actor “perform” was not provided. Provide it with performWith(flow, transport).",
    );
  });
});

describe("another step instead", () => {
  test("stands there with nothing sent, and goes on from it", async () => {
    const { calls, transport } = scripted();
    const { send } = started(withDetour, transport, goodWalk(7));
    expect(await send({ type: "INSTEAD", step: "token" })).toEqual({
      value: { token: "waiting" },
      tags: ["waiting"],
      at: "token",
    });
    expect(calls).toEqual([]);
    expect((await send(NEXT)).at).toBe("photos");
  });

  test("may follow a failure", async () => {
    const { transport } = scripted(new Error("gone"));
    const { send } = started(withDetour, transport, goodWalk(7));
    expect((await send(NEXT)).tags).toEqual(["failed"]);
    expect((await send({ type: "INSTEAD", step: "token" })).value).toEqual({ token: "waiting" });
  });

  test.each(["click", "done", "nowhere"])(
    "is not taken when the step offers none: %s",
    async (step) => {
      const { send } = started(withDetour, scripted().transport, goodWalk(7));
      expect((await send({ type: "INSTEAD", step })).value).toEqual({ photos: "waiting" });
    },
  );
});

describe("what is sent", () => {
  const edited = { method: "POST", url: "https://auth.example/token", headers: [], body: "code=x" };

  test("an edited request is sent and said to be edited", async () => {
    const { calls, transport } = scripted(refusedToken);
    await started(smallFlow, transport, goodWalk(6)).send({ type: "NEXT", edited });
    expect(calls.map(({ sent, edited }) => ({ sent, edited }))).toEqual([
      { sent: edited, edited: true },
    ]);
  });

  test("a form filled in is sent as it was filled in, and nothing was edited", async () => {
    const { calls, transport } = scripted();
    const typed = { ...edited, body: "password=wonderland" };
    await started(smallFlow, transport, goodWalk(4)).send({ type: "NEXT", typed });
    expect(calls.map(({ sent, edited }) => ({ sent, edited }))).toEqual([
      { sent: typed, edited: false },
    ]);
  });

  test("a redirect nobody gave is not followed", async () => {
    const { calls, transport } = scripted();
    const walk = { ...newWalk(smallFlow), at: "authorize" };
    const { actor, send } = started(smallFlow, transport, walk);
    await send(NEXT);
    expect([actor.getSnapshot().context.failure, calls]).toEqual([
      "The browser has no redirect to follow here. Restart the walk.",
      [],
    ]);
  });
});

test("a message that got no answer keeps its id when it is sent again, so that it acts once", async () => {
  const { calls, transport } = scripted(new Error("The network is gone."));
  const { send } = started(smallFlow, transport);
  await send(NEXT);
  await send(NEXT);
  await send(NEXT);
  const [first, again, next] = calls.map(({ id }) => id);
  expect([again === first, next === first]).toEqual([true, false]);
});
