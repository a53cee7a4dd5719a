import * as v from "valibot";
import type { Check } from "../../oauth/checks.ts";
import { isUsableKey } from "../../oauth/jwt.ts";
import { registrationProblem } from "../../oauth/redirect-uri.ts";
import type { Body } from "../body.ts";
import { grantTypesOf } from "../endpoints/token.ts";
import { idTokenAlgorithms } from "../openid/id-token.ts";
import { OPENID_SCOPES } from "../openid/scopes.ts";
import type { ServerContext } from "../ports.ts";

const names = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200)));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.regex(/^[^\p{Cc}]*$/u));

const coordinate = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** A public key as JWK (RFC 7517 §4, RFC 7518 §6.2.1), of the one kind this server verifies with. */
const PublicKey = v.object({
  kty: v.literal("EC"),
  crv: v.literal("P-256"),
  x: coordinate,
  y: coordinate,
  kid: v.exactOptional(text),
  alg: v.exactOptional(v.literal("ES256")),
  use: v.exactOptional(v.literal("sig")),
  // A private key that was sent to anybody is no private key any more.
  d: v.optional(v.never()),
});

/** Client metadata (RFC 7591 §2); members this server does not know are ignored. */
const Metadata = v.object({
  redirect_uris: v.optional(v.pipe(names, v.maxLength(20)), []),
  token_endpoint_auth_method: v.optional(
    v.picklist(["client_secret_basic", "client_secret_post", "private_key_jwt", "none"]),
    "client_secret_basic",
  ),
  jwks: v.exactOptional(
    v.object({ keys: v.pipe(v.array(PublicKey), v.minLength(1), v.maxLength(10)) }),
  ),
  grant_types: v.optional(names, ["authorization_code"]),
  response_types: v.optional(names, ["code"]),
  client_name: v.optional(text),
  id_token_signed_response_alg: v.exactOptional(v.picklist(["ES256", "RS256"])),
  scope: v.optional(text),
});

/** What a client asks to be registered with (RFC 7591 §2). */
export type ClientMetadata = v.InferOutput<typeof Metadata>;

/** What a body turned out to hold: metadata, or the name of the member that is wrong, empty for the whole. */
export type ReadMetadata = { readonly metadata: ClientMetadata } | { readonly wrong: string };

/** What is known of a registration request. */
export interface RegisterFacts {
  readonly server: ServerContext;
  readonly body: Body;
  readonly read: ReadMetadata;
}

/** RFC 7591 §3.2.2. */
export interface RegisterRefusal {
  readonly status: 400 | 413;
  readonly error: "invalid_client_metadata" | "invalid_redirect_uri";
  readonly description: string;
}

/** Reads the JSON of a registration request. */
export function readMetadata(body: Body): ReadMetadata {
  const parsed = v.safeParse(Metadata, "text" in body ? jsonOf(body.text) : undefined);
  if (parsed.success) return { metadata: parsed.output };
  const [issue] = parsed.issues;
  return { wrong: v.getDotPath(issue) ?? "" };
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function refuse(
  description: string,
  error: RegisterRefusal["error"] = "invalid_client_metadata",
): RegisterRefusal {
  return { status: 400, error, description };
}

/** A row about the metadata, which the rows before found readable. */
function about(
  row: Omit<Check<RegisterFacts, RegisterRefusal>, "refuse">,
  problem: (
    metadata: ClientMetadata,
    server: ServerContext,
  ) => RegisterRefusal | undefined | Promise<RegisterRefusal | undefined>,
): Check<RegisterFacts, RegisterRefusal> {
  return {
    ...row,
    refuse: ({ read, server }) => ("metadata" in read ? problem(read.metadata, server) : undefined),
  };
}

/** What a registration has to pass. */
export const checks: readonly Check<RegisterFacts, RegisterRefusal>[] = [
  {
    id: "register.well-formed",
    title: "The body is a JSON object",
    spec: "RFC 7591 §3.1",
    why: "What cannot be read without guessing could be read differently by two parties.",
    refuse({ body, read }) {
      if ("problem" in body) return BODY_PROBLEMS[body.problem];
      return "wrong" in read && read.wrong === ""
        ? refuse("The body is not a JSON object of client metadata")
        : undefined;
    },
  },
  {
    id: "register.metadata",
    title: "Every member has the type it must have",
    spec: "RFC 7591 §2",
    why: "A value of another type would mean something the client did not say.",
    refuse: ({ read }) => ("wrong" in read ? refuse(`${read.wrong} is not valid`) : undefined),
  },
  about(
    {
      id: "register.redirect-uris",
      title: "Every redirect URI may be redirected to",
      spec: "RFC 9700 §2.6",
      why: "A code that travels over plain http, or in a fragment, or to a host that two parsers read differently, is lost.",
    },
    redirectUriProblem,
  ),
  about(
    {
      id: "register.supported",
      title: "The server supports what the client wants to use",
      spec: "RFC 7591 §2",
      why: "A client that counts on more than there is would fail later, where its user can do nothing about it.",
    },
    unsupported,
  ),
  about(
    {
      id: "register.consistent",
      title: "Response types and grant types belong together",
      spec: "RFC 7591 §2.1",
      why: "A client that may ask for a code but not redeem it can do nothing with it.",
    },
    inconsistent,
  ),
  about(
    {
      id: "register.credentials",
      title: "The client can authenticate the way it says, and as its grants ask for",
      spec: "RFC 7591 §2",
      why: "A client that signs needs a key the server knows; one that acts for itself has nothing to show but its credentials.",
    },
    credentialsMissing,
  ),
  about(
    {
      id: "register.keys",
      title: "Every key can be used",
      spec: "RFC 7518 §6.2.1",
      why: "A point that is not on the curve is no key: whatever the client signs later could never be verified.",
      applies: ({ read }) => "metadata" in read && read.metadata.jwks !== undefined,
    },
    unusableKey,
  ),
];

const BODY_PROBLEMS = {
  too_large: { ...refuse("The body is larger than any registration"), status: 413 },
  wrong_type: refuse("The body must be application/json"),
  not_text: refuse("The body is not UTF-8"),
} as const;

function redirectUriProblem(metadata: ClientMetadata): RegisterRefusal | undefined {
  const uris = metadata.redirect_uris;
  if (uris.length === 0 && metadata.response_types.length > 0) {
    return refuse(
      "A client that is answered by redirect needs redirect_uris",
      "invalid_redirect_uri",
    );
  }
  const problem = uris.map(registrationProblem).find((one) => one !== undefined);
  return problem === undefined ? undefined : refuse(problem, "invalid_redirect_uri");
}

function unsupported(metadata: ClientMetadata, server: ServerContext): RegisterRefusal | undefined {
  const { resource, grants } = server;
  const { scope, id_token_signed_response_alg: algorithm } = metadata;
  const responseTypes = grants.flatMap((grant) => Object.keys(grant.responseTypes ?? {}));
  const scopes = [...resource.scopes, ...(resource.clientScopes ?? []), ...OPENID_SCOPES];
  const members: readonly Member[] = [
    ["grant_types", metadata.grant_types, grantTypesOf(server)],
    ["response_types", metadata.response_types, responseTypes],
    ["scope", scope?.split(" ") ?? [], scopes],
    [
      "id_token_signed_response_alg",
      algorithm === undefined ? [] : [algorithm],
      idTokenAlgorithms(server),
    ],
  ];
  const wrong = members.find(([, asked, known]) => asked.some((one) => !known.includes(one)));
  if (wrong === undefined) return undefined;
  const [name, , known] = wrong;
  return refuse(`${name} may be of ${known.join(", ")}`);
}

/** The name of a member, what is asked for, and what there is. */
type Member = readonly [string, readonly string[], readonly string[]];

/** A client uses a response type and the grant type it belongs to, or neither. */
function inconsistent(
  metadata: ClientMetadata,
  server: ServerContext,
): RegisterRefusal | undefined {
  const pairs = server.grants.flatMap(({ responseTypes }) => Object.entries(responseTypes ?? {}));
  const half = pairs.find(
    ([name, { grantType }]) =>
      metadata.response_types.includes(name) !== metadata.grant_types.includes(grantType),
  );
  if (half === undefined) return undefined;
  const [name, { grantType }] = half;
  return refuse(`The response type ${name} and the grant type ${grantType} need each other`);
}

/** RFC 7591 §2, `jwks`; RFC 6749 §4.4. */
function credentialsMissing(metadata: ClientMetadata): RegisterRefusal | undefined {
  const method = metadata.token_endpoint_auth_method;
  if ((method === "private_key_jwt") !== (metadata.jwks !== undefined)) {
    return refuse("private_key_jwt and jwks need each other");
  }
  return method === "none" && metadata.grant_types.includes("client_credentials")
    ? refuse("client_credentials is for clients that authenticate")
    : undefined;
}

async function unusableKey({ jwks }: ClientMetadata): Promise<RegisterRefusal | undefined> {
  const keys = (jwks?.keys ?? []).map(({ kty, crv, x, y }) => isUsableKey({ kty, crv, x, y }));
  const usable = await Promise.all(keys);
  return usable.includes(false) ? refuse("jwks has a key that cannot be used") : undefined;
}
