"""See `MissingFragment`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.links.anchors import anchors
from contentlint.wording import MOST_OF_AN_ADDRESS, cut, cut_at, nearest

# what generators add by themselves, and routes of programs
_MADE_ELSEWHERE = pattern(
    r"(?i)top\Z|:~:|[!/]|fn(?:ref)?[:\-_]?\d*\Z|fn(?:ref)?:|footnote|user-content-fn|cite_"
    r"|comments?\Z|respond\Z|disqus_thread\Z|_?toc\Z|more(?:-\d+)?\Z"
)
_OBJECT = pattern(r"(?m)^::: [\w.]+")  # mkdocstrings writes what a Python object says of itself
_INCLUDES = pattern(
    r"(?i)\b(?:include|include_relative|include_cached|render|partial|readfile|embed|snippet|component|content|toc)\b"
)
_IMPORTS_TEXT = pattern(r"\.mdx?[\"']")
_UNSEEN = pattern("[\xad\u200b\u2060\ufe00-\ufe0f\ufeff]+")  # what is left of an emoji, above all

_MOST_COMPARED = 3_000  # looking for the nearest name costs the number of names, each time


class MissingFragment(Rule):
    """A link leads to a part of this article that is not there.

    The reader stays where they are. Mostly a heading was reworded and the links to it were not.

    There is no fix: write the name of the part that is meant.
    """

    name = "missing-fragment"
    recommended = False
    needs = {"link"}
    good = (
        Good(
            "## AND/OR Groups\n\n[a](#and-or-groups) [b](#andor-groups)\n\n::: kites.Kite\n\n[c](#kites.Kite.fly)\n",
            profile="docs",
        ),
        Good("## AND/OR Groups\n\n## Who's it for\n\n[a](#and-or-groups) [b](#who-s-it-for)\n", profile="docs"),
        "[High](#how-high-kites-fly)\n\n## How *high* `kites` fly?\n",
        "[one](#一)、[two](#一-1)、[top](#top)\n\n# 一\n\n# 一\n",
        "[a](#a) [b](#b) [c](#c)\n\n<p id='a'>凧</p> <a name=\"b\"></a>\n\n## 凧 {#c}\n",
        "[fly](#fly-rocket)\n\n## Fly 🚀\n\nterm [a](#term)\n\nterm\n: what it means\n",
        "(凧)=\n# Kites\n\n```{figure} a.png\n:label: fly\n```\n\n[](#凧) [](#fly)\n",
        "[gone](other.md#gone) and `[gone](#gone)`\n",
        "[gone](#{{ page.anchor }}) [x](#x)\n\n{% include parts.md %}\n",
        Good("[高](#风筝-飞得高)\n\n## 风筝  (飞得高)\n", profile="hexo"),
        Good("[one](#step-one) [1](#1-step-one)\n\n## 1. Step one\n", profile="jekyll"),
    )
    bad = (
        Bad("See [below](⟦#how-kite-fly⟧).\n\n## How kites fly\n"),
        Bad('<a href="⟦#高⟧">风筝</a>\n\n## 风筝\n'),
        Bad("[凧]\n\n[凧]: ⟦#凧-1⟧\n\n# 凧\n"),
        Bad("[高](⟦#风筝飞得高⟧)\n\n## 风筝 飞得高\n", profile="hexo"),
        Bad('<h2>Kites</h2>\n<a href="⟦#kites⟧">Kites</a>\n', path="page.html", profile="jekyll"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        known: frozenset[str] | None = None
        open_ended: tuple[str, ...] = ()  # of headings that end with an emoji, which some generators write out
        told = 0
        for link in document.all("link"):
            href = link.attribute("href")
            if href is None or href.value_span is None or not href.value.startswith("#"):
                continue
            fragment = href.value[1:].strip()
            if not fragment or _MADE_ELSEWHERE.match(fragment) or document.has_template(href.value_span):
                continue
            if known is None:
                if _is_made_elsewhere(document):
                    return
                known = frozenset((*anchors(document), *_names_in_templates(document)))
                open_ended = tuple(name for name in known if name.endswith("-") and name != "-")
            if fragment in known or unquote(fragment) in known or fragment.startswith(open_ended):
                continue
            told += 1
            meant = nearest(unquote(fragment), known, 0.65) if told * len(known) < _MOST_COMPARED else None
            advice = f' — did you mean "#{cut(_seen(meant))}"?' if meant is not None else ": correct the link"
            name = cut_at(_seen(fragment), MOST_OF_AN_ADDRESS)
            yield self.finding(href.value_span, f'this article has no part called "#{name}"{advice}')


def _seen(name: str) -> str:
    """A name with what nobody sees in it as addresses write it."""
    return _UNSEEN.sub(lambda unseen: quote(unseen[0]), name)


def _names_in_templates(document: Document) -> Iterator[str]:
    """Words of templates that may write an anchor, such as a shortcode's."""
    for node in document.all("template"):
        yield from re.findall(r"[\w-]+", node.span.of(document.text))


def _is_made_elsewhere(document: Document) -> bool:
    """Whether other files write parts of the article, or templates its names: then nobody knows them all."""
    text = document.source.flat
    if _OBJECT.search(text):
        return True
    for node in document.all("template"):
        if _INCLUDES.search(text, node.span.start, node.span.end):
            return True
    for node in document.all("expression"):
        if node.name == "esm" and _IMPORTS_TEXT.search(text, node.span.start, node.span.end):
            return True
    if any(document.has_template(heading.content) for heading in document.all("heading")):
        return True
    return any(document.has_template(attribute.span) for _, attribute in document.attributes("id", samples=True))
