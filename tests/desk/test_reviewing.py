"""Deciding at the desk: each decision is a row of the ledger, and none overwrites another that its writer had not seen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.record import Store, viewing
from dragoman.record.searching import search
from tests.desk.conftest import BASE, made, token

KEY = "https://example.org/count"


def the(store: Store, words: str) -> str:
    """The id of the one entry of the sample with these words."""
    return next(hit.id for hit in search(store, words) if hit.article == KEY)


def decide(client: TestClient, decision: str, **more: str):
    return client.post("/decide", data={"token": token(client), "decision": decision, **more}, follow_redirects=False)


def test_accept_reject_undo(client: TestClient, store: Store) -> None:
    """The buttons write to the ledger under the user's name, with the reason; what is rejected is shown apart, and comes back."""
    entry = the(store, '"publish the list"')
    assert decide(client, f"accept {entry} 0").headers["location"].startswith("/article?key=https%3A")
    assert viewing.view(store, KEY).verdicts[entry] == "accepted"
    decide(client, f"reject {entry} 1", why="misread")
    row = viewing.history(store)[-1]
    assert (row.who, row.action, row.why) == ("Mara", "reject", "misread")
    page = client.get(f"/article?key={KEY}").text
    assert "Rejected, and what rests on that" in page
    assert f'value="undo {entry} 2"' in page
    decide(client, f"undo {entry} 2")
    assert viewing.view(store, KEY).verdicts[entry] == "accepted"


def test_second_of_two_reviewers_is_told(client: TestClient, store: Store) -> None:
    """A decision on what was decided in the meantime changes nothing, and says who did what."""
    entry = the(store, '"publish the list"')
    assert decide(client, f"accept {entry} 0").status_code == 303
    answer = decide(client, f"reject {entry} 0")
    assert answer.status_code == 409
    assert "Mara accepted it at" in answer.text
    assert len(viewing.history(store)) == 1


def test_one_of_many_at_once(record: Path, store: Store) -> None:
    """Of decisions that are sent in the same moment on one entry one is kept, and all others are told."""
    entry = the(store, '"publish the list"')
    with TestClient(made(record), base_url=BASE) as client:
        sent = token(client)

        def one(action: str) -> int:
            data = {"token": sent, "decision": f"{action} {entry} 0"}
            return client.post("/decide", data=data, follow_redirects=False).status_code

        with ThreadPoolExecutor(6) as threads:
            answers = list(threads.map(one, ["accept", "reject"] * 3))
    assert sorted(answers) == [303, 409, 409, 409, 409, 409]
    assert len(viewing.history(store)) == 1


class Fields(HTMLParser):
    """What a browser would send of the form that corrects."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.within: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and (given.get("type") != "checkbox" or "checked" in given):
            self.sent.setdefault(given["name"], []).append(given.get("value", ""))
        elif tag in ("select", "textarea"):
            self.within = given["name"]
            self.sent[self.within] = [""]
        elif tag == "option" and "selected" in given and self.within:
            self.sent[self.within] = [given["value"]]

    def handle_data(self, data: str) -> None:
        if self.within and self.lasttag == "textarea":
            self.sent[self.within] = [data]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea"):
            self.within = None


def form(client: TestClient, entry: str) -> dict[str, list[str]]:
    """What the form of an entry sends when nothing in it is changed."""
    fields = Fields()
    fields.feed(client.get(f"/entries/{entry}/correct").text)
    return fields.sent


def test_correct_a_speaker(client: TestClient, store: Store) -> None:
    """The speaker chosen in the form is the speaker in the record, and the entry is on that one's page."""
    entry = the(store, '"publish the list"')
    sent = form(client, entry)
    speaker = next(one.id for one in viewing.view(store, KEY).entries if one.words == "coastal state")
    sent["source"] = [speaker]
    answer = client.post("/correct", data=sent, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    rows = viewing.history(store)
    assert [(row.action, row.field) for row in rows] == [("correct", "source")]
    assert "We will publish the list" in client.get("/who?name=coastal+state").text
    assert "We will publish the list" in client.get("/states/RUS").text
    sent["act"] = ["warn"]
    late = client.post("/correct", data=sent)
    assert late.status_code == 409
    assert "Mara corrected its source" in late.text


def test_a_form_sent_as_it_came_changes_nothing(client: TestClient, store: Store) -> None:
    for entry in viewing.view(store, KEY).entries:
        if entry.kind != "position":
            answer = client.post("/correct", data=form(client, entry.id))
            assert answer.status_code == 400, entry
            assert "holds that already" in answer.text
    assert viewing.history(store) == ()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("act", "shout", "none of its values"),
        ("date", "2022-99", "no date"),
        ("content", "words that are not there", "not in the article"),
        ("content", "", "cannot be empty"),
        ("source", "a-0000000000000000", ""),
    ],
)
def test_what_cannot_stand_is_refused(client: TestClient, store: Store, field: str, value: str, words: str) -> None:
    sent = form(client, the(store, '"publish the list"')) | {field: [value]}
    answer = client.post("/correct", data=sent)
    assert answer.status_code == 400
    assert words in answer.text
    assert viewing.history(store) == ()


def test_all_fields_or_none(client: TestClient, store: Store) -> None:
    """A form that changes two fields, of which one cannot hold that, changes neither; with both right, it is one decision of two rows."""
    entry = the(store, '"publish the list"')
    sent = form(client, entry) | {"act": ["warn"], "date": ["2022-03-05"]}
    assert client.post("/correct", data=sent | {"content": ["words that are not there"]}).status_code == 400
    assert viewing.history(store) == ()
    assert client.post("/correct", data=sent, follow_redirects=False).status_code == 303
    assert [(row.field, row.new) for row in viewing.history(store)] == [("act", '"warn"'), ("date", '"2022-03-05"')]


@pytest.mark.parametrize(
    "decision", ["", "accept", "drop s-1 0", "accept s-1 x", "accept s-0000000000000000 0", "accept s-1 0 1", "undo s-1 0 x"]
)
def test_no_decision(client: TestClient, store: Store, decision: str) -> None:
    assert decide(client, decision).status_code in (400, 404, 422)
    assert viewing.history(store) == ()


def test_back_leads_to_the_desk_alone(client: TestClient, store: Store) -> None:
    entry = the(store, '"publish the list"')
    for number, back in enumerate(("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)")):
        action = "accept" if number % 2 == 0 else "reject"
        assert decide(client, f"{action} {entry} {number}", back=back).headers["location"].startswith("/article?key=")


def test_a_correction_of_two_fields_is_taken_back_field_by_field(client: TestClient, store: Store) -> None:
    """Each has its button beside its row; one is taken back, the other stays, and the ledger tells which."""
    entry = the(store, '"publish the list"')
    speaker = next(one.id for one in viewing.view(store, KEY).entries if one.words == "coastal state")
    client.post("/correct", data=form(client, entry) | {"act": ["warn"], "source": [speaker]})
    rows = {row.field: row.id for row in viewing.history(store)}
    page = client.get(f"/entries/{entry}").text
    assert all(f'value="undo {entry} 2 {number}"' in page for number in rows.values())
    assert "source <bdi>commission spokesperson</bdi> → <bdi>coastal state</bdi>" in page
    assert decide(client, f"undo {entry} 1 {rows['source']}").status_code == 409
    assert decide(client, f"undo {entry} 2 {rows['source']}").status_code == 303
    found = next(one for one in viewing.view(store, KEY).record.statements if one.act == "warn")
    assert found.source == next(one.id for one in viewing.view(store, KEY).record.actors if one.name == "commission spokesperson")
    page = client.get(f"/entries/{entry}").text
    assert f'value="undo {entry} 3 {rows["act"]}"' in page
    assert f'value="undo {entry} 3 {rows["source"]}"' not in page
    assert "took back the correction of source of" in page
    assert page.count(">taken back</b>") == 1
    assert decide(client, f"undo {entry} 3 {rows['source']}").status_code == 404
    assert len(viewing.history(store)) == 3


def test_of_one_field_the_last_correction_is_taken_back(client: TestClient, store: Store) -> None:
    entry = the(store, '"publish the list"')
    for act in ("warn", "threaten"):
        client.post("/correct", data=form(client, entry) | {"act": [act]})
    page = client.get(f"/entries/{entry}").text
    assert f'value="undo {entry} 2 2"' in page
    assert f'value="undo {entry} 2 1"' not in page


def test_an_actor_is_corrected_by_names(client: TestClient, store: Store) -> None:
    """The form offers states and sectors by name, chosen as they are held, and keeps the code that is sent."""
    entry = next(one for one in viewing.view(store, KEY).entries if one.kind == "actor" and one.words == "foreign ministry")
    form = client.get(f"/entries/{entry.id}/correct").text
    assert '<option value="GOV" selected>government (GOV)</option>' in form
    assert '<option value="RUS">Russia (RUS)</option>' in form
    sent = {"token": token(client), "entry": entry.id, "seen": "0", "is:state": "1", "state": "UKR"}
    assert client.post("/correct", data=sent, follow_redirects=False).status_code == 303
    assert next(one for one in viewing.view(store, KEY).record.actors if one.id == entry.local).state == "UKR"
    assert '<option value="UKR" selected>Ukraine (UKR)</option>' in client.get(f"/entries/{entry.id}/correct").text
