"""Front matter between fences: YAML, TOML, JSON, and languages that are left alone."""

from __future__ import annotations

import re
from dataclasses import replace

from contentlint.document import Problem
from contentlint.parsing.front_matter.contents import PARSERS, is_front_matter, made, parse
from contentlint.parsing.front_matter.fences import Found, Opening, below_blanks, closing_from, without_blanks
from contentlint.parsing.front_matter.key_lines import are_keys_alone
from contentlint.parsing.front_matter.keys import KEY_LINE
from contentlint.parsing.front_matter.mending import misfenced
from contentlint.parsing.front_matter.more_below import more_below
from contentlint.parsing.front_matter.parsed import Parsed
from contentlint.parsing.front_matter.run_together import first_key_as_heading
from contentlint.patterns import pattern
from contentlint.setting import Setting, is_for_hexo
from contentlint.text import Edit, Source, Span, line_after

_OPENING = pattern(r"(-{3,}+|\+{3,}+|;{3,}+)[ \t]*+([A-Za-z]*+5?+)[ \t]*+(?=\n|\Z)")  # 5: of JSON5
_SYNTAX = {"-": "yaml", "+": "toml", ";": "json"}
_NAMES = {"": "", "yaml": "yaml", "yml": "yaml", "toml": "toml", "json": "json"}
# what gray-matter, Hexo and others may be taught to read
_OTHER_ENGINES = frozenset(
    "js javascript mjs cjs ts typescript coffee coffeescript cson ini lua xml hjson json5 ruby python edn pascal".split()
)


def fenced(source: Source, at: int, setting: Setting) -> Found | None:
    """The front matter whose opening fence stands at an offset, None where none does."""
    text = source.flat
    signs = _OPENING.match(text, at)
    if signs is None:
        return None
    mark, language = signs[1][0], signs[2].lower()
    syntax = _NAMES.get(language, language) or _SYNTAX[mark]
    opening = Opening(source, without_blanks(text, *signs.span()), min(signs.end() + 1, len(text)), syntax, mark)
    closing = closing_from(text, mark, opening.start)
    if syntax not in PARSERS:
        if closing is None or syntax not in _OTHER_ENGINES:
            return None
        end = line_after(text, closing.end())
        return opening._replace(span=Span(*signs.span())).unread(Span(end, end), end), []
    if closing is None:
        from contentlint.parsing.front_matter import other_fences, unclosed  # only broken front matter needs them

        return other_fences.of_two_kinds(opening, len(text)) or unclosed.unclosed(opening)
    content = text[opening.start : closing.start()]
    span = Span(opening.start, closing.start())
    is_bare_json = mark == ";" and not content.lstrip().startswith("{")
    is_of_hexo = is_for_hexo(setting.profile, source.path)
    parsed = parse(source, syntax, span, bare_json=is_bare_json, is_for_hexo=is_of_hexo)
    if not is_front_matter(parsed, content, syntax, is_short_fence=len(signs[1]) == 3):
        return None
    found = None
    if parsed.failed or not isinstance(parsed.data, (dict, type(None))):
        found = _with_wrong_fences(opening, closing, parsed)
    if found is None and not content.strip():
        found = _below_a_fence_too_many(opening, closing.start(), setting)
    return found or _between(opening, signs[1], closing, parsed, setting)


def _with_wrong_fences(opening: Opening, closing: re.Match[str], parsed: Parsed) -> Found | None:
    """What cannot be read since its fences belong to another syntax, or the closing one stands in the article."""
    from contentlint.parsing.front_matter import other_fences, unclosed  # only broken front matter needs them

    found = other_fences.of_another_syntax(opening, Span(*closing.span()))
    found = found or other_fences.of_two_kinds(opening, closing.start())
    if found is None and any(problem.kind == "front-matter-unreadable" for problem in parsed.problems):
        found = unclosed.before_prose(opening, closing.start())
    return found


def _between(opening: Opening, signs: str, closing: re.Match[str], parsed: Parsed, setting: Setting) -> Found:
    """What was read between an opening fence of these signs and a closing one, with what is told of the two."""
    source = opening.source
    end = without_blanks(source.flat, *closing.span())
    fences = opening.to(end, line_after(source.flat, closing.end()))
    front_matter, problems = made(source, opening.syntax, fences, parsed)
    below = more_below(source, front_matter, opening.mark) if front_matter.readable else None
    told = below or _of_signs(opening, signs, end, closing[0].strip(), setting)
    told = told or first_key_as_heading(source.flat, opening.span.start, end.start, front_matter.data)
    return front_matter, [told, *problems] if told is not None else problems


def _of_signs(opening: Opening, signs: str, closing: Span, closing_signs: str, setting: Setting) -> Problem | None:
    """What is wrong with the signs of two fences."""
    if not is_for_hexo(setting.profile, opening.source.path):
        return _of_too_many_signs(opening, signs, closing, closing_signs)
    from contentlint.parsing.front_matter import fences_of_hexo  # Hexo alone needs it

    is_sure = setting.profile.name == "hexo"  # Octopress, a Jekyll, has its articles in the same folder
    return fences_of_hexo.fault_of(opening, signs, closing, closing_signs, is_sure=is_sure)


def _of_too_many_signs(opening: Opening, signs: str, closing: Span, closing_signs: str) -> Problem | None:
    """Fences of more than three signs, of which JSON takes any number."""
    fences = ((opening.span, signs), (closing, closing_signs))
    long = [Span(span.start, span.start + len(written)) for span, written in fences if len(written) > 3]
    if not long or opening.mark == ";":
        return None
    message = f'most site generators see no front matter here, as a fence has three signs: write "{opening.fence}"'
    edits = tuple(Edit(span, opening.fence) for span in long)
    return misfenced(long[0], message, edits, f'Write "{opening.fence}"')


def _below_a_fence_too_many(opening: Opening, second: int, setting: Setting) -> Found | None:
    """Front matter below two opening fences, of which generators take the second for the closing one."""
    text, start = opening.source.flat, opening.span.start
    below = line_after(text, second)
    at = below_blanks(text, below)
    found = fenced(opening.source, second, setting) if KEY_LINE.match(text, at) else None
    if found is None or not found[0].data:
        return None
    front_matter, problems = found
    if at > below and not are_keys_alone(text, Span(at, front_matter.content.end)):
        return None
    edit = Edit(Span(start, second), "")
    message = "site generators see nothing between the two fences above the front matter: remove one of them"
    problem = misfenced(opening.span, message, edit, "Remove one of them")
    return replace(front_matter, span=Span(start, front_matter.span.end)), [problem, *problems]
