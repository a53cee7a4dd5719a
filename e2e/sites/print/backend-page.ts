// What the pages of Print with a backend have in common.

const main = document.querySelector("main") ?? document.body;

/** The titles of the photos, on the page. */
export function showTitles(titles: readonly string[]): void {
  main.replaceChildren(
    ...titles.map((title) => Object.assign(document.createElement("p"), { textContent: title })),
  );
  main.dataset["state"] = "photos";
}

/** The way to sign in, where nobody has. */
export function offerLogin(href: string): void {
  const link = Object.assign(document.createElement("a"), {
    href,
    textContent: "Log in with auth.localhost",
  });
  main.replaceChildren(link);
  main.dataset["state"] = "ready";
}

/** Says why there are no photos. */
export function giveUp(problem: string): void {
  main.textContent = problem;
  main.dataset["state"] = "problem";
}
