/** For answers that hold a secret or depend on one (RFC 6749 §5.1). */
const NO_STORE = { "Cache-Control": "no-store", Pragma: "no-cache" };

/** Lets any page's script read the answer; no cookie is ever looked at on these endpoints (Fetch §3.3). */
const CORS = { "Access-Control-Allow-Origin": "*" };

/** A JSON answer that no cache keeps. */
export function json(
  body: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(body, { status, headers: { ...NO_STORE, ...headers } });
}

/** A redirect after which the browser uses GET whatever it did before (RFC 9700 §4.12). */
export function seeOther(location: string): Response {
  const headers = {
    Location: location,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  };
  return new Response(null, { status: 303, headers });
}

/** The answer to HEAD: as to GET, without the content (RFC 9110 §9.3.2). */
export function withoutContent({ status, headers }: Response): Response {
  return new Response(null, { status, headers });
}

/** The same answer, readable by scripts of other origins. */
export function readableByScripts(response: Response): Response {
  for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
  response.headers.set("Access-Control-Expose-Headers", "WWW-Authenticate");
  return response;
}

/** The answer to a preflight (Fetch §4.8). */
export function preflight(methods: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      "Access-Control-Allow-Methods": methods.join(", "),
      "Access-Control-Allow-Headers": "Authorization, Content-Type, DPoP",
      "Access-Control-Max-Age": "600",
    },
  });
}
