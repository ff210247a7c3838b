"""Which line asks the readers to follow by which picture, where a promotion has no telling class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import chinese_pattern, pattern
from contentlint.rules.editorial.passages import LIST_ITEM, Passage
from contentlint.rules.editorial.slogans import is_of_account, is_of_code, is_title, leads_on, slogan_in
from contentlint.text import Span

_CODE = chinese_pattern(  # a picture's address or alternative text
    r"(?i)(?<![a-z])qr(?![a-z])|qr[-_]?code|二维码|公众号|订阅号|wechat|weixin|微信|(?<![a-z])gzh(?![a-z])|erweima|(?<![a-z])ewm(?![a-z])"
    r"|关注|扫一扫|QRコード|\bscan\b"
    r"|\A\W*(?:扫码|扫描|长按)|(?-i:APP)|客户端"
)
# also a picture of the story may have "wechat" or "微信" in its name, or tell of "二维码的历史"
_CERTAINLY_CODE = chinese_pattern(
    r"(?i)(?<![a-z])qr(?![a-z])|qr[-_]?code|(?:二维码|公众号|订阅号)(?!的|后台|文章|界面|截图)|erweima|QRコード"
    r"|\A(?:wechat|weixin|微信|gzh|ewm)[\W\d_]*\Z"
)
_UP = chinese_pattern(r"上[方图面]|👆|↑|⬆|☝|\b(?:[Ss]can\b.{0,30}|[Cc]ode )\babove\b")
_DOWN = chinese_pattern(r"下[方图面](?!的?(?:留言|评论|链接))|👇|↓|⬇|\b(?:[Ss]can\b.{0,30}|[Cc]ode )\bbelow\b")
# signs point that stand once in a line; on both sides they adorn it
_SIGN = pattern(r"(?m)^[^▲△🔺🔼▼▽🔻🔽\n]*(?:(?P<up>[▲△🔺🔼]+)|[▼▽🔻🔽]+)[^▲△🔺🔼▼▽🔻🔽\n]*$")
_DOWN_SIGNS = frozenset("▼▽🔻🔽")
_PLAIN_CODE = chinese_pattern(r"(?i)\W*(?:微信)?(?:公众号)?(?:二维码|QR ?code)?\W*")
_PLAIN_NAME = chinese_pattern(
    r"(?i)(?:(?:my|wechat|weixin|wx|gzh|mp|微信|公众号)[-_]?)?(?:qr(?:[-_]?code)?|ewm|erweima|二维码)?[-_]?\d*"
)
_LONGEST_ADDRESS = 500  # a longer one is a picture's data
_MOST_BETWEEN = 2


class Call(NamedTuple):
    """What asks the readers to follow: `slogan` in a passage, and the lines `between` it and the picture."""

    passage: Passage
    slogan: Span
    between: tuple[Span, ...]

    @property
    def words(self) -> str:
        """What the slogan says."""
        return self.slogan.shifted(-self.passage.span.start).of(self.passage.text)


def call_for(document: Document, every: list[Passage], image: Node) -> Call | None:
    """What asks the readers to follow by this picture, not by the one above it."""
    above = _picture_above(document, image)
    if above is None:
        return next(_calls(document, every, image), None)
    every = [passage for passage in every if passage.span.end > above.span.end]  # the others speak of that picture
    calls = list(_calls(document, every, image))
    has_below = any(call.slogan.start >= image.span.start for call in calls)
    return next((call for call in calls if not _is_of_picture_above(document, call, above, image, has_below)), None)


def _picture_above(document: Document, image: Node) -> Node | None:
    return next((each for each in reversed(document.all("image")) if each.span.end <= image.span.start), None)


def _calls(document: Document, every: list[Passage], image: Node) -> Iterator[Call]:
    """What asks the readers to follow beside a picture, or above it where only lines on the account part them."""
    beside = [passage for passage in every if _is_beside(document, passage, image)]
    for passage in beside:
        if (slogan := slogan_in(passage)) is not None:
            yield Call(passage, slogan, ())
    above = [passage for passage in every if passage.span.end <= image.span.start]
    if not above or above[-1] not in beside:
        return
    between: list[Span] = []
    for passage in reversed(above[-_MOST_BETWEEN - 1 :]):
        if (slogan := slogan_in(passage)) is not None:
            yield Call(passage, slogan, tuple(between))
            return
        between.append(passage.filled)
        if not is_of_account(passage.text):
            return


def _is_of_picture_above(document: Document, call: Call, above: Node, image: Node, has_below: bool) -> bool:
    """Whether a slogan between two pictures speaks of the first: it points up, the first alone is known as a
    code, they stand in one element, or both are codes and the second has a slogan of its own below."""
    if image.span.start < call.slogan.start:
        return False
    sign = _SIGN.search(call.words)
    if not _is_beside(document, call.passage, above):
        return sign is not None and sign["up"] is not None and not is_named_code(image)
    if (points_up := does_point_up(call.words)) is not None:
        return points_up
    if (is_above_code := is_certain_code(above)) != is_named_code(image):
        return is_above_code
    for part in _parts_around(document, call.slogan.start):
        if (is_with_above := part.covers(above.span)) != part.covers(image.span):
            return is_with_above
    return sign["up"] is not None if sign else is_above_code and has_below


def _parts_around(document: Document, at: int) -> Iterator[Span]:
    """The block of Markdown and the elements in which a place lies."""
    if block := document.block_at(at):
        yield Span(block.start, block.end)
    yield from (node.content for node in document.holding(at))


def does_point_up(words: str) -> bool | None:
    """Whether a slogan says that its picture stands above, not below; None where it says neither, or both."""
    up, down = (way.search(words) is not None for way in (_UP, _DOWN))
    return up if up != down else None


def do_signs_point_away(call: Call, image: Node) -> bool:
    """Whether a slogan's signs point to where this picture does not stand; ▲ on both sides is also mere ornament."""
    sign = _SIGN.search(call.words)
    points_up = sign is not None and sign["up"] is not None
    if image.span.start >= call.slogan.start:
        return points_up
    return not points_up and not _DOWN_SIGNS.isdisjoint(call.words)


def title_of(document: Document, call: Call, every: list[Passage], image: Node) -> tuple[Span, ...]:
    """The line above a slogan and a picture that only names the account, or says that one comes; never the article's own
    title, nor an item of a list, nor the slogan of the picture above."""
    begins = min(call.slogan.start, image.span.start)
    at = next(at for at, each in enumerate(every) if each.span.end > begins)
    if at < 2 or every[at].filled.start < begins or not is_title(every[at - 1].text):
        return ()
    passage, above = every[at - 1], _picture_above(document, image)
    if above is not None and _is_beside(document, passage, above):
        if slogan_in(passage) is not None or is_certain_code(above):
            return ()
    line = passage.filled
    if LIST_ITEM.match(document.source.flat, document.source.line_start(line.start)):
        return ()
    around = (node for node in document.holding(line.start) if node.whole.covers(line))
    return () if any(node.kind == "image" or node.level == 1 for node in around) else (line,)


def line_below(document: Document, every: list[Passage], image: Node) -> Passage | None:
    """What stands right below a picture."""
    below = next((passage for passage in every if passage.span.start >= image.span.end), None)
    return below if below is not None and _is_beside(document, below, image) else None


def caption_of(below: Passage) -> Span | None:
    """What the line below a code asks of its readers."""
    return below.filled if is_of_code(below.text) or leads_on(below.text) else slogan_in(below)


def is_named_code(image: Node) -> bool:
    """Whether a picture's alternative text or address says that it is a code or an account."""
    return any(map(_CODE.search, (image.get("alt") or "", _address(image))))


def is_certain_code(image: Node) -> bool:
    """Whether a picture's alternative text or file name leaves no doubt that it is a code or an account."""
    return any(map(_CERTAINLY_CODE.search, (image.get("alt") or "", _file_name(image))))


def is_plain_code(image: Node) -> bool:
    """Whether a picture without a slogan of its own is a code, and nothing tells of another purpose, as to pay."""
    alternative = image.get("alt") or ""
    if not is_certain_code(image) or not _PLAIN_CODE.fullmatch(alternative):
        return False
    return _PLAIN_NAME.fullmatch(_file_name(image)) is not None


def _file_name(image: Node) -> str:
    return _address(image).partition("?")[0].rpartition("/")[2].partition(".")[0]


def _address(image: Node) -> str:
    address = image.get("src") or ""
    return address if len(address) <= _LONGEST_ADDRESS else ""


def _is_beside(document: Document, passage: Passage, image: Node) -> bool:
    """Whether only tags and blanks part a passage from a picture, or the picture stands in it."""
    if passage.span.start <= image.span.start < passage.span.end:
        return True
    first, then = sorted((passage.span, image.span))
    if then.start - first.end > 600:
        return False
    between = document.text[first.end : then.start]
    return not re.sub(r"<[^<>]*>|[\s>*_()\[\]!]|\{[^{}]*\}", "", between)
