"""Whose tokens this API accepts, and which."""

import os

# The authorization server whose tokens this API accepts.
ISSUER = os.environ.get("ISSUER", "http://127.0.0.1:9000")

# What tokens for this API name as their audience (RFC 9068 §2.2).
AUDIENCE = os.environ.get("AUDIENCE", ISSUER)

# Where that server publishes its keys; `jwks_uri` in its metadata (RFC 8414 §2).
JWKS = os.environ.get("JWKS", f"{ISSUER}/jwks")

PORT = int(os.environ.get("PORT", "9100"))
