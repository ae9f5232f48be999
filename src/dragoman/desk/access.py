"""Who may come in and what they may do: one person on this machine, holders of a token, or the users of a file."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from itsdangerous import BadSignature, URLSafeTimedSerializer

from dragoman.errors import UsageError

ROLES = ("reader", "reviewer")
HOURS = 12
"""How long a session lasts."""

SHORTEST_TOKEN = 16
NAME = re.compile(r"[\w.@ -]{1,40}")
HASHER = PasswordHasher()
NOBODY = HASHER.hash(secrets.token_hex(8))
"""What the password of an unknown name is held against, so that the answer takes as long as for a known one."""


@dataclass(frozen=True, slots=True)
class User:
    """Who is there: the name that the ledger notes, and the role."""

    name: str
    role: str

    @property
    def reviews(self) -> bool:
        """Whether this one may decide, read articles into the record, and correct."""
        return self.role == "reviewer"


@dataclass(frozen=True)
class Access:
    """How people are let in. With neither token nor users there is one user, `local`, and the desk must be bound to loopback."""

    local: User | None = None
    token: str | None = None
    users: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def loopback(cls, name: str) -> Access:
        """One user, who may do everything."""
        return cls(local=User(name, "reviewer"))

    @classmethod
    def with_token(cls, token: str) -> Access:
        """Whoever knows the token may do everything. Raises UsageError where it is short enough to be guessed."""
        if len(token) < SHORTEST_TOKEN:
            raise UsageError(f"--token: has {len(token)} characters; give at least {SHORTEST_TOKEN}, as `openssl rand -hex 16` makes them")
        return cls(token=token)

    @classmethod
    def from_file(cls, path: Path) -> Access:
        """The users of a file: lines `name:role:hash` as `dragoman user` prints them. Raises UsageError where a line is none."""
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{path}: cannot be read ({error}); make lines for it with: dragoman user NAME") from None
        users: dict[str, tuple[str, str]] = {}
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.startswith("#"):
                name, role, digest = _user(line, f"{path}:{number}")
                users[name] = (role, digest)
        if not users:
            raise UsageError(f"{path}: names no user; make lines for it with: dragoman user NAME")
        return cls(users=users)

    @property
    def by_name(self) -> bool:
        """Whether a name and a password are asked for, not a token."""
        return bool(self.users)

    def enter(self, name: str, secret: str) -> User | None:
        """The user of that name and password, or the holder of the token under the name that they give; None where it is wrong."""
        if self.token is not None:
            right = hmac.compare_digest(_digest(secret), _digest(self.token))
            return User(name if NAME.fullmatch(name) else "reviewer", "reviewer") if right else None
        role, digest = self.users.get(name, ("", NOBODY))
        try:
            HASHER.verify(digest, secret)
        except (Argon2Error, InvalidHashError):
            return None
        return User(name, role) if role else None

    def still(self, user: User) -> bool:
        """Whether a session's user is one of ours yet."""
        return self.token is not None or (user.name in self.users and self.users[user.name][0] == user.role)


def line(name: str, role: str, password: str) -> str:
    """A line of a users file. Raises UsageError where the name or the role cannot stand there, or the password is short."""
    if not NAME.fullmatch(name):
        raise UsageError(f"{name}: is no name of a user; write up to forty letters, digits, blanks, dots or hyphens")
    if role not in ROLES:
        raise UsageError(f"--role {role}: is none; there are {' and '.join(ROLES)}")
    if len(password) < 10:
        raise UsageError("the password has less than ten characters; give a longer one")
    return f"{name}:{role}:{HASHER.hash(password)}"


def _user(text: str, place: str) -> tuple[str, str, str]:
    parts = text.strip().split(":", 2)
    if len(parts) != 3 or not NAME.fullmatch(parts[0]) or parts[1] not in ROLES or not parts[2].startswith("$argon2"):
        raise UsageError(f"{place}: is no line name:role:hash; make one with: dragoman user NAME")
    return parts[0], parts[1], parts[2]


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


@dataclass(frozen=True)
class Session:
    """One browser's session: its random id, and who is logged in (None: nobody)."""

    id: str
    user: User | None = None


@dataclass(frozen=True)
class Sessions:
    """Signs sessions into cookies with a secret, and ties the tokens of forms to them."""

    secret: str

    @property
    def _serializer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.secret, salt="desk session")

    def new(self, user: User | None = None) -> Session:
        """A session with an id of its own."""
        return Session(secrets.token_urlsafe(18), user)

    def written(self, session: Session) -> str:
        """The session as the value of a cookie."""
        user = session.user
        return self._serializer.dumps([session.id, user.name if user else None, user.role if user else None])

    def read(self, cookie: str | None) -> Session | None:
        """The session of a cookie; None where it is none of ours or is too old."""
        if not cookie:
            return None
        try:
            identifier, name, role = self._serializer.loads(cookie, max_age=HOURS * 3600)
        except (BadSignature, ValueError, TypeError):
            return None
        return Session(identifier, User(name, role) if name else None)

    def form_token(self, session: Session) -> str:
        """What every form of the session carries."""
        return hmac.new(self.secret.encode(), f"form {session.id}".encode(), hashlib.sha256).hexdigest()

    def is_form_token(self, session: Session, given: str) -> bool:
        """Whether a form comes from a page of this session."""
        return hmac.compare_digest(self.form_token(session).encode(), given.encode("utf-8", "surrogatepass"))
