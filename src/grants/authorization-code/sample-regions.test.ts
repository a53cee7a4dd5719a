import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { regionsOf } from "../../learn/regions.ts";
import { codeBySteps } from "../../learn/source-file.ts";
import { authorizationCode } from "./grant.ts";

const folder = new URL("sample/typescript/", import.meta.url);
const files = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), "utf8"),
}));

describe("the regions of the sample client", () => {
  const names = files
    .filter(({ name }) => name.endsWith(".ts"))
    .flatMap(({ text }) => regionsOf(text).flatMap((region) => region.names));

  it("carry the names of steps, each once", () => {
    expect(names.toSorted()).toEqual([
      "api",
      "authorize",
      "callback",
      "check",
      "prepare",
      "redeem",
      "redirect",
      "refresh",
    ]);
    const steps = authorizationCode.variants.flatMap(({ flow }) => Object.keys(flow.steps));
    expect(names.filter((name) => !steps.includes(name))).toEqual([]);
  });

  it("give a step the code that does it", () => {
    const { prepare } = codeBySteps(files, ["prepare", "consent"]);
    expect(prepare).toEqual({
      file: "client.ts",
      text: [
        "const verifier = oauth.generateRandomCodeVerifier();",
        "const challenge = await oauth.calculatePKCECodeChallenge(verifier);",
        "const state = oauth.generateRandomState();",
      ].join("\n"),
    });
  });
});
