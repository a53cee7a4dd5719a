import type { Answer, Read } from "../../flow/define-flow.ts";
import { formRequest, type WireRequest } from "../../oauth/wire.ts";
import { AUTH, DEVICE_CODE, FRAME_CLIENT, SCOPE } from "../cast.ts";
import { numbersOf, redirectOf, stringsOf, tokenAnswer } from "../steps/classify.ts";
import { refreshRequest } from "../steps/refresh.ts";
import { tokenRequest } from "../steps/tokens.ts";

const CLIENT = { method: "none", id: FRAME_CLIENT.id } as const;
const noSecret = () => "";

/** The device authorization request (RFC 8628 §3.1). */
export function codesRequest(): WireRequest {
  return formRequest(`${AUTH}/device_authorization`, { client_id: CLIENT.id, scope: SCOPE });
}

const CODES = [
  "device_code",
  "user_code",
  "verification_uri",
  "verification_uri_complete",
] as const;

/** Reads the answer to a device authorization request (RFC 8628 §3.2): `ok`, an error code that is told apart, or `refused`. */
export function codesAnswer(answer: Answer): string {
  const status = answer.response?.status ?? 0;
  const { device_code, error } = stringsOf(answer, ["device_code", "error"]);
  if (status === 200 && device_code !== undefined) return "ok";
  if (status < 400 || status > 499) return "";
  return error === "invalid_client" || error === "invalid_scope" ? error : "refused";
}

/** What the device was given (RFC 8628 §3.2). */
export function readCodes(answer: Answer) {
  return { ...stringsOf(answer, CODES), ...numbersOf(answer, ["expires_in", "interval"]) };
}

/** How long to wait between two polls, in seconds: five, where the server did not say (RFC 8628 §3.2). */
export function intervalIn(read: Read<"interval">): number {
  return Number(read.maybe("interval") ?? 5);
}

/** The device access token request (RFC 8628 §3.4). */
export function pollRequest(read: Read<"device_code">): WireRequest {
  const fields = { grant_type: DEVICE_CODE, device_code: read("device_code") };
  return tokenRequest(CLIENT, noSecret, fields);
}

/** Reads the answer to a poll (RFC 8628 §3.5). */
export const pollAnswer = tokenAnswer([
  "authorization_pending",
  "slow_down",
  "access_denied",
  "expired_token",
  "invalid_grant",
  "invalid_client",
  "invalid_request",
  "unsupported_grant_type",
]);

/** A request for a new access token, without the user. */
export function renewRequest(read: Read<"refresh_token">): WireRequest {
  return refreshRequest(CLIENT, noSecret, read("refresh_token"));
}

/** Reads the answer to a code that was typed: on to sign-in or, where somebody is signed in, to consent. */
export function typedAnswer(answer: Answer): string {
  const target = redirectOf(answer);
  if (target !== undefined) return target.pathname === "/consent" ? "consent" : "login";
  return answer.response?.status === 429 ? "too_many" : "refused";
}

/** Reads the answer to the decision. No redirect follows it: the client is not in this browser. */
export function decidedAnswer({ request, response }: Answer): string {
  if (response?.status !== 200) return "refused";
  const allowed = new URLSearchParams(request.body).get("decision") === "allow";
  return allowed ? "allowed" : "denied";
}
