import { expect, test } from "vitest";
import { arrivingIn } from "./arriving.ts";

test.each([
  ["?step=redeem&wait=61", { wait: 61 }],
  ["?step=poll&from=open&wait=0", { from: "open", wait: 0 }],
  ["?step=redeem", undefined],
  ["?step=poll&from=open", undefined],
  ["?wait=-1", undefined],
  ["?wait=soon", undefined],
  ["?wait=999999999", undefined],
])("%s", (search, arriving) => {
  expect(arrivingIn(search)).toEqual(arriving);
});
