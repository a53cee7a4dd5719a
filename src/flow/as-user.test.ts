import { expect, test } from "vitest";
import { promisedRequest } from "../ui/stepper/promised-request.ts";
import { findGrant, findVariant } from "../grants/index.ts";
import { BOB, MALLORY } from "../grants/cast.ts";
import { openLab } from "../testing/lab.ts";
import { asUser, signedInAs, walkAs } from "./as-user.ts";
import { stepOf } from "./define-flow.ts";

const grant = findGrant("authorization-code");
const flow = grant && findVariant(grant, "classic")?.flow;
if (flow === undefined) throw new Error("There is no such variant.");

test("a flow told of another user names them, and promises their name and password", async () => {
  const bobs = asUser(flow, BOB);
  const { title, button } = stepOf(bobs, "sign_in");
  expect([title, button, bobs.parties["user"]?.name]).toEqual([
    "Bob signs in",
    "sign in as bob",
    "Bob",
  ]);
  expect(JSON.stringify(bobs)).not.toMatch(/\b(?:Alice|alice|she|her|herself)\b/iu);
  const lab = await openLab(flow);
  while (lab.walk().at !== "sign_in") await lab.send({ type: "NEXT" });
  expect(promisedRequest(bobs, walkAs(lab.walk(), BOB))?.body).toBe(
    "username=bob&password=builder",
  );
});

test("who signed in is read from the trace: a wrong password signs nobody in, and the photos are theirs", async () => {
  const lab = await openLab(flow);
  while (lab.walk().at !== "sign_in") await lab.send({ type: "NEXT" });
  const promised = promisedRequest(flow, lab.walk());
  if (promised === undefined) throw new Error("The form is awaited.");
  const typed = (body: string) => lab.send({ type: "NEXT", typed: { ...promised, body } });
  expect(signedInAs(flow, await typed("username=bob&password=wrong"))).toBe(undefined);
  const { username, password } = MALLORY;
  await typed(new URLSearchParams({ username, password }).toString());
  expect(signedInAs(flow, lab.walk())).toBe("mallory");
  while (lab.walk().at !== "done") await lab.send({ type: "NEXT" });
  expect(lab.walk().values["photos"]).toContain("Nobody’s window, from the street");
  expect(lab.walk().taken.map(({ entry }) => entry.edited)).not.toContain(true);
});
