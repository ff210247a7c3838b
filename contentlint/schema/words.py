"""What breaks a schema, in a writer's words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from contentlint.errors import did_you_mean
from contentlint.schema.keywords import additional
from contentlint.schema.parts import holding_at, stepped
from contentlint.setting import Violation

_TYPES = {
    "string": "text", "array": "a list", "object": "a group of keys", "boolean": "true or false",
    "integer": "a whole number", "number": "a number", "null": "empty",
}  # fmt: skip
_FORMATS = {
    "date": "a date like 2021-11-07", "date-time": "a date and time like 2021-11-07T23:45:49Z", "time": "a time like 23:45:49Z",
    "email": "an e-mail address", "uri": "a full address like https://example.org/page", "uri-reference": "an address or path",
    "regex": "a regular expression", "uuid": "a UUID", "hostname": "a host name", "ipv4": "an IPv4 address",
}  # fmt: skip


class Words:
    """Tells jsonschema's errors; `part` gives the schema of the value at a path."""

    def __init__(self, raw: Any, part: Callable[[tuple[str | int, ...]], Mapping[str, Any]]) -> None:
        self.raw, self.part = raw, part

    def tell(self, error: Any) -> Iterator[Violation]:
        """The violations that one error stands for."""
        path = tuple(error.absolute_path)
        keyword = str(error.validator)
        value, expected = error.instance, error.validator_value
        schema = error.schema if isinstance(error.schema, dict) else {}
        if keyword in ("anyOf", "oneOf") and error.context:
            yield from self._nearest_branch(error, path)
            return
        if keyword == "additionalProperties" and isinstance(value, dict):
            allowed = schema.get("properties", {})
            for key in additional(value, schema):
                message = f'the key "{key}" is not allowed here{did_you_mean(key, allowed)}'
                yield self._violation(error, (*path, key), message, value=key, expected=tuple(allowed))
            return
        if keyword == "required":
            missing = next((key for key in expected if error.message == f"{key!r} is a required property"), "")
            about = schema.get("properties", {}).get(missing) or self.part((*path, missing))
            described = next(
                (str(part["description"]) for part in holding_at(self.raw, about) if part.get("description")), ""
            )
            where = f' in "{_name(path)}"' if path else ""
            yield self._violation(
                error, path, f'"{missing}" is missing{where}' + (f": {described}" if described else ""), value=missing
            )
            return
        subject = f"a key in {subject_of(path)}" if "propertyNames" in error.schema_path else subject_of(path)
        yield self._violation(error, path, f"{subject} {_why(keyword, value, expected, schema, error.message)}")

    def _violation(self, error: Any, path: tuple[Any, ...], message: str, **changes: Any) -> Violation:
        schema = error.schema if isinstance(error.schema, dict) else {}
        schema_path = "/".join(
            str(step) for step in error.absolute_schema_path if step != "$ref" or len(error.absolute_schema_path) < 3
        )
        message += self._condition(list(error.absolute_schema_path))
        found = Violation(
            path, str(error.validator), schema_path, message, error.instance, error.validator_value, schema
        )
        return found._replace(**changes)

    def _condition(self, steps: list[Any]) -> str:
        """Why the `then` or `else` that a value breaks holds at all."""
        at = max((index for index, step in enumerate(steps) if step in ("then", "else")), default=-1)
        test = stepped(self.raw, [*steps[:at], "if"]) if at >= 0 else None
        if not isinstance(test, dict):
            return ""
        if test.get("description") or test.get("title"):
            return f" ({test.get('description') or test['title']})"
        parts = test.get("properties", {})
        if len(parts) != 1:
            return ""
        ((key, part),) = parts.items()
        if not isinstance(part, dict):
            return ""
        values = [part["const"]] if "const" in part else part.get("enum", [])
        is_ = "is" if steps[at] == "then" else "is not"
        return f' (because "{key}" {is_} {_or(_quoted(value) for value in values[:6])})' if values else ""

    def _nearest_branch(self, error: Any, path: tuple[Any, ...]) -> Iterator[Violation]:
        """Of the branches of anyOf and oneOf, the one that lacks least, told as the one meant."""
        branches: dict[int, list[Any]] = {}
        for inner in error.context:
            branches.setdefault(inner.schema_path[0] if inner.schema_path else -1, []).append(inner)
        if len({tuple(inner.absolute_path) for inner in error.context}) == 1 and all(
            inner.validator == "type" for inner in error.context
        ):
            types = [name for inner in error.context for name in _listed(inner.validator_value)]
            yield self._violation(
                error,
                path,
                f"{subject_of(path)} must be {_or(_TYPES.get(name, name) for name in types)}, not {_kind(error.instance)}",
            )
            return

        def distance(errors: list[Any]) -> tuple[bool, int, int]:
            wrong_type = any(inner.validator == "type" and len(inner.relative_path) == 0 for inner in errors)
            wrong_choice = sum(inner.validator in ("const", "enum") for inner in errors)
            return wrong_type, wrong_choice, len(errors)

        number, best = min(branches.items(), key=lambda branch: distance(branch[1]))
        branch = error.validator_value[number] if number >= 0 else {}
        meant = f" (as {branch['title']})" if isinstance(branch, dict) and branch.get("title") else ""
        for inner in best:
            for violation in self.tell(inner):
                yield violation._replace(message=violation.message + meant)


def _name(path: tuple[Any, ...]) -> str:
    words = [f"item {step + 1}" if isinstance(step, int) else str(step) for step in path]
    return ".".join(words) if not any(isinstance(step, int) for step in path) else " › ".join(words)


def subject_of(path: tuple[Any, ...]) -> str:
    return f'"{_name(path)}"' if path else "the front matter"


def _kind(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"{str(value).lower()}"
    if isinstance(value, (int, float)):
        return f"the number {_quoted(value).strip(chr(34))}"
    kinds: dict[type, str] = {str: "text", list: "a list", dict: "a group of keys"}
    return kinds.get(type(value), type(value).__name__)


def _listed(types: Any) -> list[str]:
    return [types] if isinstance(types, str) else list(types)


def _or(words: Iterable[str]) -> str:
    unique = list(dict.fromkeys(words))
    return unique[0] if len(unique) == 1 else ", ".join(unique[:-1]) + " or " + unique[-1]


def _quoted(value: Any) -> str:
    try:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    except ValueError:
        text = "a very long number"
    return f'"{text[:57]}…"' if len(text) > 60 else f'"{text}"'


def _why(keyword: str, value: Any, expected: Any, schema: Mapping[str, Any], message: str) -> str:
    """Why a value is wrong, to follow its name."""
    hint = schema.get("description", "")
    if keyword == "type":
        return f"must be {_or(_TYPES.get(name, name) for name in _listed(expected))}, not {_kind(value)}"
    if keyword == "enum":
        choices = [each for each in expected if isinstance(each, str)]
        near = did_you_mean(value, choices) if isinstance(value, str) else ""
        shown = ", ".join(_quoted(each) for each in expected[:12]) + (" …" if len(expected) > 12 else "")
        return f"is {_quoted(value)}, but must be one of {shown}{near}"
    if keyword == "const":
        return f"is {_quoted(value)}, but must be {_quoted(expected)}"
    if keyword == "format":
        return f"is {_quoted(value)}, which is not {_FORMATS.get(expected, f'of the format {expected}')}"
    if keyword == "pattern":
        return f"is {_quoted(value)}, which does not fit" + (f": {hint}" if hint else f" the pattern {expected}")
    templates = {
        "minLength": "is too short: at least {0} characters", "maxLength": "is too long: at most {0} characters",
        "minItems": "needs at least {0} items", "maxItems": "has too many items: at most {0}",
        "minimum": "must be at least {0}", "maximum": "must be at most {0}",
        "exclusiveMinimum": "must be more than {0}", "exclusiveMaximum": "must be less than {0}",
        "multipleOf": "must be a multiple of {0}", "minProperties": "needs at least {0} keys",
        "maxProperties": "has too many keys: at most {0}", "uniqueItems": "has an item twice",
    }  # fmt: skip
    if keyword == "minLength" and expected == 1:
        return "must not be empty"
    if keyword in templates:
        length = (
            f", and this has {len(value)}" if keyword in ("minLength", "maxLength") and isinstance(value, str) else ""
        )
        return templates[keyword].format(expected) + length
    if keyword == "None" or (keyword == "not" and expected == {}):
        return "is not allowed here"
    if keyword in ("items", "additionalItems", "unevaluatedItems"):
        return "has more items than it may have"
    if keyword == "unevaluatedProperties":
        return "has a key that is not allowed here: " + ", ".join(re.findall(r"'([^']*)'", message)[:5])
    if keyword == "not":
        return "is not allowed to be so" + (f": {hint}" if hint else "")
    if keyword in ("dependentRequired", "dependencies"):
        match = re.match(r"(['\"])(.*)\1 is a dependency of (['\"])(.*)\3", message)
        return f'has "{match[4]}", and so needs "{match[2]}" too' if match else "lacks a key that another needs"
    if keyword == "contains":
        return "has no item of the kind that it needs" + (f": {hint}" if hint else "")
    if keyword == "oneOf":
        return "fits more than one of the forms that it may have: only one may fit"
    return f"is not as the schema asks ({message[:120]})"
