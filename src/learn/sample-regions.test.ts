import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { foundSamples } from "../../scripts/samples/found.ts";
import { filesIn } from "../../vite/samples.ts";
import { grants } from "../grants/index.ts";
import { codeBySteps } from "./source-file.ts";

/** The steps whose code the sample of a chapter has, in every language, by the variant that shows it. */
const SHOWN = {
  "openid-connect": {
    variant: "openid-connect",
    steps: "prepare redirect authorize callback check redeem keys validate userinfo match",
  },
  "browser-apps": {
    variant: "bff",
    steps:
      "page login prepare redirect authorize callback check redeem signed_in page_again photos guard api refresh show render turn_away tell",
  },
};

describe.each(Object.entries(SHOWN))("the sample of %s", (chapter, { variant, steps }) => {
  const samples = foundSamples().filter(({ id }) => id === chapter);

  it.each(samples)("in $language has the code of each step its client does", ({ folder }) => {
    const files = filesIn(folder).map((name) => ({
      name,
      text: readFileSync(`${folder}/${name}`, "utf8"),
    }));
    const flow = grants.flatMap(({ variants }) => variants).find(({ id }) => id === variant)?.flow;
    expect(Object.keys(codeBySteps(files, Object.keys(flow?.steps ?? {})))).toEqual(
      steps.split(" "),
    );
  });

  it("is shown at the steps of that variant", () => {
    const showing = grants
      .flatMap(({ variants }) => variants)
      .filter((one) => one.sample === chapter);
    expect(showing.map(({ id }) => id)).toEqual([variant]);
  });
});
