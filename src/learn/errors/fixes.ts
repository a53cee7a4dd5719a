import type { CheckId } from "./causes.ts";

const READABLE =
  "Send the body as application/x-www-form-urlencoded in UTF-8, with a library that encodes each value. Control characters have no place in it.";
const ONCE = "Send every parameter once. Look for a base address that carries one already.";
const FORM =
  "This form comes from the server’s own page. If you build the request yourself, do not: send the user there.";
const AGAIN = "Begin again at the client: it sends a new request, and the pages are fresh.";
const REGISTERED_SCOPE =
  "Ask for scopes the client is registered for, separated by single spaces. Leave the parameter out to get the client’s own.";
const RESOURCE =
  "Send the identifier of the API as the server knows it, character by character. Leave the parameter out if there is one API only.";
const KEY =
  "Send a fresh proof with every request, made with the key the tokens were bound to, for this method and address.";
const PRESENT = (name: string) => `Send ${name}. A parameter without a value counts as left out.`;
const REGISTRATION = (what: string) => `${what} The error_description names the member.`;

/** What to do about each check that refused: one or two sentences. A check without them does not compile. */
export const fixes: Readonly<Record<CheckId, string>> = {
  "authorize.well-formed":
    "Build the address with a URL library, and send client_id and redirect_uri once each.",
  "authorize.client":
    "Compare client_id with the registration, and make sure you are at the server where the client is registered: test and production have different clients.",
  "authorize.redirect-uri":
    "Send a redirect URI exactly as it is registered: scheme, host, port, path and slash at the end. Do not loosen the matching at the server.",
  "authorize.no-repeats": ONCE,
  "authorize.printable":
    "Keep line breaks and other control characters out of values. Put binary data into state as base64url.",
  "authorize.prompt": "Send prompt=none alone, or the other values without it.",
  "authorize.silent-client":
    "Do not ask for silent answers from an app that cannot prove which client it is. Send the user through the page, or use a refresh token.",
  "authorize.response-type":
    "Send response_type=code. It is case-sensitive, and the server’s metadata lists what it supports.",
  "authorize.response-type-allowed":
    "Use the response type the client is registered for; today that is code. Change the registration only if the client really is of that kind.",
  "authorize.scope": REGISTERED_SCOPE,
  "authorize.resource": RESOURCE,
  "authorize.redirect-uri-named":
    "Send redirect_uri in every request for a sign-in, even where one is registered.",
  "authorize.request-object":
    "Send the parameters themselves. Where a signed request is needed, look in the metadata for request_parameter_supported first.",
  "authorize.max-age": "Send max_age as a whole number of seconds, or leave it out.",
  "authorize.id-token-hint":
    "Send an ID token this very server issued, as it came. An expired one will do; an access token will not.",
  "authorize.pkce-present":
    "Make a verifier for each request and send its challenge as code_challenge, with code_challenge_method=S256.",
  "authorize.pkce-method":
    "Send code_challenge_method=S256. Left out, it means plain, and plain protects nothing from those who see the request.",
  "authorize.pkce-form":
    "Send the SHA-256 of the verifier in base64url without padding: 43 characters. Hex and ordinary base64 are other texts.",
  "authorize.silent-session":
    "This is the answer to expect: send the user through the authorization endpoint again, without prompt=none. If it always comes, the browser may be keeping the server’s cookies from a frame.",

  "login.well-formed": FORM,
  "login.interaction": AGAIN,
  "login.browser":
    "Finish in the browser in which the sign-in began. Links to the login page cannot be passed on, and cookies have to be allowed.",
  "login.password":
    "Type name and password again. This concerns the user alone; the client never hears of it.",
  "consent.well-formed": FORM,
  "consent.interaction": AGAIN,
  "consent.browser": "Finish in the browser in which the sign-in began, with cookies allowed.",
  "consent.signed-in": "Sign in first. A session may have ended in between.",
  "consent.signed-in-anew":
    "Sign in once more: the client asked for a fresh sign-in, by prompt=login or max_age.",
  "consent.expected-user":
    "Sign in as the user the client means, or have the client leave out id_token_hint.",
  "consent.decision": FORM,
  "consent.open": "Have the device show a new code, and enter that one.",
  "consent.unspent": "Go back to the client: the first answer has been given already.",
  "consent.allowed":
    "Nothing is broken. Tell the user what does not work without it, and let her try again when she wants to.",

  "token.well-formed": READABLE,
  "token.no-repeats": ONCE,
  "token.client-one-method":
    "Send the credentials in the Authorization header or in the body, never both. Libraries have a setting for the method.",
  "token.client-authenticated":
    "Check the client_id, the secret, and the method it is registered with: header, body, signed assertion or none. In the header, encode id and secret as a form first.",
  "token.assertion-type":
    "Send client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer.",
  "token.assertion-signature":
    "Sign with the private key whose public half is registered, with ES256. After a change of keys, register the new one first.",
  "token.assertion-purpose":
    "Make the header typ client-authentication+jwt; this server also takes JWT, or none. Use no JWT that was made for something else.",
  "token.assertion-subject": "Make iss and sub the client_id, both.",
  "token.assertion-audience":
    "Make aud the issuer identifier of the server, alone. The address of the token endpoint is not taken any more.",
  "token.assertion-time":
    "Make the assertion right before it is sent, valid for a minute or so, and set the clock of the machine.",
  "token.assertion-unused":
    "Make a new assertion with a new jti for every request, retries included.",
  "token.grant-type-present": PRESENT("grant_type in the body"),
  "token.grant-type-supported":
    "Compare grant_type with grant_types_supported in the server’s metadata, letter by letter. The device grant’s is a long URN.",
  "token.grant-type-allowed":
    "Use the grant the client is registered for, or register another client. One client for several purposes gets the rights of all.",
  "token.resource": RESOURCE,
  "token.proof":
    "Send a fresh proof with every request, retries included, made for POST and the token endpoint’s own address.",
  "token.code-present": PRESENT("code, as it came to the redirect URI"),
  "token.code-known":
    "Send the code as it came, decoded once, to the server that issued it. A code of the test system means nothing in production.",
  "token.code-client":
    "Redeem the code with the client_id that asked for it. Look for two configurations that got mixed.",
  "token.code-fresh":
    "Redeem the code at once: it lives for a minute here, and RFC 6749 recommends ten minutes at most. If you did, look for what holds it up, such as a debugger or a clock.",
  "token.redirect-uri":
    "Send the redirect_uri of the authorization request, character by character. Behind a proxy, clients often build http where they asked with https.",
  "token.pkce-expected":
    "Send code_challenge with the authorization request, or no verifier. If you did send one, somebody took it out on the way: treat it as an attack.",
  "token.pkce-form":
    "Send the verifier itself, 43 to 128 characters of A–Z, a–z, 0–9, hyphen, dot, underscore and tilde.",
  "token.pkce":
    "Send the verifier whose challenge went into this very request. Two tabs that share one place to keep it overwrite each other’s.",
  "token.grant-live":
    "Send the user through the authorization endpoint again: what she allowed has been revoked. If nobody meant to, look for a code or a refresh token that was used twice.",
  "token.code-unspent":
    "Redeem each code once: a reloaded callback page, a retry or a second effect in React sends it again. The first tokens are revoked, so begin anew.",
  "token.client-confidential":
    "Use a client with credentials. A public client acts for a user, by the authorization code grant.",
  "token.scope-allowed": REGISTERED_SCOPE,
  "token.device-present": PRESENT("device_code, as it came from the device authorization endpoint"),
  "token.device-known":
    "Send the device_code, not the user_code that is shown, to the server that issued it.",
  "token.device-client": "Poll with the client_id that asked for the codes.",
  "token.device-fresh":
    "Stop polling, and offer to begin again with new codes. Show how long the code is good for.",
  "token.device-not-denied":
    "Stop polling and tell the user. Begin anew only when she asks for it.",
  "token.device-interval":
    "Add five seconds to the interval, for all later requests. Begin with the interval the server gave, or five seconds if it gave none.",
  "token.device-decided":
    "Wait for the interval and ask again. Until the code expires, this is no error.",
  "token.device-unspent":
    "Keep the tokens the first request brought. If they were lost, begin anew: what they gave is revoked.",
  "token.username-present": PRESENT("username"),
  "token.password-present": PRESENT("password"),
  "token.password-guesses":
    "Wait for five minutes, and do not retry by program. Better, leave this grant: use the authorization code grant.",
  "token.password":
    "Ask the user again. Better, do not ask for passwords at all: use the authorization code grant.",
  "token.refresh-present": PRESENT("refresh_token"),
  "token.refresh-known":
    "Send the newest refresh token, whole, to the server that issued it. Columns that are too short cut tokens off.",
  "token.refresh-client": "Refresh with the client_id the token was issued to.",
  "token.refresh-key":
    "Make the proof with the key of the first token request. If the key is gone, the user has to sign in again.",
  "token.refresh-fresh":
    "Send the user through the authorization endpoint again: rotation does not make a family live longer.",
  "token.refresh-idle":
    "Send the user through the authorization endpoint again. Nobody used this token for a month.",
  "token.scope-not-widened":
    "Ask for what was granted or less, or leave scope out. For more, send the user through the authorization endpoint.",
  "token.refresh-unspent":
    "Store each new refresh token before you use the access token, and let only one request at a time refresh. If you did, somebody else holds the token.",

  "device.grant-allowed": "Register the client for the device grant, or use the client that is.",
  "device.scope": REGISTERED_SCOPE,
  "device.no-sign-in":
    "Leave openid out of the scope: at this server a sign-in begins at the authorization endpoint only.",
  "device.well-formed": FORM,
  "device.browser":
    "Open the page of the server first, with cookies allowed, and type the code there.",
  "device.code-present": "Type the code the device shows.",
  "device.attempts": "Wait for a minute, then type the code the device shows now.",
  "device.code-known":
    "Compare the code with the one on the screen of the device, and type it again.",
  "device.code-waits": "Have the device show a new code: this one has expired or was answered.",

  "introspect.authorised":
    "Ask as the API, with its own credentials. Clients have no need to look into access tokens.",
  "introspect.token-present": PRESENT("token in the body"),
  "revoke.token-present": PRESENT("token in the body"),
  "revoke.token-client": "Revoke with the client_id the token was issued to.",

  "userinfo.token-present":
    "Send the access token as Authorization: Bearer, one space, the token. Nothing else has to be there.",
  "userinfo.token-known":
    "Send the access token, not the ID token, to the UserInfo endpoint of the server that issued it.",
  "userinfo.fresh": "Use the refresh token once, and ask again with the new access token.",
  "userinfo.grant-live": "Send the user to sign in again: what she allowed has been revoked.",
  "userinfo.proof": KEY,
  "userinfo.scope": "Ask for openid when you send the user to sign in.",
  "userinfo.audience":
    "Leave resource out where the token is to be used here, and get another token for the API.",

  "register.well-formed": "Send a JSON object, with Content-Type: application/json.",
  "register.metadata": REGISTRATION("Give every member the type of RFC 7591 §2."),
  "register.redirect-uris":
    "Register whole https addresses without a fragment. An app on a device may have a scheme of its own, or http on loopback.",
  "register.supported": REGISTRATION("Register only for what the server’s metadata lists."),
  "register.consistent":
    "Register for code and authorization_code together, and for token and implicit together.",
  "register.credentials":
    "Send jwks with private_key_jwt and only with it. A client that acts for itself needs credentials.",
  "register.keys":
    "Register a public P-256 key as your library exports it, without its private part.",

  "api.token-present":
    "Send the access token as Authorization: Bearer, one space, the token. Some proxies and redirects drop that header.",
  "api.one-method":
    "Send the token in the header only, and take it out of the address and the body.",
  "api.active":
    "Use the refresh token once. If that is refused, the user has to allow it again: the token was revoked.",
  "api.signature":
    "Send the token as it came. If you did, the API trusts another server than the one that issued it, or reads old keys.",
  "api.type": "Send the access token. An ID token is for the client and opens no API.",
  "api.issuer":
    "Get the token from the server this API trusts. If you did, compare iss with the issuer the API is set up with, slash at the end included.",
  "api.audience":
    "Get a token for this API: name it with resource where the server has several. Never switch the check off at the API.",
  "api.expiry":
    "Use the refresh token once, and send the request again with the new access token. Compare the clocks if a fresh one is refused.",
  "api.claims":
    "Have the authorization server issue tokens by RFC 9068: sub, client_id, iat and jti are required.",
  "api.proof": KEY,
  "api.scope":
    "Send the user through the authorization endpoint again, with the scope the challenge names. Refreshing cannot widen it.",
  "api.subject":
    "Use a token that a user allowed for what belongs to a user. A client’s own token opens what is the client’s.",

  "client.session":
    "Finish in the browser that began. If it did, look at the cookie of the client: it has to live long enough, and to survive the redirect, so SameSite=Lax and not Strict.",
  "client.state":
    "Keep state per request, in the browser that began it, and compare it once. Two tabs that share one place to keep it overwrite each other’s.",
  "client.iss":
    "Compare iss with the issuer the request went to, by simple string comparison, and stop if it differs.",
  "client.no-error":
    "Read the code in error and look at its own page here. A no of the user’s is no failure: say what does not work without it.",
  "client.code":
    "Stop: an answer has a code or an error, and this has neither. Look at what changed it on the way.",
  "client.token":
    "Stop: an answer has a token or an error, and this has neither. Move to the code grant.",
  "client.token-own":
    "Stop: the token was issued to another client. Better, move to the code grant, where only the client that asked can redeem the code.",
  "client.own-header":
    "Have the page’s script send the header of its own with each request to its server.",
  "client.known-session":
    "Send the user to sign in again: the session has ended or the cookie is gone. If that does not help, see whether the browser took the cookie, and for which path.",
  "client.route":
    "Ask only for what the server is meant to answer, and add a route to its list knowingly.",
  "client.id-token-present": "Ask for the scope openid; without it there is no ID token.",
  "client.id-token-signature":
    "Read the keys again once, since servers change keys, from the jwks_uri of the metadata. If it still fails, refuse the token.",
  "client.id-token-iss":
    "Compare iss with the issuer of the discovery document, character by character, slash at the end included. If it differs, refuse the token.",
  "client.id-token-aud":
    "Refuse it: the token is for another client. Never accept it because the user seems right.",
  "client.id-token-azp":
    "Refuse it: azp names the client the token was issued to, and that has to be you.",
  "client.id-token-exp": "Check the token when it comes, and set the clock of the machine.",
  "client.id-token-iat":
    "Compare the clocks of client and server. Allow for seconds, not for hours.",
  "client.id-token-nonce":
    "Keep the nonce per request, in the browser that began it, and compare it once.",
  "client.id-token-at-hash": "Refuse it: the access token did not come with this ID token.",
  "client.userinfo-sub":
    "Drop the claims if sub differs from the ID token’s: they are about somebody else.",
};

const LATER =
  "Nothing is wrong with the request: send it again later. Whoever runs the API sees to it that it reaches the authorization server.";

/** What to do where a check answers with that error, and it is something else than usual. */
export const fixesByCode: Partial<Record<CheckId, Readonly<Record<string, string>>>> = {
  "api.active": { temporarily_unavailable: LATER },
  "api.signature": { temporarily_unavailable: LATER },
};
