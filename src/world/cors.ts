import { headerOf, type WireRequest, type WireResponse } from "../oauth/wire.ts";

/** The request of a page's script, as the browser sends it to another origin (Fetch §3.2). */
export function withOrigin(request: WireRequest, origin: string): WireRequest {
  return { ...request, headers: [...request.headers, ["Origin", origin]] };
}

/** The preflight the browser sends first when a header is not a simple one (Fetch §4.8); often there is none. */
export function preflightFor(request: WireRequest, origin: string): WireRequest | undefined {
  const unsafe = request.headers
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name, value]) => !isSimple(name, value))
    .map(([name]) => name);
  if (unsafe.length === 0 && ["GET", "HEAD", "POST"].includes(request.method)) return undefined;
  return {
    method: "OPTIONS",
    url: request.url,
    headers: [
      ["Origin", origin],
      ["Access-Control-Request-Method", request.method],
      ["Access-Control-Request-Headers", unsafe.toSorted().join(",")],
    ],
  };
}

/** Whether the server's answer to the preflight lets the request go out. */
export function preflightAllows(preflight: WireRequest, answer: WireResponse): boolean {
  const origin = headerOf(preflight, "Origin") ?? "";
  const asked = headerOf(preflight, "Access-Control-Request-Headers")?.split(",") ?? [];
  const allowed = (headerOf(answer, "Access-Control-Allow-Headers") ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase());
  const ok = answer.status >= 200 && answer.status < 300;
  return ok && readable(answer, origin) && asked.every((name) => allowed.includes(name));
}

/** Whether the browser hands the answer to a script of that origin. */
export function readable(answer: WireResponse, origin: string): boolean {
  const allowed = headerOf(answer, "Access-Control-Allow-Origin");
  return allowed === "*" || allowed === origin;
}

function isSimple(name: string, value: string): boolean {
  if (name === "accept" || name === "accept-language") return true;
  return name === "content-type" && value.startsWith("application/x-www-form-urlencoded");
}
