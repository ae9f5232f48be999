"""The page in a real browser: its keys, its panel, without script, on a phone, in the dark and in print.

Needs Playwright and Chromium; skipped where they are missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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
    """The first line of the panel, nothing where no entry is shown."""
    return (tab.locator(".panel .kicker").text_content() or "") if tab.locator(".panel .kicker").count() else ""


KEYS = [
    ("j", "statement 1 of 5"),
    ("j j", "statement 2 of 5"),
    ("j j k", "statement 1 of 5"),
    ("j j j j j j", "event 1 of 3"),  # events after statements, then votes and ties
    ("k", "tie 1 of 1"),
    ("k k", "vote 1 of 1"),
    ("k j", "statement 1 of 5"),  # around the end
    ("j Escape", ""),
    ("Escape", ""),
]


@pytest.mark.parametrize(("keys", "expected"), KEYS)
def test_keys(tab: Page, keys: str, expected: str) -> None:
    for key in keys.split():
        tab.keyboard.press(key)
    assert kicker(tab) == expected


def test_tab_walks_over_the_entries_in_the_order_of_the_text(tab: Page) -> None:
    tab.locator("#at-s1").focus()
    seen = [kicker(tab)]
    for _ in range(8):
        tab.keyboard.press("Tab")
        seen.append(kicker(tab))
    numbers = ["s1", "e2", "s2", "s3", "v1", "t1", "e1", "s4", "s5"]
    totals = {"s": ("statement", 5), "e": ("event", 3), "v": ("vote", 1), "t": ("tie", 1)}
    assert seen == [f"{totals[one[0]][0]} {one[1]} of {totals[one[0]][1]}" for one in numbers]


def test_the_panel_shows_source_cue_content_chain_act_and_confidence(tab: Page) -> None:
    tab.locator("#at-s2").click()
    shown = " ".join((tab.locator(".panel .card").inner_text()).split())
    for piece in ("election commission, as told by foreign ministry", "assert", "the count was “almost complete”", "“told”", "81%"):
        assert piece in shown


SHOWN = [
    (
        "e2",
        "election commission → foreign ministry|CONSULT meeting, visit or call planned|doubtful|“told”|verbal cooperation"
        "|phone|diplomatic|28 February to 6 March 2022|the capital|planned or expected|foreign ministry (statement 1)"
        "|coastal state|(statement 4)|41%",
    ),
    ("e1", "coastal state → election commission|REQUEST request or demand|verbal conflict|happened or is under way|the article|72%"),
    (
        "v1",
        "host state and 34 others|▣ abstain|In the assembly the host state and 34 others abstained."
        "|✗ contradicted (roll call 12): 36 states abstained|the assembly|the count|2 March 2022|90%",
    ),
    ("t1", "coastal state and host state|⇄ neighbour|“a neighbour of the host state”|80%"),
]
"""For each mark what the panel says of its entry: who did what to whom, how, when, where, whether, by whom it is reported and disputed."""


@pytest.mark.parametrize(("mark", "pieces"), SHOWN)
@pytest.mark.parametrize("way", ["key", "click", "hover"])
def test_the_panel_shows_events_votes_and_ties(tab: Page, mark: str, pieces: str, way: str) -> None:
    link = tab.locator(f"#at-{mark}")
    {"key": link.focus, "click": link.click, "hover": link.hover}[way]()
    shown = " ".join(tab.locator(".panel .card").inner_text().split())
    assert [piece for piece in pieces.split("|") if piece not in shown] == []


def test_a_trigger_that_is_tapped_shows_its_event_and_is_lit(browser: Browser, page: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.locator(".article .ev", has_text="halted").tap()
    assert (kicker(tab), tab.locator(".on-event").all_text_contents()) == ("event 3 of 3", ["halted"])
    assert tab.locator(".panel").bounding_box()["y"] > 200  # it leaves the text above it to be read
    tab.locator(".panel a", has_text="statement 5").tap()
    assert (kicker(tab), tab.locator(".on-event").count()) == ("statement 5 of 5", 0)
    context.close()


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
    for mark in ("s1", "e2", "v1", "t1"):
        tab.locator(f"#at-{mark}").focus()
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, page: Path, scheme: Literal["light", "dark"], width: int) -> None:
    """WCAG 2.2 AA and best practice, with nothing in the panel and with an entry of each kind."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(page.as_uri())
    found = {}
    for mark in ("", "s2", "e2", "v1", "t1"):
        if mark:
            tab.locator(f"#at-{mark}").focus()
        wrong = axe.Axe().run(tab, options=rules).response["violations"]
        found[mark] = [f"{one['id']}: {node['html'][:200]}" for one in wrong for node in one["nodes"]]
    context.close()
    assert {mark: wrong for mark, wrong in found.items() if wrong} == {}


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
    assert all(tab.locator(f"li#{entry}").is_visible() for entry in ("s5", "e3", "v1", "t1"))
    assert tab.locator(".panel").evaluate("node => getComputedStyle(node).position") == "static"
