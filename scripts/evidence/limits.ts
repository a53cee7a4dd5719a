/** What the runs in a real browser showed besides; each has a test or a line of code that says so. */
export const LIMITS = `## What a cell does not say

- **A script that only reports the address is the mild case.** One that also reads what Print’s page keeps for its sign-in finds the
  verifier beside the code and redeems it, in spite of PKCE: tested in \`e2e/real-sites.spec.ts\`. The row for the third-party
  script is about reports of addresses, and says so; for scripts with more on their mind see the rows of the script in the page.
- **A worker ends with its page.** A page that leaves for the authorization server loses the worker, and with it the verifier;
  kept across the way in storage, the verifier is within reach of every script. So Print signs in by a second window in the
  real run of that row, and its page stays (\`e2e/sites/print/page.browser.ts\`).
- **The silent flow needs a window here.** In a frame the authorization server’s cookie does not come along, because it is
  \`SameSite=Lax\` and the frame is another site: the answer is \`login_required\`, tested in \`e2e/real-sites.spec.ts\`. A server
  with \`SameSite=None\` would answer a frame as well, in browsers that still send such cookies there.
- **The second window races Print’s own script** and wins: what clearing the address takes away, the window’s performance
  entry still tells the script that opened it.
- **A redirect URI that begins alike** is \`https://print.example.evil.example/callback\` in the page. A port leaves no room for
  that, so the real run uses \`http://print.localhost:port@evil.localhost:port/callback\`, where what looks like Print’s host is a
  user name (RFC 3986 §3.2.1).
- **The attacker is quick.** Where Mallory and Print race for a code, the runs let Mallory win: Print’s script is slow to load, or
  its answer is lost on the way.`;
