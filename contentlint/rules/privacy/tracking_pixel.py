"""See `TrackingPixel`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document, Node
from contentlint.reading import is_beacon
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Severity, removal
from contentlint.text import Span


class TrackingPixel(Rule):
    """An invisible picture tells someone else who reads this page.

    Each reader's browser loads it from the watcher's site, which learns the page, the time and often the person. Your
    readers have not been asked.

    The fix is safe: nobody sees the picture. It goes with the <noscript> that holds nothing else.
    """

    name = "tracking-pixel"
    severity = Severity.ERROR
    good = (
        '<img src="https://example.org/kite.png" alt="Kite" width="100" height="1">\n',
        '<img src="https://example.org/kite.png" alt="凧" style="border-width:1px; max-height: 1px0">\n',
        '<img src="/images/spacer.gif" alt="" width="1" height="1">\n',
        '<img src="/images/later.png" alt="风筝" style="display:none">\n',
        '`<img src="https://example.org/p.gif" width="1" height="1">`\n',
        '<iframe src="https://player.example.org/kite" title="Kite" width="640" height="360"></iframe>\n',
        Good('<img src="{{ counter }}" width="1" height="1" alt="">\n'),
    )
    bad = (
        Bad('Kites.⟦<img src="https://example.org/p.gif" width="1" height="1">⟧\n', fixed="Kites.\n"),
        Bad("<p>凧</p>\n⟦<img src=//stats.example.jp/c style='width:0px;height:0px' alt=''>⟧\n", fixed="<p>凧</p>\n"),
        Bad('风筝\n\n<noscript>⟦<img src="https://www.facebook.com/tr?id=1&ev=PageView">⟧</noscript>\n', fixed="风筝\n\n"),
        Bad('Kites.\n\n⟦<img hidden src="https://example.org/count?id=7" alt="">⟧\n\nHigh.\n', fixed="Kites.\n\nHigh.\n"),
        Bad('Kites. ⟦![](https://hm.baidu.com/hm.gif?si=1)⟧\n', fixed="Kites.\n"),
        Bad('⟦<iframe src="https://www.googletagmanager.com/ns.html?id=G" height="0" width="0" style="display:none"></iframe>⟧\nKites.\n', fixed="Kites.\n"),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        for node in (*document.all("image"), *document.tags("iframe")):
            if is_beacon(node) and not document.has_template(node.span):
                fix = Fix("Remove the picture", (removal(document, _filled(document, node)),))
                yield self.finding(
                    node.whole, "an invisible picture that tells others who reads this page: remove it", fix
                )


def _filled(document: Document, node: Node) -> Span:
    """The picture, or the <noscript> that holds nothing else."""
    parent = node.parent
    if parent is None or parent.name != "noscript" or parent.end_tag is None:
        return node.whole
    around = document.text[parent.content.start : node.whole.start] + document.text[node.whole.end : parent.content.end]
    return node.whole if around.strip() else parent.whole
