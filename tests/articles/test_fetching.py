"""A URL is fetched from the public address that was checked, within its limits, or refused in one line that names it."""

import gzip
import socket
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.articles import load
from dragoman.articles.fetching import Fetcher
from dragoman.errors import FetchError

BODY = "The council met on Monday and adopted a text on the corridor for grain.\n\nThe union welcomed it in a statement."
HTML = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Council adopts text</title></head><body><article>{}</article></body></html>"
PAGE = HTML.format("".join(f"<p>{text}</p>" for text in BODY.split("\n\n"))).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Host"]))
        status, headers, body = self.server.answers.get(self.path.split("?")[0], (404, {}, b"gone"))
        if self.path.startswith("/hop/"):
            left = int(self.path.rsplit("/", 1)[1])
            status, headers, body = 302, {"Location": f"/hop/{left - 1}" if left > 1 else "/page"}, b""
        self.send_response(status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | headers).items():
            if value is not None:
                self.send_header(name, value)
        if isinstance(body, bytes):
            self.send_header("Content-Length", headers.get("X-Length", str(len(body))))
            self.end_headers()
            self.wfile.write(body)
        else:  # a function that writes as it likes
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            body(self.wfile)

    def log_message(self, *arguments):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # clients hang up on purpose


@contextmanager
def serving(answers, context=None):
    server = Server(("127.0.0.1", 0), Handler)
    server.answers, server.asked = {"/page": (200, {}, PAGE)} | answers, []
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def server():
    with serving({}) as running:
        yield running


def address(server, path="/page", host="127.0.0.1"):
    return f"http://{host}:{server.server_port}{path}"


LOCAL = Fetcher(allow_private=True)


def answering(*addresses, then=()):
    """A resolver that gives `addresses` for every host, after those of `then` by host."""
    return lambda host, port: list(dict(then).get(host, addresses)) if port else []


def endless(out):
    while True:
        out.write(b"x" * 65536)


class Slow:
    """Answers nothing for as long as the test lasts; `ended` is set once it has given up waiting."""

    def __init__(self):
        self.over, self.ended = threading.Event(), threading.Event()

    def __call__(self, *_):
        self.over.wait(120)
        self.ended.set()
        return []


@pytest.fixture
def slow():
    one = Slow()
    yield one
    one.over.set()


def refused(fetcher, url, what):
    with pytest.raises(FetchError, match=what) as caught:
        fetcher.fetch(url)
    assert str(caught.value).startswith(f"{url}: ")
    assert "\n" not in str(caught.value)


def test_a_page_is_fetched_and_read(server):
    article = load(address(server), fetcher=LOCAL)
    assert (article.title, article.text, article.url) == ("Council adopts text", BODY, address(server))
    assert article.id == f"127-0-0-1-{server.server_port}-page"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param({"Content-Type": "text/plain; charset=utf-8"}, f"Council adopts text\n\n{BODY}".encode(), id="plain text"),
        pytest.param({"Content-Type": "text/markdown"}, f"# Council adopts text\n\n{BODY}".encode(), id="Markdown"),
        pytest.param({"Content-Type": None}, PAGE, id="no type: by what it looks like"),
        pytest.param({"Content-Encoding": "gzip"}, gzip.compress(PAGE), id="compressed"),
        pytest.param({"Content-Type": "text/html; charset=utf-16"}, PAGE.decode().encode("utf-16"), id="UTF-16"),
    ],
)
def test_pages_and_texts_of_all_kinds_are_read(server, headers, body):
    server.answers["/page"] = (200, headers, body)
    article = load(address(server), fetcher=LOCAL)
    assert (article.title, article.text) == ("Council adopts text", BODY)


def test_redirects_are_followed_up_to_the_limit_and_the_last_address_is_kept(server):
    assert LOCAL.fetch(address(server, "/hop/5")).url == address(server)
    refused(LOCAL, address(server, "/hop/6"), "more than 5 redirects")


def test_a_fragment_is_not_kept_in_the_address(server):
    assert LOCAL.fetch(address(server, "/page#top")).url == address(server)


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        pytest.param((404, {}, b""), r"answered 404 Not Found; there is no such page", id="404"),
        pytest.param((403, {}, b""), "answered 403 Forbidden; it refuses programs", id="403"),
        pytest.param((500, {}, b""), "answered 500", id="500"),
        pytest.param((302, {}, b""), "answered 302", id="redirect to nowhere"),
        pytest.param((302, {"Location": "file:///etc/passwd"}, b""), "no http or https address", id="redirect to a file"),
        pytest.param((302, {"Location": "http://user:word@h.example/"}, b""), "user name or password", id="redirect with a password"),
        pytest.param((200, {"Content-Type": "application/pdf"}, b"%PDF"), "is application/pdf, not a text", id="PDF"),
        pytest.param((200, {"Content-Type": "image/png"}, b"x"), "is image/png, not a text", id="image"),
        pytest.param((200, {"Content-Encoding": "br"}, b"x"), "compressed in a way", id="encoding not asked for"),
        pytest.param((200, {"Content-Encoding": "gzip, gzip"}, b"x"), "compressed in a way", id="encoded twice"),
        pytest.param((200, {"Content-Encoding": "gzip"}, b"no gzip"), "the connection broke", id="broken compression"),
        pytest.param((200, {"X-Length": "99999"}, b"cut off"), "the connection broke|took too long", id="cut off"),
    ],
)
def test_answers_that_are_no_page_are_refused(server, answer, what):
    server.answers["/page"] = answer
    refused(Fetcher(allow_private=True, read_seconds=2), address(server), what)


@pytest.mark.parametrize(
    ("url", "what"),
    [
        pytest.param("ftp://news.example/a", "no http or https address", id="ftp"),
        pytest.param("file:///etc/passwd", "no http or https address", id="file"),
        pytest.param("http:///a", "no http or https address", id="no host"),
        pytest.param("http://user:word@news.example/a", "user name or password", id="credentials"),
        pytest.param("http://news.example:99999/", "99999 is no port", id="no port"),
        pytest.param("http://[::1/", "is no address", id="broken IPv6"),
    ],
)
def test_addresses_that_are_none_of_the_web_are_refused_without_a_connection(url, what):
    def never(host, port):
        raise AssertionError("resolved")

    refused(Fetcher(resolver=never), url, what)


def test_a_body_beyond_the_limit_is_refused_whether_declared_or_not(server):
    server.answers["/declared"] = (200, {}, b"x" * 5000)
    server.answers["/endless"] = (200, {}, endless)
    server.answers["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 5_000_000))
    for path in ("/declared", "/endless", "/bomb"):
        refused(Fetcher(allow_private=True, most_bytes=4096), address(server, path), "is too large")


def test_the_body_of_a_redirect_is_not_read(server):
    server.answers["/far"] = (302, {"Location": "/page"}, endless)
    assert LOCAL.fetch(address(server, "/far")).data == PAGE


@pytest.mark.parametrize("path", ["/dripping", "/silent"])
def test_a_slow_server_is_given_up_at_the_deadline(server, slow, path):
    def drip(out):
        while not slow.over.wait(0.1):
            out.write(b"x")
            out.flush()

    server.answers["/dripping"] = (200, {}, drip)
    server.answers["/silent"] = (200, {}, slow)
    refused(Fetcher(allow_private=True, whole_seconds=1.5), address(server, path), "took too long")
    assert not slow.ended.is_set()


def test_a_server_that_drips_its_headers_is_given_up_at_the_deadline():
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip():
            peer, _ = listening.accept()
            with peer:
                for byte in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100:
                    try:
                        peer.sendall(bytes([byte]))
                    except OSError:
                        return
                    time.sleep(0.1)

        threading.Thread(target=drip, daemon=True).start()
        refused(Fetcher(allow_private=True, whole_seconds=1.5), f"http://127.0.0.1:{listening.getsockname()[1]}/", "took too long")


def test_a_slow_resolver_is_given_up_at_the_deadline(slow):
    refused(Fetcher(whole_seconds=1, resolver=slow), "http://news.example/", "took too long")
    assert not slow.ended.is_set()


def test_no_connection_and_no_host_are_told_apart():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    refused(LOCAL, f"http://127.0.0.1:{port}/", "no connection .*refused")

    def unknown(host, port):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    refused(Fetcher(resolver=unknown), "http://news.example/", "the host news.example is not known; ")
    refused(Fetcher(resolver=answering()), "http://news.example/", "has no address")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1"])
def test_a_private_address_is_refused_however_it_is_written(server, host):
    refused(Fetcher(), address(server, host=host), "which is no public address; allow private addresses")
    assert server.asked == []


def test_one_private_address_among_the_answers_is_enough_to_refuse(server):
    fetcher = Fetcher(resolver=answering("93.184.215.14", "127.0.0.1"))
    refused(fetcher, address(server, host="news.example"), r"news\.example is at 127\.0\.0\.1")
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_refused(server, monkeypatch):
    """The first host passes as public although it is the test's own server; the redirect leads to the server by its true address."""
    monkeypatch.setattr("dragoman.articles.connecting.is_public", lambda found: found == "127.0.0.1")
    server.answers["/away"] = (302, {"Location": "http://inside.example/secret"}, b"")
    fetcher = Fetcher(resolver=answering("127.0.0.1", then={"inside.example": ["10.0.0.7"]}))
    refused(fetcher, address(server, "/away", "news.example"), r"inside\.example is at 10\.0\.0\.7")
    assert [path for path, _ in server.asked] == ["/away"]


def test_the_address_that_was_checked_is_the_one_connected_to(server):
    """A resolver that answers otherwise the second time is never asked a second time, and the server is told the host's name."""
    asked = []

    def rebinding(host, port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.7"]

    Fetcher(allow_private=True, resolver=rebinding).fetch(address(server, host="news.example"))
    assert asked == ["news.example"]
    assert server.asked == [("/page", f"news.example:{server.server_port}")]


def test_the_next_address_is_tried_where_one_does_not_answer(server):
    fetcher = Fetcher(allow_private=True, resolver=answering("127.0.0.2", "127.0.0.1"))
    assert fetcher.fetch(address(server, host="news.example")).data == PAGE


def test_proxies_of_the_environment_are_passed_by(server, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert LOCAL.fetch(address(server)).data == PAGE


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    command += [
        "-subj",
        "/CN=news.example",
        "-addext",
        "subjectAltName=DNS:news.example",
        "-keyout",
        str(folder / "key.pem"),
        "-out",
        str(folder / "cert.pem"),
    ]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"openssl makes no certificate here: {error}")
    return folder / "cert.pem", folder / "key.pem"


def test_the_host_name_and_not_the_address_is_verified_by_tls(certificate):
    here = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    here.load_cert_chain(*certificate)
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    with serving({}, here) as server:
        url = f"https://news.example:{server.server_port}/page"
        fetcher = Fetcher(allow_private=True, resolver=answering("127.0.0.1"), tls=trusting)
        assert fetcher.fetch(url).data == PAGE
        refused(fetcher, url.replace("news.", "other."), "no secure connection")
        refused(Fetcher(allow_private=True, resolver=answering("127.0.0.1")), url, "no secure connection")
