import { issuer, jobsUrl } from "./config.ts";
import { callApi } from "./token.ts";

// What runs at night: one program, no user, nothing to click.

console.log(`Jobs at ${jobsUrl.href}, with tokens of ${issuer.href}:`);
for (const round of ["first", "second"]) {
  const response = await callApi("GET", jobsUrl);
  if (!response.ok) throw new Error(`The API answered ${response.status}.`);
  console.log(`${round} look: ${await response.text()}`);
}
