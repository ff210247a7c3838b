"""See `TitleRepeated`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint import vue
from contentlint.document import Document
from contentlint.nodes import UNKNOWN, Node
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.rules.editorial.emptiness import is_empty
from contentlint.rules.editorial.titles import plain, title_field
from contentlint.text import Span, trimmed


class TitleRepeated(Rule):
    """The first heading repeats the title.

    Most templates print the title above the text, so readers see it twice. Where text of Markdown stands above the heading, such
    as the author's name, it is told if it is the only one of the first level: a section may be called as the article is.

    The fix is unsafe: it removes the heading, which is the only title where a template prints none. There is none below
    other text, where the heading is all there is to read, or where a link or a picture would go with it.
    """

    name = "title-repeated"
    severity = Severity.INFO
    recommended = False
    good = (
        "---\ntitle: Kites\n---\n\n# How kites fly\n\nThey rise.\n",
        "---\ntitle: Kites\n---\n\nThey rise.\n\n## Kites\n\nAgain.\n",
        "---\ntitle: Kites\n---\n\nThey rise.\n\n# Kites\n\nHigh.\n\n# Wind\n\nStrong.\n",
        '---\ntitle: Kites\n---\n\n<p class="kicker">They rise.</p>\n\n# Kites\n\nHigh.\n',
        "# Kites\n\nThey rise.\n",
        Good("---\ntitle: Kites\n---\n\n# Kites\n\nThey rise.\n", profile="docs"),
        "---\ntitle: 凧\n---\n\n<script setup>\nimport Kite from './Kite.vue'\n</script>\n\n# 凧\n\n舞う。\n",
        "---\ntitle: C++\n---\n\n# C#\n\nA language.\n",
    )
    bad = (
        Bad(
            "---\ntitle: Kites\n---\n\n⟦# Kites⟧\n\nThey rise.\n",
            fixed="---\ntitle: Kites\n---\n\nThey rise.\n",
            unsafe=True,
        ),
        Bad(
            '---\ntitle: "How Kites Fly"\n---\n\n⟦<h1>How kites <em>fly</em></h1>⟧\n<p>They rise.</p>\n',
            fixed='---\ntitle: "How Kites Fly"\n---\n\n<p>They rise.</p>\n',
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 风筝节\n---\n\n⟦风筝节\n====⟧\n\n风筝。\n",
            fixed="---\ntitle: 风筝节\n---\n\n风筝。\n",
            unsafe=True,
        ),
        Bad(
            '---\ntitle: Kites\n---\n\n⟦# <a name="kites"></a>Kites⟧\n\nThey rise.\n',
            fixed="---\ntitle: Kites\n---\n\nThey rise.\n",
            unsafe=True,
        ),
        Bad("---\ntitle: Kites\n---\n\n⟦# Kites⟧\n"),
        Bad(
            "---\ntitle: Why `kite` flies\n---\n\n⟦# Why `kite` *flies*⟧\n\nIt rises.\n",
            fixed="---\ntitle: Why `kite` flies\n---\n\nIt rises.\n",
            unsafe=True,
        ),
        Bad("---\ntitle: 凧\n---\n\n*By Ann*\n\n⟦# 凧⟧\n\n舞う。\n"),
        Bad("---\ntitle: Kites\n---\n\n⟦[Kites](https://example.org/kites)\n-----⟧\n\nThey rise.\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        title, headings = title_field(document), document.all("heading")
        if title is None or not headings or document.setting.profile.name == "docs" or vue.compiles(document):
            return  # there the heading is the title
        heading = headings[0]
        words = plain(_read(document, heading))
        if not words or words != plain(title.data) or document.has_template(heading.whole):
            return
        begins = not _has_text_above(document, heading)
        if not begins and not _is_title_below_text(document, heading):
            return
        span = trimmed(document.source.flat, heading.whole)
        fix = None
        begins_too_deep = len(headings) > 1 and headings[1].name > "h2"  # what then is the first heading
        holds_more = any(_leads_or_shows(node) for node in document.nodes_in(span))
        if begins and not begins_too_deep and not holds_more and not is_empty(document, beside=span):
            fix = Fix.removing("Remove the heading", document, span, Safety.UNSAFE)
        yield self.finding(span, "the first heading repeats the title: remove or reword it", fix)


def _read(document: Document, heading: Node) -> str:
    """What a reader reads in a heading, code included."""
    text, content = document.text, heading.content
    codes = [node.content for node in document.nodes_in(content) if node.kind == "code"]
    if not codes:
        return document.inner_text(heading)
    return "".join(text[start:end] for start, end in sorted([*document.texts_in(content), *codes]))


def _is_title_below_text(document: Document, heading: Node) -> bool:
    """Whether a heading is the only one of the first level, and nothing but Markdown stands above it: a page whose tags or
    components draw its own head needs it there."""
    if [each for each in document.all("heading") if each.level == 1] != [heading]:
        return False
    above = document.nodes_in(Span(document.body.span.start, heading.span.start))
    return not any(map(_draws, (*above, heading)))


def _draws(node: Node) -> bool:
    """Whether a node is a tag, a component or a template, comments and imports aside."""
    is_markup = node.markup == "html" or node.kind in UNKNOWN
    return is_markup and node.kind != "comment" and node.name not in ("comment", "esm")


def _has_text_above(document: Document, heading: Node) -> bool:
    """Whether words that are no picture's alternative stand above a heading."""
    text, start = document.source.flat, heading.whole.start
    for before in document.prose[:8]:
        if before.start >= start:
            return False
        if text[before.start : min(before.end, start)].strip() and not _is_of_picture(document, before):
            return True
    return False


def _leads_or_shows(node: Node) -> bool:
    """Whether a node is a picture, or a link that is no mere anchor."""
    return node.kind == "image" or (node.kind == "link" and node.get("href") is not None)


def _is_of_picture(document: Document, span: Span) -> bool:
    """Whether a text is the alternative of a Markdown picture."""
    words = trimmed(document.text, span)
    return any(image.span.covers(words) for image in document.all("image")[:4])
