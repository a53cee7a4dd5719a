import { runChecks } from "../../oauth/checks.ts";
import { type CheckedProof, checkProof, PROOF_ALGORITHM, PROOF_WINDOW } from "../../oauth/dpop.ts";
import { isFirstUse } from "../../store/used-once.ts";
import { accessTokenId } from "../endpoints/introspect.ts";
import { liveGrant } from "../grant-records.ts";
import type { ServerContext } from "../ports.ts";
import type { AccessTokenRecord } from "../records.ts";
import { json } from "../respond.ts";
import { claimsOf } from "./claims.ts";
import { userInfoChecks, type UserInfoFacts, type UserInfoRefusal } from "./userinfo-checks.ts";

/** GET and POST /userinfo (OpenID Connect Core §5.3): what the user let this client know of her. */
export async function userInfo(request: Request, server: ServerContext): Promise<Response> {
  const facts = await factsOf(request, server);
  const { refusal, results } = await runChecks(userInfoChecks, facts);
  server.report(results);
  const { record, person, scheme } = facts;
  if (refusal !== undefined || record === undefined || person === undefined) {
    return refused(refusal ?? { error: "none" }, scheme);
  }
  return json(claimsOf(person, record.scope));
}

/** RFC 6750 §2.1: `b64token`; the header is the only place a token is taken from. */
const HEADER = /^(bearer|dpop)(?: +(.*))?$/i;
const B64TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;

async function factsOf(request: Request, server: ServerContext): Promise<UserInfoFacts> {
  const [, name, text = ""] = HEADER.exec(request.headers.get("Authorization")?.trim() ?? "") ?? [];
  const token = B64TOKEN.test(text) ? text : undefined;
  const record = token === undefined ? undefined : await recordOf(server, token);
  const now = server.now();
  return {
    scheme: name?.toLowerCase() === "dpop" ? "DPoP" : "Bearer",
    token,
    malformed: name !== undefined && token === undefined,
    record,
    grant: record === undefined ? undefined : await liveGrant(server, record.grantId),
    person: server.people.find(({ subject }) => subject === record?.subject),
    now,
    proof: await proofOf(request, server, token),
    isFirstUse: (id) =>
      isFirstUse(server.store, { kind: "proof", id, lifetime: PROOF_WINDOW }, now),
  };
}

async function proofOf(
  request: Request,
  { issuer, now }: ServerContext,
  accessToken = "",
): Promise<CheckedProof | undefined> {
  const header = request.headers.get("DPoP");
  if (header === null) return undefined;
  const { method } = request;
  return checkProof(header, { method, url: `${issuer}/userinfo`, now: now(), accessToken });
}

async function recordOf(
  server: ServerContext,
  token: string,
): Promise<AccessTokenRecord | undefined> {
  const id = await accessTokenId(server, token);
  const entry = id === undefined ? undefined : await server.store.get("access_token", id);
  return entry?.spentAt === undefined ? entry?.value : undefined;
}

const STATUS = {
  none: 401,
  invalid_request: 400,
  invalid_token: 401,
  invalid_dpop_proof: 401,
  insufficient_scope: 403,
} as const;

/** The challenge of RFC 6750 §3; without a token there is no error to name (§3.1). */
function refused(refusal: UserInfoRefusal, scheme: UserInfoFacts["scheme"]): Response {
  const details =
    refusal.error === "none"
      ? {}
      : {
          error: refusal.error,
          error_description: refusal.description,
          ...(refusal.error === "insufficient_scope" ? { scope: "openid" } : {}),
        };
  const algs = scheme === "DPoP" ? { algs: PROOF_ALGORITHM } : {};
  const parameters = Object.entries({ realm: "userinfo", ...details, ...algs });
  const challenge = parameters.map(([name, text]) => `${name}="${text}"`).join(", ");
  return json(details, STATUS[refusal.error], { "WWW-Authenticate": `${scheme} ${challenge}` });
}
