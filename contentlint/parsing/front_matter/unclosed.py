"""Front matter whose closing fence is missing, not quite one, or one that stands in the article."""

from __future__ import annotations

from contentlint.document import Problem
from contentlint.parsing.front_matter.contents import made, parse
from contentlint.parsing.front_matter.fences import LIKE, Found, Opening, below_blanks, without_blanks
from contentlint.parsing.front_matter.key_lines import is_all_keys, keys_from
from contentlint.parsing.front_matter.keys import (
    BLOCK_HEADER,
    KEY_LINE,
    KNOWN_KEYS,
    LOOSE_KEY,
    SENTENCE,
    WELL_KNOWN,
    YAML_LINE,
    key_at,
    keys_of,
)
from contentlint.parsing.front_matter.mending import misfenced, slip
from contentlint.patterns import BLANK_LINE, last_blank_line, pattern
from contentlint.text import Edit, Span, line_after

_COMMENT_BEHIND = pattern(r"(?<=[ \t])(#[ \t]++[^\W\dA-Z][^\n]*+)")
_MOST_DIAGNOSED = 5_000  # characters: each problem costs some readings of all of them
_SHORT_PROSE = 6  # a closing fence that stands a paragraph too low is a mistake of its own
_MARKUP = ("<", "import ", "[", "!", "*", "{", "_", ">", "#", "- ", "```", "~~~")
_NO_PROSE = pattern(r"[ \t]|[<>=|]{7}|[\"'][\w-]++[\"'][ \t]*+:")
_STRAY = {"yaml": ("-", "--", "```"), "toml": ("-", "--", "```", "---"), "json": ()}  # nobody parts keys with these
# keys and the fence below them
_ALL_INDENTED = pattern(r"(?:[ \t]++(?!---|\+\+\+|[\n])[^\n]*+\n)++([ \t]++(?:---|\+\+\+))(?=[ \t]*+(?:\n|\Z))")
_BEHIND_VALUE = pattern(r"(?<=[^\s:])[ \t]++(---|\+\+\+)(?=\s*+\Z)")  # the fence, behind the last value
_CODE_FENCE = pattern(r"(?m)^(?:```|~~~)")
_HEADING = pattern(r"#{1,6} [^\n]*+\n(?=[ \t]*+\n)")  # one that keys stand right below is a comment of theirs
_LIST_BELOW = pattern(r"(?:[ \t]*+\n)*+[-*+][ \t]")
_LAST_BRACE = pattern(r"\n\}(?=[ \t]*+(?:\n|\Z))")  # of an object of JSON, at the margin
_BRACE = pattern(r"\}(?=[ \t]*+(?:\n[ \t]*+)?(?:\n|\Z))")  # above a blank line
# a blank line below which an object of JSON does not go on
_BELOW_MEMBERS = pattern(r"(?<=\S)[ \t]*+\n(?:[ \t]*+\n)++(?![ \t]*+(?:\"[^\"\n]*+\"[ \t]*+:|[}\]]))")
# the closing fence right behind an object, or what only looks like one in the next line; or other text behind it
_BEHIND_OBJECT = pattern(
    rf"(?P<fence>[ \t]*+(?:---|;;;))[ \t]*+(?=\n|\Z)|[ \t]*+\n(?P<like>(?:{LIKE}|;;|[ \t]++;{{3,}}+)[ \t]*+)(?=\n|\Z)|(?P<text>[ \t]*+[^\s])"
)
_OBJECT = pattern(r"\s*+\{")


def unclosed(opening: Opening) -> Found | None:
    """An opening fence without its partner, where keys follow it; else it is a rule across the page. What is wrong with
    the keys is told, too."""
    found = _with_closing(opening)
    if found is None:
        return None
    front_matter, problems = found
    return front_matter, [*problems, *_in_keys(opening, front_matter.content.end)]


def _in_keys(opening: Opening, end: int) -> list[Problem]:
    """What is wrong with keys that end at an offset, or above: below a blank line it may be the article that ends there."""
    source, syntax = opening.source, opening.syntax
    is_object = syntax == "json" and _is_object(opening)
    blank = None if is_object else BLANK_LINE.search(source.flat, opening.start, end)
    keys_end = end if blank is None or _is_sound(opening, end) else blank.start() + 1
    if keys_end - opening.start > _MOST_DIAGNOSED:
        return []
    fences = opening.to(Span(keys_end, keys_end), keys_end)
    parsed = parse(source, syntax, fences.content, bare_json=opening.mark == ";" and not is_object)
    return made(source, syntax, fences, parsed)[1]


def _is_sound(opening: Opening, end: int) -> bool:
    """Whether all keys up to an offset can be read, with the blank lines in them."""
    is_short = end - opening.start <= _MOST_DIAGNOSED
    return is_short and parse(opening.source, opening.syntax, Span(opening.start, end)).has_keys


def _is_object(opening: Opening) -> bool:
    """Whether JSON below a fence stands in its braces."""
    return _OBJECT.match(opening.source.flat, opening.start) is not None


def _below_object(opening: Opening) -> Found:
    """An object of JSON below which the closing fence belongs; where both are missing, nobody knows where it ends."""
    from contentlint.parsing.front_matter import json  # few articles need it

    text, start = opening.source.flat, opening.start
    end = json.object_end(text, text.index("{", start))
    below = _BELOW_MEMBERS.search(text, start)
    stop = line_after(text, below.start()) if below is not None else len(text)
    if end < 0 and (brace := _LAST_BRACE.search(text, start, stop) or _BRACE.search(text, start, stop)):
        end = brace.end()
    behind = _BEHIND_OBJECT.match(text, end) if end > 0 else None
    if behind is not None and behind.lastgroup != "text":
        return misspelt_closing(opening, without_blanks(text, *behind.span(str(behind.lastgroup))))
    if end > 0 and behind is None:
        return _missing_closing(opening, line_after(text, end))
    front_matter, [problem] = _missing_closing(opening, line_after(text, end) if end > 0 else stop)
    return front_matter, [problem._replace(mend=(), mend_title="")]


def _with_closing(opening: Opening) -> Found | None:
    """Keys below an opening fence, and where the closing one belongs."""
    text, start = opening.source.flat, opening.start
    if opening.syntax == "json" and _is_object(opening):
        return _below_object(opening)
    end, keys, meant, is_glued = keys_from(text, start, len(text), opening.mark)
    first = LOOSE_KEY.match(text, start)
    indented = _ALL_INDENTED.match(text, start)
    if indented is not None and first is not None and first[1] in KNOWN_KEYS:
        return misspelt_closing(opening, Span(*indented.span(1)))
    if not keys or (keys == 1 and not (first and (first[1] in WELL_KNOWN or _is_sure(opening, first[0])))):
        return None
    if meant is not None:
        return misspelt_closing(opening, meant, is_glued=is_glued)
    if (behind := _behind_value(opening, end)) is not None:
        return misspelt_closing(opening, behind)
    return _missing_closing(opening, _above_remark(text, start, end))


def _behind_value(opening: Opening, end: int) -> Span | None:
    """The closing fence behind the last value of keys that end at an offset or, where they do for a line that is none,
    behind that of a key above the next blank line."""
    text = opening.source.flat
    blank = BLANK_LINE.search(text, max(end - 1, opening.start))
    for stop in (end, blank.start() if blank is not None else len(text)):
        behind = _BEHIND_VALUE.search(text, opening.start, stop)
        if behind is not None and behind[1] == opening.fence:
            if stop == end or KEY_LINE.match(text, text.rfind("\n", 0, behind.start()) + 1):
                return Span(behind.start(), behind.end(1))
    return None


def _is_sure(opening: Opening, first: str) -> bool:
    """Whether a fence that names its syntax, or that Markdown does not know, opens one key, with the sign behind it."""
    is_named = opening.source.flat[opening.span.end - 1].isalpha()
    return (is_named or opening.mark != "-") and (first[-1] == "=") == (opening.syntax == "toml")


def _above_remark(text: str, start: int, end: int) -> int:
    """Where keys end that reach to an offset: below a blank line and keys in small letters, "Warning: do not" is text."""
    blank = last_blank_line(text, start, end)
    key = key_at(text, blank.end()) if blank is not None and text[start : start + 1].islower() else ""
    return blank.start() + 1 if blank and key[:1].isupper() and key not in KNOWN_KEYS else end


def before_prose(opening: Opening, stop: int) -> Found | None:
    """Keys that read well, then the article, then a rule across the page that only looks like the closing fence."""
    text, content = opening.source.flat, Span(opening.start, stop)
    if opening.syntax == "json" and _is_object(opening):
        found = _below_object(opening)
        end = found[0].span.end
        below = text[end:stop].rstrip()
        is_of_object = not found[1][0].mend and below.endswith("}")  # which nobody can read, as it is
        return found if below and not is_of_object and below_blanks(text, end) > end else None
    end, keys, meant, is_glued = keys_from(text, *content, opening.mark)
    if meant is not None and keys:
        if _is_code_or_amid_keys(text, meant, stop):
            return parted(opening, stop, meant)
        return parted(opening, stop, meant) or misspelt_closing(opening, meant, is_glued=is_glued)
    rest = text[end:stop]
    at = end + len(rest) - len(rest.lstrip())
    if not keys or not _is_prose(text, end, content):
        return None
    if not parse(opening.source, opening.syntax, Span(opening.start, end)).has_keys:
        return None
    front_matter, [problem] = _missing_closing(opening, end)
    if not _is_no_fence(text, end, content):  # then it may be the text that stands too high
        message = f'the article begins here: close the front matter above with "{opening.fence}"'
        problem = problem._replace(span=Span(at, opening.source.line_end(at)), message=message)
    return front_matter, [problem]


def _is_code_or_amid_keys(text: str, like: Span, stop: int) -> bool:
    """Whether what looks like a fence opens code that is closed again above the true one, or known keys stand right
    above that."""
    if text.startswith(("```", "~~~"), like.start):
        return sum(1 for _ in _CODE_FENCE.finditer(text, like.start, stop)) % 2 == 0
    end = like.end + len(text[like.end : stop].rstrip())
    blank = last_blank_line(text, like.end, end)
    lines = text[blank.end() if blank is not None else like.end : end].split("\n")
    known = not WELL_KNOWN.isdisjoint(keys_of(lines))
    return known and all(KEY_LINE.match(line) or YAML_LINE.match(line) for line in lines)


def _missing_closing(opening: Opening, end: int) -> Found:
    """Keys that end at an offset without a closing fence."""
    text, line_end = opening.source.flat, opening.source.newline
    fence = opening.fence + line_end
    if not text.endswith("\n", 0, end):
        fence = line_end + fence
    written = text[opening.start : end].rstrip()
    last = Span(opening.start + written.rfind("\n") + 1, opening.start + len(written))
    message = f'the closing "{opening.fence}" of the front matter is missing: write it below this line'
    mend = (Edit.at(end, fence),)
    problem = misfenced(last, message, mend, f'Put "{opening.fence}" after the last key')
    is_list_below = text.endswith(":", 0, last.end) and _LIST_BELOW.match(text, end)
    if BLOCK_HEADER.match(last.of(text)) or is_list_below:  # what stands below may be its value
        problem = problem._replace(mend=(), mend_title="")
    return opening.unread(Span(end, end), end), [problem]


def misspelt_closing(opening: Opening, closing: Span, *, is_glued: bool = False) -> Found:
    """The closing fence is there, but not alone at the start of its line, or not of three dashes; `is_glued`: text
    stands behind it."""
    text, fence, line_end = opening.source.flat, opening.fence, opening.source.newline
    is_first = closing.start == 0 or text[closing.start - 1] == "\n"
    edit = Edit(closing, (fence if is_first else line_end + fence) + line_end * is_glued)
    comment = _COMMENT_BEHIND.match(text, closing.end) if is_glued and is_first else None
    if comment is not None:  # a heading begins with a capital
        told = comment[1].rstrip()
        edit = Edit(Span(closing.start, comment.start() + len(told)), told + line_end + fence)
    start = text.rfind("\n", 0, closing.start) + 1
    end = text.find("\n", closing.end) if is_glued else closing.end
    span = Span(start, end if end >= 0 else len(text))
    message = f'the front matter must end with "{fence}", alone at the start of its line'
    title = f'Write "{fence}" on a line of its own'
    problem = misfenced(span, message, edit, title)
    return opening.unread(closing, closing.end if is_glued else line_after(text, closing.end)), [problem]


def parted(opening: Opening, stop: int, line: Span) -> Found | None:
    """Keys up to an offset, above and below a line that only parts them, or is left over."""
    text = opening.source.flat
    start = below_blanks(text, line_after(text, line.end), stop)
    first = key_at(text, start)
    is_stray = line.of(text).rstrip() in _STRAY[opening.syntax]
    below = Span(start, stop)
    if not first or not (first in KNOWN_KEYS or is_all_keys(text, below) or is_stray):
        return None
    if not parse(opening.source, opening.syntax, below).has_keys:
        return None
    if is_stray:
        edit = Edit(Span(line.start, start), "")
        message, title = "this line is no key and has no place here: remove it", "Remove it"
    else:
        edit = Edit.at(line.start, "# ")
        message, title = 'this line is no key: begin it with "#" if it is a comment', 'Write "#"'
    problem = slip(line, message, edit, title)
    end = line_after(text, stop)
    return opening.unread(without_blanks(text, stop, end), end), [problem]


def _is_prose(text: str, start: int, content: Span) -> bool:
    """Whether the article, and not metadata, begins below the keys and goes on to what only looks like the closing
    fence: a rule, an underline, a line of code."""
    lines = [line for line in text[start : content.end].split("\n") if line.strip()]
    if not lines or _NO_PROSE.match(lines[0]) or not WELL_KNOWN.isdisjoint(keys_of(lines)):
        return False
    at = text.index(lines[0], start)
    if lines[0].startswith("#") and not _HEADING.match(text, at):
        return False
    if lines[0].startswith("- ") and text.endswith(":", 0, start - 1):  # the list of the last key
        return False
    has_small_keys = text[content.start : content.start + 1].islower()  # then a line of text begins with a capital
    has_keys = any(
        KEY_LINE.match(line) and not SENTENCE.match(line) and not (has_small_keys and line[0].isupper())
        for line in lines
    )
    if not has_keys and below_blanks(text, start) > start:
        is_apart = not text[start : content.end].split("\n")[-2].strip()  # as a rule stands
        if _is_no_fence(text, start, content) or (is_apart and text[content.end :].strip("- \t\n")):
            return True
    metadata = sum(bool(KEY_LINE.match(line) or YAML_LINE.match(line)) for line in lines)
    is_text = len(lines[0].split()) > 3 or not lines[0].isascii() or lines[0].startswith(_MARKUP)
    return len(lines) > _SHORT_PROSE and metadata * 3 < len(lines) and is_text


def _is_no_fence(text: str, start: int, content: Span) -> bool:
    """Whether what looks like a closing fence underlines the text above, or stands in code."""
    above = text[start : max(content.end - 1, start)].rpartition("\n")[2]
    is_text = above.strip() and not (KEY_LINE.match(above) or YAML_LINE.match(above))
    is_underline = bool(is_text) and text.startswith("----", content.end)
    return is_underline or sum(1 for _ in _CODE_FENCE.finditer(text, start, content.end)) % 2 == 1
