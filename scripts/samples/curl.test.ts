import { describe, expect, it } from "vitest";
import { expected } from "./expected.ts";
import { foundSamples } from "./found.ts";
import { mistakesIn } from "./run-row.ts";
import { toolchains } from "./toolchains.ts";

const samples = foundSamples().filter(({ language }) => language === "curl");
const start = toolchains.curl(samples);

describe.each(samples)(
  "the shell’s sample of $id, run against the server of npm run as",
  (sample) => {
    const rows = expected.filter(
      (row) => row.sample === sample.id && (row.languages?.includes("curl") ?? true),
    );

    it.concurrent.each(rows)("says what it has to: $title", async (row) => {
      expect(await mistakesIn(row, "curl", sample.folder, start)).toEqual({ mistakes: [] });
    });
  },
);
