"""See `WordProcessorMarkup`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.lazy import known_if_short
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.removals import attribute_removal, unwrapping
from contentlint.rule import Bad, Finding, Fix, Rule, Safety
from contentlint.text import Edit
from contentlint.wording import cut

_WORD_CLASS = pattern(r"Mso[A-Z]\w*|[Aa]pple-(?:converted-space|style-span|tab-span|interchange-newline)")
# what a semicolon ends, unless it stands in brackets or between quotes; a colon there belongs to the next declaration
_VALUE = r"(?:\"[^\":]*+\"|'[^':]*+'|\([^()]*+\)|[^;])*+"
_WORD_STYLE = pattern(rf"(?is)(?:^|;)\s*+(?:mso-|tab-stops\s*:|text-underline-style\s*:){_VALUE};?")
_REFERENCE = pattern(r"(&#?\w+);")
_WORD_PREFIXES = ("o:", "w:", "v:", "m:o", "st1:")
_FRAGMENT = pattern(r"\s*+/?(?:Start|End)Fragment\s*+/?")
_DOCS_ID = "docs-internal-guid-"


class WordProcessorMarkup(Rule):
    """Markup of a word processor came along with pasted text.

    Word's `MsoNormal` and `mso-` styles or the marks of Google Docs mean nothing on a website; they bloat the article
    and bring foreign fonts and gaps with them.

    The fix is unsafe: it removes the foreign classes, styles, ids, tags and comments and keeps the text.
    """

    name = "word-processor-markup"
    needs = {"comment", "element"}
    good = (
        "Word writes `MsoNormal` and `<o:p>`.\n",
        '<p class="msonry mso">Kites</p>\n<p style="margin: 0">fly</p>\n',
        "```html\n<p class=MsoNormal>风筝<o:p></o:p></p>\n```\n",
        "<!-- fragment --> <svg><v:path></v:path></svg>凧\n",
    )
    bad = (
        Bad('⟦<p class="MsoNormal">⟧Kites⟦<o:p>⟧</o:p></p>\n', fixed="<p>Kites</p>\n", unsafe=True),
        Bad(
            '⟦<span lang="EN-US" style="color: red; mso-bidi-font-size: 10.5pt; margin: 0">⟧风筝</span>\n',
            fixed='<span lang="EN-US" style="color: red; margin: 0">风筝</span>\n',
            unsafe=True,
        ),
        Bad(
            '⟦<p style="margin:0;mso-x:url(a;b);color:red">⟧凧</p>\n',
            fixed='<p style="margin:0;color:red">凧</p>\n',
            unsafe=True,
        ),
        Bad(
            '⟦<p style="color:red;mso-ascii-font-family: &quot;宋体&quot;, serif; margin:0">⟧凧</p>\n',
            fixed='<p style="color:red; margin:0">凧</p>\n',
            unsafe=True,
        ),
        Bad(
            "⟦<p style=\"mso-x:it's;color:red;font:'b'\">⟧凧</p>\n",
            fixed="<p style=\"color:red;font:'b'\">凧</p>\n",
            unsafe=True,
        ),
        Bad(
            '⟦<!--StartFragment-->⟧⟦<b id="docs-internal-guid-0a1b" style="x:y">⟧凧</b>\n',
            fixed="凧\n",
            unsafe=True,
        ),
        Bad(
            '⟦<p class="a MsoListParagraph" style="mso-list:l0">⟧Kites</p>\n',
            fixed='<p class="a">Kites</p>\n',
            unsafe=True,
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for comment in document.all("comment"):
            if _FRAGMENT.fullmatch(document.text, comment.content.start, comment.content.end):
                fix = Fix.removing("Remove the comment", document, comment.span, Safety.UNSAFE)
                yield self.finding(
                    comment.span, "a mark that pasting from a word processor left behind: remove it", fix
                )
        told = document.attributes("class", "style", "id")
        if not any(_is_telling(attribute.name, attribute.value) for _, attribute in told) and not any(
            name.startswith(_WORD_PREFIXES) for name in document.tag_names
        ):
            return
        for node in document.all("element"):
            if (node.name.startswith(_WORD_PREFIXES) and node.namespace == "html") or _is_wrapper(node):
                yield self.finding(
                    node.span,
                    f"<{cut(node.name)}> is markup of a word processor: keep its text only",
                    _unwrap(document, node),
                )
            elif node.attributes and (edits := tuple(_foreign_parts(document, node))):
                message = f"this <{cut(node.name)}> carries marks of a word processor: remove them"
                is_bare = (
                    node.name == "span" and not any(edit.text for edit in edits) and len(edits) == len(node.attributes)
                )
                edits = unwrapping(document, node) if is_bare and node.end_tag is not None else edits
                cleaning = Fix("Remove the word processor's marks", edits, Safety.UNSAFE)
                yield self.finding(node.span, message, None if document.has_template(node.span) else cleaning)


def _is_telling(name: str, value: str) -> bool:
    """Whether an attribute is worth a closer look."""
    if name == "style":
        return _is_of_word(value)
    return "Mso" in value or "pple-" in value or value.startswith(_DOCS_ID)


@known_if_short
def _is_of_word(style: str) -> bool:
    return _WORD_STYLE.search(style) is not None


def _is_wrapper(node: Node) -> bool:
    """The <b> that Google Docs puts around all that is copied; it is not bold by its style alone."""
    return node.name == "b" and (node.get("id") or "").startswith(_DOCS_ID)


def _foreign_parts(document: Document, node: Node) -> Iterator[Edit]:
    for attribute in node.attributes:
        name, value, span = attribute.name, attribute.value, attribute.value_span
        if span is None:
            continue
        if name == "class" and ("Mso" in value or "pple-" in value):
            kept = [word for word in value.split() if not _WORD_CLASS.fullmatch(word)]
            if len(kept) < len(value.split()):
                yield Edit(span, " ".join(kept)) if kept else attribute_removal(document, attribute.span)
        elif name == "style" and _WORD_STYLE.search(value):
            written = span.of(document.text)
            # the semicolon of a reference ends no declaration
            kept_style = _WORD_STYLE.sub(_leading, _REFERENCE.sub("\\1\0", written)).replace("\0", ";").strip()
            if not kept_style.strip("; "):
                yield attribute_removal(document, attribute.span)
            elif kept_style != written:
                yield Edit(span, kept_style)
        elif name == "id" and value.startswith(_DOCS_ID):
            yield attribute_removal(document, attribute.span)


def _leading(match: re.Match[str]) -> str:
    return ";" if match[0].startswith(";") else ""


def _unwrap(document: Document, node: Node) -> Fix | None:
    if document.has_template(node.span):
        return None
    if node.end_tag is None:
        return Fix.removing("Remove the tag", document, node.span, Safety.UNSAFE)
    inside = node.content.of(document.text).replace("&nbsp;", " ")
    if not inside.strip():
        return Fix.removing("Remove the element", document, node.whole, Safety.UNSAFE)
    return Fix("Remove the tags", unwrapping(document, node), Safety.UNSAFE)
