"""Broken YAML in a writer's words: the line a person mends, the cause, and what they would do.

A YAML parser stops where it can go on no more, often lines below the mistake. The known mistakes are looked for
from the mark of the context (where the broken thing begins) to the mark of the problem (where the parser stopped).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from contentlint.document import Problem
from contentlint.text import Edit, Span

_ENTRY = re.compile(
    r"([ \t]*+(?:- ++)*+)((?:[^\s:#\"'{\[,&*!|>%@`-]|-(?=\S))[^:#\n]*?|\"[^\"]*\"|'[^']*')[ \t]*:[ \t]+(?=\S)"
)
_ITEM = re.compile(r"([ \t]*+(?:- ++)+)(?=\S)")
_KEY_ONLY = re.compile(r"[ \t]*+(?:- ++)*+[\w\"'-][^:]*+:[ \t]*+\Z")
_NO_BLANK_AFTER_COLON = re.compile(r"[ \t]*+(?:- ++)*+([A-Za-z_][\w-]*+):(?=[^\s:/])")
_NO_BLANK_AFTER_URL_COLON = re.compile(r"[ \t]*+(?:- ++)*+([A-Za-z_][\w-]*+):(?=/)")
_NO_BLANK_AFTER_DASH = re.compile(r"[ \t]*+-(?=[^\s-])")
_BARE_WORD = re.compile(r"[ \t]*+([A-Za-z_][\w-]*+)[ \t]*+\Z")
_CONFLICT = re.compile(r"(?:<{7}|>{7})(?= |\Z)|={7}\Z")
_SPECIAL_START = re.compile(r"[@`%*&!|>{\[\]},#]")
_MEND = "front-matter-unreadable"


class _Line(NamedTuple):
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class _Value(NamedTuple):
    """A plain or quoted value on one line: where it begins and what it says, without trailing blanks."""

    start: int
    text: str


def diagnose(content: str, offset: int, error: yaml.MarkedYAMLError) -> Problem:
    """The problem that explains a PyYAML error in `content`, which begins at `offset` of the file."""
    lines = [_Line(match.start(), match[0]) for match in re.finditer(r"[^\r\n]*+(?:(?=\r?\n)|(?=\r)|\Z)", content)]
    lines = [line for index, line in enumerate(lines) if not index or line.start > lines[index - 1].start]
    stopped = _row(lines, error.problem_mark.index if error.problem_mark else 0)
    context = _row(lines, error.context_mark.index) if error.context_mark else stopped
    for look in (
        _conflict,
        _tab,
        _unclosed_quote,
        _quotes,
        _missing_blank,
        _special_start,
        _colon_in_value,
        _lost_line,
    ):
        problem = look(lines, min(context, stopped), stopped, error)
        if problem is not None:
            return _moved(problem, offset)
    line = _last_written(lines, stopped)
    return _moved(Problem(_MEND, _written(line), _words(error)), offset)


def _conflict(lines: list[_Line], first: int, last: int, error: yaml.MarkedYAMLError) -> Problem | None:
    for line in lines:
        if _CONFLICT.match(line.text):
            return Problem(_MEND, _written(line), "a merge conflict was never resolved here")
    return None


def _tab(lines: list[_Line], first: int, last: int, error: yaml.MarkedYAMLError) -> Problem | None:
    if "\\t" not in str(error.problem) and "tab" not in str(error.problem):
        return None
    for line in lines[first : last + 1]:
        blanks = len(line.text) - len(line.text.lstrip(" \t"))
        if "\t" in line.text[:blanks]:
            indents = [
                Edit(Span(each.start, each.start + width), each.text[:width].replace("\t", "  "))
                for each in lines
                if "\t" in each.text[: (width := len(each.text) - len(each.text.lstrip(" \t")))]
            ]
            message = "YAML is indented with blanks, never with a tab"
            return Problem(_MEND, Span(line.start, line.start + blanks), message, tuple(indents), "Indent with blanks")
    return None


def _unclosed_quote(lines: list[_Line], first: int, last: int, error: yaml.MarkedYAMLError) -> Problem | None:
    """A quoted value that runs into the key below, as only a forgotten quote makes it."""
    for index in range(last + 1):
        line = lines[index]
        value = _value(line)
        if value is None or value.text[0] not in "\"'" or _closing_quote(value.text) > 0:
            continue
        below = next((each for each in lines[index + 1 :] if each.text.strip()), None)
        at_end = "end of stream" in str(error.problem) or "document separator" in str(error.problem)
        if below is None or at_end or (_looks_like_entry(below.text) and not _quote_closes_below(lines, index)):
            mend = (Edit(Span(value.start + len(value.text), value.start + len(value.text)), value.text[0]),)
            return Problem(_MEND, _span(value), "this value has no closing quote", mend, "Close the quote")
    return None


def _quote_closes_below(lines: list[_Line], index: int) -> bool:
    value = _value(lines[index])
    quote = value.text[0] if value else '"'
    for line in lines[index + 1 :]:
        if _looks_like_entry(line.text):
            return False
        if line.text.rstrip().endswith(quote):
            return True
    return False


def _quotes(lines: list[_Line], first: int, last: int, error: yaml.MarkedYAMLError) -> Problem | None:
    line = lines[last]
    if "unknown escape" in str(error.problem):
        at = error.problem_mark.index if error.problem_mark else line.start
        at = max(line.text.rfind("\\", 0, at - line.start + 1), 0) + line.start
        message = (
            f'"{line.text[at - line.start :][:2]}" is no escape in double quotes: write the character alone, or "\\\\"'
        )
        return Problem(_MEND, Span(at, at + 2), message)
    for index in range(last, max(last - 12, -1), -1):
        value = _value(lines[index])
        if value is None or value.text[0] not in "\"'":
            if index != last and _looks_like_entry(lines[index].text):
                break
            continue
        close = _closing_quote(value.text)
        rest = value.text[close + 1 :].strip() if close > 0 else ""
        if rest and not rest.startswith("#"):
            what = f"the quotes end before {_quoted(rest)}"
            return Problem(_MEND, _span(value), what + ": quote the whole value in the other quotes", *_requote(value))
        if close < 0 and index != last:
            what = 'a quote inside the quotes ends the value too early: write \\" or use the other quotes'
            return Problem(_MEND, _span(value), what)
    return None


def _missing_blank(lines: list[_Line], first: int, last: int, error: yaml.MarkedYAMLError) -> Problem | None:
    for line in _candidates(lines, first, last):
        dash = _NO_BLANK_AFTER_DASH.match(line.text)
        if dash:
            at = line.start + dash.end()
            return Problem(
                _MEND, _written(line), 'a blank is missing after the "-"', (Edit(Span(at, at), " "),), "Add the blank"
            )
        colon = _NO_BLANK_AFTER_COLON.match(line.text) or _NO_BLANK_AFTER_URL_COLON.match(line.text)
        if colon and colon[1].lower() not in ("http", "https", "mailto", "ftp"):
            at = line.start + colon.end()
            message = f'a blank is missing after "{colon[1]}:"'
            return Problem(_MEND, _written(line), message, (Edit(Span(at, at), " "),), "Add the blank")
    return None


def _special_start(lines: list[_Line], first: int, last: int, error: yaml.MarkedYAMLError) -> Problem | None:
    for line in _candidates(lines, first, last):
        value = _value(line)
        if value is None or not _SPECIAL_START.match(value.text):
            continue
        char = value.text[0]
        if char == "[" and "," not in value.text and value.text.endswith("]"):
            continue
        if char in "|>" and re.fullmatch(r"[|>][-+0-9]*(?:\s+#.*)?", value.text):
            continue
        shown = "{{" if value.text.startswith("{{") else char
        return Problem(_MEND, _span(value), f'a value that begins with "{shown}" needs quotes', *_quote(value))
    return None


def _colon_in_value(lines: list[_Line], first: int, last: int, error: yaml.MarkedYAMLError) -> Problem | None:
    if "mapping values are not allowed" not in str(error.problem):
        return None
    line = lines[last]
    value = _value(line)
    if value is not None and value.text[0] not in "\"'" and re.search(r":(?:\s|\Z)", value.text):
        return Problem(_MEND, _span(value), 'a value with ": " in it needs quotes', *_quote(value))
    for index in range(last - 1, -1, -1):
        above = _value(lines[index])
        if above is not None and not _looks_like_entry(line.text):
            break
        if _indent(lines[index].text) < _indent(line.text) and above is not None:
            if _looks_like_entry(line.text):
                message = "this key is indented deeper than the key above it, which has a value already"
                return Problem(_MEND, _written(line), message)
            break
    if re.search(r":(?:\s|\Z)", line.text):
        return Problem(_MEND, _written(line), 'the value that goes on here has ": " in it: it needs quotes')
    return None


def _lost_line(lines: list[_Line], first: int, last: int, error: yaml.MarkedYAMLError) -> Problem | None:
    if "could not find expected ':'" in str(error.problem):
        line = lines[first]
        word = _BARE_WORD.match(line.text)
        below = lines[first + 1].text.lstrip() if first + 1 < len(lines) else ""
        if word and below.startswith("- "):
            at = line.start + word.end(1)
            return Problem(
                _MEND,
                _written(line),
                f'the ":" after "{word[1]}" is missing',
                (Edit(Span(at, at), ":"),),
                'Add the ":"',
            )
        key = _folded_key(lines, first)
        if key:
            message = f'this line belongs to "{key}" and must be indented'
        else:
            message = 'this line is neither "key: value" nor part of the value above, which would be indented'
        return Problem(_MEND, _written(line), message)
    if "block sequence entries are not allowed" in str(error.problem):
        return Problem(
            _MEND, _written(lines[last]), 'a list begins on its own line, below its key: "- " is not allowed here'
        )
    if "expected '-' indicator" in str(error.problem) or "expected key" in str(error.problem):
        line = _last_written(lines, last)
        for index in range(last, -1, -1):
            if _looks_like_entry(lines[index].text) or lines[index].text.lstrip().startswith("- "):
                line = lines[index]
                break
        return Problem(_MEND, _written(line), "the indentation of this line fits no line above it")
    return None


def _folded_key(lines: list[_Line], index: int) -> str:
    for line in reversed(lines[:index]):
        if line.text.strip():
            match = re.match(r"([\w-]+):", line.text)
            return match[1] if match else ""
    return ""


def _words(error: yaml.MarkedYAMLError) -> str:
    if "document start" in str(error.problem):
        return "this ends the YAML too early: one document is allowed"
    told = " ".join(str(part) for part in (error.context, error.problem) if part)
    return f"this is no valid YAML ({told})"


# -- lines and values -----------------------------------------------------------------------------------------------


def _row(lines: list[_Line], index: int) -> int:
    row = 0
    for number, line in enumerate(lines):
        if line.start <= index:
            row = number
    return row


def _candidates(lines: list[_Line], first: int, last: int) -> Iterator[_Line]:
    """The line where the broken thing begins, the one where the parser stopped, the ones between, the one before."""
    order = [first, last, *range(first + 1, last), max(first - 1, 0)]
    for index in dict.fromkeys(order if last - first < 40 else [last, first]):
        yield lines[index]


def _value(line: _Line) -> _Value | None:
    match = _ENTRY.match(line.text) or _ITEM.match(line.text)
    if match is None:
        return None
    return _Value(line.start + match.end(), line.text[match.end() :].rstrip())


def _looks_like_entry(text: str) -> bool:
    return bool(_ENTRY.match(text) or _KEY_ONLY.match(text))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _closing_quote(text: str) -> int:
    """The index of the quote that ends the value that begins `text`, -1 where none does."""
    pattern = r'"(?:[^"\\]|\\.)*+"' if text[0] == '"' else r"'(?:[^']|'')*+'"
    match = re.match(pattern, text)
    return match.end() - 1 if match else -1


def _last_written(lines: list[_Line], index: int) -> _Line:
    while index and not lines[index].text.strip():
        index -= 1
    return lines[index]


def _written(line: _Line) -> Span:
    stripped = line.text.strip()
    start = line.start + len(line.text) - len(line.text.lstrip())
    return Span(start, start + max(len(stripped), 1))


def _span(value: _Value) -> Span:
    return Span(value.start, value.start + len(value.text))


def _quote(value: _Value) -> tuple[tuple[Edit, ...], str]:
    text = value.text
    if " #" in text:
        return (), ""
    if '"' not in text and "\\" not in text:
        return (Edit(_span(value), f'"{text}"'),), "Quote the value"
    return (Edit(_span(value), "'" + text.replace("'", "''") + "'"),), "Quote the value"


def _requote(value: _Value) -> tuple[tuple[Edit, ...], str]:
    """The same characters in quotes of the other kind, where the value was quoted to its end and just one kind is in it."""
    text = value.text
    quote = text[0]
    if len(text) < 2 or text[-1] != quote or "\\" in text or " #" in text:
        return (), ""
    inner = text[1:-1]
    if quote == '"':
        return (Edit(_span(value), "'" + inner.replace("'", "''") + "'"),), "Use the other quotes"
    return ((Edit(_span(value), f'"{inner}"'),), "Use the other quotes") if '"' not in inner else ((), "")


def _quoted(text: str) -> str:
    return f"“{text[:30]}…”" if len(text) > 30 else f"“{text}”"


def _moved(problem: Problem, offset: int) -> Problem:
    def move(span: Span) -> Span:
        return Span(span.start + offset, span.end + offset)

    mend = tuple(Edit(move(edit.span), edit.text) for edit in problem.mend)
    return problem._replace(span=move(problem.span), mend=mend)
