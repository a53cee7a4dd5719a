export const routes = ["/", "/learn"];

/** The page at a path as HTML. */
export async function render(path: string, base: string) {
  return {
    html: `<main><h1>Grantlab</h1><a href="${base}learn">Learn</a></main>`,
    title: path === "/404" ? "Not found · Grantlab" : "Grantlab",
    description: "Learn OAuth 2.0 by running it.",
  };
}
