"""A pattern that is compiled later is the pattern."""

from __future__ import annotations

import re

from contentlint.patterns import pattern


def test_a_pattern_is_what_was_compiled() -> None:
    lazy = pattern(r"(k)ite", re.IGNORECASE)
    assert lazy.sub(r"\1", "a Kite") == "a K"
    assert lazy.groups == 1
    assert [match.span() for match in lazy.finditer("kite kite")] == [(0, 4), (5, 9)]
    assert lazy.subn("", "kite") == ("", 1)
