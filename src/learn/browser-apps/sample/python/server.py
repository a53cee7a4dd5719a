"""The backend of a page (RFC 10017 §6.1).

The browser holds a cookie, this server holds the tokens.
"""

import sys
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import requests
from authlib.integrations.base_client import OAuthError

from config import PORT, ROUTES, SESSION_LIFETIME
from sessions import Sessions
from tokens import Pending, Session, begin, redeem

HERE = Path(__file__).parent

sessions = Sessions[Session]("session", "Strict", SESSION_LIFETIME)

# Lax: the browser comes back from another site with it.
logins = Sessions[Pending]("login", "Lax", 600)

# What a server can say, and that it says nothing.
FAILURES = (OAuthError, requests.RequestException)

Headers = Sequence[tuple[str, str]]


class Backend(BaseHTTPRequestHandler):
    server: ThreadingHTTPServer

    def do_GET(self) -> None:
        try:
            self.route()
        except FAILURES as failure:
            print(failure, file=sys.stderr)
            self.reply(502)

    do_POST = do_GET

    def route(self) -> None:
        path = urlsplit(self.path).path
        match self.command, path:
            # #region page, page_again
            case "GET", "/":
                return self.send_file("page.html", "text/html")
            case "GET", "/page.js":
                return self.send_file("page.js", "text/javascript")
            # #endregion
            case "GET", "/login":
                return self.log_in()
            case "GET", "/callback":
                return self.take_answer()
        # #region guard, turn_away
        # The cookie comes along whoever made the browser send this. Another origin's
        # script would have to ask before it may send this header, and nobody here says
        # yes (RFC 10017 §6.1.3.3).
        if self.headers["Print-Request"] != "1":
            return self.reply(403)
        session = sessions.of(self.headers["Cookie"])
        if session is None:
            return self.reply(401)
        if (self.command, path) == ("POST", "/logout"):
            return self.log_out(session)
        if self.command != "GET" or path not in ROUTES:
            return self.reply(404)
        # #endregion
        try:
            answer = session.call(ROUTES[path])
        except OAuthError as refusal:
            if refusal.error != "invalid_grant":
                raise
            # The refresh token is no longer valid: then the session is over.
            over = sessions.end(self.headers["Cookie"])
            return self.reply(401, [("Set-Cookie", over)])
        # #region show
        kind = answer.headers.get("Content-Type", "text/plain")
        headers = [("Content-Type", kind), ("Cache-Control", "no-store")]
        return self.reply(answer.status_code, headers, answer.content)
        # #endregion

    # #region login, redirect
    def log_in(self) -> None:
        redirect_uri = f"http://127.0.0.1:{self.server.server_port}/callback"
        address, pending = begin(redirect_uri)
        self.redirect(address, logins.begin(pending))
        # #endregion

    def take_answer(self) -> None:
        """The code goes no further, and the session begins under a name that is new."""
        # #region callback
        pending = logins.of(self.headers["Cookie"])
        over = logins.end(self.headers["Cookie"])
        # Whoever did not begin here cannot end here.
        if pending is None:
            return self.redirect("/", over)
        answer = dict(parse_qsl(urlsplit(self.path).query))
        # #endregion
        # #region signed_in
        try:
            session = redeem(answer, pending)
        except FAILURES as failure:
            print(failure, file=sys.stderr)
            return self.redirect("/", over)
        return self.redirect("/", over, sessions.begin(session))
        # #endregion

    def log_out(self, session: Session) -> None:
        over = sessions.end(self.headers["Cookie"])
        session.revoke()
        self.reply(204, [("Set-Cookie", over)])

    def redirect(self, location: str, *cookies: str) -> None:
        self.reply(303, [("Location", location), *(("Set-Cookie", c) for c in cookies)])

    def send_file(self, name: str, kind: str) -> None:
        headers = [
            ("Content-Type", f"{kind}; charset=utf-8"),
            (
                "Content-Security-Policy",
                "default-src 'self'; frame-ancestors 'none'",
            ),
        ]
        self.reply(200, headers, (HERE / name).read_bytes())

    def reply(self, status: int, headers: Headers = (), body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Write no log: one of the addresses has the code in it."""


if __name__ == "__main__":
    backend = ThreadingHTTPServer(("127.0.0.1", PORT), Backend)
    print(f"http://127.0.0.1:{backend.server_port}/", flush=True)
    backend.serve_forever()
