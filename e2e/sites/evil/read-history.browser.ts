import { report } from "./report.ts";

// Runs later on the same site: it reports every address in this tab's history that the site may read.
report(
  navigation
    .entries()
    .map(({ url }) => url)
    .join("\n"),
);
