import { report } from "./report.ts";

// Runs later in the same document: it reports the address the document was loaded from, as its timing has it.
report(performance.getEntriesByType("navigation")[0]?.name ?? "");
