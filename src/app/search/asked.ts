/** Words of a question that do not say what it is about. */
const STOP_WORDS = new Set(
  "a an the is are be was what which who why when where how do does did can could should must i my me you your we our it its this that with for of to on at by and or please".split(
    " ",
  ),
);

/** The words of a question that say what it is about; all of them where none does. */
export function tellingWords(question: string): string {
  const words = question
    .trim()
    .toLowerCase()
    .split(/[\s?!,;:“”"]+/)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : words).join(" ");
}
