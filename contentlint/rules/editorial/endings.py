"""Promotions that have no telling class: QR pictures with a slogan, the last things in the article."""

from __future__ import annotations

import re
from itertools import islice

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import chinese_pattern, pattern
from contentlint.rules.editorial.calls import (
    Call,
    call_for,
    caption_of,
    do_signs_point_away,
    does_point_up,
    is_certain_code,
    is_named_code,
    is_plain_code,
    line_below,
    title_of,
)
from contentlint.rules.editorial.credit_labels import LABEL
from contentlint.rules.editorial.passages import Passage, passages
from contentlint.rules.editorial.removals import completed, joined, whole_of
from contentlint.rules.editorial.slogans import (
    HINT,
    MOST_SLOGAN,
    SLOGAN,
    are_pictures,
    asks,
    asks_to_join,
    is_for_other_use,
    is_told_of_others,
)
from contentlint.spans import merged
from contentlint.text import Span, filled

_EXPLAINS = chinese_pattern("结构|原理|流程|示意")  # a figure on codes
# what a line says of a picture beside it
_SHOWN = chinese_pattern(r"扫|长按|识别|二维码|[Ss]can\b|QR|[：:👇↓⬇]\W*\Z")
_NO_TEXT = chinese_pattern(
    r"(?i)\W*(?:图片|图像|image|img|picture|pic|photo|在?这里(?:插入|写)图片描述|输入图片说明|图片描述|alt(?:[ _-]text)?|image[ _-](?:description|text)|[配插]?图[一二三四五]?|avatar|cover|screenshot|icon|banner|小程序码|[\w-]*\d[\w-]*|[\w-]+\.(?:png|jpe?g|gif|webp))?(?: #pic_center)?\W*"
)
_NO_SUBJECT = chinese_pattern(r"(?i)\W*(?:截图|logo|头像|封面)\W*")  # of no more than a kind
_ATTRIBUTES_BELOW = pattern(r"[ \t]*+\n[ \t>]*\{:[^{}\n]*\}(?=[ \t]*+(?:\n|\Z))")  # kramdown's, of the line above
_BREAK_BEFORE = pattern(r"(?:<br\b[^<>]*>\s*)+\Z", re.IGNORECASE)
_HOLDERS = ("p", "div", "figure", "center", "section", "blockquote", "li", "td")
_STEP = pattern(r"[ \t>]*(?:#{1,6}|\d{1,2}[.)])[ \t]|[ \t]*<h[1-6]\b")
_SIGNS_BEFORE = pattern(r"\A[\W_]+(?=\w)")
_LENGTH_OF_SENTENCE = 10
_MOST_AFTER = 40
_MOST = 20  # pictures: each reads the article's end anew
_TAIL, _NEAR = 3000, 200


def qr_endings(document: Document) -> list[tuple[Span, ...]]:
    """Each picture with its slogan, in order, as the stretches to be taken out."""
    found: list[tuple[Span, ...]] = []
    end = document.body.span.end
    for image in islice(reversed(document.all("image")), _MOST):
        ending = _ending(document, image, end)
        if not ending:
            break
        found.append(ending)
        end = ending[0].start
    return found[::-1]


def _ending(document: Document, image: Node, end: int) -> tuple[Span, ...]:
    """The stretches of a picture and its slogan in an article that goes to `end`; empty where they are no promotion."""
    start = max(image.span.start - _TAIL, document.body.span.start)
    if image.span.end > end or not _is_near_end(document, Span(image.span.end, end)):
        return ()
    if not HINT.places(document, start) or not SLOGAN.search(document.text, start, end):
        return ()
    every = [passage for passage in passages(document) if passage.span.start < end]
    # a sentence of the story stands before the promotion below
    if every and every[-1].span.end > end and not are_pictures(every[-1]):
        return ()
    call = call_for(document, every, image)
    if call is None and (not asks(image.get("alt") or "") or len(every) < 2):
        return ()
    after = [each for each in every if each.span.start >= image.span.end and (call is None or each is not call.passage)]
    if sum(len(each.text.strip()) for each in after) > _MOST_AFTER or any(_goes_on(document, each) for each in after):
        return ()
    if document.has_template(image.span) or _is_in_row(document, image) or not _is_code(document, image, call):
        return ()
    below = line_below(document, after, image)
    if below is not None and is_for_other_use(below.text):
        return ()
    pieces = [image.span]
    if call is not None:
        caption = caption_of(below) if below is not None else None
        lines = *title_of(document, call, every, image), call.slogan, *call.between, caption
        pieces += [completed(document, line) for line in lines if line is not None]
    parted = joined(document, sorted({_unit(document, piece, pieces) for piece in pieces}))
    return (whole_of(document, parted[0]),) if len(parted) == 1 else parted


def _goes_on(document: Document, passage: Passage) -> bool:
    """Whether the article goes on with a passage below a picture: a sentence, a heading, the next step."""
    text = _SIGNS_BEFORE.sub("", passage.text.strip())
    is_sentence = len(text) >= _LENGTH_OF_SENTENCE and text[-1] in "。.!！?？" and LABEL.search(text) is None
    line = document.source.line_start(passage.span.start)
    return is_sentence or _STEP.match(document.source.flat, line) is not None


def _is_near_end(document: Document, rest: Span) -> bool:
    """Whether a reader finds so little in the rest of an article that a picture above it may belong to an ending."""
    length = 0
    for start, end in reversed(document.prose):
        if start < rest.start:
            break
        if start >= rest.end:
            continue
        length += len(document.text[start:end].strip())
        if length > _MOST_AFTER + MOST_SLOGAN:
            return False
    return True


def _is_code(document: Document, image: Node, call: Call | None) -> bool:
    """Whether a picture is the code or the account that a slogan speaks of, not one of the story."""
    alternative = (image.get("alt") or "").strip()
    if call is not None and do_signs_point_away(call, image) and not (is_certain_code(image) or "关注" in alternative):
        return False
    if is_named_code(image):
        return not (is_told_of_others(alternative) or _EXPLAINS.search(alternative))
    if call is None:
        return True  # the alternative text itself asks
    (passage, slogan, between), words = call, call.words
    if not asks_to_join(words):
        return False
    forms = (_NO_TEXT, _NO_SUBJECT)
    is_told = len(alternative) > MOST_SLOGAN or not any(form.fullmatch(alternative) for form in forms)
    if is_told and alternative not in words:
        return False
    is_below = image.span.start >= slogan.start
    if (points_up := does_point_up(words)) is not None:
        is_shown = points_up != is_below
        return is_shown and (not between or (_NO_TEXT.fullmatch(alternative) is not None and "按钮" not in words))
    if between:
        return False
    is_caption = any(node.content.covers(passage.span) for node in document.tags("figcaption"))
    if is_caption and words != passage.text.strip():
        return False
    return _SHOWN.search(words) is not None or bool(_holders(document, [image.span, slogan], [image.span, slogan]))


def _is_in_row(document: Document, image: Node) -> bool:
    """Whether a line of a table in Markdown holds a picture."""
    return document.source.flat.startswith("|", document.source.line_start(image.span.start))


def _unit(document: Document, span: Span, pieces: list[Span]) -> Span:
    """What to take out with one of the pieces: the small element, or the lines, that hold nothing else."""
    if holders := _holders(document, [span], pieces):
        return min((node.whole for node in holders), key=lambda whole: whole.end - whole.start)
    flat = document.source.flat
    start, end = document.source.line_start(span.start), document.source.line_end(max(span.end - 1, span.start))
    outside = filled(flat, merged(pieces))[start:end]
    has_text = re.sub(r"[\s>*_]|<[^<>]*>|\{:[^{}]*\}", "", outside)
    if has_text or not _shows_only(document, Span(start, end), pieces):
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
    if not _shows_only(document, content, pieces):
        return False
    left = filled(document.text, merged(pieces))
    return not any(text.of(left).strip(" \t\r\n\u3000\xa0*_~>[]!") for text in document.texts_in(content))


def _shows_only(document: Document, span: Span, pieces: list[Span]) -> bool:
    """Whether every picture in a stretch is one of these pieces, or another code beside them."""
    images = (each for each in document.nodes_in(span) if each.kind == "image")
    return all(is_plain_code(image) or any(piece.covers(image.whole) for piece in pieces) for image in images)
