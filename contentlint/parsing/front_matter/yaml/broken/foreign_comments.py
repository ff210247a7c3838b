"""Lines of broken YAML that are comments as other languages have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake
from contentlint.parsing.front_matter.yaml.remarks import COMMENT_ENDS, comment_told
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_FOREIGN_COMMENT = pattern(r"[ \t]*+(//+|<!--|/\*|;)[ \t]*+")


def foreign_comment(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A comment of another language, in its line or in several."""
    line = lines[index]
    mark = _FOREIGN_COMMENT.match(line.text)
    if mark is None:
        return
    closing = COMMENT_ENDS.get(mark[1], "")
    end = line.text.find(closing, mark.end()) if closing else len(line.text)
    if end < 0:
        yield _of_several_lines(lines, index, mark)
    elif line.text[end + len(closing) :].strip():  # which may be a key
        yield _passed_over([line], comment_told(mark[1]), 0.8)
    else:
        closed = (Edit(Span(line.start + end, line.text_end), ""),) if closing else ()
        yield Mistake(line.written, comment_told(mark[1]), (_opened(line, mark), *closed), 'Write "#"')


def _of_several_lines(lines: list[Line], index: int, mark: re.Match[str]) -> Mistake:
    """One that goes on in the lines below, to the one that closes it."""
    line, closing = lines[index], COMMENT_ENDS[mark[1]]
    message = f'a comment begins with "#" here, on each of its lines, not with "{mark[1]}"'
    below = range(index + 1, len(lines))
    last = next((at for at in below if closing in lines[at].text), index)
    if last == index:
        return _passed_over([line], message, 1.5)
    written = lines[last].text.rstrip()
    is_opened_again = any(_opens(each.text, mark[1]) for each in lines[index + 1 : last + 1])
    if not written.endswith(closing) or is_opened_again or written.count(closing) > 1:
        return _passed_over(lines[index : last + 1], message, 0.8)
    edits = [_opened(line, mark)]
    edits += [Edit.at(each.start, "# ") for each in lines[index + 1 : last] if each.text.strip()]
    written = written.removesuffix(closing).strip()
    edits.append(Edit(Span(lines[last].start, lines[last].end), f"# {written}" if written else "#"))
    return Mistake(line.written, message, tuple(edits), 'Write "#"', 0.8)


def _passed_over(lines: list[Line], message: str, cost: float) -> Mistake:
    """A comment of which only its author knows where it ends: it is told, and its lines passed over."""
    passed = tuple(Edit.at(each.start, "# ") for each in lines)
    return Mistake(lines[0].written, message).to_read_on(passed, cost)


def _opens(text: str, mark: str) -> bool:
    """Whether a comment begins in a line, and no word that has its mark within, as a path may."""
    return mark in text and any(word.startswith(mark) for word in text.split())


def _opened(line: Line, mark: re.Match[str]) -> Edit:
    """The edit that begins a comment as YAML does."""
    return Edit(Span(line.start + mark.start(1), line.start + mark.end()), "# ")
