"""The authorization code grant with PKCE and a secret, and calls with its tokens."""

import sys
from dataclasses import dataclass
from threading import Lock
from typing import Any

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8414 import get_well_known_url

from config import CLIENT_ID, CLIENT_SECRET, ISSUER, SCOPE


def discover() -> dict[str, Any]:
    """Read the server's metadata; it must name the issuer asked (RFC 8414 §3.3)."""
    response = requests.get(get_well_known_url(ISSUER, external=True), timeout=10)
    response.raise_for_status()
    metadata: dict[str, Any] = response.json()
    if metadata["issuer"] != ISSUER:
        sys.exit(f"{ISSUER} says that it is {metadata['issuer']}.")
    return metadata


server = discover()


@dataclass
class Pending:
    """What is remembered between the redirect to the server and the one back."""

    oauth: OAuth2Session
    state: str
    verifier: str


def begin(redirect_uri: str) -> tuple[str, Pending]:
    """The address to send the browser to, and what to remember."""
    oauth = OAuth2Session(
        CLIENT_ID,
        CLIENT_SECRET,
        scope=SCOPE,
        redirect_uri=redirect_uri,
        code_challenge_method="S256",
        default_timeout=10,
    )
    # #region prepare, authorize
    # Authlib makes the state, and the challenge from the verifier (RFC 7636 §4.2).
    verifier = generate_token(48)
    address, state = oauth.create_authorization_url(
        server["authorization_endpoint"], code_verifier=verifier
    )
    # #endregion
    return address, Pending(oauth, state, verifier)


def redeem(answer: dict[str, str], pending: Pending) -> "Session":
    """Trade the code for tokens; raises OAuthError if the answer is not to be used."""
    # #region check
    if answer.get("state") != pending.state:
        raise OAuthError("wrong_state", "The answer belongs to another login")
    # A server that sends iss says so in its metadata (RFC 9207 §2.4).
    sends_iss = server.get("authorization_response_iss_parameter_supported")
    if answer.get("iss") != (ISSUER if sends_iss else None):
        raise OAuthError("wrong_issuer", "The answer comes from another server")
    if "error" in answer or "code" not in answer:
        error = answer.get("error", "no_code")
        raise OAuthError(error, answer.get("error_description"))
    # #endregion
    # #region redeem
    pending.oauth.fetch_token(
        server["token_endpoint"], code=answer["code"], code_verifier=pending.verifier
    )
    # #endregion
    return Session(pending.oauth)


class Session:
    """A user who is signed in. Nothing of it goes to the browser."""

    def __init__(self, oauth: OAuth2Session) -> None:
        self.oauth = oauth
        self.renewing = Lock()

    @property
    def access_token(self) -> str:
        return str(self.oauth.token["access_token"])

    def revoke(self) -> None:
        """Take back all that came from this sign-in (RFC 7009 §2.1)."""
        self.oauth.revoke_token(
            server["revocation_endpoint"],
            self.oauth.token["refresh_token"],
            "refresh_token",
        ).raise_for_status()

    # #region api
    def call(self, url: str) -> requests.Response:
        """Call the API; if the token is invalid, refresh once and repeat the call."""
        used = self.access_token
        response = send(url, used)
        challenge = response.headers.get("WWW-Authenticate", "")
        if response.status_code != 401 or 'error="invalid_token"' not in challenge:
            return response
        # #region refresh
        # A second use of one refresh token would look like a theft.
        with self.renewing:
            if self.access_token == used:
                self.oauth.refresh_token(server["token_endpoint"])
        # #endregion
        return send(url, self.access_token)


def send(url: str, access_token: str) -> requests.Response:
    headers = {"Authorization": f"Bearer {access_token}"}
    return requests.get(url, headers=headers, timeout=10)
    # #endregion
