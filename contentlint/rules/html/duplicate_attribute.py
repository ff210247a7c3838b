"""See `DuplicateAttribute`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from contentlint.components import is_component
from contentlint.document import Document
from contentlint.elements import KNOWN
from contentlint.nodes import Attribute, Node
from contentlint.rule import Bad, Finding, Fix, Good, Rule
from contentlint.wording import cut


class DuplicateAttribute(Rule):
    """A tag has the same attribute twice.

    The browser keeps the first and silently drops the second, so half of what was written has no effect.

    The fix is unsafe: it removes the later one, which has no effect but may be the one that was meant.
    """

    name = "duplicate-attribute"
    needs = {"element"}
    good = (
        '<img src="kite.png" data-src="kite.png" alt="A kite">\n',
        '<a href="/a?class=1&amp;class=2" class="x">风筝</a>\n',
        '`<p class="a" class="b">`\n',
        '<a {% if x %}class="a"{% else %}class="b"{% endif %} href="/">凧</a>\n',
        "Write to <ann at kites dot example dot org>.\n",
        Good('<Card title="a" title="b" />\n', path="kites.mdx"),
    )
    bad = (
        Bad('<p class="a" ⟦class="b"⟧>Kites</p>\n', fixed='<p class="a">Kites</p>\n', unsafe=True),
        Bad('<img alt="风筝" src=a.png ⟦ALT⟧ ⟦alt="x"⟧>\n', fixed='<img alt="风筝" src=a.png>\n', unsafe=True),
        Bad('<svg width="1" ⟦width="2"⟧></svg>凧\n', fixed='<svg width="1"></svg>凧\n', unsafe=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.language == "mdx":  # there the last one counts, and the compiler tells
            return
        for node in document.all("element"):
            attributes = node.attributes
            if len(attributes) < 2 or len({attribute.name for attribute in attributes}) == len(attributes):
                continue
            if document.has_template(node.span) or is_component(document, node) or _is_prose(node):
                continue
            seen: Counter[str] = Counter()
            for attribute in attributes:
                seen[attribute.name] += 1
                if seen[attribute.name] > 1:
                    fix = Fix.without("Remove this later one", document, node, attribute)
                    yield self.finding(attribute.span, _message(node, attribute, seen[attribute.name]), fix)


def _message(node: Node, attribute: Attribute, number: int) -> str:
    count = sum(each.name == attribute.name for each in node.attributes)
    told = (
        "twice: remove one of the two" if count == 2 else f"{count} times, and this is number {number}: leave only one"
    )
    return f'<{cut(node.name)}> has "{cut(attribute.name)}" {told}'


def _is_prose(node: Node) -> bool:
    """Whether words stand in angle brackets: <ann at example dot org>."""
    return node.name not in KNOWN and not any(attribute.value for attribute in node.attributes)
