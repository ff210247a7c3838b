"""ECMAScript's regular expressions as the compiled validator takes them, which reads most of them itself.

Follows https://262.ecma-international.org/#sec-patterns with the flag u, and what Annex B allows without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from contentlint.patterns import pattern
from contentlint.schema.parts import BY_KEY, NO_SCHEMAS, patterns

_SURROGATES = pattern(r"\\u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})")
_ESCAPE = r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[upP]\{[^}]*+\}|k<[^>]*+>|c[A-Za-z]|0\d*+|[1-9]\d*+|.)"
_CLASS = rf"\[(?:{_ESCAPE}|[^\]\\])*+(?:\]|\\?+\Z)"
_NAME = r"\?<(?!\d)[\w$]++>"
_TOKEN = pattern(
    rf"(?P<escape>{_ESCAPE})|\[(?P<not>\^?+)(?P<class>(?:{_ESCAPE}|[^\]\\])*+)(?:\]|(?P<open>\\?+\Z))"
    r"|\(\?<(?P<name>(?!\d)[\w$]++)>|(?P<python>\(\?P)|(?P<group>\((?!\?))|(?P<times>\{\d++(?:,\d*+)?+\})|(?P<brace>\{)|.",
    re.DOTALL,
)
_REFERS = pattern(r"\\(?:k<|[1-9])")
_MAY_BE_MISSING = pattern(
    rf"{_ESCAPE}|{_CLASS}|\((?P<name>(?:{_NAME})?+)(?!\?)(?P<inside>(?:{_ESCAPE}|{_CLASS}|[^()\[\\])*+)\)(?P<times>\?\??+)",
    re.DOTALL,
)
_ATOM = pattern(rf"{_ESCAPE}|.", re.DOTALL)
_NUMBER = pattern(r"\\[1-9]\d{0,3}")
_SET = pattern(r"\\[dDsSwWpP]")
_HALF = pattern(r"\\u[Dd][89A-Fa-f][0-9A-Fa-f]{2}")
_MEANINGLESS = pattern(r"\\(?:(?![bBcdDfnpPrsStuvwWx])[A-Za-z]|0\d+)")
_COUNTED = ("name", "group")
_SYNTAX = "^$\\.*+?()[]{}|/-&~#"
_WORD = "[0-9A-Za-z_]"  # all that the edge of a word knows
_EDGE = f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))"
_NO_EDGE = f"(?:(?<={_WORD})(?={_WORD})|(?<!{_WORD})(?!{_WORD}))"


class Unusable(ValueError):
    """A regular expression that cannot be used; the message says why."""


def with_patterns(raw: Any) -> Any:
    """A schema with its patterns as the compiled validator takes them.

    Raises:
        Unusable: one cannot be used.
    """
    return raw if all(translated(written) == written for _, written in patterns(raw)) else _with_patterns(raw)


def _with_patterns(raw: Any, *, is_by_key: bool = False) -> Any:
    """`is_by_key`: `raw` has the names of properties for its keys."""
    if isinstance(raw, list):
        return [_with_patterns(part) for part in raw]
    if not isinstance(raw, dict):
        return raw
    if is_by_key:
        return {key: _with_patterns(value) for key, value in raw.items()}
    changed = {
        key: value if key in NO_SCHEMAS else _with_patterns(value, is_by_key=key in BY_KEY)
        for key, value in raw.items()
    }
    if isinstance(raw.get("pattern"), str):
        changed["pattern"] = translated(raw["pattern"])
    if isinstance(raw.get("patternProperties"), dict):
        by_pattern = changed["patternProperties"].items()
        changed["patternProperties"] = {translated(written): part for written, part in by_pattern}
    return changed


@cache
def translated(written: str) -> str:
    """A pattern as the compiled validator takes it; what is no regular expression may come out as another that is none.

    Raises:
        Unusable: something in it means nothing in ECMAScript.
    """
    written = _SURROGATES.sub(_whole, written)
    if _REFERS.search(written):
        written = _MAY_BE_MISSING.sub(_there, written)
    names = [token["name"] or "" for token in _TOKEN.finditer(written) if token.lastgroup in _COUNTED]
    return "".join(_tokens(written, names))


def _there(group: re.Match[str]) -> str:
    """A group that may be missing as one that may be empty: only so the compiled validator takes a reference to it."""
    if not group["inside"] or group["times"] is None:
        return group[0]
    return f"({group['name']}(?:{group['inside']}){group['times']})"


def _whole(pair: re.Match[str]) -> str:
    """The character of two surrogates."""
    units = bytes.fromhex(pair[1] + pair[2])
    return f"\\u{{{ord(units.decode('utf-16-be')):x}}}"


def _tokens(written: str, names: list[str]) -> Iterator[str]:
    """`names`: that of each group that is counted, "" for none."""
    begun = 0
    for token in _TOKEN.finditer(written):
        begun += token.lastgroup in _COUNTED
        yield _token(token, names, begun)


def _token(token: re.Match[str], names: list[str], begun: int) -> str:
    kind, whole = token.lastgroup, token[0]
    if kind == "escape":
        return _escape(whole, names, begun)
    if kind == "class":
        return _class(token["not"], token["class"])
    if kind == "python":
        raise Unusable("(?P is Python's, ECMAScript has (?<name>…)")
    if kind == "name":
        return "("  # it is referred to by its number
    return r"\{" if kind == "brace" else whole


def _escape(whole: str, names: list[str], begun: int) -> str:
    """`begun`: how many groups begin before."""
    if whole in (r"\b", r"\B"):
        return _EDGE if whole == r"\b" else _NO_EDGE
    is_named = whole.startswith(r"\k<")
    if is_named and whole[3:-1] not in names:
        raise Unusable(f"there is no group {whole[3:-1]}")
    number = names.index(whole[3:-1]) + 1 if is_named else int(whole[1:]) if _NUMBER.fullmatch(whole) else 0
    if not 0 < number <= len(names):
        return _character(whole)
    return rf"(?:\{number})" if number <= begun else "(?:|)"  # which a group that is yet to come always is


def _class(negation: str, inside: str) -> str:
    if not inside:
        return r"[\s\S]" if negation else r"[^\s\S]"
    return f"[{negation}{''.join(_members(_ATOM.findall(inside)))}]"


def _members(atoms: list[str]) -> Iterator[str]:
    """What stands in a class, with each "-" that makes no range, since it stands beside a set, as itself."""
    at = 0
    while at < len(atoms):
        if atoms[at + 1 : at + 2] == ["-"] and at + 2 < len(atoms):
            first, last = atoms[at], atoms[at + 2]
            dash = r"\-" if _SET.match(first) or _SET.match(last) else "-"
            yield f"{_member(first)}{dash}{_member(last)}"
            at += 3
        else:
            yield _member(atoms[at])
            at += 1


def _member(atom: str) -> str:
    if atom == r"\b":
        return r"\x08"
    return f"\\{atom}" if atom in "-&~[^" else _character(atom)


def _character(whole: str) -> str:
    """A character, or an escape that means the same in a class and outside."""
    if len(whole) == 1:
        return whole
    if _HALF.fullmatch(whole):
        raise Unusable(f"{whole} is half a character: write all of it")
    if _MEANINGLESS.fullmatch(whole):
        raise Unusable(f"{whole} means nothing in ECMAScript")
    if whole == r"\0":
        return r"\x00"
    is_itself = len(whole) == 2 and whole[1] not in _SYNTAX and not whole[1].isalnum()
    return whole[1] if is_itself or not whole[1].isascii() else whole
