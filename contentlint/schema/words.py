"""What breaks a schema: each error of the reference validator at its place, in a writer's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from contentlint.errors import KeyPath
from contentlint.key_slips import key_meant
from contentlint.schema.keywords import additional
from contentlint.schema.parts import BY_KEY, holding_at, stepped
from contentlint.schema.phrases import (
    MOST_CHOICES,
    choices_told,
    either,
    key_not_allowed,
    kind_of,
    shown,
    subject_of,
    types_told,
    why,
)
from contentlint.setting import Violation
from contentlint.wording import cut, name_of, nearest

_CHOICES = ("const", "enum")
# what is told of one branch and not of all at once
_NEVER_TOGETHER = frozenset(
    "anyOf oneOf additionalProperties unevaluatedProperties propertyNames type required".split()
)


class Words:
    """Tells jsonschema's errors; `part` gives the schema of the value at a path."""

    def __init__(self, raw: Any, part: Callable[[KeyPath], Mapping[str, Any]]) -> None:
        self.raw, self.part = raw, part

    def tell(self, error: Any, *, is_alone: bool = False) -> Iterator[Violation]:
        """The violations that one error stands for; `is_alone`: nothing else is wrong with the data."""
        path, keyword, value = tuple(error.absolute_path), str(error.validator), error.instance
        schema = _schema_of(error)
        if keyword in ("anyOf", "oneOf") and error.context:
            yield from self._of_branches(error, path)
        elif keyword == "additionalProperties" and isinstance(value, dict):
            for key in additional(value, schema):
                yield self._unknown_key(error, path, key, schema.get("properties", {}))
        elif keyword == "unevaluatedProperties" and isinstance(value, dict):
            known = self.part(path) if path else self.raw
            names = {name for part in holding_at(self.raw, known) for name in part.get("properties", {})}
            keys = [key for key in value if repr(key) in error.message]
            for key in keys if is_alone else [key for key in keys if key not in names]:  # those have another fault
                yield self._unknown_key(error, path, key, sorted(names))
        elif keyword == "required":
            missing = next(
                (key for key in error.validator_value if error.message == f"{key!r} is a required property"), ""
            )
            yield self._missing(error, path, schema, [missing])
        else:
            yield self._violation(error, _place(error), f"{_subject(error)} {_why(error)}")

    def _unknown_key(self, error: Any, path: tuple[Any, ...], key: str, allowed: Any) -> Violation:
        there = [name for name in allowed if name in error.instance]
        missing = [name for name in allowed if name not in error.instance]
        message = key_not_allowed(key, nearest(key, missing), key_meant(key, there))
        return self._violation(error, (*path, key), message, value=key, expected=tuple(allowed))

    def _missing(self, error: Any, path: tuple[Any, ...], schema: Mapping[str, Any], keys: list[str]) -> Violation:
        """One of these keys must be there."""
        described = ""
        if len(keys) == 1:
            about = schema.get("properties", {}).get(keys[0]) or self.part((*path, keys[0]))
            told = (str(part["description"]) for part in holding_at(self.raw, about) if part.get("description"))
            described = "".join(f": {cut(each, 150)}" for each in list(told)[:1])
        where = f' to "{name_of(path)}"' if path else ""
        names = either(f'"{cut(key)}"' for key in keys)
        return self._violation(error, path, f"add {names}{where}{described}", value=keys[0])

    def _violation(self, error: Any, path: tuple[Any, ...], message: str, **changes: Any) -> Violation:
        schema_path = "/".join(
            str(step) for step in error.absolute_schema_path if step != "$ref" or len(error.absolute_schema_path) < 3
        )
        message += self._condition(list(error.absolute_schema_path))
        value, expected = error.instance, error.validator_value
        found = Violation(path, str(error.validator), schema_path, message, value, expected, _schema_of(error))
        return found._replace(**changes)

    def _condition(self, steps: list[Any]) -> str:
        """Why the `then`, `else` or dependent schema that a value breaks holds at all."""
        at = max(
            (index for index, step in enumerate(steps) if step in ("then", "else", "dependentSchemas")), default=-1
        )
        if at < 0:
            return ""
        if steps[at] == "dependentSchemas":
            return f' (because "{cut(str(steps[at + 1]))}" is there)' if at + 1 < len(steps) else ""
        test = stepped(self.raw, [*steps[:at], "if"])
        if not isinstance(test, dict):
            return ""
        if test.get("description") or test.get("title"):
            return f" ({cut(str(test.get('description') or test['title']), 100)})"
        is_met = steps[at] == "then"
        reasons = [
            told for key, part in test.get("properties", {}).items() if (told := _asked(key, part, is_met=is_met))
        ]
        asked = set(test.get("properties", {}))
        reasons += [
            f'"{cut(key)}" is {"" if is_met else "not "}there' for key in test.get("required", []) if key not in asked
        ]
        return f" (because {' and '.join(reasons[:3])})" if reasons else ""

    # -- branches -----------------------------------------------------------------------------------------------

    def _of_branches(self, error: Any, path: tuple[Any, ...]) -> Iterator[Violation]:
        """What all branches of anyOf or oneOf have in common, else the one that lacks least, told as the one meant."""
        branches: dict[int, list[Any]] = {}
        for inner in error.context:
            branches.setdefault(inner.schema_path[0] if inner.schema_path else -1, []).append(inner)
        together = self._together(error, path, list(branches.values()))
        if together is not None:
            yield together
            return
        number, best = min(branches.items(), key=lambda branch: _distance(branch[1]))
        branch = error.validator_value[number] if number >= 0 else {}
        meant = f" (as {cut(str(branch['title']))})" if isinstance(branch, dict) and branch.get("title") else ""
        for inner in best:
            for violation in self.tell(inner):
                yield violation._replace(message=violation.message + meant)

    def _together(self, error: Any, path: tuple[Any, ...], branches: list[list[Any]]) -> Violation | None:
        """One violation for all branches, where each asks for something else of the same value."""
        if discriminating := _choosing_between(branches):
            inner, choices = discriminating
            message = f"{_subject(inner)} {choices_told(inner.instance, choices, is_named=_is_key(inner))}"
            return self._violation(inner, _place(inner), message, expected=choices)
        if not all(len(branch) == 1 and tuple(branch[0].absolute_path) == path for branch in branches):
            return None
        inners = [branch[0] for branch in branches]
        keywords = {str(inner.validator) for inner in inners}
        if "type" in keywords and keywords <= {"type", *_CHOICES}:
            told = (
                f"must be {either(kind for inner in inners for kind in _kinds(inner))}, not {kind_of(error.instance)}"
            )
            return self._violation(error, _place(error), f"{_subject(error)} {told}")
        if keywords == {"required"}:
            keys = [key for inner in inners for key in inner.validator_value if repr(key) in inner.message]
            return self._missing(inners[0], path, _schema_of(error), keys)
        if keywords & _NEVER_TOGETHER:
            return None
        reasons = dict.fromkeys(map(_why, inners))
        return self._violation(error, _place(error), f"{_subject(error)} {'; or it '.join(reasons)}")


def _schema_of(error: Any) -> Mapping[str, Any]:
    return error.schema if isinstance(error.schema, dict) else {}


def _why(error: Any) -> str:
    value, expected = error.instance, error.validator_value
    return why(str(error.validator), value, expected, _schema_of(error), error.message, is_named=_is_key(error))


def _is_key(error: Any) -> bool:
    """Whether it is a key that is wrong."""
    steps = pairwise(["", *error.absolute_schema_path])
    is_of_names = any(step == "propertyNames" and above not in BY_KEY for above, step in steps)
    return is_of_names and isinstance(error.instance, str)


def _place(error: Any) -> tuple[Any, ...]:
    path = tuple(error.absolute_path)
    return (*path, error.instance) if _is_key(error) else path


def _subject(error: Any) -> str:
    return f'the key "{cut(error.instance)}"' if _is_key(error) else subject_of(tuple(error.absolute_path))


def _choosing_between(branches: list[list[Any]]) -> tuple[Any, list[Any]] | None:
    """The first error of a value that each branch wants to be another one, and those: `type: image`, `type: video`."""
    places = [
        {tuple(inner.absolute_path): inner for inner in branch if inner.validator in _CHOICES} for branch in branches
    ]
    shared = set(places[0]).intersection(*places[1:]) if len(places) > 1 else set()
    if not shared:
        return None
    place = min(shared, key=lambda each: (len(each), str(each)))
    wanted = [_wanted(found[place]) for found in places]
    choices: list[Any] = []
    for choice in (choice for each in wanted for choice in each):
        if not any(type(choice) is type(known) and choice == known for known in choices):
            choices.append(choice)
    return places[0][place], choices


def _kinds(error: Any) -> list[str]:
    """What a type, a constant or an enumeration asks for, as nouns."""
    if error.validator == "type":
        return types_told(error.validator_value)
    return [shown(choice) for choice in _wanted(error)[:MOST_CHOICES]]


def _wanted(error: Any) -> list[Any]:
    return [error.validator_value] if error.validator == "const" else list(error.validator_value)


def _distance(errors: list[Any]) -> tuple[bool, int, int, int]:
    """How far a value is from a branch: of another kind, of another choice, how much it lacks, how much is wrong."""
    wrong_type = any(inner.validator == "type" and len(inner.relative_path) == 0 for inner in errors)
    wrong_choice = sum(inner.validator in _CHOICES for inner in errors)
    missing = sum(inner.validator == "required" for inner in errors)
    return wrong_type, wrong_choice, missing, len(errors)


def _asked(key: str, part: Any, *, is_met: bool) -> str:
    """What a condition asks of a key, and whether it is so."""
    if not isinstance(part, dict):
        return ""
    values = [part["const"]] if "const" in part else part.get("enum", [])
    return f'"{cut(key)}" {"is" if is_met else "is not"} {either(map(shown, values[:6]))}' if values else ""
