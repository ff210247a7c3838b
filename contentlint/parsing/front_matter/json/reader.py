"""Reading one JSON object, as RFC 8259 has it, with the place of every key and value."""

from __future__ import annotations

from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Any

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field, Style
from contentlint.parsing.front_matter.keys import named
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.parsed import MAX_DEPTH, Parsed, Rows
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_BLANKS = pattern(r"[ \t\n\r]*+")
_NUMBER = pattern(r"-?(?:0|[1-9]\d*+)(\.\d++)?+([eE][-+]?\d++)?+")
_KEY = pattern(r"\"[^\"\n]*+\"[ \t]*+:")
_HALF = pattern("[\ud800-\udfff]")
_WORDS = {
    "true": True,
    "false": False,
    "null": None,
    "NaN": float("nan"),
    "Infinity": float("inf"),
    "-Infinity": float("-inf"),
}
_NOT_OF_JSON = frozenset({"NaN", "Infinity", "-Infinity"})
_WORD = pattern(r"true|false|null|NaN|-?Infinity")
_MOST_TOLD = 10  # of them: one spelling is told often enough then


class Bad(Exception):
    def __init__(
        self, message: str, at: int, *, limit: bool = False, span: Span | None = None, mend: tuple[Edit, ...] = ()
    ) -> None:
        self.message, self.at, self.limit, self.span, self.mend = message, at, limit, span, mend


class Reader:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.parsed = Parsed()
        self.rows = Rows(text)

    def skip(self, at: int) -> int:
        match = _BLANKS.match(self.text, at, self.end)
        return match.end() if match else at

    def value(self, at: int, path: KeyPath, key: Span | None) -> tuple[Any, int]:
        if len(path) > MAX_DEPTH:
            raise Bad(f"values nested more than {MAX_DEPTH} deep: flatten them", at, limit=True)
        char = self.text[at] if at < self.end else ""
        style: Style = "plain"
        if path:
            self.parsed.fields[path] = Field(path, key, Span(at, at), None, style)
        data: Any
        if char == "{":
            style = "mapping"
            data, after = self.members(self.skip(at + 1), path, closed=True)
        elif char == "[":
            style = "sequence"
            data, after = self._items(self.skip(at + 1), path)
        elif char == '"':
            style = "double"
            data, after = self._string(at)
        else:
            data, after = self._plain(at)
        if path:
            self.parsed.fields[path] = Field(path, key, Span(at, after), data, style)
        return data, after

    def members(self, at: int, path: KeyPath, *, closed: bool) -> tuple[dict[str, Any], int]:
        data: dict[str, Any] = {}
        keys: dict[str, int] = {}
        at = self.skip(at)
        while True:
            char = self.text[at] if at < self.end else ""
            if char == "}" and closed and not data:
                return data, at + 1
            if not char and not closed and not data:
                return data, at
            if char in ("}", "") and data:
                raise self._comma_too_many(at)
            if char != '"':
                raise Bad("a key in double quotes is expected here", at)
            key, after = self._string(at)
            key_span = Span(at, after)
            if key in keys:
                message = f'"{named(key)}" is in line {self.rows.of(keys[key])} already, and only one can count: remove one of the two'
                self.parsed.problems.append(Problem("duplicate-key", key_span, message))
            keys.setdefault(key, at)
            at = self.skip(after)
            if self.text[at : at + 1] != ":":
                raise Bad(f'a ":" is missing after the key "{named(key)}"', at)
            data[key], at = self.value(self.skip(at + 1), (*path, key), key_span)
            at = self.skip(at)
            char = self.text[at] if at < self.end else ""
            if char == ",":
                at = self.skip(at + 1)
            elif char == "}" and closed:
                return data, at + 1
            elif char or closed:
                raise self._comma_missing(at, "}")
            else:
                return data, at

    def _items(self, at: int, path: KeyPath) -> tuple[list[Any], int]:
        data: list[Any] = []
        if self.text[at : at + 1] == "]":
            return data, at + 1
        while True:
            item, at = self.value(at, (*path, len(data)), None)
            data.append(item)
            at = self.skip(at)
            char = self.text[at] if at < self.end else ""
            if char == "]":
                return data, at + 1
            if char != ",":
                raise self._comma_missing(at, "]")
            at = self.skip(at + 1)
            if self.text[at : at + 1] == "]":
                raise self._comma_too_many(at)

    def _comma_too_many(self, at: int) -> Bad:
        comma = max(self.text.rfind(",", self.start, at), self.start)
        message = "a comma too many: nothing follows it"
        return Bad(message, comma, mend=(Edit(Span(comma, comma + 1), ""),))

    def _comma_missing(self, at: int, closer: str) -> Bad:
        """Told on the line that wants it: where the value before ends."""
        before = len(self.text[self.start : at].rstrip()) + self.start
        char = self.text[at : at + 1] if at < self.end else ""
        is_pair_in_list = closer == "]" and _KEY.match(self.text, at, self.end) is not None
        is_item = char != "" and char in '"[{-0123456789tfn' and not is_pair_in_list
        mend = (Edit.at(before, ","),) if is_item else ()
        message = f'a "," or the closing "{closer}" is missing after this'
        line = (
            max(self.text.rfind("\n", self.start, before), self.text.rfind("\r", self.start, before), self.start - 1)
            + 1
        )
        start = before - len(self.text[line:before].lstrip())
        return Bad(message, at, span=Span(start, max(before, start + 1)), mend=mend)

    def _string(self, at: int) -> tuple[str, int]:
        try:
            data, after = scanstring(self.text, at + 1, True)
        except JSONDecodeError as error:
            message = error.msg[:1].lower() + error.msg[1:]
            if "Unterminated" in error.msg:
                message = "this text has no closing quote"
            elif error.msg.startswith("Invalid \\escape"):
                message = 'a backslash is written twice in JSON: "\\\\"'
            elif "control character" in error.msg:
                message = "a line break or another control character stands in this text: close its quote, or write it as an escape"
            raise Bad(message, at) from None
        if after > self.end:
            raise Bad("this text has no closing quote", at)
        if not data.isascii() and (half := _HALF.search(data)) is not None:
            message = f"half of a character, \\u{ord(half[0]):04x}, stands in this text: write the whole one, or none"
            self.parsed.problems.append(slip(Span(at, after), message))
        return data, after

    def _plain(self, at: int) -> tuple[Any, int]:
        match = _NUMBER.match(self.text, at, self.end)
        if match:
            try:
                return (float(match[0]) if match[1] or match[2] else int(match[0])), match.end()
            except ValueError:
                raise Bad("this number has too many digits: put it in quotes", at, limit=True) from None
        word = _WORD.match(self.text, at, self.end)
        if word:
            if word[0] in _NOT_OF_JSON and len(self.parsed.problems) < _MOST_TOLD:
                message = f"{word[0]} is no value of JSON: few programs read it"
                self.parsed.problems.append(slip(Span(*word.span()), message))
            return _WORDS[word[0]], word.end()
        raise Bad("a value is expected here: text needs double quotes", at)
