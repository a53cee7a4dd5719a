import { type CheckResult, type LeftOut, runChecks } from "../oauth/checks.ts";
import { type CheckedProof, checkProof, type Proof, PROOF_WINDOW } from "../oauth/dpop.ts";
import { FORM } from "../oauth/wire.ts";
import { memoryStore } from "../store/memory.ts";
import type { Store } from "../store/port.ts";
import { isFirstUse } from "../store/used-once.ts";
import { parseJwt } from "../oauth/jwt.ts";
import { readText } from "./body.ts";
import { apiChecks, ONE_METHOD } from "./checks.ts";
import { type Credentials, readCredentials } from "./credentials.ts";
import { type Introspected, introspect, type IntrospectionClient } from "./introspection.ts";
import { fetchKeySet } from "./keys.ts";
import { addPhoto, type PhotoRecords } from "./photos.ts";
import { toResponse } from "./refusal.ts";
import { type Resource, resources } from "./resources.ts";

/** Everything the photo API is made of. */
export interface ResourceServerConfig {
  /** The `aud` of tokens for this API; its resources are below it. */
  readonly identifier: string;
  /** The authorization server it trusts. */
  readonly issuer: string;
  /** Where that server publishes its keys; `<issuer>/jwks` unless given. */
  readonly jwksUri?: string;
  /** Asks the authorization server about tokens with these credentials (RFC 7662); reads tokens by itself unless given. */
  readonly introspection?: IntrospectionClient;
  /** Which tokens it asks about: all unless said; JWTs it can read by itself, and does not learn then that one was revoked. */
  readonly asksAbout?: "all" | "opaque";
  /** Reaches the authorization server. */
  fetch(request: Request): Promise<Response>;
  /** Epoch seconds. */
  now(): number;
  /** Where added photos are kept; unless given, they live as long as the server made here. */
  readonly store?: Store<PhotoRecords>;
  /** Told of every check made for a request, in order, once. */
  report?(results: readonly CheckResult[]): void;
  /** Checks a weakened API does not make, for an attack to show what they are for. */
  readonly without?: LeftOut;
}

const BODY_LIMIT = 64 * 1024;

/**
 * The photo API: `GET <identifier>/photos` lists the photos of the token's subject (scope
 * `photos.read`), `POST` adds one (`photos.write`); `GET <identifier>/print-jobs` lists the print jobs
 * of the client itself (`jobs.read`). Tokens are JWTs, validated as RFC 9068 §4 says.
 */
export function createResourceServer(config: ResourceServerConfig): {
  fetch(request: Request): Promise<Response>;
} {
  const store = config.store ?? memoryStore();
  return {
    async fetch(request) {
      const response = await route(config, store, request);
      response.headers.set("Access-Control-Allow-Origin", "*");
      response.headers.set("Access-Control-Expose-Headers", "WWW-Authenticate");
      response.headers.set("Cache-Control", "no-store");
      return request.method === "HEAD" ? new Response(null, response) : response;
    },
  };
}

async function route(config: ResourceServerConfig, store: Store<PhotoRecords>, request: Request) {
  const resource = resourceAt(config.identifier, new URL(request.url).pathname);
  if (resource === undefined) {
    const paths = resources.map(({ path }) => path).join(" and ");
    return problem(404, "not_found", `There is nothing here but ${paths}`);
  }
  if (request.method === "OPTIONS") return preflight(resource);
  const requiredScope = resource.scopes.get(request.method);
  if (requiredScope === undefined) return wrongMethod(resource);
  const body = request.method === "POST" ? await readText(request, BODY_LIMIT) : "";
  if (body === undefined) return problem(413, "content_too_large", "The body is over 64 kB");
  return serve(config, store, { request, resource, body, requiredScope });
}

interface Call {
  readonly request: Request;
  readonly resource: Resource;
  readonly body: string;
  readonly requiredScope: string;
}

async function serve(
  config: ResourceServerConfig,
  store: Store<PhotoRecords>,
  call: Call,
): Promise<Response> {
  const { request, resource, body, requiredScope } = call;
  const { identifier, issuer, jwksUri = `${issuer}/jwks` } = config;
  const credentials = readCredentials(request, mediaType(request) === FORM ? body : undefined);
  const introspected = await introspectedBy(config, credentials);
  const token = tokenOf(credentials.token, introspected);
  const keySet = () => fetchKeySet((asked) => config.fetch(asked), jwksUri);
  const now = config.now();
  const facts = {
    credentials,
    requiredScope,
    of: resource.of,
    issuer,
    identifier,
    now,
    keySet,
    ...(introspected ? { introspected } : {}),
    proof: () => proofOf(config, call, credentials.token ?? ""),
    isFirstUse: ({ jkt, jti }: Proof) =>
      isFirstUse(store, { kind: "proof", id: `${jkt}.${jti}`, lifetime: PROOF_WINDOW }, now),
  };
  const checked = await runChecks(apiChecks, token ? { ...facts, token } : facts, config.without);
  config.report?.(checked.results);
  if (checked.refusal)
    return toResponse(checked.refusal, { scheme: credentials.scheme, realm: resource.realm });
  const subject = String(token?.claims["sub"]);
  if (request.method === "POST") return add(store, subject, call, now);
  return Response.json(await resource.read(subject, store));
}

function introspectedBy(
  { introspection, asksAbout = "all", issuer, fetch, without }: ResourceServerConfig,
  { token, elsewhere }: Credentials,
): Promise<Introspected> | Introspected | undefined {
  if (introspection === undefined || token === undefined) return undefined;
  if (asksAbout === "opaque" && parseJwt(token) !== undefined) return undefined;
  const refused = elsewhere.length > 0 && without?.has(ONE_METHOD) !== true;
  // A token of a request that is refused anyway goes nowhere.
  return refused
    ? { state: "not asked" }
    : introspect(fetch, `${issuer}/introspect`, introspection, token);
}

/** The token as the API may read it: what it says itself, or what was said of it. */
function tokenOf(token: string | undefined, introspected: Introspected | undefined) {
  if (token === undefined) return undefined;
  if (introspected === undefined) return parseJwt(token);
  return introspected.state === "active"
    ? { token, header: {}, claims: introspected.claims }
    : undefined;
}

function proofOf(
  { identifier, now }: ResourceServerConfig,
  { request: { headers, method }, resource }: Call,
  accessToken: string,
): Promise<CheckedProof> {
  const url = `${new URL(identifier).origin}${pathOf(identifier, resource)}`;
  return checkProof(headers.get("DPoP"), { method, url, now: now(), accessToken });
}

async function add(
  store: Store<PhotoRecords>,
  subject: string,
  { request, body }: Call,
  now: number,
) {
  if (mediaType(request) !== "application/json") {
    return problem(415, "unsupported_media_type", "Send the photo as application/json");
  }
  const title = titleIn(body);
  if (title === undefined) {
    return problem(400, "invalid_photo", 'Send {"title": "…"} with 1 to 100 characters');
  }
  return Response.json(await addPhoto(store, subject, title, now), { status: 201 });
}

function titleIn(body: string): string | undefined {
  try {
    const photo: unknown = JSON.parse(body);
    if (typeof photo !== "object" || photo === null || !("title" in photo)) return undefined;
    if (typeof photo.title !== "string") return undefined;
    const title = photo.title.trim();
    return title.length > 0 && title.length <= 100 ? title : undefined;
  } catch {
    return undefined;
  }
}

function preflight({ scopes }: Resource): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "Access-Control-Allow-Methods": [...scopes.keys()].join(", "),
      "Access-Control-Allow-Headers": "Authorization, Content-Type, DPoP",
      "Access-Control-Max-Age": "600",
    },
  });
}

function wrongMethod({ scopes, usage }: Resource): Response {
  const response = problem(405, "method_not_allowed", usage);
  response.headers.set("Allow", [...scopes.keys(), "OPTIONS"].join(", "));
  return response;
}

function problem(status: number, error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status });
}

function resourceAt(identifier: string, path: string): Resource | undefined {
  return resources.find((resource) => pathOf(identifier, resource) === path);
}

function pathOf(identifier: string, { path }: Resource): string {
  return `${new URL(identifier).pathname.replace(/\/$/, "")}${path}`;
}

function mediaType(request: Request): string {
  return (request.headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
