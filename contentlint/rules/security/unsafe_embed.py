"""See `UnsafeEmbed`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from contentlint.address import as_read, check_host, host_of, is_on, is_remote, scheme_of
from contentlint.document import Document, once
from contentlint.nodes import Attribute, Node
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.rules.security.embeds import WELL_KNOWN
from contentlint.rules.security.inert import is_inert
from contentlint.rules.security.urls import certain_address, what_runs
from contentlint.wording import cut

_SHOWN_AS_IT_IS = pattern(
    r"(?ai)[^?#]*\.(?:avif|gif|jpe?g|png|svg|webp|pdf|mp[34]|m4[av]|og[gva]|wav|webm|txt|csv)(?:[?#]|\Z)"
)
_PAGE = pattern(r"(?ai)[^?#]*\.x?html?(?:[?#]|\Z)")
_LINKED = {"stylesheet": "style sheet", "modulepreload": "script", "preload": "script", "import": "document"}
_EMBEDS = ("iframe", "frame", "frameset", "object", "embed", "applet", "portal")
_TARGETS = {"object": ("data",), "embed": ("src", "code")}  # browsers load either
_SOURCES = frozenset({"movie", "src", "url", "filename"})


@dataclass(frozen=True)
class UnsafeEmbed(Rule):
    """The article shows another site's page or plug-in inside your own.

    What a frame shows can change after you publish, and it looks like a part of your page. Well-known players, maps
    and widgets are welcome; the others need your consent.

    There is no fix: add the host to `hosts`, or replace the frame with a link.
    """

    name = "unsafe-embed"
    needs = {*map("<%s>".__mod__, _EMBEDS), "<link>"}
    yields_to = ("tracking-pixel",)
    proofs = {"hosts": (check_host, "host")}
    options_help = {"hosts": "Further hosts whose frames are welcome, besides the well-known players and maps."}
    good = (
        '<iframe title="Kites" src="https://www.youtube-nocookie.com/embed/1" allowfullscreen></iframe>\n',
        '<iframe title="風箏" src="/demos/kite.html"></iframe> <iframe src="about:blank"></iframe>\n',
        '<iframe src="{{ page.video }}"></iframe> <iframe srcdoc="{{ page.kite }} {{ page.more }}"></iframe> <iframe data-src="https://example.org/"></iframe>\n',
        '<iframe src="https://example.org/" sandbox></iframe>\n',
        "```html\n<object data=a.swf></object>\n```\n",
        '<object data="/kite.svg" type="image/svg+xml">凧</object> <embed src="/kite.pdf"> <p code="//example.org/">a</p>\n',
        '<link rel="preload stylesheet" href="kite.css"><link rel="canonical" href="https://example.org/kites">\n',
        Good('<link rel="preload" as="script" href="/kite.js">{{ .Title }}\n', path="layouts/partials/head.html"),
        Good(
            '<!doctype html><html><head><link rel="modulepreload" href="/kite.js"></head><body>凧</body></html>\n',
            path="page.html",
        ),
        Good('<iframe src="https://play.example.org/1"></iframe>\n', options={"hosts": ["example.org"]}),
    )
    bad = (
        Bad(
            '⟦<frameset cols="112,*">⟧<frame src="left.htm" title="凧"></frameset> ⟦<applet code=kite.class>⟧</applet>\n'
        ),
        Bad('⟦<iframe src="https://example.org/kites">⟧</iframe>\n'),
        Bad('风筝 ⟦<iframe src="https://www.youtube.com/embed/1" srcdoc="<p>凧</p>">⟧</iframe>\n'),
        Bad('⟦<iframe srcdoc="{{ kite }}&lt;p>{{ kite }} 风筝</p>">⟧</iframe>\n'),
        Bad("⟦<iframe srcDoc={`<p>凧</p>`} />⟧\n", path="article.mdx"),
        Bad("⟦<object data=kite.swf>⟧</object> ⟦<embed src=//example.org/a>⟧\n"),
        Bad("⟦<applet code=Kite.class>⟧</applet>\n"),
        Bad('⟦<embed type="text/html" src="" code="//example.org/风筝">⟧\n'),
        Bad(
            '<p>凧</p>⟦<link rel="modulepreload" href="/kite.js">⟧ ⟦<link rel="preload" as="script" href="/kite.js">⟧\n'
        ),
        Bad('⟦<LINK HREF="//example.org/a.css" REL="StyleSheet">⟧\n'),
    )

    hosts: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        for node in document.tags(*_EMBEDS, samples=True):
            message = "" if is_inert(node) else self._judge(document, node)
            if message:
                yield self.finding(node.span, message)
        for link in document.tags("link", samples=True):
            if not is_inert(link) and (message := _loads(document, link)):
                yield self.finding(link.span, message)

    def _judge(self, document: Document, node: Node) -> str:
        page = node.attribute("srcdoc")
        if node.name == "iframe" and page is not None and _is_page(document, page):
            return 'a frame with a page of its own ("srcdoc") inside the article: remove it or link to the page'
        if node.name == "frameset":
            return "frames in place of a page are obsolete: write one page, or link to those the frames show"
        if node.name == "applet":
            return "<applet> runs or shows what no browser checks: remove it"
        targets = [target for name in _TARGETS.get(node.name, ("src",)) if (target := node.attribute(name)) is not None]
        targets = [target for target in targets if as_read(target.value)]
        if not targets:
            return "a plug-in inside the article: link to it instead" if _is_plug_in(document, node) else ""
        return next(filter(None, (self._judge_target(document, node, target) for target in targets)), "")

    def _judge_target(self, document: Document, node: Node, target: Attribute) -> str:
        if _is_told_elsewhere(target) or not (address := certain_address(document, target)):
            return ""
        if is_remote(address):
            return self._judge_remote(node, address)
        if node.name in ("object", "embed") and not _SHOWN_AS_IT_IS.match(target.value):
            return f'"{cut(target.value)}" is a {_kind_of(node, target)}: link to it instead'
        if scheme_of(target.value) in ("blob", "filesystem", "file"):
            return "a frame that shows a file nobody else has: remove it"
        return ""

    def _judge_remote(self, node: Node, url: str) -> str:
        host = host_of(url)
        if is_on(host, WELL_KNOWN) or is_on(host, self.hosts):
            return ""
        sandbox = node.get("sandbox")
        if node.name == "iframe" and sandbox is not None and "allow-" not in sandbox.lower():
            return ""
        return f'{cut(host or url)} shows what it likes inside the article: link to it, or add it to "hosts"'


def _kind_of(node: Node, target: Attribute) -> str:
    is_page = (node.get("type") or "").strip().lower() == "text/html" or _PAGE.match(target.value)
    return "page inside the article" if is_page else "plug-in"


def _is_page(document: Document, srcdoc: Attribute) -> bool:
    """Whether something is written there, besides what a template may bring."""
    span = srcdoc.value_span
    if span is None or not document.has_template(span):
        return bool(srcdoc.value.strip())
    if document.language == "mdx":
        return "<" in srcdoc.value
    return "<" in decode_references(document.beside_templates(span))


def _is_plug_in(document: Document, node: Node) -> bool:
    if node.name != "object":
        return False
    if any(node.get(name) for name in ("classid", "code", "codebase", "archive", "type")):
        return True
    return node in _with_sources(document)


@once
def _with_sources(document: Document) -> set[Node]:
    """The objects for which a `<param>` names what they load."""
    found: set[Node] = set()
    for param in document.tags("param", samples=True):
        if (param.get("name") or "").lower() in _SOURCES and param.get("value"):
            found.update(islice((around for around in param.ancestors() if around.name == "object"), 1))
    return found


def _is_told_elsewhere(target: Attribute) -> bool:
    """script-url tells what runs; a picture in a data: address runs nothing."""
    return scheme_of(target.value) == "data" or bool(what_runs(target.value))


def _loads(document: Document, link: Node) -> str:
    target = link.attribute("href")
    kinds = {*link.relations} & _LINKED.keys()
    if (link.get("as") or "").lower() != "script":
        kinds.discard("preload")
    if not kinds or target is None or not target.value or link.namespace != "html":
        return ""
    address = certain_address(document, target)
    is_style = kinds == {"stylesheet"}
    if is_style and scheme_of(address) == "data":
        return "the article loads a style sheet that is written into its address: remove the link"
    if not address or _is_own(document, link, address, kinds) or (is_style and not is_remote(address)):
        return ""
    kind = _LINKED[min(kinds)]
    return f"the article loads a {kind} that can change after you publish: remove the link"


def _is_own(document: Document, link: Node, address: str, kinds: set[str]) -> bool:
    """Whether the link is a part of the site or of a page of its own, and loads what belongs there."""
    if "import" in kinds:
        return False
    is_of_page = kinds == {"stylesheet"} or (link.is_in_head and not is_remote(address))
    return document.is_layout or (is_of_page and document.is_whole_page)
