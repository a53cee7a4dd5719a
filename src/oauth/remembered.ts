/** One thing a server remembers, as it tells of it to somebody who may look inside. */
export interface Remembered {
  /** The kind of record: `code`. */
  readonly kind: string;
  /** Its id within its kind; of a code or a refresh token the value itself, of an access token its `jti`; of a session its beginning. */
  readonly id: string;
  /** What would become of it if it were used now. */
  readonly state: "live" | "spent" | "expired" | "revoked";
  /** When it was spent or revoked, epoch seconds. */
  readonly since?: number;
  /** Why it was revoked. */
  readonly reason?: string;
  /** Epoch seconds. */
  readonly expiresAt?: number;
  /** Whose doing it came from: the grant of a code, the code of a token. */
  readonly from?: Origin;
  /** What else is known of it, by name; secrets are left out. */
  readonly facts: Readonly<Record<string, string>>;
}

/** The record another one was given for. */
export interface Origin {
  readonly kind: string;
  readonly id: string;
}

/** What became of a record. */
export type Became = "new" | "spent" | "changed" | "forgotten";

/** What a call did to a record. */
export interface Change extends Origin {
  readonly became: Became;
}

/** What a server remembers at a moment, and what the last call changed of it. */
export interface Memory {
  /** The server's clock, epoch seconds. */
  readonly now: number;
  /** How far the clock was moved since the last call, in seconds. */
  readonly moved: number;
  readonly remembered: readonly Remembered[];
  readonly changes: readonly Change[];
}
