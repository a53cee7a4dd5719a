/** Every page there is, by what it is called here; relative to the base. */
export const PAGES = {
  home: "./",
  learn: "./learn",
  lesson: "./learn/authorization-code",
  flows: "./flows",
  compare: "./compare",
  attacks: "./attacks",
  attack: "./attacks/csrf",
  choose: "./choose",
  scenarios: "./scenarios",
  scenario: "./scenarios/television",
  errors: "./errors",
  error: "./errors/invalid_grant",
  refusal: "./errors/invalid_client/token.assertion-audience",
  glossary: "./glossary",
  questions: "./questions",
  verdicts: "./verdicts",
  changelog: "./changelog",
  missing: "./flows/nonsense",
};

/** A test for each page would begin with nothing kept each time; one for all would take minutes. */
export function byFive(pages: readonly string[]): readonly (readonly string[])[] {
  return pages.length <= 5 ? [pages] : [pages.slice(0, 5), ...byFive(pages.slice(5))];
}
