"""Every check of an access token (RFC 9068 §4)."""

import time
from typing import Any

import requests
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import GuestProtocol, Key, KeySet

from config import AUDIENCE, ISSUER, JWKS

Claims = dict[str, Any]

# How long to go without asking again, in seconds, when a token names an unknown key.
PATIENCE = 30

ACCESS_TOKEN_TYPES = ("at+jwt", "application/at+jwt")

registry = jwt.JWTClaimsRegistry(
    iss={"essential": True, "value": ISSUER},
    aud={"essential": True, "value": AUDIENCE},
    sub={"essential": True},
    client_id={"essential": True},
    exp={"essential": True},
    iat={"essential": True},
    jti={"essential": True},
)


class Refusal(Exception):
    """What the API answers instead of serving (RFC 6750 §3)."""

    def __init__(self, status: int, error: str = "", scope: str = "") -> None:
        self.status = status
        names = {"realm": "copies", "error": error, "scope": scope}
        pairs = [f'{name}="{value}"' for name, value in names.items() if value]
        # The value of the WWW-Authenticate header.
        self.challenge = "Bearer " + ", ".join(pairs)


class Keys:
    """The server's keys: fetched when needed, kept, and fetched again for a new one."""

    def __init__(self) -> None:
        self.keys = KeySet([])
        self.fetched = float("-inf")

    def find(self, token: GuestProtocol) -> Key:
        """The key the token names. Raises RequestException if there are none to see."""
        kid = token.headers().get("kid")
        try:
            return self.keys.get_by_kid(kid)
        except InvalidKeyIdError:
            if time.monotonic() - self.fetched < PATIENCE:
                raise
        response = requests.get(JWKS, timeout=10)
        response.raise_for_status()
        self.keys = KeySet.import_key_set(response.json())
        self.fetched = time.monotonic()
        return self.keys.get_by_kid(kid)


keys = Keys()


def verify(authorization: str | None) -> Claims:
    """The claims of the token in that header; raises Refusal if it is not good."""
    # #region bare
    # No token: say what is wanted, and no error code, since nothing went wrong yet.
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refusal(401)
    # #endregion
    try:
        # #region tampered, audience, expired
        # All of it, each time: signature, algorithm, type, issuer, audience, expiry.
        parsed = jwt.decode(token, keys.find, algorithms=["ES256"])
        if str(parsed.header.get("typ")).lower() not in ACCESS_TOKEN_TYPES:
            raise Refusal(401, "invalid_token")
        registry.validate(parsed.claims)
        # #endregion
    except JoseError as flaw:
        raise Refusal(401, "invalid_token") from flaw
    return parsed.claims


# #region scope
def require(claims: Claims, scope: str) -> None:
    """Raise Refusal unless the user allowed this much.

    It is 403, because another token of the same kind would not help.
    """
    if scope not in str(claims.get("scope", "")).split():
        raise Refusal(403, "insufficient_scope", scope)
        # #endregion
