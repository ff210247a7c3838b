"""Which generator makes a site of a tree of content, by its config file or by its folders."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from contentlint import disk
from contentlint.patterns import pattern

_JEKYLL = pattern(
    r"(?m)^(?:plugins|gems|remote_theme|kramdown|markdown|baseurl|collections|defaults|paginate|permalink|sass|whitelist|livereload):"
)
_HEXO = pattern(
    r"(?m)^(?:public_dir|source_dir|tag_dir|archive_dir|category_dir|code_dir|i18n_dir|skip_render|new_post_name|default_layout"
    r"|titlecase|external_link|filename_case|render_drafts|post_asset_folder|relative_link|index_generator|pagination_dir):"
)
_SECTION = pattern(r"(?:\A|/)content/(?:[^/]+/)*_index(?:\.[\w-]+)?\.(?:md|html)\Z")
_NAMES = {"hexo": "Hexo", "hugo": "Hugo", "jekyll": "Jekyll", "astro": "Astro"}


class Generator(NamedTuple):
    """What makes a site of the content: its name, contentlint's profile for it ("" for none), and what shows it."""

    name: str
    profile: str
    evidence: str


_Kind: TypeAlias = tuple[str, str]  # a generator's name, and the profile for it
_Configs: TypeAlias = tuple[tuple[tuple[str, ...], _Kind | Callable[[Path], _Kind | None]], ...]


def generator_of(root: Path, paths: Sequence[str]) -> Generator | None:
    """The generator that a tree's files show, or None; its config is looked for here and one folder down."""
    folders = [root, *sorted(each for each in _folders(root) if not each.name.startswith((".", "node_modules")))]
    for configs in (_CONFIGS, _OTHER_CONFIGS):
        for folder in folders:
            found = _by_config(folder, root, configs)
            if found is not None:
                return found
    return _by_content(paths)


def _named(name: str, suffixes: str) -> tuple[str, ...]:
    return tuple(f"{name}.{suffix}" for suffix in suffixes.split())


def _astro(file: Path) -> _Kind:
    return "Astro with Starlight" if "@astrojs/starlight" in _text(file) else "Astro", "astro"


def _hexo_or_jekyll(file: Path) -> _Kind | None:
    text, folder = _text(file), file.parent
    hexo, jekyll = len({*_HEXO.findall(text)}), len({*_JEKYLL.findall(text)})
    if _depends_on(folder / "package.json", "hexo") or os.path.isdir(folder / "scaffolds"):
        hexo += 5
    if "jekyll" in _text(folder / "Gemfile") or "jekyll" in text:
        jekyll += 5
    if not hexo and not jekyll and os.path.isdir(folder / "layout"):
        return None  # a theme for Hexo, with options of its own
    if hexo == jekyll:
        hexo += os.path.isdir(folder / "source" / "_posts")
    profile = "hexo" if hexo > jekyll else "jekyll"
    return _NAMES[profile], profile


def _hugo_or_zola(file: Path) -> _Kind | None:
    text = _text(file).lower()
    if "baseurl" in text:
        return "Hugo", "hugo"
    return ("Zola", "") if "base_url" in text else None


# the config files of each generator, and which it is, or what tells that of the file; the first one that is there counts
_CONFIGS: _Configs = (
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
# those of programs that build anything, for which one of the above may lie in a folder below
_OTHER_CONFIGS: _Configs = (
    (_named("gatsby-config", "js ts mjs"), ("Gatsby", "")),
    (_named("next.config", "js ts mjs cjs"), ("Next.js", "")),
    (_named("nuxt.config", "js ts mjs"), ("Nuxt", "")),
    (_named("svelte.config", "js ts mjs"), ("SvelteKit", "")),
)


def _by_config(folder: Path, root: Path, configs: _Configs) -> Generator | None:
    """The generator whose config file lies in a folder."""
    for names, kind in configs:
        file = next((folder / name for name in names if os.path.isfile(folder / name)), None)
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
