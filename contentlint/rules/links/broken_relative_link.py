"""See `BrokenRelativeLink`."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from contentlint.address import as_read, is_in_typographic_quotes
from contentlint.document import Document
from contentlint.languages import is_language
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule, Severity
from contentlint.wording import MOST_OF_AN_ADDRESS, cut_at

_ELSEWHERE = pattern(r"(?i)[a-z][a-z0-9+.-]*:|[/\\#?{<$%@~]")
_UNNAMEABLE = frozenset("\0\r\n")  # hardly a file has such a name
_PAGES = (".md", ".mdx", ".markdown", ".html", ".htm")
_INDEXES = ("index", "_index", "README", "readme")
_TEXTS = (".md", ".mdx", ".markdown")
_MADE_FROM_TEXT = (".html", ".htm")
_FILES = (".avif", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".svg", ".webp", ".zip")
_QUOTED = pattern(r"[\"'“”‘’].+[\"'“”‘’]")
_NUMBERED = pattern(r"\d{1,3}+[-_.]\s*+")
_LONGEST_PATH = 4_096  # characters: no system has longer ones
# they publish a page under another address than its file's, and a relative link starts from there
_OTHER_ADDRESSES = frozenset({"hexo", "jekyll", "hugo", "astro", "news"})


class BrokenRelativeLink(Rule):
    """A link or image leads to a file that is not there.

    Readers get an error page or a hole where the picture should be. Mostly the file was renamed or moved.

    There is no fix: write the path of the file that is meant. Paths are taken from the article's own folder; where a
    generator publishes pages under other addresses, only links to Markdown files, files in Hugo's leaf bundles and
    Astro's pictures are looked at.
    """

    name = "broken-relative-link"
    severity = Severity.ERROR
    recommended = False
    is_fickle = True
    needs = {"link", "image"}
    good = (
        "[this](article.md#part), [this](./article), [this](article.html?print), [this](<article.md>)\n",
        "[root](/kites.md) [part](#part) [query](?page=2) [mail](mailto:kite@example.org)\n",
        '<a href="https://example.org/kites.md">Kites</a> <img src="//example.org/a.png" alt="">\n',
        '<a href="{{ site.url }}/kites.md">风筝</a> [凧](kites-{{ page.slug }}.md)\n',
        "[outside](../../../../../../kites.md)\n",
        "`[gone](gone.md)`\n",
        Good("[next](../next/) ![a](a.png)\n", profile="hugo"),
        Good("[next](../next/) ![a](../a.png)\n", profile="hugo", path="content/kites/index.md"),
        Good("![a](a.png)\n", profile="hugo", path="content/zh/kites/index.md"),
        Good("![a](@assets/a.png) <img src='a.png' alt=''>\n", profile="astro", path="src/content/kites.md"),
        Good("---\nresources:\n- name: a.png\n---\n\n![a](a.png)\n", profile="hugo", path="content/kites/index.md"),
        "---\npermalink: /kites/\n---\n\n![a](../a.png)\n",
        Good("[自](%E9%A3%8E%E7%AD%9D.md)\n", path="风筝.md"),
    )
    bad = (
        Bad("Read [more](⟦no-such-kite.md⟧) and ![a kite](⟦img/no-such-kite.png⟧).\n"),
        Bad('<a href="⟦./没有.html#部分⟧">风筝</a> <img src="⟦没有.jpg⟧" alt="">\n'),
        Bad("<img src='⟦凧\n凧.png⟧' alt=''>\n"),
        Bad('![凧](⟦"https://example.org/a.png"⟧)\n'),
        Bad("[凧]\n\n[凧]: ⟦no%20kite/⟧\n"),
        Bad("[next](⟦no-such-kite.md⟧) ![a](a.png)\n", profile="hugo"),
        Bad("![a](⟦a.png⟧) [凧](⟦./kites.pdf⟧)\n", profile="hugo", path="content/kites/index.md"),
        Bad("![a](⟦../a.png⟧)\n", profile="astro", path="src/content/kites.md"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        known: dict[str, bool] = {}
        for node in (*document.all("link"), *document.all("image")):
            target = node.target
            if target is None or target.value_span is None:
                continue
            path = _path(document, node, target.value)
            if not path or document.has_template(target.value_span):
                continue
            if document.text.endswith("@", 0, node.span.start):  # some sites put contents at "@[TOC](contents)"
                continue
            if path not in known:
                known[path] = _is_there(document, path)
            if not known[path]:
                what = "picture" if node.kind == "image" else "file"
                yield self.finding(target.value_span, _told(what, path))


def _told(what: str, path: str) -> str:
    if _QUOTED.fullmatch(path):
        return "the quotes are part of this address: write it without them"
    return f'there is no {what} "{cut_at(path, MOST_OF_AN_ADDRESS)}": add it, or correct the path'


def _path(document: Document, node: Node, url: str) -> str:
    """The path that a relative URL names from the article's folder, "" where it is none or nobody can tell."""
    url = as_read(url).strip()
    if not url or _ELSEWHERE.match(url) or "\0" in url or url.startswith("`"):  # code that a program links
        return ""
    if is_in_typographic_quotes(url):  # empty-link tells
        return ""
    path = unquote(re.split(r"[?#]", url, maxsplit=1)[0])
    if not _UNNAMEABLE.isdisjoint(path):
        return ""
    is_sure = path.endswith(_TEXTS) or _is_kept_beside(document, node, path) or not _has_other_address(document)
    return path if is_sure else ""


def _has_other_address(document: Document) -> bool:
    """Whether the article is published somewhere else than where its file stands."""
    profile = document.setting.profile
    if profile.name in _OTHER_ADDRESSES or "_posts" in document.source.path.split("/"):
        return True
    return any(key in document.data for key in profile.permalink_keys)


def _is_kept_beside(document: Document, node: Node, path: str) -> bool:
    """Whether a generator takes a file from the article's own folder, at whatever address it publishes the page: Hugo all
    in a leaf bundle (https://gohugo.io/content-management/page-bundles/), Astro the pictures of Markdown."""
    profile, (*folders, file) = document.setting.profile.name, document.source.path.split("/")
    if profile == "hugo" and file.startswith("index.") and "content" in folders:
        if any(map(is_language, folders)):  # a translation has the other's files, too
            return False
        if _names_its_files(document):
            return False
        return not path.startswith("..") and path.lower().endswith(_FILES)
    return (
        profile == "astro"
        and "src" in folders
        and node.kind == "image"
        and node.markup == "markdown"
        and path[0] == "."
    )


def _names_its_files(document: Document) -> bool:
    """Whether the front matter gives a file of Hugo's bundle another name, which a link may call it by."""
    resources = document.data.get("resources")
    return isinstance(resources, list) and any(isinstance(each, dict) and "name" in each for each in resources)


def _is_there(document: Document, path: str) -> bool:
    """Whether the path, or what a generator would publish there, exists; also where that must not be looked at."""
    for base in _bases(document, path):
        target = _inside(posixpath.join(base, path))
        if target is None:
            return True
        if any(_exists(candidate) or candidate == document.source.path for candidate in _candidates(target)):
            return True
        if not path.endswith(_TEXTS) and _is_there_with_number(target):
            return True
    return False


def _bases(document: Document, path: str) -> Iterator[str]:
    """The folders from which a path may lead to its file."""
    folder = posixpath.dirname(_inside(document.source.path) or "")
    yield folder
    if not path.endswith(_TEXTS):  # the article itself may be published as a folder
        yield posixpath.join(folder, posixpath.basename(posixpath.splitext(document.source.path)[0]))
    if document.setting.profile.name == "hugo":
        yield from _others_of_hugo(folder, str(document.data.get("url") or ""))


def _others_of_hugo(folder: str, url: str) -> Iterator[str]:
    """Where a file may lie that Hugo publishes beside an article in this folder, or that a theme finds by its name: a
    translation may also use the files of the same article in another language."""
    root, is_content, below = f"/{folder}/".partition("/content/")
    if not is_content:
        return
    for other in (f"static/{below}", f"static/{url.strip('/')}", "static", "assets"):
        yield f"{root}/{other}".strip("/")
    within = below.partition("/")[2]
    for language in _names_in(f"{root}/content".strip("/")) if within else ():
        yield f"{root}/content/{language}/{within}".strip("/")


def _is_there_with_number(target: str) -> bool:
    """Whether a text stands there under a number that orders it in a menu and is not published: `02-kites.md`."""
    folder, name = posixpath.split(target)
    there = filter(_NUMBERED.match, _names_in(folder))
    return any(_NUMBERED.sub("", posixpath.splitext(each)[0]) == name for each in there)


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")
    except (OSError, ValueError):
        return []


def _candidates(target: str) -> Iterator[str]:
    yield target
    stem, suffix = posixpath.splitext(target)
    if suffix.lower() in _MADE_FROM_TEXT:
        yield from (stem + other for other in _PAGES)
    elif suffix.lower() not in _TEXTS:
        yield from (target + other for other in _PAGES)
        yield from (posixpath.join(target, index + other) for index in _INDEXES for other in _PAGES)


def _inside(path: str) -> str | None:
    """The path from the working folder, None where it leads out of it."""
    if posixpath.isabs(path):
        path = posixpath.relpath(path, os.getcwd().replace(os.sep, "/"))
    path = posixpath.normpath(path)
    return None if path == ".." or path.startswith("../") else path


def _exists(path: str) -> bool:
    """Whether a path exists; a symbolic link on the way may lead out, so that it is believed and not followed."""
    if len(path) > _LONGEST_PATH:
        return False
    parts = path.split("/")
    try:
        for count in range(1, len(parts)):
            if os.path.islink("/".join(parts[:count])):
                return True
        return os.path.lexists(path)
    except ValueError:
        return True
