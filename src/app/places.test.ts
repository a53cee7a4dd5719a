import { describe, expect, it } from "vitest";
import { findGrant, findVariant } from "../grants/index.ts";
import { attackAddress, flowAddress } from "./addresses.ts";
import { compareAddress, sideName } from "./compare/sides.ts";
import { type Place, placeAt, trimmed } from "./places.ts";

/** The place with ids in place of grants and flows. */
function summary(place: Place) {
  if (place.kind === "compare") return ["compare", sideName(place.left), sideName(place.right)];
  if (place.kind !== "flow" && place.kind !== "missing") return place;
  const { grant, variant, ...rest } = place;
  return { ...rest, grant: grant?.id, variant: variant?.id };
}

function at(address: string) {
  const [path = "", search = ""] = address.split("?");
  return summary(placeAt(path, search));
}

describe("where an address leads", () => {
  it("knows the home page, the guide and the catalogue, with and without a slash at the end", () => {
    expect(at("/")).toEqual({ kind: "home" });
    expect(at("/learn")).toEqual({ kind: "learn" });
    expect(at("/learn/")).toEqual({ kind: "learn" });
    expect(at("/flows")).toEqual({ kind: "flows" });
    expect([trimmed("/"), trimmed("/learn/"), trimmed("//")]).toEqual(["/", "/learn", "/"]);
  });

  it("leads to a chapter", () => {
    expect(at("/learn/authorization-code")).toEqual({
      kind: "lesson",
      chapter: "authorization-code",
    });
  });

  it("leads to a grant's first variant when the address names none", () => {
    expect(at("/flows/authorization-code")).toEqual({
      kind: "flow",
      grant: "authorization-code",
      variant: "classic",
    });
  });

  it("reads variant, step and folding from the query", () => {
    expect(at("/flows/authorization-code?variant=public-pkce&step=redeem&fold=1")).toEqual({
      kind: "flow",
      grant: "authorization-code",
      variant: "public-pkce",
      step: "redeem",
      folded: true,
    });
    expect(at("/flows/authorization-code?fold=0")).toMatchObject({ folded: false });
  });

  it("opens the comparison on implicit against code with PKCE for a public client", () => {
    expect(at("/compare")).toEqual(["compare", "implicit", "authorization-code~public-pkce"]);
  });

  it("reads both sides of a comparison, and comes back from the address it writes", () => {
    const read = ["compare", "authorization-code~classic", "implicit"];
    expect(at("/compare/authorization-code~classic/implicit/")).toEqual(read);
    expect(at("/compare/authorization-code/implicit~page")).toEqual(read);
    const place = placeAt("/compare/authorization-code/implicit", "");
    const address = place.kind === "compare" && compareAddress(place.left, place.right);
    expect(address).toBe("/compare/authorization-code~classic/implicit");
  });

  it("says which side of a comparison does not exist", () => {
    expect(at("/compare/implicit/nonsense")).toMatchObject({ what: "grant", name: "nonsense" });
    expect(at("/compare/authorization-code~plain/implicit")).toMatchObject({
      what: "variant",
      name: "plain",
      grant: "authorization-code",
    });
  });

  it("leads to the attack lab, whose pages read the rest of the address themselves", () => {
    expect(at("/attacks/")).toEqual({ kind: "attacks" });
    expect(at("/attacks/csrf?grant=implicit&off=client.state")).toEqual({
      kind: "attack",
      attack: "csrf",
      search: "grant=implicit&off=client.state",
    });
    expect(at("/attacks/csrf/extra")).toMatchObject({ kind: "missing", what: "page" });
  });

  it("writes an address of the lab that can be read", () => {
    const grant = "authorization-code/public-pkce";
    expect([
      attackAddress("csrf"),
      attackAddress("csrf", { grant, off: ["client.state", "token.pkce"], on: [], step: "check" }),
      attackAddress("token-leak", { way: "history", on: ["a b&c"] }),
    ]).toEqual([
      "/attacks/csrf",
      "/attacks/csrf?grant=authorization-code/public-pkce&off=client.state,token.pkce&step=check",
      "/attacks/token-leak?way=history&on=a%20b%26c",
    ]);
  });

  it("says which chapter or grant does not exist", () => {
    const missing = { kind: "missing", grant: undefined, variant: undefined };
    expect(at("/learn/hybrid")).toEqual({ ...missing, what: "chapter", name: "hybrid" });
    expect(at("/flows/a%20b")).toEqual({ ...missing, what: "grant", name: "a b" });
    expect(at("/flows/%E0%A4%A")).toEqual({ ...missing, what: "grant", name: "%E0%A4%A" });
    expect(at("/flows/toString")).toEqual({ ...missing, what: "grant", name: "toString" });
  });

  it("says which variant or step a grant does not have", () => {
    expect(at("/flows/authorization-code?variant=plain")).toEqual({
      kind: "missing",
      what: "variant",
      name: "plain",
      grant: "authorization-code",
      variant: undefined,
    });
    expect(at("/flows/authorization-code?variant=public-pkce&step=signed_in")).toEqual({
      kind: "missing",
      what: "step",
      name: "signed_in",
      grant: "authorization-code",
      variant: "public-pkce",
    });
    expect(at("/flows/authorization-code?step=toString")).toMatchObject({ what: "step" });
  });

  it("leads nowhere from any other address", () => {
    const nowhere = {
      kind: "missing",
      what: "page",
      name: "",
      grant: undefined,
      variant: undefined,
    };
    expect(at("/compare/implicit")).toEqual(nowhere);
    expect(at("/compare/implicit/implicit/implicit")).toEqual(nowhere);
    expect(at("/learn/authorization-code/extra")).toEqual(nowhere);
  });

  it("comes back from the address it writes", () => {
    expect(at(flowAddress("authorization-code", "secret-pkce", "redeem"))).toEqual({
      kind: "flow",
      grant: "authorization-code",
      variant: "secret-pkce",
      step: "redeem",
    });
  });

  it("gives the page the flow itself", () => {
    const grant = findGrant("authorization-code");
    const place = placeAt("/flows/authorization-code", "?variant=classic");
    expect(place).toEqual({
      kind: "flow",
      grant,
      variant: grant && findVariant(grant, "classic"),
    });
  });
});
