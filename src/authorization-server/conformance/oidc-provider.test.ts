import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attacks } from "../../attacks/index.ts";
import { shipped } from "../../attacks/shipped.ts";
import { targetsOf } from "../../attacks/target.ts";
import { grants } from "../../grants/index.ts";
import { grantlab } from "./grantlab-judged.fixture.ts";
import { isServers, questions } from "./judged.fixture.ts";
import { oidcProvider } from "./oidc-provider.fixture.ts";
import { refusals, served } from "./refusals.fixture.ts";

let our: Awaited<ReturnType<typeof grantlab>>;
let their: Awaited<ReturnType<typeof oidcProvider>>;

beforeAll(async () => {
  our = await grantlab();
  their = await oidcProvider();
});
afterAll(() => their.close());

const asked = questions.map(({ refusal, client }) => ({ ...refusal, client, as: client.clientId }));

/** Each case under a title of its own. */
function titled<Case>(cases: readonly Case[], title: (one: Case) => string) {
  return cases.map((one) => [title(one), one] as const);
}

describe("oidc-provider, set up alike,", () => {
  it.each(
    titled(served, ({ sent }) => `serves ${sent}, as this server does (RFC 6749 §4.1, §4.2)`),
  )("%s", async (_, { send }) => {
    expect([await send(our), await send(their)]).toEqual([{ refused: false }, { refused: false }]);
  });

  const judging = asked.filter(({ allowed, configured }) => (allowed ?? configured) === undefined);
  it.each(
    titled(judging, ({ sent, as, spec }) => `refuses ${sent}, of ${as}, the same way (${spec})`),
  )("%s", async (_, { check, client, send }) => {
    const ours = await send(our, client);
    expect([our.refusedBy(), ours.refused]).toEqual([check, true]);
    expect(await send(their, client)).toEqual(ours);
  });

  const differing = asked.flatMap(({ allowed, ...rest }) =>
    allowed === undefined ? [] : [{ ...rest, theirs: allowed.theirs }],
  );
  it.each(
    titled(
      differing,
      ({ sent, as, spec }) => `refuses ${sent}, of ${as}, with another error code (${spec})`,
    ),
  )("%s", async (_, { check, client, send, theirs }) => {
    const ours = await send(our, client);
    expect([our.refusedBy(), ours.refused]).toEqual([check, true]);
    expect(await send(their, client)).toEqual(theirs);
    expect(ours).not.toEqual(theirs);
  });

  const configured = asked.filter((one) => one.configured !== undefined);
  it.each(
    titled(
      configured,
      ({ sent, as, spec }) => `passes on what its operator says to ${sent}, of ${as} (${spec})`,
    ),
  )("%s", async (_, { check, client, send }) => {
    const ours = await send(our, client);
    expect(our.refusedBy()).toBe(check);
    expect(await send(their, client)).toEqual(ours);
  });
});

describe("the outside judge", () => {
  it("is asked about every defence of an attack that is the authorization server’s", () => {
    const sent = refusals.map(({ check }) => check);
    const defences = attacks
      .flatMap(({ ways }) => ways.flatMap((way) => way.defences))
      .filter(({ by }) => by === "authorization server")
      .map(({ id }) => id);
    expect([...new Set(defences)].filter((id) => !sent.includes(id))).toEqual([]);
  });

  it("is asked about every refusal of the authorization server in the matrix, for the client of that cell", () => {
    const clientOf = new Map(targetsOf(grants).map(({ id, client }) => [id, client.id]));
    const refused = shipped.cells.flatMap(({ by, grant }) =>
      by !== undefined && isServers(by) ? [{ by, id: clientOf.get(grant) ?? "" }] : [],
    );
    const known = ({ by, id }: { by: string; id: string }) =>
      asked.some(({ check, as }) => check === by && as === id);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.filter((one) => !known(one))).toEqual([]);
  });
});
