"""Front matter between fences that belong to another syntax, or one to each."""

from __future__ import annotations

from contentlint.parsing.front_matter import unclosed
from contentlint.parsing.front_matter.contents import parse
from contentlint.parsing.front_matter.fences import Found, Opening, closing_from, without_blanks
from contentlint.parsing.front_matter.keys import KEY_LINE
from contentlint.parsing.front_matter.mending import misfenced, slip
from contentlint.patterns import pattern
from contentlint.text import Edit, Span, line_after

_OTHERS = {"yaml": ("toml", "+"), "toml": ("yaml", "-")}  # with its mark
_TOML_PAIR = pattern(r"(?m)^[ \t]*[\w-]+[ \t]*=[ \t]*[\"'\[\dtf]")


def of_another_syntax(opening: Opening, closing: Span) -> Found | None:
    """YAML between the fences of TOML or JSON, or TOML between YAML's."""
    syntax, flat = opening.syntax, opening.source.flat
    other, mark = ("toml", "+") if syntax == "yaml" else ("yaml", "-")
    text = flat[opening.start : closing.start]
    key = KEY_LINE.match(text.lstrip())
    is_meant = key and (other == "toml" or (key[0].endswith(":") and not _TOML_PAIR.search(text)))
    may_be_json = syntax == "json" and text.lstrip().startswith(('"', "'"))  # members without their commas
    if not is_meant or may_be_json:
        return None
    if not parse(opening.source, other, Span(opening.start, closing.start)).has_keys:
        return None
    fences = (opening.span, without_blanks(flat, *closing))
    edits = tuple(Edit(fence, mark * 3) for fence in fences if fence.of(flat) != mark * 3)
    message = f'these fences are for {syntax.upper()}, but {other.upper()} stands between them: write "{mark * 3}"'
    problem = slip(opening.span, message, edits, f'Write "{mark * 3}"')
    return opening.unread(closing, line_after(flat, closing.end)), [problem]


def of_two_kinds(opening: Opening, stop: int) -> Found | None:
    """YAML or TOML that begins with the fence of one and ends with that of the other, before an offset."""
    source, text, syntax, start = opening.source, opening.source.flat, opening.syntax, opening.start
    if syntax not in _OTHERS or not KEY_LINE.match(text, start):
        return None
    other, mark = _OTHERS[syntax]
    closing = closing_from(text, mark, start, stop)
    if closing is None:
        return None
    end = without_blanks(text, *closing.span())
    if parse(source, syntax, Span(start, end.start)).has_keys:
        parted = unclosed.parted(opening, stop, end) if stop < len(text) else None
        return parted or unclosed.misspelt_closing(opening._replace(mark=_OTHERS[other][1]), end)
    if not parse(source, other, Span(start, end.start)).has_keys:
        return None
    message = f'{other.upper()} stands below, and ends with "{mark * 3}": it begins with "{mark * 3}", too'
    edit = Edit(opening.span, mark * 3)
    problem = misfenced(opening.span, message, edit, f'Write "{mark * 3}"')
    return opening.unread(end, line_after(text, end.end)), [problem]
