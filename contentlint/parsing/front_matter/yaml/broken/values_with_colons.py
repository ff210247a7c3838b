"""Values of broken YAML with a colon in them, which YAML takes for a key's: another key, a slip, or a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile

from contentlint.dates import read_date
from contentlint.parsing.front_matter.keys import (
    BLOCK_HEADER,
    DATE_KEYS,
    KNOWN_KEYS,
    LIST_KEYS,
    PAGE_KEYS,
    PROGRAM_KEYS,
    TEXT_KEYS,
    WORD_KEYS,
    names,
)
from contentlint.parsing.front_matter.yaml.broken.after_value import key_behind
from contentlint.parsing.front_matter.yaml.broken.lines import (
    Line,
    Mistake,
    Value,
    first_value,
    is_entry,
    is_item,
    is_no_text,
    key_of,
    line_below,
    whole_value,
)
from contentlint.parsing.front_matter.yaml.broken.quoting import quoting_edit, to_quote
from contentlint.patterns import pattern
from contentlint.text import Edit, Span
from contentlint.wording import cut

KEY_INSIDE = pattern(r"(?<!\S)([a-z_][\w-]*+):[ \t]++(?=\S)")
COLON = pattern(r":(?:\s|\Z)")
_SURE_VALUE = pattern(r"(?:true|false|\d[\d:.TZ+-]*+(?:[ \t]\d\d:[\d:]*+)?+)(?=[ \t]++([A-Za-z_][\w-]*+):(?:\s|\Z))")
# a key behind a value, with what programs read behind it to the line's end, in quotes or without
_SURE_KEY = pattern(
    r"(?<=[^ \t,]),?+[ \t]++([A-Za-z_][\w-]*+):[ \t]++(?:true|false|([\"']?+)\d{4}([-/.])\d\d?\3\d\d?(?:[T ][\d:.TZ +-]*+)?\2|\[[^\[\]\n]*+\])[ \t]*+\Z"
)
_LIST_KEY_LAST = pattern(r"(?<=\S)[ \t]++([A-Za-z]++):\Z")
_WORD = pattern(r"[\w-]++(?=[ \t]++([A-Za-z_][\w-]*+):(?:\s|\Z))")
_OF_ONE_WORD = frozenset(names("layout type template"))
_PARTED_ADDRESS = pattern(r"(?:https?|ftp):([ \t]++)(?=//)")
_DATE_AGAIN = pattern(r"([Dd]ate:)[ \t]++")
_COLON_FIRST = pattern(r"(:[ \t]++)(?=[^\s:])(?![^\n]*:[ \t])")
_NO_TEXT = pattern(r"[\[{\"']|(?:true|false|[-+]?\d[\d.:TZ+/ \t-]*+)\Z")
_NO_TEXT_KEYS = PROGRAM_KEYS | {*LIST_KEYS}
_KEY_OF_WORDS = pattern(r"[ \t]*+([^\W\d][\w-]*+(?: [\w-]++)*+):(?=\s|\Z)[ \t]*+(.*)\Z")
_KEY_ALONE = pattern(r"[ \t]*+([A-Za-z_][\w-]*+):[ \t]*+(.*)\Z")
NO_PROSE = pattern(r"(?:[\[{\"'|>].*|\d[\d:.TZ+ -]*+|\S*+)[ \t]*+\Z")
_NEEDS_QUOTES = 'a value with ": " in it needs quotes'
_SENTENCE_END = (".", "!", "?", "…")
_NAME = pattern(r"[a-z_][\w-]*+\Z")
_WRAPPED = 60  # a text so long may go on in the next line


def with_colon(content: str, lines: list[Line], index: int, value: Value) -> Iterator[Mistake]:
    """A value with a colon that YAML takes for a key's: quotes keep it, unless it is a slip or another key's."""
    yield from _slips(value)
    if first_value(lines, index) == value:
        yield from _keys_behind(content, lines, index, value)
    if value.text.endswith(":") and (rest := list(_with_rest(content, lines, index, value))):
        yield from rest
        return
    if _is_item_of_text(lines, index, value):
        start = lines[index].start + lines[index].column
        whole = value._replace(start=start, text=content[start : value.span.end])
        yield Mistake(whole.span, 'an item with ": " in it needs quotes', (quoting_edit(whole),), "Quote the item")
        return
    meant = quoting_edit(value._replace(text=value.text.replace("\\:", ":")))._replace(span=value.span)
    yield Mistake(value.span, _NEEDS_QUOTES, (meant,), "Quote the value")


def _is_item_of_text(lines: list[Line], index: int, value: Value) -> bool:
    """Whether the key of a value begins an item that is a text, and no group, as the list's key or the items beside it
    show: a word that begins with a small letter may name a part of a group, and one that an item beside it has does."""
    line, below = lines[index], line_below(lines, index)
    if len(line.dashes) != 1 or not value.key or value.last > index or (below and below.indent > line.indent):
        return False
    above = list(takewhile(lambda each: _is_in_list(each, line), reversed(lines[:index])))
    beside = [*above, *takewhile(lambda each: _is_in_list(each, line), lines[index + 1 :])]
    written = [each for each in beside if not each.is_blank]
    if any(key_of(each.text) == value.key for each in written):
        return False
    owner = lines[index - len(above) - 1] if len(above) < index else None
    is_of_words = owner is not None and key_of(owner.text) in WORD_KEYS
    are_words = written != [] and not any(is_entry(each.text) for each in written)
    return is_of_words and are_words if _NAME.match(value.key) else is_of_words or are_words


def _is_in_list(line: Line, item: Line) -> bool:
    """Whether a line is a part of the list that an item is of."""
    return line.is_blank or line.indent > item.indent or (line.indent == item.indent and is_item(line.text))


def _with_rest(content: str, lines: list[Line], index: int, value: Value) -> Iterator[Mistake]:
    """A value whose line ends in a colon, with the lines that it goes on in; where those may be keys as well, nobody
    knows what would mend it."""
    longer = whole_value(content, lines, index, stop_at_entries=False)
    rows = [] if longer is None else [line for line in lines[index + 1 : longer.last + 1] if not line.is_blank]
    if longer is None or not rows or is_item(rows[0].text) or any(key_of(line.text) in PAGE_KEYS for line in rows):
        return
    told = list(with_colon_below(content, lines, index, value))
    yield from told
    if not told:
        yield Mistake(value.span, _NEEDS_QUOTES).to_read_on((quoting_edit(longer),), 1.0)


def _slips(value: Value) -> Iterator[Mistake]:
    """A colon, a blank or a key too many."""
    text = value.text
    colon = _COLON_FIRST.match(text)
    if colon is not None and value.key not in _NO_TEXT_KEYS and not _NO_TEXT.match(text, colon.end()):
        yield to_quote(value, 'a value that begins with ":" needs quotes', 0.8)
        colon = None
    for surplus in filter(None, (_PARTED_ADDRESS.match(text), colon)):
        edit = Edit(Span(*surplus.span(1)).shifted(value.start), "")
        told = f'"{surplus[1].strip() or " "}" too many: it has no place here'
        yield Mistake(value.span, told, (edit,), "Remove it", 0.8)
    if value.key and text.startswith(f"{value.key}: "):
        again = Edit(Span(value.start, value.start + len(text) - len(text[len(value.key) + 1 :].lstrip())), "")
        yield Mistake(value.span, f'"{cut(value.key)}:" stands here twice', (again,), "Remove it", 0.8)
    elif value.key in DATE_KEYS and (name := _DATE_AGAIN.match(text)) is not None and read_date(text[name.end() :]):
        surplus_name = Edit(Span(value.start, value.start + name.end()), "")
        yield Mistake(value.span, f'"{name[1]}" too many: the date stands alone', (surplus_name,), "Remove it", 0.8)
    if text[-1] == ":" and value.key in PROGRAM_KEYS and not COLON.search(text[:-1]):
        edit = Edit(Span(value.span.end - 1, value.span.end), "")
        yield Mistake(value.span, 'one ":" too many at the end', (edit,), "Remove it", 0.8)


def _keys_behind(content: str, lines: list[Line], index: int, value: Value) -> Iterator[Mistake]:
    """Another key in the line of a value, known by what stands before it, behind it or below it."""
    text = value.text
    sure = (_WORD if value.key in _OF_ONE_WORD else _SURE_VALUE).match(text)
    key = _SURE_KEY.search(text)
    if sure is not None and ((key and key[1] == sure[1]) or _is_key(sure[1], value)):
        yield key_behind(content, lines, index, value, sure.end(), 0.8)
    is_prose = value.key in TEXT_KEYS and KEY_INSIDE.search(text, 0, key.start()) is not None if key else False
    is_key = key is not None and (key[1] in KNOWN_KEYS or (value.key in _NO_TEXT_KEYS and key[1].islower()))
    if key is not None and is_key and not is_prose:
        yield key_behind(content, lines, index, value, key.start(), 0.8)
    list_key, below = _LIST_KEY_LAST.search(text), line_below(lines, index)
    if list_key is not None and list_key[1] in LIST_KEYS and below is not None and is_item(below.text):
        yield key_behind(content, lines, index, value, list_key.start(), 0.8)


def _is_key(word: str, above: Value) -> bool:
    """Whether a word with a colon behind the beginning of a value is a key, and no part of a text: "10 Reasons: why"."""
    is_known, is_written_alike = word in KNOWN_KEYS, word[0].isupper() == above.key[:1].isupper()
    if above.key in TEXT_KEYS:
        return is_known and is_written_alike
    return is_known or (is_written_alike and above.key not in _OF_ONE_WORD)


def with_colon_below(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """A value that goes on in lines of which one has a colon, so that it looks like an entry."""
    longer = whole_value(content, lines, index, stop_at_entries=False)
    if longer is None:
        return
    rows = lines[index + 1 : longer.last + 1]
    if any(BLOCK_HEADER.match(line.text) or (is_no_text(line.text) and not is_entry(line.text)) for line in rows):
        return
    is_text = first.key in TEXT_KEYS and " " in first.text and not _are_keys(first, rows)
    if any(" " in (line.text if is_text else key_of(line.text)).strip() for line in rows):
        quoted = to_quote(longer, _NEEDS_QUOTES, 1.3)
        is_sure = not any(_may_be_part(line) for line in rows)
        yield quoted if is_sure else Mistake(quoted.span, quoted.message).to_read_on(quoted.edits, quoted.cost)


def with_colons_below(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """The same of a value with a colon itself: a line that begins as a key does, and as no sentence, may be one too deep."""
    for mistake in with_colon_below(content, lines, index, first):
        last = bisect_right(lines, mistake.span.end, key=lambda line: line.start)
        below = lines[index + 1 : last]
        if any(is_no_text(line.text) or _is_entry_of_words(line) for line in below):
            yield mistake._replace(edits=(), title="").to_read_on(mistake.edits, 0.95)
        else:
            yield mistake._replace(cost=0.95)


def _is_entry_of_words(line: Line) -> bool:
    """Whether a line begins with words and a colon, as an entry may, and is no sentence."""
    return _KEY_OF_WORDS.match(line.text) is not None and not line.text.rstrip().endswith(_SENTENCE_END)


def _may_be_part(line: Line) -> bool:
    """Whether a line below a value may be an item or a key with its own, which no quotes may draw into a text."""
    head = _KEY_OF_WORDS.match(line.text)
    if head is None:
        return is_item(line.text)
    no_text = _NO_TEXT if " " in head[1] else NO_PROSE
    return head[1].lower() in PAGE_KEYS or no_text.match(head[2]) is not None


def is_text_below(above: Value, line: Line) -> bool:
    """Whether a deeper line that begins with a capital and a colon goes on with a text, since keys have no capitals here
    and several words follow."""
    key = key_of(line.text)
    rest = line.text.partition(":")[2].strip()
    is_said = above.key.islower() and key[:1].isupper() and key not in PAGE_KEYS and not is_item(line.text)
    return is_said and line.indent > above.column and not NO_PROSE.match(rest)


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
                and (NO_PROSE.match(head[2]) or (is_short and not head[2].rstrip().endswith(_SENTENCE_END)))
            )
        )
        for head in heads
    )
