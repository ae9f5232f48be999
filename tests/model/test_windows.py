"""Windows hold every word once, in order, in whole paragraphs where these fit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece

from dragoman.model.windows import CAPACITY, LONGEST_WORD, cut
from dragoman.model.words import split


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    letters = "abcdefghijklmnopqrstuvwxyz."
    vocabulary = ["<s>", "</s>", "[UNK]", *letters, *(f"##{letter}" for letter in letters)]
    return Tokenizer(WordPiece({piece: index for index, piece in enumerate(vocabulary)}, unk_token="[UNK]", max_input_chars_per_word=1000))


@settings(deadline=None, max_examples=50)
@given(text=st.text(alphabet="abc .\n", max_size=3000))
def test_windows_hold_every_word_once_and_fit(text: str, tokenizer: Tokenizer) -> None:
    words = split(text)
    windows = cut(words, tokenizer)
    assert [place for window in windows for place in range(window.first, window.stop)] == list(range(len(words)))
    assert all(len(window.pieces) <= CAPACITY + 2 for window in windows)


def test_a_paragraph_that_fits_is_never_split(tokenizer: Tokenizer) -> None:
    words = split("\n\n".join("ab cd. " * 40 for _ in range(9)))
    for window in cut(words, tokenizer):
        assert window.first == 0 or words.paragraphs[window.first] != words.paragraphs[window.first - 1]


def test_a_paragraph_that_is_too_long_is_split_at_a_sentence(tokenizer: Tokenizer) -> None:
    words = split("abcd efgh. " * 100)
    for window in cut(words, tokenizer)[1:]:
        assert words.features[window.first, 2] == 1


def test_heads_are_the_first_pieces_of_their_words(tokenizer: Tokenizer) -> None:
    (window,) = cut(split("ab c " + "d" * 40), tokenizer)
    assert window.owners[window.heads].tolist() == [0, 1, 2]
    assert (np.bincount(window.owners[window.owners >= 0]) == [2, 1, LONGEST_WORD]).all()


def test_an_empty_text_has_no_window(tokenizer: Tokenizer) -> None:
    assert cut(split(" \n "), tokenizer) == ()


def test_windows_of_fewer_pieces_part_at_sentences(tokenizer: Tokenizer) -> None:
    words = split("aa bb cc. dd ee ff. aa bb cc.\nbb cc dd.")
    windows = cut(words, tokenizer, 8)
    assert all(len(window.pieces) <= 8 + 2 for window in windows)
    assert [place for window in windows for place in range(window.first, window.stop)] == list(range(len(words)))
    starts = [words.features[window.first, 2] > 0 for window in windows]
    assert all(starts)
    assert len(windows) > len(cut(words, tokenizer))
