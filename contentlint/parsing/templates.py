"""Where template engines speak: Liquid, Nunjucks, Go templates and Hugo shortcodes, ERB, PHP.

What an engine writes there is unknown, so it is neither HTML nor Markdown: each template becomes a node and is masked.
A `{% raw %}` or `{% highlight %}` block is shielded with all it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.nodes import Node
from contentlint.parsing.tags import MASK
from contentlint.patterns import pattern
from contentlint.text import Span

_NO_BLANK_LINE = r"(?!\n[ \t]*+\n)"
_NOT_IN_TICKS = r"(?!(?<=`..)`)"  # "`{{`" only speaks of a template
_TEMPLATE = pattern(
    rf"\{{\{{{_NOT_IN_TICKS}\{{?+(?:(?!\}}\}}|\{{\{{){_NO_BLANK_LINE}.)*+\}}\}}\}}?+"
    rf"|\{{%{_NOT_IN_TICKS}(?:(?!%\}}|\{{%){_NO_BLANK_LINE}.)*+%\}}"
    rf"|\{{#{_NOT_IN_TICKS}(?:(?!#\}}|\{{#){_NO_BLANK_LINE}.)*+#\}}"
    rf"|<%{_NOT_IN_TICKS}(?:(?!%>|<%).)*+%>"
    r"|<\?(?:php|=)(?:(?!\?>).)*+(?:\?>|\Z)",
    re.DOTALL,
)
_OPENS_RAW = pattern(
    r"(?:\{%-?\s*(raw|highlight|codeblock|code|comment|verbatim|prism|mermaid)\b"
    r"|\{\{[<%]\s*(highlight|code|mermaid|math|code-toggle|prism)\b)"
)
_SELF_CLOSED = pattern(r"/\s*[>%]\}\}\Z")


def templates(text: str, start: int) -> list[Node]:
    """The templates of a body from `start` on, as nodes in order; a shielded block is one node."""
    return list(_templates(text, start)) if _may_hold_one(text, start) else []


def _may_hold_one(text: str, start: int) -> bool:
    # one character is found much faster than two
    if ("%" in text and "<%" in text) or ("?" in text and "<?" in text):
        return True
    at = text.find("{", start)
    while at >= 0:
        if text[at + 1 : at + 2] in ("{", "%", "#"):
            return True
        at = text.find("{", at + 1)
    return False


def _templates(text: str, start: int) -> Iterator[Node]:
    unclosed: set[str] = set()
    pos = start
    while (match := _TEMPLATE.search(text, pos)) is not None:
        pos = match.end()
        opening = _OPENS_RAW.match(match[0])
        if opening is not None and not _SELF_CLOSED.search(match[0]):
            close = _closing(text, pos, opening, unclosed)
            if close is not None:
                yield Node("code", "raw", Span(match.start(), close.end()), Span(pos, close.start()), markup="markdown")
                pos = close.end()
                continue
        content = Span(match.start() + 2, max(match.start() + 2, match.end() - 2))  # "<?=" may never end
        yield Node("template", "", Span(*match.span()), content, markup="markdown")


def _closing(text: str, pos: int, opening: re.Match[str], unclosed: set[str]) -> re.Match[str] | None:
    name = opening[1] or "/" + opening[2]
    if name in unclosed:
        return None
    if opening[1]:
        closing = rf"\{{%-?\s*end{name}\s*-?%\}}"
    else:
        closing = rf"\{{\{{[<%]\s*/\s*{re.escape(opening[2])}\s*[>%]\}}\}}"
    close = re.compile(closing).search(text, pos)
    if close is None:
        unclosed.add(name)
    return close


def masked(text: str, nodes: list[Node]) -> str:
    """The text with each of these nodes blotted out, offset by offset."""
    if not nodes:
        return text
    pieces: list[str] = []
    at = 0
    for node in nodes:
        pieces += (text[at : node.span.start], MASK * (node.span.end - node.span.start))
        at = node.span.end
    pieces.append(text[at:])
    return "".join(pieces)
