"""JSON front matter without fences: an object, maybe without a brace, or the members alone that Hexo takes."""

from __future__ import annotations

from dataclasses import replace

from contentlint.document import Problem, language_of
from contentlint.fields import FrontMatter
from contentlint.parsing.front_matter import json
from contentlint.parsing.front_matter.contents import made, parse
from contentlint.parsing.front_matter.fences import Fences, Found, closing_from, without_blanks
from contentlint.parsing.front_matter.keys import KNOWN_KEYS, key_at
from contentlint.parsing.front_matter.mending import misfenced, slip
from contentlint.parsing.front_matter.parsed import MAX_LENGTH
from contentlint.patterns import BLANK_LINE, pattern
from contentlint.text import Edit, Source, Span, line_after

_COMMENTS = r"(?:\s*+(?://|#)[^\n]*+\n)*+"
_JSON_START = pattern(r"\{\s*(?:\"[^\"\n]*+\"\s*:|\}\s*(?:\n|\Z))")
# one whose first key is not written as JSON has it
_JSON_LIKE = pattern(
    rf"\{{[ \t]*+(?:\n|(?=//)){_COMMENTS}\s*+[\"'“]?+([A-Za-z_][\w-]*+)[\"'”]?+(?:[ \t]*+[:=：]|[ \t]++[\"'“\[\d])"
)
_JSON_KEY = pattern(r"\{\s*\"([^\"\n]*+)\"")
_JSON_LINE = pattern(r"\}[ \t]*+(?=\n)")
# a key in quotes and whatever else, or a mark of a merge conflict
_FIRST_SLIP = pattern(r"\{[ \t]*+\n(?:<{7} |([ \t]*+)[\"'][A-Za-z_][\w-]*+)")
_MEMBER = pattern(r'\n([ \t]*+)"([A-Za-z_][\w-]*+)"[ \t]*+:')
_SURPLUS = pattern(r"[ \t]*+([};,][ \t};,]*+)(?=\n|\Z)")
_JSON_LINES = pattern(r"\n\}[ \t]*+(?=\n|\Z)")


def json_object(source: Source, at: int) -> Found | None:
    """A JSON object that is metadata, or Hexo's members without braces."""
    text = source.flat
    like = _JSON_LIKE.match(text, at)
    if text.startswith("{{", at) and (key := _JSON_KEY.match(text, at + 1)) and key[1] in KNOWN_KEYS:
        return _with_a_brace_too_many(source, at)
    is_like = (like is not None and like[1] in KNOWN_KEYS) or (
        language_of(source.path) != "mdx" and _is_block_of_members(text, at)
    )
    if not _JSON_START.match(text, at) and not is_like:
        return _members(source, at) if text[at : at + 1] == '"' else None
    end = json.object_end(text, at)
    if end < 0:
        closing = _JSON_LINES.search(text, at)
        if closing is None and not _lacks_last_brace(text, at):
            closing = _JSON_LINE.search(text, at, at + MAX_LENGTH)
        if closing is None:
            return _endless_json(source, at, is_deep=end == -2)
        end = closing.end()
    content = Span(at, end)
    behind = line_after(text, end)
    is_early = _is_closed_early(text, at, end)
    surplus = None if is_early else _SURPLUS.match(text, end)
    whole = Span(at, end if text[end:behind].strip() and not surplus else behind)
    fences = Fences(whole, Span(at, at + 1), content, Span(end - 1, end))
    front_matter, problems = made(source, "json", fences, parse(source, "json", content))
    if is_early:
        brace = Span(end - 1, end)
        problems = [*problems, slip(brace, 'one "}" too many', Edit(brace, ""), 'Remove "}"')]
    if surplus:
        span, sign = Span(*surplus.span(1)), surplus[1][0]
        edit = Edit(Span(end, without_blanks(text, *span).end), "")
        told = slip(span, f'one "{sign}" too many', edit, f'Remove "{sign}"')
        problems = [*problems, told]
    return front_matter, problems


def _is_block_of_members(text: str, at: int) -> bool:
    """Whether braces alone in their lines hold lines without a blank one, of which only the first is no member, and another
    has a known key."""
    first = _FIRST_SLIP.match(text, at)
    closing = _JSON_LINES.search(text, at, _block_end(text, at)) if first is not None else None
    if first is None or closing is None:
        return False
    members = _MEMBER.finditer(text, at, closing.start())
    return any(each[2] in KNOWN_KEYS and (first[1] is None or each[1] == first[1]) for each in members)


def _is_closed_early(text: str, at: int, end: int) -> bool:
    """Whether an object has one brace too many, after which it goes on up to a brace alone in its line."""
    closing = _JSON_LINES.search(text, end, _block_end(text, at))
    if closing is None:
        return False
    meant = text[at : end - 1] + text[end : closing.end()]
    return not json.read(meant, 0, len(meant)).failed


def _members(source: Source, at: int) -> Found | None:
    """Hexo's members, which have no opening fence and no braces."""
    text = source.flat
    closing = closing_from(text, ";", at)
    if closing is None:
        return _without_brace(source, at)
    content = Span(at, closing.start())
    parsed = parse(source, "json", content, bare_json=True)
    if parsed.failed and key_at(text, at) not in KNOWN_KEYS:
        return None
    fences = Fences(Span(at, line_after(text, closing.end())), Span(at, at), content, Span(*closing.span()))
    return made(source, "json", fences, parsed)


def _with_a_brace_too_many(source: Source, at: int) -> Found | None:
    """An object that begins with two braces."""
    found = json_object(source, at + 1)
    if found is None:
        return None
    front_matter, problems = found
    brace = Span(at, at + 1)
    told = slip(brace, 'one "{" too many', Edit(brace, ""), 'Remove "{"')
    return replace(front_matter, span=Span(at, front_matter.span.end)), [told, *problems]


def _without_brace(source: Source, at: int) -> Found | None:
    """An object whose opening brace is missing."""
    text = source.flat
    closing = _JSON_LINE.search(text, at, at + MAX_LENGTH)
    if closing is None or key_at(text, at) not in KNOWN_KEYS:
        return None
    if json.object_end("{" + text[at : closing.start() + 1], 0) < 0:
        return None
    line_start = text.rfind("\n", 0, at) + 1
    edit = Edit.at(line_start, "{" + source.newline)
    line = without_blanks(text, at, line_after(text, at) - 1)
    problem = misfenced(line, 'the front matter has no opening "{"', edit, 'Add "{"')
    end = closing.start() + 1
    whole, content = Span(line_start, line_after(text, end)), Span(at, end)
    return FrontMatter("json", whole, Span(line_start, line_start), content, Span(end - 1, end), readable=False), [
        problem
    ]


def _endless_json(source: Source, at: int, *, is_deep: bool) -> Found | None:
    """An object that is never closed, where it is meant as metadata."""
    text = source.flat
    key = _JSON_KEY.match(text, at)
    if not is_deep and not (key and key[1] in KNOWN_KEYS):
        return None
    end = _block_end(text, at)
    opening = Span(at, at + 1)
    problem = misfenced(opening, 'the front matter has no closing "}"')
    if _lacks_last_brace(text, at):
        written = text[at:end].rstrip()
        last = Span(at + written.rfind("\n") + 1, at + len(written))
        edit = Edit(Span(at + len(_kept(written)), at + len(written)), source.newline + "}")
        message = 'the closing "}" is missing below this line'
        problem = misfenced(last, message, edit, 'Add "}"')
    if is_deep:
        problem = Problem(
            "limit-exceeded", opening, "values nested too deep, or a number with too many digits: shorten them"
        )
    return FrontMatter("json", Span(at, end), opening, Span(at, end), Span(end, end), readable=False), [problem]


def _lacks_last_brace(text: str, at: int) -> bool:
    """Whether a brace below the last line is all that an object lacks whose first key is known."""
    key = _JSON_KEY.match(text, at)
    return bool(key and key[1] in KNOWN_KEYS) and json.object_end(_kept(text[at : _block_end(text, at)]) + "}", 0) > 0


def _kept(written: str) -> str:
    """An object without a comma that nothing follows."""
    return written.rstrip(", \t\n")


def _block_end(text: str, at: int) -> int:
    """Where the lines end that no blank one parts."""
    blank = BLANK_LINE.search(text, at)
    return blank.start() + 1 if blank else len(text)
