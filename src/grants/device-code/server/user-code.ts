/** No vowels, so that no word comes about; no digits and no case, so that a phone types it at once (RFC 8628 §6.1). */
const LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
const NO_LETTER = new RegExp(`[^${LETTERS}]`, "g");
const LENGTH = 8;

/** A new user code, as it is shown: 20⁸ of them, 34.5 bits (RFC 8628 §6.1). */
export function newUserCode(): string {
  return shown(Array.from({ length: LENGTH }, randomLetter).join(""));
}

/** The letters of what somebody typed: case, dashes, spaces and whatever else is no letter of a code do not count (RFC 8628 §6.1). */
export function lettersIn(typed: string): string {
  return typed.toUpperCase().replaceAll(NO_LETTER, "");
}

/** Letters with the dash that makes them readable. */
export function shown(letters: string): string {
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

/** Every letter as likely as any other: bytes beyond the last whole alphabet are drawn again. */
function randomLetter(): string {
  const fair = 256 - (256 % LETTERS.length);
  for (;;) {
    const [byte = fair] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return LETTERS.charAt(byte % LETTERS.length);
  }
}
