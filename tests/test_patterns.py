"""Words found by their rarest letter are the words that are there."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from contentlint.patterns import Words, pattern

WORDS = st.lists(st.text("aTK编 x(", min_size=1, max_size=4), min_size=1, max_size=4)


@given(words=WORDS, text=st.text("aTK编 x(", max_size=30), start=st.integers(0, 30))
def test_words_are_found_where_they_are(words: list[str], text: str, start: int) -> None:
    there = sorted(at for word in dict.fromkeys(words) for at in range(start, len(text)) if text.startswith(word, at))
    found = Words(*dict.fromkeys(words))
    assert found.places(text, start) == there
    assert found.are_in(text) is bool(found.places(text))


def test_a_pattern_is_what_was_compiled() -> None:
    lazy = pattern(r"(k)ite", re.IGNORECASE)
    assert lazy.sub(r"\1", "a Kite") == "a K"
    assert lazy.groups == 1
    assert [match.span() for match in lazy.finditer("kite kite")] == [(0, 4), (5, 9)]
    assert lazy.subn("", "kite") == ("", 1)
