"""See `ProtocolRelativeUrl`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.address import addresses_in_set
from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Severity
from contentlint.text import Edit, Span

_ATTRIBUTES = ("href", "src", "poster", "action", "data")
_SETS = ("srcset", "imagesrcset")
_BEGINNINGS = ("//", " ", "\t", "\r", "\n")
_RELATIVE = pattern(r"[ \t\r\n]*+(?=//[\w-]++(?:\.[\w-]++)++(?::\d++)?(?:[/?#]|[ \t\r\n]*+\Z))")


class ProtocolRelativeUrl(Rule):
    """An address begins with "//".

    It leads nowhere in a mail, a feed or a file on disk, because it borrows its beginning from the page it stands in.

    The fix is safe: it writes "https:" before it, which leads to the same place.
    """

    name = "protocol-relative-url"
    severity = Severity.INFO
    yields_to = ("redirect-link",)
    needs = {*map("%s=".__mod__, (*_ATTRIBUTES, *_SETS)), "link", "image"}
    good = (
        "[Kites](https://example.org//a) and [up](/kites), [more](//)\n",
        '<a href="//{{ site.host }}/a">风筝</a>\n',
        "`//example.org/a` // a remark\n",
        '<pre><code><img src="//example.org/a.png"></code></pre>\n',
        '<a href="//kites/a">凧</a>\n',
    )
    bad = (
        Bad('<img src="⟦//example.org/a.png⟧" alt="凧">\n', fixed='<img src="https://example.org/a.png" alt="凧">\n'),
        Bad(
            "[风筝](⟦//example.org⟧) ![a](⟦//img.example.org/a.png⟧)\n",
            fixed="[风筝](https://example.org) ![a](https://img.example.org/a.png)\n",
        ),
        Bad(
            '<img srcset="/a//b.png 1x, ⟦//example.org/a.png⟧ 2x" alt="">\n',
            fixed='<img srcset="/a//b.png 1x, https://example.org/a.png 2x" alt="">\n',
        ),
        Bad("[Kites]\n\n[Kites]: ⟦//example.org/?a=b⟧\n", fixed="[Kites]\n\n[Kites]: https://example.org/?a=b\n"),
        Bad(
            "<iframe src=⟦//player.example.org:443/凧⟧></iframe>\n",
            fixed="<iframe src=https://player.example.org:443/凧></iframe>\n",
            path="page.html",
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for _, attribute in document.attributes(*_ATTRIBUTES):
            if attribute.value.startswith(_BEGINNINGS):
                yield from self._told(document, attribute.value_span)
        for _, attribute in document.attributes(*_SETS):
            if attribute.value_span is not None and "//" in attribute.value:
                start, end = attribute.value_span
                for at, address in addresses_in_set(document.text[start:end]):
                    yield from self._told(document, Span(start + at, start + at + len(address)))
        for kind in ("link", "image"):
            for node in document.all(kind):
                if node.markup == "markdown" and node.attributes and node.attributes[0].value.startswith(_BEGINNINGS):
                    yield from self._told(document, node.attributes[0].value_span)

    def _told(self, document: Document, span: Span | None) -> Iterator[Finding]:
        if span is None:
            return
        relative = _RELATIVE.match(document.text, span.start, span.end)
        if relative is None or document.has_template(span):
            return
        start = Span(relative.end(), relative.end())
        fix = Fix('Write "https:" before it', (Edit(start, "https:"),))
        yield self.finding(span, 'this address begins with "//": write "https:" before it', fix)
