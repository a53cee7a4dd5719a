import type { Plugin } from "vite";

// Mermaid writes style elements and style attributes; docs/decisions/content-security-policy.md.
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
];

/** Puts the policy into every built page, so that it holds on any static host. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "grantlab:content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: DIRECTIVES.join("; ") },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** What the preview server adds to every answer. */
export const HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/** What it adds to pages; `frame-ancestors` does nothing in a meta element. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...HEADERS,
  "Content-Security-Policy": [...DIRECTIVES, "frame-ancestors 'none'"].join("; "),
};

/** What it adds to a page that is made to be framed by any site. */
export const EMBEDDED_HEADERS: Readonly<Record<string, string>> = {
  ...HEADERS,
  "Content-Security-Policy": [...DIRECTIVES, "frame-ancestors *"].join("; "),
};
