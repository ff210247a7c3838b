"""See `UnknownAttribute`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.document import Document
from contentlint.elements import KNOWN
from contentlint.nodes import Node
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity, attribute_removal
from contentlint.rules.html.attributes import FAMILIES, GLOBAL, OF, REACT


@dataclass(frozen=True)
class UnknownAttribute(Rule):
    """An attribute is not one that HTML has.

    Content systems and portals invent attributes for their own programs; on another site they do nothing, and a
    misspelt one (`hieght`) has no effect where the writer counts on it.

    The fix is unsafe: it removes the attribute, which a script of the site may still read.
    """

    name = "unknown-attribute"
    severity = Severity.INFO
    recommended = False
    options_help = {"known": "Further attributes that are in use on this site."}
    good = (
        '<a href="/kites" rel="me" data-id="1" aria-label="Kites" onclick="x()">Kites</a>\n',
        '<div v-if="a" :class="b" @click="c" x-data="{}" hx-get="/d" ng-model="e">风筝</div>\n',
        '<svg viewBox="0 0 1 1"><path zoomfile="x"></path></svg><my-kite wind="5"></my-kite>\n',
        '<span itemprop="name" typeof="凧" property="schema:name">凧</span>\n',
        '`<img zoomfile="a.png">` <pre><img zoomfile="a.png"></pre>\n',
        Good('<Kite wind="5" />\n\n<div className="a" key="b">Kites</div>\n', path="kites.mdx"),
        Good('<img zoomfile="a.png" alt="">\n', options={"known": ["zoomfile"]}),
    )
    bad = (
        Bad('<img src="a.png" alt="" ⟦zoomfile="b.png"⟧>\n', fixed='<img src="a.png" alt="">\n', unsafe=True),
        Bad('<p ⟦cms-style="font-L"⟧>风筝</p>\n', fixed="<p>风筝</p>\n", unsafe=True),
        Bad(
            "<a ⟦suda-uatrack='key=x'⟧ href='/a'>凧</a><td ⟦hieght=1⟧>x</td>\n",
            fixed="<a href='/a'>凧</a><td>x</td>\n",
            unsafe=True,
        ),
    )

    known: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        known = {name.lower() for name in self.known} | (REACT if document.language == "mdx" else set())
        for name in document.attribute_names:
            lowered = name.lower()
            if lowered in GLOBAL or lowered in known or lowered.startswith(FAMILIES) or not lowered[:1].isalpha():
                continue
            for node, attribute in document.attributes(name):
                if lowered in OF.get(node.name, ()) or _is_foreign(node) or document.has_template(attribute.span):
                    continue
                fix = Fix(f"Remove {name[:40]}", (attribute_removal(document, attribute.span),), Safety.UNSAFE)
                yield self.finding(attribute.span, f"HTML has no attribute {name[:40]} on <{node.name[:40]}>", fix)


def _is_foreign(node: Node) -> bool:
    """Whether HTML does not define the element at all."""
    return (
        node.namespace != "html" or node.name not in KNOWN or "is" in (attribute.name for attribute in node.attributes)
    )
