/** A question about what people believe of OAuth, one of whose answers is right. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly answers: readonly Answer[];
  /** “RFC 9700 §2.1.1”. */
  readonly spec: string;
  /** Where to read on, without the base path. */
  readonly readOn: string;
}

/** One of the answers to choose from. */
export interface Answer {
  readonly text: string;
  /** Why it is right, or what is wrong about it. */
  readonly because: string;
  readonly right?: true;
}

/** The index of the right answer. Throws `RangeError` where there is none. */
export function rightAnswer({ id, answers }: Question): number {
  const index = answers.findIndex(({ right }) => right === true);
  if (index === -1) throw new RangeError(`“${id}” has no right answer.`);
  return index;
}
