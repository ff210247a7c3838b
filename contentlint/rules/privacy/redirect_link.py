"""See `RedirectLink`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.destination import OF_TEMPLATES
from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.redirectors import may_redirect, redirect_target
from contentlint.references import decode_references
from contentlint.rule import Bad, Finding, Fix, Rule
from contentlint.rules.privacy.bare_addresses import bare_addresses
from contentlint.text import Edit
from contentlint.wording import cut

_REFERENCE = pattern(r"&(?=#?\w+;)")
_UNFIT_FOR_MARKDOWN = pattern(r"[()<>\\]")


class RedirectLink(Rule):
    """A link goes through somebody else's counter before it reaches its page.

    Search engines and portals rewrite links so that every click passes them. Readers are counted on the way, and the link
    dies with the portal.

    The fix is safe: it writes the address the link leads to.
    """

    name = "redirect-link"
    good = (
        "[Search](https://www.google.com/search?q=kites)\n",
        "[Kites](https://link.zhihu.com/?target=kites)\n",
        "`https://www.google.com/url?q=https://example.org`\n",
        "[Share](https://www.facebook.com/sharer.php?u=https://example.org/)\n",
        '<a href="https://example.org/login?url=https%3A%2F%2Fexample.org%2Fa">风筝</a>\n',
    )
    bad = (
        Bad(
            "[연](⟦https://m.search.naver.com/p/crd/rd?m=1&u=https%3A%2F%2Fexample.kr%2F⟧)\n",
            fixed="[연](https://example.kr/)\n",
        ),
        Bad("[a](⟦https://medium.com/r/?url=https%3A%2F%2Fexample.org⟧)\n", fixed="[a](https://example.org)\n"),
        Bad("[a](⟦https://urldefense.com/v3/__https://example.org__;!!x⟧)\n", fixed="[a](https://example.org)\n"),
        Bad(
            "[a](⟦https://disq.us/url?url=https%3A%2F%2Fexample.org%2Fa%3AXyZ123-abc&cuid=1⟧)\n",
            fixed="[a](https://example.org/a)\n",
        ),
        Bad(
            "[Kites](⟦https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&sa=D⟧)\n",
            fixed="[Kites](https://example.org/a?b=1)\n",
        ),
        Bad(
            '<a href="⟦https://link.zhihu.com/?target=https%3A//example.org/a%3Fb%3D1%26c%3D2⟧">风筝</a>\n',
            fixed='<a href="https://example.org/a?b=1&amp;c=2">风筝</a>\n',
        ),
        Bad(
            "[凧](⟦https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.jp%2Ftako_(kite)&h=AT0⟧ '凧')\n",
            fixed="[凧](https://example.jp/tako_\\(kite\\) '凧')\n",
        ),
        Bad(
            "<a href=⟦http://portal.example.com.cn/GoToLink?url=https://example.org/⟧>Kites</a>\n",
            fixed="<a href=https://example.org/>Kites</a>\n",
            path="page.html",
        ),
        Bad("[風](⟦https://rd.yahoo.co.jp/rss/l/*https://example.jp/a⟧)\n", fixed="[風](https://example.jp/a)\n"),
        Bad(
            "[凧](⟦https://c.duomai.com/track.php?site_id=1&t=https://kites.example/⟧)\n",
            fixed="[凧](https://kites.example/)\n",
        ),
        Bad(
            "[凧](⟦https://link.zhihu.com/?target=https://example.jp/%FF%E5%87%A7%E2%80%AE⟧)\n",
            fixed="[凧](https://example.jp/%FF凧%E2%80%AE)\n",
        ),
        Bad(
            "|凧|\n|--|\n|[風](⟦https://link.zhihu.com/?target=https%3A//example.org/a%7Cb⟧)|\n",
            fixed="|凧|\n|--|\n|[風](https://example.org/a%7Cb)|\n",
        ),
        Bad(
            "[凧](⟦https://www.google.com/url?q=https://example.jp/%7B%7Bx%7D%7D⟧) [風](⟦https://www.google.com/url?q=https://example.jp/a⟧)\n",
            fixed="[凧](https://example.jp/%7B%7Bx%7D%7D) [風](https://example.jp/a)\n",
        ),
        Bad(
            '<a href="⟦https://link.zhihu.com/?target=https%3A//example.org/%7Ba%7D%3C%25⟧">凧</a>\n',
            fixed='<a href="https://example.org/%7Ba%7D%3C%">凧</a>\n',
        ),
        Bad("<⟦https://www.google.com/url?q=https://example.org/⟧>\n"),
        Bad("凧 ⟦https://link.zhihu.com/?target=https%3A//example.org⟧\n"),
        Bad(
            "[风筝](⟦//link.cnblogs.com/?url=https%3A%2F%2Fexample.org⟧)\n",
            fixed="[风筝](https://example.org)\n",
            along=("protocol-relative-url",),
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for link in document.all("link"):
            href = link.attribute("href")
            if href is None or href.value_span is None or not may_redirect(href.value):
                continue
            target = _target(href.value)
            if target is None or document.has_template(href.value_span):
                continue
            fix = None
            if link.name != "autolink":  # its address is what the reader reads
                fix = Fix("Link to the page itself", (Edit(href.value_span, _written(document, link, target)),))
            yield self.finding(href.value_span, _message(target), fix)
        for address, span in bare_addresses(document):
            target = _target(decode_references(address))
            if target is not None:
                yield self.finding(span, _message(target))


def _target(address: str) -> str | None:
    target = redirect_target(address)
    return target.translate(OF_TEMPLATES) if target is not None else None


def _message(target: str) -> str:
    return f"this link passes a counter: link straight to {cut(target)}"


def _written(document: Document, link: Node, target: str) -> str:
    """The target as the place it is written in takes it."""
    if "|" in target and document.is_in_table(link.span.start):
        target = target.replace("|", "%7C")
    if link.markup == "markdown":
        target = _REFERENCE.sub("&amp;", re.sub(r"\s", "%20", target))
        return _UNFIT_FOR_MARKDOWN.sub(lambda match: "\\" + match[0], target)
    for char, reference in (("&", "&amp;"), ('"', "&quot;"), ("'", "&#39;"), ("<", "&lt;"), (">", "&gt;")):
        target = target.replace(char, reference)
    return re.sub(r"\s", "%20", target)
