"""A text in another language is refused and the language named; English never is, however short or full of names."""

import gzip
import json
import os
from pathlib import Path

import pytest

from dragoman.articles.language import other_language, require_english
from dragoman.errors import ArticleError

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).parents[3] / "shared")
CORPORA = ("wikinews_2019_2021", "wh_briefings_2021_2023", "ungdc_2015_2024")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le Conseil a adopté lundi une résolution sur le corridor céréalier, a déclaré le ministère dans un communiqué publié à Paris.",
            "French",
        ),
        ("Der Rat hat am Montag eine Entschließung zum Getreidekorridor angenommen, wie das Ministerium in Berlin mitteilte.", "German"),
        (
            "El Consejo aprobó el lunes una resolución sobre el corredor de cereales, según informó el ministerio en un comunicado.",
            "Spanish",
        ),
        ("Совет принял в понедельник резолюцию о зерновом коридоре, сообщило министерство в своём заявлении.", "Russian"),
        ("安理会周一通过了一项关于粮食走廊的决议，外交部在一份声明中说，各方应当立即遵守该决议。", "Chinese"),
        ("De Raad heeft maandag een resolutie over de graancorridor aangenomen, zo liet het ministerie in een verklaring weten.", "Dutch"),
    ],
)
def test_another_language_is_named(text, language):
    assert other_language(text) == language
    with pytest.raises(ArticleError, match=rf"x\.txt: is in {language}"):
        require_english(text, "x.txt")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Council adopts text", id="a phrase"),
        pytest.param("Ja.", id="too short to say"),
        pytest.param("Presidents of Estonia, Latvia, Lithuania; Prime Ministers of Kosovo, Albania, Montenegro", id="a list of names"),
        pytest.param("The council met.", id="a sentence"),
        pytest.param(
            "Ministry of Foreign Affairs, Khreshchatyk 1, Kyiv, Ukraine; Embassy, Rue de Varenne 10, Paris, France", id="addresses"
        ),
    ],
)
def test_english_and_short_texts_are_not_refused(text):
    assert other_language(text) is None


@pytest.mark.parametrize("name", CORPORA)
def test_no_article_of_the_english_corpora_is_refused(name):
    path = SHARED / "data" / "corpora" / f"{name}.jsonl.gz"
    if not path.exists():
        pytest.skip(f"{path} is not there (set DRAGOMAN_SHARED)")
    with gzip.open(path) as lines:
        refused = [found for _, line in zip(range(300), lines, strict=False) if (found := other_language(json.loads(line)["text"]))]
    assert refused == []
