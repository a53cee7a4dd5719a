import { expect, test } from "vitest";
import { grants } from "../grants/index.ts";
import { isNotApplicable } from "./attack.ts";
import { codeInterception } from "./code-interception/attack.ts";
import { csrf } from "./csrf/attack.ts";
import { looseRedirect } from "./loose-redirect/attack.ts";
import { attackedFlow } from "./run.ts";
import { targetsOf } from "./target.ts";

const target = targetsOf(grants).find(({ id }) => id === "authorization-code/public-pkce");

function undefended({ ways: [way] }: typeof csrf) {
  const flow = way && target && attackedFlow(way, target, []);
  if (flow === undefined || isNotApplicable(flow)) throw new Error("There is no such walk.");
  return flow;
}

test("the world of an attack differs by what is left out, and by nothing else", () => {
  expect(undefended(codeInterception).sandbox).toEqual({
    clientSite: "static",
    without: ["token.pkce"],
  });
  expect(undefended(looseRedirect).sandbox).toEqual({
    clientSite: "static",
    without: [],
    authorizationServer: { redirectUriMatching: "prefix" },
  });
});

test("a step does not claim a check that is left out", () => {
  expect(undefended(csrf).steps["check"]?.title).toBe(
    "Print checks what came back, but not the state",
  );
});
