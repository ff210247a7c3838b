"""Comments as other languages have them, "// remark", in the place of a value or behind one."""

from __future__ import annotations

from contentlint.parsing.front_matter.keys import PROSE_KEYS
from contentlint.patterns import pattern
from contentlint.text import Span

REMARK_TOLD = 'a comment begins with "#" here, not with "//"'
# no address, as "//cdn.example/a.js" is one: a blank follows, or letters of a script that no host begins with
_ALONE = pattern(r"//++(?:[ \t]++(?=\S)|(?=[^\x00-\x7f])(?![^\s./]*+[./]))")
_SWITCH_OR_DATE = pattern(
    r"(?:true|false|\d{4}[-/.]\d\d?[-/.]\d\d?(?:[T \t]++\d[\d:.]*+(?:[ \t]*+(?:Z|[+-]\d[\d:]*+))?+)?+)(?=[ \t]++//++[ \t]*+[^\s/])"
)


def remark_alone(key: object, text: str) -> Span | None:
    """Where the mark of a comment in the place of a value stands in it, with the blanks behind; a title may begin so."""
    mark = _ALONE.match(text) if key not in PROSE_KEYS else None
    return Span(*mark.span()) if mark is not None else None


def end_before_remark(text: str) -> int:
    """Where the switch or the date ends that stands before a comment, so that it is one; 0 where none does."""
    value = _SWITCH_OR_DATE.match(text)
    return value.end() if value is not None else 0
