"""Where the front matter is and what it says, in every form the generators know.

YAML, TOML and JSON between fences, `---json`, Hexo's forms (`;;;`, YAML without an opening fence), after a BOM, blank
lines or characters that nobody sees. Where python-frontmatter reads something, this reads the same.
"""

from __future__ import annotations

from contentlint.document import Problem, language_of
from contentlint.fields import FrontMatter
from contentlint.parsing.front_matter.below_text import below_text
from contentlint.parsing.front_matter.fenced import fenced
from contentlint.parsing.front_matter.fences import Found
from contentlint.parsing.front_matter.run_together import on_one_line, run_together
from contentlint.parsing.front_matter.unfenced import below_stray_word, without_opening
from contentlint.patterns import pattern
from contentlint.setting import Setting, is_for_hexo
from contentlint.text import BOM, Edit, Source, Span

_BLANK_LINES = pattern(r"\s*")
# what nobody sees, or what a byte-order mark becomes that was read as Latin-1
_UNSEEN = pattern(r"(?:[\s\u200b-\u200f\u2060\ufeff]|[ïi]»¿)++(?=(?:---|\+\+\+)[ \t]*+\n)")

_INDENTED = r"(?: {4}| {0,3}\t)[ \t]*+"
_INDENTED_CODE = pattern(rf"(?:[ \t]*+\n)*+{_INDENTED}[^ \t\n][^\n]*+\n(?:[ \t]*+\n)*+{_INDENTED}[^ \t\n]")
_LINE = pattern(r"\n(?=[^\n])")


def read_front_matter(source: Source, setting: Setting) -> tuple[FrontMatter | None, list[Problem]]:
    """The front matter of a source, or None, and what is wrong with it."""
    text = source.flat
    start = len(BOM) if source.has_bom else 0
    blanks = _UNSEEN.match(text, start) or _BLANK_LINES.match(text, start)
    at = blanks.end() if blanks else start
    may_be_code = _INDENTED_CODE.match(text, start) and language_of(source.path) == "markdown"
    found = None if may_be_code else fenced(source, at, setting) or _json_object(source, at)
    found = found or on_one_line(source, at) or without_opening(source, at, setting) or run_together(source, at)
    if found is None:
        return below_stray_word(source, at) or below_text(source, at) or (None, [])
    front_matter, problems = found
    if front_matter.syntax == "yaml" and front_matter.readable and is_for_hexo(setting.profile, source.path):
        from contentlint.parsing.front_matter.yaml.misread.at_the_margin import at_the_margin  # Hexo alone needs it

        problems = [*problems, *at_the_margin(text, front_matter.content, front_matter.fields)]
    if front_matter.span.start > start:
        span = Span(start, front_matter.span.start)
        before = text[start : span.end]
        what = "characters that nobody sees" if before.strip() else "blank lines" if "\n" in before else "spaces"
        message = f"{what} before the front matter hide it from many site generators: remove them"
        mend = (Edit(span, ""), *_dedented(text, front_matter, before.rpartition("\n")[2]))
        problems = [
            Problem("front-matter-not-first", span, message, mend, f"Remove the {what}", is_safe=True),
            *problems,
        ]
    return front_matter, problems


def _dedented(text: str, front_matter: FrontMatter, indent: str) -> list[Edit]:
    """The lines below an indented fence without its indentation, where all have it; in TOML it may belong to a text."""
    if not indent or front_matter.syntax == "toml":
        return []
    lines = [line.end() for line in _LINE.finditer(text, front_matter.opening.end, front_matter.closing.end)]
    is_whole = all(text.startswith(indent, at) for at in lines)
    return [Edit(Span(at, at + len(indent)), "") for at in lines] if is_whole else []


def _json_object(source: Source, at: int) -> Found | None:
    """Front matter that begins as a JSON object or one of its members does."""
    if not source.flat.startswith(("{", '"'), at):
        return None
    from contentlint.parsing.front_matter.bare_json import json_object  # few articles need it

    return json_object(source, at)
