// Runs later on the same site: it reports every address in this tab's history that the site may read.
const { currentScript } = document;
const src = currentScript instanceof HTMLScriptElement ? currentScript.src : "";
void fetch(new URL("/collect", src), {
  method: "POST",
  mode: "no-cors",
  body: navigation
    .entries()
    .map(({ url }) => url)
    .join("\n"),
});
export {};
