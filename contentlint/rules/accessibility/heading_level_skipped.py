"""See `HeadingLevelSkipped`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.spans import Stretches
from contentlint.text import Span

_CALLOUT = pattern(
    r"(?m)^[ \t]*+:{3,}+[ \t]*+(?:\{(?=[^{}\n]*\.callout-)(?![^{}\n]*\stitle=)[^{}\n]*+\}|callout-[a-z]++)[ \t:]*+"
    r"\n\s*+(?=#)"
)
_DIV = pattern(r"(?m)^[ \t]*+:{3,}+[ \t]*+([^\n]*)")
_FIRST_AT_MOST = 2  # the page's title is level 1


class HeadingLevelSkipped(Rule):
    """The outline skips a level of headings.

    Screen reader users move through an article by its headings; a missing level looks like a part that was lost. Choose
    headings by their place in the outline, not by their size.

    There is no fix: either this heading or its neighbours may be meant differently.
    """

    name = "heading-level-skipped"
    needs = {"heading"}
    good = (
        "# Kites\n\n## Fly\n\n### High\n\n## Land\n",
        "## 风筝\n\n<h3>飞</h3>\n\nKites\n-----\n",
        "## A\n\n```\n#### B\n```\n\n<pre><h5>C</h5></pre>\n",
        "# 凧\n\n## 揚げ\n\n### 高\n\n#### 空\n\n# 二\n",
        Good("<h1>Kites</h1><h2>Fly</h2><h3>High</h3><h1>Land</h1>\n", path="page.html"),
        "{{ title }}\n\n## Kites\n",
        "# 凧\n\n## 揚げ\n\n####\n\n### 高\n",
        Good("### Kites\n\nFly.\n", path="docs/_kites.md"),
        Good("在 <h1> 到 <h6> 是标题。\n\n| <h6> | 凧 |\n|---|---|\n", along=("unclosed-element",)),
        '## 凧\n\n::: {.callout-note collapse="true"}\n\n#### Fly!\n\nHigh.\n:::\n\n### 風\n',
        "## Kites\n\n:::: {.panel-tabset}\n#### 凧\n\n::: box\nFly!\n:::\n\n#### 風\n\n::::\n\n::: callout-tip\n##### Up\n:::\n",
        "# Kites\n\n<!-- tabs:start -->\n\n#### **English**\n\nFly!\n\n<!-- tabs:end -->\n\n## 凧\n",
    )
    bad = (
        Bad("## Kites\n\n⟦#### Fly⟧\n\n#### High\n"),
        Bad("# 风筝\n\n⟦<h3>⟧飞</h3>\n\n⟦##### 高⟧\n"),
        Bad("⟦### 凧⟧\n\n### 揚げ\n"),
        Bad("## 凧\n\n::: {.callout-note}\nFly!\n\n⟦#### Up⟧\n:::\n\n::: box\n## 風\n\n⟦#### 雲⟧\n:::\n"),
        Bad("## A\n\n````\n::: {.panel-tabset}\n````\n\n⟦#### Kites⟧\n\n:::\n"),
        Bad('## 凧\n\n::: {.callout-note title="揚げ"}\n\n⟦#### Up⟧\n\n:::\n'),
        Bad("# A\n\n::: {.panel-tabset}\n### 凧\n\n⟦##### Up⟧\n\n### 風\n:::\n\n⟦### 雲⟧\n"),
        Bad("Kites\n=====\n\n{% include fly.html %}\n\n⟦### Fly⟧\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        name = document.source.name
        is_partial = name.startswith("_") and not name.startswith("_index.")  # other pages show it below their headings
        page, parts = document.body.span, Stretches([(part, part) for part in (*_tabs(document), *_panels(document))])
        labels, last = dict[Span, int](), dict[Span, int]()  # levels, by the part with an outline of its own
        for heading in document.all("heading"):
            level = heading.level
            if not heading.content.of(document.text).strip():  # empty-heading tells
                continue
            if _is_only_named(document, heading):
                continue
            part = next(parts.over(heading.span.start), page)
            above = max(last.get(part, 0), last.get(page, 0))  # a label may be a button
            last[part] = level
            if part != page and level == labels.setdefault(part, level):
                continue
            if not above and level > _FIRST_AT_MOST and not is_partial:
                yield self.finding(
                    heading.span,
                    f"the first heading is of level {level}: {_first(document)}",
                )
            elif above and level > above + 1:
                yield self.finding(
                    heading.span, f"level {level} follows level {above}: make this heading level {above + 1}"
                )


def _first(document: Document) -> str:
    if document.is_whole_page or _is_untitled(document):
        return "begin with level 1, the page's title"
    return "begin with level 2, as the page's title is level 1"


def _is_untitled(document: Document) -> bool:
    """Whether a page such as a README has no title at all; of front matter, generators make one."""
    if document.language == "html" or document.front_matter is not None:
        return False
    return all(heading.level > 1 for heading in document.all("heading"))


def _is_only_named(document: Document, heading: Node) -> bool:
    """Whether a bare tag that is never closed stands in a paragraph, whose text names it."""
    if heading.markup != "html" or heading.end_tag is not None or heading.attributes:
        return False
    block = document.block_at(heading.span.start)
    return block is not None and block.kind == "text"


def _tabs(document: Document) -> Iterator[Span]:
    """Docsify's tabs, in which the first heading is a label: https://jhildenbiddle.github.io/docsify-tabs. A comment may be
    the label, and what is below it begins anew."""
    start = -1
    for comment in document.all("comment"):
        told = comment.content.of(document.text).strip()
        if told == "tabs:start":
            start = comment.span.start
        elif start >= 0 and told.startswith(("tab:", "tabs:end")):
            yield Span(start, comment.span.start)
            start = comment.span.start if told.startswith("tab:") else -1


def _panels(document: Document) -> Iterator[Span]:
    """Quarto's callouts up to their title (https://quarto.org/docs/authoring/callouts.html), and its panels of tabs, of
    which the first heading and those of its level are labels."""
    flat, body, opened = document.source.flat, document.body.span, list[re.Match[str]]()
    if ":::" not in flat:
        return
    for callout in _CALLOUT.finditer(flat, body.start):
        if not document.in_code(callout.start()):
            yield Span(callout.start(), callout.end() + 1)
    for fence in _DIV.finditer(flat, body.start) if ".panel-tabset" in flat else ():
        if document.in_code(fence.start()):
            continue
        if fence[1].strip(" \t:"):
            opened.append(fence)
        elif opened and ".panel-tabset" in (start := opened.pop())[1]:
            yield Span(start.start(), fence.end())
