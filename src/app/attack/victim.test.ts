import { expect, test } from "vitest";
import { asUser, sayingOf, signedInAs, walkAs } from "../../flow/as-user.ts";
import type { Flow } from "../../flow/define-flow.ts";
import { type Lab as RunningLab, openLab } from "../../testing/lab.ts";
import { promisedRequest } from "../../ui/stepper/promised-request.ts";
import { VICTIMS } from "../bench/people.ts";
import { flowOf, type Lab, labAt } from "./lab.ts";
import { outcomeOf } from "./outcome.ts";

const PUBLIC = "grant=authorization-code/public-pkce";
const [, bob] = VICTIMS;
if (bob === undefined) throw new Error("Somebody else has to be there.");

function setUp(id: string, search: string): { readonly lab: Lab; readonly flow: Flow } {
  const lab = labAt(id, search);
  const flow = "missing" in lab ? { reason: lab.name } : flowOf(lab);
  if ("missing" in lab || "reason" in flow) throw new Error("There is no such walk.");
  return { lab, flow };
}

/** Walks to the end; where somebody signs in at `step`, it is Bob. */
async function walkedByBob(flow: Flow, step: string): Promise<RunningLab> {
  const running = await openLab(flow);
  while (running.state() === "waiting") {
    const walk = running.walk();
    const typed =
      bob === undefined || walk.at !== step
        ? undefined
        : promisedRequest(asUser(flow, bob), walkAs(walk, bob));
    await running.send(typed === undefined ? { type: "NEXT" } : { type: "NEXT", typed });
  }
  return running;
}

test("an attack on somebody else succeeds with their photos, and is told of them", async () => {
  const { lab, flow } = setUp("code-interception", `${PUBLIC}&off=token.pkce`);
  const walk = (await walkedByBob(flow, "sign_in")).walk();
  const outcome = outcomeOf(lab, flow, walk);
  expect([signedInAs(flow, walk), outcome.kind]).toEqual(["bob", "succeeds"]);
  const say = sayingOf(flow, bob);
  expect(outcome.kind === "succeeds" ? say(outcome.proof) : "").toBe(
    "GET /photos with the stolen token answered 200 with Bob’s photos",
  );
});

test("the attacker’s own sign-in does not make the attacker the user", async () => {
  const { flow } = setUp("csrf", "grant=authorization-code/secret-pkce");
  const running = await openLab(flow);
  const signedIn: (string | undefined)[] = [];
  while (running.state() === "waiting") {
    await running.send({ type: "NEXT" });
    signedIn.push(signedInAs(flow, running.walk()));
  }
  const bodies = running.walk().taken.map(({ entry }) => entry.request?.body ?? "");
  expect(bodies.filter((body) => body.includes("username=mallory"))).toHaveLength(1);
  expect(signedIn).not.toContain("mallory");
});
