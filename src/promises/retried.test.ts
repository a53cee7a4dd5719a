import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { retried } from "./retried.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What fails so many times before it succeeds, and when each attempt was made. */
function failing(times: number) {
  const start = Date.now();
  const attempts: number[] = [];
  return {
    attempts,
    attempt: async () => {
      attempts.push(Date.now() - start);
      if (attempts.length <= times) throw new Error(`failure ${attempts.length}`);
      return "done";
    },
  };
}

test("what succeeds is done once", async () => {
  const { attempts, attempt } = failing(0);
  expect(await retried(attempt)).toBe("done");
  expect(attempts).toEqual([0]);
});

test("what fails is done again at once, and then after longer and longer waits", async () => {
  const { attempts, attempt } = failing(4);
  const result = retried(attempt);
  await vi.runAllTimersAsync();
  expect(await result).toBe("done");
  expect(attempts).toEqual([0, 0, 100, 400, 1300]);
});

test("what fails five times rejects with its last error", async () => {
  const [result] = await Promise.allSettled([retried(failing(5).attempt), vi.runAllTimersAsync()]);
  expect(result).toEqual({ status: "rejected", reason: new Error("failure 5") });
});
