"""Colour for the formats people read, put on by the known shapes of their lines, with links to the rules' pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from contentlint.patterns import pattern
from contentlint.rule import page_of

_RED, _YELLOW, _BLUE, _CYAN, _GREEN, _BOLD, _DIM = "31", "33", "34", "36", "32", "1", "2"
_SEVERITIES = {"error": f"{_BOLD};{_RED}", "warning": f"{_BOLD};{_YELLOW}", "info": f"{_BOLD};{_BLUE}"}
_SEVERITY = "(?P<severity>error|warning|info)"
_RULE = r"(?P<rule>[\w-]+)"

_FULL_HEAD = pattern(rf"{_SEVERITY}\[{_RULE}\]: (?P<message>.*)")
_FULL_PLACE = pattern(r"( *--> )(.*)")
_FULL_SOURCE = pattern(r"( *(\d*) \|)( *)(.*)")
_FULL_FIX = pattern(r"( *= )(fix: )(.*)")
_CONCISE = pattern(rf"(?P<path>.*?)(?P<place>:\d+:\d+:) {_SEVERITY} {_RULE}(?P<fix> \[\*\])? (?P<message>.*)")
_GROUPED = pattern(rf"(?P<place> +\d+:\d+)  {_SEVERITY}(?P<a> +){_RULE}(?P<b> +)(?P<message>.*?)(?P<fix> \[\*\])?")


def coloured(text: str, format_name: str) -> str:
    """A report of a format that people read, with ANSI colours."""
    lines = text.removesuffix("\n").split("\n") if text else ()
    return "".join(f"{line}\n" for line in _PAINTERS[format_name](lines))


def _full(lines: Iterable[str]) -> Iterator[str]:
    mark = _SEVERITIES["error"]
    for line in lines:
        if head := _FULL_HEAD.fullmatch(line):
            mark = _SEVERITIES[head["severity"]]
            yield f"{_painted(head['severity'], mark)}[{_rule(head['rule'])}]: {_painted(head['message'], _BOLD)}"
        elif place := _FULL_PLACE.fullmatch(line):
            yield _painted(place[1], _CYAN) + place[2]
        elif fix := _FULL_FIX.fullmatch(line):
            yield _painted(fix[1], _CYAN) + _painted(fix[2], _GREEN) + fix[3]
        elif source := _FULL_SOURCE.fullmatch(line):
            yield _painted(source[1], _CYAN) + source[3] + (source[4] if source[2] else _painted(source[4], mark))
        else:
            yield line


def _concise(line: str) -> str:
    match = _CONCISE.fullmatch(line)
    if match is None:
        return line
    severity = _painted(match["severity"], _SEVERITIES[match["severity"]])
    fix = _painted(match["fix"] or "", _GREEN)
    place = _painted(match["place"], _DIM)
    return f"{_painted(match['path'], _BOLD)}{place} {severity} {_rule(match['rule'])}{fix} {match['message']}"


def _grouped(line: str) -> str:
    match = _GROUPED.fullmatch(line)
    if match is None:
        return _painted(line, f"{_BOLD};4")
    severity = _painted(match["severity"], _SEVERITIES[match["severity"]])
    fix = _painted(match["fix"] or "", _GREEN)
    return f"{_painted(match['place'], _DIM)}  {severity}{match['a']}{_rule(match['rule'])}{match['b']}{match['message']}{fix}"


_PAINTERS: Mapping[str, Callable[[Iterable[str]], Iterable[str]]] = {
    "full": _full,
    "concise": partial(map, _concise),
    "grouped": partial(map, _grouped),
}


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if text else ""


def _rule(name: str) -> str:
    """The rule's name, in a terminal that can follow links one to its page: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda"""
    from contentlint.rules import all_rules

    if name not in all_rules():  # a rule of the project's own has no page
        return _painted(name, _CYAN)
    return f"\x1b]8;;{page_of(name)}\x1b\\{_painted(name, _CYAN)}\x1b]8;;\x1b\\"
