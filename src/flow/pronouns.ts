/** What follows “her” where it is no possessive. */
const AFTER_OBJECT =
  /^(?:a|all|an|and|anew|as|at|before|but|by|for|from|in|into|no|nothing|of|on|or|so|that|the|this|through|to|too|what|when|where|whether|which|who|with)$/u;

/** A text that speaks of a woman, speaking of a man. */
export function asOfHim(text: string): string {
  return text.replaceAll(
    /\b(she|herself|hers|her)\b(?: (\w+))?/giu,
    (found, word: string, next: string | undefined) => {
      const said = masculine(word.toLowerCase(), next);
      const begun = /^[A-Z]/u.test(word) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
      return begun + found.slice(word.length);
    },
  );
}

function masculine(word: string, next: string | undefined): string {
  if (word === "she") return "he";
  if (word === "herself") return "himself";
  if (word === "hers") return "his";
  return next === undefined || AFTER_OBJECT.test(next) ? "him" : "his";
}
