"""The keys of a config: what each means, what it may hold, and what it is by default."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from contentlint import custom
from contentlint.errors import KeyPath
from contentlint.profiles import PROFILES
from contentlint.spelling import written_key

_STRINGS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}


class Option(NamedTuple):
    """One key of the config: its JSON schema (with its meaning as description) and default."""

    schema: Mapping[str, Any]
    default: Any


def _option(default: Any, meaning: str, **schema: Any) -> Option:
    if not schema:
        kinds: dict[type, dict[str, Any]] = {bool: {"type": "boolean"}, list: dict(_STRINGS), str: {"type": "string"}}
        schema = kinds[type(default)]
    return Option({"description": meaning, **schema}, default)


OPTIONS: Mapping[str, Option] = {
    "extend": _option("", "Another config file that this one builds on, relative to this file; where both set a key, this file counts; rules, per-file-ignores and custom-rules are joined."),
    "profile": _option("", "The site's kind or generator: sets its key names and schema.", enum=list(PROFILES)),
    "select": _option(["recommended"], 'Rules to run: names, groups, "recommended" or "ALL".'),
    "extend-select": _option([], "Rules to run besides those selected."),
    "ignore": _option([], "Rules not to run; a name weighs more than its group."),
    "fixable": _option(["ALL"], "Rules whose fixes may be applied."),
    "unfixable": _option([], "Rules whose fixes are never applied."),
    "extend-safe-fixes": _option([], "Rules whose unsafe fixes --fix applies too."),
    "include": _option([], "Patterns of further files to check, besides Markdown and HTML."),
    "exclude": _option([], "Patterns of files and folders not to check."),
    "extend-exclude": _option([], "Patterns not to check besides those of `exclude`."),
    "respect-gitignore": _option(True, "Whether files that .gitignore names are left out."),
    "schema": _option("", "The JSON schema of front matter, inside the project."),
    "schemas": _option(
        [], "Schemas for some files; the last match wins.", type="array",
        items={"type": "object", "required": ["files", "schema"], "additionalProperties": False,
               "properties": {"files": _STRINGS, "schema": {"type": "string"}}},
    ),
    "per-file-ignores": _option({}, "Rules not to run on some files, by pattern.", type="object", additionalProperties=_STRINGS),
    "baseline": _option("", "The baseline file; contentlint-baseline.json beside the config where it is there."),
    "rules": _option({}, "The options and the severity of each rule.", type="object"),
    "custom-rules": _option([], "Rules without code.", type="array", items=custom.SCHEMA),
}  # fmt: skip


def named_files(values: Mapping[str, Any], keys: Iterable[str]) -> dict[KeyPath, str]:
    """The files that these keys of a config name, and those of its `schemas`, each by where it stands."""
    named: dict[KeyPath, str] = {(key,): values[key] for key in keys if key in values}
    schemas = values.get("schemas", [])
    return named | {("schemas", index, "schema"): entry["schema"] for index, entry in enumerate(schemas)}


def as_toml(value: Any) -> str:
    """A value on one line, as a config may hold it."""
    if isinstance(value, Mapping):
        pairs = (f"{written_key(key, 'toml')} = {as_toml(each)}" for key, each in value.items())
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
