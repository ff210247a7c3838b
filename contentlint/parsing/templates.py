"""Where template engines speak: Liquid, Nunjucks, Go templates and Hugo shortcodes, ERB, PHP.

What an engine writes there is unknown, so it is neither HTML nor Markdown: each template becomes a node and is masked.
A `{% raw %}` or `{% highlight %}` block is shielded with all it holds. What a Hugo shortcode such as `{{< rawhtml >}}` or
`{{< raw >}}` holds is HTML, which no Markdown reads. To kramdown what `{::nomarkdown}` holds is such, too, and
`{::comment}` shields. What begins in Markdown's code and ends outside it is no template: such code only shows how one
begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from contentlint.lazy import lazy
from contentlint.nodes import Node
from contentlint.parsing.code import code_in
from contentlint.parsing.extensions import may_hold_extension
from contentlint.patterns import pattern
from contentlint.text import Span

_NO_BLANK_LINE = r"(?!\n[ \t]*+\n)"
_NOT_IN_TICKS = r"(?!(?<=`..)`)"  # "`{{`" only speaks of a template
_TEMPLATES = (
    rf"\{{\{{{_NOT_IN_TICKS}(\{{)?+(?:(?!\}}\}}|\{{\{{){_NO_BLANK_LINE}.)*+\}}\}}(?(1)\}}?+)"
    rf"|\{{%{_NOT_IN_TICKS}(?:(?!%\}}|\{{%){_NO_BLANK_LINE}.)*+%\}}"
    rf"|\{{#{_NOT_IN_TICKS}(?:(?!#\}}|\{{#){_NO_BLANK_LINE}.)*+#\}}"
    rf"|<%{_NOT_IN_TICKS}(?:(?!%>|<%).)*+%>"
    r"|<\?(?:php(?=\s)|=(?!(?<=`<\?=)`))(?:(?!\?>|<\?(?:php|=)).)*+\?>"
)
_TEMPLATE = pattern(_TEMPLATES, re.DOTALL)
_KRAMDOWN = pattern(
    rf"{_TEMPLATES}|\{{:(?::(?:comment|nomarkdown)\b[^{{}}\n]*+|/(?:comment|nomarkdown)?+)\}}", re.DOTALL
)
_PHP = pattern(r"\s*+(<\?(?:php(?=\s)|=))")
# no tag, no code, no link, no heading, no list of attributes
_NO_MARKUP = pattern(
    r"(?:[^<`\]{\n]|<(?![A-Za-z/!?])|\](?![(:\[])|\{(?![:#])(?![^{}\n]*+=[^{}\n]*+\})|\n(?! {0,3}(?:#|~~~)))*+\Z"
)
# the last two of these are published as HTML, not as text
_OPENS_RAW = pattern(
    r"(?:\{%-?\s*(raw|highlight|(?:tabbed_)?codeblock|code|comment|verbatim|prism|mermaid)(?!-?\w)"
    r"|\{\{[<%]\s*(highlight|(?:tabbed-)?codeblock|code(?:-(?:block|toggle))?|mermaid|math|prism)(?!-?\w)"
    r"|\{::(comment)\b|\{\{<\s*((?i:(?:raw[-_]?)?html|raw|unsafe))\s*>|\{::(nomarkdown)\b)"
)
_PUBLISHED = 4  # the first group of what is published
_CODE_MARKS = ("`", "~~~", "    ", "\t")
_ENDS_CODE = pattern(r"~~~|\n[ \t>]*+\n")
_SHORT = 100  # characters
_SELF_CLOSED = pattern(r"/\s*+(?:[>%]\})?+\}\Z")


def templates(text: str, start: int, *, markdown: bool, kramdown: bool = False) -> tuple[list[Node], list[Span]]:
    """The templates of a body from `start` on, as nodes in order, a shielded block as one; and what between two of them
    is published as it is, whatever Markdown would make of it."""
    kramdown = kramdown and may_hold_extension(text)
    if not kramdown and not _may_hold_one(text, start):
        return [], []
    reader = _Reader(text, start, markdown=markdown, kramdown=kramdown)
    return list(reader.read()), reader.published


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


class _Reader:
    def __init__(self, text: str, start: int, *, markdown: bool, kramdown: bool) -> None:
        self._text, self._start, self._markdown = text, start, markdown
        self._template = _KRAMDOWN if kramdown else _TEMPLATE
        self.published: list[Span] = []
        self._has_read = False
        self._closings: dict[str, re.Match[str] | None] = {}  # the next tag that closes a block of this name

    def read(self) -> Iterator[Node]:
        text, pos = self._text, self._start
        php = _PHP.match(text, pos)
        if php is not None and text.find("?>", pos) < 0:
            yield _template(php.start(1), len(text))
            return
        while (match := self._template.search(text, pos)) is not None:
            start, pos = match.span()
            if self._leaves_code(start, pos):
                pos = start + 2
                continue
            opening = _OPENS_RAW.match(match[0])
            close = self._closing(match, opening) if opening is not None else None
            if opening is not None and opening.lastindex >= _PUBLISHED:  # type: ignore[operator]
                yield _template(start, pos)
                if close is not None and pos < close.start():
                    self._publish(start, Span(pos, close.start()))
            elif close is not None and not self._leaves_code(start, close.end()):
                yield Node("code", "raw", Span(start, close.end()), Span(pos, close.start()), markup="markdown")
                pos = close.end()
            else:
                yield _template(start, pos)
        last = text.rfind("<?php", pos)
        if last > 0 and text[last - 1] == "\n" and self._is_php_to_the_end(last):
            yield _template(last, len(text))

    def _is_php_to_the_end(self, at: int) -> bool:
        """Whether code follows, as where nobody closes it, and not the rest of an article that only mentions it."""
        ending = self._text[max(at, len(self._text) - _SHORT) :].rstrip()
        return ending.endswith((";", "}")) and _NO_MARKUP.match(self._text, at + 2) is not None

    def _publish(self, start: int, content: Span) -> None:
        """Note what a tag at an offset publishes as it is, unless it stands in code, or in what another one publishes."""
        is_inside = bool(self.published) and start < self.published[-1].end
        is_code = self._markdown and start >= self._first_code and start < self._code_end(start)
        if not is_inside and not is_code:
            self.published.append(content)

    def _closing(self, opened: re.Match[str], opening: re.Match[str]) -> re.Match[str] | None:
        """The tag that closes a block; None where nothing does."""
        if _SELF_CLOSED.search(opened[0]):
            return None
        liquid, highlighting, comment, html, no_markdown = opening.groups()
        shortcode, extension = highlighting or html, comment or no_markdown
        name = f"/{shortcode}" if shortcode else f":{extension}" if extension else liquid
        known = self._closings.get(name, opened)
        if known is None or known.start() >= opened.end():
            return known
        if shortcode:
            closing = rf"\{{\{{[<%]\s*/\s*{re.escape(shortcode)}\s*[>%]\}}\}}"
        elif extension:
            closing = rf"\{{:/(?:{extension})?\}}"
        else:
            closing = rf"\{{%-?\s*end{name}\s*-?%\}}"
        close = self._closings[name] = re.compile(closing).search(self._text, opened.end())
        return close

    def _leaves_code(self, start: int, end: int) -> bool:
        """Whether Markdown's code begins before these characters and ends among them."""
        if not self._markdown or start < self._first_code:
            return False
        if (not self._has_read or end - start < _SHORT) and self._text.find("`", start, end) < 0:
            if self._text.find("\n", start, end) < 0 or _ENDS_CODE.search(self._text, start, end) is None:
                return False
        self._has_read = True  # then to know is faster than to look far
        return start < self._code_end(start) < end

    def _code_end(self, at: int) -> int:
        """Where the last of Markdown's code that begins up to an offset ends, -1 where none does."""
        index = bisect_right(self._code, at, key=attrgetter("start")) - 1
        return self._code[index].end if index >= 0 else -1

    @lazy
    def _first_code(self) -> int:
        """Before this offset nothing looks like code."""
        places = [self._text.find(mark, self._start) for mark in _CODE_MARKS]
        return min((place for place in places if place >= 0), default=len(self._text))

    @lazy
    def _code(self) -> list[Span]:
        """Where code stands in Markdown, whatever templates may write."""
        return list(code_in(self._text, self._start, len(self._text)))


def _template(start: int, end: int) -> Node:
    content = Span(start + 2, max(start + 2, end - 2))  # "<?=" may never end
    return Node("template", "", Span(start, end), content, markup="markdown")
