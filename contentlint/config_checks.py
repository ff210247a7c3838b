"""What a config file may say: its JSON schema, and what no schema can tell of its names, paths and patterns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from contentlint.custom import CustomRule
from contentlint.errors import ConfigError, KeyPath, OptionError, Places
from contentlint.globs import Unfit, matcher
from contentlint.options import OPTIONS, named_files
from contentlint.rule import Rule, Severity
from contentlint.rules import all_rules, groups
from contentlint.schema import JsonSchema
from contentlint.schema.soundness import DRAFT
from contentlint.selectors import check_selectors
from contentlint.setting import Violation
from contentlint.wording import cut, cut_at, did_you_mean

_SELECTORS = ("select", "extend-select", "ignore", "fixable", "unfixable", "extend-safe-fixes")
_RESERVED = ("recommended", "all", "custom", "internal", "internal-error")
_MOST = 1_000_000  # of whatever a rule's option counts


def config_schema() -> dict[str, Any]:
    """The JSON schema of the config, made from the options and the rules' fields."""
    properties = {name: {**option.schema, "default": option.default} for name, option in OPTIONS.items()}
    properties["rules"] = {
        **OPTIONS["rules"].schema,
        "additionalProperties": False,
        "properties": {name: _rule_schema(rule) for name, rule in all_rules().items()},
    }
    return {
        "$schema": DRAFT,
        "title": "contentlint's config",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _rule_schema(rule: type[Rule]) -> dict[str, Any]:
    kinds: dict[type, dict[str, Any]] = {
        bool: {"type": "boolean"}, int: {"type": "integer", "minimum": 0, "maximum": _MOST}, float: {"type": "number"}, str: {"type": "string"},
        tuple: {"type": "array", "items": {"type": "string"}},
    }  # fmt: skip
    properties: dict[str, Any] = {"severity": {"enum": [each.value for each in Severity]}}
    for name, default in rule.options().items():
        kind = kinds.get(type(default), {"type": "object", "additionalProperties": {"type": "string"}})
        meaning = rule.options_help.get(name, "")
        shown = list(default) if isinstance(default, tuple) else default
        properties[name] = {**kind, "description": meaning, "default": shown}
    return {"type": "object", "description": rule.summary(), "additionalProperties": False, "properties": properties}


class Checker:
    """Says what is wrong with the values of one config file, as a mistake at its place."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def check(self, values: Mapping[str, Any]) -> None:
        """Raises:
        ConfigError: an option is unknown, or holds what it may not.
        """
        violations = JsonSchema(config_schema()).violations(values)
        for violation in sorted(violations, key=lambda each: each.keyword != "additionalProperties")[:1]:
            message = _told(violation, values)
            raise self.places.mistake(message, violation.path)
        self._check_patterns(values)
        self._check_paths(values)

    def check_names(self, values: Mapping[str, Any], inherited: list[Mapping[str, Any]]) -> None:
        """Raises:
        ConfigError: a rule of one's own is wrong, or a rule is named that neither this config nor the one it builds on has.
        """
        own: dict[str, Rule] = {}
        for index, entry in enumerate(values.get("custom-rules", [])):
            own[entry["name"]] = self._custom(index, entry, own)
        known: dict[str, type[Rule] | Rule] = {
            **all_rules(),
            **{each["name"]: CustomRule.made(each) for each in inherited},
        }
        known |= own
        for key in _SELECTORS:
            for index, selector in enumerate(values.get(key, [])):
                check_selectors([selector], known, key, self.places.of((key, index)))
        for written, selectors in values.get("per-file-ignores", {}).items():
            place = self.places.of(("per-file-ignores", written))
            check_selectors(selectors, known, f'per-file-ignores "{written}"', place)

    def _check_paths(self, values: Mapping[str, Any]) -> None:
        """Raises:
        ConfigError: what names a file is no path, or one that does not begin at the config.
        """
        for path, name in named_files(values, ("extend", "schema", "baseline")).items():
            if "\0" in name:
                raise self.places.mistake(f'"{path[-1]}": no file has a name with a NUL character', path)
            if path[-1] != "extend" and Path(name).is_absolute():
                message = f'"{path[-1]}" must be a path relative to the config, inside the project'
                raise self.places.mistake(message, path)

    def _check_patterns(self, values: Mapping[str, Any]) -> None:
        """Raises:
        ConfigError: a pattern of paths matches nothing on earth.
        """
        places: list[tuple[KeyPath, str]] = []
        for key in ("include", "exclude", "extend-exclude"):
            places += [((key, index), written) for index, written in enumerate(values.get(key, []))]
        places += [(("per-file-ignores", written), written) for written in values.get("per-file-ignores", {})]
        for index, entry in enumerate(values.get("schemas", [])):
            places += [(("schemas", index, "files"), written) for written in entry["files"]]
        for path, written in places:
            try:
                if not written.strip() or written.startswith("#"):  # in a .gitignore, a blank line or a comment
                    raise Unfit(f'the pattern "{cut_at(written, 100)}" matches nothing')
                matcher([written])
            except Unfit as error:
                raise self.places.mistake(f'"{path[0]}": {error}', path) from None

    def _custom(self, index: int, entry: Mapping[str, Any], others: Mapping[str, Rule]) -> Rule:
        path: KeyPath = ("custom-rules", index)
        taken = {**dict.fromkeys(all_rules(), "a built-in rule"), **dict.fromkeys(others, "another custom rule")}
        taken |= dict.fromkeys((*groups(), *_RESERVED), "something else")
        if entry["name"] in taken:
            what = taken[entry["name"]]
            raise self.places.mistake(f'the custom rule "{entry["name"]}" has the name of {what}: choose another', path)
        try:
            return CustomRule.made(entry)
        except ConfigError as error:
            path += error.path if isinstance(error, OptionError) else ()
            raise self.places.mistake(str(error), path) from None


def _told(violation: Violation, values: Mapping[str, Any]) -> str:
    """What is wrong, in the words of a config: which options and rules there are."""
    path = violation.path
    if violation.keyword != "additionalProperties":
        return violation.message
    name = str(path[-1])
    if path[0] == "rules" and len(path) == 2:
        if any(entry.get("name") == name for entry in values.get("custom-rules", ()) if isinstance(entry, dict)):
            return (
                f'"{cut(name)}" is a rule of this config: all that is said of it stands in its [[custom-rules]] table'
            )
        return f'there is no rule "{cut(name)}"{did_you_mean(name, all_rules())}'
    if path[0] == "rules" and len(path) == 3:
        options = [*all_rules()[str(path[1])].options(), "severity"]
        return f'the rule {path[1]} has no option "{cut(name)}"{did_you_mean(name, options)}'
    if path == ("tool",):
        return "[tool.contentlint] is for pyproject.toml: here the options stand at the top"
    if len(path) == 1:
        return f'there is no option "{cut(name)}"{did_you_mean(name, OPTIONS)}'
    return violation.message
