import { expect, it } from "vitest";
import { memoryStores } from "./persistent.ts";
import { signingKeys } from "./keys.ts";
import type { SharedRecords } from "./records.ts";

/** One piece of work after the other, as a world does it. */
function turns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    last = turn;
    return turn;
  };
}

it("the key for RS256 is made when the first client needs it, once, and kept", async () => {
  const shared = memoryStores()<SharedRecords>("shared");
  const inTurn = turns();
  const { kid, rsa } = await signingKeys(shared, inTurn);
  if (rsa === undefined) throw new Error("There are no keys for RS256.");
  expect([await rsa.made(), (await shared.list("keys")).length]).toEqual([undefined, 1]);

  const [one, other] = await Promise.all([rsa.get(), rsa.get()]);
  expect([one.kid, one.publicJwk.alg, one.publicJwk.kty]).toEqual([other.kid, "RS256", "RSA"]);
  const later = await signingKeys(shared, inTurn);
  expect([later.kid, (await later.rsa?.made())?.kid]).toEqual([kid, one.kid]);
});
