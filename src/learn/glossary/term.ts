/** A term of OAuth, where it is defined and where it can be seen. */
export interface Term {
  /** As it is written in running text: “authorization code”. */
  readonly name: string;
  /** Other names and spellings people look for. */
  readonly also?: readonly string[];
  /** One or two sentences. */
  readonly meaning: string;
  /** “RFC 6749 §1.1”. */
  readonly spec: string;
  readonly seen: Seen;
}

/** A message of a walk in which the thing can be seen. */
export interface Seen {
  readonly grant: string;
  readonly variant: string;
  readonly step: string;
}

/** The id of a term's place on the page: “refresh token” is `refresh-token`. */
export function termId({ name }: Pick<Term, "name">): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
