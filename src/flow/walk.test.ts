import { describe, expect, test } from "vitest";
import type { Flow } from "./define-flow.ts";
import { pathTo, runTo, standingAt } from "./run-to.ts";
import {
  AUTHORIZE,
  CALLBACK,
  entry,
  goodEntries,
  goodWalk,
  json,
  refusedToken,
  smallFlow,
} from "./small-flow.fixture.ts";
import type { TraceEntry } from "./trace.ts";
import type { Call, Transport } from "./transport.ts";
import { absorb, awaitsForm, newWalk, requestOf, walkOf } from "./walk.ts";

const strict: Flow = {
  ...smallFlow,
  steps: {
    ...smallFlow.steps,
    callback: {
      ...smallFlow.steps.callback,
      instead: [{ label: "Redeem at once", next: "token" }],
    },
    token: {
      ...smallFlow.steps.token,
      kind: "exchange",
      request: () => ({ method: "POST", url: "https://auth.example/token", headers: [] }),
      classify: ({ response }) => (response?.status === 200 ? "ok" : ""),
    },
  },
};
const strictWalk = (count: number, ...more: TraceEntry[]) =>
  walkOf(strict, [...goodEntries.slice(0, count), ...more]);

describe("a walk folded from the trace", () => {
  test("stands at the step after the last that led on, with what was read", () => {
    const { at, values, taken } = goodWalk(7);
    expect(at).toBe("photos");
    expect(values).toEqual({
      password: "wonderland",
      client_secret: "s3cr3t/key",
      verifier: "ve-1",
      challenge: "ch-1",
      state: "st-1",
      code: "co-1",
      access_token: "at.7",
    });
    expect(taken.map(({ step, outcome, led }) => `${step}:${outcome}:${led}`)).toEqual([
      "click:held:true",
      "make:made:true",
      "redirect:sent:true",
      "authorize:page:true",
      "login:code:true",
      "callback:held:true",
      "token:ok:true",
    ]);
  });

  test("stands still at a refusal, which it keeps", () => {
    const { at, taken } = goodWalk(6, refusedToken);
    expect([at, taken.length, taken.at(-1)?.led]).toEqual(["token", 7, false]);
  });

  test("passes over what belongs to no step of the flow", () => {
    const foreign = [entry("elsewhere", {}), { ...entry("x", {}), step: "gone" }];
    expect(goodWalk(2, ...foreign)).toEqual(goodWalk(2));
  });

  test("passes over an answer no step could read, as the machine did", () => {
    const unreadable = entry("token", { ...refusedToken, response: json(500, {}) });
    expect(strictWalk(6, unreadable)).toEqual(strictWalk(6));
    expect(() => absorb(strict, strictWalk(6), unreadable)).toThrow(
      "“Redeem the code, with the verifier” was answered 500 (no form this step can read).",
    );
  });

  test("throws when a local step of another version came out otherwise", () => {
    const other = entry("make", { kind: "local", local: { outcome: "brewed", values: {} } });
    expect(() => walkOf(smallFlow, [other])).toThrow("(brewed)");
  });
});

describe("standing at a step", () => {
  test("is where the walk stands, wherever when none is named", () => {
    const walk = strictWalk(5);
    expect([standingAt(strict, walk, undefined), standingAt(strict, walk, "callback")]).toEqual([
      walk,
      walk,
    ]);
  });

  test("is one detour away at most", () => {
    const walk = strictWalk(5);
    expect(standingAt(strict, walk, "token")).toEqual({ ...walk, at: "token" });
    expect(standingAt(strict, walk, "photos")).toBe(undefined);
    expect(standingAt(strict, goodWalk(goodEntries.length), "token")).toBe(undefined);
  });
});

describe("the request a step would send now", () => {
  const request = (count: number, ...more: TraceEntry[]) => {
    const walk = goodWalk(count, ...more);
    const step: string = walk.at;
    return requestOf(smallFlow, step in smallFlow.steps ? step : "click", walk);
  };

  test("opens an address, follows the redirect that is pending, fills in the form that is shown", () => {
    expect(request(0)?.url).toBe("https://print.example/login");
    expect(request(3)).toEqual({ method: "GET", url: AUTHORIZE, headers: [] });
    expect(request(4)).toEqual({
      method: "POST",
      url: AUTHORIZE,
      headers: [["Content-Type", "application/x-www-form-urlencoded"]],
      body: "password=wonderland",
    });
    expect(request(5)).toEqual({ method: "GET", url: CALLBACK, headers: [] });
  });

  test("is the same after a refusal as before it", () => {
    expect(request(6, refusedToken)).toEqual(request(6));
  });

  test("is nothing for a step that sends none", () => {
    expect([request(1), request(2)]).toEqual([undefined, undefined]);
  });

  test("waits for the learner only where a form is shown", () => {
    expect(
      [goodWalk(3), goodWalk(4), goodWalk(10)].map((walk) => awaitsForm(smallFlow, walk)),
    ).toEqual([false, true, false]);
  });
});

describe("running to a step", () => {
  const answering = () => {
    const steps: string[] = [];
    const reply = async ({ step }: Call) => {
      steps.push(step);
      return goodEntries.find((good) => good.step === step) ?? entry(step, {});
    };
    const transport: Transport = { exchange: reply, visit: reply, respond: reply, record: reply };
    return { steps, transport };
  };

  test("takes every step before it, and no other", async () => {
    const { steps, transport } = answering();
    expect(await runTo(smallFlow, transport, "login")).toEqual(goodWalk(4));
    expect(steps).toEqual(["click", "make", "redirect", "authorize"]);
  });

  test("takes none to the first", async () => {
    const { steps, transport } = answering();
    expect([await runTo(smallFlow, transport, "click"), steps]).toEqual([newWalk(smallFlow), []]);
  });

  test("leaves the way that goes well where a detour leads there", () => {
    const steps = { ...smallFlow.steps, again: { ...smallFlow.steps.token } };
    const photos = {
      ...smallFlow.steps.photos,
      instead: [{ label: "Redeem again", next: "again" }],
    };
    const flow: Flow = { ...smallFlow, steps: { ...steps, photos } };
    expect(pathTo(flow, "again")).toEqual(pathTo(flow, "photos"));
  });

  test("has no way to a step that nothing leads to when all goes well", () => {
    const steps = { ...smallFlow.steps, reject: smallFlow.steps.show };
    expect(pathTo({ ...smallFlow, steps }, "reject")).toBe(undefined);
  });

  test("stays at the start when there is no way", async () => {
    const flow: Flow = {
      ...smallFlow,
      steps: { ...smallFlow.steps, reject: smallFlow.steps.show },
    };
    const { steps, transport } = answering();
    expect([await runTo(flow, transport, "reject"), steps]).toEqual([newWalk(flow), []]);
  });
});
