"""Front matter between fences: YAML, TOML, JSON, and fences that are one too many or too low."""

from __future__ import annotations

from dataclasses import replace

from contentlint.document import Problem
from contentlint.fields import FrontMatter
from contentlint.parsing.front_matter.contents import PARSERS, is_all_keys, is_front_matter, made, parse
from contentlint.parsing.front_matter.fences import (
    Found,
    closing_from,
    keys_from,
    line_after,
    misspelt_closing,
    without_blanks,
    without_closing,
)
from contentlint.parsing.front_matter.keys import KEY_LINE, KNOWN_KEYS, LOOSE_KEY, SENTENCE, WELL_KNOWN, YAML_LINE
from contentlint.patterns import pattern
from contentlint.setting import Setting, is_for_hexo
from contentlint.text import Edit, Source, Span

_OPENING = pattern(r"(-{3,}+|\+{3,}+|;{3,}+)([A-Za-z]*+)[ \t]*+(?=\n|\Z)")
_SYNTAX = {"-": "yaml", "+": "toml", ";": "json"}
_NAMES = {"": "", "yaml": "yaml", "yml": "yaml", "toml": "toml", "json": "json"}
# what gray-matter, Hexo and others may be taught to read
_OTHER_ENGINES = frozenset(
    "js javascript mjs cjs ts typescript coffee coffeescript cson ini lua xml hjson json5 ruby python edn pascal".split()
)
_SHORT_PROSE = 6  # a closing fence that stands a paragraph too low is a mistake of its own
_MARKUP = ("<", "import ", "[", "!", "*", "{", "_", ">", "#", "- ", "```", "~~~")
_NO_PROSE = pattern(r"[ \t]|[<>=|]{7}|[\"'][\w-]++[\"'][ \t]*+:")
_TOML_PAIR = pattern(r"(?m)^[ \t]*[\w-]+[ \t]*=[ \t]*[\"'\[\dtf]")
# what nobody writes as text that a line underlines
_DATA = pattern(
    r"[a-z_][\w-]*+:[ \t]++(?:true|false|\d{4}-\d\d-\d\d[\dT:.+Z -]*+|\[[^\]\n]*+\])[ \t]*+\n---[ \t]*+(?=\n|\Z)"
)
_SECOND_OPENING = pattern(r"(?:---|\+\+\+|[-—–]{2,3})[ \t]*+\n(?=[A-Za-z_][\w-]*+[ \t]*+[:=])")
_SECOND_CLOSING = pattern(r"(?m)^(?:---|\+\+\+|[-—–]{2,3})[ \t]*+$")
_BLANK_LINES = pattern(r"(?:[ \t]*+\n)*+")
_STRAY = {"yaml": ("-", "```"), "toml": ("-", "```", "---"), "json": ()}  # nobody parts keys with these
_BLANK_LINE = pattern(r"[ \t]*+\n")  # with the blank that a CRLF leaves
# keys and the fence below them
_ALL_INDENTED = pattern(r"(?:[ \t]++(?!---|\+\+\+|[\n])[^\n]*+\n)++([ \t]++(?:---|\+\+\+))(?=[ \t]*+(?:\n|\Z))")
_CODE_FENCE = pattern(r"(?m)^(?:```|~~~)")
_HEADING = pattern(r"#{1,6} [^\n]*+\n(?=[ \t]*+\n)")  # one that keys stand right below is a comment of theirs


def fenced(source: Source, at: int, setting: Setting) -> Found | None:
    """The front matter whose opening fence stands at an offset, None where none does."""
    text = source.flat
    opening = _OPENING.match(text, at)
    if opening is None:
        return None
    mark = opening[1][0]
    syntax = _NAMES.get(opening[2].lower(), opening[2].lower()) or _SYNTAX[mark]
    content_start = min(opening.end() + 1, len(text))
    closing = closing_from(text, mark, content_start)
    if syntax not in PARSERS:
        if closing is None or syntax not in _OTHER_ENGINES:
            return None
        end = line_after(text, closing.end())
        return FrontMatter(syntax, Span(at, end), Span(at, opening.end()), Span(content_start, end), Span(end, end), readable=False), []  # fmt: skip
    opening_span = without_blanks(text, *opening.span())
    if closing is None:
        found = _of_two_kinds(source, opening_span, content_start, len(text), syntax)
        return found or _unclosed(source, opening_span, content_start, syntax, mark)
    content = Span(content_start, closing.start())
    parsed = parse(source, syntax, content, bare_json=mark == ";" and not text[content_start:].lstrip().startswith("{"))
    if not is_front_matter(parsed, text[content.start : content.end], syntax):
        return None
    if parsed.failed or not isinstance(parsed.data, (dict, type(None))):
        found = _of_another_syntax(source, opening_span, content, closing.span(), syntax) or _of_two_kinds(
            source, opening_span, content.start, content.end, syntax
        )
        if found is None and any(problem.kind == "front-matter-unreadable" for problem in parsed.problems):
            found = _before_prose(source, opening_span, content, syntax, mark)
        if found is not None:
            return found
    closing_span = without_blanks(text, *closing.span())
    whole = Span(at, line_after(text, closing.end()))
    if not text[content.start : content.end].strip():
        below = _below_a_fence_too_many(source, opening_span, closing.start(), setting)
        if below is not None:
            return below
    front_matter, problems = made(source, syntax, whole, opening_span, content, closing_span, parsed)
    fences = ((opening_span, opening[1]), (closing_span, closing[0].strip()))
    goes_on = _goes_on_below(source, front_matter, mark) if front_matter.readable else None
    long = [Span(span.start, span.start + len(signs)) for span, signs in fences if len(signs) > len(mark * 3)]
    if goes_on is not None:
        problems = [goes_on, *problems]
    elif long and mark != ";" and not is_for_hexo(setting.profile, source.path):  # which takes any number of them
        message = f'a fence has three signs, "{mark * 3}": most site generators see no front matter here'
        edits = tuple(Edit(span, mark * 3) for span in long)
        problems = [Problem("front-matter-unclosed", long[0], message, edits, f'Write "{mark * 3}"'), *problems]
    return front_matter, problems


def _of_another_syntax(
    source: Source, opening: Span, content: Span, closing: tuple[int, int], syntax: str
) -> Found | None:
    """YAML between TOML's fences, or TOML between YAML's."""
    other, mark = ("yaml", "-") if syntax == "toml" else ("toml", "+")
    text = source.flat[content.start : content.end]
    is_meant = KEY_LINE.match(text.lstrip()) and (other == "toml" or not _TOML_PAIR.search(text))
    parsed = parse(source, other, content) if is_meant and syntax in ("yaml", "toml") else None
    if parsed is None or parsed.failed or not isinstance(parsed.data, dict) or not parsed.data:
        return None
    end = without_blanks(source.flat, *closing)
    edits = (Edit(opening, mark * 3), Edit(end, mark * 3))
    message = f'these fences are for {syntax.upper()}, but {other.upper()} stands between them: write "{mark * 3}"'
    problem = Problem("front-matter-unreadable", opening, message, edits, f'Write "{mark * 3}"')
    whole = Span(opening.start, line_after(source.flat, closing[1]))
    return FrontMatter(syntax, whole, opening, content, Span(*closing), readable=False), [problem]


def _of_two_kinds(source: Source, opening: Span, start: int, stop: int, syntax: str) -> Found | None:
    """YAML or TOML that begins with the fence of one and ends with that of the other."""
    text = source.flat
    if syntax not in ("yaml", "toml") or not KEY_LINE.match(text, start):
        return None
    other, mark = ("toml", "+") if syntax == "yaml" else ("yaml", "-")
    closing = closing_from(text, mark, start, stop)
    if closing is None:
        return None
    content, end = Span(start, closing.start()), without_blanks(text, *closing.span())
    for meant in (syntax, other):
        parsed = parse(source, meant, content)
        if not parsed.failed and isinstance(parsed.data, dict) and parsed.data:
            break
    else:
        return None
    if meant == syntax:
        parted = _parted(source, opening, Span(start, stop), end, syntax) if stop < len(text) else None
        return parted or misspelt_closing(source, opening, content, end, syntax, "-" if syntax == "yaml" else "+")
    message = f'{other.upper()} stands below, and ends with "{mark * 3}": it begins with "{mark * 3}", too'
    problem = Problem("front-matter-unclosed", opening, message, (Edit(opening, mark * 3),), f'Write "{mark * 3}"')
    whole = Span(opening.start, line_after(text, end.end))
    return FrontMatter(syntax, whole, opening, content, end, readable=False), [problem]


def _below_a_fence_too_many(source: Source, opening: Span, second: int, setting: Setting) -> Found | None:
    """Front matter below two opening fences, of which generators take the second for the closing one."""
    is_key = KEY_LINE.match(source.flat, line_after(source.flat, second))
    found = fenced(source, second, setting) if is_key else None
    if found is None or not found[0].data:
        return None
    front_matter, problems = found
    edit = Edit(Span(opening.start, second), "")
    message = "two fences stand above the front matter: site generators see nothing between them"
    problem = Problem("front-matter-unclosed", opening, message, (edit,), "Remove one of them")
    return replace(front_matter, span=Span(opening.start, front_matter.span.end)), [problem, *problems]


def _goes_on_below(source: Source, above: FrontMatter, mark: str) -> Problem | None:
    """A closing fence below which the keys go on, to another fence."""
    text, closing = source.flat, above.closing
    below = line_after(text, closing.end)
    blanks = _BLANK_LINES.match(text, below)
    start = blanks.end() if blanks else below
    if (opening := _SECOND_OPENING.match(text, start)) is not None:
        return _second_head(source, above, Span(start, opening.end()))
    is_capital = text[start : start + 1].isupper()  # then it may be text, unless the keys above are written so
    if not KEY_LINE.match(text, start) or (is_capital and not text[above.content.start].isupper()):
        return None
    second = closing_from(text, mark, start)
    keys = keys_from(text, start, second.start() if second else len(text), mark)
    first = LOOSE_KEY.match(text, start)
    is_known = first is not None and first[1] in WELL_KNOWN
    if second is None or keys.end != second.start():  # no other fence: the keys end where the text begins
        if keys.keys < 2 or not is_known or start > below:
            return None
        if keys.fence is not None and text[keys.fence.start : keys.fence.end] in ("---", "+++"):
            message = "the keys go on below in another syntax: write them all as these are, above this fence"
            return Problem("front-matter-unclosed", closing, message)
        if keys.fence is not None or not _BLANK_LINE.match(text, keys.end):
            return None
        end = Edit(Span(keys.end, keys.end), mark * 3 + source.newline)
        edits = (Edit(Span(closing.start, start), ""), end)
        message = "the front matter ends here, but its keys go on below: this fence stands too high"
        return Problem("front-matter-unclosed", closing, message, edits, "Move the fence below the keys")
    only_parts = len(second[0].strip()) == 3 < closing.end - closing.start  # a line across the page, not a fence
    is_sure = start == below and is_known and (keys.keys > 1 or only_parts)
    is_data = start == below and _DATA.match(text, start) is not None
    if not is_sure and not is_data and not is_all_keys(text, Span(start, second.start())):
        return None
    message = "the front matter ends here, but its keys go on below: this fence is one too many"
    edit = Edit(Span(closing.start, start), "")
    return Problem("front-matter-unclosed", closing, message, (edit,), "Remove the fence")


def _second_head(source: Source, above: FrontMatter, opening: Span) -> Problem | None:
    """A second block of keys between fences below the first, which generators take for text."""
    text, syntax = source.flat, "toml" if source.flat[opening.start] == "+" else "yaml"
    closing = _SECOND_CLOSING.search(text, opening.end)
    if closing is None:
        return None
    content = Span(opening.end, closing.start())
    first = LOOSE_KEY.match(text, content.start)
    if syntax == above.syntax or first is None or first[1] not in KNOWN_KEYS:
        parsed = parse(source, syntax, content)
        if not isinstance(parsed.data, dict) or len(above.data.keys() & parsed.data.keys()) < 2:
            return None
    message = "a second front matter begins here, which site generators take for text: write all keys in the first"
    is_twin = text[content.start : content.end] == text[above.content.start : above.content.end]
    end = line_after(text, above.closing.end)
    edits = (Edit(Span(end, line_after(text, closing.end())), ""),) if is_twin else ()
    return Problem("front-matter-unclosed", without_blanks(text, *opening), message, edits, "Remove it")


def _unclosed(source: Source, opening: Span, start: int, syntax: str, mark: str) -> Found | None:
    """An opening fence without its partner, where keys follow it; else it is a rule across the page."""
    text = source.flat
    end, keys, meant, is_glued = keys_from(text, start, len(text), mark)
    first = LOOSE_KEY.match(text, start)
    indented = _ALL_INDENTED.match(text, start)
    if indented is not None and first is not None and first[1] in KNOWN_KEYS:
        closing = Span(*indented.span(1))
        return misspelt_closing(source, opening, Span(start, closing.start), closing, syntax, mark)
    if not keys or (keys == 1 and not (first and first[1] in WELL_KNOWN)):
        return None
    if meant is not None:
        return misspelt_closing(source, opening, Span(start, meant.start), meant, syntax, mark, is_glued=is_glued)
    return without_closing(source, opening, Span(start, end), syntax, mark)


def _before_prose(source: Source, opening: Span, content: Span, syntax: str, mark: str) -> Found | None:
    """Keys that read well, then the article, then a rule across the page that only looks like the closing fence."""
    text = source.flat
    end, keys, meant, is_glued = keys_from(text, content.start, content.end, mark)
    if meant is not None and keys:
        parted = _parted(source, opening, content, meant, syntax)
        if parted is not None:
            return parted
        return misspelt_closing(
            source, opening, Span(content.start, meant.start), meant, syntax, mark, is_glued=is_glued
        )
    rest = text[end : content.end]
    at = end + len(rest) - len(rest.lstrip())
    if not keys or not _is_prose(text, end, content):
        return None
    parsed = parse(source, syntax, Span(content.start, end))
    if parsed.failed or not isinstance(parsed.data, dict) or not parsed.data:
        return None
    front_matter, [problem] = without_closing(source, opening, Span(content.start, end), syntax, mark)
    if not _is_no_fence(text, end, content):  # then it may be the text that stands too high
        message = f'the article begins here, but the front matter has no closing "{mark * 3}" above'
        problem = problem._replace(span=Span(at, line_after(text, at) - 1), message=message)
    return front_matter, [problem]


def _parted(source: Source, opening: Span, content: Span, line: Span, syntax: str) -> Found | None:
    """Keys above and below a line that only parts them, or is left over."""
    text = source.flat
    start = line_after(text, line.end)
    below = Span(start, content.end)
    first = LOOSE_KEY.match(text, start)
    is_stray = text[line.start : line.end].rstrip() in _STRAY[syntax]
    if first is None or not (first[1] in KNOWN_KEYS or is_all_keys(text, below) or is_stray):
        return None
    parsed = parse(source, syntax, below)
    if parsed.failed or not isinstance(parsed.data, dict) or not parsed.data:
        return None
    message, edit, title = (
        'this line is no key: a comment begins with "#"',
        Edit(Span(line.start, line.start), "# "),
        'Write "#"',
    )
    if is_stray:
        message, edit, title = (
            "this line is no key and has no place here",
            Edit(Span(line.start, start), ""),
            "Remove it",
        )
    problem = Problem("front-matter-unreadable", line, message, (edit,), title)
    whole = Span(opening.start, line_after(text, content.end))
    closing = Span(content.end, without_blanks(text, content.end, whole.end).end)
    return FrontMatter(syntax, whole, opening, content, closing, readable=False), [problem]


def _is_prose(text: str, start: int, content: Span) -> bool:
    """Whether the article, and not metadata, begins below the keys and goes on to what only looks like the closing
    fence: a rule, an underline, a line of code."""
    lines = [line for line in text[start : content.end].split("\n") if line.strip()]
    if not lines or _NO_PROSE.match(lines[0]):
        return False
    if any(match[1] in WELL_KNOWN for match in map(LOOSE_KEY.match, lines) if match):
        return False
    at = text.index(lines[0], start)
    if lines[0].startswith("#") and not _HEADING.match(text, at):
        return False
    if lines[0].startswith("- ") and text.endswith(":", 0, start - 1):  # the list of the last key
        return False
    has_small_keys = text[content.start : content.start + 1].islower()  # then a line of text begins with a capital
    keys = [
        line
        for line in lines
        if KEY_LINE.match(line) and not SENTENCE.match(line) and not (has_small_keys and line[0].isupper())
    ]
    if not keys and _BLANK_LINE.match(text, start) and _is_no_fence(text, start, content):
        return True
    below = text[start : content.end].split("\n")
    is_apart = (
        not keys and _BLANK_LINE.match(text, start) is not None and len(below) > 1 and not below[-2].strip()
    )  # as a rule stands
    if is_apart and text[content.end :].strip("- \t\n"):
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
