"""What a tree of content is: the generator that reads it, its front matter, its languages and keys."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from contentlint import disk
from contentlint.document import Problem
from contentlint.fields import FrontMatter
from contentlint.languages import is_language
from contentlint.parsing.front_matter import read_front_matter
from contentlint.patterns import pattern
from contentlint.schema import plain
from contentlint.setting import Setting
from contentlint.text import Source

_JEKYLL = pattern(
    r"(?m)^(?:plugins|gems|remote_theme|kramdown|markdown|baseurl|collections|defaults|paginate|permalink|sass|whitelist|livereload):"
)
_HEXO = pattern(
    r"(?m)^(?:public_dir|source_dir|tag_dir|archive_dir|category_dir|code_dir|i18n_dir|skip_render|new_post_name|default_layout"
    r"|titlecase|external_link|filename_case|render_drafts|post_asset_folder|relative_link|index_generator|pagination_dir):"
)
_SECTION = pattern(r"(?:\A|/)content/(?:[^/]+/)*_index(?:\.[\w-]+)?\.(?:md|html)\Z")
_CHINESE, _KANA, _HANGUL = (
    re.compile(r"[\u4e00-\u9fff]"),
    re.compile(r"[\u3040-\u30ff]"),
    re.compile(r"[\uac00-\ud7af]"),
)
_LANGUAGE_KEYS = ("lang", "language", "locale")
_NAMES = {"hexo": "Hexo", "hugo": "Hugo", "jekyll": "Jekyll", "astro": "Astro", "docs": "documentation"}
_NO_NUMBER = pattern(r"[-+]?\d+:\d|0\d+\Z")


class Article(NamedTuple):
    """Front matter as JSON has it; `syntax` is yaml, toml or json."""

    path: str
    data: Mapping[str, Any]
    syntax: str


class Outlier(NamedTuple):
    """An article that is not as the others are, and in what; `key` is empty where it is the whole."""

    path: str
    row: int
    key: str
    why: str

    def told(self) -> str:
        return f"{self.path}:{self.row}: {self.why}"


@dataclass
class Read:
    """What reading many files gave: their front matter, and those that have none or none that can be read."""

    articles: list[Article] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    unreadable: list[Outlier] = field(default_factory=list)


class Generator(NamedTuple):
    """What makes a site of the content: its name, contentlint's profile for it ("" for none), and what shows it."""

    name: str
    profile: str
    evidence: str


def read_articles(paths: Iterable[str], setting: Setting) -> Read:
    """The front matter of these files, in their order; what cannot be read is listed, never raised."""
    found = Read()
    for path in paths:
        try:
            source = Source.decode(path, disk.read(path).data)
        except disk.Unusable as error:
            found.unreadable.append(Outlier(path, 1, "", f"the file cannot be read: {error}"))
            continue
        if source.undecodable:
            found.unreadable.append(Outlier(path, 1, "", source.undecodable))
            continue
        front_matter, problems = read_front_matter(source, setting)
        if front_matter is None:
            found.without.append(path)
        elif front_matter.readable and _is_text(data := plain(_as_meant(source.text, front_matter))):
            found.articles.append(Article(path, data, front_matter.syntax))
        else:
            found.unreadable.append(_unreadable(source, front_matter, problems))
    return found


def _is_text(data: dict[str, Any]) -> bool:
    """Whether no half of a character stands in it, which no schema can hold."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _as_meant(text: str, front_matter: FrontMatter) -> dict[str, Any]:
    """The data with times and codes as they are written, which YAML takes for numbers: 1:31, 01231."""
    written = {
        field.name: text[field.value.start : field.value.end]
        for field in front_matter.top
        if field.style == "plain" and isinstance(field.data, int) and not isinstance(field.data, bool)
    }
    return {**front_matter.data, **{key: value for key, value in written.items() if _NO_NUMBER.match(value)}}


class Rows:
    """The rows of an article's values; the file is read again, for few articles are outliers."""

    def __init__(self, path: str, setting: Setting) -> None:
        self.rows: dict[tuple[str, ...], int] = {}
        try:
            source = Source.decode(path, disk.read(path).data)
        except disk.Unusable:
            return
        front_matter, _ = read_front_matter(source, setting)
        if front_matter is not None:
            self.rows[()] = source.position(front_matter.opening.start).row
            for place, entry in front_matter.fields.items():
                steps = tuple(next(iter(plain({step: 0}))) for step in place)
                self.rows[steps] = source.position((entry.key or entry.value).start).row

    def of(self, path: tuple[Any, ...]) -> int:
        steps = tuple(map(str, path))
        while steps and steps not in self.rows:
            steps = steps[:-1]
        return self.rows.get(steps, 1)


def _unreadable(source: Source, front_matter: FrontMatter, problems: Sequence[Problem]) -> Outlier:
    problem = next((each for each in problems if each.kind != "front-matter-not-first"), None)
    if problem is None:
        row = source.position(front_matter.opening.start).row
        return Outlier(source.path, row, "", f"front matter in {front_matter.syntax} is not read")
    return Outlier(source.path, source.position(problem.span.start).row, "", problem.message)


# -- what it is -----------------------------------------------------------------------------------------------------


def generator_of(root: Path, paths: Sequence[str]) -> Generator | None:
    """The generator that a tree's files show, or None; its config is looked for here and one folder down."""
    folders = [root, *sorted(each for each in _folders(root) if not each.name.startswith((".", "node_modules")))]
    for folder in folders:
        found = _by_config(folder, root)
        if found is not None:
            return found
    return _by_content(paths)


def languages_of(articles: Iterable[Article]) -> Counter[str]:
    """How many articles are in which language, as far as a key, a folder's name or the headline's script tells."""
    found: Counter[str] = Counter()
    for article in articles:
        written = next((article.data[key] for key in _LANGUAGE_KEYS if isinstance(article.data.get(key), str)), "")
        folders = [part for part in article.path.split("/")[:-1] if is_language(part)]
        found[written or (folders[-1] if folders else _script_of(article.data.get("title")))] += 1
    found.pop("", None)
    return found


def _by_config(folder: Path, root: Path) -> Generator | None:
    def there(*names: str) -> Path | None:
        return next((folder / name for name in names if (folder / name).is_file()), None)

    def is_(profile: str, file: Path, name: str = "") -> Generator:
        return Generator(name or _NAMES[profile], profile, file.relative_to(root).as_posix())

    if file := there(*(f"astro.config.{suffix}" for suffix in ("mjs", "js", "ts", "mts", "cjs"))):
        return is_("astro", file, "Astro with Starlight" if "@astrojs/starlight" in _text(file) else "")
    if file := there(*(f"docusaurus.config.{suffix}" for suffix in ("js", "ts", "mjs", "cjs", "mts"))):
        return is_("docs", file, "Docusaurus")
    if file := there("mkdocs.yml", "mkdocs.yaml"):
        return is_("docs", file, "MkDocs")
    if file := there("zensical.toml"):
        return is_("docs", file, "Zensical")
    if file := there(*(f".vitepress/config.{suffix}" for suffix in ("js", "ts", "mjs", "mts"))):
        return is_("docs", file, "VitePress")
    if file := there(*(f".vuepress/config.{suffix}" for suffix in ("js", "ts", "mjs", "mts"))):
        return is_("docs", file, "VuePress")
    if file := there("_toc.yml", "_toc.yaml", "myst.yml"):
        return is_("docs", file, "Jupyter Book")
    if file := there(*(f"hugo.{suffix}" for suffix in ("toml", "yaml", "yml", "json"))):
        return is_("hugo", file)
    if file := there("_config.yml", "_config.yaml", "_config.toml"):
        return _hexo_or_jekyll(folder, file, is_)
    if file := there(*(f"config.{suffix}" for suffix in ("toml", "yaml", "yml", "json"))):
        text = _text(file).lower()
        if "base_url" in text and "baseurl" not in text:
            return Generator("Zola", "", file.relative_to(root).as_posix())
        if "baseurl" in text:
            return is_("hugo", file)
    if file := there(
        *(
            f"config/_default/{name}.{suffix}"
            for name in ("hugo", "config")
            for suffix in ("toml", "yaml", "yml", "json")
        )
    ):
        return is_("hugo", file)
    if file := there(
        ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts"
    ):
        return Generator("Eleventy", "", file.relative_to(root).as_posix())
    return None


def _hexo_or_jekyll(folder: Path, file: Path, is_: Any) -> Generator | None:
    text = _text(file)
    hexo, jekyll = len({*_HEXO.findall(text)}), len({*_JEKYLL.findall(text)})
    if _depends_on(folder / "package.json", "hexo") or (folder / "scaffolds").is_dir():
        hexo += 5
    if "jekyll" in _text(folder / "Gemfile") or "jekyll" in text:
        jekyll += 5
    if hexo == jekyll:
        hexo += (folder / "source" / "_posts").is_dir()
    found: Generator = is_("hexo" if hexo > jekyll else "jekyll", file)
    return found


def _by_content(paths: Sequence[str]) -> Generator | None:
    """The generator whose folders these are."""
    if any(_SECTION.search(path) for path in paths):
        return Generator(_NAMES["hugo"], "hugo", "the pages content/**/_index.md")
    for path in paths:
        folded = f"/{path}"
        for mark, profile in (("/source/_posts/", "hexo"), ("/_posts/", "jekyll"), ("/src/content/", "astro")):
            if mark in folded:
                return Generator(_NAMES[profile], profile, f"the folder {mark.strip('/')}")
    return None


def _depends_on(file: Path, name: str) -> bool:
    try:
        package = json.loads(_text(file) or "{}")
    except (ValueError, RecursionError):
        return False
    return isinstance(package, dict) and any(
        isinstance(package.get(key), dict) and name in package[key]
        for key in ("dependencies", "devDependencies", "hexo")
    )


def _folders(root: Path) -> list[Path]:
    try:
        return [each for each in root.iterdir() if each.is_dir() and not each.is_symlink()]
    except OSError:
        return []


def _text(file: Path) -> str:
    try:
        return disk.read(file).data.decode("utf-8", "replace")
    except disk.Unusable:
        return ""


def _script_of(title: Any) -> str:
    if not isinstance(title, str):
        return ""
    if _KANA.search(title):
        return "ja"
    if _HANGUL.search(title):
        return "ko"
    return "zh" if _CHINESE.search(title) else ""
