"""The authorization code grant with PKCE, from first redirect to revoked token."""

import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8414 import get_well_known_url

# The authorization server; all else about it is read from its metadata (RFC 8414).
ISSUER = os.environ.get("ISSUER", "http://127.0.0.1:9000")

# The photo API this client was built for.
PHOTOS = os.environ.get("PHOTOS", f"{ISSUER}/photos")

# What the client asks for. Ask for what you use, no more.
SCOPE = "photos.read"

# A public client: it runs on the user's machine, where nothing stays secret.
PUBLIC = {"client_id": "print-page", "token_endpoint_auth_method": "none"}

# A confidential client: a secret says who is asking, PKCE which login the code is of.
CONFIDENTIAL = {
    "client_id": "print-server",
    "client_secret": os.environ.get("CLIENT_SECRET", "print-server-secret-9Kx4"),
    "token_endpoint_auth_method": "client_secret_basic",
}

# `CLIENT=confidential python client.py` runs as the client with a secret.
CLIENT = CONFIDENTIAL if os.environ.get("CLIENT") == "confidential" else PUBLIC

Metadata = dict[str, Any]
Parameters = dict[str, str]


def main() -> None:
    server = discover()
    listener = RedirectListener()
    session = OAuth2Session(
        **CLIENT,
        scope=SCOPE,
        redirect_uri=listener.redirect_uri,
        code_challenge_method="S256",
        default_timeout=10,
    )

    # #region prepare
    verifier = generate_token(48)
    state = generate_token()
    # #endregion

    # #region redirect, authorize
    # Authlib makes the S256 challenge from the verifier (RFC 7636 §4.2).
    address, _ = session.create_authorization_url(
        server["authorization_endpoint"], state=state, code_verifier=verifier
    )
    print(f"Open this address in a browser:\n\n  {address}\n", flush=True)
    # #endregion

    answer = listener.wait()
    check(answer, state, server)

    # #region redeem
    tokens = session.fetch_token(
        server["token_endpoint"], code=answer["code"], code_verifier=verifier
    )
    scope, seconds = tokens.get("scope", SCOPE), tokens["expires_in"]
    print(f"An access token for {scope}, good for {seconds} seconds.")
    # #endregion
    print_photos(session)

    # #region refresh
    # A new access token, and a new refresh token in place of the one used up
    # (RFC 9700 §4.14.2).
    tokens = session.refresh_token(server["token_endpoint"])
    print(
        "Refreshed. The old refresh token is spent; the API takes the new access token:"
    )
    # #endregion
    print_photos(session)

    # Taking back the refresh token takes back all that came from this consent
    # (RFC 7009 §2.1).
    revocation = session.revoke_token(
        server["revocation_endpoint"], tokens["refresh_token"], "refresh_token"
    )
    revocation.raise_for_status()
    print("Revoked. Nothing that was issued here can be renewed.")


def discover() -> Metadata:
    """Read the server's metadata; it must name the issuer asked (RFC 8414 §3.3)."""
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


# #region api
def print_photos(session: OAuth2Session) -> None:
    """Call the API; the session sends its access token in the Authorization header."""
    response = session.get(PHOTOS)
    response.raise_for_status()
    print(response.content.decode())
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
    except (OAuthError, requests.RequestException) as failure:
        sys.exit(str(failure))
