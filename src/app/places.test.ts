import { describe, expect, it } from "vitest";
import { attackAddress, flowAddress } from "./addresses.ts";
import { compareAddress, compareHead, sideName, sidesAt } from "./compare/sides.ts";
import { flowAskedAt, flowHead } from "./flow-place.ts";
import { placeAt, trimmed } from "./places.ts";

function at(address: string) {
  const [path = "", search = ""] = address.split("?");
  return placeAt(path, search);
}

/** What the page of a walk makes of an address, with ids in place of grants and flows. */
function walkAt(address: string) {
  const place = at(address);
  if (place.kind !== "flow") return place;
  const { grant, variant, ...rest } = flowAskedAt(place);
  return { ...rest, grant: grant?.id, variant: variant?.id };
}

/** What the page of a comparison makes of one. */
function sidesOf(address: string) {
  const place = at(address);
  if (place.kind !== "compare") return place;
  const sides = sidesAt(place);
  return "what" in sides ? { ...sides, grant: sides.grant?.id } : sides.map(sideName);
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
      id: "authorization-code",
    });
  });

  it("leads to a grant's first variant when the address names none", () => {
    expect(walkAt("/flows/authorization-code")).toEqual({
      grant: "authorization-code",
      variant: "classic",
    });
  });

  it("reads variant and step from the query", () => {
    const address = "/flows/authorization-code?variant=public-pkce&step=redeem&fold=1";
    expect(walkAt(address)).toEqual({
      grant: "authorization-code",
      variant: "public-pkce",
      step: "redeem",
    });
  });

  it("opens the comparison on implicit against code with PKCE for a public client", () => {
    expect(sidesOf("/compare")).toEqual(["implicit", "authorization-code~public-pkce"]);
  });

  it("reads both sides of a comparison, and comes back from the address it writes", () => {
    const read = ["authorization-code~classic", "implicit"];
    expect(sidesOf("/compare/authorization-code~classic/implicit/")).toEqual(read);
    expect(sidesOf("/compare/authorization-code/implicit~page")).toEqual(read);
    const place = at("/compare/authorization-code/implicit");
    const sides = place.kind === "compare" ? sidesAt(place) : [];
    const address = "what" in sides || sides.length < 2 ? "" : compareAddress(sides[0], sides[1]);
    expect(address).toBe("/compare/authorization-code~classic/implicit");
  });

  it("says which side of a comparison does not exist", () => {
    expect(sidesOf("/compare/implicit/nonsense")).toEqual({ what: "grant", name: "nonsense" });
    expect(sidesOf("/compare/authorization-code~plain/implicit")).toEqual({
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
    expect(at("/attacks/csrf/extra")).toEqual({ kind: "missing" });
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

  it("leads to a scenario and to an error code, which their pages look up", () => {
    expect(at("/scenarios/tv")).toEqual({ kind: "scenario", id: "tv" });
    expect(at("/errors/invalid_grant/")).toEqual({ kind: "error", id: "invalid_grant" });
    expect(at("/errors/invalid_client/token.assertion-audience?step=token")).toEqual({
      kind: "refusal",
      code: "invalid_client",
      check: "token.assertion-audience",
      search: "step=token",
    });
    expect(at("/errors/invalid_client/token.assertion-audience/more")).toEqual({ kind: "missing" });
    expect([at("/choose"), at("/glossary")]).toEqual([{ kind: "choose" }, { kind: "glossary" }]);
  });

  it("says which grant does not exist", () => {
    expect(walkAt("/flows/a%20b")).toEqual({ what: "grant", name: "a b" });
    expect(walkAt("/flows/%E0%A4%A")).toEqual({ what: "grant", name: "%E0%A4%A" });
    expect(walkAt("/flows/toString")).toEqual({ what: "grant", name: "toString" });
  });

  it("says which variant or step a grant does not have", () => {
    expect(walkAt("/flows/authorization-code?variant=plain")).toEqual({
      what: "variant",
      name: "plain",
      grant: "authorization-code",
    });
    expect(walkAt("/flows/authorization-code?variant=public-pkce&step=signed_in")).toEqual({
      what: "step",
      name: "signed_in",
      grant: "authorization-code",
      variant: "public-pkce",
    });
    expect(walkAt("/flows/authorization-code?step=toString")).toMatchObject({ what: "step" });
  });

  it("leads nowhere from any other address", () => {
    const nowhere = { kind: "missing" };
    expect(at("/compare/implicit")).toEqual(nowhere);
    expect(at("/compare/implicit/implicit/implicit")).toEqual(nowhere);
    expect(at("/learn/authorization-code/extra")).toEqual(nowhere);
    expect(at("/nonsense")).toEqual(nowhere);
    expect(at("/glossary/code")).toEqual(nowhere);
  });

  it("comes back from the address it writes", () => {
    expect(walkAt(flowAddress("authorization-code", "secret-pkce", "redeem"))).toEqual({
      grant: "authorization-code",
      variant: "secret-pkce",
      step: "redeem",
    });
  });
});

describe("the head of a page", () => {
  it("names the walk or the comparison it shows, or what there is none of", () => {
    expect(flowHead({ kind: "flow", grant: "implicit", search: "" }).title).toBe(
      "Implicit: Single-page app · Grantlab",
    );
    expect(flowHead({ kind: "flow", grant: "x", search: "" }).title).toBe(
      "There is no grant “x” · Grantlab",
    );
    expect(compareHead({ kind: "compare" }).title).toBe(
      "Implicit against Authorization code, Public + PKCE · Grantlab",
    );
  });
});
