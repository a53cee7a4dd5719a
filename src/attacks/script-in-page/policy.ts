import type { Defence } from "../attack.ts";

/** A page's policy that names the only scripts that may run on it, and lets no inline one run (CSP3 §6.1.10). */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self' https://auth.example https://api.example";

export const SCRIPT_POLICY = "client.script-policy";

/** Nothing of what a script could do happens when it does not run. One that the page itself loads still runs. */
export const scriptPolicy: Defence = {
  id: SCRIPT_POLICY,
  title: "The page’s policy lets no inline script run",
  spec: "RFC 10017 §5",
  by: "client",
  standard: false,
  present: { contentSecurityPolicy: POLICY },
};

/** The header as the client's server sends it. */
export const POLICY_HEADER = ["Content-Security-Policy", POLICY] as const;

/** Whether an inline script without nonce or hash runs on a page with this policy (CSP3 §6.7.3.2). */
export function runsInline(policy: string | undefined): boolean {
  const sources = scriptSources(policy ?? "");
  if (sources === undefined) return true;
  const names = sources.map((source) => source.toLowerCase());
  return names.includes("'unsafe-inline'") && !names.some((name) => NAMED.test(name));
}

/** With one of these, `unsafe-inline` is passed over. */
const NAMED = /^'(nonce-|sha(256|384|512)-|strict-dynamic')/;

/** The first directive that speaks of script elements decides (CSP3 §6.8.3); nothing when there is none. */
function scriptSources(policy: string): readonly string[] | undefined {
  const directives = policy.split(";").map((part) => part.trim().split(/\s+/));
  return ["script-src-elem", "script-src", "default-src"]
    .map((name) => directives.find(([found]) => found?.toLowerCase() === name)?.slice(1))
    .find((sources) => sources !== undefined);
}
