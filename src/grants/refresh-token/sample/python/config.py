"""Who the client is and whom it asks."""

import os
from pathlib import Path

# The authorization server; all else about it is read from its metadata (RFC 8414).
ISSUER = os.environ.get("ISSUER", "http://127.0.0.1:9000")

# The photo API this client was built for.
PHOTOS = os.environ.get("PHOTOS", f"{ISSUER}/photos")

# A public client: it runs on the user's machine, where nothing stays secret.
CLIENT_ID = os.environ.get("CLIENT_ID", "print-page")

# What the client asks for. Ask for what you use, no more.
SCOPE = "photos.read"

# Where the tokens lie between two runs. A real program uses the system's key store.
TOKENS = Path(os.environ.get("TOKENS", "tokens.json"))
