"""The whole way in a real browser: paste an article, see the chain, correct the speaker, find it on that one's page, hand it on.

Needs Playwright and Chromium; skipped where they are missing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.record import open as open_record
from dragoman.record import viewing
from tests.record.full import TEXT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.mark.parametrize("script", [True, False])
def test_the_whole_way(browser: Browser, base: str, record: Path, script: bool) -> None:
    """With script and without it; the browser reports no breach of the policy and asks for nothing but the desk."""
    context = browser.new_context(java_script_enabled=script, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("request", lambda request: None if request.url.startswith((base, "data:")) else complaints.append(request.url))
    tab.goto(f"{base}/read")
    tab.get_by_label("Text", exact=True).fill(TEXT)
    tab.get_by_label("Title").fill("Pasted here")
    tab.get_by_role("button", name="Read into the record").click()
    tab.wait_for_url("**/article?key=pasted-here", timeout=60_000)
    assert "election commission, as told by foreign ministry" in (tab.locator("#s2 .chain").text_content() or "")
    if script:
        for key in "jjj":
            tab.keyboard.press(key)
        assert tab.locator(".panel .kicker").text_content() == "statement 3 of 5"
        tab.keyboard.press("e")
        tab.locator(".panel form.correct select[name=source]").select_option(label="coastal state")
        tab.locator(".panel form.correct").get_by_role("button").click()
        tab.wait_for_url("**/article?key=pasted-here")
    else:
        tab.locator("#s3").get_by_role("link", name="Correct").click()
        tab.locator("form.correct select[name=source]").select_option(label="coastal state")
        tab.locator("form.correct").get_by_role("button").click()
    with open_record(record) as store:
        row = viewing.history(store)[-1]
        assert (row.article, row.action, row.field, row.who) == ("pasted-here", "correct", "source", "Mara")
    tab.goto(f"{base}/who?name=coastal+state")
    assert tab.locator("main").get_by_text("Pasted here").count() > 0
    with tab.expect_download() as download:
        tab.get_by_role("link", name="JSON").click()
    assert any(hit["article"] == "pasted-here" for hit in json.loads(Path(download.value.path()).read_text(encoding="utf-8")))
    assert complaints == []
    context.close()


ARTICLE = "/article?key=https://example.org/count"


def actions(record: Path) -> list[str]:
    with open_record(record) as store:
        return [row.action for row in viewing.history(store)]


def at(tab: Page) -> str:
    """What the panel shows: statement 1 of 5."""
    return tab.locator(".panel .kicker").text_content() or ""


def test_reviewing_by_keys(browser: Browser, base: str, record: Path) -> None:
    """j and k walk, a accepts and goes on, x rejects and takes out, u takes the last decision back; each is in the ledger."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(base + ARTICLE)
    assert not tab.locator(".panel .close").is_visible()  # nothing is open yet
    tab.keyboard.press("j")
    assert tab.locator(".panel .close").is_visible()
    tab.keyboard.press("j")
    tab.keyboard.press("k")
    assert at(tab) == "statement 1 of 5"
    tab.keyboard.press("x")
    tab.locator("#h-gone").wait_for()
    assert (actions(record), at(tab)) == (["reject"], "statement 1 of 3")  # the second lay within it
    tab.locator(".gone").get_by_role("button", name="Undo").first.click()
    tab.locator("#h-gone").wait_for(state="detached")
    assert at(tab) == "statement 1 of 5"
    with tab.expect_navigation():
        tab.keyboard.press("a")
    assert (actions(record), at(tab)) == (["reject", "undo", "accept"], "statement 2 of 5")
    tab.keyboard.press("k")
    assert tab.locator(".panel .judged").text_content() == "accepted"
    with tab.expect_navigation():
        tab.keyboard.press("u")
    assert (actions(record), at(tab)) == (["reject", "undo", "accept", "undo"], "statement 1 of 5")
    assert tab.locator(".panel .judged").count() == 0
    tab.keyboard.press("e")
    tab.locator(".panel form.correct").wait_for()
    assert tab.evaluate("document.activeElement.closest('form.correct') !== null")
    tab.keyboard.press("j")  # typed into the form, it is no command
    assert at(tab) == "statement 1 of 5"
    tab.keyboard.press("Escape")
    assert tab.locator(".panel .kicker").count() == 0
    tab.close()


def test_copy_with_citation(browser: Browser, base: str) -> None:
    """c and the button copy the statement with its citation, the other button as Markdown."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(base + ARTICLE)
    for _ in "jjj":
        tab.keyboard.press("j")
    tab.keyboard.press("c")
    tab.locator(".panel button.copy", has_text="Copied").wait_for()
    assert tab.evaluate("navigator.clipboard.readText()").startswith("“We will publish the list,” … “It will be public.” – commission")
    tab.locator("#s3").get_by_role("button", name="Copy as Markdown").click()
    tab.locator("#s3 button.copy", has_text="Copied").wait_for()
    assert tab.evaluate("navigator.clipboard.readText()").startswith("> “We will publish the list,”")
    context.close()


FILTERS = [("speaker", "foreign ministry", 1, 0), ("act", "request", 1, 0), ("type", "CONSULT", 0, 1), ("sure", "90%", 2, 0)]


@pytest.mark.parametrize("script", [True, False])
def test_filters(browser: Browser, base: str, script: bool) -> None:
    """Each filter leaves the entries that fit, in the lists and in the text, and all come back."""
    context = browser.new_context(java_script_enabled=script)
    tab = context.new_page()
    for name, value, statements, events in FILTERS:
        tab.goto(base + ARTICLE)
        tab.locator(f".filter select[name={name}]").select_option(label=value)
        tab.get_by_role("button", name="Filter").click()
        tab.get_by_role("link", name="All entries").wait_for()
        assert tab.locator(".entries .statement").count() == tab.locator(".article a.n").count() == statements, name
        assert tab.locator(".entries .event").count() == events, name
        tab.get_by_role("link", name="All entries").click()
        tab.get_by_role("link", name="All entries").wait_for(state="detached")
        assert tab.locator(".entries .statement").count() == 5
    context.close()


def test_two_reviewers_at_once(browser: Browser, base: str, record: Path) -> None:
    """Both see the entry undecided; the first accepts, the second's rejection is refused and told who was faster."""
    tabs = [browser.new_page(viewport={"width": 1280, "height": 900}) for _ in range(2)]
    for tab in tabs:
        tab.goto(base + ARTICLE)
        tab.keyboard.press("j")
    with tabs[0].expect_navigation():
        tabs[0].keyboard.press("a")
    with tabs[1].expect_navigation():
        tabs[1].keyboard.press("x")
    assert "Somebody was faster" in (tabs[1].locator("h1").text_content() or "")
    assert "Mara accepted it at" in (tabs[1].get_by_role("alert").text_content() or "")
    assert actions(record) == ["accept"]
    for tab in tabs:
        tab.close()


PAGES = (
    "/",
    "/acts",
    "/search",
    "/article?key=https://example.org/count",
    "/who?name=election+commission",
    "/states/PAK",
    "/dyad?one=RUS&other=PAK",
    "/positions?of=RUS&on=the+count",
    "/resolution?symbol=A/RES/ES-11/1",
    "/votes",
    "/read",
)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, base: str, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 740})
    for address in PAGES:
        tab.goto(base + address)
        tab.keyboard.press("j")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, address
    tab.close()
