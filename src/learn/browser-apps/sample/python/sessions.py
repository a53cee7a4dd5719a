"""The cookies, and what they name."""

import secrets
from http.cookies import SimpleCookie
from typing import Generic, TypeVar

Held = TypeVar("Held")


class Sessions(Generic[Held]):
    """What a cookie of the browser's names. In memory: it ends with the program."""

    def __init__(self, name: str, same_site: str) -> None:
        # `__Host-` ties the cookie to this very host, to https and to `Path=/`.
        # On 127.0.0.1 Chrome and Firefox do without https; Safari does not.
        self.cookie = f"__Host-{name}"
        self.attributes = f"Path=/; Secure; HttpOnly; SameSite={same_site}"
        self.held: dict[str, Held] = {}

    def begin(self, held: Held) -> str:
        """Keep it under a name nobody can have known; the `Set-Cookie` header."""
        name = secrets.token_urlsafe(32)
        self.held[name] = held
        return f"{self.cookie}={name}; {self.attributes}"

    def of(self, cookies: str | None) -> Held | None:
        """What the browser that sent these cookies has."""
        return self.held.get(self.name_in(cookies))

    def end(self, cookies: str | None) -> str:
        """Forget it; the `Set-Cookie` that has the browser forget as well."""
        self.held.pop(self.name_in(cookies), None)
        return f"{self.cookie}=; {self.attributes}; Max-Age=0"

    def name_in(self, cookies: str | None) -> str:
        found = SimpleCookie(cookies).get(self.cookie)
        return found.value if found else ""
