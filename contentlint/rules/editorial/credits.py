"""Who edited the article, as its body says it: "责任编辑：张玫", "(Editing by Jane Roe)", `<p class="article-editor">`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from contentlint.chinese import spellings
from contentlint.document import Document, once
from contentlint.nodes import Node
from contentlint.patterns import chinese_pattern, pattern
from contentlint.rules.editorial.credit_labels import LABEL
from contentlint.rules.editorial.credit_lines import MOST, Credit, credits_of
from contentlint.rules.editorial.leftovers import is_of_wechat
from contentlint.rules.editorial.names import Names, read_names
from contentlint.rules.editorial.newswork import is_of_newsroom
from contentlint.rules.editorial.passages import (
    LIST_ITEM,
    Passage,
    Prose,
    blanked,
    is_quoted,
    prose,
    unmarked,
    with_usual_signs,
)
from contentlint.rules.editorial.works import describes_work
from contentlint.text import Span
from contentlint.words import Words

EDITOR_KEYS = (
    "editor", "editors", "edited_by", "editedBy", "edited-by", "editor_name", "editorName", "responsible_editor", "responsibleEditor",
    "managing_editor", "managingEditor", "editor_in_charge",
    "责任编辑", "责编", "编辑", "值班编辑", "网络编辑", "責任編輯", "責編", "編輯", "責任編集", "編集", "編集者",
    "편집", "편집자", "редактор", "redakteur", "redaktor", "editado_por",
)  # fmt: skip
EDITOR_ELEMENTS = (".article-editor", ".ep-editor", ".editor-credit", ".responsible-editor", "[itemprop=editor]")
_NESTED_KEYS = ("params", "extra", "custom", "fields", "credits")

_HINTS = Words(
    *spellings(
        "编辑", "责编", "采编", "文编", "网编", "主编", "编审", "核稿", "责 编", "责　编", "责  编", "责　　编", "责&nbsp;", "编  辑", "编　　辑", "编 辑", "编　辑", "编&nbsp;",
    ),
    "编集", "編集", "文責", "편집", "에디터", "Edit", "EDIT", "edit",
    "dité", "dición", "dicion", "dição", "дактор", "Redakt", "edigiert", "édact", "ÉDACT", "hefredakt", "Redakcj", "ditör", "A cura di", "esto a cura di", "Под редакцией",
)  # fmt: skip
_SELECTOR = pattern(
    r"(?P<tag>[a-z][\w-]*)?(?:\.(?P<word>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<key>[\w-]+)(?:=[\"']?(?P<value>[^\]\"']+)[\"']?)?\])?"
)
_OTHER_ROLE = chinese_pattern(
    r"(?:记者|通讯员|作者|采写|采访|撰文|撰稿|取材|校对|摄影|审核|初审|复审|终审|监制|기자)[ \t\u3000]*[：:/|｜丨，, \u3000]"
    r"|(?<!\w)(?:文|글)[ \t\u3000]*[：:/|｜丨]|\b(?:Reporter|Author|Writer|Written by|Photographer|Producer)\b"
)
_NEAR = 200  # characters
_GAP = pattern(r"\n[ \t>]*\n|</?(?:p|div|section|article|h[1-6])\b")
_CONTROLS = frozenset({"form", "input", "textarea", "label", "select", "button"})
_EDGE_BLOCKS = 4
_MOST_BUTTONS = 40
_NO_BUTTON = pattern(r"\S[^\n]{14}\S|\w[。！？!?]")
_MAX_ELEMENT = 80


def is_credited(data: Mapping[str, Any], keys: tuple[str, ...]) -> bool:
    """Whether front matter names an editor under one of these keys."""
    wanted = _lowered(keys)
    for place in (data, *(data[key] for key in _NESTED_KEYS if key in data)):
        if isinstance(place, dict) and not wanted.isdisjoint(map(str.lower, map(str, place))):
            if any(value and str(key).lower() in wanted for key, value in place.items()):
                return True
    return False


@lru_cache
def _lowered(keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key.lower() for key in keys)


@once
def credits_in(document: Document, elements: tuple[str, ...]) -> list[Credit]:
    """Every credit of the body in order; what a quoted source says of its own editor is none."""
    nodes = list(islice(_elements(document, elements), MOST))
    found = [credit for node in nodes for credit in _of_element(document, node)]
    taken = [node.whole for node in nodes]
    if places := _HINTS.places(document, document.body.span.start):
        whole = prose(document)
        told = [unmarked(document, passage) for passage in whole.holding(places)]
        told = [passage for passage in told if LABEL.search(passage.text)]
        told = told if len(told) <= 2 * MOST else told[:MOST] + told[-MOST:]
        told = [passage for passage in told if not any(span.covers(passage.span) for span in taken)]
        outermost = whole.outermost(_EDGE_BLOCKS) if told else frozenset()
        for passage in told:
            found += _of_passage(document, passage, is_outermost=passage.span.start in outermost)
    found = [
        credit._replace(names=("",), is_sure=False) if _is_filled_in_below(document, credit) else credit
        for credit in found
        if not (credit.is_empty and _is_something_else(document, credit))
    ]
    return sorted(found, key=lambda credit: credit.span)


def _of_passage(document: Document, passage: Passage, *, is_outermost: bool) -> list[Credit]:
    near = with_usual_signs(document.source.flat[max(passage.span.start - _NEAR, 0) : passage.span.end + _NEAR])
    has_roles = _OTHER_ROLE.search(near) is not None
    is_at_edge = is_outermost or (has_roles and _is_above_buttons(prose(document), passage))
    named = credits_of(passage, is_at_edge=is_at_edge, is_of_newsroom=has_roles or is_of_newsroom(document))
    if named and (is_quoted(document, passage) or describes_work(_lines_around(document, passage))):
        return [credit._replace(is_sure=False) for credit in named]
    return named


def _lines_around(document: Document, passage: Passage) -> str:
    """What stands in one paragraph, list or table with a passage, or near it."""
    flat, start, end = document.source.flat, passage.span.start, passage.filled.end
    above, below = flat[max(start - _NEAR, 0) : start], flat[end : end + _NEAR]
    begins = max((gap.end() for gap in _GAP.finditer(above)), default=0)
    gap = _GAP.search(below)
    return with_usual_signs(above[begins:] + flat[start:end] + (below[: gap.start()] if gap else below))


def _is_above_buttons(whole: Prose, passage: Passage) -> bool:
    """Whether it is among the last of an article that was copied out of WeChat with the buttons below it."""
    at, has_begun = passage.span.end, False
    for passed in range(1, _MOST_BUTTONS):
        following = whole.after(at)
        if following is None:
            return has_begun
        has_begun = has_begun or is_of_wechat(following.text)
        if (passed == _EDGE_BLOCKS and not has_begun) or _NO_BUTTON.search(following.text):
            return False
        at = following.span.end
    return False


def _is_filled_in_below(document: Document, credit: Credit) -> bool:
    """Whether the name that a line leaves out is the next passage: another cell, paragraph or list item."""
    if not credit.is_empty or not credit.span.end > credit.span.start:
        return False
    following = prose(document).after(credit.span.end)
    if following is None or len(text := following.text.strip()) > _MAX_ELEMENT:
        return False
    names = read_names(text, 0, japanese=False)
    return max(names.end, names.names_end) == len(text)


def _is_something_else(document: Document, credit: Credit) -> bool:
    """Whether a word without a name is a heading, or, where it may also mean to edit, an item of a list, a line of a
    blank form, or has anything below it: steps, a piece of code."""
    if (label := LABEL.match(document.text, *credit.span)) is None:
        return False
    around = list(document.holding(credit.span.start))
    if not label["plain"]:
        return any(node.kind == "heading" for node in around) and not _is_filled_in_below(document, credit)
    return (
        any(node.kind == "heading" or node.name == "li" for node in around)
        or LIST_ITEM.match(document.source.flat, document.source.line_start(credit.span.start)) is not None
        or _text_above(document, credit.span.start).endswith(("：", ":"))
        or _opens_something(document, credit)
    )


def _text_above(document: Document, at: int) -> str:
    """The nearest words before an offset."""
    texts = (
        document.source.flat[start : min(end, at)].strip(" *_\n")
        for start, end in reversed(document.prose)
        if start < at
    )
    return next(filter(None, texts), "")


def _opens_something(document: Document, credit: Credit) -> bool:
    below = document.nodes_in(Span(credit.span.end, document.body.span.end))
    is_last = all(node.kind in ("comment", "end-tag") for node in below)
    return not is_last or prose(document).after(credit.span.end) is not None


# -- elements -------------------------------------------------------------------------------------------------------


class _Selector(NamedTuple):
    tag: str | None
    key: str
    value: str

    def selects(self, node: Node) -> bool:
        if self.tag not in (None, node.name):
            return False
        return not self.value or self.value in (node.get(self.key) or "").split()


@lru_cache
def _selectors(written: tuple[str, ...]) -> Mapping[str, list[_Selector]]:
    """What the selectors ask for, by the attribute they look at; "" for a tag alone."""
    found: dict[str, list[_Selector]] = {}
    for selector in written:
        read = read_selector(selector)
        found.setdefault(read.key, []).append(read)
    return found


def read_selector(written: str) -> _Selector:
    """What a selector asks for.

    Raises:
        ValueError: it is none that is understood here.
    """
    match = _SELECTOR.fullmatch(written.strip())
    if match is None or not match[0]:
        raise ValueError("write .class, #id, tag or [attribute=value]")
    key = "class" if match["word"] else "id" if match["id"] else match["key"] or ""
    return _Selector(match["tag"], key, match["word"] or match["id"] or match["value"] or "")


def _elements(document: Document, written: tuple[str, ...]) -> Iterator[Node]:
    for key, selectors in _selectors(written).items():
        if not key:
            yield from document.tags(*(selector.tag or "" for selector in selectors))
        for node, attribute in document.attributes(key):
            for selector in selectors:
                if selector.value in attribute.value and selector.selects(node):
                    yield node
                    break


def _of_element(document: Document, node: Node) -> list[Credit]:
    if node.name == "meta":
        text = (node.get("content") or "").strip()
        names = _names_alone(text)
        return [Credit(tuple(names.names) or (text,), node.span, is_sure=names.are_sure)] if text else []
    text = document.inner_text(node)
    if node.end_tag is None or len(text) > _MAX_ELEMENT or node.name in _CONTROLS:
        return []
    passage = Passage(node.content, _spread(document, node.content))
    told = credits_of(passage, is_at_edge=True, is_of_newsroom=True)
    if told and not (told[0].is_empty and document.has_template(node.whole)):
        return told
    if told or not text:
        is_filled_in = any(True for _ in document.nodes_in(node.content))
        return [] if is_filled_in else [Credit((), node.whole, is_sure=False)]
    names = _names_alone(passage.text)
    if names.names:
        return [Credit(tuple(names.names), passage.place(names.start, names.names_end), is_sure=names.are_sure)]
    return [Credit((text,), node.whole, is_sure=False)]


def _names_alone(text: str) -> Names:
    """The names a text is made of; none where it says more."""
    names = read_names(text, len(text) - len(text.lstrip()), japanese=False)
    return Names([], 0, 0, 0, are_likely=False) if text[names.end :].strip() else names


def _spread(document: Document, span: Span) -> str:
    """The readable text of a span, as long as the span."""
    text, at = "", span.start
    for piece in document.texts_in(span):
        text += " " * (piece.start - at) + blanked(piece.of(document.source.flat))
        at = piece.end
    return text + " " * (span.end - at)
