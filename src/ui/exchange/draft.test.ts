import { describe, expect, it } from "vitest";
import { formRequest } from "../../oauth/wire.ts";
import {
  addRow,
  draftOf,
  isEdited,
  putBack,
  putBackRow,
  removeRow,
  requestFrom,
  setName,
  setValue,
} from "./draft.ts";
import { parametersOf, urlParameters } from "./request-parameters.ts";

const promised = formRequest(
  "https://auth.example/token?x=1",
  { grant_type: "refresh", code: "a b" },
  [["Authorization", "Basic abc"]],
);
const code = "form-4";

describe("the parameters of a request", () => {
  it("come from the query, the headers and the form, decoded, with their bytes beside them", () => {
    expect(parametersOf(promised)).toEqual([
      { place: "query", name: "x", value: "1", raw: "x=1" },
      {
        place: "header",
        name: "Authorization",
        value: "Basic abc",
        raw: "Authorization: Basic abc",
      },
      {
        place: "header",
        name: "Content-Type",
        value: "application/x-www-form-urlencoded",
        raw: "Content-Type: application/x-www-form-urlencoded",
      },
      { place: "form", name: "grant_type", value: "refresh", raw: "grant_type=refresh" },
      { place: "form", name: "code", value: "a b", raw: "code=a+b" },
    ]);
  });

  it("take a body that is no form as one piece", () => {
    const request = {
      method: "POST",
      url: "https://auth.example/register",
      headers: [],
      body: "{}",
    };
    expect(parametersOf(request)).toEqual([{ place: "text", name: "", value: "{}", raw: "{}" }]);
  });

  it("are found in the fragment of an address too", () => {
    const found = urlParameters("https://print.example/callback?state=s#access_token=t");
    expect(found.map(({ name, value }) => [name, value])).toEqual([
      ["state", "s"],
      ["access_token", "t"],
    ]);
  });
});

describe("editing a message", () => {
  it("sends the promised request itself while nothing is changed", () => {
    expect(requestFrom(draftOf(promised))).toBe(promised);
  });

  it("changes one value and leaves the bytes of the others", () => {
    const draft = setValue(draftOf(promised), "form-3", "x&y");
    expect(isEdited(draft)).toBe(true);
    expect(requestFrom(draft)).toEqual({ ...promised, body: "grant_type=x%26y&code=a+b" });
  });

  it("leaves a parameter out and puts it back", () => {
    const without = removeRow(draftOf(promised), code);
    expect(requestFrom(without).body).toBe("grant_type=refresh");
    expect(requestFrom(putBackRow(without, code))).toBe(promised);
  });

  it("adds a parameter, names it, and forgets it when it is removed", () => {
    const added = addRow(draftOf(promised), "form", "scope", "all");
    expect(requestFrom(added).body).toBe("grant_type=refresh&code=a+b&scope=all");
    const renamed = setName(added, "added-1", "state");
    expect(requestFrom(renamed).body).toBe("grant_type=refresh&code=a+b&state=all");
    expect(requestFrom(removeRow(renamed, "added-1"))).toBe(promised);
  });

  it("keeps the name of a promised parameter", () => {
    expect(requestFrom(setName(draftOf(promised), code, "other"))).toBe(promised);
  });

  it("edits headers and the query", () => {
    const headers = removeRow(setValue(draftOf(promised), "query-0", "2"), "header-1");
    expect(requestFrom(headers)).toEqual({
      method: "POST",
      url: "https://auth.example/token?x=2",
      headers: [["Content-Type", "application/x-www-form-urlencoded"]],
      body: "grant_type=refresh&code=a+b",
    });
  });

  it("puts everything back", () => {
    const draft = addRow(removeRow(draftOf(promised), code), "query", "a", "b");
    expect(requestFrom(putBack(draft))).toBe(promised);
  });
});
