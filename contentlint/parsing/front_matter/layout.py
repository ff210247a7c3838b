"""The mistakes people make in the layout of YAML: blanks, dashes, colons, indentation, lines that belong nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from contentlint.parsing.front_matter.lines import Line, Mistake, first_value, is_entry, is_item, key_of, whole_value
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_NO_BLANK_AFTER_COLON = pattern(r"[ \t]*+(?:- ++)*+([^\W\d][\w-]*+):(?=[^\s:])(?!//)")
_WIDE_COLON = pattern(r"[ \t]*+(?:- ++)*+([^\W\d][\w-]*+)[ \t]*+(：[ \t]*+|:[\u00a0\u3000]++)")
_NO_BLANK_AFTER_DASH = pattern(r"[ \t]*+-(?=[^\s-])")
_WIDE_DASH = pattern(r"[ \t]*+-([ \u00a0\u3000\u2002\u2003]*+)(?<=[\u00a0\u3000\u2002\u2003])(?=\S)")
_OTHER_BULLET = pattern(r"[ \t]*+([*•·–—+])[ \t]++(?=\S)")
_EQUALS = pattern(r"([^\W\d][\w-]*+)[ \t]*+(=)[ \t]*+(?=\S)")
_QUOTED_ENTRY = pattern(r"[ \t]*+(?:- ++)*+([\"'])([A-Za-z_][\w-]*+):[ \t]++((?:(?!\1)[^\n])*+)(\1)[ \t]*+\Z")
_WORD = pattern(r"[ \t]*+(?:- ++)?+([^\W\d][\w-]*+)[ \t]*+\Z")
_WORD_AND_VALUE = pattern(r"([\"']?[A-Za-z_][\w-]*+[\"']?)([;,]?[ \t]++(?:-[ \t]++)?+)(?=\S)(.*)")
_LOOKS_LIKE_DATA = pattern(
    r"(?:true|false|\S+\.(?:png|jpe?g|gif|svg|webp|md|html)|\d[\d.:TZ+-]*+|/\S++|https?:\S++|[\"'\[].*)[ \t]*+\Z"
)
_FOREIGN_COMMENT = pattern(r"[ \t]*+(//+|<!--|/\*|;)[ \t]*+")
_WIDE_INDENT = pattern(r"[ \t]*+[\u00a0\u3000\u2000-\u200b\ufeff][\s\u200b\ufeff]*+")
_BLOCK_HEADER = pattern(r"[^#]*:[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?\Z")
_EMPTY_KEY = pattern(r"[^#]*:[ \t]*\Z")
_SENTENCE_END = tuple(".!?。！？…\"'”’)")
_TEMPLATE = pattern(r"[ \t]*+\{[%{]")
_NO_PART = 'this line is neither "key: value" nor part of the value above, which would be indented'
_NO_TEXT = pattern(r"(?:true|false|null|~|[-+]?\d[\d.:TZ+/ \t-]*+)[ \t]*\Z")
_NO_REST = pattern(r"[<\[\]{}#＃|]|(?:import|export)\s")
_FILE = pattern(r"\A[\w-]+[ \t]+\S+\.\w{2,4}[ \t]*\Z")
_ADDRESSES = ("http", "https", "mailto", "ftp", "tel", "data")


def in_line(lines: list[Line], index: int, known: frozenset[str]) -> Iterator[Mistake]:
    """What may be wrong with a line as it stands. `known` are keys that articles have."""
    line = lines[index]
    for slip in _SLIPS:
        if (mistake := slip(line)) is not None:
            yield mistake
    bullet = _OTHER_BULLET.match(line.text)
    if bullet:
        span = Span(line.start + bullet.start(1), line.start + bullet.end())
        yield Mistake(
            line.written, f'a list item begins with "-", not with "{bullet[1]}"', (Edit(span, "- "),), 'Write "-"'
        )
    foreign = _FOREIGN_COMMENT.match(line.text)
    if foreign:
        yield _foreign_comment(line, foreign)
    yield from _missing_colon(lines, index, known)
    yield from _missing_dash(lines, index)


def in_several_lines(lines: list[Line]) -> Iterator[Mistake]:
    """One slip that whoever wrote this made in line after line: mending one of them alone would not let YAML read on."""
    for slip in _SLIPS:
        parts = tuple(mistake for line in lines if (mistake := slip(line)) is not None)
        if len(parts) > 1:
            edits = tuple(edit for part in parts for edit in part.edits)
            yield parts[0]._replace(edits=edits, cost=parts[0].cost + 0.02 * len(parts), parts=parts)


def _no_blank_after_colon(line: Line) -> Mistake | None:
    colon = _NO_BLANK_AFTER_COLON.match(line.text)
    if colon is None or colon[1].lower() in _ADDRESSES:
        return None
    return _insertion(line, colon.end(), " ", f'a blank is missing after "{colon[1][:40]}:"', "Add the blank")


def _wide_colon(line: Line) -> Mistake | None:
    wide = _WIDE_COLON.match(line.text)
    if wide is None:
        return None
    span = Span(line.start + wide.start(2), line.start + wide.end(2))
    edits = (Edit(span, ": " if wide.end() < len(line.text.rstrip()) else ":"),)
    return Mistake(line.written, f'a plain colon and a blank belong after "{wide[1][:40]}"', edits, 'Write ": "')


def _no_blank_after_dash(line: Line) -> Mistake | None:
    dash = _NO_BLANK_AFTER_DASH.match(line.text)
    return dash and _insertion(line, dash.end(), " ", 'a blank is missing after the "-"', "Add the blank")


def _equals_sign(line: Line) -> Mistake | None:
    equals = _EQUALS.match(line.text)
    if equals is None or is_entry(line.text):
        return None
    span = Span(line.start + equals.end(1), line.start + equals.end())
    message = f'YAML has a colon after a key: "{equals[1][:40]}:"'
    return Mistake(line.written, message, (Edit(span, ": "),), "Write a colon")


def _wide_indent(line: Line) -> Mistake | None:
    indent = _WIDE_INDENT.match(line.text)
    if indent is None:
        return None
    span = Span(line.start, line.start + indent.end())
    blanks = " " * len(indent[0].replace("\u200b", "").replace("\ufeff", ""))
    message = "a character that only looks like a blank stands before this"
    return Mistake(line.written, message, (Edit(span, blanks),), "Write a blank", 0.9)


def _wide_blank_after_dash(line: Line) -> Mistake | None:
    dash = _WIDE_DASH.match(line.text)
    if dash is None:
        return None
    edit = Edit(Span(line.start + dash.start(1), line.start + dash.end(1)), " ")
    message = 'a character that only looks like a blank stands after the "-"'
    return Mistake(line.written, message, (edit,), "Write a blank", 0.9)


def _quoted_entry(line: Line) -> Mistake | None:
    entry = _QUOTED_ENTRY.match(line.text)
    if entry is None:
        return None
    span = Span(line.start + entry.start(1), line.start + entry.end(4))
    written = f"{entry[2]}: {entry[1]}{entry[3]}{entry[1]}"
    message = f'the quotes stand around "{entry[2][:40]}" and its value: they belong around the value alone'
    return Mistake(line.written, message, (Edit(span, written),), "Move the quote")


_SLIPS = (
    _no_blank_after_colon,
    _wide_colon,
    _no_blank_after_dash,
    _equals_sign,
    _wide_indent,
    _wide_blank_after_dash,
    _quoted_entry,
)


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
        above = _before(lines, index)
        is_known = word[1].lower() in known
        has_items = below is not None and is_item(below.text) and (is_known or above is None or not is_item(above.text))
        has_part = has_items or (below is not None and below.indent > line.indent and is_entry(below.text))
        is_done = (above is not None and above.text.rstrip()[-1:] in "\"']}") or "_" in word[1]
        if has_part or is_known or is_done:
            found = _insertion(line, word.end(1), ":", f'the ":" after "{word[1][:40]}" is missing', 'Add the ":"')
            yield found if has_part else found._replace(cost=1.9 if is_done else 1.2)
    pair = _WORD_AND_VALUE.match(line.text)
    if pair is None or ":" in pair[1]:
        return
    name = pair[1].strip("\"'")
    if name.lower() in known or _LOOKS_LIKE_DATA.match(pair[3]):
        edit = Edit(Span(line.start + pair.start(2), line.start + pair.end(2)), ": ")
        yield Mistake(line.written, f'the ":" after "{name[:40]}" is missing', (edit,), 'Add the ":"', 1.5)


def _missing_dash(lines: list[Line], index: int) -> Iterator[Mistake]:
    """A bare line among list items."""
    line = lines[index]
    if is_item(line.text) or is_entry(line.text) or line.is_blank:
        return
    near = [each for each in (_before(lines, index), _after(lines, index)) if each is not None and is_item(each.text)]
    above = _items_above(lines, index)
    is_like_them = len(above) > 1 and all(len(each.text.split()) <= 4 for each in (*above, line))
    if near and (len(near) == 2 or line.indent or is_like_them):
        blanks = near[0].text[: len(near[0].text) - len(near[0].text.lstrip())]
        span = Span(line.start, line.start + len(line.text) - len(line.text.lstrip()))
        yield Mistake(
            line.written, 'the "- " of this list item is missing', (Edit(span, blanks + "- "),), 'Add the "-"', 1.4
        )


def _items_above(lines: list[Line], index: int) -> list[Line]:
    """The list items right above a line."""
    return list(takewhile(lambda line: is_item(line.text), reversed(lines[:index])))


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
        stray = next((each for each in lines[first : last + 1] if each.text.strip() and each.indent <= column), line)
        yield Mistake(stray.written, belongs, moved, "Indent it", 2)
        return
    if value is None or value.text[0] in "\"'[{" or not _may_go_on(value.text, line.text):
        yield Mistake(line.written, _NO_PART, cost=1.9)
        return
    end = lines[last].start + len(lines[last].text.rstrip())
    joined = " ".join(content[value.start : end].split())
    if not value.text.endswith(_SENTENCE_END) or line.text.count(" ") > 2:
        # of several lines who puts quotes around it mends the first, too
        span = lines[first].written if first == last else Span(value.start, end)
        where = "this line" if first == last else "the next lines"
        message = f'the value of "{key[:40]}" goes on in {where}, which must be indented' if key else belongs
        yield Mistake(span, message, moved, "Indent it", 2)
        whole = Edit(Span(value.start, end), "'" + joined.replace("'", "''") + "'")
        yield Mistake(span, message, (whole,), "Quote the whole value", 2.2)
    yield Mistake(line.written, _NO_PART, cost=4)


def _may_go_on(value: str, line: str) -> bool:
    """Whether a line may be the rest of the text above: neither is a date, a number or a word alone, nor is it markup."""
    words = len(line.split()) > 1 or not line.isascii() or value.endswith(",")
    return words and not _NO_TEXT.match(value) and not _NO_REST.match(line) and not _FILE.search(line)


def shallow_in_block(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A line of a block scalar that is less deep than the first one, whatever it looks like."""
    line = lines[index]
    header = next(
        (at for at in range(index - 1, -1, -1) if lines[at].text.strip() and lines[at].indent < line.indent), -1
    )
    if header < 0 or line.is_blank or not _BLOCK_HEADER.match(lines[header].text):
        return
    first = next(each for each in lines[header + 1 :] if each.text.strip())
    if first.indent > line.indent:
        message = f'this line belongs to "{key_of(lines[header].text)[:40]}" and must be as deep as its first'
        edit = Edit(Span(line.start, line.start + line.indent), " " * first.indent)
        yield Mistake(line.written, message, (edit,), "Indent it", 0.9)


def text_inside(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """Prose up to the closing fence: the article begins before the front matter ends."""
    line = lines[index]
    rest = [each for each in lines[index:] if each.text.strip()]
    if (
        line.is_blank
        or line.text[:1].isspace()
        or is_item(line.text)
        or not any(is_entry(each.text) for each in lines[:index])
        or any(key_of(each.text) and not each.text[:1].isspace() for each in rest)
    ):
        return
    if sum(len(each.text) for each in rest) > 60 and " " in line.text and not (index and lines[index - 1].text.strip()):
        message = 'text stands inside the front matter: its closing "---" belongs above this line'
        newline = "\r\n" if "\r\n" in content else "\n"
        fence = Edit(Span(line.start, line.start), f"---{newline}{newline}")
        old = Edit(Span(len(content), len(content) + 3), "")
        yield Mistake(line.written, message, (fence, old), 'Move the "---"', 1.8, line.start)


def item_without_key(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """A list item right below a key that has a value already."""
    line, above = lines[index], _before(lines, index)
    if above is None or not is_item(line.text) or is_item(above.text) or not is_entry(above.text):
        return
    value = first_value(lines, lines.index(above))
    if value is not None and line.indent == above.indent and value.text[0] not in "[{\"'|>&!":
        message = (
            f'a list item stands below "{value.key[:40]}", which has a value already: the key of this list is missing'
        )
        yield Mistake(line.written, message, cost=2.5, is_sure=True)


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
