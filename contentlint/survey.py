"""What a tree of content is: the generator that reads it, its front matter, its languages and keys."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

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
_CHINESE, _KANA, _HANGUL = pattern(r"[\u4e00-\u9fff]"), pattern(r"[\u3040-\u30ff]"), pattern(r"[\uac00-\ud7af]")
_LANGUAGE_KEYS = ("lang", "language", "locale")
_NAMES = {"hexo": "Hexo", "hugo": "Hugo", "jekyll": "Jekyll", "astro": "Astro"}
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


_Kind: TypeAlias = tuple[str, str]  # a generator's name, and the profile for it


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


def _named(name: str, suffixes: str) -> tuple[str, ...]:
    return tuple(f"{name}.{suffix}" for suffix in suffixes.split())


def _astro(file: Path) -> _Kind:
    return "Astro with Starlight" if "@astrojs/starlight" in _text(file) else "Astro", "astro"


def _hexo_or_jekyll(file: Path) -> _Kind:
    text, folder = _text(file), file.parent
    hexo, jekyll = len({*_HEXO.findall(text)}), len({*_JEKYLL.findall(text)})
    if _depends_on(folder / "package.json", "hexo") or (folder / "scaffolds").is_dir():
        hexo += 5
    if "jekyll" in _text(folder / "Gemfile") or "jekyll" in text:
        jekyll += 5
    if hexo == jekyll:
        hexo += (folder / "source" / "_posts").is_dir()
    profile = "hexo" if hexo > jekyll else "jekyll"
    return _NAMES[profile], profile


def _hugo_or_zola(file: Path) -> _Kind | None:
    text = _text(file).lower()
    if "baseurl" in text:
        return "Hugo", "hugo"
    return ("Zola", "") if "base_url" in text else None


# the config files of each generator, and which it is, or what tells that of the file; the first one that is there counts
_CONFIGS: tuple[tuple[tuple[str, ...], _Kind | Callable[[Path], _Kind | None]], ...] = (
    (_named("astro.config", "mjs js ts mts cjs"), _astro),
    (_named("docusaurus.config", "js ts mjs cjs mts"), ("Docusaurus", "docs")),
    (_named("mkdocs", "yml yaml"), ("MkDocs", "docs")),
    (("zensical.toml",), ("Zensical", "docs")),
    (_named(".vitepress/config", "js ts mjs mts"), ("VitePress", "docs")),
    (_named(".vuepress/config", "js ts mjs mts"), ("VuePress", "docs")),
    (("_toc.yml", "_toc.yaml", "myst.yml"), ("Jupyter Book", "docs")),
    (_named("hugo", "toml yaml yml json"), ("Hugo", "hugo")),
    (_named("_config", "yml yaml toml"), _hexo_or_jekyll),
    (_named("config", "toml yaml yml json"), _hugo_or_zola),
    (_named("config/_default/hugo", "toml yaml yml json"), ("Hugo", "hugo")),
    (_named("config/_default/config", "toml yaml yml json"), ("Hugo", "hugo")),
    ((".eleventy.js", *_named("eleventy.config", "js mjs cjs ts")), ("Eleventy", "")),
)


def _by_config(folder: Path, root: Path) -> Generator | None:
    """The generator whose config file lies in a folder."""
    for names, kind in _CONFIGS:
        file = next((folder / name for name in names if (folder / name).is_file()), None)
        if file is None:
            continue
        told = kind if isinstance(kind, tuple) else kind(file)
        if told is not None:
            return Generator(*told, file.relative_to(root).as_posix())
    return None


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
