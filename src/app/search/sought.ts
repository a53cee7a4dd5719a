/** Words people look for things by though their texts do not use them, by the address of the thing. */
export const soughtBy: Readonly<Record<string, string>> = {
  "/glossary#openid-connect":
    "log in login sign in google facebook apple github microsoft social sso identity",
  "/glossary#id-token": "log in login sign in google facebook apple github microsoft social",
  "/learn/openid-connect": "log in login sign in google facebook apple github microsoft social sso",
  "/glossary#revocation": "log out sign out logout logoff signout user end session",
  "/learn/access-token#jwt-or-opaque": "log out sign out logout signout revoke",
  "/learn/browser-apps": "spa javascript react vue angular svelte",
  "/scenarios/single-page-app": "spa frontend javascript react vue angular svelte",
  "/scenarios/single-page-app-with-bff": "spa frontend javascript react vue angular svelte",
  "/errors/invalid_grant": "refresh token expired revoked code expired used twice",
  "/errors/invalid_token": "access token expired revoked",
  "/errors/error-page": "redirect uri callback url mismatch",
  "/learn/access-token#where-a-browser-keeps-it": "store storage localstorage keep tokens",
};
