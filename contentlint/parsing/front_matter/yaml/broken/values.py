"""Values of broken YAML in a line: colons, marks that mean something to YAML, lists; quotes and brackets have modules."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.keys import (
    KNOWN_KEYS,
    LIST_KEYS,
    PAGE_KEYS,
    PROGRAM_KEYS,
    TEXT_KEYS,
    WELL_KNOWN,
    names,
)
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.parsed import NEVER_FILLED
from contentlint.parsing.front_matter.yaml.broken.after_value import behind, key_behind, several_keys
from contentlint.parsing.front_matter.yaml.broken.bracketed_values import closed_below, in_brackets, unread_inside
from contentlint.parsing.front_matter.yaml.broken.lines import (
    BLOCK_HEADER,
    LIST_BELOW,
    Line,
    Mistake,
    Value,
    before_value,
    first_value,
    is_entry,
    is_item,
    is_no_text,
    key_of,
    line_below,
    whole_value,
    without_comment,
)
from contentlint.parsing.front_matter.yaml.broken.quoted_values import in_quoted, in_references
from contentlint.parsing.front_matter.yaml.broken.tags_and_anchors import is_before_parts, tags_and_anchors
from contentlint.parsing.front_matter.yaml.broken.wikilinks import wikilinks
from contentlint.parsing.front_matter.yaml.writing import as_lines, in_quotes, items_of
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_KEY = pattern(r"(?<!\S)([a-z_][\w-]*+):[ \t]++(?=\S)")
_COLON = pattern(r":(?:\s|\Z)")

_SPECIAL = pattern(r"[@`%*&!|>{\[\]},?]")
_MIXED_QUOTES = pattern(r"([“”„])([^“”„\"\r\n]++)\"\Z")
_BLOCK = pattern(r"[|>][-+0-9]*(?:\s+#.*)?\Z")
_SOUND_BLOCK = pattern(r"[|>](?:[-+][1-9]?|[1-9][-+]?)?(?:\s|\Z)")
_BEHIND_BLOCK = pattern(r"([|>][-+0-9]*+)([ \t]*+)(?=[^\s#|>])(.)")
_SURE_VALUE = pattern(r"(?:true|false|\d[\d:.TZ+-]*+(?:[ \t]\d\d:[\d:]*+)?+)(?=[ \t]++([A-Za-z_][\w-]*+):(?:\s|\Z))")
# a key behind a value, with what programs read behind it to the line's end, in quotes or without
_SURE_KEY = pattern(
    r"(?<=[^ \t,]),?+[ \t]++([A-Za-z_][\w-]*+):[ \t]++(?:true|false|([\"']?+)\d{4}([-/.])\d\d?\3\d\d?(?:[T ][\d:.TZ +-]*+)?\2|\[[^\[\]\n]*+\])[ \t]*+\Z"
)
_LIST_KEY_LAST = pattern(r"(?<=\S)[ \t]++([A-Za-z]++):\Z")
_WORD = pattern(r"[\w-]++(?=[ \t]++([A-Za-z_][\w-]*+):(?:\s|\Z))")
_OF_ONE_LINE = frozenset(names("title subtitle"))
_OF_ONE_WORD = frozenset(names("layout type template"))
_PARTED_ADDRESS = pattern(r"(?:https?|ftp):([ \t]++)(?=//)")
_COLON_FIRST = pattern(r"(:[ \t]++)(?=[^\s:])(?![^\n]*:[ \t])")
_NO_TEXT = pattern(r"[\[{\"']|(?:true|false|[-+]?\d[\d.:TZ+/ \t-]*+)\Z")
_NO_TEXT_KEYS = PROGRAM_KEYS | {*LIST_KEYS}
_BLANK_TO_FILL = pattern(r"\{\{-?[ \t]*+(?:\w++[ \t]*+(?::[\w :/.-]*+)?-?\}\}\Z|replace \.|\.[A-Z]|now\b)")
_BETWEEN_LISTS = pattern(r"(?<=\])[ \t]*+,?+[ \t]*+-[ \t]++(?=\[)")
_DASH_OR_COMMA = pattern(r"[ \t]++-[ \t]++|[ \t]*+,[ \t]*+")
_KEY_ALONE = pattern(r"[ \t]*+([A-Za-z_][\w-]*+):[ \t]*+(.*)\Z")
_NO_PROSE = pattern(r"(?:[\[{\"'|>].*|\d[\d:.TZ+ -]*+|\S*+)[ \t]*+\Z")
_SENTENCE_END = (".", "!", "?", "…")
_WRAPPED = 60  # a text so long may go on in the next line
_BROKEN_LIST = "this list in brackets cannot be read: items have commas between them, and quotes that match"
_BROKEN_GROUP = 'this group in braces cannot be read: it has "key: value", with commas between, and quotes that match'
_GROUP = pattern(r"\{[ \t]*+[\"']?+[\w-]++[\"']?+[ \t]*+[:=](?![:=])")
_IN_BRACKETS = pattern(r"\[[^\[\]]*+\],?\Z|\{[^{}]*+\},?\Z")


def in_value(content: str, lines: list[Line], index: int) -> Iterator[Mistake]:
    """What may be wrong with the value that begins on a line. Where further keys stand in it, quotes around all of it
    would hide them: they are no mend, and let YAML read on alone."""
    first = first_value(lines, index)
    if first is None:
        return
    has_keys = _has_keys(first) or _begins_in_key(first)
    for mistake in _in_value(content, lines, index, first):
        is_quoting = any(edit.span == first.span and edit.text[:1] in ("'", '"') for edit in mistake.edits)
        if has_keys and is_quoting and not mistake.parts:
            mistake = mistake._replace(parts=(Mistake(mistake.span, "each key begins on a line of its own"),))
        yield mistake


def _has_keys(value: Value) -> bool:
    """Whether a key that articles have stands in a value that is no text, or behind one in quotes."""
    is_text = value.key in TEXT_KEYS
    if ":" not in value.text or (is_text and value.text[0] not in "\"'"):
        return False
    keys = [key[1] for key in _KEY.finditer(value.text)]
    return not WELL_KNOWN.isdisjoint(keys) and len(keys) > is_text


def _begins_in_key(value: Value) -> bool:
    """Whether what looks like a key is a text with a key that articles have behind it, and another key follows."""
    words = value.key.rsplit(maxsplit=1)
    return len(words) > 1 and words[1] in WELL_KNOWN and _KEY.search(value.text) is not None


def _in_value(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    yield from several_keys(content, lines, index, first)
    char = first.text[0]
    if char in "\"'":
        yield from in_quoted(content, lines, index, first)
        return
    if _BLOCK.match(first.text):
        if not _SOUND_BLOCK.match(first.text):
            yield _overdone_block_mark(first)
        return
    yield from _behind_block_mark(content, lines, index, first)
    whole = whole_value(content, lines, index)
    value = whole or first
    if value.text[-1] in "\"'" and value.text.count(value.text[-1]) % 2 and "{{" not in value.text:
        yield _without_opening_quote(value)
    if first.text == "-":
        yield _to_quote(first, 'a "-" alone is no value: put it in quotes, or leave it out')
    elif first.text.startswith("- "):
        yield _list_on_the_line(content, lines, index, first)
        if first.key in TEXT_KEYS and value == first:
            yield _to_quote(value, 'a value that begins with "-" needs quotes', 0.9)
    elif _SPECIAL.match(first.text) and not (char == "?" and first.text[1:2].strip()):
        yield from _with_mark(content, lines, index, first, value)
    elif _COLON.search(value.text):
        yield from _with_colon(content, lines, index, value)
    elif whole is None:
        yield from _with_colon_below(content, lines, index, first)


def _without_opening_quote(value: Value) -> Mistake:
    """A value that ends with a quote and begins with none, or with a typographic one."""
    if (mixed := _MIXED_QUOTES.match(value.text)) is not None:
        edits = (Edit(value.span, in_quotes(mixed[2])),)
        message = f'this value begins with {mixed[1]} and ends with "'
        return Mistake(value.span, message, edits, "Write plain quotes", 0.9)
    edits = (Edit(Span(value.start, value.start), value.text[-1]),)
    return Mistake(value.span, "this value has no opening quote", edits, "Add the quote", 0.9)


def _with_mark(content: str, lines: list[Line], index: int, first: Value, value: Value) -> Iterator[Mistake]:
    """A value that begins with a sign that means something to YAML."""
    char, is_template = first.text[0], first.text.startswith("{{")
    if is_template and (close := first.text.find("}}")) > 0:
        for mistake in behind(content, lines, index, first, close + 2):
            yield mistake._replace(is_sure=True)  # a template alone lets nobody read on, either
    if is_template and (unfilled := _never_filled(value)) is not None:
        yield unfilled
        return
    if char == "&" and (references := in_references(value)) is not None:
        yield references
    if char in "!&":
        yield from tags_and_anchors(content, lines, index, first)
        if is_before_parts(lines, index, first):
            return
    has_brackets = char in "[{" and not is_template
    if has_brackets:
        if (links := wikilinks(lines[index], first)) is not None:
            yield links
        yield from in_brackets(content, lines, index, first)
        if (whole := closed_below(content, lines, index, first)) is not None:
            yield from unread_inside(lines, whole)
            return
    if not is_template or "}}" in value.text:
        is_list = has_brackets and (
            _IN_BRACKETS.match(value.text) or _GROUP.match(value.text) or first.key in LIST_KEYS
        )
        mark = "{{" if is_template else char
        if is_list and first.key not in TEXT_KEYS:
            told = Mistake(value.span, _BROKEN_LIST if char == "[" else _BROKEN_GROUP)
            yield _to_quote(value, told.message, 3.5)._replace(parts=(told,))  # only to read on
        else:
            cost = 3.5 if is_list else 1.15 if char in "[{" else 1.0
            yield _to_quote(value, f'a value that begins with "{mark}" needs quotes', cost)


def _with_colon_below(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """A value that goes on in lines of which one has a colon, so that it looks like an entry."""
    longer = whole_value(content, lines, index, stop_at_entries=False)
    if longer is None:
        return
    rows = lines[index + 1 : longer.last + 1]
    if any(BLOCK_HEADER.match(line.text) or (is_no_text(line.text) and not is_entry(line.text)) for line in rows):
        return
    is_text = first.key in TEXT_KEYS and " " in first.text and not _are_keys(first, rows)
    if any(" " in (line.text if is_text else key_of(line.text)).strip() for line in rows):
        yield _to_quote(longer, 'a value with ": " in it needs quotes', 1.3)


def _are_keys(above: Value, rows: list[Line]) -> bool:
    """Whether the lines below a text that begin as keys do are such, indented too deep, and none of its own."""
    written = [line for line in rows if not line.is_blank]
    column = min(line.indent for line in written)
    heads = [_KEY_ALONE.match(line.text) for line in written if line.indent == column and not is_item(line.text)]
    is_short = len(above.text) < _WRAPPED
    return heads != [] and all(
        head is not None
        and (
            head[1].lower() in PAGE_KEYS
            or (
                head[1][0].islower()
                and (_NO_PROSE.match(head[2]) or (is_short and not head[2].rstrip().endswith(_SENTENCE_END)))
            )
        )
        for head in heads
    )


def _overdone_block_mark(first: Value) -> Mistake:
    """The mark of a text of several lines, with more signs or numbers behind it than may stand there."""
    mark = first.text.split()[0]
    kept = 2 if mark[1] in "-+" else 1
    edit = Edit(Span(first.start + kept, first.start + len(mark)), "")
    message = f'behind "{mark[0]}" stands one sign, "-" or "+", and one number from 1 to 9 at most'
    return Mistake(Span(first.start, first.start + len(mark)), message, (edit,), f'Write "{mark[:kept]}"', 0.5)


def _behind_block_mark(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """Text behind the mark of a text of several lines."""
    behind = _BEHIND_BLOCK.match(first.text)
    below = lines[index + 1] if index + 1 < len(lines) else None
    goes_on = below is not None and below.text.strip() and below.indent > first.column
    if behind is None or not (behind[2] or (len(behind[1]) > 1 and goes_on)):
        return
    if not goes_on and first.key in _OF_ONE_LINE:
        yield _to_quote(first, f'a value that begins with "{behind[1]}" needs quotes', 0.8)
        return
    span = Span(first.start + behind.end(1), first.start + behind.start(3))
    edit = Edit(span, new_line(content) + " " * (below.indent if below and goes_on else first.column + 2))
    message = f'the text begins on the next line, below "{behind[1]}"'
    yield Mistake(first.span, message, (edit,), "Begin the text below", 0.9)


def _with_colon(content: str, lines: list[Line], index: int, value: Value) -> Iterator[Mistake]:
    """A value with a colon that YAML takes for a key's: quotes keep it, unless it is a slip or another key's."""
    text, first = value.text, first_value(lines, index)
    colon = _COLON_FIRST.match(text)
    if colon is not None and value.key not in _NO_TEXT_KEYS and not _NO_TEXT.match(text, colon.end()):
        yield _to_quote(value, 'a value that begins with ":" needs quotes', 0.8)
        colon = None
    for surplus in filter(None, (_PARTED_ADDRESS.match(text), colon)):
        edit = Edit(Span(value.start + surplus.start(1), value.start + surplus.end(1)), "")
        told = f'"{surplus[1].strip() or " "}" too many: it has no place here'
        yield Mistake(value.span, told, (edit,), "Remove it", 0.8)
    if value.key and text.startswith(f"{value.key}: "):
        again = Edit(Span(value.start, value.start + len(text) - len(text[len(value.key) + 1 :].lstrip())), "")
        yield Mistake(value.span, f'"{value.key[:40]}:" stands here twice', (again,), "Remove it", 0.8)
    if text[-1] == ":" and value.key in PROGRAM_KEYS and not _COLON.search(text[:-1]):
        edit = Edit(Span(value.span.end - 1, value.span.end), "")
        yield Mistake(value.span, 'one ":" too many at the end', (edit,), "Remove it", 0.8)
    sure = (_WORD if value.key in _OF_ONE_WORD else _SURE_VALUE).match(text)
    key = _SURE_KEY.search(text)
    if first == value and sure is not None and ((key and key[1] == sure[1]) or _is_key(sure[1], value)):
        yield key_behind(content, lines, index, first, sure.end(), 0.8)
    is_prose = value.key in TEXT_KEYS and _KEY.search(text, 0, key.start()) is not None if key else False
    is_key = key is not None and (key[1] in KNOWN_KEYS or (value.key in _NO_TEXT_KEYS and key[1].islower()))
    if first == value and key is not None and is_key and not is_prose:
        yield key_behind(content, lines, index, first, key.start(), 0.8)
    list_key = _LIST_KEY_LAST.search(text)
    if first == value and list_key is not None and list_key[1] in LIST_KEYS and _is_above_items(lines, index):
        yield key_behind(content, lines, index, first, list_key.start(), 0.8)
    bare = value._replace(text=text.replace("\\:", ":"))
    quoted = _to_quote(bare, 'a value with ": " in it needs quotes')
    yield (
        quoted._replace(span=value.span, edits=(quoted.edits[0]._replace(span=value.span),))
        if bare != value
        else quoted
    )


def _is_above_items(lines: list[Line], index: int) -> bool:
    below = line_below(lines, index)
    return below is not None and is_item(below.text)


def _is_key(word: str, above: Value) -> bool:
    """Whether a word with a colon behind the beginning of a value is a key, and no part of a text: "10 Reasons: why"."""
    is_known, is_written_alike = word in KNOWN_KEYS, word[0].isupper() == above.key[:1].isupper()
    if above.key in TEXT_KEYS:
        return is_known and is_written_alike
    return is_known or (is_written_alike and above.key not in _OF_ONE_WORD)


def _never_filled(value: Value) -> Mistake | None:
    """A template's blank that nothing filled in; only to read on, quotes are put around it."""
    if not _BLANK_TO_FILL.match(value.text):
        return None
    told = Mistake(value.span, NEVER_FILLED)
    return _to_quote(value, told.message, 0.5)._replace(parts=(told,))


def _to_quote(value: Value, message: str, cost: float = 1.0) -> Mistake:
    text = " ".join(value.text.split()) if "\n" in value.text or "\r" in value.text else value.text
    bare = without_comment(text) if not text.startswith("#") else text
    edits = (Edit(Span(value.start, value.start + len(value.text)), in_quotes(bare) + text[len(bare) :]),)
    return Mistake(value.span, message, edits, "Quote the value", cost)


def _list_on_the_line(content: str, lines: list[Line], index: int, value: Value) -> Mistake:
    line = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else None
    column = below.indent if below is not None and below.text.lstrip().startswith("- ") else value.column + 2
    start = before_value(line, value)
    edits = (Edit(Span(start, value.start), new_line(content) + " " * column),)
    inside = value.text[2:].lstrip()
    is_of_lists = inside.startswith("[")
    parts = (_BETWEEN_LISTS if is_of_lists else _DASH_OR_COMMA).split(inside) if value.key in LIST_KEYS else []
    if len(parts) > 1 and all(parts):
        items = parts if is_of_lists else items_of(",".join(parts))
        written = as_lines(items, column, new_line(content))
        edits = (Edit(Span(start, value.span.end), written),)
    return Mistake(line.written, LIST_BELOW, edits, "Begin the list below")
