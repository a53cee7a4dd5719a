import { report } from "./report.ts";

// A statistics script: it reports the address it runs at.
report(location.href);
