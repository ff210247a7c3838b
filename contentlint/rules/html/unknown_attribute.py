"""See `UnknownAttribute`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint import vue
from contentlint.components import is_component
from contentlint.document import Document
from contentlint.elements import KNOWN
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.rules.html.attributes import FAMILIES, GLOBAL, OF, REACT, is_about_looks
from contentlint.rules.html.mentions import as_text, holds_words
from contentlint.rules.html.slips import open_quotes, unopened_values
from contentlint.text import Edit, Span
from contentlint.wording import cut, nearest

_ADDRESS = pattern(
    r"(?i)\s*+(?:(?:https?:)?//|\.{0,2}/)\S|\S+\.(?:avif|bmp|gif|jpe?g|mp[34]|pdf|png|svg|webm|webp)(?:[?#]|\s*\Z)"
)
_OF_RDFA = ("href", "src")
_QUOTES = frozenset("\"'“”‘’")


@dataclass(frozen=True)
class UnknownAttribute(Rule):
    """An attribute is not one that HTML has.

    Content systems and portals invent attributes for their own programs; on another site they do nothing, and a
    misspelt one (`hieght`) has no effect where the writer counts on it.

    The fix is unsafe: it corrects the name, or removes the attribute, which a script of the site may still read. An
    address that the element has nowhere else stays: a picture may be loaded from it later.
    """

    name = "unknown-attribute"
    severity = Severity.INFO
    recommended = False
    yields_to = ("data-attribute-tracker",)
    options_help = {"known": "Further attributes that are in use on this site."}
    good = (
        '<a href="/kites" rel="me" data-id="1" aria-label="Kites" onclick="x()">Kites</a>\n',
        '<div v-if="a" :class="b" @click="c" x-data="{}" hx-get="/d" ng-model="e">风筝</div>\n',
        '<svg viewBox="0 0 1 1"><path zoomfile="x"></path></svg><my-kite wind="5"></my-kite>\n',
        '<span itemprop="name" typeof="凧" property="schema:name">凧</span>\n',
        '<span rel="dc:type" href="http://purl.org/dc/dcmitype/Text">風</span>\n',
        Good('<div valign="top">Kites</div>\n', along=("presentational-markup",)),
        '<p _="on click hide me">Kites</p>\n',
        Good('<html amp><script custom-element="amp-kite" src="/kite.js"></script>凧</html>\n', path="page.html"),
        '`<img zoomfile="a.png">` <pre><img zoomfile="a.png"></pre>\n',
        "<script setup>\nimport Kite from './Kite.vue'\n</script>\n\n<style module>\n.kite { color: red }\n</style>\n",
        Good('<Kite wind="5" />\n\n<div className="a" key="b">Kites</div>\n', path="kites.mdx"),
        "See <Link to='/kites'>凧</Link>.\n",
        Good("<p align='center>\nit's me\n</p>\n", along=("unclosed-element",)),
        Good('<img zoomfile="a.png" alt="">\n', options={"known": ["zoomfile"]}),
    )
    bad = (
        Bad('<img src="a.png" alt="" ⟦zoomfile="a.png"⟧>\n', fixed='<img src="a.png" alt="">\n', unsafe=True),
        Bad('<img src="none.gif" alt="凧" ⟦file="kite.jpg"⟧ ⟦real_src="https://example.org/i?1"⟧>\n'),
        Bad('<p ⟦cms-style="font-L"⟧>风筝</p>\n', fixed="<p>风筝</p>\n", unsafe=True),
        Bad('<p><a href="/a"⟦,title="b"⟧>凧</a></p>\n', fixed='<p><a href="/a" title="b">凧</a></p>\n', unsafe=True),
        Bad('<p><a href="/a" ⟦,title="b"⟧>凧</a></p>\n', fixed='<p><a href="/a" title="b">凧</a></p>\n', unsafe=True),
        Bad('<a href="/a" ⟦_mce_href="/a"⟧>凧</a>\n', fixed='<a href="/a">凧</a>\n', unsafe=True),
        Bad(
            "<a ⟦suda-uatrack='key=x'⟧ href='/a'>凧</a><td ⟦hieght=1⟧>x</td>\n",
            fixed="<a href='/a'>凧</a><td height=1>x</td>\n",
            unsafe=True,
        ),
        Bad("<script ⟦setup⟧>fly()</script>\n凧\n", fixed="<script>fly()</script>\n凧\n", unsafe=True),
        Bad("If a⟦<b and c>⟧d then.\n", fixed="If a&lt;b and c>d then.\n", unsafe=True),
        Bad('<img src="a.png" alt="The "⟦big"⟧ kite">\n', path="page.html"),
        Bad('⟦<img src="a.png" alt=5" kite">⟧\n', path="page.html"),
        Bad(
            '⟦<a href="/a" title=凧 (1)" id="b">⟧凧</a>\n',
            fixed='<a href="/a" title="凧 (1)" id="b">凧</a>\n',
            path="page.html",
            unsafe=True,
        ),
    )

    known: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        known = {name.lower() for name in self.known} | (REACT if document.language == "mdx" else set())
        unopened = unopened_values(document)
        for broken in unopened.values():
            yield self.finding(broken.span, broken.message, broken.fix)
        told = {node.span for node in (*open_quotes(document), *unopened)}  # tags of which one finding says all
        for written in document.attribute_names:
            name = written.lower()
            if name in GLOBAL or name in known or name.startswith(FAMILIES) or not name.lstrip("_,")[:1].isalpha():
                continue
            for node, attribute in document.attributes(written):
                if (
                    name in OF.get(node.name, ())
                    or (name in _OF_RDFA and _has_rdfa(node))
                    or _is_foreign(document, node)
                ):
                    continue
                if (
                    is_about_looks(node, attribute)
                    or node.span in told
                    or document.has_template(attribute.span)
                    or _is_for_vue(document, node, name)
                ):
                    continue
                if (message := _misread(node)) is None:
                    yield self.finding(attribute.span, *_told(document, node, attribute))
                    continue
                told.add(node.span)
                fix = as_text(document, node) if holds_words(node) else None
                yield self.finding(node.span if fix else attribute.span, message, fix)


def _has_rdfa(node: Node) -> bool:
    """Whether the element says how what it leads to is related: https://www.w3.org/TR/rdfa-core/#s_syntax."""
    return any(node.get(name) is not None for name in ("rel", "rev", "property"))


def _told(document: Document, node: Node, attribute: Attribute) -> tuple[str, Fix | None]:
    name = cut(attribute.name)
    if name.startswith(","):
        at = attribute.span.start
        edit = Edit(Span(at, at + 1), "" if document.text[at - 1].isspace() else " ")
        message = f'a comma stands before "{name.lstrip(",")}" on this <{cut(node.name)}> and hides it: only spaces part attributes'
        return message, Fix("Remove the comma", (edit,), Safety.UNSAFE)
    message = f'"{name}" on <{cut(node.name)}> is not HTML'
    meant = _meant(node, attribute.name)
    if meant is None or node.get(meant) is not None:
        if _ADDRESS.match(attribute.value) and attribute.value not in (node.get("src"), node.get("href")):
            return f"{message}: remove it, unless its address is needed", None
        return f"{message}: remove it", Fix.without(f'Remove "{name}"', document, node, attribute)
    edit = Edit(Span(attribute.span.start, attribute.span.start + len(attribute.name)), meant)
    return f'{message} — did you mean "{meant}"?', Fix(f'Write "{meant}"', (edit,), Safety.UNSAFE)


def _meant(node: Node, name: str) -> str | None:
    """The attribute of this element that a name is a slip of."""
    if not name.isalpha() or any(name in names for names in OF.values()):
        return None
    known = {*OF.get(node.name, ()), "class", "style", "title", "hidden", "lang", "role"}
    transposed = (each for each in sorted(known) if sorted(each) == sorted(name))
    return next(transposed, None) or nearest(name, known, cutoff=0.8)


def _misread(node: Node) -> str | None:
    """What is told of a tag that was read otherwise than it was meant: to take its attributes away would take words."""
    if any(attribute.value[:1] in "“”‘’" for attribute in node.attributes if attribute.value):
        return f"the quotes in this <{cut(node.name)}> are typographic: HTML knows only \" and '"
    if any(not _QUOTES.isdisjoint(attribute.name) for attribute in node.attributes):
        return f"a quote inside a value of this <{cut(node.name)}> ends it: write &quot;, or other quotes around it"
    if holds_words(node):
        return f'this "<" begins a tag, <{cut(node.name)}>, to a browser: write &lt;'
    return None


def _is_for_vue(document: Document, node: Node, name: str) -> bool:
    """Whether Vue takes the element out of the page, and the attribute says how."""
    if node.name == "script" and name == "setup":
        return vue.is_script(document, node)
    return node.name == "style" and name == "module" and vue.renames_classes(document, node)


def _is_foreign(document: Document, node: Node) -> bool:
    """Whether HTML does not define the element at all."""
    if node.namespace != "html" or node.name not in KNOWN:
        return True
    return "is" in (attribute.name for attribute in node.attributes) or is_component(document, node)
