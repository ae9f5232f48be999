"""The shipped archive says what was voted, calls what is reconstructed so, and keeps absent, unknown and no member apart."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.rollcalls.archive import load, shipped, write
from dragoman.knowledge.rollcalls.council import council_members, sat_in_council
from dragoman.knowledge.rollcalls.coverage import coverage, require
from dragoman.knowledge.rollcalls.seats import seat_code, seat_on, seats
from dragoman.knowledge.rollcalls.symbols import from_unvotes, named, normal, official


@pytest.mark.parametrize(
    ("symbol", "tally", "quality"),
    [
        ("A/RES/ES-11/1", (141, 5, 35), "exact"),
        ("A/RES/ES-11/2", (140, 5, 38), "reconstructed"),
        ("A/RES/ES-11/5", (94, 14, 73), "reconstructed"),
        ("A/RES/ES-10/22", (153, 10, 23), "exact"),
        ("A/RES/76/10", (148, 9, 14), "exact"),
        ("A/RES/77/23", (90, 30, 47), "exact"),
        ("A/RES/ES-11/7", (93, 18, 65), "tally"),
        ("A/RES/68/262", (100, 11, 58), "recorded votes"),
        ("S/2022/155", (11, 1, 3), "exact"),
        ("S/RES/2623", (11, 1, 3), "exact"),
        # the last of the seven roll calls on China's seat of 25 October 1971
        ("A/RES/2758G(XXVI)", (76, 35, 17), "recorded votes"),
    ],
)
def test_known_totals(symbol: str, tally: tuple[int, int, int], quality: str) -> None:
    """The totals are those that the United Nations published; votes added up from states may be two short."""
    roll_call = shipped().of(symbol)[0]
    held = tuple(roll_call.count(answer) for answer in ("yes", "no", "abstain"))
    assert roll_call.quality == quality
    slack = 2 if quality == "recorded votes" else 0
    assert all(count is not None and 0 <= official_count - count <= slack for count, official_count in zip(held, tally, strict=True)), held


@pytest.mark.parametrize(
    ("symbol", "code", "answer"),
    [
        ("A/RES/ES-11/1", "PAK", "abstain"),
        ("A/RES/ES-11/1", "BLR", "no"),
        ("A/RES/ES-11/1", "MAR", "absent"),
        ("A/RES/ES-11/5", "TON", None),  # one of five was absent, not known which
        ("A/RES/ES-11/8", "UKR", None),  # the recorded answer looks wrong
        ("S/2022/155", "PAK", "not a member"),
        ("A/RES/3379(XXX)", "RUS", "yes"),  # the Soviet Union's vote
        ("A/RES/3379(XXX)", "CHE", "not a member"),
        ("A/RES/68/262", "SRB", "absent"),  # Serbia, called Yugoslavia by the source
    ],
)
def test_known_answers(symbol: str, code: str, answer: str | None) -> None:
    assert shipped().of(symbol)[0].answer(code) == answer


def test_letters_fit_the_seats() -> None:
    """Every roll call has a letter for every seat, and no more answers than members."""
    for roll_call in shipped().roll_calls:
        assert len(roll_call.letters) == len(seats())
        assert 0 < roll_call.known <= roll_call.members <= 193


def test_nobody_votes_before_the_seat_is_held() -> None:
    """But for Fiji, which the source has voting a month before its admission."""
    strays = [
        (code, roll_call.date)
        for roll_call in shipped().roll_calls
        if roll_call.body == "UNGA"
        for code, seat in seats().items()
        if roll_call.answer(code) in ("yes", "no", "abstain") and not seat.held(f"{roll_call.date[:7]}-01", f"{roll_call.date[:7]}-31")
    ]
    assert set(strays) == {("FJI", "1970-09")}


def test_dates_before_2003_are_months() -> None:
    """The days of the source are wrong before 2003; only roll calls with a second source have a day."""
    days = [item for item in shipped().roll_calls if item.source == "voeten" and item.date < "2003" and item.precision == "day"]
    assert all("second source" in item.note for item in days)


def test_council_has_eleven_then_fifteen_members() -> None:
    """Since 1966 fifteen states sit on the Council; 1971 counts both holders of China's seat."""
    for year, members in council_members().items():
        assert len(members) == (16 if year == 1971 else 15 if year >= 1966 else len(members))
    assert sat_in_council("IND", "2022-02-01", "2022-03-01") is True
    assert sat_in_council("PAK", "2022-12-30", "2023-01-02") is False
    assert sat_in_council("PAK", "2024-12-30", "2025-01-02") is True
    assert sat_in_council("PAK", "2031-01-01", "2031-01-02") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pakistan", "PAK"),
        ("Soviet Union", "RUS"),
        ("SUN", "RUS"),
        ("Cote d'Ivoire", "CIV"),
        ("Congo", "COG"),
        ("türkiye", "TUR"),
        ("Swaziland", "SWZ"),
    ],
)
def test_names_of_seats(name: str, code: str) -> None:
    assert seat_code(name) == code


def test_unknown_name_offers_the_nearest() -> None:
    with pytest.raises(KnowledgeError, match=r"Indja.*India \(IND\)"):
        seat_code("Indja")


def test_seats_change_hands() -> None:
    """China's seat is the Republic of China's until October 1971; Yemen's is the Arab Republic's until 1990."""
    assert [seat_on("China", day) for day in ("1965-12-01", "1975-12-01")] == ["TWN", "CHN"]
    assert [seat_on("YEM", day) for day in ("1985-12-01", "1995-12-01")] == ["YAR", "YEM"]


@pytest.mark.parametrize(
    ("unres", "symbol"),
    [
        ("R/61/232", "A/RES/61/232"),
        ("A/RES/74/56", "A/RES/74/56"),
        ("ESS/2/79C", "A/RES/ES-2/79C"),
        ("SS/4/23A", "A/RES/S-4/23A"),
        ("", None),
        ("R/10 65", "A/RES/10/65"),
    ],
)
def test_symbols_of_the_source(unres: str, symbol: str | None) -> None:
    assert from_unvotes(unres) == symbol


def test_symbols() -> None:
    """Symbols are read as people write them."""
    assert official("A/RES/30/3379", 30) == "A/RES/3379(XXX)"
    assert [normal(text) for text in ("77/23", "es-11/1", "2623", "S/RES/2623 (2022)")] == [
        "A/RES/77/23",
        "A/RES/ES-11/1",
        "S/RES/2623",
        "S/RES/2623",
    ]
    assert named("resolution ES-11/1, A/71/L.22, resolution 2623 and S/2022/155") == ("A/RES/ES-11/1", "S/2022/155", "S/RES/2623")


def test_coverage_counts_what_is_known() -> None:
    """2014 is whole, 2022 is not, 2025 is known by totals; a thin range is refused by its years."""
    years = {item.year: item for item in coverage(shipped(), "UNGA")}
    assert (years[2014].known, years[2014].expected) == (80, 80)
    assert (years[2022].known, years[2022].expected) == (9, 89)
    assert (years[2025].known, years[2025].partial) == (0, 192)
    assert require(shipped(), "2010", "2019").startswith("776 of 819")
    with pytest.raises(KnowledgeError, match="below 50%: 2020 to 2024"):
        require(shipped(), "2019", "2024")


def test_user_archive_stands_beside(tmp_path: Path) -> None:
    """A user's roll call is found, replaces ours of the same id, and changes the archive's name."""
    ours = shipped().of("A/RES/ES-11/1")[0]
    write(
        tmp_path / "mine.jsonl.gz", {"archive": "mine"}, [replace(ours, title="Mine"), replace(ours, id="A/RES/78/1", symbol="A/RES/78/1")]
    )
    both = load(tmp_path)
    assert both.name.startswith(f"{shipped().name}+")
    assert both.of("78/1")[0].count("abstain") == 35
    assert [item.title for item in both.of("ES-11/1")] == ["Mine"]
    assert len(both.roll_calls) == len(shipped().roll_calls) + 1


def test_user_archive_with_other_seats_is_rearranged(tmp_path: Path) -> None:
    """A file written when the seats stood in another order reads the same."""
    ours = shipped().of("A/RES/ES-11/1")[0]
    path = tmp_path / "mine.jsonl.gz"
    write(path, {"archive": "mine"}, [ours])
    header, row = (json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines())
    header["seats"], row["letters"] = header["seats"][::-1], row["letters"][::-1]
    path.write_bytes(gzip.compress(f"{json.dumps(header)}\n{json.dumps(row)}".encode()))
    assert load(tmp_path).of("ES-11/1")[0].letters == ours.letters


def test_damaged_archive_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl.gz").write_bytes(b"not gzip")
    with pytest.raises(KnowledgeError, match=r"bad\.jsonl\.gz"):
        load(tmp_path)
