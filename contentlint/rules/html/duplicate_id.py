"""See `DuplicateId`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule

_BRANCH = pattern(r"[-~<%\s]*+(?:else|elsif|elseif|elif|when|case|default)\b")


class DuplicateId(Rule):
    """Two elements of the article have the same `id`.

    A link to that name always leads to the first of them, and scripts and screen readers get confused.

    There is no fix: only the writer knows which links mean which place.
    """

    name = "duplicate-id"
    needs = {"id="}
    good = (
        '<p id="kite">Kites</p>\n<p id="Kite">fly</p>\n',
        '<a name="top" id="top"></a>风筝 `<p id="top">`\n',
        '<p id="{{ id }}">凧</p><p id="{{ id }}">揚げ</p>\n',
        '{% if a %}<p id="x">a</p>{% else %}<p id="x">b</p>{% endif %}\n',
        '<p id="">a</p><p id="">b</p><p id>c</p><p id>d</p>\n',
        Good('<Tab id="a" />\n\n<Tab id="a" />\n', path="kites.mdx"),
    )
    bad = (
        Bad('<p id="kite">Kites</p>\n\n<p ⟦id="kite"⟧>fly</p>\n'),
        Bad("<h2 id=风筝>一</h2><h2 ⟦id=\"风筝\"⟧>二</h2><h2 ⟦ID='风筝'⟧>三</h2>\n"),
        Bad('<a id="a&amp;b"></a>凧<span ⟦id="a&b"⟧></span>\n', path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        first: dict[str, int] = {}
        branches: list[int] | None = None
        for node, attribute in document.attributes("id"):
            if not attribute.value or attribute is not node.attribute("id") or document.has_template(attribute.span):
                continue
            before = first.setdefault(attribute.value, attribute.span.start)
            if before == attribute.span.start:
                continue
            branches = _branches(document) if branches is None else branches
            if bisect_left(branches, before) == bisect_left(branches, attribute.span.start):
                row = document.source.position(before).row
                shown = " ".join(attribute.value.split())[:60]
                yield self.finding(
                    attribute.span, f'the id "{shown}" is taken already in line {row}: give this place another'
                )


def _branches(document: Document) -> list[int]:
    """Where a template says "else": what stands on either side is never published together."""
    return [template.span.start for template in document.all("template", samples=True)
            if _BRANCH.match(document.text, template.content.start)]  # fmt: skip
