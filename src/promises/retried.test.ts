import { expect, it } from "vitest";
import { retried } from "./retried.ts";

/** Fails so many times, then gives how often it was tried. */
function failing(times: number) {
  let tried = 0;
  return () => {
    tried += 1;
    return tried > times ? Promise.resolve(tried) : Promise.reject(new Error(`failure ${tried}`));
  };
}

it("tries until it succeeds, three times at most, and then gives the last failure", async () => {
  expect(await retried(failing(0))).toBe(1);
  expect(await retried(failing(2))).toBe(3);
  await expect(retried(failing(3))).rejects.toThrow("failure 3");
});
