"""The page in a real browser: its keys, its panel, without script, on a phone, in the dark and in print.

Needs Playwright and Chromium; skipped where they are missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.formats import html
from tests.formats.hostile import ATTACKS, hostile
from tests.formats.sample import RECORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(html.render(RECORD), encoding="utf-8")
    return path


@pytest.fixture
def tab(browser: Browser, page: Path) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(page.as_uri())
    yield opened
    opened.close()


def kicker(tab: Page) -> str:
    """The first line of the panel, nothing where no statement is shown."""
    return (tab.locator(".panel .kicker").text_content() or "") if tab.locator(".panel .kicker").count() else ""


KEYS = [
    ("j", "statement 1 of 5"),
    ("j j", "statement 2 of 5"),
    ("j j k", "statement 1 of 5"),
    ("k", "statement 5 of 5"),
    ("k j", "statement 1 of 5"),  # around the end
    ("j Escape", ""),
    ("Escape", ""),
]


@pytest.mark.parametrize(("keys", "expected"), KEYS)
def test_keys(tab: Page, keys: str, expected: str) -> None:
    for key in keys.split():
        tab.keyboard.press(key)
    assert kicker(tab) == expected


def test_tab_walks_over_the_statements(tab: Page) -> None:
    tab.locator("#at-s1").focus()
    seen = [kicker(tab)]
    for _ in range(2):
        tab.keyboard.press("Tab")
        while not tab.evaluate("document.activeElement.matches('a.n')"):
            tab.keyboard.press("Tab")
        seen.append(kicker(tab))
    assert seen == ["statement 1 of 5", "statement 2 of 5", "statement 3 of 5"]


def test_the_panel_shows_source_cue_content_chain_act_and_confidence(tab: Page) -> None:
    tab.locator("#at-s2").click()
    shown = " ".join((tab.locator(".panel .card").inner_text()).split())
    for piece in ("election commission, as told by foreign ministry", "assert", "the count was “almost complete”", "“told”", "81%"):
        assert piece in shown


def test_clicks_on_nested_text_go_from_the_inner_statement_outwards(tab: Page) -> None:
    inner = tab.locator(".article span[data-s='2 1']").first
    inner.click()
    first = kicker(tab)
    inner.click()
    assert (first, kicker(tab)) == ("statement 2 of 5", "statement 1 of 5")


def test_only_the_shown_statement_is_lit(tab: Page) -> None:
    tab.locator("#at-s3").click()
    assert tab.locator(".on-content").all_text_contents() == ["We will publish the list,", "It will be public."]
    assert tab.locator(".on-cue").all_text_contents() == ["told"]
    assert "".join(tab.locator(".on-source").all_text_contents()) == "a commission spokesperson"


def test_hover_shows_and_a_click_holds(tab: Page) -> None:
    tab.locator(".article span[data-s='3']").first.hover()
    shown = kicker(tab)
    tab.locator(".article span[data-s='3']").first.click()
    tab.locator(".article span[data-s='4']").first.hover()
    assert (shown, kicker(tab)) == ("statement 3 of 5", "statement 3 of 5")


def test_an_actor_shows_its_mentions(tab: Page) -> None:
    tab.locator("a.actor", has_text="host state").click()
    assert "".join(tab.locator(".on-mention").all_text_contents()).count("the host state") == 2


@pytest.mark.parametrize("attack", ["", *ATTACKS])
def test_no_complaint_no_request_no_foreign_script(browser: Browser, tmp_path: Path, attack: str) -> None:
    """The browser reports no breach of the policy, asks for nothing but the page, and nothing of the attack runs."""
    path = tmp_path / "page.html"
    path.write_text(html.render(hostile(attack) if attack else RECORD), encoding="utf-8")
    tab = browser.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto(path.as_uri())
    for key in ("j", "j", "k", "Escape"):
        tab.keyboard.press(key)
    assert complaints == []
    assert [url for url in requests if url != path.as_uri() and not url.startswith("data:")] == []
    tab.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, page: Path, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 740})
    tab.goto(page.as_uri())
    tab.keyboard.press("j")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.close()


def test_without_script_everything_can_be_read(browser: Browser, page: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.locator("#at-s2").click()
    assert tab.url.endswith("#s2")
    assert tab.locator("li#s2").is_visible()
    assert not tab.locator(".keys").is_visible()
    context.close()


def test_dark_follows_the_system(browser: Browser, page: Path) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        tab = context.new_page()
        tab.goto(page.as_uri())
        grounds.append(tab.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    assert grounds == ["rgb(252, 251, 248)", "rgb(21, 22, 26)"]


def test_print_shows_article_and_entries_and_no_panel(tab: Page) -> None:
    tab.keyboard.press("j")
    tab.emulate_media(media="print")
    assert not tab.locator(".panel .slot").is_visible()
    assert tab.locator(".panel .legend").is_visible()
    assert tab.locator("main").is_visible()
    assert tab.locator("li#s5").is_visible()
    assert tab.locator(".panel").evaluate("node => getComputedStyle(node).position") == "static"
