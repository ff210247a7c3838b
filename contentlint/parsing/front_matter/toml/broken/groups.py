"""Groups in braces that go on over several lines, which TOML has on one."""

from __future__ import annotations

from typing import NamedTuple

from contentlint.parsing.front_matter.toml.scanner import STRING
from contentlint.patterns import pattern

PART = pattern(
    rf"(?P<text>{STRING.pattern})|(?P<comment>#[^\n]*+)|(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<comma>,)"
    r"|(?P<gap>\s++)|(?P<other>[^\s\[\]{},#\"']++|[\"'])"
)
_NO_COMMA_BEHIND = frozenset("{[,")


class Group(NamedTuple):
    """A group that begins in one line and ends in another: how it is written on one line, and its comments."""

    start: int
    end: int
    written: str
    comments: tuple[str, ...]


def open_group(content: str, start: int, end: int) -> int:
    """Where the first group begins that a line leaves open, -1 where it leaves none."""
    opened: list[int] = []
    for part in PART.finditer(content, start, end):
        if part.lastgroup == "open":
            opened.append(part.start())
        elif part.lastgroup == "close" and opened:
            opened.pop()
    return next((at for at in opened if content[at] == "{"), -1)


def group_in_lines(content: str, start: int, end: int) -> Group | None:
    """The group that a line leaves open and one below it closes, None where none is."""
    at = open_group(content, start, end) if content.find("{", start, end) >= 0 else -1
    if at < 0:
        return None
    written: list[str] = []
    comments: list[str] = []
    depth, gap, last = 0, "", ""
    for part in PART.finditer(content, at):
        kind, text = str(part.lastgroup), part[0]
        if kind == "comment":
            comments.append(text.rstrip())
        elif kind == "gap":
            gap += text
        else:
            written += _joined(last, gap, kind)
            if kind == "close" and last == ",":
                written[-3] = ""  # no comma stands before a closing brace
            written.append(text)
            gap, last = "", text
            depth += (kind == "open") - (kind == "close")
            if not depth:
                return Group(at, part.end(), "".join(written), tuple(comments))
    return None


def _joined(last: str, gap: str, kind: str) -> tuple[str, str]:
    """The comma, if one is missing at the end of a line, and the blanks between two parts of a group."""
    if "\n" not in gap:
        return "", gap
    if kind == "comma":
        return "", ""
    is_comma_missing = kind != "close" and last not in _NO_COMMA_BEHIND
    return "," * is_comma_missing, " "
