"""What an application did with the implicit grant (RFC 6749 §4.2).

Do not begin like this today.
"""

import os
import sys
from urllib.parse import parse_qsl, urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

# The authorization server, and the endpoint where users are asked.
ISSUER = os.environ.get("ISSUER", "http://127.0.0.1:9000")
AUTHORIZATION_ENDPOINT = f"{ISSUER}/authorize"

# The photo API.
PHOTOS = os.environ.get("PHOTOS", f"{ISSUER}/photos")

# A public client. Nothing listens at its redirect URI: the address is pasted here.
CLIENT_ID = "print-implicit"
REDIRECT_URI = "http://127.0.0.1:49152/callback"
SCOPE = "photos.read"


def main() -> None:
    session = OAuth2Session(
        CLIENT_ID, scope=SCOPE, redirect_uri=REDIRECT_URI, default_timeout=10
    )

    # #region prepare
    state = generate_token()
    # #endregion

    # #region authorize
    # Authlib asks for a code unless it is told otherwise.
    address, _ = session.create_authorization_url(
        AUTHORIZATION_ENDPOINT, response_type="token", state=state
    )
    print(f"Open this address in a browser:\n\n  {address}\n", flush=True)
    # #endregion

    # #region callback
    # It stands in the address bar, in the history and now in this terminal: that is
    # what is wrong with it.
    print("It ends at an address with the token in it. Paste that address:", flush=True)
    back = input()
    # #endregion

    # #region check
    check(dict(parse_qsl(urlsplit(back).fragment)), state)
    token = session.token_from_fragment(back, state)
    scope, seconds = token.get("scope", SCOPE), token.get("expires_in", "some")
    print(f"An access token for {scope}, good for {seconds} seconds.")
    # There is no refresh token (RFC 6749 §4.2.2): after that the user is asked again.
    # #endregion

    # #region api
    response = session.get(PHOTOS)
    response.raise_for_status()
    print(response.content.decode())
    # #endregion


def check(answer: dict[str, str], state: str) -> None:
    """Believe only an answer to this request, from the server that was asked."""
    # Authlib compares state only once there is a token. It knows no iss and no refusal.
    if answer.get("state") != state:
        raise OAuthError("wrong_state", "Not an answer to this request")
    if answer.get("iss") != ISSUER:
        raise OAuthError("wrong_issuer", "The answer comes from another server")
    if "error" in answer:
        raise OAuthError(answer["error"], answer.get("error_description"))


if __name__ == "__main__":
    try:
        main()
    except (AuthlibBaseError, requests.RequestException) as failure:
        sys.exit(str(failure))
