"""Front matter without an opening fence, or with something that was meant as one, and what stands below some text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from contentlint.elements import VOID
from contentlint.parsing.front_matter.contents import made, parse
from contentlint.parsing.front_matter.fences import LIKE, Fences, Found, closing_from, without_blanks
from contentlint.parsing.front_matter.key_lines import are_lines_of_keys, is_all_keys
from contentlint.parsing.front_matter.keys import KEY_LINE, KNOWN_KEYS, WELL_KNOWN, key_at
from contentlint.parsing.front_matter.mending import misfenced
from contentlint.parsing.front_matter.more_below import more_below
from contentlint.patterns import pattern
from contentlint.setting import Setting, is_for_hexo
from contentlint.text import BOM, Edit, Source, Span, line_after, line_end

# one that keys stand behind or below
_LIKE_OPENING = pattern(
    rf"((?:{LIKE}|-{{4,}}+|- --|[*_]{{3}}|-{{3}}[\u00a0\u3000\u200b\ufeff]++|[^\s-]{{1,2}}-{{3}}|-{{3}}[^\s-]{{1,2}}|(?!---)[-–—―－]{{1,3}}|```ya?ml)[ \t]*+)\n|(---|\+\+\+)[ \t]*+(?:#[^\n]*+\n|(?=[A-Za-z_][\w-]*+[ \t]*+[:=][ \t]))"
)
_TOML_LINE = pattern(r"[A-Za-z_][\w-]*+[ \t]*+=[ \t]*+\S")
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
_NOTES = pattern(r"(?:#[^\n]*+\n)++")
# what YAML cannot read, or reads as something else, and a text means: code, bold text, links, tags
_MARKDOWN = pattern(r"`|\*\*|\]\(|\[\[|:[ \t]++(?:[*<#]|\[[^\[\]\n]*+\][ \t]*+[^\s#])")
_NO_KEYS = pattern(r"(?:[ \t]*+(?:#[^\n]*+)?\n)++")
_OF_DOCUSAURUS = frozenset(
    "id sidebar_position sidebar_label sidebar_class_name displayed_sidebar custom_edit_url".split()
)
_SMALL = pattern(r"[a-z_][\w-]*+\Z")  # as keys are written, and words at the beginning of a text are not
_DATE = pattern(r"\d{4}[-/.]\d\d?[-/.]\d\d?(?:[T \t][\d:.TZ +-]*+)?\Z")
_HEXO_LINE = pattern(r"[\"']?[A-Za-z_][\w-]*+[\"']?:(?=[ \t\n])")


def without_opening(source: Source, at: int, setting: Setting) -> Found | None:
    """Keys from the first line, or from below something that was meant as a fence, to a closing fence. YAML so is
    Hexo's older form."""
    text = source.flat
    like = _LIKE_OPENING.match(text, at)
    start = like.end() if like else at
    above = (_NO_KEYS if like else _NOTES).match(text, start)
    first = above.end() if above else start
    mark, syntax = ("+", "toml") if _TOML_LINE.match(text, first) else ("-", "yaml")
    is_of_hexo = syntax == "yaml" and is_for_hexo(setting.profile, source.path)
    if syntax == "yaml" and not _HEXO_LINE.match(text, first) and not (is_of_hexo and key_at(text, first)):
        return None
    closing, is_twin = _closing_of(text, start, mark, like)
    if closing is None:
        return None
    content = Span(start, closing.start())
    parsed = parse(source, syntax, content, is_for_hexo=is_of_hexo)
    written = text[start : content.end]
    if is_of_hexo and not isinstance(parsed.data, dict):
        is_meant = is_all_keys(text, content) or are_lines_of_keys(written)
    elif parsed.failed:
        is_meant = syntax == "yaml" and (_are_broken_keys(text, content) or (is_twin and are_lines_of_keys(written)))
    else:
        is_meant = _is_meant(parsed.data, written, is_fenced=like is not None, has_comment=first > start)
        is_meant = is_meant or _is_one_key(text, content, Span(*closing.span()), parsed.data, is_of_hexo=is_of_hexo)
    if not is_meant:
        return None
    fences = Fences(Span(at, line_after(text, closing.end())), Span(at, at), content, Span(*closing.span()))
    front_matter, problems = made(source, syntax, fences, parsed)
    if like is None and is_of_hexo:
        below = more_below(source, front_matter, mark) if front_matter.readable else None
        return front_matter, [below, *problems] if below is not None else problems
    fence = mark * 3
    line = without_blanks(text, at, line_end(text, at))
    message, title = f'the front matter must begin with "{fence}", alone on its line', f'Write "{fence}"'
    if like is None:
        message = (
            f'only Hexo reads front matter without an opening "{fence}": write it above'
            if mark == "-"
            else f'the opening "{fence}" of the front matter is missing: write it above'
        )
        title = f'Put "{fence}" before it'
    edits = _opening_mended(source, at, fence, like, closing if is_twin else None)
    return front_matter, [misfenced(line, message, edits, title), *problems]


def _closing_of(text: str, start: int, mark: str, like: re.Match[str] | None) -> tuple[re.Match[str] | None, bool]:
    """The first closing fence from an offset on, and whether it is none but the twin of what was meant as the opening."""
    closing = closing_from(text, mark, start)
    signs = (like[1] or like[2]).rstrip() if like else ""
    if signs and signs != "-":  # which may begin an item
        twin = re.compile(rf"(?<=\n){re.escape(signs)}[ \t]*+(?=\n|\Z)").search(text, start)
        if twin is not None and (closing is None or twin.start() < closing.start()):
            return twin, True
    return closing, False


def _opening_mended(
    source: Source, at: int, fence: str, like: re.Match[str] | None, twin: re.Match[str] | None
) -> tuple[Edit, ...]:
    """An opening fence where there is none, or only something like it, which the closing one may be the twin of."""
    text = source.flat
    if like is None:
        return (Edit(Span(at, at), fence + source.newline),)
    if like[2]:  # what stands behind it is kept
        behind = len(text[at + 3 :]) - len(text[at + 3 :].lstrip(" \t"))
        return (Edit(Span(at + 3, at + 3 + behind), source.newline),)
    meant = [without_blanks(text, at, like.end(1))]
    if twin is not None:
        meant.append(without_blanks(text, *twin.span()))
    return tuple(Edit(span, fence) for span in meant)


def _are_broken_keys(text: str, content: Span) -> bool:
    """Whether what cannot be read is nothing but keys all the same; above a blank line, with a small first letter and
    without Markdown: notes may stand above a rule."""
    written = text[content.start : content.end]
    is_clear = not _is_apart(written) or (written[0].islower() and not _MARKDOWN.search(written))
    return is_clear and is_all_keys(text, Span(content.start, content.start + len(written.rstrip())))


def _is_apart(content: str) -> bool:
    """Whether a blank line ends it: below may be a rule, and "Author:" the text above that."""
    return not content.split("\n")[-2:][0].strip()


def _is_meant(data: Any, content: str, *, is_fenced: bool, has_comment: bool) -> bool:
    """Whether keys above a closing fence are meant as front matter: known ones, or several with nothing else."""
    if not isinstance(data, dict):
        return False
    names = {str(key) for key in data}
    is_apart = _is_apart(content)
    known = len((WELL_KNOWN if is_apart or has_comment else KNOWN_KEYS) & names)
    if is_fenced:
        return known > 0 or (not is_apart and len(names) > 1 and all(map(_SMALL.match, names)))
    if has_comment:  # it may be a heading
        return known + len(_OF_DOCUSAURUS & names) > 1
    return (known > 0 and len(names) > 1) or (not is_apart and len(names) > 2 and all(map(_SMALL.match, names)))


def _is_one_key(text: str, content: Span, closing: Span, data: Any, *, is_of_hexo: bool) -> bool:
    """Whether a file's first line is a key with its value, as keys are written; where Hexo does not read it, a title above
    a fence, or another known key whose value is no text: it may be a heading above its underline. With keys below, the
    fence opens them, unless Hexo reads it."""
    is_first_line = not text[: content.start].strip(BOM) and text.count("\n", *content) == 1
    if not is_first_line or not isinstance(data, dict):
        return False
    if is_of_hexo:
        return all(_SMALL.match(str(key)) for key in data)
    if KEY_LINE.match(text, line_after(text, content.end)):
        return False
    is_fence = len(text[slice(*closing)].rstrip()) == 3
    return is_fence and all(
        key == "title" or (key in WELL_KNOWN and value is not None and _is_no_text(value))
        for key, value in data.items()
    )


def _is_one_setting(data: Any, content: str) -> bool:
    """Whether keys are one alone whose value is no text: of "note: they fly" a line below makes a heading."""
    if not isinstance(data, dict) or len(data) != 1 or _is_apart(content):
        return False
    [(key, value)] = data.items()
    return _SMALL.match(str(key)) is not None and _is_no_text(value)


def _is_no_text(value: Any) -> bool:
    """Whether a value is a list, a date, a switch or one word."""
    return not isinstance(value, str) or len(value.split()) == 1 or _DATE.match(value) is not None


def after_text(source: Source, at: int) -> Found | None:
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
    syntax, line = ("yaml", _HEXO_LINE) if text[fence] == "-" else ("toml", _TOML_LINE)
    closing = closing_from(text, text[fence], opening.end())
    if closing is None or not line.match(text, opening.end()):
        return None
    if text.startswith(_CODE, at) and _is_sample(text, at, line_after(text, closing.end())):
        return None
    content = Span(opening.end(), closing.start())
    parsed = parse(source, syntax, content)
    written = text[content.start : content.end]
    is_meant = not parsed.failed and _is_meant(parsed.data, written, is_fenced=is_sure, has_comment=True)
    if not is_meant and not (is_sure and _is_one_setting(parsed.data, written)):
        return None
    whole = Span(fence, line_after(text, closing.end()))
    fences = Fences(whole, Span(fence, fence + 3), content, Span(*closing.span()))
    return made(source, syntax, fences, parsed)


def _is_sample(text: str, at: int, below: int) -> bool:
    """Whether the block of code at an offset, with front matter down to another, shows that: the block ends there, or
    text stands below it. Around all of an article it is a slip."""
    if _END_OF_CODE.match(text, below):
        return True
    signs = text[at : line_end(text, at)]
    fence = signs[: len(signs) - len(signs.lstrip(signs[0]))]
    end = re.compile(rf"(?m)^ {{0,3}}{fence}{fence[0]}*+[ \t]*+$").search(text, below)
    return end is not None and text[end.end() :].strip() != ""


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
