"""Lines of broken YAML that are comments as other languages have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_FOREIGN_COMMENT = pattern(r"[ \t]*+(//+|<!--|/\*|;)[ \t]*+")
_CLOSINGS = {"<!--": "-->", "/*": "*/"}


def foreign_comment(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A comment of another language, in its line or in several."""
    line = lines[index]
    mark = _FOREIGN_COMMENT.match(line.text)
    if mark is not None:
        yield _of_one_line(line, mark) if _is_closed(line, mark) else _of_several_lines(lines, index, mark)


def _of_one_line(line: Line, mark: re.Match[str]) -> Mistake:
    edits = [Edit(Span(line.start + mark.start(1), line.start + mark.end()), "# ")]
    for closing in _CLOSINGS.values():
        if line.text[mark.end() :].rstrip().endswith(closing):
            edits.append(Edit(Span(line.text_end - len(closing), line.text_end), ""))
    return Mistake(line.written, f'a comment begins with "#" here, not with "{mark[1]}"', tuple(edits), 'Write "#"')


def _is_closed(line: Line, mark: re.Match[str]) -> bool:
    """Whether a comment of another language ends in its line."""
    return mark[1] not in _CLOSINGS or line.text.rstrip().endswith(_CLOSINGS[mark[1]])


def _of_several_lines(lines: list[Line], index: int, mark: re.Match[str]) -> Mistake:
    """One that goes on in the lines below, to the one that closes it."""
    line, closing = lines[index], _CLOSINGS[mark[1]]
    message = f'a comment begins with "#" here, on each of its lines, not with "{mark[1]}"'
    last = next((at for at in range(index + 1, len(lines)) if closing in lines[at].text), -1)
    if last < 0:
        return Mistake(line.written, message, cost=1.5)
    edits = [Edit(Span(line.start + mark.start(1), line.start + mark.end()), "# ")]
    edits += [Edit.at(each.start, "# ") for each in lines[index + 1 : last] if each.text.strip()]
    end = lines[last]
    written = end.text.replace(closing, "").strip()
    edits.append(Edit(Span(end.start, end.end), f"# {written}" if written else "#"))
    return Mistake(line.written, message, tuple(edits), 'Write "#"', 0.8)
