"""The words a rule is written in."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from copy import copy
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar, NamedTuple, Self, TypeAlias

from contentlint.document import Document, Problem
from contentlint.errors import OptionError
from contentlint.named_tags import may_be_named
from contentlint.nodes import Attribute, Node
from contentlint.parted_lists import parts_lists
from contentlint.removals import attribute_removal, empties_item, halves_element, removal
from contentlint.seams import changes_marks
from contentlint.suppression import Name, Suppression
from contentlint.text import Edit, Span
from contentlint.wording import cut

HOME_URL = "https://contentlint.github.io/contentlint/"


def page_of(rule: str) -> str:
    """The address of a rule's page."""
    return f"{HOME_URL}rules/{rule}/"


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

    @classmethod
    def removing(cls, title: str, document: Document, span: Span, safety: Safety = Safety.SAFE) -> Fix | None:
        """Take a span out with the lines it fills; unsafe where it parts a list of Markdown from what would go on with it,
        and where a sentence may only name it; None where it holds one of an element's two tags and not the other, or
        Markdown would read otherwise what stands around it."""
        if halves_element(document, span):
            return None
        edit = removal(document, span)
        if changes_marks(document, edit) or empties_item(document, edit):
            return None
        if safety is Safety.SAFE and (parts_lists(document, span) or may_be_named(document, span)):
            safety = Safety.UNSAFE
        return cls(title, (edit,), safety)

    @classmethod
    def without(
        cls, title: str, document: Document, node: Node, attribute: Attribute, safety: Safety = Safety.UNSAFE
    ) -> Fix | None:
        """Take an attribute out of its tag; None where a template has a say in it, in a sample, and where its value goes
        on behind it."""
        if node.sample or attribute.runs_on or document.has_template(attribute.span):
            return None
        return cls(title, (attribute_removal(document, attribute.span),), safety)


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

    @classmethod
    def of(cls, example: str | Good) -> Good:
        return cls(example) if isinstance(example, str) else example


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


Proof: TypeAlias = tuple[Callable[[str], object], str]


@dataclass(frozen=True)
class Rule:
    """One question about one article.

    A subclass says in its docstring what is wrong (first line), why it matters, and what the fix does; its examples
    are its tests and its documentation; its dataclass fields are its options, `options_help` says what they mean.
    """

    name: ClassVar[str]
    group: ClassVar[str] = ""  # the folder's name, set when the rule is found
    severity: ClassVar[Severity] = Severity.WARNING
    recommended: ClassVar[bool] = True
    good: ClassVar[tuple[str | Good, ...]] = ()
    bad: ClassVar[tuple[Bad, ...]] = ()
    is_fickle: ClassVar[bool] = False  # its answer depends on more than the article, and is never remembered
    is_indispensable: ClassVar[bool] = False  # asked whatever is selected: it tells what could not be checked
    is_about_whole: ClassVar[bool] = False  # it judges front matter as a whole, whatever line was changed
    problem: ClassVar[str] = ""  # the kind of Problem that this rule tells
    needs: ClassVar[Set[str]] = frozenset()  # it is asked only where the document has one of these `signs`, if any
    yields_to: ClassVar[tuple[str, ...]] = ()  # rules that say more exactly what is wrong with the same place
    yields_to_parts: ClassVar[bool] = True  # also where they speak of a part of it
    silenced_above: ClassVar[str] = "Above the line"  # where a comment for the next line goes; "" where it is no use
    silenced_throughout: ClassVar[str] = "anywhere in its body"  # so for the whole file; "" where no comment is any use
    options_help: ClassVar[Mapping[str, str]] = {}  # what each option means, in a sentence
    proofs: ClassVar[Mapping[str, Proof]] = {}  # of options that are lists: what tries each value, and what it must be

    def check(self, document: Document) -> Iterator[Finding]:
        for problem in document.problems:
            if problem.kind == self.problem:
                yield self.tell(problem)

    def unused(self, document: Document, idle: Sequence[tuple[Suppression, Name]]) -> Iterator[Finding]:
        """What it says, once all rules have spoken, of comments and names in them that silence nothing."""
        yield from ()

    def tell(self, problem: Problem) -> Finding:
        safety = Safety.SAFE if problem.is_safe else Safety.UNSAFE
        fix = Fix(problem.mend_title, problem.mend, safety) if problem.mend else None
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
        return rule if severity is None else rule.with_severity(severity)

    def with_severity(self, severity: Severity) -> Self:
        """The same rule, whose findings weigh otherwise."""
        rule = copy(self)
        object.__setattr__(rule, "severity", severity)  # no field: a rule's own options are its fields
        return rule

    def __post_init__(self) -> None:
        """Try each value that a config gave as is done later with each article.

        Raises:
            OptionError: a value is not what it must be.
        """
        for option, (use, what) in self.proofs.items():
            values = getattr(self, option)
            is_default = values is self.__dataclass_fields__[option].default  # proven by the rule's examples
            for index, value in enumerate(() if is_default else values):
                try:
                    use(value)
                except (re.error, ValueError, RecursionError, OverflowError) as error:
                    reason = getattr(error, "msg", error)
                    raise OptionError(
                        f'{self.name}: "{cut(value)}" is no {what}: {reason}', option.replace("_", "-"), index
                    ) from None

    @classmethod
    def signs(cls) -> Set[str]:
        """The document's `signs` without which it has nothing to say; none where it must be asked."""
        return cls.needs | {f"!{cls.problem}"} if cls.problem else cls.needs

    @classmethod
    def summary(cls) -> str:
        """What is wrong, in a sentence: the docstring's first line."""
        return inspect.cleandoc(cls.__doc__ or cls.name).partition("\n")[0]

    @classmethod
    def why(cls) -> str:
        """Why it matters, and what the fix does: the rest of the docstring."""
        return inspect.cleandoc(cls.__doc__ or "").partition("\n")[2].strip()

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
        return page_of(cls.name)


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
