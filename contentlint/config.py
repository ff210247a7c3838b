"""Which rules, with which options, for which path; read from a TOML file that is data and nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from contentlint import custom, disk
from contentlint.document import Document
from contentlint.errors import ConfigError, did_you_mean
from contentlint.globs import matcher
from contentlint.patterns import pattern
from contentlint.profiles import PROFILES
from contentlint.rule import Rule, Safety, Severity, SiteRule
from contentlint.rules import all_rules
from contentlint.schema import JsonSchema
from contentlint.setting import Setting

SUFFIXES = ("md", "markdown", "mdx", "html", "htm")
_STRINGS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
_SCHEMA_COMMENT = pattern(
    r"(?:^|(?<=\s))(#[ \t]*contentlint:[ \t]*schema[ \t]*=[ \t]*(\S+))(?:[ \t]+--.*)?[ \t]*$", re.MULTILINE
)


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
    "extend": _option("", "Another config file that this one builds on, relative to this file."),
    "profile": _option("", "What generates the site: its words for things and its schema.", enum=list(PROFILES)),
    "select": _option(["recommended"], 'Rules to ask: names, groups, "recommended" or "ALL".'),
    "extend-select": _option([], "Rules to ask besides those selected."),
    "ignore": _option([], "Rules not to ask; a name weighs more than its group."),
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
    "per-file-ignores": _option({}, "Rules not to ask of some files, by pattern.", type="object", additionalProperties=_STRINGS),
    "baseline": _option("", "The baseline file; contentlint-baseline.json beside the config where it is there."),
    "rules": _option({}, "The options and the severity of each rule.", type="object"),
    "custom-rules": _option([], "Rules without code.", type="array", items=custom.SCHEMA),
}  # fmt: skip


@dataclass(frozen=True)
class Overrides:
    """What the command line says, which beats every file; None and "" say nothing."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] | None = None
    fixable: tuple[str, ...] | None = None
    unfixable: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    respect_gitignore: bool | None = None
    schema: str = ""


class Plan(NamedTuple):
    """What is asked of one path: of the article alone, and of the site it is a part of."""

    rules: tuple[Rule, ...]
    site_rules: tuple[SiteRule, ...]
    setting: Setting


@dataclass(frozen=True)
class Config:
    """A config in effect. `root` is the folder its patterns are relative to; `file` the file it came from, or ""."""

    root: Path
    file: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    overrides: Overrides = field(default_factory=Overrides)

    def __getstate__(self) -> dict[str, Any]:
        return {name: self.__dict__[name] for name in ("root", "file", "values", "overrides")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def get(self, key: str) -> Any:
        """The value in effect: the command line's, the file's, or the default; what extends is added."""
        override = getattr(self.overrides, key.replace("-", "_"), None)
        if key.startswith("extend-"):
            return [*self.values.get(key, ()), *(override or ())]
        if override not in (None, "", ()):
            return list(override) if isinstance(override, tuple) else override
        return self.values.get(key, OPTIONS[key].default)

    # -- rules --------------------------------------------------------------------------------------------------

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every selected rule, configured."""
        chosen = self.overrides.select is not None
        more = self.overrides.extend_select if chosen else self.get("extend-select")
        ignored = [*(() if chosen else self.values.get("ignore", ())), *(self.overrides.ignore or ())]
        names = selected([*self.get("select"), *more], ignored, self._known)
        names |= {name for name, rule in self._known.items() if rule.is_indispensable} - set(ignored)
        return tuple(rule for name, rule in self._configured.items() if name in names)

    @cached_property
    def _known(self) -> Mapping[str, type[Rule] | Rule]:
        """Every rule by its name, the config's own ones included."""
        return {**all_rules(), **self._custom}

    @cached_property
    def _custom(self) -> Mapping[str, Rule]:
        return {entry["name"]: custom.CustomRule.made(entry) for entry in self.values.get("custom-rules", ())}

    @cached_property
    def _configured(self) -> Mapping[str, Rule]:
        options = self.values.get("rules", {})
        found: dict[str, Rule] = {}
        for name, rule in all_rules().items():
            own = dict(options.get(name, {}))
            severity = own.pop("severity", None)
            found[name] = rule.configured(own, Severity(severity) if severity else None)
        return {**found, **self._custom}

    @cached_property
    def _names(self) -> frozenset[str]:
        """What a suppression may name."""
        return frozenset({*self._known, *(rule.group for rule in self._known.values())})

    @cached_property
    def may_fix(self) -> frozenset[str]:
        return selected(self.get("fixable"), self.get("unfixable"), self._known)

    @cached_property
    def trusted(self) -> frozenset[str]:
        own = (name for name, rule in self._custom.items() if getattr(rule, "safety", None) is Safety.SAFE)
        return selected(self.get("extend-safe-fixes"), (), self._known) | frozenset(own)

    @cached_property
    def own(self) -> frozenset[str]:
        """The names of the rules without code."""
        return frozenset(self._custom)

    def fingerprint(self, version: str) -> str:
        """What tells this config, with its schemas and rules, from any other: the same where every result is."""
        names = {self.overrides.schema, self.get("schema"), *(entry["schema"] for entry in self.get("schemas"))}
        schemas = {name: self._setting(name).schema.files() for name in sorted(names)}  # type: ignore[union-attr]
        installed = {name: [str(rule.severity), rule.__module__] for name, rule in self._known.items()}
        told = [version, str(self.root), self.values, repr(self.overrides), schemas, installed]
        return hashlib.blake2b(json.dumps(told, sort_keys=True, default=str).encode(), digest_size=16).hexdigest()

    def prove(self) -> None:
        """Raises:
        ConfigError: the command line names a rule that does not exist.
        """
        for name in ("select", "extend_select", "ignore", "fixable", "unfixable"):
            check_selectors(getattr(self.overrides, name) or (), self._known, "--" + name.replace("_", "-"))

    def prove_schemas(self) -> None:
        """Raises:
        ConfigError: a schema that the config or the command line names cannot be used.
        """
        self._setting(self.overrides.schema)
        for name in {self.get("schema"), *(entry["schema"] for entry in self.get("schemas"))} - {self.overrides.schema}:
            try:
                self._setting(name)
            except ConfigError as error:
                raise ConfigError(f'"schema": {error}', os.path.relpath(self.file), _row_of(name, self.file)) from None

    def plan_for(self, path: str) -> Plan:
        """The rules and the setting for a path (relative to the working folder, or absolute)."""
        inside = self.relative(path)
        rules = self._rules_for(inside)
        alone, of_site = self._split if rules is self.rules else _split(rules)
        return Plan(alone, of_site, self._setting_for(inside))

    @cached_property
    def _split(self) -> tuple[tuple[Rule, ...], tuple[SiteRule, ...]]:
        return _split(self.rules)

    def relative(self, path: str) -> str:
        """A path relative to the config's folder, with `/`; as it is where it lies outside."""
        if not self.file and not path.startswith(("/", "..")):
            return path
        whole = os.path.abspath(path)
        for each in (whole, os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))):
            if Path(each).is_relative_to(self.root):
                return Path(each).relative_to(self.root).as_posix()
        return Path(path).as_posix()

    @cached_property
    def project(self) -> Path:
        """The folder that nothing is read outside of: the repository's, or the config's."""
        return next((each for each in (self.root, *self.root.parents) if (each / ".git").exists()), self.root)

    def _rules_for(self, path: str) -> tuple[Rule, ...]:
        ignores = self.get("per-file-ignores")
        if not ignores:
            return self.rules
        ignored = [
            selector for pattern, selectors in ignores.items() if self._matcher(pattern)(path) for selector in selectors
        ]
        if not ignored:
            return self.rules
        names = selected(["ALL"], ignored, self._known)
        return tuple(rule for rule in self.rules if rule.name in names)

    # -- schemas ------------------------------------------------------------------------------------------------

    def _setting_for(self, path: str) -> Setting:
        name = self.overrides.schema
        if not name:
            name = self.get("schema")
            for entry in self.get("schemas"):
                if any(self._matcher(pattern)(path) for pattern in entry["files"]):
                    name = entry["schema"]
        return self._setting(name)

    def _setting(self, name: str) -> Setting:
        if name not in self._settings:
            profile = PROFILES[self.get("profile")]
            schema = self._schema(name) if name else shipped_schema(profile.name or "article")
            self._settings[name] = Setting(profile, schema, bool(name or profile.name), known_rules=self._names)
        return self._settings[name]

    @cached_property
    def _settings(self) -> dict[str, Setting]:
        return {}

    def _schema(self, name: str) -> JsonSchema:
        if "://" in name:
            raise ConfigError(f"the schema {name} is no local file: only files inside the project are read", self.file)
        if self.overrides.schema == name:  # the command line may name any file
            path = Path(name)
            is_inside = path.resolve().is_relative_to(self.project)
            return JsonSchema.load(path, self.project if is_inside else path.resolve().parent)
        return JsonSchema.load(self.root / name, self.project)

    def placed(self, document: Document) -> Document:
        """The document with the schema that its own front matter asks for, if it does.

        Raises:
            ConfigError: that schema cannot be used.
        """
        front_matter = document.front_matter
        if front_matter is None:
            return document
        named = _schema_named(document)
        if named is None:
            return document
        name, at = named
        folder = self.root / Path(self.relative(document.source.path)).parent
        path = folder / name if (folder / name).is_file() else self.root / name
        key = str(path)
        if key not in self._settings:
            try:
                schema = JsonSchema.load(path, self.project)
            except ConfigError as error:
                raise ConfigError(f"line {document.source.position(at).row}: {error}") from None
            self._settings[key] = replace(document.setting, schema=schema, schema_is_explicit=True)
        return replace(document, setting=self._settings[key])

    # -- paths --------------------------------------------------------------------------------------------------

    def _matcher(self, pattern: str) -> Callable[[str], bool]:
        found = self._matchers.get(pattern)
        if found is None:
            found = self._matchers[pattern] = matcher([pattern])
        return found

    @cached_property
    def _matchers(self) -> dict[str, Callable[[str], bool]]:
        return {}


def _schema_named(document: Document) -> tuple[str, int] | None:
    """The schema file that an article's front matter asks for, and where; a URL names a standard, not a file."""
    front_matter = document.front_matter
    assert front_matter is not None
    name = document.data.get("$schema")
    if isinstance(name, str):
        field = front_matter.fields.get(("$schema",))
        return None if "://" in name else (name, field.value.start if field else 0)
    start, end = front_matter.content
    if document.text.find("contentlint", start, end) < 0 or front_matter.syntax not in ("yaml", "toml"):
        return None
    values = [field.value for field in front_matter.fields.values() if field.style not in ("mapping", "sequence")]
    for comment in _SCHEMA_COMMENT.finditer(document.source.flat, start, end):
        if any(value.start <= comment.start(1) < value.end for value in values):
            continue
        if "://" in comment[2]:
            row = document.source.position(comment.start(1)).row
            raise ConfigError(f"line {row}: the schema {comment[2][:100]} is no local file: only those are read")
        return comment[2], comment.start(1)
    return None


def _row_of(value: str, file: str) -> int:
    """The line of a config in which a text stands; 0 where it came by `extend`."""
    lines = disk.read_text(file).split("\n") if file else []
    return next((row for row, line in enumerate(lines, 1) if f'"{value}"' in line or f"'{value}'" in line), 0)


def _split(rules: Iterable[Rule]) -> tuple[tuple[Rule, ...], tuple[SiteRule, ...]]:
    """The rules that judge an article alone, and those that judge the site."""
    of_site = tuple(rule for rule in rules if isinstance(rule, SiteRule))
    return tuple(rule for rule in rules if not isinstance(rule, SiteRule)), of_site


# -- selectors ------------------------------------------------------------------------------------------------------


def selected(select: Iterable[str], ignore: Iterable[str], known: Mapping[str, type[Rule] | Rule]) -> frozenset[str]:
    """The rules that are selected and not ignored; of two selectors that disagree the more exact one wins."""
    wanted, unwanted = _weights(select, known), _weights(ignore, known)
    return frozenset(name for name, weight in wanted.items() if weight > unwanted.get(name, -1))


def _weights(selectors: Iterable[str], known: Mapping[str, type[Rule] | Rule]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for selector in selectors:
        for name, rule in known.items():
            weight = _weight(selector, rule)
            if weight >= 0:
                weights[name] = max(weight, weights.get(name, -1))
    return weights


def _weight(selector: str, rule: type[Rule] | Rule) -> int:
    if selector == rule.name:
        return 3
    if selector.replace("_", "-") == rule.group:
        return 2
    if selector == "recommended":
        return 1 if rule.recommended else -1
    return 0 if selector == "ALL" else -1


def check_selectors(
    selectors: Iterable[str], known: Mapping[str, type[Rule] | Rule], where: str, file: str = "", row: int = 0
) -> None:
    """Raises:
    ConfigError: a selector names nothing.
    """
    names = {*known, *(rule.group for rule in known.values()), "recommended", "ALL"}
    for selector in selectors:
        if selector not in names and selector.replace("_", "-") not in names:
            raise ConfigError(
                f'{where}: there is no rule or group "{selector}"{did_you_mean(selector, names)}', file, row
            )


# -- shipped schemas ------------------------------------------------------------------------------------------------

_SHIPPED: dict[str, JsonSchema] = {}


def shipped_schema(name: str) -> JsonSchema:
    """A schema that comes with contentlint: `article`, or a profile's."""
    if name not in _SHIPPED:
        here = Path(__file__).parent
        for folder in (here / "schemas", here.parent / "schemas"):  # in a wheel; in a checkout
            file = folder / f"{name}.schema.json"
            if file.is_file():
                _SHIPPED[name] = JsonSchema(json.loads(file.read_text("utf-8")))
                break
        else:
            raise ConfigError(f"the schema of {name} is not installed: install contentlint anew")
    return _SHIPPED[name]
