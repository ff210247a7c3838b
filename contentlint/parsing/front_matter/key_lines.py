"""Whether lines are keys, how far these reach, and what of the line below them was meant as the closing fence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from contentlint.parsing.front_matter.fences import LIKE, OTHER_DASHES, below_blanks, without_blanks
from contentlint.parsing.front_matter.keys import (
    BLOCK_HEADER,
    DASHED_KEY,
    FOREIGN_KEY_LINE,
    KEY_LINE,
    KNOWN_KEYS,
    PAGE_KEYS,
    SENTENCE,
    WELL_KNOWN,
    YAML_LINE,
    key_at,
    key_without_colon,
    keys_of,
)
from contentlint.patterns import pattern
from contentlint.text import Span

# what nobody would take for a fence at the top, but for one below keys
_LIKE_CLOSING = pattern(
    rf"(?:{LIKE}|\*{{3,}}+|_{{3,}}+|`{{3,}}+|[+-]{{3,}}+[\u00a0\u3000\u200b\ufeff]*+|;{{2,}}+|[-{OTHER_DASHES}]{{3}}|[\"'.`]-{{3}}|\.\.|-)[ \t]*+(?=\n|\Z)"
)
# the same below a blank line, where a rule across the page may stand, or code
_BELOW_BLANKS = pattern(
    rf"(?:[ \t]*+\n|#[^\n]*+\n)++(?:(?P<fence>[ \t]*+(?:--|\+\+|[{OTHER_DASHES}]{{1,3}}-?|-[{OTHER_DASHES}]|- --|-- -)[ \t]*+)"
    r"|(?P<glued>(?:---(?=[^-+\s|:>])|\+\+\+[ \t]*+(?=[^-+\s|:>])))[^|\n]*+)(?=\n|\Z)"
    r"|(?:[ \t]*+\n)++(?:#[^\n]*+\n)*+(?P<indented>[ \t]*+(?:-{3,}+|\+{3,}+)[ \t\u00a0\u3000\u200b\ufeff]*+)(?=\n|\Z)"
)
_COMMENTS = pattern(r"(?:#[^\n]*+\n|[ \t]*+\n)++")
_OPEN_QUOTE = pattern(r"[^\"'\n]*?[:-][ \t]++([\"'])")
_GLUED_TEXT = pattern(r"(---|\+\+\+)[ \t]*+(?=[^-+\s])")
_LINE_AT_MARGIN = pattern(r"\n(?![ \t#-]|\+{3})[^\n]+")
_OPEN_BRACKET = pattern(r"[^:=]*+[:=][ \t]*+[\[{][^\]}]*+\Z")
_IN_BRACKETS = pattern(r"[\]}\[{\"'\d]")
_REST_OF_LIST = pattern(
    r"(?:[ \t]*+(?:(?:\"[^\"\n]*+\"|'[^'\n]*+'|[-+.\d]++)[ \t]*+,?+[ \t]*+)?+(?:#[^\n]*+)?+\n)*+[ \t]*+\][ \t]*+(?:\n|\Z)"
)
_KEY_LEFT_OUT = pattern(r"#[ \t]*+[a-z_][\w-]*+[ \t]*+[:=](?=\s|\Z)")
# what else TOML has: a key of several parts, or a table with a pair or another table below it
_OF_TOML = pattern(
    r"[\w\"'-]++(?:\.[\w\"'-]++)++[ \t]*+=|\[\[?[\w.\"'-]++\]\]?[ \t]*+(?:#[^\n]*+)?+\n(?=(?:[ \t]*+(?:#[^\n]*+)?\n)*+[ \t]*+(?:[\w.\"'-]++[ \t]*+=|\[))"
)
_TEXT_BEHIND_VALUE = pattern(r"[^\s=]++[ \t]*+=[ \t]*+(?:\"[^\"\n]++\"|'[^'\n]++')[ \t]++[^\W\d_]")
_SPOKEN = pattern(r"[A-Z][\w'’]*(?: [\w'’-]+)+:[ \t].*[.!?]\Z")  # "They fly: high."
# "Note: they fly as", and on the next line "high as birds."
_PARAGRAPH = pattern(r"[A-Z][\w-]*:(?:[ \t]+[^\s\"'\[{|>][^ \n]*){3}[^\n]*\n(?=[^\W\d_])[^\n]*(?:\n|\Z)")
_LEAD = pattern(r"[A-Z][\w -]*:[ \t]*\n[ \t]*\n")  # "A table:", and then the table
_GLUED_FENCE = pattern(r"[^-+\s]((?:---|\+\+\+)[ \t]*+)\Z")
_LONG_TEXT = pattern(r"[\w.\"'-]++[ \t]*+=[ \t]*+(\"{3}|'{3})")
_REST_OF_LINE = pattern(r"[ \t]*+(?:#[^\n]*+)?(?=\n|\Z)")

_DEEPER_KEY = pattern(r"[ \t]++[A-Za-z_][\w-]*+:(?=\s|\Z)")
_MARKED_KEY = pattern(
    r"(?P<sign>\*\*|`|(?:\*|>)[ \t]++)(?P<name>[a-z_][\w-]*+)(?:(?P=sign)[ \t]*+:|:(?P=sign)|(?<![*`]):)"
    r"(?=\s|\Z)[ \t]*+(?P<value>[^\n]*+)"
)
# of keys of articles; who explains such a key says nothing like it
_SURE_VALUES = {
    "date": pattern(r"(?i)\d{4}-\d\d-\d\d(?:[T \t][\d:.TZ +-]*+)?\Z"),
    "draft": pattern(r"(?:true|false)\Z"),
    "layout": pattern(r"(?:post|page|home)\Z"),
}
_LAYOUT = pattern(r"layout [\w-]++[ \t]*+\Z")
_FEW_ITEMS = 2


class Keys(NamedTuple):
    """Lines of keys from an opening fence on: where they end, how many keys they have, and what was meant as the
    closing fence; `is_glued`: text stands behind it in its line."""

    end: int
    keys: int
    fence: Span | None = None
    is_glued: bool = False


def keys_from(text: str, start: int, stop: int, mark: str = "-") -> Keys:
    """Read lines as long as they are keys, or go on with one; `mark` is the opening fence's."""
    end, at, keys, quote, in_block, in_brackets = start, start, 0, "", False, False
    while at < stop:
        line_end = text.find("\n", _end_of_long_text(text, at, stop) if mark == "+" else at, stop)
        line_end = stop if line_end < 0 else line_end
        line = text[at:line_end]
        if keys and _LIKE_CLOSING.match(text, at, stop):
            return Keys(at, keys, without_blanks(text, at, line_end))
        if keys and (text_behind := _GLUED_TEXT.match(text, at, line_end)):
            return Keys(at, keys, Span(at, text_behind.end()), is_glued=True)
        if quote and line.strip():
            quote = "" if line.rstrip().endswith(quote) else quote
            end, at = min(line_end + 1, stop), line_end + 1
            continue
        is_key = _is_key(line, is_first=not keys) or (mark == "+" and _OF_TOML.match(text, at, stop) is not None)
        glued = _GLUED_FENCE.search(line) if keys and (is_key or line.startswith((" ", "- "))) else None
        if glued is not None:
            return Keys(at, keys, without_blanks(text, at + glued.start(1), line_end))
        if not (is_key or YAML_LINE.match(line) or (in_brackets and _IN_BRACKETS.match(line))):
            break
        if not line.strip() and keys and not _goes_on(text, line_end, mark, in_block=in_block, in_brackets=in_brackets):
            below = _BELOW_BLANKS.match(text, at, stop)
            if below is not None:
                kind = str(below.lastgroup)
                if kind == "glued":
                    if below[kind].startswith("+") and mark != "+":
                        break
                    return Keys(below.start(kind), keys, Span(*below.span(kind)), is_glued=True)
                fence = without_blanks(text, *below.span(kind))
                return Keys(fence.start, keys, fence)
            break
        opened = _OPEN_QUOTE.match(line)
        quote = opened[1] if opened and line.count(opened[1]) == 1 else ""
        if is_key:
            in_block, in_brackets = BLOCK_HEADER.match(line) is not None, _OPEN_BRACKET.match(line) is not None
            line_end = _end_of_text_at_margin(text, line_end, stop, mark) if in_block else line_end
        elif line.startswith(("]", "}")):
            in_brackets = False
        keys += is_key
        if line.strip() and (not line.startswith("#") or (end == at and _KEY_LEFT_OUT.match(line))):
            end = min(line_end + 1, stop)
        at = line_end + 1
    return Keys(end, keys)


def _end_of_long_text(text: str, at: int, stop: int) -> int:
    """Where the text in three quotes ends that begins in a line of TOML, or where that line begins."""
    opened = _LONG_TEXT.match(text, at, stop)
    quotes = text.find(opened[1], opened.end(), stop) if opened is not None else -1
    return quotes if quotes >= 0 and _REST_OF_LINE.match(text, quotes + 3, stop) else at


def _end_of_text_at_margin(text: str, line_end: int, stop: int, mark: str) -> int:
    """Where lines end that belong to the text whose mark is above and should be indented, as keys go on below them; else
    where the mark's line ends."""
    at = line_end
    while (line := _LINE_AT_MARGIN.match(text, at, stop)) and not KEY_LINE.match(text, at + 1, stop):
        at = line.end()
    return at if at > line_end and _goes_on(text, at, mark, in_block=False, in_brackets=False) else line_end


def _is_key(line: str, *, is_first: bool) -> bool:
    """Whether a line begins with a key; as the first one, in scripts in which a speaker's words begin alike, a known one."""
    if KEY_LINE.match(line):
        return True
    foreign = FOREIGN_KEY_LINE.match(line)
    return foreign is not None and (not is_first or foreign[1] in KNOWN_KEYS)


def _goes_on(text: str, line_end: int, mark: str, *, in_block: bool, in_brackets: bool) -> bool:
    """Whether keys go on after a blank line, and after comments there, or the text of a block scalar or a list does."""
    near = text[line_end : line_end + 1000]
    rest = near[below_blanks(near, 0) :]
    if in_block and rest[:1] in (" ", "\t"):
        return True
    if in_brackets and _REST_OF_LIST.match(rest):
        return True
    if mark == "+" and _OF_TOML.match(rest):
        return _TEXT_BEHIND_VALUE.match(rest) is None
    if KEY_LINE.match(rest[:200]):
        line, _, next_line = rest.partition("\n")
        is_paragraph = _PARAGRAPH.match(rest) is not None and not KEY_LINE.match(next_line)
        return not (is_paragraph or SENTENCE.match(line) or _LEAD.match(rest) or _SPOKEN.match(line))
    below = _COMMENTS.match(rest)
    return (
        below is not None
        and below.end() > 0
        and rest[below.end() : below.end() + 1].islower()
        and bool(KEY_LINE.match(rest, below.end()))
    )


def are_dashed_keys(lines: list[str]) -> bool:
    """Whether lines are keys with a dash before each of them, known ones or one of several, so that they are a list."""
    written = [line for line in lines if line.strip() and not line.startswith("#")]
    items = [DASHED_KEY.match(line) for line in written if not line[0].isspace()]
    names = {item[2] for item in items if item is not None}
    known = len(names & WELL_KNOWN)
    return (
        _FEW_ITEMS <= len(names) == len(items)
        and known >= (_FEW_ITEMS if len(names) == _FEW_ITEMS else 1)
        and not any(map(_DEEPER_KEY.match, written))
    )


def are_keys_without_colons(lines: list[str]) -> bool:
    """Whether each line is a known key and a text, one of them a layout's name: several lines of prose do not all begin
    with such words, and columns have wider gaps."""
    keys = set(map(key_without_colon, lines))
    return keys <= PAGE_KEYS and len(keys & WELL_KNOWN) > 1 and any(map(_LAYOUT.match, lines))


def are_marked_keys(lines: list[str]) -> bool:
    """Whether each line is a key in Markdown's bold or code, behind its bullet or its sign of a quotation, one of them a
    title and another one sure by its value: a line about an author and lists of what keys mean are none."""
    marked = [_MARKED_KEY.match(line) for line in lines if line.strip()]
    keys = {key["name"]: key["value"].rstrip() for key in marked if key is not None}
    signs = {key["sign"] for key in marked if key is not None}
    return all(marked) and len(signs) == 1 and "title" in keys and has_sure_value(keys)


def has_sure_value(data: Mapping[str, Any]) -> bool:
    """Whether a key has a value that tells of an article: a date, a switch, a page's layout."""
    return any(value.match(str(data.get(key, "")).lower()) for key, value in _SURE_VALUES.items())


def are_keys_below_slip(lines: list[str]) -> bool:
    """Whether the first line is a known key with a dash before it or without its colon, and all below it are of YAML, one of
    them another known key."""
    dashed = DASHED_KEY.match(lines[0])
    key = dashed[2] if dashed is not None else key_without_colon(lines[0])
    is_sure = any(KEY_LINE.match(line) and key_at(line) in PAGE_KEYS for line in lines[1:])
    return is_sure and key in WELL_KNOWN and all(map(YAML_LINE.match, lines[1:]))


def are_lines_of_keys(content: str) -> bool:
    """Whether what may be a text is keys line by line, two of them known, maybe with a blank line below: to Hexo,
    whatever stands above a fence is front matter."""
    lines = content.rstrip().split("\n")
    known = sum(key in KNOWN_KEYS for key in keys_of(lines))
    return known > 1 and all(
        KEY_LINE.match(line) or key_at(line) or YAML_LINE.match(line) or key_without_colon(line) in WELL_KNOWN
        for line in lines
    )


def are_keys_alone(text: str, content: Span) -> bool:
    """Whether what begins with a known key is several keys, and nothing else down to a fence but blank lines."""
    found = keys_from(text, content.start, content.end)
    is_to_end = below_blanks(text, found.end, content.end) == content.end
    return is_to_end and found.keys > 1 and key_at(text, content.start) in WELL_KNOWN


def is_all_keys(text: str, content: Span) -> bool:
    """Whether lines that cannot be read are meant as metadata all the same: nothing but keys, and known ones."""
    text = text[: content.end].replace("：", ":")  # which is a slip of its own
    found = keys_from(text, content.start, content.end)
    known = sum(key in KNOWN_KEYS for key in keys_of(content.of(text).split("\n")))
    return found.end == content.end and found.keys > 1 and known > 1
