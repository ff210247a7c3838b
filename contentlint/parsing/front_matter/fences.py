"""Closing fences that are missing, or are there but not quite: where the keys end and what would mend it."""

from __future__ import annotations

import re
from typing import NamedTuple

from contentlint.document import Problem
from contentlint.fields import FrontMatter
from contentlint.parsing.front_matter.keys import KEY_LINE, SENTENCE, YAML_LINE
from contentlint.patterns import pattern
from contentlint.text import Edit, Source, Span

_CLOSING = {
    "-": (pattern(r"\n(?=---|\.\.\.)"), pattern(r"(?:-{3,}+|\.\.\.)[ \t]*+(?=\n|\Z)")),
    "+": (pattern(r"\n(?=\+\+\+)"), pattern(r"\+{3,}+[ \t]*+(?=\n|\Z)")),
    ";": (pattern(r"\n(?=;;;)"), pattern(r";{3,}+[ \t]*+(?=\n|\Z)")),
}
_LIKE = r"[ \t]*+(?:--|\+\+|[—–―]{1,3}-?|-[—–]|- - -|- --|-- -|={3,6}(?!=)|={8,}+)|[ \t]++(?:-{3,}+|\+{3,}+)"
# one that keys stand behind or below
LIKE_OPENING = pattern(
    rf"((?:{_LIKE}|-{{4,}}+|- --|[*_]{{3}}|-{{3}}[\u00a0\u3000\u200b\ufeff]++|[^\s-]{{1,2}}-{{3}}|-{{3}}[^\s-]{{1,2}}|(?!---)[-–—―－]{{1,3}}|```ya?ml)[ \t]*+)\n|(---|\+\+\+)[ \t]*+(?:#[^\n]*+\n|(?=[A-Za-z_][\w-]*+[ \t]*+[:=][ \t]))"
)
# what nobody would take for a fence at the top, but for one below keys
_LIKE_CLOSING = pattern(
    rf"(?:{_LIKE}|\*{{3,}}+|_{{3,}}+|`{{3,}}+|[+-]{{3,}}+[\u00a0\u3000\u200b\ufeff]*+|;{{2,}}+|[-–—―－]{{3}}|[\"'.`]-{{3}}|\.\.|-)[ \t]*+(?=\n|\Z)"
)
# the same below a blank line, where a rule across the page may stand, or code
_BELOW_BLANKS = pattern(
    r"(?:[ \t]*+\n|#[^\n]*+\n)++(?:(?P<fence>[ \t]*+(?:--|\+\+|[—–―]{1,3}-?|-[—–]|- --|-- -)[ \t]*+)"
    r"|(?P<glued>(?:---|\+\+\+)(?=[^-+\s|:>]))[^|\n]*+)(?=\n|\Z)"
    r"|(?:[ \t]*+\n)++(?:#[^\n]*+\n)*+(?P<indented>[ \t]*+(?:-{3,}+|\+{3,}+)[ \t\u00a0\u3000\u200b\ufeff]*+)(?=\n|\Z)"
)
_BLANK_LINES = pattern(r"(?:[ \t]*+\n)*+")  # with the blank that a CRLF leaves
_COMMENT_BEHIND = pattern(r"(?<=[ \t])(#[ \t]++[^\W\dA-Z][^\n]*+)")
_COMMENTS = pattern(r"(?:#[^\n]*+\n|[ \t]*+\n)++")
_OPEN_QUOTE = pattern(r"[^\"'\n]*?[:-][ \t]++([\"'])")
_GLUED_TEXT = pattern(r"(---|\+\+\+)[ \t]*+(?=[^-+\s])")
_BLOCK_HEADER = pattern(r"[^#\n]*:[ \t]+[|>][-+0-9]*[ \t]*\Z")
_OPEN_BRACKET = pattern(r"[^:=]*+[:=][ \t]*+[\[{][^\]}]*+\Z")
_IN_BRACKETS = pattern(r"[\]}\[{\"'\d]")
_KEY_LEFT_OUT = pattern(r"#[ \t]*+[a-z_][\w-]*+[ \t]*+[:=](?=\s|\Z)")
# a table of TOML, with a pair or another table below it
_TABLE = pattern(
    r"\[\[?[\w.\"'-]++\]\]?[ \t]*+(?:#[^\n]*+)?+\n(?=(?:[ \t]*+(?:#[^\n]*+)?\n)*+[ \t]*+(?:[\w\"'-]++[ \t]*+=|\[))"
)
_SPOKEN = pattern(r"[A-Z][\w'’]*(?: [\w'’-]+)+:[ \t].*[.!?]\Z")  # "They fly: high."
# "Note: they fly as", and on the next line "high as birds."
_PARAGRAPH = pattern(r"[A-Z][\w-]*:(?:[ \t]+[^\s\"'\[{|>][^ \n]*){3}[^\n]*\n(?=[^\W\d_])[^\n]*(?:\n|\Z)")
_LEAD = pattern(r"[A-Z][\w -]*:[ \t]*\n[ \t]*\n")  # "A table:", and then the table
_GLUED_FENCE = pattern(r"[^-+\s]((?:---|\+\+\+)[ \t]*+)\Z")

Found = tuple[FrontMatter, list[Problem]]


class Keys(NamedTuple):
    """Lines of keys from an opening fence on: where they end, how many keys they have, and what was meant as the
    closing fence; `is_glued`: text stands behind it in its line."""

    end: int
    keys: int
    fence: Span | None = None
    is_glued: bool = False


def keys_from(text: str, start: int, stop: int, mark: str = "-") -> Keys:
    """Read lines as long as they are keys, or go on with one; `mark` is the opening fence's."""
    end, at, keys, quote, in_block, in_brackets = start, start, 0, "", False, False
    while at < stop:
        line_end = text.find("\n", at, stop)
        line_end = stop if line_end < 0 else line_end
        line = text[at:line_end]
        if keys and _LIKE_CLOSING.match(text, at, stop):
            return Keys(at, keys, without_blanks(text, at, line_end))
        if keys and (text_behind := _GLUED_TEXT.match(text, at, line_end)):
            return Keys(at, keys, Span(at, text_behind.end()), is_glued=True)
        if quote and line.strip():
            quote = "" if line.rstrip().endswith(quote) else quote
            end, at = min(line_end + 1, stop), line_end + 1
            continue
        is_key = bool(KEY_LINE.match(line)) or (mark == "+" and _TABLE.match(text, at, stop) is not None)
        glued = _GLUED_FENCE.search(line) if keys and (is_key or line.startswith((" ", "- "))) else None
        if glued is not None:
            return Keys(at, keys, without_blanks(text, at + glued.start(1), line_end))
        if not (is_key or YAML_LINE.match(line) or (in_brackets and _IN_BRACKETS.match(line))):
            break
        if not line.strip() and keys and not _goes_on(text, line_end, in_block=in_block, mark=mark):
            below = _BELOW_BLANKS.match(text, at, stop)
            if below is not None:
                fence = without_blanks(text, *below.span(str(below.lastgroup)))
                return Keys(fence.start, keys, fence, is_glued=below.lastgroup == "glued")
            break
        opened = _OPEN_QUOTE.match(line)
        quote = opened[1] if opened and line.count(opened[1]) == 1 else ""
        if is_key:
            in_block, in_brackets = _BLOCK_HEADER.match(line) is not None, _OPEN_BRACKET.match(line) is not None
        elif line.startswith(("]", "}")):
            in_brackets = False
        keys += is_key
        if line.strip() and (not line.startswith("#") or (end == at and _KEY_LEFT_OUT.match(line))):
            end = min(line_end + 1, stop)
        at = line_end + 1
    return Keys(end, keys)


def _goes_on(text: str, line_end: int, *, in_block: bool, mark: str) -> bool:
    """Whether keys go on after a blank line, and after comments there, or the text of a block scalar does."""
    rest = _BLANK_LINES.sub("", text[line_end : line_end + 1000], count=1)
    if in_block and rest[:1] in (" ", "\t"):
        return True
    if mark == "+" and _TABLE.match(rest):
        return True
    if KEY_LINE.match(rest[:200]):
        line, _, next_line = rest.partition("\n")
        is_paragraph = _PARAGRAPH.match(rest) is not None and not KEY_LINE.match(next_line)
        return not (is_paragraph or SENTENCE.match(line) or _LEAD.match(rest) or _SPOKEN.match(line))
    below = _COMMENTS.match(rest)
    return (
        below is not None
        and below.end() > 0
        and rest[below.end() : below.end() + 1].islower()
        and bool(KEY_LINE.match(rest, below.end()))
    )


def without_closing(source: Source, opening: Span, content: Span, syntax: str, mark: str) -> Found:
    """Front matter whose closing fence is missing."""
    end = content.end
    fence = mark * 3 + source.newline
    if not source.flat.endswith("\n", 0, end):
        fence = source.newline + fence
    written = source.flat[content.start : end].rstrip()
    last = Span(content.start + written.rfind("\n") + 1, content.start + len(written))
    message = f'the closing "{mark * 3}" is missing below this line: generators take the article for front matter, or that for text'
    mend = (Edit(Span(end, end), fence),)
    problem = Problem("front-matter-unclosed", last, message, mend, f'Put "{mark * 3}" after the last key')
    return FrontMatter(syntax, Span(opening.start, end), opening, content, Span(end, end), readable=False), [problem]


def misspelt_closing(
    source: Source, opening: Span, content: Span, closing: Span, syntax: str, mark: str, *, is_glued: bool = False
) -> Found:
    """The closing fence is there, but not alone at the start of its line, or not of three dashes."""
    text, fence = source.flat, mark * 3
    is_first = closing.start == 0 or text[closing.start - 1] == "\n"
    written = (fence if is_first else source.newline + fence) + source.newline * is_glued
    edit = Edit(closing, written)
    comment = _COMMENT_BEHIND.match(text, closing.end) if is_glued and is_first else None
    if comment is not None:  # a heading begins with a capital
        told = comment[1].rstrip()
        edit = Edit(Span(closing.start, comment.start() + len(told)), told + source.newline + fence)
    line_start = text.rfind("\n", 0, closing.start) + 1
    line_end = text.find("\n", closing.end) if is_glued else closing.end
    span = Span(line_start, line_end if line_end >= 0 else len(text))
    message = f'the front matter ends with "{fence}", alone and at the start of its line'
    title = f'Write "{fence}" on a line of its own'
    problem = Problem("front-matter-unclosed", span, message, (edit,), title)
    whole = Span(opening.start, closing.end if is_glued else line_after(text, closing.end))
    return FrontMatter(syntax, whole, opening, content, closing, readable=False), [problem]


def closing_from(text: str, mark: str, start: int, stop: int | None = None) -> re.Match[str] | None:
    """The first line from an offset on that is a closing fence of this mark."""
    line, fence = _CLOSING[mark]
    stop = len(text) if stop is None else stop
    found = fence.match(text, 0, stop) if not start else None
    if found is None:
        for end in line.finditer(text, max(start - 1, 0), stop):
            found = fence.match(text, end.end(), stop)
            if found is not None:
                break
    return found


def without_blanks(text: str, start: int, end: int) -> Span:
    """Without the blanks at its end, of which one may stand for the CR of a CRLF."""
    return Span(start, start + len(text[start:end].rstrip(" \t")))


def line_after(text: str, at: int) -> int:
    """Where the line after an offset begins."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1
