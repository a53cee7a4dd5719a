import { askForPhotos } from "../../../src/grants/authorization-code/bff/answers.ts";
import { titlesIn } from "./requests.ts";

// The page of Print with a backend: it asks its own server for the photos, and knows no token.

const main = document.querySelector("main") ?? document.body;
void show();

async function show(): Promise<void> {
  const { url, headers } = askForPhotos(`${location.origin}/bff/photos`);
  const response = await fetch(url, { headers: headers.map(([name, value]) => [name, value]) });
  if (!response.ok) return offerLogin();
  const titles = titlesIn(await response.text());
  main.replaceChildren(
    ...titles.map((title) => Object.assign(document.createElement("p"), { textContent: title })),
  );
  main.dataset["state"] = "photos";
}

function offerLogin(): void {
  const link = Object.assign(document.createElement("a"), {
    href: "/bff/login",
    textContent: "Log in with auth.localhost",
  });
  main.replaceChildren(link);
  main.dataset["state"] = "ready";
}
