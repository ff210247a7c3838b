"""A promotion that has no telling class: a QR picture with a slogan, the last thing in the article."""

from __future__ import annotations

import re
from typing import NamedTuple

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rules.editorial.credit_labels import LABEL
from contentlint.rules.editorial.passages import Passage, passages
from contentlint.rules.editorial.removals import completed, joined, whole_of
from contentlint.rules.editorial.slogans import (
    HINT,
    MOST_SLOGAN,
    SLOGAN,
    asks,
    asks_to_join,
    is_of_account,
    is_title,
    is_told_of_others,
    slogan_in,
)
from contentlint.spans import merged
from contentlint.text import Span, filled

_CODE = pattern(  # a picture's address or alternative text
    r"(?i)(?<![a-z])qr(?![a-z])|qr[-_]?code|二维码|二維碼|公众号|公眾號|订阅号|wechat|weixin|微信|(?<![a-z])gzh(?![a-z])|erweima|(?<![a-z])ewm(?![a-z])"
    r"|关注|關注|扫一扫|掃一掃|QRコード|\bscan\b"
    r"|\A\W*(?:扫码|掃碼|扫描|掃描|长按)|(?-i:APP)|客户端"
)
_EXPLAINS = pattern("结构|結構|原理|流程|示意")  # a figure on codes
# what a line says of a picture beside it
_SHOWN = pattern(r"扫|掃|长按|識別|识别|二维码|二維碼|[Ss]can\b|QR|[：:👇↓⬇]\W*\Z")
_SHOWN_BELOW, _SHOWN_ABOVE = pattern("下[方图圖面]|👇|↓|⬇"), pattern("上[方图圖面]|👆|↑|⬆")
_NO_TEXT = pattern(
    r"(?i)\W*(?:图片|圖片|图像|image|img|picture|pic|photo|在这里插入图片描述|[\w-]*\d[\w-]*|[\w-]+\.(?:png|jpe?g|gif|webp))?\W*"
)
_ATTRIBUTES_BELOW = pattern(r"[ \t]*+\n[ \t>]*\{:[^{}\n]*\}(?=[ \t]*+(?:\n|\Z))")  # kramdown's, of the line above
_BREAK_BEFORE = pattern(r"(?:<br\b[^<>]*>\s*)+\Z", re.IGNORECASE)
_HOLDERS = ("p", "div", "figure", "center", "section", "blockquote", "li", "td")
_STEP = pattern(r"[ \t>]*(?:#{1,6}|\d{1,2}[.)])[ \t]|[ \t]*<h[1-6]\b")
_LENGTH_OF_SENTENCE = 10
_MOST_AFTER = 40
_LONGEST_ADDRESS = 500  # a longer one is a picture's data
_MOST_BETWEEN = 2
_TAIL, _NEAR = 3000, 200


class _Call(NamedTuple):
    """What asks the readers to follow: `slogan` in a passage, and the lines `between` it and the picture."""

    passage: Passage
    slogan: Span
    between: tuple[Span, ...]


def qr_ending(document: Document) -> tuple[Span, ...]:
    """The picture and its slogan, as the stretches to be taken out; empty where there is none."""
    images = document.all("image")
    if not images:
        return ()
    start = max(images[-1].span.start - _TAIL, document.body.span.start)
    if not _is_near_end(document, images[-1].span.end):
        return ()
    if not HINT.places(document, start) or not SLOGAN.search(document.text, start):
        return ()
    every, image = passages(document), images[-1]
    call = _call_for(document, every, image)
    if call is None and (not asks(image.get("alt") or "") or len(every) < 2):
        return ()
    after = [each for each in every if each.span.start >= image.span.end and (call is None or each is not call.passage)]
    if sum(len(each.text.strip()) for each in after) > _MOST_AFTER or any(_goes_on(document, each) for each in after):
        return ()
    if document.has_template(image.span) or _is_in_row(document, image) or not _is_code(document, image, call):
        return ()
    pieces = [image.span]
    if call is not None:
        pieces += [
            completed(document, line) for line in (*_title_of(document, call, every, image), call.slogan, *call.between)
        ]
    parted = joined(document, sorted({_unit(document, piece, pieces) for piece in pieces}))
    return (whole_of(document, parted[0]),) if len(parted) == 1 else parted


def _call_for(document: Document, every: list[Passage], image: Node) -> _Call | None:
    """What asks the readers to follow beside a picture, or above it where only lines on the account part them."""
    pictures = [each.span.end for each in document.all("image") if each.span.end <= image.span.start]
    if pictures:  # what stands above another picture speaks of that one
        every = [passage for passage in every if passage.span.end > pictures[-1]]
    beside = [passage for passage in every if _is_beside(document, passage, image)]
    for passage in beside:
        if (slogan := slogan_in(passage)) is not None:
            return _Call(passage, slogan, ())
    above = [passage for passage in every if passage.span.end <= image.span.start]
    if not above or above[-1] not in beside:
        return None
    between: list[Span] = []
    for passage in reversed(above[-_MOST_BETWEEN - 1 :]):
        if (slogan := slogan_in(passage)) is not None:
            return _Call(passage, slogan, tuple(between))
        between.append(passage.filled)
        if not is_of_account(passage.text):
            break
    return None


def _title_of(document: Document, call: _Call, every: list[Passage], image: Node) -> tuple[Span, ...]:
    """The line above a slogan and a picture that only names the account, or says that one comes; never the article's own
    title."""
    begins = min(call.slogan.start, image.span.start)
    at = next(at for at, each in enumerate(every) if each.span.end > begins)
    if at < 2 or every[at].filled.start < begins or not is_title(every[at - 1].text):
        return ()
    line = every[at - 1].filled
    is_of_article = any(node.level == 1 and node.whole.covers(line) for node in document.all("heading"))
    return () if is_of_article else (line,)


def _goes_on(document: Document, passage: Passage) -> bool:
    """Whether the article goes on with a passage below a picture: a sentence, a heading, the next step."""
    text = passage.text.strip()
    is_sentence = len(text) >= _LENGTH_OF_SENTENCE and text[-1] in "。.!！?？" and LABEL.search(text) is None
    line = document.source.line_start(passage.span.start)
    return is_sentence or _STEP.match(document.source.flat, line) is not None


def _is_near_end(document: Document, at: int) -> bool:
    """Whether a reader finds so little from here on that a picture here may belong to an ending."""
    length = 0
    for start, end in reversed(document.prose):
        if start < at:
            break
        length += len(document.text[start:end].strip())
        if length > _MOST_AFTER + MOST_SLOGAN:
            return False
    return True


def _is_code(document: Document, image: Node, call: _Call | None) -> bool:
    """Whether a picture is the code or the account that a slogan speaks of, not one of the story."""
    alternative, address = (image.get("alt") or "").strip(), image.get("src") or ""
    if _CODE.search(alternative) or (len(address) <= _LONGEST_ADDRESS and _CODE.search(address)):
        return not (is_told_of_others(alternative) or _EXPLAINS.search(alternative))
    if call is None:
        return True  # the alternative text itself asks
    passage, slogan, between = call
    words = passage.text[slogan.start - passage.span.start : slogan.end - passage.span.start]
    if not asks_to_join(words):
        return False
    if (_SHOWN_BELOW if image.span.start >= slogan.start else _SHOWN_ABOVE).search(words):
        return not between or (_NO_TEXT.fullmatch(alternative) is not None and "按钮" not in words)
    if between:
        return False
    is_caption = any(node.content.covers(passage.span) for node in document.tags("figcaption"))
    if is_caption and words != passage.text.strip():
        return False
    is_told = len(alternative) > MOST_SLOGAN or not _NO_TEXT.fullmatch(alternative)
    if is_told and alternative not in words:
        return False
    return _SHOWN.search(words) is not None or bool(_holders(document, [image.span, slogan], [image.span, slogan]))


def _is_beside(document: Document, passage: Passage, image: Node) -> bool:
    """Whether only tags and blanks part a passage from a picture, or the picture stands in it."""
    if passage.span.start <= image.span.start < passage.span.end:
        return True
    first, then = sorted((passage.span, image.span))
    if then.start - first.end > 600:
        return False
    between = document.text[first.end : then.start]
    return not re.sub(r"<[^<>]*>|[\s>*_()\[\]!]|\{[^{}]*\}", "", between)


def _is_in_row(document: Document, image: Node) -> bool:
    """Whether a line of a table in Markdown holds a picture."""
    return document.source.flat.startswith("|", document.source.line_start(image.span.start))


def _unit(document: Document, span: Span, pieces: list[Span]) -> Span:
    """What to take out with one of the pieces: the small element, or the lines, that hold nothing else."""
    if holders := _holders(document, [span], pieces):
        return min((node.whole for node in holders), key=lambda whole: whole.end - whole.start)
    flat = document.source.flat
    start, end = document.source.line_start(span.start), document.source.line_end(max(span.end - 1, span.start))
    outside = flat[start : span.start] + flat[min(span.end, end) : end]
    if re.sub(r"[\s>*_]|<[^<>]*>|\{:[^{}]*\}", "", outside):
        return _with_break(document, whole_of(document, Span(span.start, min(span.end, end))))
    listed = _ATTRIBUTES_BELOW.match(flat, end)
    return Span(start, listed.end() if listed else end)


def _holders(document: Document, held: list[Span], pieces: list[Span]) -> list[Node]:
    """The elements that hold these stretches, and nothing but the pieces."""
    around = [node for node in document.tags(*_HOLDERS) if node.end_tag and all(map(node.content.covers, held))]
    return [node for node in around if _holds_only(document, node, pieces)]


def _with_break(document: Document, span: Span) -> Span:
    """A stretch with the break that parts it from the text before it."""
    found = _BREAK_BEFORE.search(document.text, max(span.start - _NEAR, 0), span.start)
    return Span(found.start(), span.end) if found else span


def _holds_only(document: Document, node: Node, pieces: list[Span]) -> bool:
    """Whether a reader finds nothing but these pieces in a small element."""
    content = node.content
    if content.end - content.start > _TAIL:
        return False
    images = (each.whole for each in document.nodes_in(content) if each.kind == "image")
    if not all(any(piece.covers(image) for piece in pieces) for image in images):
        return False
    left = filled(document.text, merged(pieces))
    return not any(text.of(left).strip(" \t\r\n\u3000\xa0*_~>[]!") for text in document.texts_in(content))
