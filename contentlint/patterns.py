"""Regular expressions that are compiled when they are first used, since most articles never need them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast

from contentlint.chinese import in_either_script

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Later:
    def __init__(self, compile_it: Callable[[], re.Pattern[Any]]) -> None:
        self._compile = compile_it

    def __getattr__(self, name: str) -> Any:
        compiled = self._compile()
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, later."""
    return cast("re.Pattern[AnyStr]", _Later(lambda: re.compile(source, flags)))


def chinese_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same for Chinese words, written in simplified characters; it finds traditional ones, too."""
    return cast("re.Pattern[str]", _Later(lambda: re.compile(in_either_script(source), flags)))


LINE_END = pattern(r"\r\n?|\n")
ITEM_LEAD = pattern(r"[ \t>]*+(?P<mark>[-+*]|\d{1,9}+[.)])[ \t]++")  # of an item of Markdown, up to its text
BLANK_LINE = pattern(r"\n[ \t]*+\n")  # below some text; with the blank that a CRLF leaves
BLANK_LINE_OR_END = pattern(r"\n[ \t]*+(?=\n|\Z)")  # one that may be the last, too; without the line end behind it


def last_blank_line(flat: str, start: int, end: int) -> re.Match[str] | None:
    """The last one between two offsets."""
    last = None
    for found in BLANK_LINE.finditer(flat, start, end):
        last = found
    return last
