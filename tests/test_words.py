"""Words found in one pass are the words that are there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint import words
from contentlint.parsing import parse
from contentlint.text import BOM, Source
from contentlint.words import Sequences, Words

LETTERS = "aTK编é😀\r\n x("
SOUGHT = [Words("TK", "K编", "编"), Words("TKTK", "é", "😀x"), Words("( x", "aa")]


@given(text=st.text(LETTERS, max_size=40), start=st.integers(0, 40), piece=st.integers(1, 1 << 16))
def test_words_are_found_where_they_are(text: str, start: int, piece: int) -> None:
    document = parse(Source("a.md", text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_PIECE", piece)
        for sought in SOUGHT:
            there = sorted(
                at
                for word in sought.words
                for at in range(start, len(text))
                if document.source.flat.startswith(word, at)
            )
            assert sought.places(document, start) == there
            assert sought.are_in(document) is any(word in text for word in sought.words)


def test_words_made_after_an_article_was_looked_through_are_found() -> None:
    document = parse(Source("a.md", "Kites rise.\n"))
    assert not Words("gliders").are_in(document)
    assert Words("rise").places(document, 0) == [6]


def test_a_byte_order_mark_at_the_start_is_none_of_the_text() -> None:
    mark = Sequences(BOM.encode())
    assert not mark.are_in(parse(Source("a.md", BOM + "Kites\n")))
    assert mark.are_in(parse(Source("a.md", BOM + BOM + "Kites\n")))
