"""JSON Schemas for front matter: read from local files alone, asked fast, answered in a writer's words.

jsonschema is the reference for what is wrong. A compiled validator answers first whether anything is, and tells the
plain errors itself.
Draft 2020-12 unless `$schema` names an older one; `pattern` and `format` mean what ECMA-262 and the RFCs say.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from contentlint import disk
from contentlint.errors import ConfigError, KeyPath
from contentlint.lazy import Known, lazy
from contentlint.schema.as_json import plain
from contentlint.schema.beside import Beside
from contentlint.schema.ecmascript import with_patterns
from contentlint.schema.keywords import errors_of, reference_validator
from contentlint.schema.parts import holding_at, is_recursive, path_of, references
from contentlint.schema.phrases import asked_otherwise, key_not_allowed, subject_of
from contentlint.schema.plain_errors import plain_errors
from contentlint.schema.soundness import prove, with_draft
from contentlint.schema.words import Words
from contentlint.setting import Violation
from contentlint.wording import cut

_EITHER = ("anyOf", "oneOf")
_MOST_OF_NAME = 200  # characters
_MOST_REFERENCES = 5_000  # of a recursive schema, followed to name what is wrong with one article
_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}


class JsonSchema:
    """One schema. Picklable: the validators are built where they are first needed."""

    def __init__(self, raw: Any, path: str = "", root: str = "") -> None:
        self.raw, self.path, self.root = with_draft(raw), path, root

    @classmethod
    def load(cls, path: Path, root: Path) -> JsonSchema:
        """Read and check a schema file.

        Raises:
            ConfigError: it is missing, outside `root`, no JSON, no sound schema, or refers to what it may not.
        """
        name = disk.called(path, root)
        try:
            text = disk.read_text(path, root)
        except disk.Outside:
            name = os.path.relpath(path, root)  # wherever the project lies
            raise ConfigError("a schema must be inside the project", cut(name, _MOST_OF_NAME)) from None
        except (disk.Unusable, ValueError) as error:  # the latter for what can be no file's name
            raise ConfigError(f"the schema cannot be read: {error}", cut(name, _MOST_OF_NAME)) from None
        try:
            raw = json.loads(text)
        except json.JSONDecodeError as error:
            raise ConfigError(f"the schema is no valid JSON: {error.msg}", name, error.lineno) from None
        except (RecursionError, ValueError):
            raise ConfigError("the schema is nested too deep, or has a number with too many digits", name) from None
        schema = cls(raw, str(path.resolve()), str(root.resolve()))
        schema.prove(name, text)
        return schema

    def prove(self, name: str, text: str = "") -> None:
        """Check that the schema is sound itself; `text` is what it was read from.

        Raises:
            ConfigError: it is not, `name` is the file to blame.
        """
        prove(self, name, text)

    def files(self) -> dict[str, Any]:
        """The schema and all those it refers to, by their addresses."""
        found: dict[str, Any] = {self.base_uri: self.raw}
        left = [self.base_uri]
        while left:
            base = left.pop()
            for _, ref in references(found[base]):
                address = urljoin(base, ref).partition("#")[0]
                if address not in found:
                    with suppress(ValueError):  # an `$id` inside a schema
                        found[address] = self.retrieve(address)
                        left.append(address)
        return found

    def paths(self) -> list[str]:
        """The files in which it and all those it refers to stand."""
        return [str(path_of(address)) for address in self.files() if address.startswith("file:")]

    def __getstate__(self) -> dict[str, Any]:
        return {"raw": self.raw, "path": self.path, "root": self.root}

    # -- what rules ask -----------------------------------------------------------------------------------------

    @lazy
    def properties(self) -> Mapping[str, Any]:
        """The schema of each top-level key, those of `allOf` and local `$ref` included."""
        found: dict[str, Any] = {}
        for part in holding_at(self.raw, self.raw):
            if isinstance(part.get("properties"), dict):
                found |= part["properties"]
        return found

    @lazy
    def order(self) -> tuple[str, ...]:
        """The keys in the order the schema has them."""
        return tuple(self.properties)

    def part(self, path: KeyPath) -> Mapping[str, Any]:
        """The schema of the value at a path, as far as `properties` and `items` tell it; {} where they do not."""
        return self._parts[tuple([0 if isinstance(step, int) else step for step in path])]

    @lazy
    def _parts(self) -> Known[KeyPath, Mapping[str, Any]]:
        return Known(self._find_part)

    def _find_part(self, path: KeyPath) -> Mapping[str, Any]:
        current: Any = self.raw
        for step in path:
            inner = self._inner_parts(current, step, ("allOf",)) or self._inner_parts(
                current, step, ("allOf", *_EITHER)
            )
            current = inner[0] if len(inner) == 1 else {"anyOf": inner} if inner else {}
        return current if isinstance(current, dict) else {}

    def _inner_parts(self, current: Any, step: str | int, inside: tuple[str, ...]) -> list[Any]:
        """The schemas of what stands at one key, or in one list."""
        found = []
        for part in holding_at(self.raw, current, inside):
            inner = part.get("items" if isinstance(step, int) else "properties")
            if isinstance(step, str) and isinstance(inner, dict):
                inner = inner.get(step)
            if isinstance(inner, dict):
                found.append(inner)
        return found

    def required(self, path: KeyPath) -> list[str]:
        """The keys that the group at a path must have."""
        asked = [part.get("required") for part in holding_at(self.raw, self.part(path))]
        return [name for names in asked if isinstance(names, list) for name in names if isinstance(name, str)]

    @lazy
    def formats(self) -> Mapping[KeyPath, str]:
        """The format that the value at a path must have, or may have in one of several branches; "" for none."""
        return Known(self._find_format)

    def _find_format(self, path: KeyPath) -> str:
        parts = holding_at(self.raw, self.part(path), ("allOf", *_EITHER))
        return next((str(part["format"]) for part in parts if "format" in part), "")

    @lazy
    def types(self) -> Mapping[KeyPath, frozenset[str]]:
        """The JSON types that the value at a path may have; empty where the schema does not say."""
        return Known(lambda path: self.types_of(self.part(path)))

    def types_of(self, part: Any) -> frozenset[str]:
        """The JSON types that a value may have by a part of the schema; empty where that does not say."""
        found: set[str] = set()
        for each in holding_at(self.raw, part, ("allOf", *_EITHER)):
            types = each.get("type", ())
            found |= {types} if isinstance(types, str) else {name for name in types if isinstance(name, str)}
            if not types:
                enum = each.get("enum")
                choices = enum if isinstance(enum, list) else [each["const"]] if "const" in each else []
                found |= {_JSON_TYPES.get(type(choice), "null") for choice in choices}
        return frozenset(found)

    def violations(self, data: Any) -> tuple[Violation, ...]:
        """Every way in which data breaks the schema, in the order of the data."""
        gate = self.gate
        if isinstance(data, dict) and "$schema" in data and "$schema" not in self.properties:  # it is ours
            data = {key: value for key, value in data.items() if key != "$schema"}
        with suppress(TypeError, ValueError, OverflowError):  # most data is plain already
            if gate.is_valid(data):
                return ()
        data = plain(data)
        try:
            if gate.is_valid(data):
                return ()
            if self._is_recursive:  # what doubles with each level of the data would not end
                found = self._found(data) or [_too_involved()]
            else:
                found = self._plainly_found(data) or self._found(data) or list(self._found_by_gate(data))
        except (ValueError, OverflowError):
            found = self._found(data)  # what the compiled validator cannot hold, the reference can
        return tuple({(each.path, each.keyword, each.message): each for each in found}.values())

    def _plainly_found(self, data: Any) -> list[Violation]:
        errors = plain_errors(self.raw, data, self.gate.iter_errors(data))
        return [violation for error in errors for violation in self._words.tell(error)]

    def _found(self, data: Any) -> list[Violation]:
        try:
            most = _MOST_REFERENCES if self._is_recursive else inf
            errors, late = errors_of(self._reference, data, most)
            is_alone = len(errors) == 1 and late is None
            found = [violation for error in errors for violation in self._words.tell(error, is_alone=is_alone)]
        except (re.error, RecursionError):  # an ECMAScript pattern beside `unevaluatedProperties`; a schema without end
            return []
        return [*found, _too_involved(late.key)] if late is not None else found

    def _found_by_gate(self, data: Any) -> Iterator[Violation]:
        for error in self.gate.iter_errors(data):
            path, steps = tuple(error.instance_path), tuple(map(str, error.schema_path))
            keyword = steps[-1] if steps else ""
            for key in getattr(error.kind, "unexpected", ()):
                yield Violation((*path, key), keyword, "/".join(steps), key_not_allowed(key), None, [], {})
            if hasattr(error.kind, "unexpected"):
                continue
            fits_none = keyword in _EITHER and "more than one" not in error.message
            reason = "fits none of the forms that it may have" if fits_none else asked_otherwise(error.message)
            yield Violation(path, keyword, "/".join(steps), f"{subject_of(path)} {reason}", None, [], {})

    def accepts(self, data: Any, path: KeyPath, value: Any) -> bool:
        """Whether nothing is wrong with the value at a path, once the data has this one there."""
        changed, place = self._beside.changed(data, path, value)
        changed = plain(changed)
        try:
            if self.gate.is_valid(changed):
                return True
            errors = [(tuple(error.instance_path), error.schema_path[-1:]) for error in self.gate.iter_errors(changed)]
        except (ValueError, OverflowError):  # what the compiled validator cannot hold
            return False
        if any(at[: len(place)] == place for at, _ in errors):
            return False
        if not any(place[: len(at)] == at and keyword and keyword[0] in _EITHER for at, keyword in errors):
            return True
        told = [] if self._is_recursive else self.violations(changed)  # only words tell what a branch lacks
        return bool(told) and not any(violation.path[: len(place)] == place for violation in told)

    @lazy
    def _beside(self) -> Beside:
        return Beside(self.files().values())

    @lazy
    def _is_recursive(self) -> bool:
        return is_recursive(self.files())

    # -- validators ---------------------------------------------------------------------------------------------

    @property
    def base_uri(self) -> str:
        return Path(self.path).as_uri() if self.path else "contentlint:schema"

    @lazy
    def gate(self) -> Any:
        """The compiled validator, which tells fast whether anything is wrong."""
        import jsonschema_rs

        def retrieve(uri: str) -> Any:
            return with_patterns(self.retrieve(uri))

        return jsonschema_rs.validator_for(
            with_patterns(self.raw), validate_formats=True, retriever=retrieve, base_uri=self.base_uri
        )

    @lazy
    def _reference(self) -> Any:
        return reference_validator(self.raw, self.base_uri if self.path else "", self.retrieve)

    @lazy
    def _words(self) -> Words:
        return Words(self.raw, self.part)

    def retrieve(self, uri: str) -> Any:
        """A schema that another refers to: a local file inside the project, never the network."""
        parts = urlsplit(uri)
        if parts.scheme != "file" or not self.root:
            raise ValueError(f'"$ref" to {uri}: only local files inside the project may be referred to')
        path = path_of(uri).resolve()
        if not path.is_relative_to(self.root):
            raise ValueError(f'"$ref" to {path}: it is outside the project')
        name = path.relative_to(self.root).as_posix()
        try:
            return json.loads(disk.read_text(path, self.root))
        except disk.Unusable as error:
            raise ValueError(f'"$ref" to {name}: {error}') from None
        except (ValueError, RecursionError) as error:
            reason = f"{error.msg} in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else str(error)
            raise ValueError(f'"$ref" to {name}: it is no valid JSON: {reason}') from None


def _too_involved(key: str = "") -> Violation:
    message = "the front matter is not as the schema asks, and the schema is too involved to say what is wrong"
    return Violation((key,) if key else (), "", "", message, None, [], {})
