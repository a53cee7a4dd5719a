import { expect, test } from "vitest";
import { promisedRequest } from "../ui/stepper/promised-request.ts";
import { findGrant, findVariant, grants } from "../grants/index.ts";
import { BOB, MALLORY } from "../grants/cast.ts";
import { openLab } from "../testing/lab.ts";
import { asUser, signedInAs, walkAs } from "./as-user.ts";
import { stepOf } from "./define-flow.ts";
import { asOfHim } from "./pronouns.ts";

const bob = { ...BOB, pronoun: "he" } as const;
const grant = findGrant("authorization-code");
const flow = grant && findVariant(grant, "classic")?.flow;
if (flow === undefined) throw new Error("There is no such variant.");

test("a flow told of another user names them, and promises their name and password", async () => {
  const bobs = asUser(flow, bob);
  const { title, button } = stepOf(bobs, "sign_in");
  expect([title, button, bobs.parties["user"]?.name]).toEqual([
    "Bob signs in",
    "sign in as bob",
    "Bob",
  ]);
  const lab = await openLab(flow);
  while (lab.walk().at !== "sign_in") await lab.send({ type: "NEXT" });
  expect(promisedRequest(bobs, walkAs(lab.walk(), bob))?.body).toBe(
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

/** Where nobody takes part nobody signs in as somebody else. */
const peopled = grants.flatMap(({ id, variants }) =>
  variants
    .filter(({ flow }) => Object.values(flow.parties).some(({ role }) => role === "user"))
    .map((variant) => [`${id}/${variant.id}`, variant] as const),
);

test.each(peopled)("no word of %s speaks of Alice where it is told of Bob", (_, variant) => {
  const told = JSON.stringify({ ...asUser(variant.flow, bob), sandbox: undefined });
  expect(told.match(/.{20}\b(?:Alice|alice|she|hers?|herself)\b.{20}/giu)).toBe(null);
});

test("what is said of her is said of him", () => {
  expect(
    [
      "Alice types her password. She is asked nothing, and can grant no less than everything.",
      "It asks her to compare the codes. If somebody sent her the code, it is before her.",
      "Her answer is hers; she talks to it herself, on her phone, and it tells her to return.",
    ].map(asOfHim),
  ).toEqual([
    "Alice types his password. He is asked nothing, and can grant no less than everything.",
    "It asks him to compare the codes. If somebody sent him the code, it is before him.",
    "His answer is his; he talks to it himself, on his phone, and it tells him to return.",
  ]);
});
