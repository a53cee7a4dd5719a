"""A nightly job: a program without a user asks for a token for itself."""

import os
import sys
from pathlib import Path
from typing import Any

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import private_key_jwt_sign
from authlib.oauth2.rfc8414 import get_well_known_url
from joserfc.jwk import ECKey

# The authorization server; all else about it is read from its metadata (RFC 8414).
ISSUER = os.environ.get("ISSUER", "http://127.0.0.1:9000")

# The API this job was built for.
JOBS = os.environ.get("JOBS", f"{ISSUER}/print-jobs")

# What the job asks for. Ask for what you use, no more.
SCOPE = "jobs.read"

# The client, registered once with a secret and once with a key.
SECRET_CLIENT = "print-nightly"
SECRET = os.environ.get("CLIENT_SECRET", "print-nightly-secret-3Ws6")
KEY_CLIENT = "print-nightly-key"

# A file with the private key, PKCS #8 in PEM. Without one the job sends its secret.
KEY_FILE = os.environ.get("CLIENT_KEY")

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def main() -> None:
    client = Client(discover())
    print(f"Jobs at {JOBS}, with tokens of {ISSUER}/:")
    for look in ("first", "second"):
        response = client.call(JOBS)
        response.raise_for_status()
        print(f"{look} look: {response.content.decode()}")


def discover() -> dict[str, Any]:
    """Read the server's metadata; it must name the issuer asked (RFC 8414 §3.3)."""
    response = requests.get(get_well_known_url(ISSUER, external=True), timeout=10)
    response.raise_for_status()
    server: dict[str, Any] = response.json()
    if server["issuer"] != ISSUER:
        sys.exit(f"{ISSUER} says that it is {server['issuer']}.")
    return server


class Client:
    """Calls the API with a token of its own, which it keeps while the API takes it."""

    def __init__(self, server: dict[str, Any]) -> None:
        self.token_endpoint: str = server["token_endpoint"]
        self.access_token: str | None = None

    def call(self, url: str) -> requests.Response:
        """Call with the token that is there; once more with a new one if refused."""
        response = self.send(url)
        # #region late
        if not is_expired(response):
            return response
        self.access_token = None
        # #endregion
        # #region retry
        return self.send(url)
        # #endregion

    # #region api
    def send(self, url: str) -> requests.Response:
        if self.access_token is None:
            self.access_token = self.request_token()
        headers = {
            "Authorization": f"Bearer {self.access_token}",
            "Accept": "application/json",
        }
        return requests.get(url, headers=headers, timeout=10)
        # #endregion

    # #region token
    def request_token(self) -> str:
        """Ask the same way each time: no refresh token is needed (RFC 6749 §4.4.3)."""
        if KEY_FILE is None:
            session = OAuth2Session(SECRET_CLIENT, SECRET, default_timeout=10)
            proof = {}
        else:
            session = OAuth2Session(KEY_CLIENT, default_timeout=10)
            proof = assertion(KEY_FILE)
        token = session.fetch_token(
            self.token_endpoint,
            grant_type="client_credentials",
            scope=SCOPE,
            **proof,
        )
        scope, seconds = token.get("scope", SCOPE), token["expires_in"]
        print(f"An access token for {scope}, good for {seconds} seconds.")
        return str(token["access_token"])
        # #endregion


# #region assert
def assertion(file: str) -> dict[str, str]:
    """Sign a new assertion: its own jti, for the issuer alone, good for a minute."""
    # Authlib calls the audience token_endpoint; it is the issuer (RFC 7523bis §4).
    signed = private_key_jwt_sign(
        ECKey.import_key(Path(file).read_text()),
        client_id=KEY_CLIENT,
        token_endpoint=ISSUER,
        alg="ES256",
        expires_in=60,
    )
    return {"client_assertion_type": ASSERTION_TYPE, "client_assertion": signed}
    # #endregion


def is_expired(response: requests.Response) -> bool:
    challenge = response.headers.get("WWW-Authenticate", "")
    return response.status_code == 401 and 'error="invalid_token"' in challenge


if __name__ == "__main__":
    try:
        main()
    except (OAuthError, requests.RequestException) as failure:
        sys.exit(str(failure))
