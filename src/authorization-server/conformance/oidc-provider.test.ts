import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attacks } from "../../attacks/index.ts";
import { shipped } from "../../attacks/shipped.ts";
import { grantlab } from "./grantlab-judged.fixture.ts";
import { oidcProvider } from "./oidc-provider.fixture.ts";
import { refusals, served } from "./refusals.fixture.ts";

let our: Awaited<ReturnType<typeof grantlab>>;
let their: Awaited<ReturnType<typeof oidcProvider>>;

beforeAll(async () => {
  our = await grantlab();
  their = await oidcProvider();
});
afterAll(() => their.close());

describe("oidc-provider, set up alike,", () => {
  it.each(served)("serves $sent, as this server does (RFC 6749 §4.1.3)", async ({ send }) => {
    expect([await send(our), await send(their)]).toEqual([{ refused: false }, { refused: false }]);
  });

  const same = refusals.filter(({ allowed }) => allowed === undefined);
  it.each(same)("refuses $sent the same way ($spec)", async ({ check, send }) => {
    const ours = await send(our);
    expect([our.refusedBy(), ours.refused]).toEqual([check, true]);
    expect(await send(their)).toEqual(ours);
  });

  it("refuses a token to a client registered for codes, as one it offers to nobody (RFC 6749 §4.2.2.1)", async () => {
    expect(await both("authorize.response-type-allowed")).toEqual([
      { refused: true, as: "redirect", error: "unauthorized_client" },
      { refused: true, as: "redirect", error: "unsupported_response_type" },
    ]);
  });

  it("refuses a verifier without a challenge, with another error code (RFC 9700 §4.8.2)", async () => {
    expect(await both("token.pkce-expected")).toEqual([
      { refused: true, as: "answer", error: "invalid_request" },
      { refused: true, as: "answer", error: "invalid_grant" },
    ]);
  });
});

/** What both said to a request they may refuse differently. */
async function both(check: string) {
  const [refusal] = refusals.filter((one) => one.check === check && one.allowed !== undefined);
  if (refusal === undefined) throw new RangeError(`Nothing differs for ${check}.`);
  const ours = await refusal.send(our);
  expect(our.refusedBy()).toBe(check);
  return [ours, await refusal.send(their)];
}

describe("the outside judge", () => {
  const sent = refusals.map(({ check }) => check);

  it("is asked about every defence of an attack that is the authorization server’s", () => {
    const defences = attacks
      .flatMap(({ ways }) => ways.flatMap((way) => way.defences))
      .filter(({ by }) => by === "authorization server")
      .map(({ id }) => id);
    expect([...new Set(defences)].filter((id) => !sent.includes(id))).toEqual([]);
  });

  it("is asked about every refusal of the authorization server in the matrix", () => {
    const refused = shipped.cells.flatMap(({ by }) => (by === undefined ? [] : [by]));
    const servers = refused.filter((id) => /^(authorize|token)\./.test(id));
    expect([...new Set(servers)].filter((id) => !sent.includes(id))).toEqual([]);
  });
});
