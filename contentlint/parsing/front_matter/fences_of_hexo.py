"""Fences that Hexo reads otherwise than the rest: https://github.com/hexojs/hexo-front-matter/blob/master/lib/front_matter.ts"""

from __future__ import annotations

from contentlint.document import Problem
from contentlint.parsing.front_matter.fences import Opening
from contentlint.parsing.front_matter.mending import misfenced
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

_BRACES = pattern(r"\s*(\{(?:[ \t]*+(?:\r\n?|\n))?+)(?!\{)(?s:.*?)((?:(?:\r\n?|\n)[ \t]*+)?+\})\s*\Z")
_BLANKS = pattern(r"[ \t]++(?=\r|\n)")


def fault_of(opening: Opening, signs: str, closing: Span, closing_signs: str, *, is_sure: bool) -> Problem | None:
    """What is wrong for Hexo with an opening fence of these signs and a closing one; `is_sure`: nothing else reads them."""
    behind = _BLANKS.match(opening.source.text, opening.span.end) if is_sure else None
    if behind is not None:
        message = "Hexo sees no front matter here, as blanks stand behind this fence: remove them"
        edits = (Edit(Span(*behind.span()), ""),)
        return misfenced(opening.span, message, edits, "Remove the blanks")
    if opening.mark == "+" or closing_signs == "...":
        return _unknown(opening, signs, closing) if is_sure else None
    if len(signs) > len(closing_signs):
        message = f'Hexo sees no front matter here, as this fence has more signs than the closing one: write "{closing_signs}"'
        return _to_write(closing_signs, Span(opening.span.start, opening.span.start + len(signs)), message)
    if len(signs) < len(closing_signs):
        rest = closing_signs[len(signs) :]
        message = f'Hexo leaves "{rest}" of this fence in the article, as the opening one is shorter: write "{signs}"'
        return _to_write(signs, closing, message)
    return _braces(opening, closing) if opening.mark == ";" else None


def _unknown(opening: Opening, signs: str, closing: Span) -> Problem:
    """A fence that Hexo does not know."""
    if opening.mark == "+":
        message = 'Hexo sees no front matter between "+++": write it in YAML'
        return misfenced(opening.span, message)
    return _to_write(signs, closing, f'"..." closes no front matter for Hexo: write "{signs}"')


def _to_write(signs: str, fence: Span, message: str) -> Problem:
    return misfenced(fence, message, Edit(fence, signs), f'Write "{signs}"')


def _braces(opening: Opening, closing: Span) -> Problem | None:
    """Braces around the members, which Hexo puts there itself."""
    found = _BRACES.match(opening.source.text, opening.start, closing.start)
    if found is None:
        return None
    first, last = Span(*found.span(1)), Span(*found.span(2))
    place = Span(first.start, first.start + 1)
    if not opening.source.text[first.end : last.start].strip():  # without a line Hexo sees no front matter
        message = 'Hexo puts the braces around what stands between ";;;" itself: write a member in place of these'
        return misfenced(place, message)
    message = 'Hexo puts the braces around what stands between ";;;" itself: remove them'
    return misfenced(place, message, (Edit(first, ""), Edit(last, "")), "Remove the braces")
