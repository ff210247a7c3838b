"""TOML front matter: values by tomllib, the place of each by a scan of text that tomllib has found sound."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from contentlint.document import Field, Path, Problem, Style
from contentlint.parsing.front_matter.parsed import MAX_DEPTH, Parsed
from contentlint.text import Span

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*+)*+")
_BLANKS = re.compile(r"[ \t]*+")
_KEY = re.compile(r"[A-Za-z0-9_-]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'")
_STRING = re.compile(
    r"\"\"\"(?:[^\"\\]|\\[\s\S]|\"(?!\"\"))*+\"{3,5}|'''(?:[^']|'(?!''))*+'{3,5}|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'"
)
_BARE = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]++|[^\s,\]}#]++")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_TWICE = re.compile(r"Cannot overwrite a value|Cannot declare .* twice|Cannot mutate immutable")


def read(text: str, start: int, end: int) -> Parsed:
    """Read the TOML between two offsets; spans are places in `text`."""
    content = text[start:end]
    parsed = Parsed()
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        return parsed.fail(_problem(str(error), content, start))
    except (RecursionError, ValueError) as error:
        reason = "values nested too deep" if isinstance(error, RecursionError) else f"a value cannot be read: {error}"
        return parsed.fail(Problem("limit-exceeded", Span(start, start + 1), reason))
    scanner = _Scanner(content, start, data)
    scanner.scan()
    parsed.data, parsed.fields = data, scanner.fields
    if scanner.too_deep:
        return parsed.fail(
            Problem("limit-exceeded", Span(start, start + 1), f"values nested more than {MAX_DEPTH} deep")
        )
    return parsed


class _Scanner:
    def __init__(self, text: str, offset: int, data: dict[str, Any]) -> None:
        self.text, self.offset, self.data = text, offset, data
        self.fields: dict[Path, Field] = {}
        self.too_deep = False

    def scan(self) -> None:
        table: Path = ()
        counts: dict[Path, int] = {}
        at = self._skip(0)
        while at < len(self.text):
            if self.text[at] == "[":
                is_array = self.text.startswith("[[", at)
                start = at
                keys, at = self._keys(at + 1 + is_array)
                at = self.text.index("]", at) + 1 + is_array
                table = self._resolve(tuple(name for name, _ in keys), counts)
                span = Span(start + self.offset, at + self.offset)
                if is_array:
                    index = counts[table] = counts.get(table, -1) + 1
                    self._note(table, keys[-1][1], span, "sequence")
                    table = (*table, index)
                self._note(table, None if is_array else keys[-1][1], span, "mapping")
            else:
                at = self._pair(at, table)
            at = self._skip(at)

    def _resolve(self, names: tuple[str, ...], counts: dict[Path, int]) -> Path:
        """The path a table's name means: it goes on in the newest item of each array of tables on its way."""
        path: Path = ()
        for position, name in enumerate(names):
            path = (*path, name)
            if position < len(names) - 1 and path in counts:
                path = (*path, counts[path])
        return path

    def _pair(self, at: int, table: Path) -> int:
        keys, at = self._keys(at)
        path = table
        for name, span in keys[:-1]:
            path = (*path, name)
            self.fields.setdefault(path, Field(path, span, span, self._at(path), "mapping"))
        name, key = keys[-1]
        return self._value(self._skip(at + 1), (*path, name), key)

    def _keys(self, at: int) -> tuple[list[tuple[str, Span]], int]:
        keys: list[tuple[str, Span]] = []
        while True:
            at = self._blanks(at)
            match = _KEY.match(self.text, at)
            assert match is not None, "tomllib found this text sound"
            written = match[0]
            name = written
            if written[0] in "\"'":
                name = tomllib.loads(f"x = {written}")["x"]
            keys.append((name, Span(at + self.offset, match.end() + self.offset)))
            at = self._blanks(match.end())
            if self.text[at : at + 1] != ".":
                return keys, at
            at += 1

    def _value(self, at: int, path: Path, key: Span | None) -> int:
        if len(path) > MAX_DEPTH:
            self.too_deep = True
        style: Style = "plain"
        start = at
        self._note(path, key, Span(start, start), style)
        if string := _STRING.match(self.text, at):
            style = "double" if string[0][0] == '"' else "single"
            if string[0][:3] in ('"""', "'''"):
                style = "literal"
            at = string.end()
        elif self.text[at] == "[":
            style = "sequence"
            at = self._array(at, path)
        elif self.text[at] == "{":
            style = "mapping"
            at = self._skip(at + 1)
            while self.text[at] != "}":
                at = self._skip(self._pair(at, path))
                if self.text[at] == ",":
                    at = self._skip(at + 1)
            at += 1
        else:
            bare = _BARE.match(self.text, at)
            assert bare is not None, "tomllib found this text sound"
            at = bare.end()
            self._keep_as_written(path, bare[0])
        self._note(path, key, Span(start + self.offset, at + self.offset), style)
        return at

    def _array(self, at: int, path: Path) -> int:
        at, index = self._skip(at + 1), 0
        while self.text[at] != "]":
            at = self._skip(self._value(at, (*path, index), None))
            index += 1
            if self.text[at] == ",":
                at = self._skip(at + 1)
        return at + 1

    def _keep_as_written(self, path: Path, written: str) -> None:
        if isinstance(self._at(path), (datetime, date, time)):
            container = self._at(path[:-1])
            container[path[-1]] = written

    def _note(self, path: Path, key: Span | None, span: Span, style: Style) -> None:
        known = self.fields.get(path)
        if known is not None and key is None:
            key = known.key
        self.fields[path] = Field(path, key, span, self._at(path), style)

    def _at(self, path: Path) -> Any:
        value: Any = self.data
        for part in path:
            value = value[part]
        return value

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def _blanks(self, at: int) -> int:
        match = _BLANKS.match(self.text, at)
        return match.end() if match else at


def _problem(message: str, content: str, offset: int) -> Problem:
    place = _PLACE.search(message)
    lines = content.splitlines(keepends=True)
    row = int(place[1]) if place and place[1] else len(lines)
    at = sum(map(len, lines[: row - 1]))
    line = lines[row - 1].rstrip("\r\n") if lines else ""
    reason = message[: place.start()] if place else message
    if _TWICE.match(reason):
        key = _KEY.search(line)
        start, end = key.span() if key else (0, len(line))
        told = f'"{line[start:end]}" stands here a second time: TOML allows a key once'
        return Problem("duplicate-key", Span(offset + at + start, offset + at + end), told)
    span = Span(offset + at, offset + at + len(line))
    if "Illegal character '\\n'" in reason:
        quote = next((char for char in line if char in "\"'"), '"')
        mend = (_insert(span.end, quote),) if line.count(quote) % 2 else ()
        return Problem("front-matter-unreadable", span, "this text has no closing quote", mend, "Close the quote")
    if reason.startswith("Expected '=' after a key"):
        return Problem("front-matter-unreadable", span, 'a TOML key is followed by " = " and its value')
    if reason == "Invalid value":
        return Problem("front-matter-unreadable", span, "text needs quotes in TOML")
    return Problem("front-matter-unreadable", span, reason[0].lower() + reason[1:])


def _insert(at: int, text: str):  # type: ignore[no-untyped-def]
    from contentlint.text import Edit

    return Edit(Span(at, at), text)
