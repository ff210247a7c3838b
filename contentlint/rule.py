"""The words a rule is written in."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar, NamedTuple, Self

from contentlint.document import Document, Problem
from contentlint.patterns import pattern
from contentlint.suppression import Name, Suppression
from contentlint.text import Edit, Span

DOCS_URL = "https://contentlint.github.io/contentlint/rules"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return ("error", "warning", "info").index(self.value)


class Safety(StrEnum):
    SAFE = "safe"
    UNSAFE = "unsafe"


class Fix(NamedTuple):
    """Edits that stand or fall together. `renames` maps front matter keys to what this fix calls them."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE
    renames: Mapping[str, str] = {}


class Finding(NamedTuple):
    """One answer about one place. `detail` says more to machines: the schema's keyword and path."""

    rule: str
    group: str
    severity: Severity
    span: Span
    message: str
    fix: Fix | None = None
    detail: Mapping[str, str] = {}


_finding = partial(tuple.__new__, Finding)


class Good(NamedTuple):
    """An article without a finding, where a plain string would not say enough."""

    text: str
    path: str = "article.md"
    options: Mapping[str, Any] = {}
    profile: str = ""
    schema: Mapping[str, Any] | None = None
    along: tuple[str, ...] = ()  # other rules asked besides


class Bad(NamedTuple):
    """An article with a finding at each mark ⟦ ⟧, and what the fix makes of it.

    `unsafe`: the fix is one that only --unsafe-fixes applies. `data`: the file's bytes where they are no text; `text`
    then shows them with escapes.
    """

    text: str
    fixed: str | None = None
    path: str = "article.md"
    options: Mapping[str, Any] = {}
    unsafe: bool = False
    profile: str = ""
    schema: Mapping[str, Any] | None = None
    along: tuple[str, ...] = ()  # other rules asked besides
    data: bytes | None = None


@dataclass(frozen=True)
class Rule:
    """One question about one article.

    A subclass says in its docstring what is wrong (first line), why it matters, and what the fix does; its examples
    are its tests and its documentation; its dataclass fields are its options, its comments on them their meaning.
    """

    name: ClassVar[str]
    group: ClassVar[str] = ""  # the folder's name, set when the rule is found
    severity: ClassVar[Severity] = Severity.WARNING
    recommended: ClassVar[bool] = True
    good: ClassVar[tuple[str | Good, ...]] = ()
    bad: ClassVar[tuple[Bad, ...]] = ()
    is_fickle: ClassVar[bool] = False  # its answer depends on more than the article, and is never remembered
    is_indispensable: ClassVar[bool] = False  # asked whatever is selected: it tells what could not be checked
    problem: ClassVar[str] = ""  # the kind of Problem that this rule tells
    needs: ClassVar[Set[str]] = frozenset()  # it is asked only where the document has one of these `signs`, if any
    yields_to: ClassVar[tuple[str, ...]] = ()  # rules that say more exactly what is wrong with the same place
    yields_to_parts: ClassVar[bool] = True  # also where they speak of a part of it
    options_help: ClassVar[Mapping[str, str]] = {}  # what each option means, in a sentence

    def check(self, document: Document) -> Iterator[Finding]:
        for problem in document.problems:
            if problem.kind == self.problem:
                yield self.tell(problem)

    def unused(self, document: Document, idle: Sequence[tuple[Suppression, Name]]) -> Iterator[Finding]:
        """What it says, once all rules have spoken, of comments and names in them that silence nothing."""
        yield from ()

    def tell(self, problem: Problem) -> Finding:
        fix = Fix(problem.mend_title, problem.mend, Safety.UNSAFE) if problem.mend else None
        return self.finding(problem.span, problem.message, fix)

    def finding(
        self, span: Span, message: str, fix: Fix | None = None, detail: Mapping[str, str] | None = None
    ) -> Finding:
        return _finding((self.name, self.group, self.severity, span, message, fix, detail or {}))

    @classmethod
    def configured(cls, options: Mapping[str, Any], severity: Severity | None = None) -> Self:
        """The rule with options (as a config has them: lists for tuples) and, where given, another severity."""
        rule = cls(
            **{
                name.replace("-", "_"): tuple(value) if isinstance(value, list) else value
                for name, value in options.items()
            }
        )
        if severity is not None:
            object.__setattr__(rule, "severity", severity)
        return rule

    @classmethod
    def options(cls) -> Mapping[str, Any]:
        """The options' kebab-case names and defaults."""
        return {
            field.name.replace("_", "-"): field.default if field.default_factory is MISSING else field.default_factory()
            for field in fields(cls)
        }

    @classmethod
    def fix_safety(cls) -> Safety | None:
        """How safe its fix is, read off its examples: the safest that one of them shows."""
        shown = {bad.unsafe for bad in cls.bad if bad.fixed is not None}
        if not shown:
            return None
        return Safety.UNSAFE if shown == {True} else Safety.SAFE

    @classmethod
    def url(cls) -> str:
        return f"{DOCS_URL}/{cls.name}/"


class Fact(NamedTuple):
    """What one article contributes to a question about the whole site; all of it must survive pickling."""

    key: Hashable
    finding: Finding


@dataclass(frozen=True)
class SiteRule(Rule):
    """One question about all articles together: `facts` is mapped over them, `judge` reduces."""

    def check(self, document: Document) -> Iterator[Finding]:
        """One article alone gives no answer, but it may be asked as a site of one."""
        for _, fact, message in self.judge([(document.source.path, fact) for fact in self.facts(document)]):
            yield fact.finding._replace(message=message)

    def facts(self, document: Document) -> Iterable[Fact]:
        raise NotImplementedError

    def judge(self, facts: Iterable[tuple[str, Fact]]) -> Iterator[tuple[str, Fact, str]]:
        """The facts that are faults, each with its path and a message, from (path, fact) pairs in the order of the paths."""
        raise NotImplementedError


# -- edits that many rules make -------------------------------------------------------------------------------------


def removal(document: Document, span: Span) -> Edit:
    """Delete a span; where it fills its lines, the lines too, unless that would join two paragraphs."""
    text, flat = document.text, document.source.flat
    start, end = span
    if document.keeps_space(span):
        return Edit(span, "")
    while start and flat[start - 1] in " \t":
        start -= 1
    while end < len(flat) and flat[end] in " \t":
        end += 1
    begins_line = not start or flat[start - 1] == "\n"
    ends_line = end == len(flat) or flat[end] == "\n"
    if ends_line and not begins_line and _is_hard_break(document, span.end, end):
        return Edit(Span(start, span.end), "")
    if not begins_line or not ends_line:  # blanks at a line's edge go with it
        return Edit(Span(start if ends_line else span.start, end if begins_line else span.end), "")
    after = min(end + 1, len(flat))
    above = flat[flat.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    below = flat[after : (flat.find("\n", after) + 1 or len(flat))]
    if document.language != "html" and above.strip() and below.strip() and not _is_html(above, below):
        return Edit(Span(start, end - (flat[end - 1 : end + 1] != text[end - 1 : end + 1])), "")
    if not above.strip() and not below.strip() and after < len(flat):  # of the empty lines around it one is enough
        after += len(below)
    return Edit(Span(start, after), "")


def _is_hard_break(document: Document, start: int, end: int) -> bool:
    """Whether the blanks at the end of a line break it, as two of them do in a paragraph of Markdown."""
    blanks = document.text[start:end].rstrip("\r")
    return (
        document.language != "html" and blanks.endswith("  ") and document.source.flat[end + 1 : end + 2].strip() != ""
    )


_NO_TAG = pattern(r"</?[A-Za-z][\w-]*+:")  # in a paragraph of Markdown it is text
_MARKS = frozenset("#>*+-=_~`|:[!\\0123456789")


def _is_text(document: Document, char: Span) -> bool:
    return bool(document.text[max(char.start, 0) : char.end].strip()) and any(document.texts_in(char))


def _is_html(above: str, below: str) -> bool:
    return above.rstrip().endswith(">") and below.lstrip().startswith("<")


def leaves_seam(document: Document, span: Span, *, is_block: bool) -> bool:
    """Whether deleting the span would run two words together that a block held apart, or bring a character to the
    beginning of its line where Markdown takes it for a mark."""
    text, start = document.text, span.start
    neighbours = (Span(start - 1, start), Span(span.end, span.end + 1))
    if is_block and all(_is_text(document, neighbour) for neighbour in neighbours):
        return True
    while start and text[start - 1] in " \t":
        start -= 1
    following = text[span.end : span.end + 80].lstrip(" \t")
    is_first = not start or text[start - 1] in "\r\n>"
    if document.language == "html" or not is_first or not following:
        return False
    return following[0] in _MARKS or _NO_TAG.match(following) is not None


def attribute_removal(document: Document, span: Span) -> Edit:
    """Delete an attribute with the white space before it."""
    start = span.start
    while document.text[start - 1] in " \t\r\n\f":
        start -= 1
    return Edit(Span(start, span.end), "")
