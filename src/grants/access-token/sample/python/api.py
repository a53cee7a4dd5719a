"""An API that keeps copies of photos, for those whose token allows it.

GET /copies needs photos.read, POST /copies needs photos.write.
"""

import json
from collections import Counter
from http.server import BaseHTTPRequestHandler, HTTPServer

import requests

from config import PORT
from verify import Refusal, require, verify

copies: Counter[str] = Counter()


class Api(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.serve("photos.read")

    def do_POST(self) -> None:
        self.serve("photos.write")

    def serve(self, scope: str) -> None:
        try:
            claims = verify(self.headers.get("Authorization"))
            require(claims, scope)
        except Refusal as refusal:
            self.answer(refusal.status, {"WWW-Authenticate": refusal.challenge})
            return
        except requests.RequestException:
            # The keys could not be had: that is nobody's fault who asks.
            self.answer(503, {})
            return
        # #region api
        # Whose data it is says the token, never the request.
        subject = claims["sub"]
        copies[subject] += self.command == "POST"
        body = {"copiesOf": subject, "count": copies[subject]}
        # #endregion
        headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
        self.answer(200, headers, json.dumps(body, separators=(",", ":")))

    def answer(self, status: int, headers: dict[str, str], body: str = "") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Write no log: this is a sample, not a service."""


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", PORT), Api)
    print(f"http://127.0.0.1:{server.server_port}/copies", flush=True)
    server.serve_forever()
