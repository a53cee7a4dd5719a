import { expect, it } from "vitest";
import { atHash } from "./at-hash.ts";

it("hashes an access token as the example of OpenID Connect Core §A.3 does", async () => {
  expect(await atHash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y")).toBe(
    "77QmUPtjPfzWtF2AnpK9RQ",
  );
});
