import type { LocalStep, Read } from "../../flow/define-flow.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { photosPage } from "./client-pages.ts";
import { type ClientAuth, tokenRequest } from "./tokens.ts";

/** A refresh (RFC 6749 §6); `fields` are what it asks for besides. */
export function refreshRequest(
  auth: ClientAuth,
  secret: () => string,
  token: string,
  fields: Readonly<Record<string, string>> = {},
): WireRequest {
  return tokenRequest(auth, secret, {
    grant_type: "refresh_token",
    refresh_token: token,
    ...fields,
  });
}

interface Facts<V extends string, P extends string> {
  readonly title: string;
  readonly why: string;
  readonly party: P;
  readonly chapter: string;
  readonly button: string;
  readonly spec?: string;
  /** The page meanwhile. */
  shows?(read: Read<V>): string;
}

/** Time goes by; `seconds` may read how much. */
export function waiting<const S extends string, V extends string, const P extends string>(
  { party, shows, ...facts }: Facts<V, P>,
  seconds: (read: Read<V>) => number,
  next: S,
): LocalStep<S, V, P> {
  return {
    kind: "local",
    from: party,
    to: party,
    channel: "local",
    stage: "use",
    spec: "RFC 6749 §5.1",
    ...facts,
    run: async (read) => ({
      outcome: "later",
      wait: seconds(read),
      ...(shows === undefined ? {} : { page: shows(read) }),
    }),
    outcomes: { later: { label: "later", next } },
  };
}

/** Until the access token has expired, by what the authorization server said of it. */
export function untilExpired(read: Read<"expires_in">): number {
  return Number(read("expires_in"));
}

/** The photos the client got. */
export function showingPhotos(read: Read<"photos">): string {
  return photosPage(read("photos"));
}

/** In seconds. */
export const DAY = 86_400;
