"""Front matter without an opening fence: JSON objects, Hexo's older forms, and what stands below some text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from contentlint.document import Problem
from contentlint.fields import FrontMatter
from contentlint.parsing.front_matter import json
from contentlint.parsing.front_matter.contents import is_all_keys, made, parse
from contentlint.parsing.front_matter.fences import LIKE_OPENING, Found, closing_from, line_after, without_blanks
from contentlint.parsing.front_matter.keys import KNOWN_KEYS, LOOSE_KEY, WELL_KNOWN
from contentlint.parsing.front_matter.parsed import MAX_LENGTH
from contentlint.patterns import pattern
from contentlint.setting import Setting, is_for_hexo
from contentlint.text import Edit, Source, Span

_TOML_LINE = pattern(r"[A-Za-z_][\w-]*+[ \t]*+=[ \t]*+\S")
_COMMENTS = r"(?:\s*+(?://|#)[^\n]*+\n)*+"
_JSON_START = pattern(r"\{\s*(?:\"[^\"\n]*+\"\s*:|\}\s*(?:\n|\Z))")
# one whose first key is not written as JSON has it
_JSON_LIKE = pattern(
    rf"\{{[ \t]*+(?:\n|(?=//)){_COMMENTS}\s*+[\"'“]?+([A-Za-z_][\w-]*+)[\"'”]?+(?:[ \t]*+[:=：]|[ \t]++[\"'“\[\d])"
)
_JSON_KEY = pattern(r"\{\s*\"([^\"\n]*+)\"")
_JSON_LINE = pattern(r"\}[ \t]*+(?=\n)")
_BLANK_LINE = pattern(r"\n[ \t]*+\n")
_MOST_TEXT_ABOVE = 2_000  # characters above front matter that is looked for
_SURPLUS = pattern(r"[ \t]*+([};,][ \t};,]*+)(?=\n|\Z)")
_JSON_LINES = pattern(r"\n\}[ \t]*+(?=\n|\Z)")
_FENCE_OR_CODE = pattern(r"(?m)^(?:[ \t>]*+(?P<code>`{3,}+|~{3,}+)(?P<rest>[^\n]*+)|(?P<fence>---|\+\+\+)[ \t]*+\n)")
_COMMENTS_ALONE = pattern(r"(?:<!--(?:(?!-->)[\s\S])*+-->\s*+)++\Z")
# an article has begun: a heading, Pandoc's title; or what follows is shown, in a block of code or after a colon
_SHOWS_SAMPLE = pattern(r"\n#|\n[ \t]*+(?:=++|-{4,}+)[ \t]*+\n|\A\n%|(?:(?<!--)>|[：:]|%\}|\}\})\s*+\Z")
_NOTES = pattern(r"(?:#[^\n]*+\n)++")
_NO_KEYS = pattern(r"(?:[ \t]*+(?:#[^\n]*+)?\n)++")
_SMALL = pattern(r"[a-z_][\w-]*+\Z")  # as keys are written, and words at the beginning of a text are not
_HEXO_LINE = pattern(r"[\"']?[A-Za-z_][\w-]*+[\"']?:(?=[ \t\n])")


def json_object(source: Source, at: int) -> Found | None:
    """A JSON object that is metadata, or Hexo's members without braces."""
    text = source.flat
    like = _JSON_LIKE.match(text, at)
    if text.startswith("{{", at) and (key := _JSON_KEY.match(text, at + 1)) and key[1] in KNOWN_KEYS:
        return _with_a_brace_too_many(source, at)
    if not _JSON_START.match(text, at) and not (like and like[1] in KNOWN_KEYS):
        if text[at : at + 1] != '"':
            return None
        closing = closing_from(text, ";", at)  # Hexo: no opening fence, no braces
        if closing is None:
            return _without_brace(source, at)
        parsed = parse(source, "json", Span(at, closing.start()), bare_json=True)
        first = LOOSE_KEY.match(text, at)
        if parsed.failed and not (first and first[1] in KNOWN_KEYS):
            return None
        whole = Span(at, line_after(text, closing.end()))
        return made(source, "json", whole, Span(at, at), Span(at, closing.start()), Span(*closing.span()), parsed)
    end = json.object_end(text, at)
    if end < 0:
        closing = _JSON_LINES.search(text, at) or _JSON_LINE.search(text, at, at + MAX_LENGTH)
        if closing is None:
            return _endless_json(source, at, is_deep=end == -2)
        end = closing.end()
    content = Span(at, end)
    behind = line_after(text, end)
    surplus = _SURPLUS.match(text, end)
    whole = Span(at, end if text[end:behind].strip() and not surplus else behind)
    front_matter, problems = made(
        source, "json", whole, Span(at, at + 1), content, Span(end - 1, end), parse(source, "json", content)
    )
    if surplus:
        sign = surplus[1][0]
        edit = Edit(Span(end, without_blanks(text, *surplus.span(1)).end), "")
        told = Problem(
            "front-matter-unreadable", Span(*surplus.span(1)), f'one "{sign}" too many', (edit,), f'Remove "{sign}"'
        )
        problems = [*problems, told]
    return front_matter, problems


def _with_a_brace_too_many(source: Source, at: int) -> Found | None:
    """An object that begins with two braces."""
    found = json_object(source, at + 1)
    if found is None:
        return None
    front_matter, problems = found
    brace = Span(at, at + 1)
    told = Problem("front-matter-unreadable", brace, 'one "{" too many', (Edit(brace, ""),), 'Remove "{"')
    return replace(front_matter, span=Span(at, front_matter.span.end)), [told, *problems]


def _without_brace(source: Source, at: int) -> Found | None:
    """An object whose opening brace is missing."""
    text = source.flat
    first, closing = LOOSE_KEY.match(text, at), _JSON_LINE.search(text, at, at + MAX_LENGTH)
    if closing is None or not (first and first[1] in KNOWN_KEYS):
        return None
    if json.object_end("{" + text[at : closing.start() + 1], 0) < 0:
        return None
    line_start = text.rfind("\n", 0, at) + 1
    edit = Edit(Span(line_start, line_start), "{" + source.newline)
    line = without_blanks(text, at, line_after(text, at) - 1)
    problem = Problem("front-matter-unclosed", line, 'the front matter has no opening "{"', (edit,), 'Add "{"')
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
    blank = _BLANK_LINE.search(text, at)
    end = blank.start() + 1 if blank else len(text)
    opening = Span(at, at + 1)
    problem = Problem("front-matter-unclosed", opening, 'the front matter has no closing "}"')
    written = text[at:end].rstrip()
    kept = written.rstrip(", \t\n")
    if json.object_end(kept + "}", 0) > 0:
        last = Span(at + written.rfind("\n") + 1, at + len(written))
        edit = Edit(Span(at + len(kept), at + len(written)), source.newline + "}")
        message = 'the closing "}" is missing below this line'
        problem = Problem("front-matter-unclosed", last, message, (edit,), 'Add "}"')
    if is_deep:
        problem = Problem("limit-exceeded", opening, "values nested too deep, or a number with too many digits")
    return FrontMatter("json", Span(at, end), opening, Span(at, end), Span(end, end), readable=False), [problem]


def without_opening(source: Source, at: int, setting: Setting) -> Found | None:
    """Keys from the first line, or from below something that was meant as a fence, to a closing fence. YAML so is
    Hexo's older form."""
    text = source.flat
    opening = LIKE_OPENING.match(text, at)
    start = opening.end() if opening else at
    above = (_NO_KEYS if opening else _NOTES).match(text, start)
    first = above.end() if above else start
    mark, syntax = ("+", "toml") if _TOML_LINE.match(text, first) else ("-", "yaml")
    if syntax == "yaml" and not _HEXO_LINE.match(text, first):
        return None
    closing = closing_from(text, mark, start)
    like = opening and (opening[1] or opening[2]).rstrip()
    twin = None
    if like and like != "-":  # which may begin an item
        twin = re.compile(rf"(?<=\n){re.escape(like)}[ \t]*+(?=\n|\Z)").search(text, start)
    if twin is not None and (closing is None or twin.start() < closing.start()):
        closing = twin
    if closing is None:
        return None
    content = Span(start, closing.start())
    parsed = parse(source, syntax, content)
    if parsed.failed:
        if not is_all_keys(text, content) or syntax != "yaml":
            return None
    elif not _is_meant(
        parsed.data, text[start : content.end], is_fenced=opening is not None, has_comment=first > start
    ):
        return None
    problems: list[Problem] = []
    if opening or syntax == "toml" or not is_for_hexo(setting.profile, source.path):
        fence = mark * 3
        message = f'the front matter has no opening "{fence}"' + (": only Hexo reads it without" if mark == "-" else "")
        line = Span(at, at + len(source.line(source.position(at).row)))
        edits: tuple[Edit, ...] = (Edit(Span(at, at), fence + source.newline),)
        if opening:
            message = f'the front matter begins with "{fence}", alone on its line'
            edits = (Edit(without_blanks(text, at, opening.end(1)), fence),)
            if opening[2]:  # what stands behind it is kept
                behind = len(text[at + 3 :]) - len(text[at + 3 :].lstrip(" \t"))
                edits = (Edit(Span(at + 3, at + 3 + behind), source.newline),)
            elif closing is twin:
                edits = (*edits, Edit(without_blanks(text, *closing.span()), fence))
        title = f'Write "{fence}"' if opening else f'Put "{fence}" before it'
        problems.append(Problem("front-matter-unclosed", line, message, edits, title))
    whole = Span(at, line_after(text, closing.end()))
    front_matter, others = made(source, syntax, whole, Span(at, at), content, Span(*closing.span()), parsed)
    return front_matter, problems + others


def _is_meant(data: Any, content: str, *, is_fenced: bool, has_comment: bool) -> bool:
    """Whether keys above a closing fence are meant as front matter: known ones, or several with nothing else."""
    if not isinstance(data, dict):
        return False
    names = {str(key) for key in data}
    is_apart = not content.split("\n")[-2:][0].strip()  # below it may be a rule, and "Author:" the text above it
    known = len((WELL_KNOWN if is_apart or has_comment else KNOWN_KEYS) & names)
    if is_fenced:
        return known > 0 or (not is_apart and len(names) > 1 and all(map(_SMALL.match, names)))
    if has_comment:  # it may be a heading
        return known > 1
    return (known > 0 and len(names) > 1) or (not is_apart and len(names) > 2 and all(map(_SMALL.match, names)))


def after_text(source: Source, at: int) -> Found | None:
    """Front matter that something else than blank lines precedes: told, for a generator does not see it."""
    text = source.flat
    opening = _fence_outside_code(text, at)
    if opening is None or _SHOWS_SAMPLE.search("\n" + text[at : opening.start()]):
        return None
    fence = opening.start()
    syntax, line = ("yaml", _HEXO_LINE) if text[fence] == "-" else ("toml", _TOML_LINE)
    closing = closing_from(text, text[fence], opening.end())
    if closing is None or not line.match(text, opening.end()):
        return None
    content = Span(opening.end(), closing.start())
    parsed = parse(source, syntax, content)
    # what stands below a comment alone can be nothing else
    is_sure = _COMMENTS_ALONE.match(text, at, fence) is not None
    written = text[content.start : content.end]
    if parsed.failed or not _is_meant(parsed.data, written, is_fenced=is_sure, has_comment=True):
        return None
    whole = Span(fence, line_after(text, closing.end()))
    return made(source, syntax, whole, Span(fence, fence + 3), content, Span(*closing.span()), parsed)


def _fence_outside_code(text: str, at: int) -> re.Match[str] | None:
    """The first fence below the first line that is no sample in a block of code or a comment; a block of code that opens
    in the first line, right above the fence, is none but a slip."""
    code = ""
    for found in _FENCE_OR_CODE.finditer(text, at, at + _MOST_TEXT_ABOVE):
        if found["fence"]:
            is_first_line = text.count("\n", at, found.start()) == 1
            is_comment = text.rfind("<!--", at, found.start()) > text.rfind("-->", at, found.start())
            if not is_comment and (not code or is_first_line):
                return found if found.start() > at else None
        elif not code:
            code = found["code"]
        elif found["code"].startswith(code) and not found["rest"].strip():
            code = ""
    return None
