import {
  authorizationEndpoint,
  clientId,
  issuer,
  photosUrl,
  redirectUri,
  scope,
} from "./config.ts";

const STATE = "state";

document.querySelector("button")?.addEventListener("click", () => void logIn());
if (location.pathname === "/callback") await takeAnswer();

async function logIn(): Promise<void> {
  const state = crypto.randomUUID();
  sessionStorage.setItem(STATE, state);
  const url = new URL(authorizationEndpoint);
  url.search = new URLSearchParams({
    response_type: "token",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state,
  }).toString();
  location.assign(url);
}

async function takeAnswer(): Promise<void> {
  const answer = new URLSearchParams(location.hash.slice(1));
  history.replaceState(null, "", "/");
  const state = sessionStorage.getItem(STATE);
  sessionStorage.removeItem(STATE);
  if (state === null || answer.get("state") !== state) return show("Not an answer to this page.");
  if (answer.get("iss") !== issuer) return show("The answer comes from another server.");
  const accessToken = answer.get("access_token");
  if (accessToken === null) return show(`No token: ${answer.get("error") ?? "no error either"}.`);
  await showPhotos(accessToken);
}

async function showPhotos(accessToken: string): Promise<void> {
  const response = await fetch(photosUrl, { headers: { Authorization: `Bearer ${accessToken}` } });
  show(response.ok ? await response.text() : `The API answered ${response.status}.`);
}

function show(text: string): void {
  const output = document.querySelector("output");
  if (output !== null) output.textContent = text;
}
