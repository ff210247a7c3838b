"""Where the front matter is and what it says, in every form the generators know.

YAML, TOML and JSON between fences, `---json`, Hexo's forms (`;;;`, YAML without an opening fence), after a BOM or blank
lines. Where python-frontmatter reads something, this reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from contentlint.document import FrontMatter, Problem
from contentlint.parsing.front_matter import json, toml, yaml
from contentlint.parsing.front_matter.fences import (
    KEY_LINE,
    LIKE_OPENING,
    YAML_LINE,
    Found,
    keys_from,
    line_after,
    misspelt_closing,
    without_closing,
)
from contentlint.parsing.front_matter.parsed import MAX_LENGTH, WELL_KNOWN, Parsed
from contentlint.patterns import pattern
from contentlint.setting import Setting
from contentlint.text import BOM, Edit, Source, Span

_OPENING = pattern(r"(-{3,}+|\+{3,}+|;{3,}+)([A-Za-z]*+)[ \t]*+(?=\n|\Z)")
_CLOSING = {
    "-": pattern(r"(?:^|(?<=\n))(?:-{3,}+|\.\.\.)[ \t]*+(?=\n|\Z)"),
    "+": pattern(r"(?:^|(?<=\n))\+{3,}+[ \t]*+(?=\n|\Z)"),
    ";": pattern(r"(?:^|(?<=\n));{3,}+[ \t]*+(?=\n|\Z)"),
}
_SYNTAX = {"-": "yaml", "+": "toml", ";": "json"}
_NAMES = {"": "", "yaml": "yaml", "yml": "yaml", "toml": "toml", "json": "json"}
# what gray-matter, Hexo and others may be taught to read
_OTHER_ENGINES = frozenset(
    "js javascript mjs cjs ts typescript coffee coffeescript cson ini lua xml hjson json5 ruby python edn pascal".split()
)
_PARSERS: dict[str, Callable[[str, int, int], Parsed]] = {"yaml": yaml.read, "toml": toml.read, "json": json.read}
_SHORT_PROSE = 6  # a closing fence that stands a paragraph too low is a mistake of its own
_MARKUP = ("<", "import ", "[", "!", "*", "{", "_")
_NO_PROSE = pattern(r"[ \t]|- |#|[<>=|]{7}|[\"'][\w-]++[\"'][ \t]*+:")
_TOML_LINE = pattern(r"[A-Za-z_][\w-]*+[ \t]*+=[ \t]*+\S")
_JSON_START = pattern(r"\{\s*(?:\"[^\"\n]*+\"\s*:|\}\s*(?:\n|\Z))")
# one whose first key is not written as JSON has it
_JSON_LIKE = pattern(r"\{[ \t]*+\n[ \t]*+[\"'“]?+([A-Za-z_][\w-]*+)[\"'”]?+(?:[ \t]*+[:=：]|[ \t]++[\"'“\[\d])")
_JSON_KEY = pattern(r"\{\s*\"([^\"\n]*+)\"")
_JSON_LINE = pattern(r"\}[ \t]*+(?=\n)")
_JSON_LINES = pattern(r"\n\}[ \t]*+(?=\n|\Z)")
_LOOSE_KEY = pattern(r"[ \t]*+[\"']?([A-Za-z_][\w-]*+)[\"']?[ \t]*+[:=：]")
_HEXO_LINE = pattern(r"[\"']?[A-Za-z_][\w-]*+[\"']?:(?=[ \t\n])")
_BLANK_LINES = pattern(r"\s*")


def read_front_matter(source: Source, setting: Setting) -> tuple[FrontMatter | None, list[Problem]]:
    """The front matter of a source, or None, and what is wrong with it."""
    text = source.flat
    start = len(BOM) if source.has_bom else 0
    blanks = _BLANK_LINES.match(text, start)
    at = blanks.end() if blanks else start
    found = _fenced(source, at) or _json(source, at) or _without_opening(source, at, setting)
    if found is None:
        found = _after_text(source, at)
        if found is not None:
            front_matter, problems = found
            message = "text stands before the front matter: site generators then see no front matter at all"
            return front_matter, [
                Problem("front-matter-not-first", Span(at, source.line_span(at).end), message),
                *problems,
            ]
        return None, []
    front_matter, problems = found
    if at > start:
        message = "blank lines stand before the front matter: many site generators then see no front matter at all"
        span = Span(start, at)
        mend = (Edit(span, ""),)
        problems = [Problem("front-matter-not-first", span, message, mend, "Remove the blank lines"), *problems]
    return front_matter, problems


def _fenced(source: Source, at: int) -> Found | None:
    text = source.flat
    opening = _OPENING.match(text, at)
    if opening is None:
        return None
    mark = opening[1][0]
    syntax = _NAMES.get(opening[2].lower(), opening[2].lower()) or _SYNTAX[mark]
    content_start = min(opening.end() + 1, len(text))
    closing = _CLOSING[mark].search(text, content_start)
    if syntax not in _PARSERS:
        if closing is None or syntax not in _OTHER_ENGINES:
            return None
        end = line_after(text, closing.end())
        return FrontMatter(syntax, Span(at, end), Span(at, opening.end()), Span(content_start, end), Span(end, end), readable=False), []  # fmt: skip
    opening_span = Span(at, at + len(opening[0].rstrip()))
    if closing is None:
        return _unclosed(source, opening_span, content_start, syntax, mark)
    content = Span(content_start, closing.start())
    parsed = _parse(
        source, syntax, content, bare_json=mark == ";" and not text[content_start:].lstrip().startswith("{")
    )
    if not _is_front_matter(parsed, text[content.start : content.end]):
        return None
    if parsed.failed and any(problem.kind == "front-matter-unreadable" for problem in parsed.problems):
        found = _before_prose(source, opening_span, content, syntax, mark)
        if found is not None:
            return found
    closing_span = Span(closing.start(), closing.start() + len(closing[0].rstrip()))
    whole = Span(at, line_after(text, closing.end()))
    if not text[content.start : content.end].strip():
        below = _below_a_fence_too_many(source, opening_span, closing.start())
        if below is not None:
            return below
    front_matter, problems = _made(source, syntax, whole, opening_span, content, closing_span, parsed)
    fences = ((opening_span, opening[1]), (closing_span, closing[0].strip()))
    long = [Span(span.start, span.start + len(signs)) for span, signs in fences if len(signs) > len(mark * 3)]
    if long and mark != ";":
        message = f'a fence has three signs, "{mark * 3}": most site generators see no front matter here'
        edits = tuple(Edit(span, mark * 3) for span in long)
        problems = [Problem("front-matter-unclosed", long[0], message, edits, f'Write "{mark * 3}"'), *problems]
    elif front_matter.readable and (goes_on := _goes_on_below(source, closing_span)) is not None:
        problems = [goes_on, *problems]
    return front_matter, problems


def _below_a_fence_too_many(source: Source, opening: Span, second: int) -> Found | None:
    """Front matter below two opening fences, of which generators take the second for the closing one."""
    is_key = KEY_LINE.match(source.flat, line_after(source.flat, second))
    found = _fenced(source, second) if is_key else None
    if found is None or not found[0].data:
        return None
    front_matter, problems = found
    edit = Edit(Span(opening.start, second), "")
    message = "two fences stand above the front matter: site generators see nothing between them"
    problem = Problem("front-matter-unclosed", opening, message, (edit,), "Remove one of them")
    return replace(front_matter, span=Span(opening.start, front_matter.span.end)), [problem, *problems]


def _goes_on_below(source: Source, closing: Span) -> Problem | None:
    """A closing fence right below which the keys go on, to another fence."""
    text = source.flat
    start = line_after(text, closing.end)
    if not KEY_LINE.match(text, start):
        return None
    second = _CLOSING[text[closing.start]].search(text, start)
    if second is None or not _is_all_keys(text, Span(start, second.start())):
        return None
    message = "the front matter ends here, but its keys go on below: this fence is one too many"
    edit = Edit(Span(closing.start, start), "")
    return Problem("front-matter-unclosed", closing, message, (edit,), "Remove the fence")


def _json(source: Source, at: int) -> Found | None:
    text = source.flat
    like = _JSON_LIKE.match(text, at)
    if not _JSON_START.match(text, at) and not (like and like[1] in WELL_KNOWN):
        if text[at : at + 1] != '"':
            return None
        closing = _CLOSING[";"].search(text, at)  # Hexo: no opening fence, no braces
        if closing is None:
            return None
        parsed = _parse(source, "json", Span(at, closing.start()), bare_json=True)
        first = _LOOSE_KEY.match(text, at)
        if parsed.failed and not (first and first[1] in WELL_KNOWN):
            return None
        whole = Span(at, line_after(text, closing.end()))
        return _made(source, "json", whole, Span(at, at), Span(at, closing.start()), Span(*closing.span()), parsed)
    end = json.object_end(text, at)
    if end < 0:
        closing = _JSON_LINES.search(text, at) or _JSON_LINE.search(text, at, at + MAX_LENGTH)
        if closing is None:
            return _endless_json(text, at, is_deep=end == -2)
        end = closing.end()
    content = Span(at, end)
    behind = line_after(text, end)
    whole = Span(at, end if text[end:behind].strip() else behind)
    return _made(source, "json", whole, Span(at, at + 1), content, Span(end - 1, end), _parse(source, "json", content))


def _endless_json(text: str, at: int, *, is_deep: bool) -> Found | None:
    """An object that is never closed, where it is meant as metadata."""
    key = _JSON_KEY.match(text, at)
    if not is_deep and not (key and key[1] in WELL_KNOWN):
        return None
    end = text.find("\n\n", at) + 1 or len(text)
    opening = Span(at, at + 1)
    problem = Problem("front-matter-unclosed", opening, 'the front matter has no closing "}"')
    if is_deep:
        problem = Problem("limit-exceeded", opening, "values nested too deep, or a number with too many digits")
    return FrontMatter("json", Span(at, end), opening, Span(at, end), Span(end, end), readable=False), [problem]


def _without_opening(source: Source, at: int, setting: Setting) -> Found | None:
    """Keys from the first line, or from below something that was meant as a fence, to a closing fence. YAML so is
    Hexo's older form."""
    text = source.flat
    opening = LIKE_OPENING.match(text, at)
    start = opening.end() if opening else at
    mark, syntax = ("+", "toml") if _TOML_LINE.match(text, start) else ("-", "yaml")
    if syntax == "yaml" and not _HEXO_LINE.match(text, start):
        return None
    closing = _CLOSING[mark].search(text, start)
    like = opening and (opening[1] or opening[2]).rstrip()
    twin = re.compile(rf"(?<=\n){re.escape(like)}[ \t]*+(?=\n|\Z)").search(text, start) if like else None
    if twin is not None and (closing is None or twin.start() < closing.start()):
        closing = twin
    if closing is None:
        return None
    content = Span(start, closing.start())
    parsed = _parse(source, syntax, content)
    if parsed.failed:
        if not _is_all_keys(text, content) or syntax != "yaml":
            return None
    elif not isinstance(parsed.data, dict) or not WELL_KNOWN & {str(key) for key in parsed.data}:
        return None
    problems: list[Problem] = []
    if opening or syntax == "toml" or not _may_lack_opening(source.path, setting):
        fence = mark * 3
        message = f'the front matter has no opening "{fence}"' + (": only Hexo reads it without" if mark == "-" else "")
        line = Span(at, at + len(source.line(source.position(at).row)))
        edits: tuple[Edit, ...] = (Edit(Span(at, at), fence + source.newline),)
        if opening:
            message = f'the front matter begins with "{fence}", alone on its line'
            edits = (Edit(Span(at, at + opening.end(1) - opening.start(1)), fence),)
            if opening[2]:  # what stands behind it is kept
                behind = len(text[at + 3 :]) - len(text[at + 3 :].lstrip(" \t"))
                edits = (Edit(Span(at + 3, at + 3 + behind), source.newline),)
            elif closing is twin:
                edits = (*edits, Edit(Span(*closing.span()), fence))
        title = f'Write "{fence}"' if opening else f'Put "{fence}" before it'
        problems.append(Problem("front-matter-unclosed", line, message, edits, title))
    whole = Span(at, line_after(text, closing.end()))
    front_matter, others = _made(source, syntax, whole, Span(at, at), content, Span(*closing.span()), parsed)
    return front_matter, problems + others


def _is_all_keys(text: str, content: Span) -> bool:
    """Whether lines that cannot be read are meant as metadata all the same: nothing but keys, and known ones."""
    found = keys_from(text, content.start, content.end)
    known = sum(
        match[1] in WELL_KNOWN
        for match in map(_LOOSE_KEY.match, text[content.start : content.end].split("\n"))
        if match
    )
    return found.end == content.end and found.keys > 1 and known > 1


def _may_lack_opening(path: str, setting: Setting) -> bool:
    """Whether Hexo reads this file, which needs no opening fence."""
    return setting.profile.opening_fence_optional or "source/_posts/" in path


def _after_text(source: Source, at: int) -> Found | None:
    """Front matter that something else than blank lines precedes: told, for a generator does not see it."""
    text = source.flat
    opening = re.compile(r"\n---[ \t]*+\n").search(text, at, at + 2000)
    if opening is None or "\n#" in text[at : opening.start()]:
        return None
    fence = opening.start() + 1
    closing = _CLOSING["-"].search(text, opening.end())
    if closing is None or not _HEXO_LINE.match(text, opening.end()):
        return None
    parsed = _parse(source, "yaml", Span(opening.end(), closing.start()))
    if parsed.failed or not isinstance(parsed.data, dict) or len(WELL_KNOWN & {str(key) for key in parsed.data}) < 2:
        return None
    whole = Span(fence, line_after(text, closing.end()))
    return _made(
        source,
        "yaml",
        whole,
        Span(fence, fence + 3),
        Span(opening.end(), closing.start()),
        Span(*closing.span()),
        parsed,
    )


def _unclosed(source: Source, opening: Span, start: int, syntax: str, mark: str) -> Found | None:
    """An opening fence without its partner, where keys follow it; else it is a rule across the page."""
    text = source.flat
    end, keys, meant, is_glued = keys_from(text, start, len(text))
    first = _LOOSE_KEY.match(text, start)
    if not keys or (keys == 1 and not (first and first[1] in WELL_KNOWN)):
        return None
    if meant is not None:
        return misspelt_closing(source, opening, Span(start, meant.start), meant, syntax, mark, is_glued=is_glued)
    return without_closing(source, opening, Span(start, end), syntax, mark)


def _before_prose(source: Source, opening: Span, content: Span, syntax: str, mark: str) -> Found | None:
    """Keys that read well, then the article, then a rule across the page that only looks like the closing fence."""
    text = source.flat
    end, keys, meant, is_glued = keys_from(text, content.start, content.end)
    if meant is not None and keys:
        return misspelt_closing(
            source, opening, Span(content.start, meant.start), meant, syntax, mark, is_glued=is_glued
        )
    rest = [line for line in text[end : content.end].split("\n") if line.strip()]
    metadata = sum(bool(KEY_LINE.match(line) or YAML_LINE.match(line)) for line in rest)
    if any(match[1] in WELL_KNOWN for match in map(_LOOSE_KEY.match, rest) if match):
        return None
    if not keys or not rest or _NO_PROSE.match(rest[0]):
        return None
    is_long = len(rest) > _SHORT_PROSE and metadata * 3 < len(rest)
    is_apart = not metadata and text.startswith("\n", end) and text.endswith("\n\n", 0, content.end)  # as a rule stands
    is_text = len(rest[0].split()) > 3 or not rest[0].isascii() or rest[0].startswith(_MARKUP)
    if not (is_long and is_text) and not (is_apart and text[content.end :].strip("- \t\n")):
        return None
    parsed = _parse(source, syntax, Span(content.start, end))
    if parsed.failed or not isinstance(parsed.data, dict) or not parsed.data:
        return None
    front_matter, [problem] = without_closing(source, opening, Span(content.start, end), syntax, mark)
    at = text.index(rest[0], end)
    message = f'the article begins here, but the front matter has no closing "{mark * 3}" above'
    return front_matter, [problem._replace(span=Span(at, at + len(rest[0])), message=message)]


def _parse(source: Source, syntax: str, content: Span, *, bare_json: bool = False) -> Parsed:
    if content.end - content.start > MAX_LENGTH:
        message = f"the front matter is longer than {MAX_LENGTH:,} characters: it was not read"
        return Parsed().fail(Problem("limit-exceeded", Span(content.start, content.start + 1), message))
    if bare_json:
        return json.read(source.text, content.start, content.end, braces=False)
    if not source.text[content.start : content.end].strip():
        return Parsed({})
    return _PARSERS[syntax](source.text, content.start, content.end)


def _is_front_matter(parsed: Parsed, content: str) -> bool:
    """Whether what stands between two fences is meant as metadata, not as prose between two rules."""
    if not parsed.failed and (parsed.data is None or isinstance(parsed.data, dict)):
        return True
    lines = [line for line in content.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    if not lines:
        return True
    keys = sum(bool(KEY_LINE.match(line)) for line in lines)
    return (
        keys >= 2
        or any(match[1] in WELL_KNOWN for match in map(_LOOSE_KEY.match, lines) if match)
        or bool(not lines[0][:1].isupper() and not content.startswith("\n") and KEY_LINE.match(lines[0]))
        or any(problem.kind == "limit-exceeded" for problem in parsed.problems)
    )


def _made(
    source: Source, syntax: str, whole: Span, opening: Span, content: Span, closing: Span, parsed: Parsed
) -> Found:
    problems = parsed.problems
    readable = not parsed.failed
    data = parsed.data
    if readable and data is None:
        data = {}
    elif readable and not isinstance(data, dict):
        message = "the front matter is no list of keys and values"
        problems = [*problems, Problem("front-matter-unreadable", Span(content.start, content.start + 1), message)]
        readable = False
        if syntax == "yaml":
            problems = yaml.explain(source.text, content.start, content.end, message)
    if not readable:
        data, parsed.fields = {}, {}
    return FrontMatter(syntax, whole, opening, content, closing, data, parsed.fields, readable), problems
