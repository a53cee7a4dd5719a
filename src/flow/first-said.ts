/** Words a text is compared by: what stands between characters a value may end at. See `says`. */
const WORD = /[\w-]+/gu;

export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(WORD));
}

/** Where every word was first said at each place. Orders are positive, and grow. */
export class FirstSaid {
  readonly #words = new Map<string, Map<string, number>>();

  note(words: ReadonlySet<string>, place: string, order: number): void {
    for (const word of words) {
      const places = this.#words.get(word) ?? new Map<string, number>();
      this.#words.set(word, places);
      if (!places.has(place)) places.set(place, order);
    }
  }

  /** The first at which all of these words may have been said there together; nothing when one of them was not. */
  earliest(words: ReadonlySet<string>, place: string): number | undefined {
    let earliest = 0;
    for (const word of words) {
      const order = this.#words.get(word)?.get(place);
      if (order === undefined) return undefined;
      earliest = Math.max(earliest, order);
    }
    return earliest;
  }

  /** Forgets what was noted from this order on. */
  forgetFrom(from: number): void {
    for (const [word, places] of this.#words) {
      for (const [place, order] of places) if (order >= from) places.delete(place);
      if (places.size === 0) this.#words.delete(word);
    }
  }
}
