"""A photo frame: the device authorization grant, from the code to the photos."""

import os
import sys
import time
from typing import Any

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8414 import get_well_known_url

# The authorization server; all else about it is read from its metadata (RFC 8414).
ISSUER = os.environ.get("ISSUER", "http://127.0.0.1:9000")

# The photo API this client was built for.
PHOTOS = os.environ.get("PHOTOS", f"{ISSUER}/photos")

# A public client: whoever owns the device can read what is on it (RFC 8628 §5.6).
CLIENT_ID = os.environ.get("CLIENT_ID", "print-frame")

# What the client asks for. Ask for what you use, no more.
SCOPE = "photos.read"

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"

# Errors that say "ask again", and how many seconds longer to wait for ever after.
# With any other a device must stop asking (RFC 8628 §3.5).
ASK_AGAIN = {"authorization_pending": 0, "slow_down": 5}


def main() -> None:
    server = discover()
    session = OAuth2Session(CLIENT_ID, default_timeout=10)

    # #region codes
    # Authlib has no call for this request; it is an ordinary form (RFC 8628 §3.1).
    response = requests.post(
        server["device_authorization_endpoint"],
        data={"client_id": CLIENT_ID, "scope": SCOPE},
        timeout=10,
    )
    response.raise_for_status()
    codes = response.json()
    # #endregion

    # #region show_code
    # The device code is not shown: whoever has it can collect the tokens.
    print(f"On your phone or computer, open\n\n  {codes['verification_uri']}\n")
    print(f"and enter the code\n\n  {codes['user_code']}\n")
    if complete := codes.get("verification_uri_complete"):
        print(f"or open this, and compare the code:\n\n  {complete}\n")
    sys.stdout.flush()
    # #endregion

    tokens = poll(session, server["token_endpoint"], codes)
    scope, seconds = tokens.get("scope", SCOPE), tokens["expires_in"]
    print(f"An access token for {scope}, good for {seconds} seconds.")

    # #region api, show
    photos = session.get(PHOTOS)
    photos.raise_for_status()
    print(photos.content.decode())
    # #endregion


# #region poll_early, wait, poll, back_off
def poll(session: OAuth2Session, url: str, codes: dict[str, Any]) -> dict[str, Any]:
    """Ask until the user has decided; raises the server's last word if it is no."""
    pause = codes.get("interval", 5)
    while True:
        time.sleep(pause)
        try:
            tokens: dict[str, Any] = session.fetch_token(
                url, grant_type=DEVICE_CODE, device_code=codes["device_code"]
            )
            return tokens
        except OAuthError as answer:
            if answer.error not in ASK_AGAIN:
                raise
            pause += ASK_AGAIN[answer.error]
            # #endregion


def discover() -> dict[str, Any]:
    """Read the server's metadata; it must name the issuer asked (RFC 8414 §3.3)."""
    response = requests.get(get_well_known_url(ISSUER, external=True), timeout=10)
    response.raise_for_status()
    server: dict[str, Any] = response.json()
    if server["issuer"] != ISSUER:
        sys.exit(f"{ISSUER} says that it is {server['issuer']}.")
    return server


if __name__ == "__main__":
    try:
        main()
    except (OAuthError, requests.RequestException) as failure:
        sys.exit(str(failure))
