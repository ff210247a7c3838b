"""JSON Schemas for front matter: read from local files alone, asked fast, answered in a writer's words.

jsonschema is the reference for what is wrong. A compiled validator answers first whether anything is.
Draft 2020-12 unless `$schema` names an older one; `pattern` and `format` mean what ECMA-262 and the RFCs say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from contentlint.errors import ConfigError, did_you_mean
from contentlint.patterns import pattern
from contentlint.setting import Violation

_EITHER = ("anyOf", "oneOf")
_IN_PLACE = ("allOf", "anyOf", "oneOf")
_IN_PLACE_ONE = ("not", "if", "then", "else")
_IN_PLACE_BY_KEY = ("dependentSchemas", "dependencies")
_TYPES = {
    "string": "text", "array": "a list", "object": "a group of keys", "boolean": "true or false",
    "integer": "a whole number", "number": "a number", "null": "empty",
}  # fmt: skip
_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
_FORMATS = {
    "date": "a date like 2021-11-07", "date-time": "a date and time like 2021-11-07T23:45:49Z", "time": "a time like 23:45:49Z",
    "email": "an e-mail address", "uri": "a full address like https://example.org/page", "uri-reference": "an address or path",
    "regex": "a regular expression", "uuid": "a UUID", "hostname": "a host name", "ipv4": "an IPv4 address",
}  # fmt: skip
_MAX_REFS = 10_000
_DRAFTS = {
    "draft-04": "http://json-schema.org/draft-04/schema#", "draft-06": "http://json-schema.org/draft-06/schema#",
    "draft-07": "http://json-schema.org/draft-07/schema#", "draft/2019-09": "https://json-schema.org/draft/2019-09/schema",
    "draft/2020-12": "https://json-schema.org/draft/2020-12/schema", "": "https://json-schema.org/draft/2020-12/schema",
}  # fmt: skip
_DRAFT = pattern(r"https?://json-schema\.org/(?:(.*)/)?schema#?")


class JsonSchema:
    """One schema. Picklable: the validators are built where they are first needed."""

    def __init__(self, raw: Any, path: str = "", root: str = "") -> None:
        self.raw, self.path, self.root = _with_draft(raw), path, root

    @classmethod
    def load(cls, path: Path, root: Path) -> JsonSchema:
        """Read and check a schema file.

        Raises:
            ConfigError: it is missing, outside `root`, no JSON, no sound schema, or refers to what it may not.
        """
        name = _shown(path, root)
        try:
            real = path.resolve()
            text = real.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else (error.strerror or str(error))
            raise ConfigError(f"the schema cannot be read: {reason}", name) from None
        if not real.is_relative_to(root.resolve()):
            raise ConfigError("a schema must be inside the project", name)
        try:
            raw = json.loads(text)
        except json.JSONDecodeError as error:
            raise ConfigError(f"the schema is no valid JSON: {error.msg}", name, error.lineno) from None
        except RecursionError:
            raise ConfigError("the schema is nested too deep", name) from None
        schema = cls(raw, str(real), str(root.resolve()))
        schema.prove(name, text)
        return schema

    def __getstate__(self) -> dict[str, Any]:
        return {"raw": self.raw, "path": self.path, "root": self.root}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    # -- what rules ask -----------------------------------------------------------------------------------------

    @cached_property
    def properties(self) -> Mapping[str, Any]:
        """The schema of each top-level key, those of `allOf` and local `$ref` included."""
        found: dict[str, Any] = {}
        for part in self._parts(self.raw):
            if isinstance(part.get("properties"), dict):
                found |= part["properties"]
        return found

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The keys in the order the schema has them."""
        return tuple(self.properties)

    def part(self, path: tuple[str | int, ...]) -> Mapping[str, Any]:
        """The schema of the value at a path, as far as `properties` and `items` tell it; {} where they do not."""
        found = self._known_parts.get(path)
        if found is None:
            path = tuple(0 if isinstance(step, int) else step for step in path)
            if path not in self._known_parts:
                self._known_parts[path] = self._find_part(path)
            return self._known_parts[path]
        return found

    @cached_property
    def _known_parts(self) -> dict[tuple[str | int, ...], Mapping[str, Any]]:
        return {}

    def _find_part(self, path: tuple[str | int, ...]) -> Mapping[str, Any]:
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
        for part in self._parts(current, inside):
            inner = part.get("items" if isinstance(step, int) else "properties")
            if isinstance(step, str) and isinstance(inner, dict):
                inner = inner.get(step)
            if isinstance(inner, dict):
                found.append(inner)
        return found

    def types_of(self, path: tuple[str | int, ...]) -> frozenset[str]:
        """The JSON types that the value at a path may have; empty where the schema does not say."""
        part = self.part(path)
        if id(part) not in self._known_types:
            found: set[str] = set()
            for each in self._parts(part, ("allOf", *_EITHER)):
                types = each.get("type", ())
                found |= {types} if isinstance(types, str) else {name for name in types if isinstance(name, str)}
                if not types:
                    choices = (
                        each["enum"]
                        if isinstance(each.get("enum"), list)
                        else [each["const"]]
                        if "const" in each
                        else []
                    )
                    found |= {_JSON_TYPES.get(type(choice), "null") for choice in choices}
            self._known_types[id(part)] = frozenset(found)
        return self._known_types[id(part)]

    @cached_property
    def _known_types(self) -> dict[int, frozenset[str]]:
        return {}

    def violations(self, data: Any) -> tuple[Violation, ...]:
        """Every way in which data breaks the schema, in the order of the data."""
        gate = self._gate
        with suppress(TypeError, ValueError, OverflowError):  # most data is plain already
            if gate.is_valid(data):
                return ()
        data = plain(data)
        try:
            if gate.is_valid(data):
                return ()
            found = self._found(data) or list(self._found_by_gate(data))
        except (ValueError, OverflowError):
            found = self._found(data)  # what the compiled validator cannot hold, the reference can
        return tuple({(each.path, each.keyword, each.message): each for each in found}.values())

    def _found(self, data: Any) -> list[Violation]:
        try:
            return [violation for error in self._reference.iter_errors(data) for violation in self._told(error)]
        except (re.error, RecursionError):  # an ECMAScript pattern beside `unevaluatedProperties`; a schema without end
            return []

    def _found_by_gate(self, data: Any) -> Iterator[Violation]:
        for error in self._gate.iter_errors(data):
            path, steps = tuple(error.instance_path), tuple(map(str, error.schema_path))
            message = f"{_subject(path)} is not as the schema asks ({error.message[:120]})"
            yield Violation(path, steps[-1] if steps else "", "/".join(steps), message, None, None, {})

    def accepts(self, data: Any, part: Any) -> bool:
        """Whether data is right by a part of this schema."""
        return bool(self._reference.evolve(schema=part).is_valid(plain(data)))

    # -- validators ---------------------------------------------------------------------------------------------

    @property
    def base_uri(self) -> str:
        return Path(self.path).as_uri() if self.path else "contentlint:schema"

    @cached_property
    def _gate(self) -> Any:
        import jsonschema_rs

        return jsonschema_rs.validator_for(
            self.raw, validate_formats=True, retriever=self._retrieve, base_uri=self.base_uri
        )

    @cached_property
    def _reference(self) -> Any:
        import jsonschema
        import referencing
        from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
        from referencing.jsonschema import DRAFT202012

        def retrieve(uri: str) -> Any:
            return referencing.Resource.from_contents(self._retrieve(uri), default_specification=DRAFT202012)

        kind: Any = jsonschema.validators.validator_for(self.raw, default=jsonschema.Draft202012Validator)
        own = {
            "pattern": _pattern,
            "patternProperties": _pattern_properties,
            "additionalProperties": _additional_properties,
        }
        own |= {"properties": _forbidding(kind.VALIDATORS["properties"])}
        own |= {"dependencies": jsonschema.Draft7Validator.VALIDATORS["dependencies"]}  # known beyond draft 7 too
        extend: Any = jsonschema.validators.extend
        extended = extend(kind, own)
        make_registry: Any = referencing.Registry
        registry = make_registry(retrieve=retrieve)
        registry = registry.combine(REGISTRY)
        contents = self.raw
        if self.path and isinstance(self.raw, dict) and "$id" not in self.raw:
            resource = referencing.Resource.from_contents(contents, default_specification=DRAFT202012)
            registry = registry.with_resource(self.base_uri, resource)
            return extended({"$ref": self.base_uri}, registry=registry, format_checker=_format_checker())
        return extended(contents, registry=registry, format_checker=_format_checker())

    def _retrieve(self, uri: str) -> Any:
        """A schema that another refers to: a local file inside the project, never the network."""
        parts = urlsplit(uri)
        if parts.scheme != "file" or not self.root:
            raise ValueError(f'"$ref" to {uri}: only local files inside the project may be referred to')
        path = Path(unquote(parts.path)).resolve()
        if not path.is_relative_to(self.root):
            raise ValueError(f'"$ref" to {path}: it is outside the project')
        name = path.relative_to(self.root).as_posix()
        try:
            return json.loads(path.read_text("utf-8-sig"))
        except OSError as error:
            raise ValueError(f'"$ref" to {name}: {error.strerror or error}') from None
        except (ValueError, RecursionError) as error:
            reason = f"{error.msg} in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else str(error)
            raise ValueError(f'"$ref" to {name}: it is no valid JSON: {reason}') from None

    # -- soundness ----------------------------------------------------------------------------------------------

    def prove(self, name: str, text: str = "") -> None:
        """Check that the schema is sound itself.

        Raises:
            ConfigError: it is not.
        """
        import jsonschema

        if not isinstance(self.raw, (dict, bool)):
            raise ConfigError("a schema is an object (or true or false)", name)
        draft = self.raw.get("$schema") if isinstance(self.raw, dict) else None
        if draft is not None and draft not in _DRAFTS.values():
            reason = f'"$schema" is {str(draft)[:100]!r}, but only the drafts 4, 6, 7, 2019-09 and 2020-12 of JSON Schema are known'
            raise ConfigError(reason, name, _row_of(text, ("$schema",)))
        kind: Any = jsonschema.validators.validator_for(self.raw, default=jsonschema.Draft202012Validator)
        try:
            kind.check_schema(
                self.raw, format_checker=jsonschema.FormatChecker(formats=())
            )  # patterns are ECMAScript's
        except jsonschema.SchemaError as error:
            where = "/".join(map(str, error.absolute_path)) or "the top"
            row = _row_of(text, tuple(error.absolute_path))
            raise ConfigError(f"the schema is not sound at {where}: {error.message[:200]}", name, row) from None
        for path, written in _patterns(self.raw):
            if not _pattern_works(written):
                raise ConfigError(
                    f"the pattern {written} is no regular expression that works here", name, _row_of(text, path)
                )
        try:
            self._gate  # noqa: B018 - building it resolves every $ref
        except (ValueError, OSError) as error:
            reason = _why_unusable(str(error).splitlines()[0])
            row = next((_row_of(text, path) for path, ref in _references(self.raw) if ref.lstrip("#./") in reason), 1)
            raise ConfigError(f"the schema cannot be used: {reason[:200]}", name, row) from None
        cycle = self._cycle()
        if cycle:
            row = next((_row_of(text, path) for path, ref in _references(self.raw) if cycle.endswith(ref)), 1)
            raise ConfigError(f'"$ref": {cycle.removeprefix(self.base_uri) or "#"} refers to itself', name, row)

    def _cycle(self) -> str:
        """A `$ref` that leads back to itself without going into the data, or nothing."""
        done: set[str] = set()
        files: dict[str, Any] = {self.base_uri: self.raw}

        def target(ref: str, file: str) -> tuple[str, Any]:
            address, _, fragment = (urljoin(file, ref) if not ref.startswith("#") else file + ref).partition("#")
            try:
                if address not in files:
                    files[address] = self._retrieve(address)
            except ValueError:  # an `$id` inside the schema, which building the validators has found
                return address, {}
            return address, _pointed(files[address], "#" + fragment)

        def follow(part: Any, file: str, trail: tuple[str, ...]) -> str:
            if not isinstance(part, dict):
                return ""
            ref = part.get("$ref")
            if isinstance(ref, str):
                address, aimed = target(ref, file)
                whole = f"{address}#{ref.partition('#')[2]}"
                if whole in trail:
                    return whole
                if whole not in done:
                    found = follow(aimed, address, (*trail, whole))
                    done.add(whole)
                    if found:
                        return found
            inner = [each for key in _IN_PLACE for each in part.get(key, []) if isinstance(part.get(key), list)]
            inner += [
                each for key in _IN_PLACE_BY_KEY if isinstance(part.get(key), dict) for each in part[key].values()
            ]
            inner += [part.get(key) for key in _IN_PLACE_ONE]
            return next((found for each in inner if (found := follow(each, file, trail))), "")

        return next((cycle for part in _subschemas(self.raw) if (cycle := follow(part, self.base_uri, ()))), "")

    def _parts(self, part: Any, inside: Iterable[str] = ("allOf",)) -> Iterator[Mapping[str, Any]]:
        """A schema and those that hold at the same place, local references followed."""
        todo, seen = [part], 0
        while todo and seen < 200:
            current = todo.pop(0)
            seen += 1
            if not isinstance(current, dict):
                continue
            yield current
            ref = current.get("$ref")
            if isinstance(ref, str) and ref.startswith("#"):
                todo.append(_pointed(self.raw, ref))
            for key in inside:
                if isinstance(current.get(key), list):
                    todo.extend(current[key])

    # -- words --------------------------------------------------------------------------------------------------

    def _told(self, error: Any) -> Iterator[Violation]:
        path = tuple(error.absolute_path)
        keyword = str(error.validator)
        value, expected = error.instance, error.validator_value
        schema = error.schema if isinstance(error.schema, dict) else {}
        if keyword in ("anyOf", "oneOf") and error.context:
            yield from self._nearest_branch(error, path)
            return
        if keyword == "additionalProperties" and isinstance(value, dict):
            allowed = schema.get("properties", {})
            for key in _additional(value, schema):
                message = f'the key "{key}" is not allowed here{did_you_mean(key, allowed)}'
                yield self._violation(error, (*path, key), message, value=key, expected=tuple(allowed))
            return
        if keyword == "required":
            missing = next((key for key in expected if error.message == f"{key!r} is a required property"), "")
            about = schema.get("properties", {}).get(missing) or self.part((*path, missing))
            described = next((str(part["description"]) for part in self._parts(about) if part.get("description")), "")
            where = f' in "{_name(path)}"' if path else ""
            yield self._violation(
                error, path, f'"{missing}" is missing{where}' + (f": {described}" if described else ""), value=missing
            )
            return
        subject = f"a key in {_subject(path)}" if "propertyNames" in error.schema_path else _subject(path)
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
        test = _stepped(self.raw, [*steps[:at], "if"]) if at >= 0 else None
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
                f"{_subject(path)} must be {_or(_TYPES.get(name, name) for name in types)}, not {_kind(error.instance)}",
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
            for violation in self._told(inner):
                yield violation._replace(message=violation.message + meant)


def plain(data: Any) -> Any:
    """Data as JSON has it: keys are text, dates are text."""
    if isinstance(data, dict):
        return {key if isinstance(key, str) else _spelled(key): plain(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(item) for item in data]
    if isinstance(data, (datetime, date, time)):
        return data.isoformat()
    if isinstance(data, (set, frozenset, bytes)):
        return str(data)
    return data


def _spelled(key: Any) -> str:
    return (
        {True: "true", False: "false", None: "null"}.get(key, str(key))
        if isinstance(key, bool) or key is None
        else str(key)
    )


# -- validators' parts ----------------------------------------------------------------------------------------------


@cache
def _pattern_validator(pattern: str) -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for({"type": "string", "pattern": pattern})


def _pattern_works(pattern: str) -> bool:
    try:
        _pattern_validator(pattern)
    except ValueError:
        return False
    return True


def _matches(pattern: str, text: str) -> bool:
    return bool(_pattern_validator(pattern).is_valid(text))


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if isinstance(instance, str) and not _matches(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _pattern_properties(validator: Any, patterns: Any, instance: Any, schema: Any) -> Iterator[Any]:
    if isinstance(instance, dict):
        for pattern, part in patterns.items():
            for key, value in instance.items():
                if _matches(pattern, key):
                    yield from validator.descend(value, part, path=key, schema_path=pattern)


def _additional_properties(validator: Any, part: Any, instance: Any, schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    extras = _additional(instance, schema) if isinstance(instance, dict) else []
    if isinstance(part, dict):
        for key in extras:
            yield from validator.descend(instance[key], part, path=key)
    elif part is False and extras:
        yield ValidationError(f"{', '.join(map(repr, extras))} not allowed")


def _forbidding(known: Any) -> Any:
    """`properties` that tells of a key whose schema is `false` at that key."""

    def properties(validator: Any, parts: Any, instance: Any, schema: Any) -> Iterator[Any]:
        yield from known(
            validator, {key: {"not": {}} if part is False else part for key, part in parts.items()}, instance, schema
        )

    return properties


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


def _with_draft(raw: Any) -> Any:
    """The schema with its `$schema` spelled as the standard does: `https`, `http` and a missing "#" are one."""
    draft = _DRAFT.fullmatch(raw["$schema"]) if isinstance(raw, dict) and isinstance(raw.get("$schema"), str) else None
    spelled = _DRAFTS.get(draft[1] or "") if draft else None
    return {**raw, "$schema": spelled} if spelled else raw


def _why_unusable(reason: str) -> str:
    """A compiler's complaint about a `$ref`, in our words."""
    for complaint, told in (
        (r".* retrieving it failed: \w+: (.*)", r"\1"),
        (r"(?:Pointer|Anchor) '(.*)' does not exist", r'"$ref": there is no \1'),
    ):
        reason = re.sub(complaint, told, reason)
    return reason


def _references(raw: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(raw, dict):
        if isinstance(raw.get("$ref"), str):
            yield (*path, "$ref"), raw["$ref"]
        for key, value in raw.items():
            yield from _references(value, (*path, key))
    elif isinstance(raw, list):
        for index, value in enumerate(raw):
            yield from _references(value, (*path, index))


def _stepped(raw: Any, steps: list[Any]) -> Any:
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
            current, followed = _pointed(raw, current["$ref"]), followed + 1
        is_there = (
            step in current
            if isinstance(current, dict)
            else isinstance(current, list) and isinstance(step, int) and step < len(current)
        )
        if not is_there:
            return None
        current = current[step]
    return current


def _additional(value: Mapping[str, Any], schema: Mapping[str, Any]) -> list[str]:
    known = schema.get("properties", {})
    patterns = schema.get("patternProperties", {})
    return [key for key in value if key not in known and not any(_matches(pattern, key) for pattern in patterns)]


def _pointed(raw: Any, ref: str) -> Any:
    """The part of a schema that a local JSON pointer or anchor names, {} where it names none."""
    if ref == "#":
        return raw
    if not ref.startswith("#/"):
        return next(
            (part for part in _subschemas(raw) if isinstance(part, dict) and part.get("$anchor") == ref[1:]), {}
        )
    current = raw
    for step in unquote(ref[2:]).split("/"):
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(current, dict) and step in current:
            current = current[step]
        elif isinstance(current, list) and step.isdigit() and int(step) < len(current):
            current = current[int(step)]
        else:
            return {}
    return current


def _subschemas(raw: Any) -> Iterator[Any]:
    todo, seen = [raw], 0
    while todo and seen < _MAX_REFS:
        part = todo.pop()
        seen += 1
        if isinstance(part, dict):
            yield part
            todo.extend(part.values())
        elif isinstance(part, list):
            todo.extend(part)


def _patterns(raw: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(raw, dict):
        for key, value in raw.items():
            if key == "pattern" and isinstance(value, str):
                yield (*path, key), value
            elif key == "patternProperties" and isinstance(value, dict):
                for pattern in value:
                    yield (*path, key, pattern), pattern
            if key not in ("enum", "const", "default", "examples"):
                yield from _patterns(value, (*path, key))
    elif isinstance(raw, list):
        for index, value in enumerate(raw):
            yield from _patterns(value, (*path, index))


def _row_of(text: str, path: tuple[Any, ...]) -> int:
    """The row of a value in a JSON text, or of what comes nearest."""
    from contentlint.parsing.front_matter import json as places

    if not text:
        return 0
    fields = places.read(text, 0, len(text)).fields
    while path and path not in fields:
        path = path[:-1]
    return text.count("\n", 0, fields[path].value.start) + 1 if path else 1


def _shown(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


# -- words ----------------------------------------------------------------------------------------------------------


def _name(path: tuple[Any, ...]) -> str:
    words = [f"item {step + 1}" if isinstance(step, int) else str(step) for step in path]
    return ".".join(words) if not any(isinstance(step, int) for step in path) else " › ".join(words)


def _subject(path: tuple[Any, ...]) -> str:
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
