import { askOwnServer } from "../../../src/grants/authorization-code/backend/answers.ts";
import { AT, TOKEN_PATH } from "../../../src/grants/authorization-code/mediating/token.ts";
import { jsonObject } from "../../../src/oauth/json.ts";
import { giveUp, offerLogin, showTitles } from "./backend-page.ts";
import { readPhotos, send } from "./requests.ts";

// The page of Print with a token-mediating backend: it asks its own server for the access token, and calls the API itself.

const { api = "", keeps = "memory" } = document.currentScript?.dataset ?? {};
void show();

async function show(): Promise<void> {
  const response = await send(askOwnServer("GET", `${location.origin}${TOKEN_PATH}`));
  if (!response.ok) return offerLogin(`${AT}login`);
  const token = String(jsonObject(await response.text())?.["access_token"]);
  if (keeps === "localStorage" || keeps === "sessionStorage") {
    window[keeps].setItem("access_token", token);
  }
  const titles = await readPhotos(api, token);
  if (titles === undefined) return giveUp("The API gave no photos.");
  showTitles(titles);
}
