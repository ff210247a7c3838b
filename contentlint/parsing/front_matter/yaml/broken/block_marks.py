"""Values of broken YAML that begin with the mark of a text of several lines."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.keys import PAGE_KEYS, names
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake, Value, key_of
from contentlint.parsing.front_matter.yaml.broken.quoting import to_quote
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_BEHIND_BLOCK = pattern(r"([|>][-+0-9]*+)([ \t]*+)(?=[^\s#|>])(.)")
_OF_ONE_LINE = frozenset(names("title subtitle"))


def overdone_block_mark(first: Value) -> Mistake:
    """The mark of a text of several lines, with more signs or numbers behind it than may stand there."""
    mark = first.text.split()[0]
    kept = 2 if mark[1] in "-+" else 1
    edit = Edit(Span(first.start + kept, first.start + len(mark)), "")
    message = f'behind "{mark[0]}" stands one sign, "-" or "+", and one number from 1 to 9 at most'
    return Mistake(Span(first.start, first.start + len(mark)), message, (edit,), f'Write "{mark[:kept]}"', 0.5)


def behind_block_mark(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """Text behind the mark of a text of several lines."""
    behind = _BEHIND_BLOCK.match(first.text)
    below = next((line for line in lines[index + 1 :] if line.text.strip()), None)
    goes_on = below is not None and below.indent > first.column
    if behind is None:
        return
    is_word = behind[3].isalpha() and first.text[0] not in first.text[1:]
    is_text = (
        below is not None and goes_on and (len(behind[1]) > 1 or (is_word and key_of(below.text) not in PAGE_KEYS))
    )
    if not (behind[2] or is_text):
        return
    if not goes_on and first.key in _OF_ONE_LINE:
        yield to_quote(first, f'a value that begins with "{behind[1]}" needs quotes', 0.8)
        return
    span = Span(first.start + behind.end(1), first.start + behind.start(3))
    edit = Edit(span, new_line(content) + " " * (below.indent if below and goes_on else first.column + 2))
    message = f'the text begins on the next line, below "{behind[1]}"'
    yield Mistake(first.span, message, (edit,), "Begin the text below", 0.9)
