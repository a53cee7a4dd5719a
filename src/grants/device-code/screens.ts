import { escapeHtml, photosIn } from "../steps/client-pages.ts";

const STYLE = `:root{color-scheme:dark}body{margin:0;min-height:16rem;display:grid;place-items:center;font:18px/1.5 Inter Variable,Inter,system-ui,sans-serif;background:#131311;color:#f2f1ec}main{box-sizing:border-box;width:100%;padding:1.5rem;text-align:center}h1{margin:0 0 1rem;font-size:1.25rem}p{margin:0 0 .5rem}.code{margin:.25rem 0 1rem;font:600 2.25rem/1.2 JetBrains Mono Variable,ui-monospace,monospace;letter-spacing:.08em}.quiet{color:#aba9a0;font-size:1rem}ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem}li{padding:3.5rem 1rem 1rem;border-radius:.5rem;background:linear-gradient(160deg,#26405c,#6a4a2c)}time{display:block;color:#dcdad2;font-size:.875rem}`;

/** What the frame’s screen shows. `body` is HTML; escape what goes into it. */
function screen(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}

/** The instructions of RFC 8628 §3.3: where to go, and what to type there. The device code is nobody’s business. */
export function codeScreen(verificationUri: string, userCode: string): string {
  const address = verificationUri.replace(/^https:\/\//, "");
  return screen(
    "Show your photos here",
    `<p>On your phone or computer, open</p><p><strong>${escapeHtml(address)}</strong></p><p>and enter the code</p><p class="code">${escapeHtml(userCode)}</p><p class="quiet">Or hold your phone to the frame, and check that it shows this code.</p>`,
  );
}

/** The photos the API gave. */
export function photosScreen(photos: string): string {
  const items = photosIn(photos)
    .map(({ title, taken }) => `<li>${escapeHtml(title)} <time>${escapeHtml(taken)}</time></li>`)
    .join("");
  return screen("Your photos", `<ul>${items}</ul>`);
}

/** Why there are no photos. */
export function problemScreen(problem: string): string {
  return screen(
    "No photos yet",
    `<p>${escapeHtml(problem)}</p><p class="quiet">Press Connect to begin again.</p>`,
  );
}
