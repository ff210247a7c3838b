"""Walking through a schema: its subschemas, references, patterns, and what a pointer or an error's steps lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from math import isfinite
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

_MAX_PARTS = 10_000
BY_KEY = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"})
HOLDING = frozenset(
    "items prefixItems additionalItems contains additionalProperties propertyNames unevaluatedItems unevaluatedProperties "
    "allOf anyOf oneOf not if then else".split()
)

NO_SCHEMAS = frozenset({"enum", "const", "default", "examples"})  # whose values are data

REFERRING = ("$ref", "$dynamicRef", "$recursiveRef")


def holding_at(raw: Any, part: Any, inside: Iterable[str] = ("allOf",)) -> Iterator[Mapping[str, Any]]:
    """A schema and those that hold at the same place, local references in `raw` followed."""
    todo, seen = [part], 0
    while todo and seen < 200:
        current = todo.pop(0)
        seen += 1
        if not isinstance(current, dict):
            continue
        yield current
        ref = current.get("$ref")
        if isinstance(ref, str) and ref.startswith("#"):
            todo.append(pointed(raw, ref))
        for key in inside:
            if isinstance(current.get(key), list):
                todo.extend(current[key])


def walked(raw: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """All that stands in a schema, itself included, with the path it stands at."""
    yield path, raw
    for key, value in raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ():
        yield from walked(value, (*path, key))


def references(raw: Any) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every `$ref`, also one that is dynamic or recursive, with the path it stands at."""
    for path, part in walked(raw):
        if isinstance(part, dict):
            yield from (((*path, key), part[key]) for key in REFERRING if isinstance(part.get(key), str))


def stepped(raw: Any, steps: list[Any]) -> Any:
    """The part of a schema that the steps of an error lead to; they leave out the local references on the way."""
    current = raw
    for step in steps:
        followed = 0
        while (
            isinstance(current, dict)
            and step not in current
            and str(current.get("$ref", "")).startswith("#")
            and followed < 20
        ):
            current, followed = pointed(raw, current["$ref"]), followed + 1
        is_there = (
            step in current
            if isinstance(current, dict)
            else isinstance(current, list) and isinstance(step, int) and step < len(current)
        )
        if not is_there:
            return None
        current = current[step]
    return current


def pointed(raw: Any, ref: str) -> Any:
    """The part of a schema that a local JSON pointer or anchor names, {} where it names none."""
    if ref == "#":
        return raw
    if not ref.startswith("#/"):
        return next(
            (
                part
                for part in subschemas(raw)
                if isinstance(part, dict) and ref[1:] in (part.get("$anchor"), part.get("$dynamicAnchor"))
            ),
            {},
        )
    current = raw
    for step in _steps_of(ref):
        if isinstance(current, dict) and step in current:
            current = current[step]
        elif isinstance(current, list) and step.isdigit() and int(step) < len(current):
            current = current[int(step)]
        else:
            return {}
    return current


def _steps_of(pointer: str) -> list[str]:
    return [step.replace("~1", "/").replace("~0", "~") for step in unquote(pointer[2:]).split("/")]


def path_of(uri: str) -> Path:
    """The file that an address of the scheme "file" names."""
    return Path(unquote(urlsplit(uri).path))


def is_recursive(files: Mapping[str, Any]) -> bool:
    """Whether a schema with those it refers to, by their addresses, may lead back to a schema from inside it, as those do
    that go as deep as the data."""
    found = []
    for address, raw in files.items():
        if any(name in part for part in subschemas(raw) if isinstance(part, dict) for name in REFERRING[1:]):
            return True
        for path, ref in references(raw):
            whole = address + ref if ref.startswith("#") else urljoin(address, ref)
            target, _, fragment = whole.partition("#")
            if target not in files or (fragment and not fragment.startswith("/")):
                return True  # by a name of its own
            aimed = (target, *(_steps_of(f"#{fragment}") if fragment else ()))
            found.append(((address, *map(str, path)), aimed))
    inside = {aim: {inner for at, inner in found if at[: len(aim)] == aim} for aim in {aim for _, aim in found}}
    try:
        TopologicalSorter(inside).prepare()
    except CycleError:
        return True
    return False


def subschemas(raw: Any) -> Iterator[Any]:
    """Every object in a schema that may be one, itself included: not data, nor what holds schemas by their names."""
    todo: list[tuple[Any, bool]] = [(raw, False)]
    seen = 0
    while todo and seen < _MAX_PARTS:
        part, is_by_key = todo.pop()
        seen += 1
        if isinstance(part, dict) and is_by_key:
            todo.extend((value, False) for value in part.values())
        elif isinstance(part, dict):
            yield part
            todo.extend((value, key in BY_KEY) for key, value in part.items() if key not in NO_SCHEMAS)
        elif isinstance(part, list):
            todo.extend((value, False) for value in part)


def schemas(raw: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Mapping[str, Any]]]:
    """Every schema in a schema, its own included, with the path it stands at; what only looks like one is left out."""
    if not isinstance(raw, dict):
        return
    yield path, raw
    for key, value in raw.items():
        if key in BY_KEY and isinstance(value, dict):
            for name, part in value.items():
                yield from schemas(part, (*path, key, name))
        elif key in HOLDING and isinstance(value, list):
            for index, part in enumerate(value):
                yield from schemas(part, (*path, key, index))
        elif key in HOLDING:
            yield from schemas(value, (*path, key))


def boundless(raw: Any) -> Iterator[tuple[tuple[Any, ...], float]]:
    """Every number that JSON has not, such as NaN, with the path it stands at."""
    return ((path, part) for path, part in walked(raw) if isinstance(part, float) and not isfinite(part))


def patterns(raw: Any, path: tuple[Any, ...] = (), *, is_by_key: bool = False) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every regular expression with the path it stands at; `is_by_key`: `raw` has the names of properties for its keys."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            if is_by_key:
                yield from patterns(value, (*path, key))
                continue
            if key == "pattern" and isinstance(value, str):
                yield (*path, key), value
            elif key == "patternProperties" and isinstance(value, dict):
                for pattern in value:
                    yield (*path, key, pattern), pattern
            if key not in NO_SCHEMAS:
                yield from patterns(value, (*path, key), is_by_key=key in BY_KEY)
    elif isinstance(raw, list):
        for index, value in enumerate(raw):
            yield from patterns(value, (*path, index))
