import { setTimeout as wait } from "node:timers/promises";
import * as oauth from "oauth4webapi";
import { client, issuer, photosUrl, scope } from "./config.ts";

const auth = oauth.None();

// OAuth is spoken over TLS. Plain http is for an authorization server on this very machine.
const options = { [oauth.allowInsecureRequests]: issuer.hostname === "127.0.0.1" };

const server = await discover();

// #region codes
const codesResponse = await oauth.deviceAuthorizationRequest(
  server,
  client,
  auth,
  { scope },
  options,
);
const codes = await oauth.processDeviceAuthorizationResponse(server, client, codesResponse);
// #endregion

// #region show_code
// The device code is not shown: whoever has it can collect the tokens.
console.log(`On your phone or computer, open\n\n  ${codes.verification_uri}\n`);
console.log(`and enter the code\n\n  ${codes.user_code}\n`);
if (codes.verification_uri_complete !== undefined) {
  console.log(`or open this, and compare the code:\n\n  ${codes.verification_uri_complete}\n`);
}
// #endregion

const tokens = await pollForTokens(codes.device_code, codes.interval ?? 5);
console.log(`An access token for ${tokens.scope ?? scope}, good for ${tokens.expires_in} seconds.`);

await showPhotos(tokens.access_token);

// #region poll_early, wait, poll, back_off
/** Asks until the user has decided. Throws the server's last word when she said no, or nobody came in time. */
async function pollForTokens(
  deviceCode: string,
  interval: number,
): Promise<oauth.TokenEndpointResponse> {
  let pause = interval;
  for (;;) {
    await wait(pause * 1000);
    const answer = await poll(deviceCode);
    if (typeof answer === "object") return answer;
    // For this and every later request (RFC 8628 §3.5).
    if (answer === "slow_down") pause += 5;
  }
}

/** The tokens, or why to ask again. With any other error a device must stop asking (RFC 8628 §3.5). */
async function poll(
  deviceCode: string,
): Promise<oauth.TokenEndpointResponse | "authorization_pending" | "slow_down"> {
  const response = await oauth.deviceCodeGrantRequest(server, client, auth, deviceCode, options);
  try {
    return await oauth.processDeviceCodeResponse(server, client, response);
  } catch (thrown) {
    const error = thrown instanceof oauth.ResponseBodyError ? thrown.error : undefined;
    if (error === "authorization_pending" || error === "slow_down") return error;
    throw thrown;
  }
}
// #endregion

// #region api, show
async function showPhotos(accessToken: string): Promise<void> {
  const response = await oauth.protectedResourceRequest(
    accessToken,
    "GET",
    photosUrl,
    undefined,
    undefined,
    options,
  );
  console.log(await response.text());
}
// #endregion

/** Reads the server's metadata and checks that it names the issuer that was asked (RFC 8414 §3.3). */
async function discover(): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: "oauth2" });
  return oauth.processDiscoveryResponse(issuer, response);
}
