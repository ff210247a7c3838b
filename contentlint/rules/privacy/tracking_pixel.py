"""See `TrackingPixel`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.address import host_of
from contentlint.beacons import advice_on_debt, is_beacon, is_unseen, is_watched, may_be_badge
from contentlint.document import Document
from contentlint.nodes import UNKNOWN, Node
from contentlint.patterns import pattern
from contentlint.preformatted import shown
from contentlint.removals import with_wrappers
from contentlint.rule import Bad, Finding, Fix, Good, Rule, Safety, Severity
from contentlint.text import Span
from contentlint.trackers import watches_from
from contentlint.wording import cut

_OTHERS = ("iframe", "amp-pixel", "input", "video")  # that load something
_NOUNS = {"iframe": "frame", "video": "video"}
_ALONE_IN_CODE = pattern(  # with the size of a beacon
    r"(?i)\s*+(<img\b(?=[^<>]*+>\s*+\Z)(?=[^<>]*?\swidth=[\"']?[01](?:px)?[\"'\s/>])"
    r"(?=[^<>]*?\sheight=[\"']?[01](?:px)?[\"'\s/>])[^<>]*?\ssrc=[\"']([^\"'<>\s]++)[\"'][^<>]*+>)"
)
_BEHIND_HTML = pattern(  # that announces nothing
    r"(?i)(?<![:：\s])\s*+(?:(</(?:article|blockquote|body|center|details|div|dl|figure|footer|h[1-6]|main|ol|p|section|table|ul)\s*+>)\s*+)++\Z"
)
_OF_MARKDOWN = frozenset({"heading", "fence"})
_NEAR = 200
_END_TAG = pattern(r"[ \t]*</(?:img|image|input)[ \t\r\n]*>", re.IGNORECASE)  # of an element that has none


class TrackingPixel(Rule):
    """An invisible picture tells someone else who reads this page.

    Each reader's browser loads it from the watcher's site, which learns the page, the time and often the person. Your
    readers have not been asked.

    The fix is safe: nobody sees the picture. It is unsafe where the picture parts a list of Markdown from what would go
    on with it, may be a badge that is read, pays the author (VG Wort), or is what a licence to republish the article
    may ask for. It goes with the `<noscript>` or bare paragraph that holds nothing else.
    """

    name = "tracking-pixel"
    severity = Severity.ERROR
    needs = {"image", "code", *map("<%s>".__mod__, _OTHERS)}
    good = (
        '<img src="https://example.org/kite.png" alt="Kite" width="100" height="1">\n',
        '<img src="https://example.org/kite.png" alt="凧" style="border-width:1px; max-height: 1px0">\n',
        '<img src="/images/spacer.gif" alt="" width="1" height="1">\n',
        '<img src="/images/later.png" alt="风筝" style="display:none">\n',
        '<img src="https://example.org/none.gif" data-src="https://example.org/kite.jpg" width="1" height="1" alt="Kite">\n',
        "<img src='https://ad.doubleclick.net/ad/x;sz=728x90;ord=1?' alt=''>\n",
        "<img src='https://ad.doubleclick.net/ad/1' alt='Kites for sale' width=300 height=250>\n",
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="" width="1" height="1">\n',
        '<iframe src="https://player.example.org/kite" title="Kite" width="640" height="360" hidden></iframe>\n',
        '`<img src="https://example.org/p.gif" width="1" height="1">`\n',
        '<p>A pixel:</p>\n\n    <img src="https://feeds.feedburner.com/~r/K/~4/1" height="1" width="1"/>\n',
        '<p>凧</p>\n\n    <img src="https://feeds.feedburner.com/~r/K/~4/1" height="1" width="1"/>\n\nis a pixel.\n',
        '<p>凧</p>\n\n    <img src="https://example.org/p.gif" height="1" width="1"/>\n',
        '代码放到 <code>footer.php</code>\n\n    <img src="https://www.facebook.com/tr?id=1" height="1" width="1"/>\n',
        '## 凧 <p>空</p>\n\n    <img src="https://www.facebook.com/tr?id=1" height="1" width="1"/>\n',
        '凧\n==\n\n<p>空</p>\n\n    <img src="https://www.facebook.com/tr?id=1" height="1" width="1"/>\n',
        '<iframe src="https://player.example.org/kite" title="Kite" width="640" height="360"></iframe>\n',
        '<img src="https://cdn.example.org/photo-large.jpg" style="display:none" alt="Large photo of a kite">\n',
        '<img src="https://cdn.example.org/kite.png?w=300" style="display:none" alt="">\n',
        '<img src="https://example.org/later?id=7" hidden alt="凧"> <img src="https://example.org/a.gif" hidden alt="">\n',
        '<img src="https://example.org/a?b=1" alt="" style="max-width:1px"> <img src="https://static.scarf.sh/logo.png">\n',
        '<iframe src="//rcm-fe.amazon-adsystem.com/e/cm?t=1" title="凧" width="100%" height="240"></iframe>\n',
        '<iframe src="//rcm-fe.amazon-adsystem.com/e/cm?t=1" title="凧" style="width:8em; height:15em"></iframe>\n',
        '<iframe src="https://widgets.outbrain.com/kite" title="风筝"></iframe>\n',
        "<img src='https://pagead2.googlesyndication.com/kite' alt='' width=100%>\n",
        '<video src="https://s0.2mdn.net/kite.mp4" controls></video>\n',
        '<input type="image" src="https://example.org/go.png" width="1" height="1" alt="风筝">\n',
        '<a href="/book"><img alt="凧の本" src="//ws-fe.amazon-adsystem.com/widgets/q?A=1&ID=AsinImage"></a>\n',
        Good('<img src="https://example.org/p.gif" width={1} height={1} {...rest} />\n', path="article.mdx"),
        '![凧](https://h.accesstrade.net/sp/rr?rk=1) <img src="https://example.org/a?b=1" style="opacity: 0.5">\n',
        Good('<img src="{{ counter }}" width="1" height="1" alt="">\n'),
        Good(
            '<img src="https://example.org/kite.png" width="1" height="1" style={{width: "100%"}} alt="" />\n',
            path="article.mdx",
        ),
    )
    bad = (
        Bad("Use [code]⟦<img src='https://example.org/a.gif' width=1 height=1>⟧[/code].\n"),
        Bad('<pre>\n凧⟦<img src="https://example.org/p.gif" width="1" height="1">⟧\n</pre>\n'),
        Bad('<p>凧</p>\n\n    ⟦<img src="https://feeds.feedburner.com/~r/K/~4/1" height="1" width="1"/>⟧\n', fixed="<p>凧</p>\n", unsafe=True),
        Bad('凧⟦<img border="0" src="https://www19.a8.net/0.gif?a8mat=3AB" alt="">⟧\n', fixed="凧\n"),
        Bad("Kites.⟦<img src=https://example.org/t.gif width=1 height=1/>⟧\n", fixed="Kites.\n"),
        Bad('Kites.⟦<img src="https://example.org/p.gif" width="1" height="1">⟧\n', fixed="Kites.\n"),
        Bad('凧⟦<img src="//ir-jp.amazon-adsystem.com/e/ir?t=kite&a=1" alt="">⟧\n', fixed="凧\n"),
        Bad('凧⟦<img src="//ws-fe.amazon-adsystem.com/widgets/q?ID=AsinImage" alt="" width="1" height="1">⟧\n', fixed="凧\n"),
        Bad("<p>凧</p>\n⟦<img src=//stats.example.jp/c style='width:0px;height:0px' alt=''>⟧\n", fixed="<p>凧</p>\n"),
        Bad('风筝\n\n<noscript>⟦<img src="https://www.facebook.com/tr?id=1&ev=PageView">⟧</noscript>\n', fixed="风筝\n"),
        Bad('Kites.\n\n⟦<img hidden src="https://example.org/count?id=7" alt="">⟧\n\nHigh.\n', fixed="Kites.\n\nHigh.\n"),
        Bad("Kites.⟦<img src='/count.gif' width=1 height=1 alt=''>⟧\n", fixed="Kites.\n"),
        Bad('Kites. ⟦![](https://hm.baidu.com/hm.gif?si=1)⟧\n', fixed="Kites.\n"),
        Bad('Kites.\n\n<a href="/kites">⟦<img src="https://hm.baidu.com/hm.gif">⟧</a>\n', fixed="Kites.\n", unsafe=True),
        Bad('⟦<iframe src="https://www.googletagmanager.com/ns.html?id=G" height="0" width="0" style="display:none"></iframe>⟧\nKites.\n', fixed="Kites.\n"),
        Bad('<noscript>⟦<iframe src="https://www.googletagmanager.com/ns.html?id=G" title="凧"></iframe>⟧</noscript>\nKites.\n', fixed="Kites.\n"),
        Bad('风筝⟦<iframe src="https://1.fls.doubleclick.net/activityi;src=1?" width="auto"></iframe>⟧\n', fixed="风筝\n"),
        Bad('凧⟦<img src="https://hm.baidu.com/a" width="0%" height="1px;">⟧⟦<img src="https://hm.baidu.com/a" style="width:0.1px; height:1pt">⟧\n', fixed="凧\n"),
        Bad('Kites.⟦<img src="https://www.facebook.com/tr?id=1" alt="facebook">⟧⟦![凧](https://mc.yandex.ru/watch/1)⟧\n', fixed="Kites.\n"),
        Bad('Kites.⟦<img src="https://counter.yadro.ru/logo?44.1" alt="">⟧\n', fixed="Kites.\n", unsafe=True),
        Bad('Kites.\n\n⟦![](https://static.scarf.sh/a.png?x-pxid=1)⟧\n', fixed="Kites.\n"),
        Bad('凧⟦<img src="https://example.org/o/1" style="max-width: 1px; max-height: 1px">⟧\n', fixed="凧\n"),
        Bad('风筝⟦<img src="https://example.org/count?id=7" style="position:absolute; left:-9999px" alt="">⟧\n', fixed="风筝\n"),
        Bad('Kites.\n\n<p>⟦<img src="https://example.org/p.gif" width="1" height="1">⟧</p>\n\n', fixed="Kites.\n"),
        Bad('Kites  \n⟦<img src="https://example.org/p.gif" width="1" height="1">⟧\nfly.\n', fixed="Kites  \nfly.\n"),
        Bad('凧  \n⟦<img src="https://example.org/p.gif" width="1" height="1">⟧  \n風\n', fixed="凧  \n風\n"),
        Bad('- 凧\n\n⟦<img src="https://example.org/p.gif" width="1" height="1">⟧\n\n- 風\n', fixed="- 凧\n\n- 風\n", unsafe=True),
        Bad('⟦<img height="1" width="1" style={{display: "none"}} src="https://www.facebook.com/tr?id=1" />⟧\n', path="article.mdx"),
        Bad('⟦<img height="1" width="1" src="https://www.facebook.com/tr?id={{ site.fb }}" alt="">⟧\n'),
        Bad('**凧：**⟦<img src="https://example.org/p.gif" width="1" height="1">⟧風\n'),
        Bad('a | b\n--|--\n⟦<img src="https://example.org/p.gif" width="1" height="1">⟧ | 1\n'),
        Bad('Kites.⟦<amp-pixel src="https://example.org/p?RANDOM" layout="nodisplay"></amp-pixel>⟧\n', fixed="Kites.\n"),
        Bad('凧⟦<img src="https://feeds.feedburner.com/~r/T/~4/a" height="1" width="1" alt="">⟧</img>\n', fixed="凧\n"),
        Bad('凧⟦<img src="https://example.org/count?id=7" width="0" height="0">⟧</image>\n', fixed="凧\n", along=("stray-end-tag",)),
        Bad('⟦<img src="https://example.org/p.gif" width={1} height={1} />⟧\n', path="article.mdx"),
        Bad('凧⟦<img src="https://example.org/count?id=7" style="opacity: 0">⟧⟦![](https://i.moshimo.com/af/i/impression?a_id=1)⟧\n', fixed="凧\n"),
        Bad('Kites.⟦<img src="https://img.zemanta.com/zemified_e.png?x-id=1" alt="Zemanta">⟧\n', fixed="Kites.\n", unsafe=True),
        Bad('凧⟦<iframe src="//rcm-fe.amazon-adsystem.com/e/cm?t=1" style="display:none"></iframe>⟧\n', fixed="凧\n"),
        Bad('凧⟦<img src="https://hm.baidu.com/hm.gif" alt="" style="max-width:100%; height:auto">⟧\n', fixed="凧\n"),
        Bad('凧⟦<input type="image" src="https://www.facebook.com/tr?id=1">⟧\n', fixed="凧\n"),
        Bad('凧⟦<img src="https://www.facebook.com/tr?id=1" width="1" height="1" data-src="/kite.jpg">⟧\n', fixed="凧\n"),
        Bad('凧⟦<img src="https://example.org/p.gif" width=1 height=1 data-src="https://example.org/q.gif">⟧\n', fixed="凧\n"),
        Bad('凧⟦<img src="https://example.org/pixel.gif?u=1" width=1 height=1 data-src="/kite.jpg">⟧\n', fixed="凧\n"),
        Bad('Drachen.⟦<img src="https://vg08.met.vgwort.de/na/1a2b" width="1" height="1" alt="">⟧\n', fixed="Drachen.\n", unsafe=True),
        Bad('Kites.⟦<img src="https://counter.theconversation.com/content/1/count.gif" alt="The Conversation">⟧\n', fixed="Kites.\n", unsafe=True),
        Bad("> Kites.\n> ⟦![](https://blogger.googleusercontent.com/tracker/1-2?l=x)⟧\n\n- > > 凧\n  > > ⟦![](https://blogger.googleusercontent.com/tracker/1-2?l=x)⟧\n  > > 揚げ\n", fixed="> Kites.\n\n- > > 凧\n  > > 揚げ\n"),
        Bad('> <p>Kites\n> ⟦<img src="https://example.org/t.gif" width="1" height="1" alt="">⟧\n> rise.</p>\n', fixed="> <p>Kites\n> rise.</p>\n"),
        Bad("⟦![](https://blogger.googleusercontent.com/tracker/1-2?l=x)⟧\n    Kites.\n\n> ⟦![](https://blogger.googleusercontent.com/tracker/1-2?l=x)⟧\n>     凧\n", fixed="Kites.\n\n> 凧\n"),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        for node in (*shown(document, "image"), *document.tags(*_OTHERS)):
            if not is_beacon(node) or _is_of_template(document, node):
                continue
            address = node.get("src") or ""
            owed = advice_on_debt(address)
            fix, unseen, what = None, is_unseen(node), _NOUNS.get(node.name, "picture")
            whole = _with_end_tag(document, node)
            if not node.sample and not document.has_template(whole):
                link = _link_of(document, whole)
                if link is None:
                    is_safe = not owed and (unseen or not may_be_badge(node))
                    safety = Safety.SAFE if is_safe else Safety.UNSAFE
                    fix = Fix.removing(f"Remove the {what}", document, with_wrappers(document, node, whole), safety)
                else:
                    fix = Fix.removing("Remove the link that holds only it", document, link, Safety.UNSAFE)
            does = "that tells others" if unseen else f"by which {cut(host_of(address))} learns"
            message = f"{'an invisible' if unseen else 'a'} {what} {does} who reads this page: {owed or 'remove it'}"
            yield self.finding(node.whole, message, fix)
        if (found := _last_in_code(document)) is not None:
            picture, code = found
            fix = Fix.removing("Remove the picture", document, code, Safety.UNSAFE)
            message = "Markdown shows this invisible picture, which was to tell others who reads this page, as code: remove it"
            yield self.finding(picture, message, fix)


def _last_in_code(document: Document) -> tuple[Span, Span] | None:
    """A watcher's picture that ends an article of HTML and became code, since it is indented, with that code: no sample, for
    nothing there says that one comes."""
    code = document.all("code")[-1] if document.all("code") else None
    if code is None or code.name != "indented" or document.text[code.span.end :].strip():
        return None
    picture = _ALONE_IN_CODE.match(document.text, *code.span)
    if picture is None or not watches_from(host_of(picture[2]), picture[2]):
        return None
    before = max(code.span.start - _NEAR, document.body.span.start)
    behind = _BEHIND_HTML.search(document.text, before, code.span.start)
    if behind is None or not _is_of_html(document, behind.start(1)):
        return None
    return Span(*picture.span(1)), code.span


def _is_of_html(document: Document, at: int) -> bool:
    """Whether a block of HTML stands here, in an article without a heading or fence of Markdown."""
    block = document.block_at(at)
    return block is not None and block.kind == "html" and _OF_MARKDOWN.isdisjoint(b.kind for b in document.body.blocks)


def _is_of_template(document: Document, node: Node) -> bool:
    """Whether some of it is not known: more than the `{1}` of MDX, whose value is read, and of a watcher's picture more
    than its style and its query."""
    if not document.has_template(node.span):
        return False
    values = [attribute.value_span for attribute in node.attributes if attribute.value_span is not None]
    unknown = [each.span for each in document.nodes_in(node.span) if each.kind in UNKNOWN]
    unread = [span for span in unknown if not any(span.covers(value) and span != value for value in values)]
    if not unread or not is_watched(node):
        return bool(unread)
    spared = [each.value_span for each in node.attributes if each.name in ("src", "style")]
    return not all(any(value is not None and value.covers(span) for value in spared) for span in unread)


def _with_end_tag(document: Document, node: Node) -> Span:
    """The picture with an end tag behind it, which would be left alone."""
    whole = node.whole
    stray = _END_TAG.match(document.text, whole.end) if node.end_tag is None else None
    return Span(whole.start, stray.end()) if stray is not None else whole


def _link_of(document: Document, whole: Span) -> Span | None:
    """The link in which nothing but the picture stands."""
    for link in document.holding(whole.start):
        if link.kind == "link" and whole.end <= link.content.end and link.whole != whole:
            around = Span(link.content.start, whole.start), Span(whole.end, link.content.end)
            return None if any(part.of(document.text).strip() for part in around) else link.whole
    return None
