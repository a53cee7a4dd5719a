"""The cookies, and what they name."""

import secrets
from http.cookies import SimpleCookie
from time import monotonic
from typing import Generic, TypeVar

Held = TypeVar("Held")


class Sessions(Generic[Held]):
    """What a cookie of the browser's names, for so many seconds.

    In memory: it ends with the program.
    """

    def __init__(self, name: str, same_site: str, lifetime: float) -> None:
        # `__Host-` ties the cookie to this very host, to https and to `Path=/`; `Http-`
        # keeps scripts from setting it (RFC 10017 §6.1.3.2). On 127.0.0.1 Chrome and
        # Firefox do without https; Safari does not.
        self.cookie = f"__Host-Http-{name}"
        self.attributes = f"Path=/; Secure; HttpOnly; SameSite={same_site}"
        self.lifetime = lifetime
        self.kept: dict[str, tuple[float, Held]] = {}

    def begin(self, held: Held) -> str:
        """Keep it under a name nobody can have known; the `Set-Cookie` header."""
        self.forget_old()
        name = secrets.token_urlsafe(32)
        self.kept[name] = (monotonic() + self.lifetime, held)
        return f"{self.cookie}={name}; {self.attributes}"

    def of(self, cookies: str | None) -> Held | None:
        """What the browser that sent these cookies has."""
        until, held = self.kept.get(self.name_in(cookies), (0.0, None))
        return held if until > monotonic() else None

    def end(self, cookies: str | None) -> str:
        """Forget it; the `Set-Cookie` that has the browser forget as well."""
        self.kept.pop(self.name_in(cookies), None)
        return f"{self.cookie}=; {self.attributes}; Max-Age=0"

    def forget_old(self) -> None:
        """Anybody may begin a login and leave: that must not fill the memory."""
        now = monotonic()
        for name, (until, _) in list(self.kept.items()):
            if until <= now:
                self.kept.pop(name, None)

    def name_in(self, cookies: str | None) -> str:
        found = SimpleCookie(cookies).get(self.cookie)
        return found.value if found else ""
