/** The parameters of a query or a form, as OAuth reads them (RFC 6749 §3.1, §3.2). */
export interface Parameters {
  /** The value; nothing when it is missing or empty, which are the same (§3.1). Of a repeated one, the first. */
  get(name: string): string | undefined;
  /** Names that occur more than once, which no request may have (§3.1). */
  readonly repeated: readonly string[];
  /** Whether the encoding is broken, or decodes to control characters or to what is not UTF-8. */
  readonly malformed: boolean;
}

/** Reads `application/x-www-form-urlencoded` text (RFC 6749 Appendix B). Never throws. */
export function parseParameters(text: string): Parameters {
  const pairs = [...new URLSearchParams(text)];
  const names = pairs.map(([name]) => name);
  return {
    get: (name) => pairs.find(([key]) => key === name)?.[1] || undefined,
    repeated: [...new Set(names.filter((name, index) => names.indexOf(name) !== index))],
    malformed: !decodes(text) || pairs.some((pair) => pair.some(hasControlCharacters)),
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
  return /[\u0000-\u001f\u007f]/.test(text);
}
