import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { stringsOf } from "../../flow/named-strings.ts";
import { requestOf } from "../../flow/walk.ts";
import { formRequest } from "../../oauth/wire.ts";
import { addRow, draftOf, isEdited, removeRow, requestFrom, setValue } from "../exchange/draft.ts";
import { CODE, tinyFlow, tinyWalk } from "../exchange/tiny-flow.fixture.ts";
import { applyEdits, editsOf, editText, parseEdit } from "./edits.ts";
import { everyStanding, everyVariant } from "./every-walk.fixture.ts";
import { linkTo } from "./link.ts";
import { readEdits, sortedEdits } from "./shareable.ts";

const promised = formRequest(
  "https://auth.example/token?x=1",
  { grant_type: "refresh_token", scope: "photos.read", resource: "a" },
  [["Accept", "application/json"]],
);
const twice = { ...promised, body: `${promised.body}&resource=b` };

describe("the edits of a message", () => {
  it("are written so that they can be read in an address", () => {
    const draft = addRow(
      removeRow(setValue(draftOf(twice), "form-6", "c=d&e"), "query-0"),
      "form",
      "a.b",
      "",
    );
    expect(editsOf(draft).map(editText)).toEqual([
      "drop.query.x",
      "set.form.resource.2=c=d&e",
      "add.form.a%2Eb=",
    ]);
    expect(linkTo("https://grantlab.example/flows/x?variant=y", "redeem", editsOf(draft))).toBe(
      "https://grantlab.example/flows/x?variant=y&step=redeem&edit=drop.query.x&edit=set.form.resource.2%3Dc%3Dd%26e&edit=add.form.a%252Eb%3D",
    );
  });

  it("come back from an address as they were made, whatever was typed", () => {
    const typed = fc.string({ unit: "grapheme", maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(6), typed, typed, fc.boolean(), (row, value, name, remove) => {
        const before = draftOf(twice);
        const key = before.rows[row]?.key ?? "";
        const changed = remove ? removeRow(before, key) : setValue(before, key, value);
        const draft = name === "" ? changed : addRow(changed, "form", name, value);
        const header =
          before.rows[row]?.place === "header" && /[^\t\x20-\x7e\x80-\xff]/u.test(value);
        fc.pre(!header);
        const link = new URL(linkTo("https://grantlab.example/", undefined, editsOf(draft)));
        const read = link.searchParams.getAll("edit").flatMap((text) => parseEdit(text) ?? []);
        expect(requestFrom(applyEdits(before, read).draft)).toEqual(requestFrom(draft));
      }),
    );
  });

  it("are passed over where the message has no such parameter", () => {
    const edits = ["set.form.nonce=1", "drop.form.resource.2", "set.form.scope=x"].flatMap(
      (text) => parseEdit(text) ?? [],
    );
    const { draft, missed } = applyEdits(draftOf(promised), edits);
    expect(missed.map(editText)).toEqual(["set.form.nonce=1", "drop.form.resource.2"]);
    expect(requestFrom(draft).body).toBe("grant_type=refresh_token&scope=x&resource=a");
  });

  const hostile = [
    "",
    "scope=x",
    "set.form.scope",
    "drop.form.scope=x",
    "set.cookie.a=b",
    "set.__proto__.a=b",
    "constructor.form.a=b",
    "set.form.=x",
    "set.form.%E0%A4%A=x",
    "set.form.scope.0=x",
    "add.text.={}",
    "set.header.Accept=a\r\nCookie: b",
    "set.header.Acc%0Aept=a",
    `set.form.scope=${"x".repeat(3000)}`,
  ];

  it("are ignored where they are none, or what no request can carry", () => {
    expect(hostile.map((text) => parseEdit(text))).toEqual(hostile.map(() => undefined));
    expect(readEdits(hostile).ignored.length).toBe(hostile.length);
  });

  it("are ignored where an address gives a secret a value, and beyond the twentieth", () => {
    const secret = [
      "set.form.password=x",
      "add.query.code=x",
      "set.header.Authorization=Basic eA==",
      'set.text.={"client_secret":"x"}',
      "set.form.hint=eyJhbGciOiJub25lIn0.e30.",
    ];
    expect(readEdits(secret)).toEqual({ edits: [], ignored: secret });
    const many = Array.from({ length: 25 }, (_, index) => `add.query.a${index}=`);
    expect(readEdits(many).ignored).toEqual(many.slice(20));
    expect(readEdits(["drop.form.code_verifier"]).edits).toEqual([
      { verb: "drop", place: "form", name: "code_verifier", nth: 1, value: "" },
    ]);
  });
});

describe("what a link carries", () => {
  const walk = tinyWalk(4);
  const request = requestOf(tinyFlow, walk.at, walk);
  const draft = draftOf(request ?? promised);
  const sorted = (edited: typeof draft) => {
    const { shared, leftOut } = sortedEdits(tinyFlow, walk, edited);
    return { shared: shared.map(editText), leftOut: leftOut.map(({ name }) => name) };
  };

  it("is another value and what is left out, and no value for a secret", () => {
    const edited = removeRow(setValue(setValue(draft, "form-1", "x"), "form-2", "y"), "form-3");
    expect(sorted(edited)).toEqual({
      shared: ["set.form.grant_type=x", "drop.form.code_verifier"],
      leftOut: ["code"],
    });
  });

  it("is no piece of a secret under another name", () => {
    const edited = addRow(addRow(draft, "form", "hint", CODE.slice(3, 20)), "form", CODE, "");
    expect(sorted(addRow(edited, "form", "note", "wonderland"))).toEqual({
      shared: [],
      leftOut: ["hint", CODE, "note"],
    });
  });

  test.each(everyVariant)(
    "holds no tracked value at any message of %s, whatever is edited",
    async (_, variant) => {
      const { flow } = variant;
      const walks = await everyStanding(variant);
      const end = walks.at(-1)?.taken ?? [];
      const names = Object.keys(flow.values).filter((name) => flow.values[name]?.tracked);
      const tracked = [...stringsOf(flow, end, names).values()].flatMap((some) => [...some]);
      for (const standing of walks.slice(0, -1)) {
        const request = requestOf(flow, standing.at, standing);
        if (request === undefined) continue;
        const whole = draftOf(request);
        const known = [...stringsOf(flow, standing.taken, names).values()].flatMap((some) => [
          ...some,
        ]);
        const text = fc.oneof(
          fc.string(),
          fc.constantFrom("", ...known),
          fc.constantFrom("", ...known).map((value) => `a${value}b`),
        );
        const change = fc.tuple(fc.nat(30), text, fc.boolean());
        fc.assert(
          fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
            const edited = changes.reduce((before, [row, value, add]) => {
              const key = whole.rows[row]?.key;
              if (add || key === undefined)
                return addRow(before, "query", value.slice(0, 60), value);
              return setValue(before, key, value);
            }, whole);
            const { shared, leftOut } = sortedEdits(flow, standing, edited);
            expect(shared.length + leftOut.length > 0).toBe(isEdited(edited));
            const link = decodeURIComponent(
              linkTo("https://grantlab.example/", standing.at, shared),
            );
            expect(tracked.filter((value) => link.includes(value))).toEqual([]);
          }),
          { numRuns: 30 },
        );
      }
    },
  );
});
