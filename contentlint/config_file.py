"""A config file's text to its values; every mistake is one line that names file, line and key."""

from __future__ import annotations

import os
import posixpath
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from contentlint import disk
from contentlint.config import Config, Overrides, repository_of
from contentlint.errors import ConfigError, KeyPath, Place, Places
from contentlint.fields import Field
from contentlint.parsing.front_matter import toml
from contentlint.patterns import pattern
from contentlint.text import Source

FILE_NAMES = (".contentlint.toml", "contentlint.toml", "pyproject.toml")
_MERGED = ("rules", "per-file-ignores")
_MOST_CONFIGS = 30
# of a pyproject.toml that is no TOML: where a table of contentlint's begins
_TABLE = pattern(
    r"""(?m)^[ \t]*+\[{0,2}+[ \t]*+["']?+tool["']?+[ \t]*+(?:\.[ \t]*+["']?+contentlint["']?+(?=[\s.\]#=]|\Z)"""
    r"""|\][^\n]*+\n(?:(?![ \t]*+(?:\[|["']?contentlint\b))[^\n]*+\n)*+[ \t]*+["']?+contentlint["']?+[ \t]*+[.=])"""
)


def load_config(
    start: str | Path = ".",
    *,
    file: str | Path | None = None,
    isolated: bool = False,
    overrides: Overrides | None = None,
    paths: Collection[str] = (),
) -> Config:
    """The config in effect for a folder: `file` if given, else the nearest one upward, else that of all `paths` together,
    which are to be checked, else the defaults.

    Raises:
        ConfigError: the config cannot be read or is wrong; file, line and key are in the message.
    """
    if file and isolated:
        raise ConfigError("isolated from every config file, none can be named: leave out --isolated or --config")
    if file == "":
        raise ConfigError("--config: the path is empty")
    overrides = overrides or Overrides()
    path = None if isolated else Path(file) if file else _discover(Path(start).resolve()) or _discover_around(paths)
    if path is None:
        folder = Path(start).resolve()
        config = Config(folder if folder.is_dir() else folder.parent, overrides=overrides)
    else:
        values, places = read_config(path)
        config = Config(path.resolve().parent, path.as_posix(), values, overrides, places)
    config.prove()
    return config


def _discover_around(paths: Collection[str]) -> Path | None:
    """The nearest config upward from the folder in which all these paths lie; none where a link leads there out of
    the working folder."""
    try:
        whole = os.path.commonpath([*map(os.path.abspath, paths)])
    except ValueError:  # none, or on several drives
        return None
    leads_out = Path(whole).is_relative_to(Path.cwd()) and not disk.is_inside(whole, Path.cwd())
    return None if leads_out else _discover(Path(whole))


def _discover(folder: Path) -> Path | None:
    folder = folder if folder.is_dir() else folder.parent
    for parent in (folder, *folder.parents):
        for name in FILE_NAMES:
            path = parent / name
            if not os.path.lexists(path) or (name == "pyproject.toml" and not path.is_file()):
                continue
            if not disk.is_inside(path, _reach(parent)):  # nothing of it is read, and nothing quoted
                if name == "pyproject.toml":
                    continue
                raise ConfigError(
                    "this config is a link that leads out of the project: name it with --config", path.as_posix()
                )
            if name != "pyproject.toml" or holds_config(path):
                return path
    return None


def holds_config(path: Path) -> bool:
    """Whether a pyproject.toml has a table for contentlint."""
    try:
        text = disk.read(path).data.decode("utf-8", "replace")  # that it is not UTF-8 is told once its table is read
    except disk.Unusable:
        return False
    if "contentlint" not in text:
        return False
    try:
        tool = tomllib.loads(text).get("tool")
    except ValueError:
        return _TABLE.search(text) is not None
    return isinstance(tool, dict) and "contentlint" in tool


class PlacedValues(NamedTuple):
    """The values of a config file, those it extends included, and where they stand."""

    values: Mapping[str, Any]
    places: Places


def read_config(path: Path, seen: tuple[Path, ...] = ()) -> PlacedValues:
    """What a config file says, with what those say that it extends; `seen` are the files that led to it.

    Raises:
        ConfigError: it cannot be read or is wrong.
    """
    from contentlint.config_checks import Checker  # which a run without a config does not need

    file = disk.called(path, Path.cwd()) if path.exists() else Path(os.path.relpath(path)).as_posix()
    try:
        text = disk.read(path).data.decode("utf-8-sig")
    except (disk.Unusable, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise ConfigError(f"the config cannot be read: {reason}", file) from None
    source, parsed = Source(file, text), toml.read(text, 0, len(text))
    if parsed.failed:
        problem = parsed.problems[0]
        raise ConfigError(f"no valid TOML: {problem.message}", file, source.position(problem.span.start).row)
    values: Mapping[str, Any] = parsed.data
    prefix = ("tool", "contentlint") if path.name == "pyproject.toml" else ()
    for depth, key in enumerate(prefix, 1):
        values = values.get(key, {})
        if not isinstance(values, dict):
            where = _places(source, parsed.fields, ())
            raise where.mistake('"tool.contentlint" must be a table of options', prefix[:depth])
    places = _places(source, parsed.fields, prefix)
    checker = Checker(places)
    checker.check(values)
    below = _below(PlacedValues(values, places), path, (*seen, path.resolve()))
    checker.check_names(values, below.values.get("custom-rules", []) if below is not None else [])
    return _merged(PlacedValues(values, places), below) if below is not None else PlacedValues(values, places)


def _places(source: Source, fields: Mapping[KeyPath, Field], prefix: KeyPath) -> Places:
    """Where the values below a table stand."""
    depth = len(prefix)
    rows = {path[depth:]: source.position((each.key or each.value).start).row for path, each in fields.items() if path[:depth] == prefix}  # fmt: skip
    return Places(source.path, {path: Place(source.path, row) for path, row in rows.items() if path})


def _below(above: PlacedValues, path: Path, seen: tuple[Path, ...]) -> PlacedValues | None:
    """The config that this one builds on, as this one would have written it."""
    values, places = above
    name = values.get("extend", "")
    if not name:
        return None
    reason = ""
    other = (path.resolve().parent / name).resolve()
    if Path(name).is_absolute() or "://" in name:
        reason = '"extend" must be a path relative to this file:'
    elif other in seen:
        reason = '"extend" goes round in a circle:'
    elif not disk.is_inside(other, _reach(path.resolve().parent)):
        reason = '"extend" leads out of the project:'
    elif len(seen) >= _MOST_CONFIGS:
        reason = f'"extend": {_MOST_CONFIGS} configs build on each other, which is enough; left out is'
    elif not os.path.isfile(other):
        reason = '"extend": there is no file'
    if reason:
        raise places.mistake(f"{reason} {name}", ("extend",))
    below = read_config(other, seen)
    return below._replace(values=_rebased(below.values, name))


def _merged(above: PlacedValues, below: PlacedValues) -> PlacedValues:
    """A config with what only the one below says; of tables each key counts, of rules of one's own each name."""
    values, base = above.values, below.values
    merged = {**base, **values}
    for key in _MERGED:
        merged[key] = {**base.get(key, {}), **values.get(key, {})}
    own = values.get("custom-rules", [])
    names = {entry["name"] for entry in own}
    merged["custom-rules"] = [*own, *(each for each in base.get("custom-rules", []) if each["name"] not in names)]
    return PlacedValues(merged, above.places.over(below.places, _MERGED))


def _rebased(base: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The values of a config that another extends by this name, with the paths of files as that one would write them."""
    folder = posixpath.dirname(name)

    def moved(path: str) -> str:
        return posixpath.normpath(posixpath.join(folder, path)) if path else path

    found = dict(base)
    for key in ("schema", "baseline"):
        if key in found:
            found[key] = moved(found[key])
    if "schemas" in found:
        found["schemas"] = [{**entry, "schema": moved(entry["schema"])} for entry in found["schemas"]]
    return found


def _reach(folder: Path) -> Path:
    """The folder out of which a config that stands in `folder` may not lead: the repository's, else the one above, since
    configs that build on each other often lie side by side."""
    return repository_of(folder) or folder.parent
