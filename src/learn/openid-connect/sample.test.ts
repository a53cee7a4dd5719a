import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filesIn } from "../../../vite/samples.ts";
import { foundSamples } from "../../../scripts/samples/found.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import { regionsOf } from "../regions.ts";

const samples = foundSamples().filter(({ id }) => id === "openid-connect");

it.each(samples)(
  "the sample in $language has a region for each step of the sign-in it does",
  ({ folder }) => {
    const names = filesIn(folder)
      .filter((name) => /\.(ts|py|go|sh)$/.test(name))
      .flatMap((name) => regionsOf(readFileSync(`${folder}/${name}`, "utf8")))
      .flatMap((region) => region.names);
    expect(names.toSorted()).toEqual([
      "authorize",
      "callback",
      "check",
      "keys",
      "match",
      "prepare",
      "redeem",
      "redirect",
      "userinfo",
      "validate",
    ]);
    const grant = findGrant("authorization-code");
    const steps = grant && findVariant(grant, "openid-connect")?.flow.steps;
    expect(names.filter((name) => steps?.[name] === undefined)).toEqual([]);
  },
);
