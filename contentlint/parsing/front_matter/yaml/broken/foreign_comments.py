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
        passed = (Edit.at(line.start, "# "),)
        yield Mistake(line.written, comment_told(mark[1])).to_read_on(passed, 1.5)
    else:
        closed = (Edit(Span(line.start + end, line.text_end), ""),) if closing else ()
        yield Mistake(line.written, comment_told(mark[1]), (_opened(line, mark), *closed), 'Write "#"')


def _of_several_lines(lines: list[Line], index: int, mark: re.Match[str]) -> Mistake:
    """One that goes on in the lines below, to the one that closes it."""
    line, closing = lines[index], COMMENT_ENDS[mark[1]]
    message = f'a comment begins with "#" here, on each of its lines, not with "{mark[1]}"'
    below = range(index + 1, len(lines))
    last = next((at for at in below if closing in lines[at].text or _opens(lines[at].text, mark[1])), index)
    written = lines[last].text.rstrip()
    if not written.endswith(closing) or _opens(written, mark[1]) or written.count(closing) > 1:
        passed = tuple(Edit.at(each.start, "# ") for each in lines[index : last + 1])
        return Mistake(line.written, message).to_read_on(passed, 1.5)
    edits = [_opened(line, mark)]
    edits += [Edit.at(each.start, "# ") for each in lines[index + 1 : last] if each.text.strip()]
    written = written.removesuffix(closing).strip()
    edits.append(Edit(Span(lines[last].start, lines[last].end), f"# {written}" if written else "#"))
    return Mistake(line.written, message, tuple(edits), 'Write "#"', 0.8)


def _opens(text: str, mark: str) -> bool:
    """Whether a comment begins in a line, and no word that has its mark within, as a path may."""
    return mark in text and any(word.startswith(mark) for word in text.split())


def _opened(line: Line, mark: re.Match[str]) -> Edit:
    """The edit that begins a comment as YAML does."""
    return Edit(Span(line.start + mark.start(1), line.start + mark.end()), "# ")
