import { script } from "../scripts.ts";

/** What came to the attacker's sites, in order. */
export interface Arrived {
  readonly url: string;
  readonly referrer: string;
  readonly authorization: string;
  readonly body: string;
}

export interface EvilSite {
  readonly arrived: readonly Arrived[];
  /** The requests for this path, once so many have come. */
  arrivals(pathname: string, count: number): Promise<readonly Arrived[]>;
  fetch(request: Request): Promise<Response>;
}

/** The attacker's sites: scripts for whoever includes them, a page for whoever comes, and a note of all that arrives. */
export function evilSite(): EvilSite {
  const arrived: Arrived[] = [];
  const waiting = new Set<() => void>();
  const at = (path: string) => arrived.filter(({ url }) => new URL(url).pathname === path);
  return {
    arrived,
    arrivals: (pathname, count) =>
      new Promise((resolve) => {
        const look = () => {
          if (at(pathname).length < count) return;
          waiting.delete(look);
          resolve(at(pathname));
        };
        waiting.add(look);
        look();
      }),
    async fetch(request) {
      const { origin, pathname, searchParams } = new URL(request.url);
      const header = (name: string) => request.headers.get(name) ?? "";
      if (request.method === "OPTIONS") return answer("", "text/plain");
      const source = await script(`evil${pathname.replace(/\.js$/, "")}`);
      if (source !== undefined) return answer(source, "text/javascript");
      arrived.push({
        url: request.url,
        referrer: header("Referer"),
        authorization: header("Authorization"),
        body: await request.text(),
      });
      for (const look of waiting) look();
      if (header("Accept").includes("application/json")) {
        return answer(JSON.stringify({ photos: [] }), "application/json");
      }
      return answer(pageTo(searchParams.get("to"), origin), "text/html; charset=utf-8");
    },
  };
}

/** A page that reports its address, and leads on where there is somewhere to lead to. */
function pageTo(to: string | null, origin: string): string {
  const link =
    to === null
      ? ""
      : `<a href="${to.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">Claim it</a>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Win a camera</title><link rel="icon" href="data:,"><h1>Win a camera</h1>${link}<script src="${origin}/report-address.js"></script>`;
}

function answer(body: string, type: string): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Cache-Control": "no-store",
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Headers": "Authorization",
    },
  });
}
