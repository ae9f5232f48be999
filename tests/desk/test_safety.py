"""Who may come in, what may be sent, and that nothing of an article runs in a page."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from dragoman.desk import Access
from dragoman.desk.access import Sessions, User, line
from dragoman.desk.limiting import Limiter, Rate
from dragoman.errors import UsageError
from dragoman.record import Store, add, viewing
from dragoman.record import open as open_record
from dragoman.values import Record
from tests.desk.conftest import BASE, FAST, TOKEN, made, routes, token
from tests.formats.hostile import ATTACKS, hostile
from tests.record.full import resolved

SECRET = "0123456789abcdef0123"
KEY = "https://example.org/count"


@pytest.fixture
def guarded(record: Path) -> Iterator[TestClient]:
    """A desk that asks for a token."""
    with TestClient(made(record, Access.with_token(SECRET)), base_url="https://desk.example") as opened:
        yield opened


@pytest.fixture(scope="module")
def users(tmp_path_factory: pytest.TempPathFactory) -> Access:
    """Two users, a reader and a reviewer."""
    path = tmp_path_factory.mktemp("users") / "users.txt"
    lines = [line("Rea", "reader", "long enough 1"), line("Vera", "reviewer", "long enough 2")]
    path.write_text("# the desk\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return Access.from_file(path)


def log_in(client: TestClient, name: str, secret: str) -> int:
    found = TOKEN.search(client.get("/login").text)
    assert found
    answer = client.post("/login", data={"token": found[1], "name": name, "secret": secret}, follow_redirects=False)
    return answer.status_code


def test_nothing_is_shown_before_the_login(guarded: TestClient) -> None:
    """Every address of the application leads to the form, or is refused; but for the form and the style it needs."""
    for route in routes():
        path = re.sub(r"\{[^}]*\}", "x", route.path)
        if path == "/login":
            continue
        for method in route.methods:
            answer = guarded.request(method, path, follow_redirects=False)
            assert (answer.status_code, answer.headers.get("location", "")[:6]) in ((303, "/login"), (401, "")), path
            assert "Count nears" not in answer.text


def test_token(guarded: TestClient) -> None:
    """The token lets in, under the name that was given, and nothing else does."""
    assert log_in(guarded, "Mara", "0" * 20) == 403
    assert log_in(guarded, "Mara", SECRET) == 303
    assert "Count nears its end" in guarded.get("/").text
    cookie = guarded.cookies.jar.__iter__().__next__()
    assert cookie.secure
    assert cookie.has_nonstandard_attr("HttpOnly")
    guarded.post("/logout", data={"token": token(guarded, "/")})
    assert "/login" in str(guarded.get("/").url)


def test_programs_bring_the_token(guarded: TestClient) -> None:
    basic = base64.b64encode(f"x:{SECRET}".encode()).decode()
    assert guarded.get("/api/about", headers={"Authorization": f"Bearer {SECRET}"}).status_code == 200
    assert guarded.get("/feed.atom", headers={"Authorization": f"Basic {basic}"}).status_code == 200
    for wrong in ("Bearer x", "Basic x", "Basic eDp4", "Digest y", ""):
        assert guarded.get("/api/about", headers={"Authorization": wrong}).status_code == 401
    assert guarded.get("/", headers={"Authorization": f"Bearer {SECRET}"}, follow_redirects=False).status_code == 303


def test_roles(record: Path, users: Access, store: Store) -> None:
    """A reader sees all and decides nothing; a reviewer decides under the own name."""
    with TestClient(made(record, users), base_url="https://desk.example") as client:
        assert log_in(client, "Rea", "long enough 2") == 403
        assert log_in(client, "nobody", "long enough 1") == 403
        assert log_in(client, "Rea", "long enough 1") == 303
        page = client.get(f"/article?key={KEY}").text
        assert "/decide" not in page
        entry = viewing.view(store, KEY).entries[8].id
        form = {"token": token(client), "decision": f"accept {entry} 0"}
        assert client.post("/decide", data=form).status_code == 403
        assert client.post("/read", data={"token": form["token"], "text": "x", "keep": "1"}).status_code == 403
        client.cookies.clear()
        assert log_in(client, "Vera", "long enough 2") == 303
        assert client.post("/decide", data=form | {"token": token(client)}).status_code == 200
    assert [row.who for row in viewing.history(store)] == ["Vera"]


def test_a_session_of_another_secret_or_of_a_user_who_is_gone(record: Path, users: Access) -> None:
    sessions = Sessions("another secret")
    with TestClient(made(record, users), base_url="https://desk.example") as client:
        client.cookies.set("dragoman-desk", sessions.written(sessions.new(User("Vera", "reviewer"))))
        assert "/login" in str(client.get("/").url)
    assert not users.still(User("Vera", "reader"))
    assert not users.still(User("Gone", "reviewer"))


def test_every_form_needs_the_token_of_its_session(client: TestClient, store: Store) -> None:
    """No address takes a POST without it, nor with that of another session."""
    taking = [route for route in routes() if "POST" in route.methods]
    assert len(taking) >= 6
    for route in taking:
        path = route.path.replace("{identifier}", "x")
        for given in ("", "0" * 64):
            answer = client.post(
                path, data={"token": given, "decision": "accept s-1 0", "what": "keep", "text": "x"}, follow_redirects=False
            )
            assert answer.status_code == 403, path
    assert viewing.history(store) == ()


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}, {"Sec-Fetch-Site": "same-site"}]
)
def test_forms_of_other_sites(client: TestClient, headers: dict[str, str]) -> None:
    """Even with the right token."""
    assert client.post("/read", data={"token": token(client), "text": "x"}, headers=headers).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "[::1", "192.168.0.7:8770"])
def test_loopback_answers_to_localhost_alone(client: TestClient, host: str) -> None:
    """A page that lets its own name point at this machine gets nothing (DNS rebinding)."""
    assert client.get("/", headers={"Host": host}).status_code == 421


def test_too_much_is_refused(client: TestClient) -> None:
    sent = {"token": token(client), "text": "x"}
    assert client.post("/read", data=sent, headers={"Content-Length": "99999999999"}).status_code == 413
    assert client.post("/read", data=sent, headers={"Content-Length": "-1"}).status_code == 413

    def endless():
        for _ in range(200):
            yield b"x" * 100_000

    answer = client.post("/read", content=endless(), headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code in (400, 403, 413)


def test_rates() -> None:
    """A bucket empties and fills with time; kinds and clients do not share one."""
    now = [0.0]
    limiter = Limiter({"read": Rate(2, 60), "look": Rate(1, 1)}, lambda: now[0])
    assert [limiter.wait("a", "read") for _ in range(3)] == [0, 0, 1.0]
    assert limiter.wait("b", "read") == 0
    assert limiter.wait("a", "look") == 0
    now[0] = 1.0
    assert limiter.wait("a", "read") == 0
    assert limiter.wait("a", "read") > 0


def test_too_often_is_refused(record: Path) -> None:
    limiter = Limiter(FAST | {"login": Rate(2, 1)})
    with TestClient(made(record, Access.with_token(SECRET), limiter), base_url="https://desk.example") as client:
        assert [log_in(client, "x", "wrong") for _ in range(3)] == [403, 403, 429]
        assert log_in(client, "x", SECRET) == 429


@pytest.mark.parametrize(
    "text", ["", "# only this\n", "Mara:reviewer", "Mara:admin:$argon2id$x", "Mara:reader:password", "a/b:reader:$argon2id$x"]
)
def test_a_users_file_that_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "users.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="dragoman user NAME"):
        Access.from_file(path)


@pytest.mark.parametrize(
    ("name", "role", "password"), [("", "reader", "x" * 12), ("a:b", "reader", "x" * 12), ("a", "root", "x" * 12), ("a", "reader", "short")]
)
def test_a_user_who_cannot_be(name: str, role: str, password: str) -> None:
    with pytest.raises(UsageError):
        line(name, role, password)


def test_short_tokens_are_refused() -> None:
    with pytest.raises(UsageError, match="openssl"):
        Access.with_token("secret")


class Tags(HTMLParser):
    """The tags and attributes of a page, and what is in the texts of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


ATTACKED = (
    "/",
    "/search",
    "/search?q=speaker:foreign",
    f"/search?q={ATTACKS[0].replace('<', '%3C')}",
    "/votes",
    "/states/PAK",
    "/dyad?one=RUS&other=PAK",
    "/dyad?one=%3Cscript%3Ealert(1)%3C/script%3E&other=%22%3E%3Cimg+src=x+onerror=alert(1)%3E",
    "/who?name=%3Cscript%3Ealert(1)%3C/script%3E",
    "/nowhere/%3Cscript%3E",
)
ALLOWED_SCRIPT = re.compile(r"/static/(?:desk|panel|reviewing)\.js\?[0-9a-f]+")


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if "\ud800" not in attack])
def test_hostile_articles(tmp_path: Path, attack: str) -> None:
    """Whatever an article holds, a page has the scripts, the styles and the kinds of links of the desk alone; and the feed is XML."""
    path = tmp_path / "hostile.sqlite"
    poisoned: Record = hostile(attack)
    with open_record(path, create=True) as store:
        add(store, poisoned, resolved(poisoned))
        view = next(viewing.views(store))
    entries = [f"/entries/{entry.id}" for entry in view.entries]
    with TestClient(made(path), base_url=BASE) as client:
        pages = [client.get(address) for address in (*ATTACKED, *entries)]
        pages.append(client.get("/article", params={"key": view.key}))
        assert pages[-1].status_code == 200
        for page in pages:
            assert page.status_code in (200, 400, 404), page.url
            tags = Tags()
            tags.feed(page.text)
            for tag, attributes in tags.found:
                assert tag not in ("img", "iframe", "object", "embed", "style", "base"), page.url
                assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc")], page.url
                assert tag != "script" or ALLOWED_SCRIPT.fullmatch(attributes["src"] or ""), page.url
                for name in ("href", "action", "src"):
                    assert re.match(r"/(?!/)|#|https?://|data:,$", attributes.get(name) or "#"), (page.url, attributes)
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", page.text)
        feed = client.get("/feed.atom")
        assert len(ElementTree.fromstring(feed.content)) > 4
        assert not re.search(r'(^|,)"?[=+@]', client.get("/search.csv").text)
