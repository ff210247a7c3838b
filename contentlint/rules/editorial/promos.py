"""House promotions in an article: QR wrappers, "follow us", app download, newsletter and share boxes.

What makes one is the block, never its words alone: a telling class or id, a marker comment with a picture behind it, or
a QR picture with a slogan at the article's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, takewhile
from typing import NamedTuple

from contentlint.address import host_of
from contentlint.destination import canonical
from contentlint.document import Document, once
from contentlint.elements import HEADINGS
from contentlint.lazy import known_if_short
from contentlint.named_tags import stands_apart
from contentlint.nodes import Node
from contentlint.patterns import chinese_pattern, pattern
from contentlint.removals import filled_by
from contentlint.rules.editorial.credits import EDITOR_ELEMENTS, credits_in
from contentlint.rules.editorial.endings import qr_endings
from contentlint.rules.editorial.removals import joined, with_hard_break
from contentlint.rules.editorial.slogans import is_told_of_others
from contentlint.text import Span, line_end

_MOST_CHARACTERS = 400
_MOST_PROMOS = 20
_NEAR = 4000  # characters between a block and its marker, a style sheet included
_CARDS = ("mp-common-profile", "mpprofile")  # WeChat's, of an account
_NEVER = HEADINGS | frozenset("html body main article head link script style input img svg label".split())
_PHRASING = frozenset({"a", "span", "button", "b", "i", "em", "strong", "small", "label"})
_BOX = (
    "(?:box|block|form|widget|banner|cta|bar|sidebar|section|wrap|wrapper|container|callout|card|panel|area|inner|module"
    "|prompt|footer|inline|embed|promo)"
)
_TELLING = pattern(
    r"append-qr(?:-.*)?|app(?:-[a-z]+)?-kaihu(?:-.*)?|finance-app-sina"
    r"|(?:article|news|post|wechat|weixin|wx|weibo|gzh|mp|app|follow|footer|bottom|end|tail|page)-?"
    r"(?:qr|qr-?code|ewm|erweima)(?:-.*)?"
    r"|qr-?code-(?:box|banner|cta|bar|widget|callout|prompt|footer|promo)"
    rf"|(?:wechat|weixin|gzh)-(?:follow|subscribe|promo|{_BOX})"
    r"|(?:article-|post-|inline-|footer-|email-|[a-z]-)?newsletter"
    rf"(?:-(?:sign-?up|subscribe|subscription|opt-?in|{_BOX}))+"
    rf"|(?:email|mailing-list)-sign-?up(?:-{_BOX})?"
    r"|sign-?up-newsletter"
    r"|(?:social-|article-|post-|news-)?(?:share|sharing)-"
    r"(?:box|bar|buttons?|links?|icons?|tools?|widget|block|wrap|wrapper|container|list)"
    r"|(?:social|article|post|news|more)-?(?:share|sharing)"
    r"|sharedaddy|sd-sharing(?:-.*)?|addtoany(?:-.*)?|a2a-kit(?:-.*)?|addthis(?:-.*)?|sharethis(?:-.*)?"
    r"|jiathis(?:-.*)?|bdshare(?:buttonbox|-t)?|bshare(?:-.*)?|social-share(?:-.*)?"
    rf"|app-(?:promo|banner)(?:-{_BOX})?"
    r"|mc-embed-(?:signup|shell)|mailchimp-(?:form|signup|.*)|substack-(?:post-embed|subscribe|widget)"
    r"|subscription-widget(?:-.*)?|wp-block-jetpack-subscriptions.*|jetpack-subscription-widget|ck-form|formkit-form"
    r"|twitter-share-button|fb-share-button|fb-like|hatena-bookmark-button|line-it-button"
    r"|tinyletter(?:-.*)?|kg-signup-card|(?:[a-z]-)?self-promo(?:-.*)?|mc4wp-form|mcn-(?:follow|share)-block|mp-profile-iframe(?:-wrp)?"
)
# classes that a text on kites may have too: with a form, a picture, another site's link or a slogan they are promotions
_HINTING = pattern(
    rf"follow-?us(?:-{_BOX})?|follow-{_BOX}|subscribe-(?:us|now|{_BOX})|subscription-{_BOX}|(?:[a-z]-)?newsletter"
    rf"|(?:app|client|apk)-download(?:-.*)?|download-app(?:-.*)?|app-install(?:-{_BOX})?|get-(?:the|our)-app"
    r"|share|sns(?:-(?:share|buttons?|links?|icons?|list|box|area))?"
)
_CODE = pattern(
    r"(?:wx-|weixin-|wechat-)?(?:qr|qr-?code|ewm|er-?wei-?ma)(?:-(?:box|wrap|wrapper|img|pic|area|con|content))?"
)
_BUTTONS = pattern(r"button-wrapper|(?:wp-block-)?buttons?|button-(?:box|wrap|row|group)|service-links")
_KINDS = {"promotion": _TELLING, "perhaps": _HINTING, "code": _CODE, "buttons": _BUTTONS}
_HOUSE_LINK = pattern(
    r"[?&]action=share\b|\A(?:https?://[\w.-]+)?/subscribe/?(?:\?|\Z)"
    r"|\A(?:https?:)?//(?:[\w-]+\.)*(?:line\.me/R/(?:msg|share)/|b\.hatena\.ne\.jp/entry/"
    r"|(?:(?:twitter|x)\.com/(?:share|intent/(?:post|tweet))|facebook\.com/(?:dialog/share|sharer?)|weibo\.com/share"
    r"|linkedin\.com/(?:shareArticle|sharing)|pinterest\.com/pin/create|reddit\.com/submit|t\.me/share"
    r"|qzone\.qq\.com/cgi-bin/qzshare|connect\.qq\.com/widget/shareqq|b\.hatena\.ne\.jp/add)"
    r"(?:\.php|/[^?#]*)?\?(?:[^#]*[&;])?(?:u|url|text|href)=)"  # with the page to share; others lead to what was said
)
_HOUSE_CODE = chinese_pattern(
    r"关注|扫一扫|扫码|分享到|公众号|APP|App\b|客户端|阅读体验|微信|フォロー|友だち追加|[Ff]ollow us"
    r"|[Ss]can to (?:follow|download|join|get)"
)
_SLOGAN = chinese_pattern(r"(?i)关注|扫码|扫一扫|订阅|公众号|フォロー|購読|follow us|subscribe|sign up")
_LONGEST_SLOGAN, _LONGEST_MARKER = 30, 120
_MARKER = chinese_pattern(  # a label, and nothing that tells more
    r"<!--\W*(?:(?:文末|文中|底部|页尾|下方|正文后|微信|官方|新闻)*"
    r"(?:二维码|扫码|推广|公众号|关注我们|[Aa][Pp][Pp]\s*下载|客户端下载)(?:关注|广告|区域|模块|部分|代码|图片|区)*"
    r"|(?i:(?:article|post|page|footer|bottom|inline|the|our|email|wechat)?[\s_-]*"
    r"(?:qr[\s_-]?code|append[\s_-]?qr|newsletter|subscribe|follow[\s_-]us|share[\s_-](?:buttons?|bar|box)"
    r"|social[\s_-]share|house[\s_-]promo|promo(?:tion)?|app[\s_-]download)"
    r"(?:[\s_-]*(?:sign[\s_-]?up|box|block|form|area|section|widget|banner|button|code|wrap|cta))*))"
    r"\W*(?:(?i:start|begin|end|stop)|开始|结束)?\W*(?:-->|\Z)"
)
# the parameters that say how a picture is drawn, not which one it is
_OF_DRAWING = frozenset(
    """
    v ver version w h width height size resize fit dpr q quality auto fm format wx_fmt wx_lazy wx_co wxfrom tp
    x-oss-process x-image-process
    """.split()
)


class Promo(NamedTuple):
    """A promotion: `block` is what a reader sees, `pieces` all that goes with it (not a style sheet in between),
    `pictures` the addresses of its images."""

    block: Span
    pieces: tuple[Span, ...]
    pictures: frozenset[str]


@once
def promos_in(document: Document) -> list[Promo]:
    """The promotions of an article, in order."""
    if document.is_whole_page or document.is_site_part:
        return []
    found: list[Promo] = []
    for promo in sorted((*_told_by_class(document), *_told_by_marker(document)), key=lambda promo: promo.block):
        if len(found) < _MOST_PROMOS and not (found and found[-1].block.end > promo.block.start):
            found.append(promo)
    last = found[-1].block.end if found else 0
    return found + [_of_ending(document, ending) for ending in qr_endings(document) if last <= ending[0].start]


def _of_ending(document: Document, ending: tuple[Span, ...]) -> Promo:
    block = Span(ending[0].start, ending[-1].end)
    pieces = with_hard_break(document, _with_markers(document, ending))
    return Promo(block, pieces, _pictures(document, block))


# -- by class or id -------------------------------------------------------------------------------------------------


def _told_by_class(document: Document) -> Iterator[Promo]:
    telling = (
        node
        for node, attribute in document.attributes("class", "id")
        if (told := _told_by(attribute.value)) and node.name not in _NEVER
        if told == "promotion" or _PROOFS[told](document, node)
    )
    cards = (card for card in document.tags(*_CARDS) if not _is_named(document, card.whole))
    for node in islice(chain(telling, cards), 3 * _MOST_PROMOS):
        if _is_small(document, node) and not _is_part_of_a_sentence(document, node):
            yield _promo(document, node)


def _is_named(document: Document, tag: Span) -> bool:
    """Whether a sentence, a cell or an item only names a tag."""
    flat = document.source.flat
    return (
        stands_apart(document, tag)
        or flat[tag.start - 1 : tag.start].isalnum()
        or flat[tag.end : tag.end + 1].isalnum()
    )


def _is_part_of_a_sentence(document: Document, node: Node) -> bool:
    """Whether a phrase stands in running text, or an anchor marks a place."""
    if node.name not in _PHRASING:
        return False
    if not document.inner_text(node) and not any(True for _ in document.nodes_in(node.content)):
        return True
    flat = document.source.flat
    start, end = node.whole
    beside = Span(document.source.line_start(start), start), Span(end, line_end(flat, end))
    return any(text.of(flat).strip() for part in beside for text in document.texts_in(part))


@known_if_short
def _told_by(value: str) -> str:
    """What classes or an id say: that this is a promotion, that it may be one, a code, buttons, or nothing."""
    words = [_kebab(word) for word in value.split()[:12]]
    return next((kind for kind, names in _KINDS.items() if any(map(names.fullmatch, words))), "")


def _asks(document: Document, node: Node) -> bool:
    """Whether a block asks its readers for something: by a form, a picture, links to other sites or a slogan."""
    inside = list(document.nodes_in(node.content))
    if any(each.kind == "image" or each.name in ("form", "input", "iframe", "button") for each in inside):
        return True
    if any(each.kind == "link" and host_of(each.get("href") or "") for each in inside):
        return True
    text = document.inner_text(node)
    return len(text) <= _LONGEST_SLOGAN and _SLOGAN.search(text) is not None


def _shows_the_house(document: Document, node: Node) -> bool:
    """Whether a block is a picture and a few words on the site's own account or program."""
    text = document.inner_text(node)
    if len(text) > _LONGEST_SLOGAN or not _HOUSE_CODE.search(text) or is_told_of_others(text):
        return False
    return any(each.kind == "image" for each in document.nodes_in(node.content))


def _leads_to_the_house(document: Document, node: Node) -> bool:
    """Whether all the links of a block share the article or subscribe to the site."""
    links = [each for each in document.nodes_in(node.content) if each.kind == "link"]
    return bool(links) and all(_HOUSE_LINK.search(link.get("href") or "") for link in links)


_PROOFS = {"perhaps": _asks, "code": _shows_the_house, "buttons": _leads_to_the_house}


def _kebab(word: str) -> str:
    if len(word) > 60:
        return ""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", word).replace("_", "-").lower()


def _is_small(document: Document, node: Node) -> bool:
    """Whether a block is short, and the article's credit does not stand in it."""
    if node.end_tag is None or node.sample or document.has_template(node.whole):
        return False
    if len(document.inner_text(node)) > _MOST_CHARACTERS:
        return False
    return not any(node.whole.covers(credit.span) for credit in credits_in(document, EDITOR_ELEMENTS))


def _promo(document: Document, node: Node) -> Promo:
    whole = _filled(document, node)
    return Promo(node.whole, _with_markers(document, (whole,)), _pictures(document, whole))


def _pictures(document: Document, span: Span) -> frozenset[str]:
    images = (node for node in document.nodes_in(span) if node.kind == "image")
    return frozenset(picture_of(image.get("src") or "") for image in images) - {""}


def picture_of(address: str) -> str:
    """One spelling for the addresses of one picture, over http or https, in whatever version or size."""
    told = canonical(address).removeprefix("https:").removeprefix("http:").removeprefix("./")
    path, mark, query = told.partition("#")[0].partition("?")
    if not mark:
        return told if path.endswith(".svg") else path  # in one file of SVG the fragment chooses the picture
    kept = [each for each in query.split("&") if each.partition("=")[0].lower() not in _OF_DRAWING]
    return f"{path}?{'&'.join(kept)}" if any(kept) else path


def _filled(document: Document, node: Node) -> Span:
    """The block with every bare wrapper that holds nothing else."""
    around = takewhile(
        lambda each: each.name not in _NEVER and not each.get("id"), filled_by(document, node, node.whole)
    )
    return max((each.whole for each in around), default=node.whole, key=lambda whole: whole.end)


# -- by a comment that marks its place ------------------------------------------------------------------------------


def _told_by_marker(document: Document) -> Iterator[Promo]:
    markers = [node for node in document.all("comment") if _is_marker(document, node)]
    for marker in markers[:_MOST_PROMOS]:
        following = _element_after(document, marker.span.end)
        if following is None or following.name in _NEVER or not _is_small(document, following):
            continue
        nodes = list(document.nodes_in(following.content))
        if any(node.kind == "image" or node.name in ("form", "iframe") for node in nodes):
            yield _promo(document, following)


def _is_marker(document: Document, node: Node) -> bool:
    start, end = node.span
    return node.kind == "comment" and end - start <= _LONGEST_MARKER and _marks(document.text[start:end])


@known_if_short
def _marks(comment: str) -> bool:
    return _MARKER.match(comment) is not None


def _element_after(document: Document, at: int) -> Node | None:
    """The element that only white space, comments and style sheets part from an offset."""
    for node in document.nodes_in(Span(at, min(at + _NEAR, len(document.text)))):
        if node.kind == "becomes-code" or node.span.start < at:
            continue
        if document.text[at : node.span.start].strip():
            return None
        if node.kind != "comment" and node.name != "style":
            return node if node.kind in ("element", "image", "link") else None
        at = node.whole.end
    return None


def _with_markers(document: Document, block: tuple[Span, ...]) -> tuple[Span, ...]:
    """The block and the marker comments around it, each stretch without a break as one; what parts them stays."""
    before, after = block[0].start, block[-1].end
    pieces = list(block)
    for node in reversed(list(document.nodes_in(Span(max(before - _NEAR, 0), before)))):
        if node.kind == "becomes-code" or node.whole.end > before:
            continue
        is_marker = _is_marker(document, node)
        if document.text[node.whole.end : before].strip() or not (is_marker or node.name == "style"):
            break
        before = node.whole.start
        pieces += [node.span] if is_marker else []
    for node in document.nodes_in(Span(after, min(after + _NEAR, len(document.text)))):
        if document.text[after : node.span.start].strip() or not _is_marker(document, node):
            break
        after = node.span.end
        pieces.append(node.span)
    return joined(document, sorted(pieces))
