"""Markdown's blocks of HTML: which kind one is, and where it ends.

Follows https://spec.commonmark.org/0.31.2/#html-blocks.
"""

from __future__ import annotations

from contentlint.elements import MARKDOWN_BLOCKS
from contentlint.parsing.tags import INLINE_TAG, MASK
from contentlint.patterns import BLANK_LINE_OR_END, pattern

ENDS_AT_BLANK = ("block", "tag")
_BLOCK_NAMES = "|".join(sorted(MARKDOWN_BLOCKS))
_HTML_BLOCK = pattern(
    rf"(?ai)<(?:(?P<raw>script|pre|style|textarea)(?=[\s>{MASK}]|\Z)|(?P<comment>!--)|(?P<instruction>\?)"
    rf"|(?P<cdata>!\[CDATA\[)|(?P<declaration>![a-z])|(?P<block>/?+(?:{_BLOCK_NAMES})(?=[\s{MASK}]|/?>|\Z)))"
)
_RAW_END = pattern(r"(?ai)</(?:script|pre|style|textarea)>")
_MARK_ENDS = {"comment": "-->", "instruction": "?>", "cdata": "]]>", "declaration": ">"}
_BLANKS_TO_LINE_END = pattern(r"[ \t]*+(?=\n|\Z)")


def kind_at(text: str, at: int, end: int, *, is_lone_tag_enough: bool) -> str:
    """The kind of the block of HTML that begins at `at`, "" where none does: raw, comment, instruction, cdata,
    declaration, block, or tag for any other that is alone on its line."""
    match = _HTML_BLOCK.match(text, at, end)
    if match is not None:
        return match.lastgroup or ""
    return "tag" if is_lone_tag_enough and _is_lone_tag(text, at, end) else ""


def _is_lone_tag(text: str, at: int, end: int) -> bool:
    tag = INLINE_TAG.match(text, at, end)
    return tag is not None and "\n" not in tag[0] and _BLANKS_TO_LINE_END.match(text, tag.end(), end) is not None


def end_from(text: str, at: int, end: int, kind: str) -> int:
    """Where a block that stands in no container ends."""
    if kind in ENDS_AT_BLANK:
        blank = BLANK_LINE_OR_END.search(text, at, end)
        return blank.start() + 1 if blank else end
    found = mark_in(text, at + 1, end, kind)  # "<?>" is whole
    line_end = text.find("\n", found, end) if found >= 0 else -1
    return end if line_end < 0 else line_end + 1


def mark_in(text: str, at: int, end: int, kind: str) -> int:
    """Where in these characters a block of this kind says that it ends, -1 where it does not."""
    if kind == "raw":
        close = _RAW_END.search(text, at, end)
        return close.start() if close else -1
    return text.find(_MARK_ENDS[kind], at, end)
