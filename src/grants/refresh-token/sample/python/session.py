"""Keep tokens, refresh them once, repeat the call."""

import json
import os
from threading import Lock
from typing import Any

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

from config import CLIENT_ID, TOKENS
from sign_in import discover, sign_in

Tokens = dict[str, Any]


class Session:
    """Calls the API for a user who signs in once.

    Authlib can refresh by itself when expires_at has passed. It takes no lock for it,
    and it does not know that the API has refused a token. So the refresh is here.
    """

    def __init__(self) -> None:
        self.server = discover()
        self.refreshing = Lock()
        self.oauth = OAuth2Session(
            CLIENT_ID,
            token=stored() or self.begin(),
            update_token=self.store,
            default_timeout=10,
        )

    @property
    def access_token(self) -> str:
        return str(self.oauth.token["access_token"])

    def call(self, url: str) -> requests.Response:
        """Call the API; if the token is invalid, refresh once and repeat the call."""
        used = self.access_token
        response = send(url, used)
        # #region later
        # Refreshing mends this answer only: no 403, and no 401 without the error code.
        challenge = response.headers.get("WWW-Authenticate", "")
        if response.status_code != 401 or 'error="invalid_token"' not in challenge:
            return response
        # #endregion
        self.renew(used)
        # #region retry
        return send(url, self.access_token)
        # #endregion

    # #region lock
    def renew(self, used: str) -> None:
        """One at a time: a second use of one refresh token looks like a theft."""
        with self.refreshing:
            if self.access_token == used:
                self.refresh()
                # #endregion

    def refresh(self) -> None:
        try:
            # #region refresh
            self.oauth.refresh_token(self.server["token_endpoint"])
            # #endregion
        except OAuthError as refusal:
            # #region reject
            if refusal.error != "invalid_grant":
                raise
            print("The refresh token is over.")
            TOKENS.unlink(missing_ok=True)
            self.oauth.token = self.begin()
            # #endregion

    # #region store
    def store(self, tokens: Tokens, refresh_token: str) -> None:
        """Called by Authlib with the new tokens, before its refresh_token() returns."""
        # Where the server rotates, the old refresh token is spent: keep the new one.
        keep(tokens)
        print("Refreshed.")
        # #endregion

    def begin(self) -> Tokens:
        tokens = sign_in(self.server)
        keep(tokens)
        return tokens


# #region api
def send(url: str, access_token: str) -> requests.Response:
    headers = {"Authorization": f"Bearer {access_token}"}
    return requests.get(url, headers=headers, timeout=10)
    # #endregion


# #region keep
def keep(tokens: Tokens) -> None:
    """Write them for this user's eyes only, and never by halves."""
    new = TOKENS.with_suffix(".new")
    file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode=0o600)
    with os.fdopen(file, "w") as stream:
        json.dump(tokens, stream)
    new.replace(TOKENS)
    # #endregion


def stored() -> Tokens | None:
    try:
        tokens: Tokens = json.loads(TOKENS.read_text())
    except (FileNotFoundError, ValueError):
        return None
    return tokens
