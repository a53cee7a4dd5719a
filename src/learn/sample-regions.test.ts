import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { foundSamples } from "../../scripts/samples/found.ts";
import { filesIn } from "../../vite/samples.ts";
import { grants } from "../grants/index.ts";
import { codeBySteps } from "./source-file.ts";

const variants = grants.flatMap((grant) => grant.variants);

/** The steps whose code the sample of a chapter has, in every language, at the variants that show it. */
const SHOWN = [
  {
    chapter: "openid-connect",
    variant: "openid-connect",
    steps: "prepare redirect authorize callback check redeem keys validate userinfo match",
  },
  {
    chapter: "browser-apps",
    variant: "bff",
    steps:
      "page login prepare redirect authorize callback check redeem signed_in page_again photos guard api refresh show render turn_away tell",
  },
  {
    chapter: "browser-apps",
    variant: "token-mediating",
    steps:
      "page login prepare redirect authorize callback check redeem signed_in page_again guard refresh render turn_away tell",
  },
];

describe.each(SHOWN)("the sample of $chapter at $variant", ({ chapter, variant, steps }) => {
  const samples = foundSamples().filter(({ id }) => id === chapter);

  it.each(samples)("in $language has the code of each step its client does", ({ folder }) => {
    const files = filesIn(folder).map((name) => ({
      name,
      text: readFileSync(`${folder}/${name}`, "utf8"),
    }));
    const { flow, notAsSample = [] } = variants.find(({ id }) => id === variant) ?? {};
    const shown = Object.keys(flow?.steps ?? {}).filter((step) => !notAsSample.includes(step));
    expect(Object.keys(codeBySteps(files, shown)).toSorted()).toEqual(steps.split(" ").toSorted());
  });
});

it("is said of every variant that shows another sample than its grant’s", () => {
  const showing = variants.flatMap(({ id, sample }) =>
    sample === undefined ? [] : [{ chapter: sample, variant: id }],
  );
  expect(showing).toEqual(SHOWN.map(({ chapter, variant }) => ({ chapter, variant })));
});
