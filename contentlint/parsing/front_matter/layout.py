"""The mistakes people make in the layout of YAML: blanks, dashes, colons, indentation, lines that belong nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.parsing.front_matter.lines import Line, Mistake, first_value, is_entry, is_item, key_of, whole_value
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_NO_BLANK_AFTER_COLON = pattern(r"[ \t]*+(?:- ++)*+([^\W\d][\w-]*+):(?=[^\s:])(?!//)")
_WIDE_COLON = pattern(r"[ \t]*+(?:- ++)*+([^\W\d][\w-]*+)[ \t]*+(：[ \t]*+|:[\u00a0\u3000]++)")
_NO_BLANK_AFTER_DASH = pattern(r"[ \t]*+-(?=[^\s-])")
_OTHER_BULLET = pattern(r"[ \t]*+([*•·–—+])[ \t]++(?=\S)")
_EQUALS = pattern(r"([^\W\d][\w-]*+)[ \t]*+(=)[ \t]*+(?=\S)")
_WORD = pattern(r"[ \t]*+(?:- ++)?+([^\W\d][\w-]*+)[ \t]*+\Z")
_FOREIGN_COMMENT = pattern(r"[ \t]*+(//+|<!--|/\*|;)[ \t]*+")
_WIDE_INDENT = pattern(r"[ \t]*+[\u00a0\u3000\u2000-\u200b\ufeff][\s\u200b\ufeff]*+")
_BLOCK_HEADER = pattern(r"[^#]*:[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?\Z")
_EMPTY_KEY = pattern(r"[^#]*:[ \t]*\Z")
_SENTENCE_END = tuple(".!?。！？…\"'”’)")
_TEMPLATE = pattern(r"[ \t]*+\{[%{]")
_NO_PART = 'this line is neither "key: value" nor part of the value above, which would be indented'
_ADDRESSES = ("http", "https", "mailto", "ftp", "tel", "data")


def in_line(lines: list[Line], index: int, known: frozenset[str]) -> Iterator[Mistake]:
    """What may be wrong with a line as it stands. `known` are keys that articles have."""
    line = lines[index]
    colon = _NO_BLANK_AFTER_COLON.match(line.text)
    if colon and colon[1].lower() not in _ADDRESSES:
        yield _insertion(line, colon.end(), " ", f'a blank is missing after "{colon[1][:40]}:"', "Add the blank")
    wide = _WIDE_COLON.match(line.text)
    if wide:
        span = Span(line.start + wide.start(2), line.start + wide.end(2))
        edits = (Edit(span, ": " if wide.end() < len(line.text.rstrip()) else ":"),)
        yield Mistake(line.written, f'a plain colon and a blank belong after "{wide[1][:40]}"', edits, 'Write ": "')
    dash = _NO_BLANK_AFTER_DASH.match(line.text)
    if dash:
        yield _insertion(line, dash.end(), " ", 'a blank is missing after the "-"', "Add the blank")
    bullet = _OTHER_BULLET.match(line.text)
    if bullet:
        span = Span(line.start + bullet.start(1), line.start + bullet.end())
        yield Mistake(
            line.written, f'a list item begins with "-", not with "{bullet[1]}"', (Edit(span, "- "),), 'Write "-"'
        )
    equals = _EQUALS.match(line.text)
    if equals and not is_entry(line.text):
        span = Span(line.start + equals.end(1), line.start + equals.end())
        yield Mistake(
            line.written, f'YAML has a colon after a key: "{equals[1][:40]}:"', (Edit(span, ": "),), "Write a colon"
        )
    foreign = _FOREIGN_COMMENT.match(line.text)
    if foreign:
        yield _foreign_comment(line, foreign)
    indent = _WIDE_INDENT.match(line.text)
    if indent:
        span = Span(line.start, line.start + indent.end())
        edits = (Edit(span, " " * len(indent[0].replace("\u200b", "").replace("\ufeff", ""))),)
        yield Mistake(
            line.written, "a character that only looks like a blank stands before this", edits, "Write a blank", 0.9
        )
    yield from _missing_colon(lines, index, known)
    yield from _missing_dash(lines, index)


def _insertion(line: Line, column: int, text: str, message: str, title: str) -> Mistake:
    at = line.start + column
    return Mistake(line.written, message, (Edit(Span(at, at), text),), title)


def _foreign_comment(line: Line, mark: re.Match[str]) -> Mistake:
    edits = [Edit(Span(line.start + mark.start(1), line.start + mark.end()), "# ")]
    for closing in ("-->", "*/"):
        if line.text.rstrip().endswith(closing):
            end = line.start + len(line.text.rstrip())
            edits.append(Edit(Span(end - len(closing), end), ""))
    return Mistake(line.written, f'a comment begins with "#" here, not with "{mark[1]}"', tuple(edits), 'Write "#"')


def _missing_colon(lines: list[Line], index: int, known: frozenset[str]) -> Iterator[Mistake]:
    line = lines[index]
    word = _WORD.match(line.text)
    if word and not line.text.lstrip().startswith("-"):
        below = lines[index + 1] if index + 1 < len(lines) else None
        has_part = below is not None and (is_item(below.text) or (below.indent > line.indent and is_entry(below.text)))
        above = _before(lines, index)
        is_done = (above is not None and above.text.rstrip()[-1:] in "\"']}") or "_" in word[1]
        if has_part or word[1].lower() in known or is_done:
            found = _insertion(line, word.end(1), ":", f'the ":" after "{word[1][:40]}" is missing', 'Add the ":"')
            yield found if has_part else found._replace(cost=1.9 if is_done else 1.2)
    first, _, rest = line.text.strip().partition(" ")
    if rest and first.lower() in known and ":" not in first and not line.text[:1].isspace():
        yield _insertion(
            line, line.text.index(first) + len(first), ":", f'the ":" after "{first}" is missing', 'Add the ":"'
        )._replace(cost=1.5)


def _missing_dash(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A bare line among list items."""
    line = lines[index]
    if is_item(line.text) or is_entry(line.text) or line.is_blank:
        return
    near = [each for each in (_before(lines, index), _after(lines, index)) if each is not None and is_item(each.text)]
    if near and (len(near) == 2 or line.indent):
        blanks = near[0].text[: len(near[0].text) - len(near[0].text.lstrip())]
        span = Span(line.start, line.start + len(line.text) - len(line.text.lstrip()))
        yield Mistake(
            line.written, 'the "- " of this list item is missing', (Edit(span, blanks + "- "),), 'Add the "-"', 1.4
        )


def _before(lines: list[Line], index: int) -> Line | None:
    return next((line for line in reversed(lines[:index]) if not line.is_blank), None)


def _after(lines: list[Line], index: int) -> Line | None:
    return next((line for line in lines[index + 1 :] if not line.is_blank), None)


# -- lines that belong to a value, or nowhere -------------------------------------------------------------------------


def stray_lines(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """Lines that are no entries: they go on with the value above, which would be indented, or belong nowhere."""
    line = lines[index]
    if line.is_blank or is_entry(line.text) or is_item(line.text):
        return
    if _TEMPLATE.match(line.text):
        yield Mistake(line.written, "a template tag stands in the front matter, which is plain data", cost=4)
        return
    owner = next((at for at in range(index - 1, -1, -1) if is_entry(lines[at].text) or is_item(lines[at].text)), -1)
    if owner < 0 or any(each.is_blank and each.text.strip() for each in lines[owner + 1 : index]):
        return
    if not _BLOCK_HEADER.match(lines[owner].text) and any(not each.text.strip() for each in lines[owner + 1 : index]):
        yield Mistake(line.written, _NO_PART, cost=4)
        return
    first = next((at for at in range(owner + 1, index + 1) if not lines[at].is_blank), index)
    value = first_value(lines, owner)
    column = value.column if value else lines[owner].indent
    key = key_of(lines[owner].text)
    last = first
    while last + 1 < len(lines) and not (is_entry(lines[last + 1].text) and lines[last + 1].indent <= column):
        if (
            is_item(lines[last + 1].text)
            and lines[last + 1].indent <= column
            and not _BLOCK_HEADER.match(lines[owner].text)
        ):
            break
        last += 1
    while last > first and lines[last].is_blank:
        last -= 1
    moved = tuple(
        Edit(Span(each.start, each.start), " " * (column + 2 - min(each.indent, column + 1)))
        for each in lines[first : last + 1]
        if each.text.strip() and each.indent <= column
    )
    belongs = (
        f'this line belongs to "{key[:40]}" and must be indented'
        if key
        else "this line belongs to the line above and must be indented"
    )
    if _BLOCK_HEADER.match(lines[owner].text) or _EMPTY_KEY.match(lines[owner].text):
        yield Mistake(lines[first].written, belongs, moved, "Indent it", 2)
        return
    if value is None or value.text[0] in "\"'[{":
        yield Mistake(line.written, _NO_PART, cost=4)
        return
    end = lines[last].start + len(lines[last].text.rstrip())
    joined = " ".join(content[value.start : end].split())
    if not value.text.endswith(_SENTENCE_END) or line.text.count(" ") > 2:
        span = Span(value.start, end)
        message = f'the value of "{key[:40]}" goes on in the next line, which must be indented' if key else belongs
        yield Mistake(span, message, moved, "Indent it", 2)
        quoted = "'" + joined.replace("'", "''") + "'"
        yield Mistake(span, message, (Edit(span, quoted),), "Quote the whole value", 2.2)
    yield Mistake(line.written, _NO_PART, cost=4)


def text_inside(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """Prose up to the closing fence: the article begins before the front matter ends."""
    line = lines[index]
    rest = [each for each in lines[index:] if each.text.strip()]
    if (
        line.is_blank
        or line.text[:1].isspace()
        or is_item(line.text)
        or any(key_of(each.text) and not each.text[:1].isspace() for each in rest)
    ):
        return
    if sum(len(each.text) for each in rest) > 60 and " " in line.text and not (index and lines[index - 1].text.strip()):
        message = 'text stands inside the front matter: its closing "---" belongs above this line'
        newline = "\r\n" if "\r\n" in content else "\n"
        fence = Edit(Span(line.start, line.start), f"---{newline}{newline}")
        old = Edit(Span(len(content), len(content) + 3), "")
        yield Mistake(line.written, message, (fence, old), 'Move the "---"', 1.8, line.start)


def nested_too_deep(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A deeper line below a value: a comment between, or a key that cannot have both a value and keys."""
    line = lines[index]
    above = next((at for at in range(index - 1, -1, -1) if not lines[at].is_blank), -1)
    if line.is_blank or above < 0 or lines[above].indent >= line.indent:
        return
    value = first_value(lines, above)
    if is_entry(line.text) and value is not None and not value.text.startswith(("|", ">")):
        yield Mistake(
            line.written, "this key is indented deeper than the key above it, which has a value already", cost=4
        )
    elif (
        not is_entry(line.text)
        and not is_item(line.text)
        and any(each.is_blank and each.text.strip() for each in lines[above + 1 : index])
    ):
        yield Mistake(line.written, "this line belongs to no key: a comment stands before it", cost=3.8)
    elif is_entry(line.text) and whole_value(content, lines, above) is None and value is not None:
        yield Mistake(line.written, 'the value that goes on here has ": " in it: it needs quotes', cost=4)
