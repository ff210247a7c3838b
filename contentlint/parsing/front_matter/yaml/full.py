"""YAML front matter by PyYAML's composer, and why it cannot read what it cannot read. The composer is C and recursive, so
the depth is measured before it runs."""

from __future__ import annotations

import yaml

from contentlint.document import Problem
from contentlint.parsing.front_matter.mending import shifted, slip
from contentlint.parsing.front_matter.parsed import MAX_DEPTH, Parsed, Rows
from contentlint.parsing.front_matter.yaml.loader import Loader, depth_of, is_blueprint
from contentlint.parsing.front_matter.yaml.misread import misread_in
from contentlint.parsing.front_matter.yaml.misread.escapes import lost_backslashes
from contentlint.parsing.front_matter.yaml.misread.wikilinks import wikilinks
from contentlint.parsing.front_matter.yaml.nodes import Values
from contentlint.parsing.front_matter.yaml.places import Refused
from contentlint.patterns import pattern
from contentlint.text import BOM, Span
from contentlint.wording import cut

_UNPRINTABLE = pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SAFE_NESTING = 900
_ANCHOR = pattern(r"&[\w-]*+")


def parse(text: str, start: int, end: int) -> Parsed:
    """Read the YAML between two offsets; spans are places in `text`."""
    return _Reader(text[start:end], start, Rows(text)).read()


def explain(text: str, start: int, end: int, told: str) -> list[Problem]:
    """The mistakes for which the YAML between two offsets is no list of keys and values, or just that."""
    return _Reader(text[start:end], start, Rows(text)).fail_at(0, 0, told).problems


class _Reader:
    def __init__(self, content: str, offset: int, rows: Rows, *, is_mended: bool = False) -> None:
        if content.startswith(BOM):  # the parser does not count it
            content, offset = content.removeprefix(BOM), offset + len(BOM)
        self.content, self.offset, self.rows, self.is_mended = content, offset, rows, is_mended
        self.parsed = Parsed()

    def read(self) -> Parsed:
        if sum(map(self.content.count, "[{-?")) > _SAFE_NESTING and depth_of(self.content) > MAX_DEPTH:
            message = f"values nested more than {MAX_DEPTH} deep"
            return self.parsed.fail(Problem("limit-exceeded", self._first_line(), message))
        try:
            root = Loader(self.content).get_single_node()
        except yaml.MarkedYAMLError as error:
            return self._fail_syntax(error)
        except yaml.reader.ReaderError:
            return self.parsed.fail(self._unprintable())
        except (ValueError, RecursionError) as error:  # numbers like "\UFFFFFFFF" escape PyYAML's own errors
            return self.parsed.fail(slip(self._first_line(), str(error)))
        if root is not None:
            try:
                Values(self.content, self.offset, self.rows, self.parsed).read(root)
            except Refused as refused:
                if refused.at >= 0:
                    return self.fail_at(refused.at, refused.at, refused.problem.message)
                return self.parsed.fail(refused.problem)
            if "[[" in self.content:
                self.parsed.problems += wikilinks(self.rows.text, self.parsed.fields)
            if "\\" in self.content:
                self.parsed.problems += lost_backslashes(self.rows.text, self.parsed.fields)
        return self.parsed

    def _first_line(self) -> Span:
        end = self.content.find("\n")
        return Span(self.offset, self.offset + (end if end >= 0 else len(self.content)))

    def _fail_syntax(self, error: yaml.MarkedYAMLError) -> Parsed:
        problem = error.problem_mark.index if error.problem_mark else 0
        context = error.context_mark.index if error.context_mark else problem
        told = " ".join(str(part) for part in (error.context, error.problem) if part)
        if "duplicate anchor" in told:
            return self.parsed.fail(self._second_anchor(problem))
        return self.fail_at(context, problem, told)

    def _second_anchor(self, at: int) -> Problem:
        """YAML 1.2 allows it, and so do most parsers: libyaml, which PyYAML reads with, does not."""
        anchor = _ANCHOR.match(self.content, at)
        assert anchor is not None, "the parser found one here"
        told = (
            f'the anchor "{cut(anchor[0])}" stands here a second time, which PyYAML refuses: give this one another name'
        )
        return slip(Span(*anchor.span()).shifted(self.offset), told)

    def fail_at(self, context: int, problem: int, told: str) -> Parsed:
        if self.is_mended or is_blueprint(self.content):
            self.parsed.failed = True
            return self.parsed
        from contentlint.parsing.front_matter.yaml.broken.diagnosis import Stop, diagnose  # only broken YAML needs it

        stop = Stop(context, problem, told)
        for found in diagnose(self.content, self.offset, stop, self._misread_in_mended):
            self.parsed.fail(found)
        return self.parsed

    def _misread_in_mended(self, mended: str) -> list[Problem]:
        """What is told of the content, mended on trial, where it can be read; the places are those in it."""
        text = self.rows.text[: self.offset] + mended
        parsed = _Reader(mended, self.offset, Rows(text), is_mended=True).read()
        if parsed.failed or not isinstance(parsed.data, dict):
            return []
        return [shifted(problem, -self.offset) for problem in (*parsed.problems, *misread_in(text, parsed.fields))]

    def _unprintable(self) -> Problem:
        match = _UNPRINTABLE.search(self.content)
        at = match.start() if match else 0
        code = ord(self.content[at]) if match else 0
        message = f"the character U+{code:04X} is not allowed in YAML: remove it"
        return slip(Span(at + self.offset, at + self.offset + 1), message)
