"""What stands between fences, read in its syntax, and whether it is meant as front matter at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from contentlint.document import Problem
from contentlint.fields import FrontMatter
from contentlint.parsing.front_matter import yaml
from contentlint.parsing.front_matter.fences import Fences, Found
from contentlint.parsing.front_matter.key_lines import (
    are_dashed_keys,
    are_keys_below_slip,
    are_keys_without_colons,
    are_marked_keys,
    keys_from,
)
from contentlint.parsing.front_matter.keys import KEY_LINE, KNOWN_KEYS, WELL_KNOWN, key_at, keys_of
from contentlint.parsing.front_matter.mending import NEVER_FILLED, slip
from contentlint.parsing.front_matter.parsed import MAX_EXPANDED, MAX_LENGTH, Parsed
from contentlint.parsing.front_matter.yaml.misread import misread_in
from contentlint.patterns import pattern
from contentlint.text import Source, Span, applied


def _json(text: str, start: int, end: int, *, braces: bool = True) -> Parsed:
    from contentlint.parsing.front_matter import json

    return json.read(text, start, end, braces=braces)


def _toml(text: str, start: int, end: int) -> Parsed:
    from contentlint.parsing.front_matter import toml

    return toml.read(text, start, end)


PARSERS: dict[str, Callable[[str, int, int], Parsed]] = {"yaml": yaml.read, "toml": _toml, "json": _json}
_KEY_WITHOUT_SIGN = pattern(r"([a-z_][\w-]*+)[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\[[^\]\n]*+\])[ \t]*+\Z")
# Markdown knows no rule of plus signs, so that little is asked
_TOML_START = pattern(
    r"[ \t]*+(?:\[[^\n\]]++\]|\[{1,2}[\w.\"'-]++[ \t]*+\r?\Z|[\w\"'-]++(?:\.[\w\"'-]++)*+[ \t]*+[=＝])"
)
_TOML_LINE = pattern(
    r"[ \t]*+(?:[\w\"'-][^\n<=＝]*+[=＝]|[a-z][\w-]*+\s*+\Z)"
)  # a key of whatever kind, or a key alone
_TEMPLATE = pattern(r"\{\{[^\r\n{}]*+\}\}")
_OF_ARTICLES = pattern(r"(?:^|/)(?:content|_?posts|_drafts|blog|articles)/")
_FIRST_MEMBER = pattern(r"[ \t]*+\{[ \t]*+[\"']?([a-z]++)[\"']?[ \t]*+:")
_JSON = pattern(r"\s*\{\s*\"")  # YAML reads it too, but tells worse what is wrong


def parse(source: Source, syntax: str, content: Span, *, bare_json: bool = False, is_for_hexo: bool = False) -> Parsed:
    """Read what stands between fences; `bare_json`: members without braces, as Hexo has them."""
    if content.end - content.start > MAX_LENGTH:
        message = f"the front matter is longer than {MAX_LENGTH:,} characters and was not read: shorten it"
        return Parsed().fail(Problem("limit-exceeded", Span(content.start, content.start + 1), message))
    has_too_many = source.text.count(",", content.start, content.end) > MAX_EXPANDED
    if syntax != "yaml" and has_too_many:
        message = f"the front matter has more than {MAX_EXPANDED:,} commas and was not read: shorten it"
        return Parsed().fail(Problem("limit-exceeded", Span(content.start, content.start + 1), message))
    text = source.text if syntax == "toml" else source.with_line_feeds
    if bare_json:
        return _json(text, content.start, content.end, braces=False)
    if not content.of(source.text).strip():
        return Parsed({})
    parsed = PARSERS[syntax](text, content.start, content.end)
    if parsed.failed and syntax == "yaml" and not has_too_many and _JSON.match(text, content.start, content.end):
        meant = _json(text, content.start, content.end)
        return meant if meant.failed else parsed
    if parsed.failed and syntax == "yaml" and is_for_hexo and "\n\t" in content.of(source.flat):
        from contentlint.parsing.front_matter.yaml.tabs_of_hexo import read_with_tabs

        return read_with_tabs(source.with_line_feeds, content) or parsed
    return parsed


def is_front_matter(parsed: Parsed, content: str, syntax: str, *, is_short_fence: bool) -> bool:
    """Whether what stands between two fences is meant as metadata, not as prose between two rules; `is_short_fence`: the
    first one has three signs."""
    if not parsed.failed and (parsed.data is None or isinstance(parsed.data, dict)):
        return True
    lines = [line for line in content.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    if not lines or any(problem.kind == "limit-exceeded" for problem in parsed.problems):
        return True
    return (
        _has_keys(content, lines) or _begins_as(syntax, lines) or (is_short_fence and _slipped(content, syntax, lines))
    )


def _has_keys(content: str, lines: list[str]) -> bool:
    """Whether there are keys enough, known ones or the first thing of all, in whatever syntax."""
    first, is_at_fence = lines[0], not content.startswith("\n")
    if not WELL_KNOWN.isdisjoint(keys_of(lines)) or sum(bool(KEY_LINE.match(line)) for line in lines) >= 2:
        return True
    if is_at_fence and not first[:1].isupper() and KEY_LINE.match(first):
        return True
    if any(match[1] in WELL_KNOWN for match in map(_KEY_WITHOUT_SIGN.match, lines) if match):
        return True
    member = _FIRST_MEMBER.match(first)
    if member is not None and (member[1] in WELL_KNOWN or lines[-1].rstrip().endswith("}")):
        return True
    return key_at(first) in KNOWN_KEYS and (_is_one_block(content) or keys_from(content, 0, len(content)).keys > 1)


def _begins_as(syntax: str, lines: list[str]) -> bool:
    """Whether something stands there that only this syntax has, and Markdown has not between two rules."""
    if syntax == "yaml":
        return lines[0].startswith("- ") and are_dashed_keys(lines)
    if syntax == "json":
        return lines[0].lstrip().startswith("{")
    return any(map(_TOML_START.match, lines))


def _slipped(content: str, syntax: str, lines: list[str]) -> bool:
    """Whether these are keys but for the same slip in each, or one in the first."""
    if not content.startswith("\n") and (are_keys_without_colons(lines) or are_marked_keys(lines)):
        return True
    is_pair = syntax == "toml" and len(lines) == 1 and _TOML_LINE.match(lines[0]) is not None
    return is_pair or (_is_one_block(content) and are_keys_below_slip(lines))


def _is_one_block(content: str) -> bool:
    return all(line.strip() for line in content.split("\n")[:-1])


def _never_filled(source: Source, content: Span, problems: list[Problem]) -> Iterator[Problem]:
    """What is told of a template for front matter where articles lie, which nothing fills in any more, besides the one
    problem that it may have."""
    if len(problems) > 1 or not _OF_ARTICLES.search(source.path):
        return
    if problems and not yaml.is_blueprint(applied(source.with_line_feeds, problems[0].mend, content)):
        return
    for blank in _TEMPLATE.finditer(source.text, content.start, content.end):
        yield slip(Span(*blank.span()), NEVER_FILLED)


def made(source: Source, syntax: str, fences: Fences, parsed: Parsed) -> Found:
    """The front matter of what was read between fences, and what is wrong with it."""
    content = fences.content
    problems = parsed.problems
    readable = not parsed.failed
    data = parsed.data
    if readable and data is None:
        data = {}
    elif readable and not isinstance(data, dict):
        message = "the front matter is no list of keys and values: write each key with its value"
        problems = [*problems, slip(Span(content.start, content.start + 1), message)]
        readable = False
        if syntax == "yaml":
            from contentlint.parsing.front_matter.yaml import full

            problems = full.explain(source.with_line_feeds, content.start, content.end, message)
    if parsed.failed and "{{" in content.of(source.text):
        problems = [*problems, *_never_filled(source, content, problems)]
    if not readable:
        data, parsed.fields = {}, {}
    elif syntax == "yaml":
        problems = [*problems, *misread_in(source.with_line_feeds, parsed.fields)]
    elif syntax == "toml" and any(isinstance(value, dict) for value in data.values()):
        from contentlint.parsing.front_matter.toml.misread import misread_in as misread_in_tables

        problems = [*problems, *misread_in_tables(source.text, content, parsed.fields)]
    if problems and syntax != "toml" and source.newline == "\r":
        problems = [_with_lines_of_cr(problem) for problem in problems]
    return FrontMatter(syntax, *fences, data, parsed.fields, readable), problems


def _with_lines_of_cr(problem: Problem) -> Problem:
    """The same where CR alone ends the lines, which was read as LF."""
    return problem._replace(mend=tuple(edit._replace(text=edit.text.replace("\n", "\r")) for edit in problem.mend))
