"""The reference validator, with patterns as ECMA-262 has them and formats as the compiled validator knows them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from math import inf
from typing import Any

from contentlint.schema.ecmascript import Unusable, translated
from contentlint.schema.parts import REFERRING


class TooInvolved(Exception):
    """More of the schema would have to be read than was allowed, below the key of this name."""

    key = ""


class _Effort(threading.local):
    """How many references may still be followed."""

    left: float = inf


_effort = _Effort()


def errors_of(validator: Any, data: Any, most: float) -> tuple[list[Any], TooInvolved | None]:
    """The errors that a reference validator finds while it follows so many references, and what there is too much of:
    below `anyOf` their number may double with each level of the data."""
    errors = []
    _effort.left = most
    try:
        for error in validator.iter_errors(data):
            errors.append(error)
    except TooInvolved as late:
        return errors, late
    finally:
        _effort.left = inf
    return errors, None


def reference_validator(raw: Any, uri: str, retrieve: Callable[[str], Any]) -> Any:
    """A jsonschema validator; `uri` is the schema's own address, "" where it has none, `retrieve` reads others."""
    import jsonschema
    import referencing
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
    from referencing.jsonschema import DRAFT202012

    def resource(uri: str) -> Any:
        return referencing.Resource.from_contents(retrieve(uri), default_specification=DRAFT202012)

    kind: Any = jsonschema.validators.validator_for(raw, default=jsonschema.Draft202012Validator)
    own = {
        "pattern": _pattern,
        "patternProperties": _pattern_properties,
        "additionalProperties": _additional_properties,
        "properties": _properties,
        **{name: _referring(known) for name, known in kind.VALIDATORS.items() if name in REFERRING},
        "dependencies": jsonschema.Draft7Validator.VALIDATORS["dependencies"],  # known beyond draft 7 too
    }
    extend: Any = jsonschema.validators.extend
    extended = extend(kind, own)
    make_registry: Any = referencing.Registry
    registry = make_registry(retrieve=resource)
    registry = registry.combine(REGISTRY)
    if uri and isinstance(raw, dict) and "$id" not in raw:
        own_resource = referencing.Resource.from_contents(raw, default_specification=DRAFT202012)
        registry = registry.with_resource(uri, own_resource)
        raw = {"$ref": uri}
    return extended(raw, registry=registry, format_checker=_format_checker())


@cache
def _pattern_validator(pattern: str) -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for({"type": "string", "pattern": translated(pattern)})


def why_unusable(pattern: str) -> str:
    """Why a pattern cannot be used, "" where it can."""
    try:
        _pattern_validator(pattern)
    except Unusable as error:
        return str(error)
    except ValueError:
        return "it is none of ECMAScript, or too large"
    return ""


def _matches(pattern: str, text: str) -> bool:
    return bool(_pattern_validator(pattern).is_valid(text))


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if isinstance(instance, str) and not _matches(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _properties(validator: Any, parts: Any, instance: Any, schema: Any) -> Iterator[Any]:
    """`properties` that tells of a key whose schema is `false` at that key."""
    if isinstance(instance, dict):
        for key, part in parts.items():
            if key in instance:
                part = {"not": {}} if part is False else part
                yield from _at_key(key, validator.descend(instance[key], part, path=key, schema_path=key))


def _pattern_properties(validator: Any, patterns: Any, instance: Any, schema: Any) -> Iterator[Any]:
    if isinstance(instance, dict):
        for pattern, part in patterns.items():
            for key, value in instance.items():
                if _matches(pattern, key):
                    yield from _at_key(key, validator.descend(value, part, path=key, schema_path=pattern))


def _additional_properties(validator: Any, part: Any, instance: Any, schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    extras = additional(instance, schema) if isinstance(instance, dict) else []
    if isinstance(part, dict):
        for key in extras:
            yield from _at_key(key, validator.descend(instance[key], part, path=key))
    elif part is False and extras:
        yield ValidationError(f"{', '.join(map(repr, extras))} not allowed")


def _at_key(key: str, errors: Iterator[Any]) -> Iterator[Any]:
    try:
        yield from errors
    except TooInvolved as error:
        error.key = key  # that of the front matter itself comes last
        raise


def _referring(known: Any) -> Any:
    """A keyword that refers to another schema, and counts."""

    def reference(validator: Any, ref: Any, instance: Any, schema: Any) -> Iterator[Any]:
        _effort.left -= 1
        if _effort.left < 0:
            raise TooInvolved
        yield from known(validator, ref, instance, schema)

    return reference


@cache
def _format_checker() -> Any:
    """Every format as the compiled validator knows it, so that the two agree."""
    import jsonschema
    import jsonschema_rs

    checker = jsonschema.FormatChecker(formats=())

    def known(name: str) -> Any:
        validator = jsonschema_rs.validator_for({"format": name}, validate_formats=True)
        return lambda value: validator.is_valid(value) if isinstance(value, str) else True

    for name in (
        "date date-time time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uuid "
        "uri-template json-pointer relative-json-pointer regex"
    ).split():
        checker.checks(name)(known(name))
    return checker


def additional(value: Mapping[str, Any], schema: Mapping[str, Any]) -> list[str]:
    """The keys of a value that neither `properties` nor `patternProperties` name."""
    known = schema.get("properties", {})
    patterns = schema.get("patternProperties", {})
    return [key for key in value if key not in known and not any(_matches(pattern, key) for pattern in patterns)]
