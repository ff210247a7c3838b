"""The names by which a link can lead into an article: ids, names, and what generators make of headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.references import decode_references

_BRACES = pattern(r"\{([^{}\n]++)\}")
_ID = pattern(r"(?:\A|[\s:])(?:#|id=[\"']?)([^\s\"'#.]++)")
_TERM = pattern(r"\n([^\n]++)\n(?:[ \t]*+\n)?: ")
# of https://mystmd.org: `(kites)=` above a thing, `:label: kites` in a directive, `$$ (kites)` behind a formula
_MYST_LABEL = pattern(
    r"(?m)^\ufeff?[ \t>]*+\(([^()\n]++)\)=[ \t]*+$|^[ \t>]*+:(?:label|name):[ \t]++(\S++)|\$\$[ \t]*+\(([^()\n]++)\)"
)
_TRAILING_LIST = pattern(r"\{:?[^{}]*\}[ \t]*\Z")
_CODE = pattern(r"(?<!`)(`++)(.+?)(?<!`)\1(?!`)")
_IMAGE = pattern(r"!\[[^\[\]]*+\](?:\([^()]*+\)|\[[^\[\]]*+\])")
_LINK = pattern(r"\[([^\[\]]*+)\](?:\([^()]*+\)|\[[^\[\]]*+\])")
_TAG = pattern(r"</?[A-Za-z][^<>]*+>")
_MARKS = pattern(r"\*++|~~|(?<!\w)_++|_++(?!\w)")
_ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
_HEXO_SPECIAL = pattern(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'<>,.?/]+")
_NAMING_ALL = ("github", "docs", "any")
_VUE_SPECIAL = pattern(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/\x00-\x1f]+")
_NO_LETTER_FIRST = pattern(r"\A[^a-zA-Z]+")


def anchors(document: Document) -> Iterator[str]:
    """Every name in the article, those of headings as the profile's generator makes them."""
    for kind in ("element", "component"):
        for node in document.all(kind, samples=True):
            for attribute in node.attributes:
                if attribute.name == "id" or (attribute.name == "name" and node.name in ("a", "map")):
                    yield attribute.value.strip()
    for braces in _BRACES.finditer(document.text):
        if name := _ID.search(braces[1]):
            yield name[1]
    yield from (label[label.lastindex or 0].strip() for label in _MYST_LABEL.finditer(document.source.flat))
    if "{:toc" in document.text:
        yield "markdown-toc"
    slug_kind = document.setting.profile.slug
    texts = [heading_text(document, heading) for heading in document.all("heading") if _is_named(heading, slug_kind)]
    if "\n: " in document.source.flat and slug_kind in _NAMING_ALL:
        # goldmark can name the terms of a definition list too
        texts += [_plain(match[1].replace("`", "")).strip() for match in _TERM.finditer(document.source.flat)]
    for slug in _SLUGS.get(slug_kind, (_github,)):
        yield from _numbered(map(slug, texts))


def heading_text(document: Document, heading: Node) -> str:
    """What a heading says, without Markdown's marks."""
    written = _TRAILING_LIST.sub("", heading.content.of(document.source.flat))
    pieces = []
    at = 0
    for code in _CODE.finditer(written):
        pieces += [_plain(written[at : code.start()]), code[2]]
        at = code.end()
    pieces.append(_plain(written[at:]))
    return " ".join("".join(pieces).split("\n")).strip()


def _is_named(heading: Node, slug_kind: str) -> bool:
    """Whether a generator names it: GitHub and rehype name headings in HTML too."""
    return heading.markup == "markdown" or slug_kind in _NAMING_ALL


def _plain(text: str) -> str:
    text = _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    return decode_references(_ESCAPED.sub(r"\1", _MARKS.sub("", text)))


def _numbered(slugs: Iterable[str]) -> Iterator[str]:
    """The slugs as written into the page: the second of the same name gets "-1"."""
    seen: dict[str, int] = {}
    for slug in slugs:
        name = slug
        while name in seen:
            seen[slug] += 1
            name = f"{slug}-{seen[slug]}"
        seen[name] = 0
        yield name


def _github(text: str) -> str:
    """As github-slugger, goldmark and kramdown's GitHub flavour: https://github.com/Flet/github-slugger"""
    kept = (
        char
        for char in text.lower()
        if char in "- " or unicodedata.category(char)[0] in "LNM" or unicodedata.category(char) == "Pc"
    )
    return "".join(kept).replace(" ", "-")


def _kramdown(text: str) -> str:
    """As kramdown without GitHub's flavour: https://kramdown.gettalong.org/converter/html.html#auto-ids"""
    kept = re.sub(r"[^a-zA-Z0-9 -]", "", _NO_LETTER_FIRST.sub("", text))
    return kept.replace(" ", "-").lower() or "section"


def _hexo(text: str) -> str:
    """As hexo-util's slugize, which hexo-renderer-marked names headings by."""
    return _HEXO_SPECIAL.sub("-", "".join(map(_without_accent, text))).strip("-")


def _vue(text: str) -> str:
    """As VitePress and VuePress: https://github.com/mdit-vue/mdit-vue/blob/main/packages/shared/src/slugify.ts"""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    slug = _VUE_SPECIAL.sub("-", plain).strip("-").lower()
    return f"_{slug}" if slug[:1].isdigit() else slug


def _python_markdown(text: str) -> str:
    """As MkDocs: https://python-markdown.github.io/extensions/toc/"""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _without_accent(char: str) -> str:
    letter = unicodedata.normalize("NFD", char)[0]
    return letter if letter.isascii() else char


_DOCS = (_github, _vue, _python_markdown)
_SLUGS: Mapping[str, tuple[Callable[[str], str], ...]] = {
    "github": (_github,),
    "jekyll": (_github, _kramdown),
    "hexo": (_hexo,),
    "docs": _DOCS,
    "any": (*_DOCS, _kramdown),
}
