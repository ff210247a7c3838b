"""Comments as other languages have them, "// remark", in the place of a value or behind one."""

from __future__ import annotations

from contentlint.parsing.front_matter.keys import DATE_KEYS, PAGE_KEYS, TEXT_KEYS, names
from contentlint.patterns import pattern
from contentlint.text import Span

COMMENT_ENDS = {"<!--": "-->", "/*": "*/"}  # by what begins a comment; others end with their line
REMARKED_KEYS = (PAGE_KEYS | DATE_KEYS) - TEXT_KEYS - {*names("category categories")}  # whose values never begin so
# no address, as "//cdn.example/a.js" is one: a blank follows, or letters of a script that no host begins with
_ALONE = pattern(r"//++(?:[ \t]++(?=\S)|(?=[^\x00-\x7f])(?![^\s./]*+[./]))")
_SWITCH_OR_DATE = pattern(
    r"(?:(?P<switch>true|false)|\d{4}[-/.]\d\d?[-/.]\d\d?(?:[T \t]++\d[\d:.]*+(?:[ \t]*+(?:Z|[+-]\d[\d:]*+))?+)?+)"
    r"(?=[ \t]++//++[ \t]*+(?!\d{4}[-/.])[^\s/])"
)


def comment_told(mark: str = "//") -> str:
    """What is told of a comment that begins with another mark than YAML's."""
    return f'a comment begins with "#" here, not with "{mark}"'


def remark_alone(text: str) -> Span | None:
    """Where the mark of a comment in the place of a value stands in it, with the blanks behind."""
    mark = _ALONE.match(text)
    return Span(*mark.span()) if mark is not None else None


def end_before_remark(key: object, text: str) -> int:
    """Where the switch, or the date at the key of one, ends that stands before a comment; 0 where none does."""
    value = _SWITCH_OR_DATE.match(text)
    is_value = value is not None and (value["switch"] or key in DATE_KEYS) and key not in TEXT_KEYS
    return value.end() if value is not None and is_value else 0
