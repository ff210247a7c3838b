"""Values of broken YAML that are lists or groups in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from contentlint.parsing.front_matter.brackets import (
    CLOSERS,
    KINDS,
    PIECE,
    end_of_brackets,
    missing_commas,
    unclosed_inside,
)
from contentlint.parsing.front_matter.keys import ALL_LIST_KEYS
from contentlint.parsing.front_matter.mending import new_line
from contentlint.parsing.front_matter.yaml.broken.after_value import behind
from contentlint.parsing.front_matter.yaml.broken.lines import (
    MOST_LINES,
    Line,
    Mistake,
    Value,
    before_value,
    begins,
    is_item,
    without_comment,
)
from contentlint.parsing.front_matter.yaml.broken.trial import attempt
from contentlint.parsing.front_matter.yaml.writing import as_list, in_quotes, items_of, needs_quotes
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_TWO_COMMAS = pattern(r",(?:\s*+,)+")
# the second group is a value that is not in sound quotes
_MEMBER = pattern(
    r"[{,]\s*+[\w-]++:[ \t]++(?:(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+')(?=\s*+[,}])|([^\s\[{,}][^,\[\]{}]*+)(?=[,}]))"
)
_KEY_INSIDE = pattern(r"[^\s\"'](?:[^\n:]|:(?!\s))*?[ \t][a-z_][\w-]*+:[ \t]")
# the last quote of what stands in brackets, which nothing closes
_OPEN_QUOTE = pattern(r"[\[{,:][ \t]*+([\"'])(?:(?!\1|,[ \t]*+[\"'])[^\n\]}])*+\Z")
_TYPOGRAPHIC = {"'": "’‘", '"': "”“„＂"}
_OPENING = pattern(r"[“„‟‘‚‛«»＂]")
_COMMENT = pattern(r"[\[,][ \t]*+(#[^\s,\[\]]++)")
_SIGN_BEHIND = pattern(r"[,;.，；。、]\Z")
_INSIDE = pattern(r"\[([^\[\]\n]*+)\]")
_QUOTED = pattern(r"\"[^\"\n]*+\"|'[^'\n]*+'")
_OTHER_COMMA = pattern(r"(?<=[\"'])[ \t]*+[，、；;.][ \t]*+(?=[\"'])")
_COMMA_INSIDE = pattern(r"(?<![\"']),[\"']")
_LAST_WIDE_COMMA = pattern(r"(?<=[\"'])[ \t]*+[，、；][ \t]*+(?=\]\Z)")
_LISTS = pattern(r"\[[^\[\]\n]*+\](?:[ \t,，、]*+\[[^\[\]\n]*+\])++\Z")


class _Brackets(NamedTuple):
    """A value in brackets: its first line, all its lines, and its text without a comment or a sign behind it."""

    content: str
    lines: list[Line]
    first: Value
    value: Value
    text: str

    @property
    def opener(self) -> str:
        return self.first.text[0]

    @property
    def closer(self) -> str:
        return CLOSERS[self.opener]

    @property
    def what(self) -> str:
        return KINDS[self.closer]

    @property
    def end(self) -> int:
        return self.value.start + len(self.text)

    @property
    def is_one_line(self) -> bool:
        return "\n" not in self.text

    def place(self, at: int) -> Span:
        """What is told of an offset in it: all of the value, or of several lines the one."""
        return self.value.span if self.is_one_line else _line_at(self.lines, at).written

    def mistake(self, message: str, edit: Edit, title: str, cost: float = 1.0) -> Mistake:
        return Mistake(self.value.span, message, (edit,), title, cost)


def in_brackets(content: str, lines: list[Line], index: int, first: Value) -> Iterator[Mistake]:
    """A list or mapping in brackets that is not closed, has no comma between its items, or whose items need quotes."""
    value = _region(content, lines, index, first)
    found = _Brackets(content, lines, first, value, without_comment(value.text))
    if first.text == "[" and (dashed := _dashed(lines, index, first)) is not None:
        yield dashed
    sign = _SIGN_BEHIND.search(found.text)
    if sign and found.text[sign.start() - 1] == found.closer and (sign[0] == "," or first.key in ALL_LIST_KEYS):
        edit = Edit(Span(found.end - 1, found.end), "")
        yield found.mistake(f'a "{sign[0]}" after the {found.what} has no place in YAML', edit, "Remove it")
        found = found._replace(text=found.text[:-1])
    elif first.key in ALL_LIST_KEYS and found.opener == "[":
        yield from _several_lists(value._replace(text=found.text))
    yield from _unclosed_quote(found)
    inside = end_of_brackets(found.text)
    if 0 < inside < len(found.text):
        yield from behind(content, lines, value.last, value._replace(text=found.text), inside)
    for look in _LOOKS:
        yield from look(found)


def closed_below(content: str, lines: list[Line], index: int, first: Value) -> Value | None:
    """A value in brackets that ends in a line below with the closing one, so that it is no text; None where it is none."""
    value = _region(content, lines, index, first)
    is_closed = value.last > index and end_of_brackets(value.text) == len(without_comment(value.text))
    return value if is_closed else None


def keys_in_open_brace(content: str) -> Iterator[Mistake]:
    """Keys in braces, all of the front matter, of which the last one is missing."""
    written = content.rstrip()
    start = len(content) - len(content.lstrip())
    if content.startswith("{", start) and end_of_brackets(written[start:]) < 0:
        first = Span(start, start + len(written[start:].partition("\n")[0].rstrip()))
        edit = Edit.at(len(written), (new_line(content) if "\n" in written else "") + "}")
        yield Mistake(first, 'the closing "}" is missing', (edit,), 'Add "}"', 0.9)


def unread_inside(lines: list[Line], whole: Value) -> Iterator[Mistake]:
    """Where something in brackets over several lines cannot be read on, which no other look may explain."""
    if "*" in whole.text:  # who reads it alone finds no alias
        return
    before = "x: "
    trial = attempt(before + whole.text)
    if not trial.is_whole:
        at = whole.start + max(trial.stopped - len(before), 0)
        what = KINDS[whole.text[0]]
        message = f"the {what} in brackets cannot be read on from this line"
        yield Mistake(_line_at(lines, at).written, message, cost=0.7)


def _unclosed_quote(found: _Brackets) -> Iterator[Mistake]:
    inside = found.text.rstrip("]}").rstrip(" \t")
    quote = _OPEN_QUOTE.search(inside) if found.is_one_line and found.text.endswith(found.closer) else None
    if quote is not None:
        at = found.value.start + len(inside)
        is_opened = _OPENING.search(inside, quote.end(1), len(inside) - 1) is not None
        is_typographic = inside[-1] in _TYPOGRAPHIC[quote[1]] and not is_opened
        message = f"a value of this {found.what} has no closing quote"
        edit = Edit(Span(at - is_typographic, at), quote[1])
        yield found.mistake(message, edit, "Close the quote", 1.1)


def _wrong_closer(found: _Brackets) -> Iterator[Mistake]:
    wrong, closer, end = found.text[-1], found.closer, found.end
    if wrong in "]})】）］" and wrong != closer and closer not in _QUOTED.sub("", found.text):
        message = f'this {found.what} begins with "{found.opener}" and ends with "{wrong}"'
        yield found.mistake(message, Edit(Span(end - 1, end), closer), f'Write "{closer}"', 0.7)


def _unclosed_inside(found: _Brackets) -> Iterator[Mistake]:
    inner = unclosed_inside(found.text)
    if inner is not None:
        at, closer = found.value.start + inner[0], inner[1]
        message = f'this {KINDS[closer]} has no closing "{closer}"'
        yield found.mistake(message, Edit.at(at, closer), f'Add "{closer}"', 0.85)


def _missing_closer(found: _Brackets) -> Iterator[Mistake]:
    text, closer, end, value = found.text, found.closer, found.end, found.value
    if text.count(found.opener) <= text.count(closer):
        return
    message, title = f'this {found.what} has no closing "{closer}"', f'Add "{closer}"'
    if found.first.text == found.opener and not found.is_one_line:  # each item has a line of its own: the bracket too
        last = _line_at(found.lines, end - 1)
        edit = Edit.at(end, new_line(found.content) + " " * value.column + closer)
        yield Mistake(last.written, f"{message}, which belongs below this line", (edit,), title, 0.9)
    else:
        kept = value.start + len(text.rstrip(", \t\r\n"))
        yield Mistake(found.place(kept - 1), message, (Edit(Span(kept, end), closer),), title, 0.9)


def _surplus_closer(found: _Brackets) -> Iterator[Mistake]:
    text, closer, end = found.text, found.closer, found.end
    if text.count(closer) > text.count(found.opener) and text.endswith(closer * 2):
        yield found.mistake(f'one "{closer}" too many', Edit(Span(end - 1, end), ""), f'Remove "{closer}"')


def _two_commas(found: _Brackets) -> Iterator[Mistake]:
    doubled, start = _TWO_COMMAS.search(found.text), found.value.start
    if doubled:
        edit = Edit(Span(start + doubled.start() + 1, start + doubled.end()), "")
        message = f"a comma too many between two items of this {found.what}"
        yield Mistake(found.place(edit.span.end - 1), message, (edit,), "Remove the comma", 0.8)


def _missing_commas(found: _Brackets) -> Iterator[Mistake]:
    edits = tuple(_comma_behind(found.content, found.value.start + at) for at in missing_commas(found.text))
    if edits:
        (start, end), _ = edits[0]
        told = found.place(start)
        message, title = f"a comma is missing between two items of this {found.what}", "Add the comma"
        if start < end:
            message, title = (
                f"a comma between two items of this {found.what} belongs behind the quote",
                "Move the comma",
            )
        yield Mistake(told, message, edits, title, 0.8)


def _comma_behind(content: str, end: int) -> Edit:
    """The comma that is missing where an item ends; where it stands inside the item's quotes, it is moved."""
    if _COMMA_INSIDE.match(content, end - 2, end):
        return Edit(Span(end - 2, end), content[end - 1] + ",")
    return Edit.at(end, ",")


def _items(found: _Brackets) -> Iterator[Mistake]:
    """Items of a list in one line, and the commas between them."""
    text, span = found.text, Span(found.value.start, found.end)
    is_flat = text.count("[") == 1 and text.count("]") == 1 and "{" not in text
    if not (found.opener == "[" and found.is_one_line and text.endswith("]") and is_flat):
        return
    plain = _OTHER_COMMA.sub(", ", _LAST_WIDE_COMMA.sub("", text))
    if plain != text:
        edits = (Edit(span, plain),)
        yield Mistake(span, "only a plain comma separates items", edits, "Write a plain comma", 0.9)
    items = items_of(text[1:-1])
    if items:
        comment = _COMMENT.search(text)
        message = "an item of this list needs quotes, or its quotes do not match"
        if comment is not None:
            message = f'"{comment[1]}" is a comment for YAML: an item that begins with "#" needs quotes'
        yield Mistake(span, message, (Edit(span, as_list(items)),), "Quote the items", 1.2)


def _members(found: _Brackets) -> Iterator[Mistake]:
    """Values of a group in one line."""
    if found.opener == "{" and found.is_one_line and found.text.endswith("}"):
        edits = tuple(_values_to_quote(found.text, found.value.start))
        if edits:
            yield Mistake(
                found.value.span,
                "a value of this group needs quotes, or its quotes do not match",
                edits,
                "Quote it",
                1.2,
            )


_LOOKS = (
    _wrong_closer,
    _unclosed_inside,
    _missing_closer,
    _surplus_closer,
    _two_commas,
    _missing_commas,
    _items,
    _members,
)


def _dashed(lines: list[Line], index: int, first: Value) -> Mistake | None:
    """A list in brackets, each item of which has a line and a dash of its own."""
    last = next((at for at in range(index + 1, len(lines)) if not is_item(lines[at].text)), -1)
    if last <= index + 1 or lines[last].text.strip() not in ("]", "],"):
        return None
    edits = (
        Edit(Span(before_value(lines[index], first), first.span.end), ""),
        Edit(Span(lines[last - 1].end, lines[last].end), ""),
    )
    return Mistake(first.span, 'a list whose items begin with "- " has no brackets', edits, "Remove the brackets", 0.7)


def _several_lists(value: Value) -> Iterator[Mistake]:
    """One list after another, which are meant as one, or something else behind a list."""
    text = value.text
    if _LISTS.match(text):
        inside = ", ".join(each.strip() for each in _INSIDE.findall(text))
        message = "several lists stand here: one holds all items"
        yield Mistake(value.span, message, (Edit(value.span, f"[{inside}]"),), "Write one list", 0.8)
        return
    end = end_of_brackets(text)
    if (
        0 < end < len(text)
        and "\n" not in text
        and text[end:].strip()
        and not text[end:].lstrip().startswith(("]", "//"))
    ):
        yield Mistake(value.span, "something stands behind the list", cost=0, is_sure=True)


def _line_at(lines: list[Line], at: int) -> Line:
    return next(line for line in reversed(lines) if line.start <= at)


def _values_to_quote(text: str, start: int) -> Iterator[Edit]:
    """The values of a group that cannot stand without quotes, or whose quotes do not match."""
    for match in _MEMBER.finditer(text):
        written = (match[1] or "").rstrip(" \t")
        if _KEY_INSIDE.match(written):
            return  # of the text, or of a member that lacks its comma: only its author knows
        if written and needs_quotes(written):
            is_quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "\"'"
            bare = written[1:-1] if is_quoted else written
            if written[0] == '"' and written.count('"') == 1:
                bare = written[1:].rstrip()
            yield Edit(Span(start + match.start(1), start + match.start(1) + len(written)), in_quotes(bare))


def _region(content: str, lines: list[Line], index: int, first: Value) -> Value:
    """The value with the lines it goes on in: to its closing bracket, or to where the next entry or item begins."""
    depth, last = 0, index
    text = content[first.start : lines[min(index + MOST_LINES, len(lines) - 1)].end]
    for piece in PIECE.finditer(text):
        if piece.lastgroup == "open":
            depth += 1
        elif piece.lastgroup == "close":
            depth -= 1
        elif piece.lastgroup == "end":
            last += 1
            if last >= len(lines) or (begins(lines[last].text) and lines[last].indent <= first.column):
                return first._replace(text=text[: piece.start()].rstrip(), last=last - 1)
        if depth == 0:
            break
    return first._replace(text=text[: lines[min(last, len(lines) - 1)].end - first.start].rstrip(), last=last)
