"""The authorization code grant with PKCE. Its own chapter explains it."""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8414 import get_well_known_url

from config import CLIENT_ID, ISSUER, SCOPE


def discover() -> dict[str, Any]:
    """Read the server's metadata; it must name the issuer asked (RFC 8414 §3.3)."""
    response = requests.get(get_well_known_url(ISSUER, external=True), timeout=10)
    response.raise_for_status()
    server: dict[str, Any] = response.json()
    if server["issuer"] != ISSUER:
        sys.exit(f"{ISSUER} says that it is {server['issuer']}.")
    return server


def sign_in(server: dict[str, Any]) -> dict[str, Any]:
    """Have the user sign in with her browser; the tokens that come of it."""
    listener = HTTPServer(("127.0.0.1", 0), RedirectHandler)
    answers: list[dict[str, str]] = []
    RedirectHandler.answers = answers
    session = OAuth2Session(
        CLIENT_ID,
        scope=SCOPE,
        redirect_uri=f"http://127.0.0.1:{listener.server_port}/callback",
        code_challenge_method="S256",
        default_timeout=10,
    )
    verifier = generate_token(48)
    address, state = session.create_authorization_url(
        server["authorization_endpoint"], code_verifier=verifier
    )
    print(f"Sign in once: {address}", flush=True)
    while not answers:
        listener.handle_request()
    listener.server_close()
    answer = answers[0]
    sends_iss = server.get("authorization_response_iss_parameter_supported")
    if answer.get("iss") != (ISSUER if sends_iss else None):
        raise OAuthError("wrong_issuer", "The answer comes from another server")
    if answer.get("state") != state or "code" not in answer:
        raise OAuthError(answer.get("error", "wrong_state"))

    # #region redeem
    tokens: dict[str, Any] = session.fetch_token(
        server["token_endpoint"], code=answer["code"], code_verifier=verifier
    )
    return tokens
    # #endregion


class RedirectHandler(BaseHTTPRequestHandler):
    """Takes the redirect; the parameters it carried are among the answers."""

    answers: list[dict[str, str]]

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"You can close this page.\n")
        if url.path == "/callback":
            self.answers.append(dict(parse_qsl(url.query)))

    def log_message(self, format: str, *args: object) -> None:
        """Write no log: the address has the code in it."""
