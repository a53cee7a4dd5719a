/** Every page there is, by what it is called here; relative to the base. */
export const PAGES = {
  home: "./",
  learn: "./learn",
  lesson: "./learn/authorization-code",
  flows: "./flows",
  compare: "./compare",
  attacks: "./attacks",
  attack: "./attacks/csrf",
  missing: "./flows/nonsense",
};
