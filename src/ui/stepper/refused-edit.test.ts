import { describe, expect, test } from "vitest";
import { stepOf, type Flow } from "../../flow/define-flow.ts";
import { runTo } from "../../flow/run-to.ts";
import { takeStep } from "../../flow/to-machine.ts";
import { type Walk, walkOf } from "../../flow/walk.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import { openSandbox } from "../../testing/lab.ts";
import {
  addRow,
  type Draft,
  draftOf,
  removeRow,
  requestFrom,
  setValue,
} from "../exchange/draft.ts";
import { promisedRequest } from "./promised-request.ts";
import { draftToSend, isRefusedEdit } from "./refused-edit.ts";

const server = variantFlow("authorization-code", "secret-pkce");
const page = variantFlow("authorization-code", "public-pkce");

/** The walk after an edit was refused, as another page finds it in the trace; and the edit, made anew there. */
async function refused(flow: Flow, step: string, edit: (draft: Draft) => Draft) {
  const client = await openSandbox(flow.sandbox);
  const before = await runTo(flow, client, step);
  await takeStep(flow, client, { walk: before, edited: requestFrom(edit(promised(flow, before))) });
  const { trace } = await client.open(flow.sandbox);
  const walk = walkOf(flow, trace);
  expect([walk.at, walk.taken.at(-1)?.led]).toEqual([step, false]);
  return { walk, draft: edit(promised(flow, walk)) };
}

const wrongVerifier = (draft: Draft) =>
  setValue(draft, keyOf(draft, "code_verifier"), "x".repeat(43));

describe("an edit that was refused", () => {
  test.each([
    ["a form of a server", server, "redeem", wrongVerifier],
    ["a form of a page’s script", page, "redeem", wrongVerifier],
    [
      "a parameter left out",
      server,
      "redeem",
      (draft: Draft) => removeRow(draft, keyOf(draft, "code")),
    ],
    [
      "an address opened by the browser",
      page,
      "authorize",
      (draft: Draft) =>
        setValue(draft, keyOf(draft, "redirect_uri"), "https://thief.example/it's all#mine"),
    ],
    [
      "a redirect followed with cookies",
      page,
      "login_page",
      (draft: Draft) => setValue(draft, keyOf(draft, "interaction"), "guessed"),
    ],
    [
      "a form of the page",
      page,
      "sign_in",
      (draft: Draft) => setValue(draft, keyOf(draft, "password"), "looking-glass"),
    ],
    [
      "a header",
      server,
      "api",
      (draft: Draft) => setValue(draft, keyOf(draft, "Authorization"), "Bearer guessed"),
    ],
    [
      "a header left out",
      server,
      "api",
      (draft: Draft) => removeRow(draft, keyOf(draft, "Authorization")),
    ],
  ])("is known by the trace alone, and Next puts it back: %s", async (_, flow, step, edit) => {
    const { walk, draft } = await refused(flow, step, edit);
    expect(isRefusedEdit(walk, draft)).toBe(true);
    expect(requestFrom(draftToSend(walk, draft))).toEqual(promisedRequest(flow, walk));
  });

  test("is sent when it was edited on", async () => {
    const { walk, draft } = await refused(server, "redeem", wrongVerifier);
    const other = setValue(draft, keyOf(draft, "code"), "another");
    expect(draftToSend(walk, other)).toBe(other);
    const more = addRow(draft, "header", "X-More", "1");
    expect(draftToSend(walk, more)).toBe(more);
  });

  test("is nothing to put back once it was put back", async () => {
    const { walk, draft } = await refused(server, "redeem", wrongVerifier);
    const promise = draftOf(draft.promised);
    expect([isRefusedEdit(walk, promise), draftToSend(walk, promise)]).toEqual([false, promise]);
  });
});

function promised(flow: Flow, walk: Walk): Draft {
  const request = promisedRequest(flow, walk);
  if (request === undefined) throw new RangeError(`${stepOf(flow, walk.at).title} sends nothing.`);
  return draftOf(request);
}

function keyOf({ rows }: Draft, name: string): string {
  const row = rows.find((one) => one.name === name);
  if (row === undefined) throw new RangeError(`There is no ${name}.`);
  return row.key;
}

function variantFlow(grantId: string, id: string): Flow {
  const grant = findGrant(grantId);
  const variant = grant && findVariant(grant, id);
  if (variant === undefined) throw new RangeError(`There is no ${grantId}/${id}.`);
  return variant.flow;
}
