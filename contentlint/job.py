"""One file's whole journey: read, parse, check or fix, write, tell."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from contentlint import disk
from contentlint.checking import RuleFailed, check, check_all
from contentlint.config import Config, Plan
from contentlint.diff import unified_diff
from contentlint.document import Document, Problem
from contentlint.errors import ConfigError
from contentlint.fixing import Wanted, fix
from contentlint.interrupts import Late, deadline
from contentlint.nodes import Body
from contentlint.parsing import parse, parse_all
from contentlint.rule import Finding, Rule, Severity, SiteRule
from contentlint.silence import silenced, silenced_throughout
from contentlint.suppression import Effects, Suppression, suppressions
from contentlint.text import Position, Source, Span
from contentlint.wire import Located, LocatedFact, Result, locate
from contentlint.wording import counted

MAX_FINDINGS = 1_000
_TOGETHER = 32  # with fewer the code grows cold in between, more articles would not stay at hand
_MOST_BYTES = 4_000_000
_REMEMBERED = 4  # texts of one file
SECONDS = 10.0  # for one file

Examined = tuple[Result, Source | None]  # what is known of a text, and the fixed one where fixing was wanted


@dataclass(frozen=True)
class Job:
    """What to do with each file; a picklable function from a path, relative to the working folder, to its Result.

    `wanted` None only checks; `write` False leaves the file and gives the `diff` instead; `silence` is the reason to
    write beside each finding, "" for none, None to write no suppressions. `in_place`: files with several hard links are
    written over. `strict`: comments silence no rule of the group security, and each is noted. `digests`: the results of
    checking tell of which content they are, where they depend on nothing else.
    """

    config: Config
    wanted: Wanted | None = None
    write: bool = True
    silence: str | None = None
    in_place: bool = False
    strict: bool = False
    digests: bool = False

    def __call__(self, path: str) -> Result:
        return self._attempted(path, lambda: self._done(path))[0]

    def of(self, path: str, data: bytes) -> Examined:
        """The result for the bytes that a file of this path would hold, and the fixed text where fixing was wanted."""
        return self._attempted(path, lambda: self._done_with(path, data))

    def _attempted(self, path: str, work: Callable[[], Examined]) -> Examined:
        """What the work gives, or the trouble it met with, told as a result."""
        try:
            return work()
        except disk.TooLarge as error:
            return self._stopped(path, str(error)), None
        except Late:
            return self._stopped(path, f"checking took longer than {SECONDS:g} seconds and was stopped"), None
        except (disk.Unusable, ConfigError) as error:
            return Result(path, error=str(error)), None
        except RuleFailed as error:
            return _failed(path, f"internal error in the rule {error}; please report it"), None
        except Exception as error:  # our bug: named, and the other files go on
            return _failed(path, f"internal error: {type(error).__name__}: {error}; please report it"), None

    def _done(self, path: str) -> Examined:
        content = disk.read(path)
        source = Source.decode(path, content.data)
        with deadline(SECONDS):
            result, fixed = self._examined(source)
        if fixed is not None and fixed.text != source.text:
            if self.write:
                return self._written(content, source, fixed, result), fixed
            with deadline(SECONDS):
                return self.previewed(source, fixed, result), fixed
        return result, fixed

    def _done_with(self, path: str, data: bytes) -> Examined:
        if len(data) > disk.MAX_BYTES:
            raise disk.TooLarge(f"longer than {disk.MAX_BYTES:,} bytes: it was not checked")
        with deadline(SECONDS):
            return self._examined(Source.decode(path, data))

    def together(self, paths: Sequence[str]) -> list[Result]:
        """The results of a few files, told as if each had been done alone, but sooner where they are only checked."""
        if self.wanted is None and self.silence is None:
            found = None
            with suppress(Late, Exception), deadline(SECONDS / 5):  # else each on its own, to be told its own trouble
                found = self._checked_together(paths)
            if found is not None:
                return found
        return [self(path) for path in paths]

    def _checked_together(self, paths: Sequence[str]) -> list[Result] | None:
        """The results of checking; None where the files are too much to keep in memory together."""
        contents = [disk.read(path).data for path in paths]
        if sum(map(len, contents)) > _MOST_BYTES:
            return None
        sources = [Source.decode(path, data) for path, data in zip(paths, contents, strict=True)]
        plans = [self.config.plan_for(path) for path in paths]
        read = [self.config.placed(document) for document in parse_all(sources, [plan.setting for plan in plans])]
        if any(plan.rules is not plans[0].rules for plan in plans):
            found = [self._asked(document, plan) for document, plan in zip(read, plans, strict=True)]
        else:
            found = check_all(read, plans[0].rules, strict=self.strict)
        return [self._result(*each) for each in zip(read, found, plans, strict=True)]

    def _asked(self, document: Document, plan: Plan) -> list[Finding]:
        return check(document, plan.rules, strict=self.strict)

    def silence_throughout(self, path: str, rules: frozenset[str]) -> bool:
        """Write a comment into a file that silences what rules about the whole site find there; whether it could be."""
        try:
            content = disk.read(path)
            source = Source.decode(path, content.data)
            setting = self.config.plan_for(path).setting
            silent = silenced_throughout(source, rules, self.silence or "", lambda text: parse(text, setting))
            if silent is not None:
                disk.write(content, silent.text.encode("utf-8"), self.config.project, in_place=self.in_place)
        except disk.Unusable:
            return False
        return silent is not None

    def _written(self, content: disk.Content, source: Source, fixed: Source, result: Result) -> Result:
        """The result once the fixed text is in the file, or that of the file as it is, where it must not be written."""
        try:
            disk.write(content, fixed.text.encode("utf-8"), self.config.project, in_place=self.in_place)
        except disk.Unusable as error:
            return replace(self._only_checking.examine(source)[0], error=f"not written: {error}", in_part=True)
        return result

    def previewed(self, source: Source, fixed: Source, result: Result) -> Result:
        """The result of fixing without writing: the diff, and what would remain, at its places in the source as it is."""
        left = Counter((found.rule, found.message) for found in result.findings)
        kept = []
        for found in self._only_checking.examine(source)[0].findings:
            if left[found.rule, found.message] > 0:
                left[found.rule, found.message] -= 1
                kept.append(found)
        return replace(result, findings=tuple(kept), diff=unified_diff(source.path, source.text, fixed.text))

    @property
    def _only_checking(self) -> Job:
        return replace(self, wanted=None, silence=None)

    def _stopped(self, path: str, reason: str) -> Result:
        """A limit that stopped the work is a finding."""
        plan = self.config.plan_for(path)
        problem = Problem("limit-exceeded", Span(0, 0), reason)
        document = Document(Source(path, ""), "markdown", None, Body(), (problem,), plan.setting)
        return Result(path, tuple(locate(document.source, finding) for finding in self._asked(document, plan)))

    def examine(self, source: Source) -> Examined:
        """The result for a text, and the fixed text where fixing was wanted.

        Raises:
            ConfigError: the schema that the config or the text names cannot be used.
        """
        plan = self.config.plan_for(source.path)

        @lru_cache(_REMEMBERED)  # fixing and silencing ask for the same few texts again and again
        def read(text: Source) -> Document:
            return self.config.placed(parse(text, plan.setting))

        fixed = None
        notes: tuple[str, ...] = ()
        counts: dict[str, int] = {}
        if self.wanted is not None and not source.undecodable:
            outcome = fix(source, plan.rules, self.wanted, read)
            fixed, counts = outcome.source, dict(outcome.counts)
            notes = tuple(f"{reason} ({rule} was not fixed)" for rule, reason in outcome.refused.items())
        if self.silence is not None and not source.undecodable:
            fixed, count = silenced(fixed or source, self.silence, read, lambda text: check(text, plan.rules))
            what = "silenced" if self.write else "would be silenced"
            notes += (f"{counted(count, 'finding')} {what}",) if count else ()
        document = read(fixed or source)
        result = self._result(document, self._asked(document, plan), plan)
        return replace(result, fixed=counts, notes=notes + result.notes), fixed

    def _examined(self, source: Source) -> Examined:
        """The same; where a text's own schema cannot be used, this is told with all that needs none, and nothing is fixed."""
        plan = self.config.plan_for(source.path)
        try:
            return self.examine(source)
        except ConfigError as error:
            document = parse(source, replace(plan.setting, schema=None))
            result = self._result(document, self._asked(document, plan), plan)
            return replace(result, error=str(error), in_part=True), None

    def _result(self, document: Document, findings: list[Finding], plan: Plan) -> Result:
        notes = _notes(document)
        if self.strict:
            notes += tuple(_told(document, comment) for comment in suppressions(document) if not comment.closes)
        if len(findings) > MAX_FINDINGS:
            findings = _worst(findings, plan.rules)
        if self.config.changes_fixes:
            findings = [self.config.as_offered(finding) for finding in findings]
        located = tuple([locate(document.source, finding) for finding in findings])
        source, has_own_schema = document.source, document.setting is not plan.setting
        is_known_whole = not source.undecodable and not has_own_schema  # a schema changes while the article does not
        digest = digest_of(source.utf8) if self.digests and is_known_whole else ""
        return Result(source.path, located, notes=notes, facts=_facts(document, plan.site_rules), digest=digest)


def digest_of(data: bytes) -> str:
    """What tells a file's content from any other."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _worst(findings: list[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """The worst findings, in their order, and one that tells of the others, where that rule is asked."""
    kept = sorted(findings, key=lambda found: found.severity.rank)[:MAX_FINDINGS]
    message = f"{len(findings) - MAX_FINDINGS:,} more findings in this file are not listed: mend these first"
    problem = Problem("limit-exceeded", Span(0, 0), message)
    told = [rule.tell(problem) for rule in rules if rule.problem == problem.kind]
    return sorted([*told, *kept], key=lambda found: (found.span, found.rule))


def _failed(path: str, message: str) -> Result:
    """Our bug: a finding, and exit code 2."""
    start = Position(1, 1)
    found = Located("internal-error", "internal", Severity.ERROR, message, start, start, None, ("",), {})
    return Result(path, (found,), error=message)


def _facts(document: Document, rules: Sequence[SiteRule]) -> tuple[LocatedFact, ...]:
    if not rules:
        return ()
    source, effects = document.source, Effects(suppressions(document))
    return tuple(
        [
            LocatedFact(
                rule.name,
                fact,
                locate(source, fact.finding),
                bool(effects.silencing(rule.name, rule.group, fact.finding.span.start)),
            )
            for rule in rules
            for fact in rule.facts(document)
        ]
    )


def _notes(document: Document) -> tuple[str, ...]:
    front_matter = document.front_matter
    if "://" in str(document.data.get("$schema", "")):
        return ('its "$schema" is an address on the web, and only schemas in the project are used',)
    if front_matter is not None and front_matter.syntax not in ("yaml", "toml", "json"):
        return (f"its front matter is in {front_matter.syntax}, which is left alone",)
    return ()


def fixes_of(config: Config, *, unsafe: bool) -> Wanted:
    """The fixes that a config lets be applied."""
    return Wanted(unsafe, config.may_fix, config.trusted, config.own)


def in_turn(paths: Iterable[str]) -> Iterator[list[str]]:
    """The paths, as many at a time as are worth doing together."""
    rest = iter(paths)
    while few := list(islice(rest, _TOGETHER)):
        yield few


def _told(document: Document, comment: Suppression) -> str:
    names = ", ".join(name.text for name in comment.names)
    row = document.source.position(comment.span.start).row
    return f"line {row} silences {names or 'nothing'}: {comment.reason or 'no reason is given'}"
