import { askOwnServer } from "../../../src/grants/authorization-code/backend/answers.ts";
import { offerLogin, showTitles } from "./backend-page.ts";
import { send, titlesIn } from "./requests.ts";

// The page of Print with a BFF: it asks its own server for the photos, and knows no token.

void show();

async function show(): Promise<void> {
  const response = await send(askOwnServer("GET", `${location.origin}/bff/photos`));
  if (!response.ok) return offerLogin("/bff/login");
  showTitles(titlesIn(await response.text()));
}
