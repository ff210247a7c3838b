"""Groups in braces that go on over several lines, which TOML has on one."""

from __future__ import annotations

from typing import NamedTuple

from contentlint.parsing.front_matter.brackets import CLOSERS
from contentlint.parsing.front_matter.toml.broken.row import Row
from contentlint.parsing.front_matter.toml.scanner import STRING
from contentlint.patterns import pattern

PART = pattern(
    rf"(?P<text>{STRING.pattern})|(?P<comment>#[^\n]*+)|(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<comma>,)"
    r"|(?P<gap>\s++)|(?P<other>[^\s\[\]{},#\"']++|[\"'])"
)
_BEFORE_COMMENT = pattern(r"(?<![^\s,\[\]{}\"'])(?<!=[ \t])")
_NO_COMMA_BEHIND = frozenset("{[,")
IN_LINES = "a group in braces stands on one line in TOML"


class Group(NamedTuple):
    """A group that begins in one line and ends in another: how it is written on one line, and its comments."""

    start: int
    end: int
    written: str
    comments: tuple[str, ...]


def open_group(content: str, start: int, end: int) -> int:
    """Where the first group begins that a line leaves open, -1 where it leaves none, or where nobody knows: brackets do
    not match, or what may be a comment belongs to a value, as in #fff."""
    opened: list[int] = []
    for part in PART.finditer(content, start, end):
        if part.lastgroup == "open":
            opened.append(part.start())
        elif part.lastgroup == "close" and opened:
            if CLOSERS[content[opened.pop()]] != part[0]:
                return -1
        elif part.lastgroup == "comment" and not _BEFORE_COMMENT.match(content, part.start()):
            return -1
    return next((at for at in opened if content[at] == "{"), -1)


def group_of(row: Row) -> Group | None:
    """The group in braces that begins in a line and ends below it, None where none does."""
    end = row.start + len(row.line)
    at = open_group(row.content, row.start, end) if "{" in row.line else -1
    if at < 0:
        return None
    written: list[str] = []
    comments: list[str] = []
    depth, gap, last = 0, "", ""
    for part in PART.finditer(row.content, at):
        kind, text = str(part.lastgroup), part[0]
        if kind == "comment":
            comments.append(text.rstrip())
        elif kind == "gap":
            gap += text
        else:
            written += _joined(last, gap, kind), text if kind != "comma" else ""
            gap, last = "", text
            depth += (kind == "open") - (kind == "close")
            if not depth:
                return Group(at, part.end(), "".join(written), tuple(comments))
    return None


def _joined(last: str, gap: str, kind: str) -> str:
    """What is written between two parts of a group: the blanks, and before them the comma that stands or belongs there; a
    comma is not the second part before what follows it is known, since none stands before a closing brace."""
    if kind == "comma":
        return "," if last == "," else ""
    is_comma_missing = "\n" in gap and last not in _NO_COMMA_BEHIND
    comma = "," if kind != "close" and (last == "," or is_comma_missing) else ""
    return comma + (" " if "\n" in gap else gap)


def is_in_text(content: str, at: int) -> bool:
    """Whether a text in three quotes goes on at an offset, up to which all can be read."""
    if '"""' not in content and "'''" not in content:
        return False
    part = next((part for part in PART.finditer(content) if part.end() > at), None)
    return part is not None and part.lastgroup == "text" and part.start() < at
