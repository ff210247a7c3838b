"""Most front matter is lines of `key: value`: read here without a parser, whose import alone
takes longer than reading an article, and as `full.parse` would.

Whatever is not beyond doubt one of these few forms is left to the parser.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from contentlint.fields import Field
from contentlint.lazy import known_if_short
from contentlint.parsing.front_matter.parsed import MAX_DIGITS, Parsed
from contentlint.patterns import pattern
from contentlint.text import Span, as_span

_LONGEST = 20_000  # characters
_SINGLE = r"'(?:[^'\n]|'')*+'"
_DOUBLE = r'"[^"\\\n]*+"'
_START = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"  # no other character begins a text without quotes
_SCALAR = rf"(?P<single>{_SINGLE})|(?P<double>{_DOUBLE})|(?P<plain>{_START}[^\n]*+)"
_KEY = r"(?P<key>[^\W\d][\w-]{0,999}+)"  # libyaml refuses one of more than 1,024 characters
_ENTRY = pattern(rf"(?P<indent> *+){_KEY}:(?: ++(?:{_SCALAR}|(?P<flow>\[[^\n]*+)|(?P<lines>[|>]-?+)))?+ *+(?:\n|\Z)")
_ITEM = pattern(rf"(?P<indent> *+)- ++(?:{_SCALAR}) *+(?:\n|\Z)")
_LINE = pattern(r"( ++)(\S(?:[^\n]*+)(?<! ))\n")
_NOTHING = pattern(r" *+(?:#[^\n]*+)?+(?:\n|\Z)")
_FLOW_ITEM = pattern(
    rf" *+(?:(?P<single>{_SINGLE})|(?P<double>{_DOUBLE})|(?P<plain>{_START}[^\n,\[\]{{}}:#\"']*+)) *+(?P<end>,|\])"
)
_DAY = pattern(r"(?a)\d{4}-\d\d-\d\d")  # whatever follows, it is a time or text
_NUMBER_OR_TIME = pattern(r"(?a)[\d_.,:+\-a-fA-FxXoOtTzZ \t]+")
_KNOWN = {"true": True, "false": False, "null": None, "Null": None, "NULL": None, "~": None}
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
_ELSE = frozenset(
    "~.+"
)  # with "-", which begins none of these texts, what else a number, a word or nothing begins with
_SIGNS = frozenset({"=", "<<"})
_MAY_MEAN_MORE = frozenset("yYnNtTfFoO0123456789=<") | _ELSE
_SCALARS = frozenset({"single", "double", "plain"})
_field = partial(tuple.__new__, Field)


class _Unsure(Exception):
    """Something that the parser has to read."""


def read(text: str, start: int, end: int) -> Parsed | None:
    """What the YAML between two offsets says, or None where a parser has to tell; spans are places in `text`."""
    if end - start > _LONGEST or not text[start:end].replace("\n", "").isprintable():
        return None
    try:
        return _Reader(text, end).read(start)
    except _Unsure:
        return None


class _Reader:
    def __init__(self, text: str, end: int) -> None:
        self.text, self.end = text, end
        self.parsed = Parsed()

    def read(self, at: int) -> Parsed:
        text, end, fields = self.text, self.end, self.parsed.fields
        data: dict[str, Any] = {}
        while at < end:
            entry = _ENTRY.match(text, at, end)
            if entry is None or entry["indent"]:
                at = self._after_nothing(at)
                continue
            key = entry["key"]
            if key in data or _resolved(key) != key:
                raise _Unsure
            path, span = (key,), as_span(entry.span("key"))
            at = entry.end()
            if entry.lastgroup == "key":
                data[key], at = self._block(path, span, at)
            elif entry.lastgroup == "flow":
                data[key] = self._flow(path, span, entry.start("flow"), entry.end("flow"))
            elif entry.lastgroup == "lines":
                data[key], at = self._lines(path, span, entry, at)
            else:
                field = fields[path] = _scalar(path, span, entry)
                data[key] = field.data
        if not data:
            raise _Unsure
        self.parsed.data = data
        return self.parsed

    def _after_nothing(self, at: int) -> int:
        """Where the line after an empty line or a comment begins."""
        nothing = _NOTHING.match(self.text, at, self.end)
        if nothing is None:
            raise _Unsure
        return nothing.end()

    def _block(self, path: tuple[str], key: Span, at: int) -> tuple[Any, int]:
        """The value below a key, and where the line after it begins: items, keys of its own, or nothing."""
        text, end, fields = self.text, self.end, self.parsed.fields
        first = at
        while first < end and (nothing := _NOTHING.match(text, first, end)) is not None:
            first = nothing.end()
        line = _ITEM.match(text, first, end) if first < end else None
        if line is not None:
            return self._items(path, key, line)
        line = _ENTRY.match(text, first, end) if first < end else None
        if line is not None and line["indent"]:
            return self._group(path, key, line)
        fields[path] = _field((path, key, as_span((key.end + 1, key.end + 1)), None, "plain"))
        return None, at

    def _lines(self, path: tuple[str], key: Span, entry: Any, at: int) -> tuple[str, int]:
        """A text of several lines, all indented alike."""
        line = first = _LINE.match(self.text, at, self.end)
        lines: list[str] = []
        while line is not None and first is not None and line[1] == first[1]:
            lines.append(line[2])
            at = line.end()
            line = _LINE.match(self.text, at, self.end)
        if not lines or line is not None or (at < self.end and _ENTRY.match(self.text, at, self.end) is None):
            raise _Unsure
        mark = entry["lines"]
        data = (" " if mark[0] == ">" else "\n").join(lines) + ("" if mark[-1] == "-" else "\n")
        start = entry.start("lines")
        style = "folded" if mark[0] == ">" else "literal"
        self.parsed.fields[path] = _field((path, key, as_span((start, at - 1)), data, style))
        return data, at

    def _items(self, path: tuple[str], key: Span, line: Any) -> tuple[list[Any], int]:
        text, end, fields = self.text, self.end, self.parsed.fields
        indent, start = line["indent"], line.end("indent")
        fields[path] = _field((path, key, as_span((start, start)), None, "sequence"))
        items: list[Any] = []
        while line is not None:
            if line["indent"] != indent:
                raise _Unsure
            place = (*path, len(items))
            last = fields[place] = _scalar(place, None, line)
            items.append(last.data)
            at = line.end()
            line = _ITEM.match(text, at, end)
        fields[path] = _field((path, key, as_span((start, last.value.end)), items, "sequence"))
        return items, at

    def _group(self, path: tuple[str], key: Span, line: Any) -> tuple[dict[str, Any], int]:
        text, end, fields = self.text, self.end, self.parsed.fields
        indent, start = line["indent"], line.end("indent")
        fields[path] = _field((path, key, as_span((start, start)), None, "mapping"))
        group: dict[str, Any] = {}
        while line is not None and line["indent"]:
            name = line["key"]
            if line["indent"] != indent or line.lastgroup not in _SCALARS or name in group or _resolved(name) != name:
                raise _Unsure
            place = (*path, name)
            last = fields[place] = _scalar(place, as_span(line.span("key")), line)
            group[name] = last.data
            at = line.end()
            line = _ENTRY.match(text, at, end)
        fields[path] = _field((path, key, as_span((start, last.value.end)), group, "mapping"))
        return group, at

    def _flow(self, path: tuple[str], key: Span, start: int, end: int) -> list[Any]:
        text, fields = self.text, self.parsed.fields
        end = start + len(text[start:end].rstrip(" "))
        span = as_span((start, end))
        fields[path] = _field((path, key, span, None, "sequence"))
        items: list[Any] = []
        at = start + 1
        while items or not text.startswith("]", at, end):
            item = _FLOW_ITEM.match(text, at, end)
            if item is None:
                raise _Unsure
            place = (*path, len(items))
            field = fields[place] = _scalar(place, None, item)
            items.append(field.data)
            at = item.end()
            if item["end"] == "]":
                at -= 1
                break
        if at + 1 != end:
            raise _Unsure
        fields[path] = _field((path, key, span, items, "sequence"))
        return items


def _scalar(path: tuple[str | int, ...], key: Span | None, match: Any) -> Field:
    style = match.lastgroup if match.lastgroup != "end" else _style(match)
    written, (start, end) = match[style], match.span(style)
    if style == "plain":
        if written[-1] == " ":
            written = written.rstrip(" ")
            end = start + len(written)
        if ": " in written or " #" in written or written[-1] == ":":
            raise _Unsure
        data = _resolved(written) if written[0] in _MAY_MEAN_MORE else written
    else:
        data = written[1:-1].replace("''", "'") if style == "single" else written[1:-1]
    return _field((path, key, as_span((start, end)), data, style))


def _style(match: Any) -> str:
    return next(style for style in ("plain", "single", "double") if match[style] is not None)


@known_if_short
def _resolved(written: str) -> Any:
    """What a text without quotes means by YAML 1.1 (https://yaml.org/type/); itself where it is text."""
    first = written[0]
    if written in _KNOWN:
        return _KNOWN[written]
    if first.isalpha():
        if written.lower() not in _WORDS:
            return written
    elif first.isdigit():
        if _DAY.match(written) or not _NUMBER_OR_TIME.fullmatch(written):
            return written
        if written.isdecimal() and (first != "0" or written == "0") and len(written) <= MAX_DIGITS:
            return int(written)
    elif first not in _ELSE and written not in _SIGNS:
        return written
    raise _Unsure
