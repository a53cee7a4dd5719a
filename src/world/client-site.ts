import type { SandboxSettings } from "../flow/transport.ts";

// Its script is the flow, so none is named here.
const STATIC_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Print</title><style>:root{color-scheme:light dark}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}body{margin:0;font:16px/1.5 "Inter Variable",Inter,system-ui,sans-serif;background:light-dark(#fff,#1c1b19);color:light-dark(#1a1a18,#f2f1ec)}main{max-width:30rem;margin:0 auto;padding:1.5rem}h1{font-size:1.25rem}button{min-height:2.75rem;padding:.5rem 1.25rem;font:inherit;font-weight:600;border:0;border-radius:.5rem;color:light-dark(#fff,#14142b);background:light-dark(#1d4fc4,#84b4ff)}</style></head><body><main><h1>Print</h1><p>Have the photos you keep at api.example printed.</p><button type="button">Log in with auth.example</button></main></body></html>`;

const REDIRECTOR = "/out";

/** Whether the client's site answers this by itself: a redirector, where it has one, sends browsers wherever it is told. */
export function isRedirector(
  { openRedirector }: SandboxSettings,
  { url }: { url: string },
): boolean {
  return openRedirector === true && new URL(url).pathname === REDIRECTOR;
}

/** The client's site where it is only files: the same page for every path; and its open redirector, where it has one. */
export function clientSite(settings: SandboxSettings) {
  const { referrerPolicy = "no-referrer", contentSecurityPolicy: policy } = settings;
  return {
    fetch: async (request: Request): Promise<Response> => {
      const to = new URL(request.url).searchParams.get("to");
      if (isRedirector(settings, request) && to !== null && URL.canParse(to)) {
        return new Response(null, { status: 302, headers: { Location: to } });
      }
      const headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Referrer-Policy": referrerPolicy,
        ...(policy === undefined ? {} : { "Content-Security-Policy": policy }),
      };
      return new Response(STATIC_PAGE, { headers });
    },
  };
}
