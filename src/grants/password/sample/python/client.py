"""How applications used the password grant (RFC 6749 §4.3). Do not begin like this."""

import os
import sys
from urllib.parse import urlsplit

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8414 import get_well_known_url

# The authorization server; all else about it is read from its metadata (RFC 8414).
ISSUER = os.environ.get("ISSUER", "http://127.0.0.1:9000")

# The photo API.
PHOTOS = os.environ.get("PHOTOS", f"{ISSUER}/photos")

CLIENT_ID = "print-legacy"
CLIENT_SECRET = os.environ.get("CLIENT_SECRET", "print-legacy-secret-5Tn9")

SCOPE = "photos.read"


def main() -> None:
    response = requests.get(get_well_known_url(ISSUER, external=True), timeout=10)
    response.raise_for_status()
    server = response.json()
    if server["issuer"] != ISSUER:
        sys.exit(f"{ISSUER} says that it is {server['issuer']}.")
    if "password" not in server.get("grant_types_supported", []):
        sys.exit(f"{ISSUER} takes no passwords from applications. Use a code and PKCE.")

    # #region type
    # This is the mistake: the user's password, in a program that is not the server's.
    host = urlsplit(ISSUER).netloc
    print(f"Name at {host}:", flush=True)
    username = input()
    print(f"Password at {host}:", flush=True)
    password = input()
    # #endregion

    # #region token
    session = OAuth2Session(CLIENT_ID, CLIENT_SECRET, scope=SCOPE, default_timeout=10)
    session.fetch_token(
        server["token_endpoint"],
        grant_type="password",
        username=username,
        password=password,
    )
    # #endregion

    # #region api
    # The password must be forgotten now. Nobody can see whether it is.
    photos = session.get(PHOTOS)
    photos.raise_for_status()
    print(photos.content.decode())
    # #endregion


if __name__ == "__main__":
    try:
        main()
    except (OAuthError, requests.RequestException) as failure:
        sys.exit(str(failure))
