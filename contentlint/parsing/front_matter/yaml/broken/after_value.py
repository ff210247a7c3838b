"""What stands behind a value of broken YAML in its line: another key, a comment of another language."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.parsing.front_matter.keys import (
    KNOWN_KEYS,
    PAGE_KEYS,
    PROGRAM_KEYS,
    PROSE_KEYS,
    TEXT_KEYS,
    WELL_KNOWN,
    names,
)
from contentlint.parsing.front_matter.mending import OWN_LINE_TOLD, new_line
from contentlint.parsing.front_matter.yaml.broken.lines import Line, Mistake, Value, has_parts
from contentlint.parsing.front_matter.yaml.remarks import REMARKED_KEYS, comment_told, end_before_remark, remark_alone
from contentlint.parsing.front_matter.yaml.writing import in_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_KEY = pattern(r"[ \t]*+,?[ \t]*+(?=([A-Za-z_][\w-]*+):(?:\s|\Z))")
# what parts a key from the value above it in one line; "key" is empty for a value in quotes or brackets,
# and for a comment
_KEY_BEHIND = pattern(
    r"(?<=:[ \t])(?:\"[^\"\\\n]*+\"|'[^'\n]*+'|\[[^\[\]\n]*+\])"
    r"|(?<=[ \t])#[^\n]*+"
    r"|(?P<gap>(?<=[^ \t:,]),?+[ \t]++)(?P<key>[A-Za-z_][\w-]*+):(?=[ \t]|\Z)"
)
_QUOTED_ENTRY = r"(,?[ \t]++)[A-Za-z_][\w-]*+:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+')"
_GAP = pattern(_QUOTED_ENTRY)
_QUOTED_ENTRIES = pattern(rf"(?:{_QUOTED_ENTRY})++(?:[ \t]++#.*)?\Z")
_OF_PROGRAMS = pattern(r"\"[^\"]*+\"|'[^']*+'|\[[^\[\]]*+\]|\d{4}-\d\d?-\d\d?[T \t][\d:.TZ +-]*+|\S*+")
_TITLES = names("title")
# a value that is the piece of a sentence
_OF_SENTENCE = pattern(
    r"\A(?:and|or|but|what|how|why|when|the|an?)\s"
    r"|(?:\A|\s)(?:the|an?|and|or|of|in|by|for|to|with|on|from|about|as|is|are|my|our|your|his|her|its|their)\Z"
)
_COMMENT = pattern(r"[ \t]*+(//+|<!--|/\*)[ \t]*+([^\n]*?)[ \t]*+(?:-->|\*/)?[ \t]*+\Z")


def behind(content: str, lines: list[Line], index: int, value: Value, end: int) -> Iterator[Mistake]:
    """What follows the first so many characters of a value, which are all of it, in the line in which they end."""
    rest = value.text[end:]
    key = _KEY.match(rest)
    if value.key and value.key not in TEXT_KEYS and _QUOTED_ENTRIES.match(rest):
        yield _quoted_entries(content, lines[index], value, end)
    elif key is not None and (key[1] in KNOWN_KEYS or "\n" in value.text[:end]):  # what ends lines below is no text
        yield key_behind(content, lines, index, value, end, 0.6)
    comment = _COMMENT.match(rest)
    if comment is not None:
        span = Span(value.start + end, value.start + len(value.text))
        found = Mistake(
            lines[index].written, comment_told(comment[1]), (Edit(span, f" # {comment[2]}"),), 'Write "#"', 0.5
        )
        yield found._replace(is_sure=value.text[0] in "\"'[{")


def remarks(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """A comment of another language in the place of a value, or behind one that is no text."""
    has_value_below = first.key not in PROSE_KEYS and has_parts(lines, index, first)
    is_no_text = first.key in REMARKED_KEYS or (first.key != "" and has_value_below)
    if is_no_text and (mark := remark_alone(first.text)) is not None:
        edit = Edit(mark.shifted(first.start), "# ")
        yield Mistake(first.span, comment_told(), (edit,), 'Write "#"', 0.5)
    elif end := end_before_remark(first.key, first.text):
        yield from behind(content, lines, index, first, end)


def _quoted_entries(content: str, line: Line, value: Value, end: int) -> Mistake:
    """Keys with their values in quotes behind the first so many characters of a value."""
    parted = new_line(content) + " " * value.column
    edits = tuple(
        Edit(Span(value.start + gap.start(1), value.start + gap.end(1)), parted)
        for gap in _GAP.finditer(value.text, end)
    )
    return Mistake(line.written, OWN_LINE_TOLD, edits, "Begin a new line", 0.6)


def several_keys(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """Two or more keys behind a value in its line: known ones, where what programs read stands behind those that they
    read, or any three where no value is longer than a word, or any, one of them known, behind a title. One key of the
    author's own leaves open what a text is."""
    line, start = lines[index], first.start - lines[index].start
    parts = [part for part in _KEY_BEHIND.finditer(line.text, start) if part["key"]]
    others = [part["key"] for part in parts]
    if len(parts) < 2 or len({first.key, *others}) <= len(others):
        return
    ends = [*(part.start() for part in parts), len(line.text.rstrip())]
    values = [line.text[begin:end].strip() for begin, end in zip([start, *(part.end() for part in parts)], ends)]
    is_short = all(map(_OF_PROGRAMS.fullmatch, values))
    is_alike = all(name[0].isupper() == first.key[:1].isupper() for name in others)
    known = [name in PAGE_KEYS for name in others]
    read = [bool(_OF_PROGRAMS.fullmatch(value)) for name, value in zip(others, values[1:]) if name in PROGRAM_KEYS]
    has_comma = any(part["gap"][0] == "," for part in parts)
    if has_comma and first.key in TEXT_KEYS and first.text[0] not in "\"'" and not TEXT_KEYS.isdisjoint(others):
        return  # a sentence that speaks of keys
    is_sure = is_short and len(parts) > 2 and first.key not in TEXT_KEYS
    is_read = sum(known) > 1 and read != [] and all(read)
    is_head = first.key in _TITLES and not WELL_KNOWN.isdisjoint(others) and not any(map(_OF_SENTENCE.search, values))
    if not is_alike or not (is_sure or is_read or is_head):
        return
    if not (is_sure or (is_read and all(known))):
        # where the text ends and another key begins, only the author knows
        told = Mistake(line.written, OWN_LINE_TOLD)
        yield told.to_read_on((Edit(first.span, in_quotes(first.text)),), 0.5)
        return
    parted = new_line(content) + " " * first.column
    edits = tuple(Edit(Span(*part.span("gap")).shifted(line.start), parted) for part in parts)
    yield Mistake(line.written, OWN_LINE_TOLD, edits, "Begin new lines", 0.5)


def key_behind(content: str, lines: list[Line], index: int, value: Value, end: int, cost: float) -> Mistake:
    """Another key in the line of a value that ends after so many characters."""
    key = _KEY.match(value.text, end)
    assert key is not None
    edit = Edit(Span(value.start + end, value.start + key.end()), new_line(content) + " " * value.column)
    return Mistake(lines[index].written, OWN_LINE_TOLD, (edit,), "Begin a new line", cost)
