"""The place of every key and value in TOML, by a scan of text that tomllib has found sound."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time
from typing import Any

from contentlint.errors import KeyPath
from contentlint.fields import Field, Style
from contentlint.parsing.front_matter.parsed import MAX_DEPTH
from contentlint.patterns import pattern
from contentlint.text import Span

_SPACE = pattern(r"(?:[ \t\r\n]|#[^\n]*+)*+")
_BLANKS = pattern(r"[ \t]*+")
QUOTED = r"\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+'"
_KEY = pattern(rf"[A-Za-z0-9_-]++|{QUOTED}")
STRING = pattern(rf"\"\"\"(?:[^\"\\]|\\[\s\S]|\"(?!\"\"))*+\"{{3,5}}|'''(?:[^']|'(?!''))*+'{{3,5}}|{QUOTED}")
_BARE = pattern(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]++|[^\s,\]}#]++")


class Scanner:
    def __init__(self, text: str, offset: int, data: dict[str, Any]) -> None:
        self.text, self.offset, self.data = text, offset, data
        self.fields: dict[KeyPath, Field] = {}
        self.too_deep = False

    def scan(self) -> None:
        table: KeyPath = ()
        counts: dict[KeyPath, int] = {}
        at = self._skip(0)
        while at < len(self.text):
            if self.text[at] == "[":
                is_array = self.text.startswith("[[", at)
                start = at
                keys, at = self.keys(at + 1 + is_array)
                at = self.text.index("]", at) + 1 + is_array
                table = self._resolve(tuple(name for name, _ in keys), counts)
                span = Span(start + self.offset, at + self.offset)
                for length in range(1, len(keys)):  # tables that only this header brings about
                    above = self._resolve(tuple(name for name, _ in keys[:length]), counts)
                    if above not in self.fields:
                        self._note(above, keys[length - 1][1], span, "mapping")
                if is_array:
                    index = counts[table] = counts.get(table, -1) + 1
                    if not index:
                        self._note(table, keys[-1][1], span, "sequence")
                    table = (*table, index)
                self._note(table, None if is_array else keys[-1][1], span, "mapping")
            else:
                at = self._pair(at, table)
            at = self._skip(at)

    def _resolve(self, names: tuple[str, ...], counts: dict[KeyPath, int]) -> KeyPath:
        """The path a table's name means: it goes on in the newest item of each array of tables on its way."""
        path: KeyPath = ()
        for position, name in enumerate(names):
            path = (*path, name)
            if position < len(names) - 1 and path in counts:
                path = (*path, counts[path])
        return path

    def _pair(self, at: int, table: KeyPath) -> int:
        keys, at = self.keys(at)
        path = table
        for name, span in keys[:-1]:
            path = (*path, name)
            self.fields.setdefault(path, Field(path, span, span, self._at(path), "mapping"))
        name, key = keys[-1]
        return self._value(self._skip(at + 1), (*path, name), key)

    def keys(self, at: int) -> tuple[list[tuple[str, Span]], int]:
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

    def _value(self, at: int, path: KeyPath, key: Span | None) -> int:
        if len(path) > MAX_DEPTH:
            self.too_deep = True
        style: Style = "plain"
        start = at
        self._note(path, key, Span(start, start), style)
        if string := STRING.match(self.text, at):
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

    def _array(self, at: int, path: KeyPath) -> int:
        at, index = self._skip(at + 1), 0
        while self.text[at] != "]":
            at = self._skip(self._value(at, (*path, index), None))
            index += 1
            if self.text[at] == ",":
                at = self._skip(at + 1)
        return at + 1

    def _keep_as_written(self, path: KeyPath, written: str) -> None:
        if isinstance(self._at(path), (datetime, date, time)):
            container = self._at(path[:-1])
            container[path[-1]] = written

    def _note(self, path: KeyPath, key: Span | None, span: Span, style: Style) -> None:
        known = self.fields.get(path)
        if known is not None and key is None:
            key = known.key
        self.fields[path] = Field(path, key, span, self._at(path), style)

    def _at(self, path: KeyPath) -> Any:
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
