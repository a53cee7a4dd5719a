import { type Check, type CheckResult, runChecks } from "../../oauth/checks.ts";
import { type CheckedProof, checkProof, PROOF_WINDOW } from "../../oauth/dpop.ts";
import { isFirstUse } from "../../store/used-once.ts";
import { clientChecks, type ClientFacts } from "../checks/client.ts";
import { readClientRequest } from "../client-request.ts";
import type { ServerContext, TokenGrant, TokenRefusal } from "../ports.ts";
import { refreshTokenGrant } from "../refresh-token-grant.ts";
import { json } from "../respond.ts";
import { tokenError } from "../token-refusal.ts";

interface Facts extends ClientFacts {
  readonly grant: TokenGrant | undefined;
  /** Absent when the request has none: then it asks for bearer tokens. */
  readonly proof: CheckedProof | undefined;
}

/** What every token request has to pass before its grant looks at it (RFC 6749 §3.2). */
export const tokenChecks: readonly Check<Facts, TokenRefusal>[] = [
  ...clientChecks,
  {
    id: "token.grant-type-present",
    title: "The request names a grant type",
    spec: "RFC 6749 §4.1.3",
    why: "The grant type says what the client offers in exchange.",
    refuse: ({ parameters }) =>
      parameters.get("grant_type") === undefined
        ? { reason: "missing", parameter: "grant_type" }
        : undefined,
  },
  {
    id: "token.grant-type-supported",
    title: "The server supports the grant type",
    spec: "RFC 6749 §5.2",
    why: "What a server does not offer cannot be misused there.",
    refuse: ({ grant }) => (grant === undefined ? { reason: "grant_type_unsupported" } : undefined),
  },
  {
    id: "token.grant-type-allowed",
    title: "The client may use the grant type",
    spec: "RFC 6749 §5.2",
    why: "A client gets only what it was registered for.",
    refuse: ({ client, parameters }) =>
      client?.grantTypes.includes(parameters.get("grant_type") ?? "") === true
        ? undefined
        : { reason: "grant_type_not_allowed" },
  },
  {
    id: "token.resource",
    title: "The resource named is an API this server issues tokens for",
    spec: "RFC 8707 §2.2",
    why: "A client that was talked into another API says so here, and gets no token to take there.",
    applies: ({ parameters }) => parameters.get("resource") !== undefined,
    refuse: ({ parameters, server }) =>
      parameters.get("resource") === server.resource.identifier
        ? undefined
        : { reason: "resource_unknown" },
  },
  {
    id: "token.proof",
    title: "The proof was made for this request, and comes for the first time",
    spec: "RFC 9449 §4.3",
    why: "The tokens will be bound to its key. A proof made for another request, or used before, may be one that somebody saw.",
    applies: ({ proof }) => proof !== undefined,
    refuse: async ({ proof, server }) =>
      proof === undefined || (await isFresh(proof, server))
        ? undefined
        : { reason: "proof_invalid" },
  },
];

/** Notes the use of a valid proof; false when it is not valid or was used before (RFC 9449 §11.1). */
async function isFresh(checked: CheckedProof, server: ServerContext): Promise<boolean> {
  if ("problem" in checked) return false;
  const { jkt, jti } = checked.proof;
  return isFirstUse(
    server.store,
    { kind: "proof", id: `${jkt}.${jti}`, lifetime: PROOF_WINDOW },
    server.now(),
  );
}

/** The grants of the token endpoint, by `grant_type`. */
export function tokenGrants({ grants, policy }: ServerContext): ReadonlyMap<string, TokenGrant> {
  const plugged = grants
    .filter(({ offered }) => offered?.(policy) !== false)
    .flatMap(({ grantTypes }) => Object.entries(grantTypes ?? {}));
  return new Map([...plugged, ["refresh_token", refreshTokenGrant]]);
}

/** The grant types a client may register for: those of the token endpoint, and those that need none (RFC 7591 §2.1). */
export function grantTypesOf(server: ServerContext): readonly string[] {
  const answered = server.grants.flatMap(({ responseTypes }) =>
    Object.values(responseTypes ?? {}).map(({ grantType }) => grantType),
  );
  return [...new Set([...tokenGrants(server).keys(), ...answered])];
}

/** POST /token (RFC 6749 §3.2). */
export async function token(request: Request, server: ServerContext): Promise<Response> {
  const read = await readClientRequest(request, server);
  const grant = tokenGrants(server).get(read.parameters.get("grant_type") ?? "");
  const proof = await proofOf(request, server);
  const checked = await runChecks(tokenChecks, { ...read, grant, proof }, server.without);
  if (checked.refusal !== undefined || read.client === undefined || grant === undefined) {
    server.report([...checked.results, ...notReached(grant)]);
    return tokenError(checked.refusal ?? { reason: "grant_type_unsupported" });
  }
  const { parameters, client } = read;
  const shown = proof !== undefined && "proof" in proof ? { jkt: proof.proof.jkt } : {};
  const redeemed = await grant.redeem({ parameters, client, ...shown }, server);
  server.report([...checked.results, ...redeemed.checked.results]);
  return redeemed.tokens === undefined
    ? tokenError(redeemed.checked.refusal ?? { reason: "unknown" })
    : json(redeemed.tokens);
}

async function proofOf(request: Request, server: ServerContext): Promise<CheckedProof | undefined> {
  const header = request.headers.get("DPoP");
  if (header === null) return undefined;
  const url = `${server.issuer}/token`;
  return checkProof(header, { method: request.method, url, now: server.now() });
}

function notReached(grant: TokenGrant | undefined): readonly CheckResult[] {
  return (grant?.rows ?? []).map(({ id, title, spec, why }) => ({
    id,
    title,
    spec,
    why,
    outcome: "not reached",
  }));
}
