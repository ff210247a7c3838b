"""Which line asks the readers to follow by which picture, where a promotion has no telling class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rules.editorial.passages import Passage
from contentlint.rules.editorial.slogans import is_of_account, is_of_code, is_title, slogan_in
from contentlint.text import Span

_CODE = pattern(  # a picture's address or alternative text
    r"(?i)(?<![a-z])qr(?![a-z])|qr[-_]?code|二维码|二維碼|公众号|公眾號|订阅号|wechat|weixin|微信|(?<![a-z])gzh(?![a-z])|erweima|(?<![a-z])ewm(?![a-z])"
    r"|关注|關注|扫一扫|掃一掃|QRコード|\bscan\b"
    r"|\A\W*(?:扫码|掃碼|扫描|掃描|长按)|(?-i:APP)|客户端"
)
SHOWN_BELOW, SHOWN_ABOVE = pattern("下[方图圖面]|👇|↓|⬇"), pattern("上[方图圖面]|👆|↑|⬆")
# these may be ornaments, too: they say only of which picture a line does not speak
POINTS_DOWN = pattern(rf"{SHOWN_BELOW.pattern}|▼|▽|🔻|🔽|\bbelow\b")
POINTS_UP = pattern(rf"{SHOWN_ABOVE.pattern}|▲|△|🔺|🔼|☝|\babove\b")
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
    pictures = [each for each in document.all("image") if each.span.end <= image.span.start]
    if not pictures:
        return next(_calls(document, every, image), None)
    above = pictures[-1]  # what stands above another picture speaks of that one
    calls = list(_calls(document, [passage for passage in every if passage.span.end > above.span.end], image))
    has_below = any(call.slogan.start >= image.span.start for call in calls)
    return next((call for call in calls if not _is_of_picture_above(document, call, above, image, has_below)), None)


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
    """Whether a slogan between two pictures speaks of the first: it points up, the first alone is known as a code, or the
    second has a slogan of its own below."""
    if image.span.start < call.slogan.start or not _is_beside(document, call.passage, above):
        return False
    points_up = POINTS_UP.search(call.words) is not None
    if points_up or POINTS_DOWN.search(call.words):
        return points_up
    if is_named_code(above) != is_named_code(image):
        return is_named_code(above)
    return has_below


def title_of(document: Document, call: Call, every: list[Passage], image: Node) -> tuple[Span, ...]:
    """The line above a slogan and a picture that only names the account, or says that one comes; never the article's own
    title."""
    begins = min(call.slogan.start, image.span.start)
    at = next(at for at, each in enumerate(every) if each.span.end > begins)
    if at < 2 or every[at].filled.start < begins or not is_title(every[at - 1].text):
        return ()
    line = every[at - 1].filled
    around = (node for node in document.holding(line.start) if node.whole.covers(line))
    return () if any(node.kind == "image" or node.level == 1 for node in around) else (line,)


def caption_of(document: Document, after: list[Passage], image: Node) -> tuple[Span, ...]:
    """The line right below a code where it speaks of the code, too."""
    if not after or not _is_beside(document, after[0], image):
        return ()
    if is_of_code(after[0].text.strip()):
        return (after[0].filled,)
    slogan = slogan_in(after[0])
    return (slogan,) if slogan else ()


def is_named_code(image: Node) -> bool:
    """Whether a picture's alternative text or address says that it is a code or an account."""
    told = [image.get("alt") or ""]
    if len(address := image.get("src") or "") <= _LONGEST_ADDRESS:
        told.append(address)
    return any(map(_CODE.search, told))


def _is_beside(document: Document, passage: Passage, image: Node) -> bool:
    """Whether only tags and blanks part a passage from a picture, or the picture stands in it."""
    if passage.span.start <= image.span.start < passage.span.end:
        return True
    first, then = sorted((passage.span, image.span))
    if then.start - first.end > 600:
        return False
    between = document.text[first.end : then.start]
    return not re.sub(r"<[^<>]*>|[\s>*_()\[\]!]|\{[^{}]*\}", "", between)
