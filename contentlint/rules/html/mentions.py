"""Tags that are no markup but words: "the <div> element", "between <title> and </title>"."""

from __future__ import annotations

from bisect import bisect_left

from contentlint.document import Document, once
from contentlint.elements import KNOWN, OPTIONAL_END, PHRASING, SAMPLES, VOID
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Fix, Safety
from contentlint.rules.html.attributes import FAMILIES, GLOBAL, OF
from contentlint.rules.html.broken import HIDES_TAGS, hides_script
from contentlint.text import Edit, Span
from contentlint.wording import cut

_TAG_WORD = pattern(r"[ \t]+(?i:tags?|elements?)\b|[ \t]*(?:标签|标记|元素|標籤|タグ|要素|の中)")
_NAMED = frozenset({"hr", "img", "input"})
_OFTEN_LEFT_OPEN = frozenset({"br", "wbr", "hr", "p"})
_NEVER_WORDS = (PHRASING | _OFTEN_LEFT_OPEN) - {"img"}  # unless something else says so: left open at times
_LABEL = pattern(r"\s*+[^\W\d_]++[ \t]*+[:：]")  # "<hr> Tags: kites"
_CODE = SAMPLES | {"kbd"}
_LONGEST_FORMULA = 2_000  # characters
_NEAR = 40  # characters
_WORD_BEFORE = pattern(r"[^\s>|*_(（:：。.！!？?][ \t]*\Z")
_WORD_AFTER = pattern(r"[ \t]*[^\s<]")
_BLANK = r"(?:[ \t]++\n?+[ \t]*+|\n[ \t]*+)"
_JOINS = (
    rf",?+{_BLANK}(?:and|or|to|und|oder|et|ou|og|eller|en|of|y|o|e|и|или|i|lub|ve|veya){_BLANK}"
    rf"|{_BLANK}?+(?:,|/|&(?:amp;)?+|…|\.\.\.|、|，|和|与|與|或者?+|及|以及|と|や|または|から|및|와|과){_BLANK}?+"
)
_BETWEEN = pattern(_JOINS)
_ROW = pattern(rf"<[A-Za-z][A-Za-z0-9]*+>(?:(?:{_JOINS})<[A-Za-z][A-Za-z0-9]*+>)++")
_ENDS_MARKED = pattern(r"[\da-zA-Z\xc0-\u04ff>]")
_BEGINS_MARKED = pattern(r"[\da-zA-Z\xc0-\u04ff]|<[A-Za-z]")
_SHOWN_TAG = pattern(r"(?:[`\\]<|&(?:lt|#60|#[xX]3[cC]);)/?([A-Za-z][A-Za-z0-9]*+)")
_JOINING = frozenset({"and", "or", "&&", "||"})


def mention(document: Document, tag: Node) -> tuple[str, Fix | None] | None:
    """What is told of a tag, or of a start tag and its end tag, in the text that is no markup but a word, and the fix;
    None of any other tag."""
    return _told(document, tag) if _is_surely_word(document, tag) or _is_amid_words(document, tag) else None


def sure_mention(document: Document, tag: Node) -> tuple[str, Fix | None] | None:
    """The same of a tag that may well be left over, where more than the words around it says that it is one of them."""
    return _told(document, tag) if _is_surely_word(document, tag) else None


def is_named(document: Document, node: Node) -> bool:
    """Whether a tag that is never closed in HTML, and does nothing without attributes, is but a word in a sentence."""
    if node.name not in _NAMED or node.attributes:
        return False
    if node in _tags_in_rows(document):
        return True
    if node.parent is not None or document.has_slash(node):  # whoever only names a tag leaves it out
        return False
    if not _is_in_text(document, node) or _LABEL.match(document.source.flat, node.span.end) is not None:
        return False
    return mention(document, node) is not None


def holds_words(tag: Node) -> bool:
    """Whether a tag is never closed and all its attributes are words that no program knows: `a<b and c>d`."""
    if tag.end_tag is not None or tag.name in VOID or tag.name in OPTIONAL_END:
        return False
    known = {*GLOBAL, *OF.get(tag.name, ())}
    return all(
        attribute.value_span is None and attribute.name not in known and not attribute.name.startswith(FAMILIES)
        for attribute in tag.attributes
    )


def is_comparison(tag: Node) -> bool:
    """Whether the words in a tag that is never closed join two comparisons."""
    return any(attribute.name in _JOINING for attribute in tag.attributes) and holds_words(tag)


def is_shown(document: Document, at: int) -> bool:
    """Whether what looks like a tag is there to be read: in code or in a formula."""
    return is_in_formula(document, at) or any(node.name in _CODE for node in document.holding(at))


def is_in_formula(document: Document, at: int) -> bool:
    """Whether the formula reaches here that a paragraph begins with: between `$$`, many programs read no HTML."""
    block = document.block_at(at)
    if block is None or at - block.start > _LONGEST_FORMULA or not document.text.startswith("$$", block.start):
        return False
    return document.text.find("$$", block.start + 2, at) < 0


def as_text(document: Document, tag: Node) -> Fix | None:
    """Write a tag's "<" so that it is read as one, and that of its end tag."""
    if hides_script(document, tag):
        return None
    tags = (tag.span,) if tag.end_tag is None else (tag.span, tag.end_tag)
    edits = tuple(Edit(Span(start, start + 1), "&lt;") for start, _ in tags)
    return Fix("Write it as text", edits, Safety.UNSAFE)


def _told(document: Document, tag: Node) -> tuple[str, Fix | None]:
    written = f"</{cut(tag.name)}>" if tag.kind == "end-tag" else f"<{cut(tag.name)}>"
    return f"{written} stands in the text as a tag: write it as code or with &lt;", as_text(document, tag)


def _is_surely_word(document: Document, tag: Node) -> bool:
    if tag.attributes:
        return False
    return tag in _tags_in_rows(document) or _names_style(document, tag) or _is_word(document, tag)


def _is_amid_words(document: Document, tag: Node) -> bool:
    """Whether a start tag that is seldom left open stands among words."""
    if document.language == "html" or tag.attributes or tag.end_tag is not None or tag.kind == "end-tag":
        return False
    if tag.name in _NEVER_WORDS or not _WORD_AFTER.match(document.source.flat, tag.span.end):
        return False
    return _has_word_before(document, tag.span.start)


@once
def _tags_in_rows(document: Document) -> frozenset[Node]:
    """The tags that are named one after the other, as in "<a>, <b> or <img>": bare ones that nothing closes, with no more
    between them than joins words."""
    if document.language == "html":
        return frozenset()
    flat, found = document.source.flat, set[Node]()
    for row in _ROW.finditer(flat, document.body.span.start):
        if _ENDS_MARKED.match(flat[row.start() - 1 : row.start()]) or _BEGINS_MARKED.match(flat, row.end()):
            continue
        tags = list(document.nodes_in(Span(*row.span())))
        names = {tag.name for tag in tags} & KNOWN
        if len(names - _OFTEN_LEFT_OPEN) > 1 and len(tags) == row[0].count("<") and all(map(_is_left_open, tags)):
            found.update(tag for tag in tags if tag.name in KNOWN - HIDES_TAGS)
    return frozenset(found)


def _is_left_open(tag: Node) -> bool:
    return tag.kind in ("element", "heading", "link", "image") and tag.markup == "html" and tag.end_tag is None


def _names_style(document: Document, tag: Node) -> bool:
    """Whether this is a <style> that holds no style sheet: "<style> and </style> go into the head"."""
    if tag.name != "style" or tag.end_tag is None:
        return False
    return _fills_cell(document, tag) or _BETWEEN.fullmatch(document.text, *tag.content) is not None


def _is_word(document: Document, tag: Node) -> bool:
    if document.language == "html":
        return False
    flat, end = document.source.flat, tag.whole.end if tag.end_tag is not None else tag.span.end
    if _fills_cell(document, tag) or (tag.end_tag is None and _follows_placeholder(document, tag)):
        return True
    if tag.end_tag is not None and not _holds_no_more_than_and(document, tag):
        return False
    if not _has_word_before(document, tag.span.start):
        return False
    if _TAG_WORD.match(flat, end):
        return True
    if not _WORD_AFTER.match(flat, end):
        return False
    if tag.kind == "end-tag":  # what is left over stands at a word
        return flat[tag.span.start - 1] in " \t" and _is_about_tags(document, tag)
    return tag.end_tag is not None and (tag.name not in PHRASING or _is_about_tags(document, tag))


def _has_word_before(document: Document, at: int) -> bool:
    flat, near = document.source.flat, max(at - _NEAR, document.source.line_start(0))
    return _WORD_BEFORE.search(flat, max(flat.rfind("\n", near, at) + 1, near), at) is not None


def _holds_no_more_than_and(document: Document, tag: Node) -> bool:
    """Whether nothing, or at most an "and", stands between the two tags of an element in running text; of a page's title
    nobody writes more there, either."""
    held = tag.content.of(document.text)
    is_short = "\n" not in held if tag.name == "title" else not held or _BETWEEN.fullmatch(held) is not None
    return is_short and tag.parent is None and _is_in_text(document, tag)


def _is_in_text(document: Document, tag: Node) -> bool:
    block = document.block_at(tag.span.start)
    return block is not None and block.kind in ("text", "heading")


def _fills_cell(document: Document, tag: Node) -> bool:
    """Whether nothing else stands in the cell of a table of Markdown."""
    if not document.is_in_table(tag.span.start):
        return False
    line = document.source.line_span(tag.span.start)
    end = tag.whole.end if tag.content.start == tag.content.end else tag.span.end
    before, after = document.text[line.start : tag.span.start].rstrip(), document.text[end : line.end].lstrip()
    return before[-1:] in ("", "|") and after[:1] in ("", "|")


def _follows_placeholder(document: Document, tag: Node) -> bool:
    """Whether one stands right before it that is no HTML either: `cp <file> <dir>`."""
    before = tag.parent
    if before is None or before.name in KNOWN or before.attributes or "-" in before.name or tag.name in _NEVER_WORDS:
        return False
    between = document.text[before.span.end : tag.span.start]
    return before.end_tag is None and not between.strip(" \t") and _is_in_text(document, tag)


def _is_about_tags(document: Document, tag: Node) -> bool:
    """Whether the paragraph shows tags elsewhere."""
    block = document.block_at(tag.span.start)
    return block is not None and shows_tags(document, Span(block.start, block.end))


def shows_tags(document: Document, span: Span) -> bool:
    """Whether tags are shown as such there."""
    shown = _shown_tags(document)
    return bisect_left(shown, span.start) < bisect_left(shown, span.end)


@once
def _shown_tags(document: Document) -> list[int]:
    """Where tags stand that are shown as such."""
    matches = _SHOWN_TAG.finditer(document.text)
    return [match.start() for match in matches if match[1].lower() in KNOWN]
