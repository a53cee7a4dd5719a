/** The parameters of a query or a form, as OAuth reads them (RFC 6749 §3.1, §3.2). */
export interface Parameters {
  /** The value; nothing when it is missing or empty, which are the same (§3.1), or repeated, for then nobody could say which counts. */
  get(name: string): string | undefined;
  /** Names that occur more than once with a value, which no request may have (§3.1). */
  readonly repeated: readonly string[];
  /** Names with control characters in them or in their value, which no parameter may have (Appendix A). */
  readonly unprintable: readonly string[];
  /** Whether the percent-encoding is broken or decodes to what is not UTF-8 (Appendix B). */
  readonly malformed: boolean;
}

/** Reads `application/x-www-form-urlencoded` text (RFC 6749 Appendix B). Never throws. */
export function parseParameters(text: string): Parameters {
  const pairs = [...new URLSearchParams(text)].filter(([, value]) => value !== "");
  const values = new Map<string, string>();
  const repeated = new Set<string>();
  for (const [name, value] of pairs) {
    if (values.has(name)) repeated.add(name);
    values.set(name, value);
  }
  return {
    get: (name) => (repeated.has(name) ? undefined : values.get(name)),
    repeated: [...repeated],
    unprintable: pairs.filter((pair) => pair.some(hasControlCharacters)).map(([name]) => name),
    malformed: !decodes(text),
  };
}

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function hasControlCharacters(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
