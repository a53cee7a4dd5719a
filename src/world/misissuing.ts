import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose";
import type { SigningKeys } from "../authorization-server/ports.ts";
import type { Misissued } from "../flow/transport.ts";
import { jsonObject } from "../oauth/json.ts";

/**
 * The answer of an authorization server that errs: the tokens in it say what they should not, and are signed with its own
 * key all the same. The server itself has no such mistake in it; its answer is taken apart and made again.
 */
export async function misissuing(
  response: Response,
  { privateKey }: SigningKeys,
  misissued: Misissued,
): Promise<Response> {
  const body = await response.clone().text();
  const answer = jsonObject(body);
  if (answer === undefined) return response;
  const wrong: Record<string, string> = {};
  for (const member of TOKENS) {
    const [token, claims] = [answer[member], misissued[member]];
    if (typeof token !== "string" || claims === undefined) continue;
    wrong[member] = await resigned(token, claims, privateKey);
  }
  return Object.keys(wrong).length === 0
    ? response
    : new Response(JSON.stringify({ ...answer, ...wrong }), response);
}

const TOKENS = ["access_token", "id_token"] as const;

/** ES256 alone (RFC 7518 §3.4): the clients of such walks ask for no other. */
function resigned(
  token: string,
  claims: Readonly<Record<string, string | null>>,
  key: CryptoKey,
): Promise<string> {
  const { typ, kid } = decodeProtectedHeader(token);
  const said = Object.entries({ ...decodeJwt(token), ...claims });
  const left = Object.fromEntries(said.filter(([, value]) => value !== null));
  const header = {
    alg: "ES256",
    ...(typ === undefined ? {} : { typ }),
    ...(kid === undefined ? {} : { kid }),
  };
  return new SignJWT(left).setProtectedHeader(header).sign(key);
}
