import { html, raw } from "hono/html";
import { memoised } from "../../oauth/memoised.ts";
import { STYLE } from "./style.ts";

/** HTML in which everything that was put in is escaped. */
export type Html = ReturnType<typeof html>;

/** A page of the server. What is put into `content` with `html` is escaped. */
export async function page(status: number, title: string, content: Html): Promise<Response> {
  const body =
    await html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${raw(STYLE)}</style></head><body><main><p class="site">Authorization server</p><h1>${title}</h1>${content}</main></body></html>`;
  return new Response(String(body), {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": await policy(),
      "X-Frame-Options": "DENY",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    },
  });
}

// No form-action: it would also forbid the redirect to the client that follows a form (RFC 9700 §4.16).
const policy = memoised(async () => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(STYLE));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`;
});
