"""See `EventHandler`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.attribute_lists import listed_attributes
from contentlint.document import Document
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Severity
from contentlint.rules.security.inert import never_runs
from contentlint.wording import cut

# A list of known events goes stale; what follows "on" is ASCII letters alone.
_HANDLER = pattern(r"(?ai)on[a-z]{3,}+")
_ON = frozenset({"on", "On", "oN", "ON"})
_PLAIN_WORDS = frozenset(
    """
    onboard onboarding onbrand oncall oncology oncolumn oncoming ondemand onecolumn oneline onetime ongoing online
    oneof onetoone onion onions onlooker onlookers onscreen onset onsite onstage ontology onward onwards
    """.split()
)

_MESSAGE = '"{}" runs a script from inside the article: remove it'


class EventHandler(Rule):
    """A tag runs a script when something happens to it (`onclick`, `onerror`, `onload` …).

    Such an attribute acts in the name of your site and of whoever reads the page. In copied text it is a leftover at
    best and an attack at worst.

    The fix is unsafe: it removes the attribute, and with it what a click on the element did.
    """

    name = "event-handler"
    severity = Severity.ERROR
    good = (
        "Set `onclick` in a script, not `<a onclick=go()>` in the text.\n",
        Good("import Kite from './Kite'\n\n<button onClick={fly}>Fly</button>\n", profile="docs"),
        '```html\n<img src="x" onerror="alert(1)">\n```\n',
        '<p title="onclick=alert(1)" class="onload" data-onclick="go()">Kites</p>\n',
        "<template><button onclick=go()>风筝</button></template>\n",
        Good("<button onclick={fly} onClick={() => fly()}>Kites</button>\n", path="article.mdx"),
        "<p onclick>凧</p>\n",
        Good("<svg><a><set attributeName=onclick to=fly() /></a></svg>\n", path="themes/kite/head.html"),
        '<noscript><img src="kite.png" alt="" onerror="fly()"></noscript>\n',
        "A list such as {onclick=go()} in a sentence, and `[x](/){onclick=go()}` in code.\n",
    )
    bad = (
        Bad('<button ⟦onClick="fly({})"⟧>风筝</button> <b title="{" ⟦onclick={`fly()`}⟧ id="}">凧</b>\n', fixed='<button>风筝</button> <b title="{" onclick={`fly()`} id="}">凧</b>\n', unsafe=True, path="article.mdx"),
        Bad('<img src="kite.png" ⟦onerror="fly()"⟧>\n', fixed='<img src="kite.png">\n', unsafe=True),
        Bad('<p ⟦onclick="go()>Kites</p>\n<p class="⟧x">fly</p>\n', path="page.html"),
        Bad("A kite: <svg/⟦onload=fly()⟧>\n"),
        Bad("<a ⟦ONCLICK=go()⟧ href=/kites>风筝</a>\n", fixed="<a href=/kites>风筝</a>\n", unsafe=True),
        Bad("<pre><code><b ⟦onmouseover=fly()⟧>凧</b></code></pre>\n"),
        Bad('<p ⟦onclick="{{ page.action }}()"⟧>Kites</p>\n'),
        Bad('# Kites {#kites ⟦onmouseover="fly()"⟧}\n\n[凧](/kites){:⟦onclick="fly()"⟧}\n'),
        Bad("<svg><a><set attributeName=onclick ⟦to=fly()⟧ /></a></svg>\n", fixed="<svg><a><set attributeName=onclick /></a></svg>\n", unsafe=True),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        if document.is_layout:
            return
        names = [name for name in document.attribute_names if name[:2] in _ON]
        for node, attribute in document.attributes(*names, samples=True):
            if _is_handler(attribute.name):
                yield from self._judge(document, node, attribute)
        for node in document.tags("set", "animate", samples=True):
            value = node.attribute("to") or node.attribute("values")
            if value is not None and _HANDLER.fullmatch((node.get("attributename") or "").strip()):
                yield from self._judge(document, node, value)
        for listed in listed_attributes(document):
            if _is_handler(listed.name):
                yield self.finding(listed.span, _MESSAGE.format(cut(listed.name)))

    def _judge(self, document: Document, node: Node, attribute: Attribute) -> Iterator[Finding]:
        if not attribute.value.strip() or never_runs(node) or not node.heeds(attribute):
            return
        if document.language == "mdx" and not _is_quoted(document.text, attribute):  # a function, not text that is run
            return
        fix = Fix.without("Remove the attribute", document, node, attribute)
        yield self.finding(attribute.span, _MESSAGE.format(cut(attribute.name)), fix)


def _is_handler(name: str) -> bool:
    return _HANDLER.fullmatch(name) is not None and name.lower() not in _PLAIN_WORDS


def _is_quoted(text: str, attribute: Attribute) -> bool:
    span = attribute.value_span
    return span is not None and text[span.start - 1] in "\"'`"
