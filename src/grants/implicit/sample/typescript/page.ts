import { authorizationEndpoint, clientId, issuer, photosUrl, scope } from "./config.ts";

// How single-page applications used the implicit grant (RFC 6749 §4.2). Do not begin like this today.

const STATE = "state";
const redirectUri = `${location.origin}/callback`;

document.querySelector("button")?.addEventListener("click", logIn);
if (location.hash !== "") await takeAnswer();

function logIn(): void {
  // #region prepare
  const state = crypto.randomUUID();
  sessionStorage.setItem(STATE, state);
  // #endregion

  // #region authorize
  const url = new URL(authorizationEndpoint);
  url.search = new URLSearchParams({
    response_type: "token",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state,
  }).toString();
  location.assign(url);
  // #endregion
}

async function takeAnswer(): Promise<void> {
  // #region callback
  const answer = new URLSearchParams(location.hash.slice(1));
  // #endregion

  // #region check
  // Out of the address bar and the history at once. What read the address before this line has it,
  // and performance.getEntriesByType("navigation") still tells it to every script.
  history.replaceState(null, "", "/");
  const state = sessionStorage.getItem(STATE);
  sessionStorage.removeItem(STATE);
  if (state === null || answer.get("state") !== state) return show("Not an answer to this page.");
  if (answer.get("iss") !== issuer) return show("The answer comes from another server.");
  const accessToken = answer.get("access_token");
  if (accessToken === null) return show(`No token: ${answer.get("error") ?? "no error either"}.`);
  // #endregion

  // #region api
  // In memory only. There is no refresh token: after a reload the user is asked again.
  const response = await fetch(photosUrl, { headers: { Authorization: `Bearer ${accessToken}` } });
  // #endregion
  show(response.ok ? await response.text() : `The API answered ${response.status}.`);
}

function show(text: string): void {
  const output = document.querySelector("output");
  if (output !== null) output.textContent = text;
}
