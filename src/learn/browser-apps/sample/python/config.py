"""Who the client is, whom it asks, and what it passes on."""

import os

# The authorization server; all else about it is read from its metadata (RFC 8414).
ISSUER = os.environ.get("ISSUER", "http://127.0.0.1:9000")

# A confidential client: its secret never leaves this server.
CLIENT_ID = "print-bff"
CLIENT_SECRET = os.environ.get("CLIENT_SECRET", "print-bff-secret-6Gm3")

# What the client asks for. Ask for what you use, no more.
SCOPE = "photos.read"

# Everything the page may have passed on, and where to. A proxy without a list takes
# the token anywhere.
ROUTES = {"/api/photos": os.environ.get("PHOTOS", f"{ISSUER}/photos")}

# Seconds until a user has to log in again. Longer than the refresh token lives is of
# no use.
SESSION_LIFETIME = float(os.environ.get("SESSION_LIFETIME", "28800"))

PORT = int(os.environ.get("PORT", "9200"))
