"""What a style does besides looks: loading, running. Reads CSS as https://www.w3.org/TR/css-syntax-3/ has it, and as
old browsers did, for which a comment inside a word was nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.address import host_of, is_remote
from contentlint.lazy import known_if_short
from contentlint.patterns import pattern
from contentlint.rules.security.urls import what_runs
from contentlint.text import Span, trimmed
from contentlint.wording import cut

_ESCAPE = r"\\(?:[0-9a-fA-F]{1,6}+(?:\r\n|[ \t\n\r\f])?+|[^\n\r\f0-9a-fA-F])"
_COMMENT = r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)"
_LETTER = rf"(?:[-\w]|[^\x00-\x7f]|{_ESCAPE})"
_WORD = rf"{_LETTER}(?:{_LETTER}|{_COMMENT})*+"
_TOKEN = pattern(
    rf"(?P<comment>{_COMMENT})"
    r"|(?P<string>\"(?:[^\"\\\n\r\f]|\\[\s\S])*+\"?+|'(?:[^'\\\n\r\f]|\\[\s\S])*+'?+)"
    rf"|(?P<at>@)?(?P<word>{_WORD})(?P<call>\s*+\()?"
    r"|(?P<mark>[;{}().#:])"
)
_RAW_URL = pattern(r"\s*+(?![\s\"'])((?:[^)\\]|\\[\s\S])*+)")
_COLON = pattern(rf"(?:\s|{_COMMENT})*+:")
_ESCAPED = pattern(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\n\r\f])?|(\r\n|[\s\S]))")
_ANY_COMMENT = pattern(_COMMENT)
_MARKS, _NAMES = ("\\", "(", "/*", "@"), ("behavior", "-moz-binding")
_SUSPECT = pattern(r"(?i)\\|/\*|@import|url\(|image|src\(|expression|behavior|-moz-binding")
_LOADING = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})
_RUNNING = frozenset({"behavior", "-ms-behavior", "-moz-binding"})


class Deed(NamedTuple):
    """A declaration or rule that does more than looks; `what` tells an editor."""

    span: Span
    what: str


def deeds(css: str) -> Iterator[Deed]:
    """Everything in a style sheet or a style attribute that loads from elsewhere or runs."""
    if not _is_suspect(css):
        return
    reader = _Reader(css)
    yield from reader.read()


@known_if_short
def _is_suspect(css: str) -> bool:
    """Whether it may do more than look."""
    if not any(mark in css for mark in _MARKS) and not any(name in css.lower() for name in _NAMES):
        return False
    return _SUSPECT.search(css) is not None


class _Reader:
    def __init__(self, css: str) -> None:
        self.css = css
        self.start = 0  # of the declaration or rule
        self.is_first = True  # nothing of it was read yet
        self.what = ""
        self.calls: list[str] = []  # the functions now open
        self.only_names = False  # @namespace names addresses, it loads none
        self.has_sets = "image-set(" in _lower(css)
        self.is_for_set = False  # what is said here may stand in an image-set()

    def read(self) -> Iterator[Deed]:
        pos = 0
        while (match := _TOKEN.search(self.css, pos)) is not None:
            pos = match.end()
            kind = match.lastgroup
            if kind == "comment" and not self.css[self.start : match.start()].strip():
                self.start = pos  # it stands before the declaration, not in it
            elif kind == "string":
                if self.calls[-1] in _LOADING if self.calls else self.is_for_set:
                    self._load(match[0][1:].rstrip("\"'"))
            elif match["word"] is not None:
                pos = self._word(match)
            elif kind == "mark" and match[0] == ")":
                del self.calls[-1:]
            elif kind == "mark" and match[0] == "(":
                self.calls.append("")
            elif kind == "mark" and match[0] in ".#:":
                self.is_first = False
            elif kind == "mark":
                yield from self._end(match)
        yield from self._end(None)

    def _word(self, match: re.Match[str]) -> int:
        first, last, joined = _names(match["word"])
        is_first, self.is_first = self.is_first, False
        if match["at"]:
            if "import" in (first, joined):
                self.what = "loads another style sheet with @import"
            self.only_names = first == "namespace"
        elif is_first and joined.startswith("--"):
            self.is_for_set = self.has_sets
        elif is_first and joined.lstrip("_") in _RUNNING and _COLON.match(self.css, match.end()):
            self.what = f'may run a script with "{joined}"'
        if match["call"] is None:
            return match.end()
        if "expression" in (last, joined):
            self.what = "runs a script with expression()"
        name = joined if joined in _LOADING else last
        self.calls.append(name if match["call"] == "(" else "")
        raw = _RAW_URL.match(self.css, match.end()) if self.calls[-1] == "url" else None
        if raw is None:
            return match.end()
        self._load(raw[1])
        return raw.end()

    def _load(self, written: str) -> None:
        url = _unescaped(written)
        if self.only_names or self.what:
            return
        if is_remote(url):
            self.what = f"loads a file from {cut(host_of(url)) or 'elsewhere'}"
        elif (runs := what_runs(url, is_picture=True)) and not runs.startswith("data:"):
            self.what = f'runs a script with "{runs}"'

    def _end(self, mark: re.Match[str] | None) -> Iterator[Deed]:
        end = len(self.css) if mark is None else mark.end() if mark[0] == ";" else mark.start()
        if self.what:
            yield Deed(trimmed(self.css, Span(self.start, end)), self.what)
        self.start = end if mark is None else mark.end()
        self.is_first, self.what, self.only_names, self.is_for_set = True, "", False, False
        self.calls.clear()


def _names(word: str) -> tuple[str, str, str]:
    """The word up to its first comment, after its last one, and without comments; in lower case."""
    if "/*" not in word:
        name = _lower(_unescaped(word))
        return name, name, name
    parts = [_lower(_unescaped(part)) for part in _ANY_COMMENT.split(word)]
    return parts[0], parts[-1], "".join(parts)


def _lower(name: str) -> str:
    return name.lower() if name.isascii() else name


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    if match[1] is None:
        return "" if match[2] in ("\n", "\r", "\f", "\r\n") else match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
