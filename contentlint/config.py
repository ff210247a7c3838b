"""Which rules, with which options, for which path: the values of a config file and of the command line in effect."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from contentlint import custom, disk
from contentlint.document import Document
from contentlint.errors import ConfigError, OptionError, Places
from contentlint.globs import matcher
from contentlint.lazy import Known, lazy
from contentlint.options import OPTIONS, named_files
from contentlint.profiles import PROFILES
from contentlint.rule import Finding, Rule, Safety, Severity, SiteRule
from contentlint.rules import all_rules, code_of
from contentlint.schema import JsonSchema
from contentlint.schema.shipped import schema_named, shipped_schema
from contentlint.selectors import check_selectors, selected
from contentlint.setting import Setting
from contentlint.suppression import plain

SUFFIXES = ("md", "markdown", "mdx", "html", "htm")


class Overrides(NamedTuple):
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
    """A config in effect. `root` is the folder its patterns are relative to; `file` the file it came from, or "";
    `places` tells where its values stand."""

    root: Path
    file: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    overrides: Overrides = field(default_factory=Overrides)
    places: Places = field(default_factory=Places, compare=False)

    def __getstate__(self) -> dict[str, Any]:
        return {each.name: self.__dict__[each.name] for each in fields(self)}

    def get(self, key: str) -> Any:
        """The value in effect: the command line's, the file's, or the default; what extends is added."""
        override = getattr(self.overrides, key.replace("-", "_"), None)
        if key.startswith("extend-"):
            return [*self.values.get(key, ()), *(override or ())]
        if override not in (None, "", ()):
            return list(override) if isinstance(override, tuple) else override
        return self.values.get(key, OPTIONS[key].default)

    # -- rules --------------------------------------------------------------------------------------------------

    @lazy
    def rules(self) -> tuple[Rule, ...]:
        """Every selected rule, configured."""
        layers = [(self.overrides.select or (), self.overrides.extend_select, self.overrides.ignore or ())]
        if self.overrides.select is None:
            values = self.values
            select = values.get("select", OPTIONS["select"].default)
            layers.insert(0, (select, values.get("extend-select", ()), values.get("ignore", ())))
        names = frozenset[str]()
        for select, more, ignore in layers:
            names = self._layered(names, (*select, *more), ignore)
        ignored = frozenset(plain(name) for *_, ignore in layers for name in ignore)
        names |= {name for name, rule in self._known.items() if rule.is_indispensable} - ignored
        return tuple(rule for name, rule in self._configured.items() if name in names)

    def _layered(self, below: frozenset[str], select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
        """The rules with what a file or the command line adds to them and takes from them, however it names them."""
        return (below - selected(ignore, (), self._known)) | selected(select, ignore, self._known)

    @lazy
    def _known(self) -> Mapping[str, type[Rule] | Rule]:
        """Every rule by its name, the config's own ones included."""
        return {**all_rules(), **self._custom}

    @lazy
    def _custom(self) -> Mapping[str, Rule]:
        return {entry["name"]: custom.CustomRule.made(entry) for entry in self.values.get("custom-rules", ())}

    @lazy
    def _configured(self) -> Mapping[str, Rule]:
        options = self.values.get("rules", {})
        found: dict[str, Rule] = {}
        for name, rule in all_rules().items():
            own = dict(options.get(name, {}))
            severity = own.pop("severity", None)
            try:
                found[name] = rule.configured(own, Severity(severity) if severity else None)
            except OptionError as error:
                raise self.places.mistake(str(error), ("rules", name, *error.path)) from None
        return {**found, **self._custom}

    @lazy
    def _names(self) -> frozenset[str]:
        """What a suppression may name."""
        return frozenset({*self._known, *(rule.group for rule in self._known.values())})

    @lazy
    def may_fix(self) -> frozenset[str]:
        values, overrides = self.values, self.overrides
        if overrides.fixable is not None:
            return self._layered(frozenset(), overrides.fixable, overrides.unfixable or ())
        select = values.get("fixable", OPTIONS["fixable"].default)
        names = self._layered(frozenset(), select, values.get("unfixable", ()))
        return self._layered(names, (), overrides.unfixable or ())

    @lazy
    def trusted(self) -> frozenset[str]:
        own = (name for name, rule in self._custom.items() if getattr(rule, "safety", None) is Safety.SAFE)
        return selected(self.get("extend-safe-fixes"), (), self._known) | frozenset(own)

    @lazy
    def changes_fixes(self) -> bool:
        """Whether the config or the command line keeps rules from fixing, or calls their fixes safe."""
        return bool(self.trusted) or not self.may_fix >= self._known.keys()

    def as_offered(self, finding: Finding) -> Finding:
        """A finding with the fix as --fix would take it."""
        fix = finding.fix
        if fix is None:
            return finding
        if finding.rule not in self.may_fix:
            return finding._replace(fix=None)
        return finding._replace(fix=fix._replace(safety=Safety.SAFE)) if finding.rule in self.trusted else finding

    @lazy
    def own(self) -> frozenset[str]:
        """The names of the rules without code."""
        return frozenset(self._custom)

    def fingerprint(self, *besides: str) -> str:
        """What tells this config, with its schemas and rules, from any other, where what stands `besides` is the same."""
        schemas = {name: schema.files() for name, schema in self._schemas()}
        installed = {name: [str(rule.severity), rule.__module__, *code_of(rule)] for name, rule in self._known.items()}
        told = [besides, str(self.root), self.values, repr(self.overrides), schemas, installed]
        return hashlib.blake2b(json.dumps(told, sort_keys=True, default=str).encode(), digest_size=16).hexdigest()

    def schema_files(self) -> list[str]:
        """The files of the schemas that the config or the command line names."""
        return sorted({file for name, schema in self._schemas() if name for file in schema.paths()})

    def _schemas(self) -> Iterator[tuple[str, JsonSchema]]:
        """The schemas that are named, by their names; "" is the profile's own."""
        names = {self.overrides.schema, self.get("schema"), *(entry["schema"] for entry in self.get("schemas"))}
        for name in sorted(names):
            schema = self._settings[name].schema
            assert isinstance(schema, JsonSchema)
            yield name, schema

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
        self._settings[self.overrides.schema]
        for path, name in named_files(self.values, ("schema",)).items():
            try:
                self._settings[name]
            except ConfigError as error:
                raise self.places.mistake(f'"schema": {error}', path) from None

    def plan_for(self, path: str) -> Plan:
        """The rules and the setting for a path (relative to the working folder, or absolute)."""
        if self._is_alike_everywhere:
            return self._plan
        return self._plan_inside(self.relative(path))

    @lazy
    def _is_alike_everywhere(self) -> bool:
        """Whether no path has rules or a schema of its own."""
        return not self.get("per-file-ignores") and (bool(self.overrides.schema) or not self.get("schemas"))

    @lazy
    def _plan(self) -> Plan:
        return self._plan_inside("")

    def _plan_inside(self, inside: str) -> Plan:
        return Plan(*self._asked[self._ignored(inside)], self._setting_for(inside))

    def _ignored(self, path: str) -> tuple[str, ...]:
        """The rules, by selectors, that are not asked of a path."""
        ignores = self.get("per-file-ignores")
        return tuple(each for pattern, ignored in ignores.items() if self._matchers[pattern](path) for each in ignored)

    @lazy
    def _asked(self) -> Known[tuple[str, ...], tuple[tuple[Rule, ...], tuple[SiteRule, ...]]]:
        """The rules but those ignored: which judge an article alone, and which the site."""
        return Known(self._all_but)

    def _all_but(self, ignored: tuple[str, ...]) -> tuple[tuple[Rule, ...], tuple[SiteRule, ...]]:
        names = selected(["ALL"], ignored, self._known)
        rules = [rule for rule in self.rules if rule.name in names]
        of_site = tuple(rule for rule in rules if isinstance(rule, SiteRule))
        return tuple(rule for rule in rules if not isinstance(rule, SiteRule)), of_site

    def relative(self, path: str) -> str:
        """A path relative to the config's folder, with `/`; as it is where it lies outside."""
        if not self.file and not path.startswith(("/", "..")):
            return path
        return disk.below(path, self.root) or Path(path).as_posix()

    @lazy
    def project(self) -> Path:
        """The folder that nothing is read outside of: the repository's, or the config's."""
        return repository_of(self.root) or self.root

    # -- schemas ------------------------------------------------------------------------------------------------

    def _setting_for(self, path: str) -> Setting:
        name = self.overrides.schema
        if not name:
            name = self.get("schema")
            for entry in self.get("schemas"):
                if any(self._matchers[pattern](path) for pattern in entry["files"]):
                    name = entry["schema"]
        return self._settings[name]

    @lazy
    def _settings(self) -> Known[str, Setting]:
        """The settings by the schema that the config or the command line names, "" for none."""
        return Known(self._setting)

    def _setting(self, name: str) -> Setting:
        profile = PROFILES[self.get("profile")]
        schema = self._schema(name) if name else shipped_schema(profile.name or "article")
        return Setting(profile, schema, bool(name or profile.name), known_rules=self._names)

    def _schema(self, name: str) -> JsonSchema:
        if "://" in name:
            raise ConfigError(f"the schema {name} is no local file: only files inside the project are read")
        if self.overrides.schema == name:  # the command line may name any file
            path = Path(name)
            return JsonSchema.load(path, self.project if disk.is_inside(path, self.project) else path.resolve().parent)
        return JsonSchema.load(self.root / name, self.project)

    def placed(self, document: Document) -> Document:
        """The document with the schema that its own front matter asks for, if it does.

        Raises:
            ConfigError: that schema cannot be used.
        """
        front_matter = document.front_matter
        if front_matter is None:
            return document
        named = schema_named(document)
        if named is None:
            return document
        name, at = named
        folder = self.root / Path(self.relative(document.source.path)).parent
        is_there = os.path.isfile(folder / name)
        path = (folder if is_there or name.startswith(".") else self.root) / name
        if path not in self._own_schemas:
            try:
                schema = JsonSchema.load(path, self.project)
            except ConfigError as error:
                raise ConfigError(f"line {document.source.position(at).row}: {error}") from None
            self._own_schemas[path] = replace(document.setting, schema=schema, schema_is_explicit=True)
        return replace(document, setting=self._own_schemas[path])

    @lazy
    def _own_schemas(self) -> dict[Path, Setting]:
        """The settings of articles that name a schema themselves, by its file."""
        return {}

    # -- paths --------------------------------------------------------------------------------------------------

    @lazy
    def _matchers(self) -> Known[str, Callable[[str], bool]]:
        return Known(lambda pattern: matcher([pattern]))


def repository_of(folder: Path) -> Path | None:
    """The repository a folder is in: up to where `.git` is. None where it is in none."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)
