import { pick } from "./classify.ts";

/** What came back with an answer, right or wrong (RFC 6749 §4.1.2, §4.1.2.1, §4.2.2, §4.2.2.1; RFC 9207 §2). */
export function returnedIn<Credential extends "code" | "access_token">(
  found: URLSearchParams,
  credential: Credential,
) {
  const names = {
    [credential]: credential,
    returned_state: "state",
    returned_iss: "iss",
    returned_error: "error",
  };
  return pick(
    [credential, "returned_state", "returned_iss", "returned_error"],
    (value) => found.get(names[value] ?? value) ?? undefined,
  );
}
