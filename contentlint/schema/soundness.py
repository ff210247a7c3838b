"""Whether a schema is sound itself: of a known draft, with patterns that work and references that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from contentlint import disk
from contentlint.errors import ConfigError, KeyPath
from contentlint.patterns import pattern
from contentlint.schema.keywords import why_unusable
from contentlint.schema.parts import (
    BY_KEY,
    HOLDING,
    REFERRING,
    boundless,
    path_of,
    patterns,
    pointed,
    references,
    schemas,
    subschemas,
)
from contentlint.schema.phrases import TYPES, listed, shown, subject_of
from contentlint.schema.words import Words
from contentlint.wording import cut, did_you_mean, nearest

if TYPE_CHECKING:
    from contentlint.schema import JsonSchema

_IN_PLACE = ("allOf", "anyOf", "oneOf")
_MOST_IN_PLACE = 10_000
_IN_PLACE_ONE = ("not", "if", "then", "else")
_IN_PLACE_BY_KEY = ("dependentSchemas", "dependencies")
_KEYWORDS = (
    BY_KEY
    | HOLDING
    | frozenset(
        "$schema $id id $ref $anchor $dynamicRef $dynamicAnchor $recursiveRef $recursiveAnchor $vocabulary $comment type enum const "
        "multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems "
        "maxContains minContains maxProperties minProperties required dependentRequired dependencies format contentEncoding "
        "contentMediaType contentSchema title description default deprecated readOnly writeOnly examples".split()
    )
)
DRAFT = "https://json-schema.org/draft/2020-12/schema"  # the newest
_DRAFTS = {
    "draft-04": "http://json-schema.org/draft-04/schema#", "draft-06": "http://json-schema.org/draft-06/schema#",
    "draft-07": "http://json-schema.org/draft-07/schema#", "draft/2019-09": "https://json-schema.org/draft/2019-09/schema",
    "draft/2020-12": DRAFT, "": DRAFT,
}  # fmt: skip
_WRITTEN_DRAFT = pattern(r"https?://json-schema\.org/(?:(.*)/)?schema#?")


def with_draft(raw: Any) -> Any:
    """The schema with its `$schema` spelled as the standard does: `https`, `http` and a missing "#" are one."""
    draft = (
        _WRITTEN_DRAFT.fullmatch(raw["$schema"])
        if isinstance(raw, dict) and isinstance(raw.get("$schema"), str)
        else None
    )
    spelled = _DRAFTS.get(draft[1] or "") if draft else None
    return {**raw, "$schema": spelled} if spelled else raw


def prove(schema: JsonSchema, name: str, text: str = "") -> None:
    """See `JsonSchema.prove`."""
    try:
        _prove_keywords(schema.raw, name, text)
        _prove_references(schema, name, text)
    except RecursionError:
        raise ConfigError("the schema is nested too deep", name) from None
    _prove_end(schema, name, text)


def _prove_keywords(raw: Any, name: str, text: str) -> None:
    """Raises:
    ConfigError: it is no object, of no draft that is known, breaks that draft's own schema, or a pattern in it does not work.
    """
    if not isinstance(raw, (dict, bool)):
        raise ConfigError("a schema is an object (or true or false)", name)
    import jsonschema

    draft = raw.get("$schema") if isinstance(raw, dict) else None
    if draft is not None and draft not in _DRAFTS.values():
        reason = f'"$schema" is {cut(str(draft), 100)!r}, but only the drafts 4, 6, 7, 2019-09 and 2020-12 of JSON Schema are known'
        raise ConfigError(reason, name, _row_of(text, ("$schema",)))
    kind: Any = jsonschema.validators.validator_for(raw, default=jsonschema.Draft202012Validator)
    try:
        kind.check_schema(raw, format_checker=jsonschema.FormatChecker(formats=()))  # patterns are ECMAScript's
    except jsonschema.SchemaError as error:
        path, reason = _why_unsound(error, kind.META_SCHEMA)
        where = "/".join(map(str, path)) or "the top"
        raise ConfigError(f"the schema is not sound at {where}: {reason}", name, _row_of(text, path)) from None
    for path, number in boundless(raw):
        raise ConfigError(f"{shown(number)} is a number that JSON has not", name, _row_of(text, path))
    for path, ref in references(raw) if draft == _DRAFTS["draft/2019-09"] else ():
        if path[-1] == "$recursiveRef" and ref != "#":
            raise ConfigError(f'"$recursiveRef" is {cut(ref)}, but can only be "#"', name, _row_of(text, path))
    for path, written in patterns(raw):
        if reason := why_unusable(written):
            raise ConfigError(f"the pattern {written} does not work: {reason}", name, _row_of(text, path))


def _prove_references(schema: JsonSchema, name: str, text: str) -> None:
    """Raises:
    ConfigError: a reference leads nowhere, or where it may not.
    """
    try:
        schema.gate  # noqa: B018 - building it resolves every $ref
    except (ValueError, OSError) as error:
        reason = _why_unusable(str(error).splitlines()[0])
        row = next((_row_of(text, path) for path, ref in references(schema.raw) if _is_to_blame(ref, reason)), 0)
        if not row:
            _prove_others(schema)
        raise ConfigError(f"the schema cannot be used: {cut(reason, 200)}", name, row or 1) from None


def _prove_others(schema: JsonSchema) -> None:
    """The files that a schema refers to, each by itself: of the whole no one says which is unsound, and where."""
    for address, raw in schema.files().items():
        path = path_of(address)
        if address != schema.base_uri and address.startswith("file:"):
            _prove_keywords(with_draft(raw), disk.called(path, Path(schema.root)), disk.read_text(path, schema.root))


def _is_to_blame(ref: str, reason: str) -> bool:
    """Whether a reason speaks of what a `$ref` leads to, a file or a part of one."""
    parts = urlsplit(unquote(ref))
    return any(each and each in reason for each in (parts.path.lstrip("./"), parts.fragment))


def _prove_end(schema: JsonSchema, name: str, text: str) -> None:
    """Raises:
    ConfigError: checking one value would have no end, or nearly none, for the references that lead on and on.
    """
    in_place = _InPlace(schema)
    try:
        cycle = in_place.cycle()
        most = 0 if cycle else in_place.most()
    except RecursionError:
        raise ConfigError("the schema cannot be used: its references lead too far", name, 1) from None
    if cycle:
        row = next((_row_of(text, path) for path, ref in references(schema.raw) if cycle.endswith(ref)), 1)
        told = cycle
        if schema.root:
            told = cycle.removeprefix(schema.base_uri).removeprefix(f"{Path(schema.root).as_uri()}/")
        raise ConfigError(f'"$ref": {told or "#"} refers to itself', name, row)
    if most > _MOST_IN_PLACE:
        told = f"its references multiply, one value would be checked against more than {_MOST_IN_PLACE:,} schemas"
        raise ConfigError(f"the schema cannot be used: {told}", name, 1)


def slips(raw: Any, text: str) -> Iterator[tuple[int, str]]:
    """Keywords that JSON Schema does not know but that look like one it does: (row, what is meant). It ignores them."""
    for path, part in schemas(raw):
        for key in part:
            meant = nearest(key, _KEYWORDS, 0.75) if key not in _KEYWORDS else None
            if meant is not None:
                yield (
                    _row_of(text, (*path, key)),
                    f'"{cut(key)}" is no keyword of JSON Schema — did you mean "{meant}"?',
                )


def _why_unsound(error: Any, meta: Any) -> tuple[KeyPath, str]:
    """Where a schema breaks its draft's own, and in which way."""
    path, value = tuple(error.absolute_path), error.instance
    if path[-1:] == ("type",) and isinstance(value, (str, list)):
        for name in listed(value):
            if isinstance(name, str) and name not in TYPES:
                return path, f'there is no type "{cut(name)}"{did_you_mean(name, TYPES)}'
    told = next(Words(meta, lambda _: {}).tell(error))
    return told.path, told.message.replace(subject_of(told.path), "it", 1)


class _InPlace:
    """What holds of one and the same value: the schemas that a schema leads to without going into the data."""

    def __init__(self, schema: JsonSchema) -> None:
        self.schema = schema
        self._files: dict[str, Any] = {schema.base_uri: schema.raw}
        self._weights: dict[int, int] = {}

    def cycle(self) -> str:
        """A reference that leads back to itself, or nothing."""
        done: set[str] = set()

        def follow(part: Any, file: str, trail: tuple[str, ...]) -> str:
            for inner, address, name in self._inner(part, file):
                if name in trail:
                    return name
                if name not in done and (found := follow(inner, address, (*trail, name) if name else trail)):
                    return found
                if name:
                    done.add(name)
            return ""

        every = ((part, self.schema.base_uri) for part in subschemas(self.schema.raw))
        return next((cycle for part, file in every if (cycle := follow(part, file, ()))), "")

    def most(self) -> int:
        """How many schemas one value may have to be held against; call it where there is no cycle."""
        return max((self._weight(part, self.schema.base_uri) for part in subschemas(self.schema.raw)), default=0)

    def _weight(self, part: Any, file: str) -> int:
        if not part:  # it may be no part of the schema, but made for a reference that leads nowhere
            return 1
        if id(part) not in self._weights:
            self._weights[id(part)] = 1 + sum(
                self._weight(inner, address) for inner, address, _ in self._inner(part, file)
            )
        return self._weights[id(part)]

    def _inner(self, part: Any, file: str) -> Iterator[tuple[Any, str, str]]:
        """(schema, file, the reference by its whole name or "") of all that a schema leads to."""
        if not isinstance(part, dict):
            return
        for key in REFERRING:
            if isinstance(ref := part.get(key), str):
                address, aimed = self._target(ref, file)
                yield aimed, address, f"{address}#{ref.partition('#')[2]}"
        for key in _IN_PLACE:
            if isinstance(part.get(key), list):
                yield from ((each, file, "") for each in part[key])
        for key in _IN_PLACE_BY_KEY:
            if isinstance(part.get(key), dict):
                yield from ((each, file, "") for each in part[key].values())
        yield from ((part[key], file, "") for key in _IN_PLACE_ONE if key in part)

    def _target(self, ref: str, file: str) -> tuple[str, Any]:
        address, _, fragment = (urljoin(file, ref) if not ref.startswith("#") else file + ref).partition("#")
        try:
            if address not in self._files:
                self._files[address] = self.schema.retrieve(address)
        except ValueError:  # an `$id` inside the schema, which building the validators has found
            return address, {}
        return address, pointed(self._files[address], "#" + fragment)


def _why_unusable(reason: str) -> str:
    """A compiler's complaint about a `$ref`, in our words."""
    for complaint, told in (
        (r".* retrieving it failed: \w+: (.*)", r"\1"),
        (r"Resource '(.*)' is not present in .*", r'\1 cannot be referred to: only local files can, by "$ref"'),
        (r"(?:Pointer|Anchor) '(.*)' does not exist", r'"$ref": there is no \1'),
    ):
        reason = re.sub(complaint, told, reason)
    return reason


def _row_of(text: str, path: tuple[Any, ...]) -> int:
    """The row of a value in a JSON text, or of what comes nearest."""
    from contentlint.parsing.front_matter import json as places

    if not text:
        return 0
    fields = places.read(text, 0, len(text)).fields
    while path and path not in fields:
        path = path[:-1]
    return text.count("\n", 0, fields[path].value.start) + 1 if path else 1
