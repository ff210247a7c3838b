"""See `DuplicateId`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.preformatted import shown_attributes
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.text import Span
from contentlint.wording import cut

_GIVEN_ID = pattern(r"(?<!\\)\{:?[ \t]*+#(?P<id>[\w:.-]+)[^{}\n]*+\}[ \t]*+\Z")
_GIVEN_BELOW = pattern(r"[ \t]*+\n[ \t]*+\{:[ \t]*+#(?P<id>[\w:.-]+)[^{}\n]*+\}[ \t]*+(?=\n|\Z)")
_BRANCH = pattern(r"(?:php\b)?+[-~<%}\s]*+(?:else|elsif|elseif|elif|when|case|default)\b")


class DuplicateId(Rule):
    """Two elements of the article have the same `id`.

    A link to that name always leads to the first of them, and scripts and screen readers get confused.

    There is no fix: only the writer knows which links mean which place.
    """

    name = "duplicate-id"
    needs = {"id=", "heading"}
    good = (
        '<p id="kite">Kites</p>\n<p id="Kite">fly</p>\n',
        '<a name="top" id="top"></a>风筝 `<p id="top">`\n',
        '<p id="{{ id }}">凧</p><p id="{{ id }}">揚げ</p>\n',
        '{% if a %}<p id="x">a</p>{% else %}<p id="x">b</p>{% endif %}\n',
        '<?php if (a()) { ?><p id="x">a</p><?php } else { ?><p id="x">b</p><?php } ?>\n',
        '<% if (a) { %><p id="x">a</p><% } else { %><p id="x">b</p><% } %>\n',
        '<p id="">a</p><p id="">b</p><p id>c</p><p id>d</p>\n',
        Good('<Tab id="a" />\n\n<Tab id="a" />\n', path="kites.mdx"),
    )
    bad = (
        Bad('<pre><b id="a">凧</b><b ⟦id="a"⟧>風</b></pre>\n\n<code><b id="a">空</b></code>\n'),
        Bad('<p id="kite">Kites</p>\n\n<p ⟦id="kite"⟧>fly</p>\n'),
        Bad("<h2 id=风筝>一</h2><h2 ⟦id=\"风筝\"⟧>二</h2><h2 ⟦ID='风筝'⟧>三</h2>\n"),
        Bad("## Kites {#kites}\n\n## More {⟦#kites⟧}\n\n<p ⟦id=kites⟧>fly</p>\n"),
        Bad("## 凧\n{: #kites}\n\n## 風筝\n{: ⟦#kites⟧}\n"),
        Bad('<a id="a&amp;b"></a>凧<span ⟦id="a&b"⟧></span>\n', path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        first: dict[str, int] = {}
        branches: list[int] | None = None
        for name, span in sorted((*_attributes(document), *_of_headings(document)), key=itemgetter(1)):
            before = first.setdefault(name, span.start)
            if before == span.start:
                continue
            branches = _branches(document) if branches is None else branches
            if bisect_left(branches, before) == bisect_left(branches, span.start):
                row = document.source.position(before).row
                yield self.finding(
                    span, f'the id "{cut(name)}" is taken already in line {row}: give this place another'
                )


def _attributes(document: Document) -> Iterator[tuple[str, Span]]:
    for node, attribute in shown_attributes(document, "id"):
        if attribute.value and attribute is node.attribute("id") and not document.has_template(attribute.span):
            yield attribute.value, attribute.span


def _of_headings(document: Document) -> Iterator[tuple[str, Span]]:
    """The ids that Markdown's headings are given in braces, by most engines behind the text, by kramdown below too."""
    if document.language != "markdown" or "{" not in document.text:
        return
    flat = document.source.flat
    for heading in document.all("heading"):
        if heading.markup != "markdown":
            continue
        given = _GIVEN_ID.search(flat, *heading.span) or _GIVEN_BELOW.match(flat, heading.span.end)
        if given is not None and not document.in_code(given.start("id")) and not document.has_template(heading.span):
            yield given["id"], Span(given.start("id") - 1, given.end("id"))


def _branches(document: Document) -> list[int]:
    """Where a template says "else": what stands on either side is never published together."""
    return [template.span.start for template in document.all("template", samples=True)
            if _BRANCH.match(document.text, template.content.start)]  # fmt: skip
