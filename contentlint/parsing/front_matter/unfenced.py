"""Front matter without an opening fence, or with something that was meant as one."""

from __future__ import annotations

import re
from typing import Any

from contentlint.document import Problem
from contentlint.parsing.front_matter.contents import made, parse
from contentlint.parsing.front_matter.fences import LIKE, OTHER_DASHES, Fences, Found, closing_from, without_blanks
from contentlint.parsing.front_matter.key_lines import are_lines_of_keys, is_all_keys
from contentlint.parsing.front_matter.keys import KEY_LINE, KNOWN_KEYS, WELL_KNOWN, key_at, keys_of
from contentlint.parsing.front_matter.mending import OWN_LINE_TOLD, misfenced
from contentlint.parsing.front_matter.more_below import more_below
from contentlint.parsing.front_matter.parsed import Parsed
from contentlint.parsing.front_matter.run_together import are_keys
from contentlint.patterns import pattern
from contentlint.setting import Setting, is_for_hexo
from contentlint.text import BOM, Edit, Source, Span, line_after, line_end

# one that keys stand behind or below
_LIKE_OPENING = pattern(
    rf"((?:{LIKE}|-{{4,}}+|- --|[*_]{{3}}|[*] [*] [*]|_ _ _|# -{{3}}|-{{3}}[\u00a0\u3000\u200b\ufeff]++"
    rf"|[^\s-]{{1,2}}-{{3}}|-{{3}}[^\s-]{{1,2}}|(?!---)[-{OTHER_DASHES}]{{1,3}}|```ya?ml)[ \t]*+)\n"
    r"|(---|\+\+\+)[ \t]*+(?:#[^\n]*+\n|(?=[A-Za-z_][\w-]*+[ \t]*+[:=][ \t]))"
)
_DASHES = pattern(rf"[ \t]*+(?:[-{OTHER_DASHES}][ \t]*+)++\n")
_OTHER_DASH = pattern(f"[{OTHER_DASHES}]")
TOML_LINE = pattern(r"[A-Za-z_][\w-]*+[ \t]*+=[ \t]*+\S")
NOTES = pattern(r"(?:#[^\n]*+\n)++")
# what YAML cannot read, or reads as something else, and a text means: code, bold text, links, tags
_MARKDOWN = pattern(r"`|\*\*|\]\(|\[\[|:[ \t]++(?:[*<#]|\[[^\[\]\n]*+\][ \t]*+[^\s#])")
_NO_KEYS = pattern(r"(?:[ \t]*+(?:#[^\n]*+)?\n)++")
_OF_DOCUSAURUS = frozenset(
    "id sidebar_position sidebar_label sidebar_class_name displayed_sidebar custom_edit_url".split()
)
# a word, which may be what is left of a fence, right above keys as they are written
_STRAY_WORD = pattern(r"([^\W\d_]\w*+(?:[ \t]?-{3})?+[ \t]*+)\n(?=[\"']?[a-z_][\w-]*+[\"']?:[ \t\n])")
_SMALL = pattern(r"[a-z_][\w-]*+\Z")  # as keys are written, and words at the beginning of a text are not
_DATE = pattern(r"\d{4}[-/.]\d\d?[-/.]\d\d?(?:[T \t][\d:.TZ +-]*+)?\Z")
HEXO_LINE = pattern(r"[\"']?[A-Za-z_][\w-]*+[\"']?:(?=[ \t\n])")


def without_opening(source: Source, at: int, setting: Setting) -> Found | None:
    """Keys from the first line, or from below something that was meant as a fence, to a closing fence. YAML so is
    Hexo's older form."""
    text = source.flat
    like = _LIKE_OPENING.match(text, at)
    is_of_dashes = like is not None and _OTHER_DASH.search(like[1] or "") is not None
    start = like.end() if like else at
    above = (_NO_KEYS if like else NOTES).match(text, start)
    first = above.end() if above else start
    mark, syntax = ("+", "toml") if TOML_LINE.match(text, first) else ("-", "yaml")
    is_of_hexo = syntax == "yaml" and is_for_hexo(setting.profile, source.path)
    if (
        syntax == "yaml"
        and not HEXO_LINE.match(text, first)
        and not ((is_of_hexo or is_of_dashes) and key_at(text, first))
    ):
        return None
    closing, is_twin = _closing_of(text, start, mark, like)
    if closing is None:
        return None
    content = Span(start, closing.start())
    parsed = parse(source, syntax, content, is_for_hexo=is_of_hexo)
    written = text[start : content.end]
    if parsed.failed or ((is_of_hexo or is_of_dashes) and not isinstance(parsed.data, dict)):
        is_meant = syntax == "yaml" and (
            _are_broken_keys(text, content, is_of_hexo=is_of_hexo, is_twin=is_twin)
            or (is_of_dashes and _has_clear_key(written))
            or (is_twin and _DASHES.match(text, at) is not None and _are_in_one_line(written, parsed))
        )
    else:
        is_meant = are_meant(parsed.data, written, is_fenced=like is not None, has_comment=first > start)
        is_meant = is_meant or (is_of_hexo and are_lines_of_keys(written))
        is_meant = is_meant or _is_one_key(text, content, Span(*closing.span()), parsed.data, is_of_hexo=is_of_hexo)
    if not is_meant:
        return None
    fences = Fences(Span(at, line_after(text, closing.end())), Span(at, at), content, Span(*closing.span()))
    front_matter, problems = made(source, syntax, fences, parsed)
    if like is None and is_of_hexo:
        below = more_below(source, front_matter, mark) if front_matter.readable else None
        return front_matter, [below, *problems] if below is not None else problems
    return front_matter, [_told_opening(source, at, mark * 3, like, closing if is_twin else None), *problems]


def _told_opening(
    source: Source, at: int, fence: str, like: re.Match[str] | None, twin: re.Match[str] | None
) -> Problem:
    """An opening fence that is missing, or only something like it, which the closing one may be the twin of."""
    line = without_blanks(source.flat, at, line_end(source.flat, at))
    message, title = f'the front matter must begin with "{fence}", alone on its line', f'Write "{fence}"'
    if like is None:
        message = (
            f'only Hexo reads front matter without an opening "{fence}": write it above'
            if fence == "---"
            else f'the opening "{fence}" of the front matter is missing: write it above'
        )
        title = f'Put "{fence}" before it'
    edits = _opening_mended(source, at, fence, like, twin)
    return misfenced(line, message, edits, title)


def below_stray_word(source: Source, at: int) -> Found | None:
    """Keys to a closing fence, below a word that stands where the opening one must, or in its line."""
    text = source.flat
    word = _STRAY_WORD.match(text, at)
    closing = closing_from(text, "-", word.end()) if word is not None else None
    if word is None or closing is None:
        return None
    content = Span(word.end(), closing.start())
    if _is_apart(content.of(text)) or not is_all_keys(text, content):  # "Kites", and below a rule
        return None
    line = without_blanks(text, *word.span(1))
    fences = Fences(Span(at, line_after(text, closing.end())), line, content, Span(*closing.span()))
    front_matter, problems = made(source, "yaml", fences, parse(source, "yaml", content))
    message = 'the front matter must begin with "---", alone on its line: write it in place of this line'
    edits = (Edit(line, "---"),) if word[1].rstrip().endswith("---") else ()  # without, the word may be text
    return front_matter, [misfenced(line, message, edits, 'Write "---"'), *problems]


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
    """The edits that write it, and the closing one where that is the twin."""
    text = source.flat
    if like is None:
        return (Edit.at(at, fence + source.newline),)
    if like[2]:  # what stands behind it is kept
        behind = len(text[at + 3 :]) - len(text[at + 3 :].lstrip(" \t"))
        return (Edit(Span(at + 3, at + 3 + behind), source.newline),)
    meant = [without_blanks(text, at, like.end(1))]
    if twin is not None:
        meant.append(without_blanks(text, *twin.span()))
    return tuple(Edit(span, fence) for span in meant)


def _are_broken_keys(text: str, content: Span, *, is_of_hexo: bool, is_twin: bool) -> bool:
    """Whether what cannot be read is nothing but keys all the same."""
    written = content.of(text)
    if (is_of_hexo or is_twin) and are_lines_of_keys(written):
        return True
    if is_of_hexo:
        return is_all_keys(text, content)
    return _is_clear(written) and is_all_keys(text, Span(content.start, content.start + len(written.rstrip())))


def _are_in_one_line(content: str, parsed: Parsed) -> bool:
    """Whether known keys are run together in a line, which is what is wrong with it: quotes would make one text of them."""
    is_told = any(problem.message == OWN_LINE_TOLD for problem in parsed.problems)
    return is_told and not _is_apart(content) and are_keys(content)


def _has_clear_key(content: str) -> bool:
    """Whether a known key stands among lines that cannot be read, and no text above a rule."""
    return not WELL_KNOWN.isdisjoint(keys_of(content.split("\n"))) and _is_clear(content)


def _is_clear(content: str) -> bool:
    """Whether no blank line ends it, or it has a small first letter and no Markdown: notes may stand above a rule."""
    return not _is_apart(content) or (content[0].islower() and not _MARKDOWN.search(content))


def _is_apart(content: str) -> bool:
    """Whether a blank line ends it: below may be a rule, and "Author:" the text above that."""
    return not content.split("\n")[-2:][0].strip()


def are_meant(data: Any, content: str, *, is_fenced: bool, has_comment: bool) -> bool:
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
    """Whether a file begins with a key and its value, as keys are written; where Hexo does not read it, in one line, a title
    above a fence, or another known key whose value is no text: it may be a heading above its underline. With keys below,
    the fence opens them, unless Hexo reads it."""
    is_at_top = not text[: content.start].strip(BOM) and text[content.start] != "#"
    if not is_at_top or _is_apart(content.of(text)) or not isinstance(data, dict):
        return False
    is_of_one_line = text.count("\n", *content) == 1
    if is_of_hexo:
        return (is_of_one_line or len(data) == 1) and all(_SMALL.match(str(key)) for key in data)
    if not is_of_one_line or KEY_LINE.match(text, line_after(text, content.end)):
        return False
    is_fence = len(closing.of(text).rstrip()) == 3
    return is_fence and all(
        key == "title" or (key in WELL_KNOWN and value is not None and _is_no_text(value))
        for key, value in data.items()
    )


def is_one_setting(data: Any, content: str) -> bool:
    """Whether keys are one alone whose value is no text: of "note: they fly" a line below makes a heading."""
    if not isinstance(data, dict) or len(data) != 1 or _is_apart(content):
        return False
    [(key, value)] = data.items()
    return _SMALL.match(str(key)) is not None and _is_no_text(value)


def _is_no_text(value: Any) -> bool:
    """Whether a value is a list, a date, a switch or one word."""
    return not isinstance(value, str) or len(value.split()) == 1 or _DATE.match(value) is not None
