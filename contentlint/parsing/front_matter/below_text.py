"""Front matter that something else than blank lines precedes, from some text to a block of code around the article."""

from __future__ import annotations

import re
from collections import Counter

from contentlint.document import Problem
from contentlint.elements import VOID
from contentlint.parsing.front_matter.contents import made, parse
from contentlint.parsing.front_matter.fences import Fences, Found, closing_from
from contentlint.parsing.front_matter.key_lines import has_sure_value, is_all_keys
from contentlint.parsing.front_matter.unfenced import HEXO_LINE, NOTES, TOML_LINE, are_meant, is_one_setting
from contentlint.patterns import pattern
from contentlint.text import Edit, Source, Span, line_after, line_end

_MOST_TEXT_ABOVE = 2_000  # characters above front matter that is looked for
_FENCE_OR_CODE = pattern(
    r"(?m)^(?:[ \t>]*+(?P<code>`{3,}+|~{3,}+)(?P<rest>[^\n]*+)|[ \t]*+(?P<fence>---|\+\+\+)[ \t]*+\n)"
)
_CODE = ("```", "~~~")
_END_OF_CODE = pattern(r"\s*+(?:`{3,}+|~{3,}+)[ \t]*+(?:\n|\Z)")
_UNREAD_ALONE = pattern(r"(?:(?:<!--(?:(?!-->)[\s\S])*+-->|<!(?i:doctype)[^>]*+>)\s*+)++\Z")
# an article has begun: a heading, Pandoc's title; or what follows is shown, below a tag or after a colon
_SHOWS_SAMPLE = pattern(
    r"\n#|\n[ \t]*+(?:=++|-{4,}+)[ \t]*+\n|\A\n%|(?i:<h[1-6]\b)|(?:<(?![/!])[^<>]*+>|\n[ \t]*+>|%\}|\}\})\s*+\Z"
    r"|[：:](?:[\s*_]|</[^<>]*+>)*+\Z"
)
_TAG = pattern(r"<(?P<is_end>/?+)(?P<name>[A-Za-z][\w-]*+)(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+(?<!/)>")
# what shows no sample where it stands alone above the fence
_HEADING_OR_RAW = pattern(
    r"(?:#[ \t][^\n]*+|(?i:<h[1-6]\b(?:(?!</h)[^\n])*+</h\d>)|\{%-?[ \t]*+raw[ \t]*+-?%\})[ \t]*+\n\s*+\Z"
)


def below_text(source: Source, at: int) -> Found | None:
    """Front matter that something else than blank lines precedes: told, for a generator does not see it."""
    text = source.flat
    opening = _fence_outside_code(text, at)
    if opening is None:
        return None
    fence = opening.start("fence")
    # what stands below comments alone, or a doctype, can be nothing else
    is_sure = _UNREAD_ALONE.match(text, at, fence) is not None
    may_be_shown = not is_sure and _HEADING_OR_RAW.match(text, at, fence) is None
    above = "\n" + text[at : opening.start()]
    if may_be_shown and (_SHOWS_SAMPLE.search(above) or ("<" in above and _leaves_open(above))):
        return None
    syntax, line = ("yaml", HEXO_LINE) if text[fence] == "-" else ("toml", TOML_LINE)
    closing = closing_from(text, text[fence], opening.end())
    notes = NOTES.match(text, opening.end())
    if closing is None or not line.match(text, notes.end() if notes else opening.end()):
        return None
    is_in_code = text.startswith(_CODE, at) and opening.start() == line_after(text, at)
    if is_in_code and _is_sample(text, at, line_after(text, closing.end())):
        return None
    content = Span(opening.end(), closing.start())
    parsed = parse(source, syntax, content)
    written = content.of(text)
    if parsed.failed:
        is_meant = is_in_code and syntax == "yaml" and is_all_keys(text, content)
    else:
        is_meant = are_meant(parsed.data, written, is_fenced=is_sure, has_comment=True)
        if notes is not None:  # or a heading above text
            is_meant = is_meant and has_sure_value(parsed.data) and (is_sure or "title" in parsed.data)
        else:
            is_meant = is_meant or (is_sure and is_one_setting(parsed.data, written))
    if not is_meant:
        return None
    whole = Span(fence, line_after(text, closing.end()))
    fences = Fences(whole, Span(fence, fence + 3), content, Span(*closing.span()))
    front_matter, problems = made(source, syntax, fences, parsed)
    return front_matter, [_code_around(source, at) if is_in_code else _text_above(source, at), *problems]


def _text_above(source: Source, at: int) -> Problem:
    message = "text before the front matter hides it from site generators: move it below"
    return Problem("front-matter-not-first", Span(at, line_after(source.flat, at)), message)


def _code_around(source: Source, at: int) -> Problem:
    """A block of code that begins at an offset and goes on to the end of the article."""
    text, line = source.flat, Span(at, line_after(source.flat, at))
    end = _end_of_code(text, at, line.end)
    fences = [line] if end is None else [line, source.line_span(end.start())]
    # with other blocks in it, nobody knows whose end the last line is
    is_sure = sum(1 for found in _FENCE_OR_CODE.finditer(text, line.end) if found["code"]) < len(fences)
    mend = tuple(Edit(fence, "") for fence in fences) if is_sure else ()
    message = "a block of code around the article hides its front matter from site generators: remove this line"
    if end is not None:
        message += " and the one that ends the block"
    return Problem("front-matter-not-first", line, message, mend, "Remove the block's fences")


def _is_sample(text: str, at: int, below: int) -> bool:
    """Whether the block of code at an offset, with front matter down to another, shows that: the block ends there, or
    text stands below it. Around all of an article it is a slip."""
    if _END_OF_CODE.match(text, below):
        return True
    end = _end_of_code(text, at, below)
    return end is not None and text[end.end() :].strip() != ""


def _end_of_code(text: str, at: int, below: int) -> re.Match[str] | None:
    """The fence below an offset that ends the block of code which begins at another."""
    signs = text[at : line_end(text, at)]
    fence = signs[: len(signs) - len(signs.lstrip(signs[0]))]
    return re.compile(rf"(?m)^ {{0,3}}{fence}{fence[0]}*+[ \t]*+$").search(text, below)


def _leaves_open(markup: str) -> bool:
    """Whether an element has begun in this markup that goes on behind it."""
    balance = Counter[str]()
    for tag in _TAG.finditer(markup):
        balance[tag["name"].lower()] += -1 if tag["is_end"] else 1
    return any(count > 0 and name not in VOID for name, count in balance.items())


def _fence_outside_code(text: str, at: int) -> re.Match[str] | None:
    """The first fence below the first line that is no sample in a block of code or a comment; a block of code that opens
    in the first line, right above the fence, may be a slip around all of the article."""
    code = ""
    for found in _FENCE_OR_CODE.finditer(text, at, at + _MOST_TEXT_ABOVE):
        if found["fence"]:
            is_first_line = text.count("\n", at, found.start()) == 1
            is_comment = text.rfind("<!--", at, found.start()) > text.rfind("-->", at, found.start())
            is_deeper = found.start("fence") > found.start() and not _UNREAD_ALONE.match(text, at, found.start())
            if not is_comment and not is_deeper and (not code or is_first_line):
                return found if found.start() > at else None
        elif not code:
            code = found["code"]
        elif found["code"].startswith(code) and not found["rest"].strip():
            code = ""
    return None
