"""See `TrackingParameter`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contentlint.address import addresses_in_set
from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.preformatted import shown
from contentlint.rule import Bad, Finding, Fix, Rule, Safety
from contentlint.rules.privacy.bare_addresses import bare_addresses
from contentlint.text import Edit, Span
from contentlint.tracking_parameters import may_track, parted, without_tracking
from contentlint.wording import cut

_KINDS = ("link", "image")


@dataclass(frozen=True)
class TrackingParameter(Rule):
    """A link carries a note on where the reader comes from.

    Parameters such as `utm_source` or `fbclid` change nothing about the page; they tell its owner who sent the reader,
    and they were copied from somebody else's campaign.

    The fix is safe: it strips them; the link leads to the same page. It is unsafe for parameters of your own.
    """

    name = "tracking-parameter"
    options_help = {"parameters": "Further parameters that only track."}
    good = (
        "[Kites](https://example.org/?q=utm_source&page=2)\n",
        "Use `https://example.org/?utm_source=feed` or ?utm_source=feed in links.\n",
        "    [code](https://example.org/?utm_source=feed)\n",
        '<a href="https://example.org/?id=7#utm_source">风筝</a> <a href="#utm_source=a">凧</a>\n',
        "[Sign in](https://example.org/login?ref_url=%2Faccount&ocid=7) and [more](https://example.org/?ncid=12&smid=3)\n",
        "[天气](https://weather.sina.cn/?loc=beijing), [Search](https://www.google.com/search?q=ved) and [ei](https://example.org/search?ei=1)\n",
        "[Kites](https://example.org/?mod=1&from=timeline&scm=2&traffic_source=x&wm=y) [凧](https://asahi.example/?iref=a) [연](https://example.kr/?trackingCode=1&from_code=2) [风筝](/a?from=groupMessage)\n",
        "[凧]({{ url }}?utm_source=feed) /www.example.org/?utm_source=feed `www.example.org/?fbclid=1` a_www.example.org?gclid=1 x=https://example.org/?utm_source=feed https://example.org/?q=1\n",
        "[凧](https://web.archive.org/web/2020/https://example.jp/?utm_source=a) [風](https://archive.ph/2020/https://example.jp/?gclid=1)\n",
        "<pre>https://example.org/?utm_source=feed</pre> [x](https://example.org/ 'https://example.org/?utm_source=x')\n",
    )
    bad = (
        Bad('<pre><a href="⟦https://example.org/?utm_source=a⟧">凧</a></pre>\n'),
        Bad("[Kites](⟦https://example.org/a?utm_source=x&id=7&utm_medium=y#b⟧)\n", fixed="[Kites](https://example.org/a?id=7#b)\n"),
        Bad(
            '<a href="⟦https://example.org/?fbclid=1&amp;id=7⟧">风筝</a>\n', fixed='<a href="https://example.org/?id=7">风筝</a>\n'
        ),
        Bad("[凧]\n\n[凧]: ⟦https://example.jp/?gclid=1⟧ (凧)\n", fixed="[凧]\n\n[凧]: https://example.jp/ (凧)\n"),
        Bad("![凧](⟦https://example.jp/a.png?spm=1.2⟧)\n", fixed="![凧](https://example.jp/a.png)\n"),
        Bad('<img srcset="⟦/a.png?utm_source=x⟧ 1x, /b.png?w=2 2x" alt="凧">\n', fixed='<img srcset="/a.png 1x, /b.png?w=2 2x" alt="凧">\n'),
        Bad("<⟦https://example.org/?utm_source=x⟧>\n"),
        Bad("[This page](⟦?utm_source=x⟧)\n"),
        Bad("风筝：⟦https://example.org/?utm_source=x⟧，凧 (⟦https://example.jp/?gclid=1⟧).\n"),
        Bad("_⟦https://example.org/?utm_source=x⟧_, ⟦www.youtube.com/watch?v=1&feature=a⟧\n"),
        Bad("[Kites](⟦https://example.org/a?b=1#utm_source=rss&utm_medium=rss⟧)\n", fixed="[Kites](https://example.org/a?b=1)\n"),
        Bad("[风筝](⟦https://k.sina.cn/a.html?cre=tianyi&loc=36&id=7⟧)\n", fixed="[风筝](https://k.sina.cn/a.html?id=7)\n"),
        Bad("[凧](⟦https://www.google.co.jp/search?q=tako&ved=2ah⟧)\n", fixed="[凧](https://www.google.co.jp/search?q=tako)\n"),
        Bad("[Kites](⟦https://www.wsj.com/a?mod=rss_home&id=7⟧)\n", fixed="[Kites](https://www.wsj.com/a?id=7)\n"),
        Bad("[风筝](⟦https://example.cn/a?from=timeline&isappinstalled=0⟧)\n", fixed="[风筝](https://example.cn/a)\n"),
        Bad("[风筝](⟦https://example.cn/a?spm=1.2&scm=3.4&id=7⟧)\n", fixed="[风筝](https://example.cn/a?id=7)\n"),
        Bad("[凧](⟦https://a.csdn.net/s?q=a&from_code=b⟧) [연](⟦https://m.blog.naver.com/a/1?trackingCode=b⟧)\n", fixed="[凧](https://a.csdn.net/s?q=a) [연](https://m.blog.naver.com/a/1)\n"),
        Bad("[风筝](⟦https://example.cn/a?from=singlemessage⟧)\n", fixed="[风筝](https://example.cn/a)\n"),
        Bad("[风筝](⟦https://mp.weixin.qq.com/s?mid=2&sharer_shareid=a&pass_ticket=b&exportkey=c#rd⟧)\n", fixed="[风筝](https://mp.weixin.qq.com/s?mid=2#rd)\n"),
        Bad("[Kites](⟦/a?from_app=1⟧)\n", fixed="[Kites](/a)\n", options={"parameters": ["from_app"]}, unsafe=True),
    )  # fmt: skip

    parameters: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        extra = frozenset(self.parameters)
        for node, span in _addresses(document):
            written = span.of(document.text)
            clean, found = parted(written, extra)
            if not found or document.has_template(span):
                continue
            fix = None
            if clean and node.name != "autolink" and not node.sample:  # its address is what the reader reads
                safety = Safety.SAFE if clean == without_tracking(written) else Safety.UNSAFE
                fix = Fix("Strip the parameters", (Edit(span, clean),), safety)
            yield self.finding(span, _message(found), fix)
        for address, span in bare_addresses(document):
            if found := parted(address, extra)[1]:
                yield self.finding(span, _message(found))


def _addresses(document: Document) -> Iterator[tuple[Node, Span]]:
    """The addresses in which there may be a parameter, and whose they are."""
    for kind in _KINDS:
        for node in shown(document, kind):
            target = node.target
            if target is None or target.value_span is None:
                continue
            if "?" in target.value or ("#" in target.value and may_track(target.value)):
                yield node, target.value_span
    for node, attribute in document.attributes("srcset"):
        if attribute.value_span is not None and "?" in attribute.value:
            start, end = attribute.value_span
            for at, address in addresses_in_set(document.text[start:end]):
                yield node, Span(start + at, start + at + len(address))


def _message(found: list[str]) -> str:
    names = list(dict.fromkeys(found))
    if len(names) == 1:
        return f'"{cut(names[0])}" in this address only tells where readers come from: strip it'
    told = [f'"{cut(name)}"' for name in names[:2]] + [f"{len(names) - 2} more"] * (len(names) > 2)
    listed = f"{', '.join(told[:-1])} and {told[-1]}"
    return f"{listed} in this address only tell where readers come from: strip them"
