import { EVIL } from "../grants/cast.ts";

const { hostname } = new URL(EVIL);

/** Whether an address is one of the attacker's: anyone may own a domain and every name below it. */
export function isAttackers({ hostname: asked }: URL): boolean {
  return asked === hostname || asked.endsWith(`.${hostname}`);
}

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Win a camera</title></head><body><main><h1>Win a camera</h1><p>One moment, please.</p></main></body></html>`;

/** The attacker's sites: they answer whatever comes, and what comes stands in the trace. */
export const attackerSite = {
  fetch: async (request: Request): Promise<Response> => {
    const json = request.headers.get("Accept") !== "text/html";
    const headers = {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Headers": "Authorization, DPoP",
    };
    return json
      ? Response.json({ photos: [] }, { headers })
      : new Response(PAGE, { headers: { ...headers, "Content-Type": "text/html; charset=utf-8" } });
  },
};
