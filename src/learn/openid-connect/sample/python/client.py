"""A sign-in with OpenID Connect, from the first redirect to who it was."""

import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from authlib.oidc.discovery import get_well_known_url
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

# The OpenID provider; all else about it is read from its metadata (Discovery §4).
ISSUER = os.environ.get("ISSUER", "http://127.0.0.1:9000")

# A secret says who is asking, PKCE which login the code is of, the nonce which one the
# ID token is of.
CLIENT_ID = "print-openid"
CLIENT_SECRET = os.environ.get("CLIENT_SECRET", "print-openid-secret-2Vb7")

# How the client's ID tokens are signed: agreed on beforehand, and no token gets to say.
ALGORITHM = "ES256"

# `openid` makes it a sign-in; the others ask for a name and an address
# (OpenID Connect Core §5.4).
SCOPE = "openid profile email"

Metadata = dict[str, Any]
Parameters = dict[str, str]
Claims = dict[str, Any]


def main() -> None:
    server = discover()
    listener = RedirectListener()
    session = OAuth2Session(
        CLIENT_ID,
        CLIENT_SECRET,
        scope=SCOPE,
        redirect_uri=listener.redirect_uri,
        code_challenge_method="S256",
        default_timeout=10,
    )

    # #region prepare
    verifier = generate_token(48)
    state = generate_token()
    nonce = generate_token()
    # #endregion

    # #region redirect, authorize
    # Authlib makes the S256 challenge from the verifier (RFC 7636 §4.2).
    address, _ = session.create_authorization_url(
        server["authorization_endpoint"],
        state=state,
        nonce=nonce,
        code_verifier=verifier,
    )
    print(f"Open this address in a browser:\n\n  {address}\n", flush=True)
    # #endregion

    answer = listener.wait()
    check(answer, state, server)

    # #region redeem
    tokens = session.fetch_token(
        server["token_endpoint"], code=answer["code"], code_verifier=verifier
    )
    # #endregion

    keys = fetch_keys(server)
    claims = validate(tokens, keys, nonce)
    subject, issuer = claims["sub"], claims["iss"]
    print(
        f"Signed in: {subject} of {issuer}."
        " Together they are the key of this user's account."
    )

    # #region userinfo
    response = session.get(server["userinfo_endpoint"])
    response.raise_for_status()
    user = response.json()
    # #endregion

    # #region match
    # Claims about anybody else are not to be used (OpenID Connect Core §5.3.2).
    if user.get("sub") != subject:
        raise OAuthError("wrong_sub", "UserInfo is about somebody else")
    print(f"Name: {user.get('name')}. Address: {user.get('email')}.")
    # #endregion


def discover() -> Metadata:
    """Read the metadata; it must name the issuer asked (Discovery §4.3)."""
    response = requests.get(get_well_known_url(ISSUER, external=True), timeout=10)
    response.raise_for_status()
    server: Metadata = response.json()
    if server["issuer"] != ISSUER:
        sys.exit(f"{ISSUER} says that it is {server['issuer']}.")
    return server


# #region check
def check(answer: Parameters, state: str, server: Metadata) -> None:
    """Believe only an answer to this login, from the server that was asked."""
    # Authlib could compare state. It knows neither iss nor refusals, so all is here.
    if answer.get("state") != state:
        raise OAuthError("wrong_state", "The answer belongs to another login")
    # A server that sends iss says so in its metadata (RFC 9207 §2.4).
    sends_iss = server.get("authorization_response_iss_parameter_supported")
    if answer.get("iss") != (ISSUER if sends_iss else None):
        raise OAuthError("wrong_issuer", "The answer comes from another server")
    if "error" in answer:
        raise OAuthError(answer["error"], answer.get("error_description"))
    # #endregion


# #region keys
def fetch_keys(server: Metadata) -> KeySet:
    """The keys of this issuer, and of no other."""
    response = requests.get(server["jwks_uri"], timeout=10)
    response.raise_for_status()
    return KeySet.import_key_set(response.json())
    # #endregion


# #region validate
def validate(tokens: dict[str, Any], keys: KeySet, nonce: str) -> Claims:
    """What the ID token says, after every check (OpenID Connect Core §3.1.3.7)."""
    token = jwt.decode(tokens.get("id_token", ""), keys, algorithms=[ALGORITHM])
    claims = CodeIDToken(
        token.claims,
        token.header,
        options={"iss": {"value": ISSUER}, "aud": {"value": CLIENT_ID}},
        params={
            "client_id": CLIENT_ID,
            "nonce": nonce,
            # at_hash, where it is there, must fit it.
            "access_token": tokens["access_token"],
        },
    )
    # exp is compared here too, and iat and azp.
    claims.validate()
    return claims
    # #endregion


class RedirectListener(HTTPServer):
    """Waits on a free port of 127.0.0.1 for the one redirect the server will send.

    The authorization server lets a loopback redirect URI vary in its port and in
    nothing else (RFC 8252 §7.3). `localhost` would not do: it is a name.
    """

    answer: Parameters | None = None

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), RedirectHandler)
        self.redirect_uri = f"http://127.0.0.1:{self.server_port}/callback"

    def wait(self) -> Parameters:
        """Serve until the browser has brought the redirect; its parameters."""
        while self.answer is None:
            self.handle_request()
        self.server_close()
        return self.answer


class RedirectHandler(BaseHTTPRequestHandler):
    server: RedirectListener

    # #region callback
    def do_GET(self) -> None:
        url = urlsplit(self.path)
        if url.path != "/callback":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"You can close this page and go back to the terminal.\n")
        self.server.answer = dict(parse_qsl(url.query))
        # #endregion

    def log_message(self, format: str, *args: object) -> None:
        """Write no log: the address has the code in it."""


if __name__ == "__main__":
    try:
        main()
    except (OAuthError, JoseError, requests.RequestException) as failure:
        sys.exit(str(failure))
