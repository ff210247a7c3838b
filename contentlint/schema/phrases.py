"""Phrases about values and what a schema asks of them, in a writer's words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from contentlint.equality import repeats
from contentlint.wording import cut, did_you_mean, name_of

TYPES: Mapping[str, tuple[str, ...]] = {
    "string": ("text",), "array": ("a list",), "object": ("a group of keys",), "boolean": ("true", "false"),
    "integer": ("a whole number",), "number": ("a number",), "null": ("empty",),
}  # fmt: skip
_FORMATS = {
    "date": "a date like 2021-11-07", "date-time": "a date and time like 2021-11-07T23:45:49Z", "time": "a time like 23:45:49Z",
    "email": "an e-mail address", "idn-email": "an e-mail address", "uri": "a full address like https://example.org/page",
    "iri": "a full address like https://example.org/page", "uri-reference": "an address or path", "iri-reference": "an address or path",
    "regex": "a regular expression", "uuid": "a UUID", "hostname": "a host name", "idn-hostname": "a host name",
    "ipv4": "an IPv4 address", "ipv6": "an IPv6 address", "duration": "a duration like P3D or PT2H",
    "json-pointer": "a JSON pointer like /a/b", "relative-json-pointer": "a relative JSON pointer", "uri-template": "a template of an address",
}  # fmt: skip
_LIMITS = {
    "minLength": ("is too short: at least {0} {1}", "character"), "maxLength": ("is too long: at most {0} {1}", "character"),
    "minItems": ("needs at least {0} {1}", "item"), "maxItems": ("has too many items: at most {0}", ""),
    "minimum": ("must be at least {0}", ""), "maximum": ("must be at most {0}", ""),
    "exclusiveMinimum": ("must be more than {0}", ""), "exclusiveMaximum": ("must be less than {0}", ""),
    "multipleOf": ("must be a multiple of {0}", ""), "minProperties": ("needs at least {0} {1}", "key"),
    "maxProperties": ("has too many keys: at most {0}", ""),
}  # fmt: skip
_MOST_OF_DESCRIPTION = 250  # of which the end may be what tells the form
MOST_CHOICES = 12


def subject_of(path: tuple[Any, ...]) -> str:
    return f'"{name_of(path)}"' if path else "the front matter"


def either(words: Iterable[str]) -> str:
    """Words with "or" before the last one."""
    unique = list(dict.fromkeys(words))
    return unique[0] if len(unique) == 1 else ", ".join(unique[:-1]) + " or " + unique[-1]


def types_told(types: Any) -> list[str]:
    """The types that are allowed, true and false each for itself."""
    return [word for name in listed(types) for word in TYPES.get(name, (name,))]


def listed(types: Any) -> list[str]:
    return [types] if isinstance(types, str) else list(types)


def kind_of(value: Any) -> str:
    """What a value is, as an editor calls it."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"the number {shown(value)}"
    kinds: dict[type, str] = {str: "text", list: "a list", dict: "a group of keys"}
    return kinds.get(type(value), type(value).__name__)


def shown(value: Any) -> str:
    """A value: text in quotes, the rest as it is written, nothing as "empty"."""
    if isinstance(value, str):
        return cut(json.dumps(value)) if value.isspace() else f'"{cut(value)}"'
    if value is None:
        return "empty"
    try:
        return cut(json.dumps(value, ensure_ascii=False, default=str))
    except ValueError:
        return "a very long number"


def _is(value: Any, choices: Iterable[Any]) -> str:
    """What the value is, told so that it differs from the choices that only look like it."""
    looks_alike = isinstance(value, str) and any(
        not isinstance(choice, str) and shown(choice) == value for choice in choices
    )
    return f"is the text {shown(value)}" if looks_alike else f"is {shown(value)}"


def choices_told(value: Any, choices: list[Any], *, is_named: bool = False) -> str:
    """Which values are allowed; `is_named`: the value itself is told already."""
    if not choices:
        return "may have no value at all: its schema allows none"
    choices = [choice for choice in choices if choice != ""] or choices  # to choose nothing needs no telling
    words = [choice for choice in choices if isinstance(choice, str)]
    near = did_you_mean(value, words) if isinstance(value, str) else ""
    told = ", ".join(shown(choice) for choice in choices[:MOST_CHOICES]) + (" …" if len(choices) > MOST_CHOICES else "")
    one_of = "one of " if len(choices) > 1 else ""
    is_now = "" if is_named else f"{_is(value, choices)}, but "
    return f"{is_now}must be {one_of}{told}{near}"


def why(
    keyword: str, value: Any, expected: Any, schema: Mapping[str, Any], message: str, *, is_named: bool = False
) -> str:
    """Why a value is wrong, to follow its name; `is_named`: that is the value itself."""
    is_now = "" if is_named else f"is {shown(value)}, which "
    if keyword == "type":
        return f"must be {either(types_told(expected))}, not {kind_of(value)}"
    if keyword == "enum":
        return choices_told(value, list(expected), is_named=is_named)
    if keyword == "const":
        return choices_told(value, [expected], is_named=is_named)
    if keyword == "format":
        return f"{is_now}is not {_FORMATS.get(expected, f'of the format {expected}')}"
    if keyword == "pattern":
        return f"{is_now}{_unlike(schema) or f'does not fit the pattern {cut(str(expected))}'}"
    if keyword == "minLength" and expected == 1:
        return "must not be empty"
    if keyword in ("minimum", "maximum") and schema.get(f"exclusive{keyword.capitalize()}") is True:  # draft 4
        keyword = f"exclusive{keyword.capitalize()}"
    if keyword in _LIMITS:
        template, noun = _LIMITS[keyword]
        length = f", and this has {len(value)}" if noun == "character" and isinstance(value, str) else ""
        return template.format(expected, noun if expected == 1 else noun + "s") + length
    if keyword == "uniqueItems":
        return f"has {_twice(value)}: keep one"
    if keyword == "not":
        return _forbidden(expected) if expected != {} else "is not allowed here: remove it"
    if keyword in ("items", "additionalItems", "unevaluatedItems"):
        return "has more items than it may have"
    if keyword in ("contains", "minContains", "maxContains"):
        return _contained(schema, message)
    if keyword in ("dependentRequired", "dependencies"):
        match = re.match(r"(['\"])(.*)\1 is a dependency of (['\"])(.*)\3", message)
        return f'has "{match[4]}", and so needs "{match[2]}" too' if match else "lacks a key that another needs"
    if keyword == "oneOf":
        return "fits more than one of the forms that it may have: only one may fit"
    return "is not allowed here: remove it" if keyword == "None" else asked_otherwise(message)


def _twice(items: Sequence[Any]) -> str:
    """The first item that stands in a list before, and how often."""
    again, first = next(iter(repeats(items).items()), (-1, -1))
    if again < 0:
        return "an item twice"
    if items[again] is None:
        return "an empty item twice"
    one, other = shown(items[first]), shown(items[again])
    return f"{one} twice" if one == other else f"{one} and {other}, which are the same"


def key_not_allowed(key: str, near: str | None = None, twin: str | None = None) -> str:
    """That a key is not allowed, and which one may be meant, or is there already."""
    hint = ": correct it, or add it to the schema" if near is None else f' — did you mean "{cut(near)}"?'
    hint = hint if twin is None else f', and "{cut(twin)}" is there already: remove one of the two'
    return f'the key "{cut(key)}" is not allowed here{hint}'


def asked_otherwise(message: str) -> str:
    """That a value is wrong, in a validator's words."""
    return f"is not as the schema asks ({cut(message, 120)})"


def described(part: Any) -> str:
    """What a small schema asks for, as a noun; "" where that takes more words."""
    if not isinstance(part, dict):
        return ""
    if "const" in part:
        return shown(part["const"])
    if isinstance(part.get("enum"), list) and part["enum"]:
        return either(shown(choice) for choice in part["enum"][:MOST_CHOICES])
    if "pattern" in part:
        like = f'text like "{example}"' if (example := _example(part)) else cut(str(part.get("description") or ""), 100)
        return like or f"text that fits the pattern {cut(str(part['pattern']))}"
    if "format" in part and part["format"] in _FORMATS:
        return _FORMATS[part["format"]]
    if part.get("type"):
        return either(types_told(part["type"]))
    return cut(str(part.get("description") or part.get("title") or ""), 100)


def _unlike(schema: Mapping[str, Any]) -> str:
    """How a text should be, by the schema's example and description: a pattern tells a writer less."""
    told, example = cut(str(schema.get("description") or ""), _MOST_OF_DESCRIPTION), _example(schema)
    if example:
        return f'is not like "{example}"' + (f" ({told})" if told else "")
    return f"is not as described: {told}" if told else ""


def _example(schema: Mapping[str, Any]) -> str:
    """The first text among a schema's examples."""
    examples = schema.get("examples")
    texts = [each for each in examples if isinstance(each, str)] if isinstance(examples, list) else []
    return cut(texts[0]) if texts else ""


def _forbidden(part: Any) -> str:
    """What a schema under `not` forbids."""
    hint = f": {cut(str(part['description']), 100)}" if isinstance(part, dict) and part.get("description") else ""
    if isinstance(part, dict) and isinstance(part.get("required"), list) and len(part) == 1:
        keys = [f'"{cut(str(key))}"' for key in part["required"]]
        return f"must not have {keys[0]}" if len(keys) == 1 else f"must not have {' and '.join(keys)} together"
    what = described(part)
    return f"must not be {what}" if what and not hint else f"is not allowed to be so{hint}"


def _contained(schema: Mapping[str, Any], message: str) -> str:
    least, most = schema.get("minContains", 1), schema.get("maxContains")
    what = described(schema.get("contains")) or "the kind that it needs"
    if "Too many" in message and most is not None:
        return f"has too many items that are {what}: at most {most}"
    if least > 1:
        return f"needs at least {least} items that are {what}"
    return (
        f"needs an item that is {what}"
        if described(schema.get("contains"))
        else "has no item of the kind that it needs"
    )
