"""See `MixedContent`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.address import host_of, is_at_home
from contentlint.document import Document
from contentlint.nodes import Attribute
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Safety
from contentlint.rules.security.inert import is_inert
from contentlint.text import Edit, Span

# as a browser reads it and as it may be written in HTML
_INSECURE = pattern(
    r"(?ai)(?<![\w:/?=&.%-])http(?=(?::|&colon;|&#(?:0*+58|x0*+3a);)(?:/|&sol;|&#(?:0*+47|x0*+2f);){2})"
)
_LOADING = frozenset(
    {
        *((name, "src") for name in ("img", "source", "video", "audio", "track", "script", "iframe", "frame", "embed", "input")),
        ("img", "srcset"), ("source", "srcset"), ("video", "poster"), ("object", "data"), ("image", "href"),
        ("image", "xlink:href"), ("link", "href"), ("link", "imagesrcset"),
    }
)  # fmt: skip
_LOADED_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"})


class MixedContent(Rule):
    """A picture, player, frame or script is loaded over `http://`.

    On a site with https, browsers block it or warn of it, so readers see a hole. Anyone between the reader and the
    other site can see and change it.

    The fix is unsafe: it writes `https://`, which nearly every host answers, but not every one.
    """

    name = "mixed-content"
    yields_to = ("tracking-pixel", "tracking-script")
    good = (
        '<img src="https://example.org/kite.png" alt=""> <a href="http://example.org/">kites</a>\n',
        "[风筝](http://example.org/) `![](http://example.org/kite.png)`\n",
        '<img src="/go?to=http://example.org/kite.png" alt="凧">\n',
        "![Kites](http://localhost:4000/kite.png) ![凧](http://192.168.1.5/kite.png)\n",
        '<img src="{{ site.url }}/kite.png" alt="">\n',
    )
    bad = (
        Bad("![凧](⟦http://example.org/kite.png⟧ \"凧\")\n", fixed="![凧](https://example.org/kite.png \"凧\")\n", unsafe=True),
        Bad('<img alt="" src="⟦HTTP://example.org/kite.png⟧">\n', fixed='<img alt="" src="https://example.org/kite.png">\n', unsafe=True),
        Bad(
            '<img alt="凧" src="⟦http:&#47;&#x2F;example.org/kite.png⟧">\n',
            fixed='<img alt="凧" src="https:&#47;&#x2F;example.org/kite.png">\n',
            unsafe=True,
        ),
        Bad(
            '<img alt="" srcset="⟦http://example.org/1.png 1x, http://example.org/2.png 2x⟧">\n',
            fixed='<img alt="" srcset="https://example.org/1.png 1x, https://example.org/2.png 2x">\n',
            unsafe=True,
        ),
        Bad("![风筝][k]\n\n[k]: ⟦http://example.org/kite.png⟧\n", fixed="![风筝][k]\n\n[k]: https://example.org/kite.png\n", unsafe=True),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        for node, attribute in document.attributes(
            "src", "srcset", "poster", "data", "href", "xlink:href", "imagesrcset", samples=True
        ):
            if _is_all_secure(attribute.value) or (node.name, attribute.name) not in _LOADING:
                continue
            if _INSECURE.search(attribute.value):
                if node.name == "link" and _LOADED_LINKS.isdisjoint(node.relations):
                    continue
                if node.heeds(attribute) and not is_inert(node):
                    yield from self._tell(document, attribute, node.sample)
        yield from self._in_markdown(document)

    def _in_markdown(self, document: Document) -> Iterator[Finding]:
        referred: set[str] = set()
        for image in document.all("image"):
            target = image.attribute("src") if image.markup == "markdown" else None
            if target is not None and target.value_span is None:
                referred.add(target.value)
            elif target is not None and not _is_all_secure(target.value):
                yield from self._tell(document, target)
        if not referred:
            return
        for link in document.all("link"):
            target = link.attribute("href") if link.name == "definition" else None
            if target is not None and target.value in referred:
                yield from self._tell(document, target)

    def _tell(self, document: Document, attribute: Attribute, is_sample: bool = False) -> Iterator[Finding]:
        span = attribute.value_span
        if span is None or (not attribute.value.strip().lower().startswith("http:") and attribute.name[-3:] != "set"):
            return
        host = host_of(attribute.value)
        if host and is_at_home(host):
            return
        places = [Span(*match.span()) for match in _INSECURE.finditer(document.text, span.start, span.end)]
        if not places:
            return
        edits = tuple(Edit(place, "https") for place in places)
        fix = Fix("Use https", edits, Safety.UNSAFE)
        is_fixable = not is_sample and not document.has_template(span)
        yield self.finding(span, "this is loaded unencrypted: use https://", fix if is_fixable else None)


def _is_all_secure(address: str) -> bool:
    """Whether this is one address over https, as most are."""
    return address.startswith("https://") and "://" not in address[8:]
