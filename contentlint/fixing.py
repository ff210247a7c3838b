"""Fix an article: its text once every wanted fix is applied, proven where the fixes are called safe."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from contentlint.checking import check
from contentlint.document import Document
from contentlint.reading import reading
from contentlint.rule import Finding, Fix, Rule, Safety
from contentlint.text import Edit, Source

Parse = Callable[[Source], Document]
MAX_PASSES = 25
_MAX_ROUNDS = 4
_MOST_TRIED = 50  # fixes of one rule, one by one
_MOST_READ = 150_000  # characters, in all trials of fixes together
_LEAST_READ = 5_000  # what a trial costs at least
_WORSE = "the result would be less sound or less safe than before"


@dataclass(frozen=True)
class Wanted:
    """Which fixes to apply. `may_fix` names the rules that may; `trusted` those whose fixes the user calls safe;
    `own` the rules without code."""

    unsafe: bool = False
    may_fix: frozenset[str] | None = None
    trusted: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()

    def takes(self, finding: Finding, *, safe_only: bool) -> bool:
        if finding.fix is None or (self.may_fix is not None and finding.rule not in self.may_fix):
            return False
        if finding.rule in self.trusted:  # the user's word, which is not proven
            return not safe_only
        return finding.fix.safety is Safety.SAFE or (self.unsafe and not safe_only)


@dataclass(frozen=True)
class Fixed:
    """A source with its fixes applied; `counts` says how many of each rule, `refused` which rules' fixes were not
    applied and why."""

    source: Source
    counts: Mapping[str, int] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)


def fix(source: Source, rules: Sequence[Rule], wanted: Wanted, parse: Parse) -> Fixed:
    """Apply whole fixes until at rest: first the safe ones, proven not to change what is read, then the others.

    Fixing the result again would change nothing, else nothing is changed at all.
    """
    fixed = first = _fixed_once(source, rules, wanted, parse)
    counts = Counter(first.counts)
    for _ in range(_MAX_ROUNDS):
        if not counts or fixed.source.text == source.text:
            return Fixed(fixed.source, counts, first.refused)
        # where nothing was refused the last pass has shown that it rests
        again = _fixed_once(fixed.source, rules, wanted, parse) if fixed.refused else fixed
        if again.source.text == fixed.source.text:
            return Fixed(fixed.source, counts, again.refused)
        counts.update(again.counts)
        fixed = again
    return Fixed(source, {}, dict.fromkeys(counts, "the fixes here never come to rest"))


def _fixed_once(source: Source, rules: Sequence[Rule], wanted: Wanted, parse: Parse) -> Fixed:
    safe = _proven(source, _Fixer(parse, rules, wanted, safe_only=True))
    if not wanted.unsafe and not wanted.trusted:
        return safe
    fixer = _Fixer(parse, rules, wanted, safe_only=False, banned=frozenset(safe.refused))
    refused, old = dict(safe.refused), parse(safe.source)
    while True:
        more = fixer.to_rest(safe.source)
        if more.refused:
            refused |= more.refused
        elif not more.counts or not fixer.made_worse(old, parse(more.source)):
            return Fixed(more.source, Counter(safe.counts) + Counter(more.counts), refused)
        else:
            refused |= dict.fromkeys(fixer.guilty(more.counts, _Fixer.worsens, old), _WORSE)
        fixer = fixer.without(refused)


def _proven(source: Source, fixer: _Fixer) -> Fixed:
    """The safe fixes at rest, less those that would change what a reader reads or a template uses, or let something
    unsafe in: where single places of a rule are to blame these, else the rule's."""
    refused: dict[str, str] = {}
    old: Document | None = None
    trials = iter(range(_MOST_READ // max(len(source.text), _LEAST_READ)))
    while True:
        result = fixer.to_rest(source)
        banned, places = dict(result.refused), set[_Place]()
        if not banned:
            if not result.counts:
                return Fixed(source, {}, refused)
            old = old or fixer.parse(source)
            reason = fixer.against(old, result.source)
            if not reason:
                return Fixed(result.source, result.counts, refused)
            for name in fixer.guilty(result.counts, _Fixer.spoils, old):
                harmful = set() if name in refused else fixer.only([name]).harmful(old, trials)
                places |= harmful
                refused[name] = f"in places {reason}" if harmful else reason
                if not harmful:
                    banned[name] = reason
        refused |= banned
        fixer = fixer.without(banned, places)


_Place = tuple[str, int]  # a rule, and where it finds something in the source to be fixed


@dataclass
class _Fixer:
    parse: Parse
    rules: Sequence[Rule]
    wanted: Wanted
    safe_only: bool
    banned: frozenset[str] = frozenset()
    spared: frozenset[_Place] = frozenset()
    alone: frozenset[str] | None = None
    renamed: dict[str, str] = field(default_factory=dict, init=False)

    def only(self, names: Iterable[str]) -> _Fixer:
        return replace(self, alone=frozenset(names))

    def without(self, names: Iterable[str], places: Iterable[_Place] = ()) -> _Fixer:
        return replace(self, banned=self.banned.union(names), spared=self.spared.union(places))

    def guilty(self, names: Iterable[str], do_harm: Callable[[_Fixer, Document], bool], old: Document) -> list[str]:
        """The rules that do harm beside the innocent ones before them: in a chain, the last one."""
        innocent, guilty = list[str](), list[str]()
        for name in names:
            (guilty if do_harm(self.only([*innocent, name]), old) else innocent).append(name)
        return guilty or innocent

    def harmful(self, old: Document, trials: Iterator[int]) -> set[_Place]:
        """The places where this one's fixes do, each alone or else together, what no safe fix may; none where those are not
        some of many, or more trials than are left would be needed."""
        findings = [finding for finding in check(old, self.rules) if self._takes(finding, self.spared)]
        if len(findings) <= _MOST_TRIED:
            tried = ((finding, old.source.edited(untouching([finding])[1])) for finding in findings)
            alone = {_place(finding) for finding, source in tried if self.against(old, source)}
            if alone:
                return alone if len(alone) < len(findings) else set()
        found = [_place(finding) for finding in findings]
        well, groups = set[_Place](), [found]
        for _ in trials:
            if not groups:
                return {*found} - well if well else set()
            group = groups.pop()
            if not self.without((), {*found} - well.union(group)).spoils(old):
                well.update(group)
            elif len(group) > 1:
                half = len(group) // 2
                groups += [group[half:], group[:half]]
        return set()

    def spoils(self, old: Document) -> bool:
        """Whether the fixes that this one applies do what no safe fix may."""
        result = self.to_rest(old.source)
        return bool(result.refused or self.against(old, result.source))

    def worsens(self, old: Document) -> bool:
        """Whether the fixes that this one applies bring in what no fix may."""
        result = self.to_rest(old.source)
        return bool(result.refused) or self.made_worse(old, self.parse(result.source))

    def against(self, old: Document, source: Source) -> str:
        """What speaks against this as the result of safe fixes, or nothing."""
        new = self.parse(source)
        if not reading(old).keeps(reading(new), self.renamed):
            return "its fix would change what a reader reads"
        return _WORSE if self.made_worse(old, new) else ""

    def made_worse(self, old: Document, new: Document) -> bool:
        """Whether fixes have brought in what they never may: unreadable front matter, HTML that is published as code,
        or something unsafe."""
        if _indented_code(new) > _indented_code(old):
            return True
        if old.readable_front_matter is not None and new.readable_front_matter is None:
            return True
        return any(count > 0 for count in (self._unsafe(new) - self._unsafe(old)).values())

    def _unsafe(self, document: Document) -> Counter[str]:
        rules = [rule for rule in self.rules if rule.group == "security"]
        return Counter(finding.rule for finding in check(document, rules))

    def to_rest(self, source: Source) -> Fixed:
        """Fix until nothing changes; rules that never come to rest are refused and the source is as it was."""
        start, counts, found = source, Counter[str](), Counter[str]()
        seen = {source.text: 0}
        passes: list[list[Finding]] = []
        cycle, spared = 0, self.spared
        while len(passes) < MAX_PASSES:
            applied, source, asked, spared = self._pass(source, spared)
            if not applied:
                return Fixed(source, counts)
            passes.append(applied)
            counts.update(finding.rule for finding in applied)
            found = found or asked
            breeding = [name for name in counts if name in self.wanted.own and counts[name] > found[name]]
            if breeding:  # "every second paragraph" is another one once one is gone
                return Fixed(start, {}, dict.fromkeys(breeding, "its fix brings about findings of its own"))
            if source.text in seen:
                cycle = seen[source.text]
                break
            seen[source.text] = len(passes)
        fighting = sorted({finding.rule for applied in passes[cycle:] for finding in applied})
        reason = f"the fixes of {', '.join(fighting)} never come to rest"
        return Fixed(start, {}, dict.fromkeys(fighting, reason))

    def _pass(
        self, source: Source, spared: frozenset[_Place]
    ) -> tuple[list[Finding], Source, Counter[str], frozenset[_Place]]:
        findings = [finding for finding in check(self.parse(source), self.rules) if self._takes(finding, spared)]
        applied, edits = untouching(findings)
        for finding in applied:
            if finding.fix is not None:
                self.renamed |= finding.fix.renames
        asked = Counter(finding.rule for finding in findings)
        return applied, source.edited(edits) if edits else source, asked, _moved(spared, edits)

    def _takes(self, finding: Finding, spared: frozenset[_Place]) -> bool:
        if finding.rule in self.banned or (self.alone is not None and finding.rule not in self.alone):
            return False
        return _place(finding) not in spared and self.wanted.takes(finding, safe_only=self.safe_only)


def _place(finding: Finding) -> _Place:
    return finding.rule, finding.span.start


def _moved(places: frozenset[_Place], edits: list[Edit]) -> frozenset[_Place]:
    """Where these places are after edits."""
    if not places or not edits:
        return places
    edits = sorted(edits)
    ends = [edit.span.end for edit in edits]
    grown = list(accumulate((len(edit.text) - (edit.span.end - edit.span.start) for edit in edits), initial=0))
    return frozenset((rule, at + grown[bisect_right(ends, at)]) for rule, at in places)


def _indented_code(document: Document) -> int:
    codes = document.all("code", samples=True)
    return len(document.all("becomes-code", samples=True)) + sum(node.name == "indented" for node in codes)


def untouching(findings: Iterable[Finding]) -> tuple[list[Finding], list[Edit]]:
    """The findings whose whole fixes can be applied together, first come first served, and their edits."""
    chosen: list[Finding] = []
    edits: list[Edit] = []
    taken: list[Edit] = []  # sorted
    made: set[Edit] = set()
    for finding in findings:
        fix: Fix | None = finding.fix
        if fix is None or not fix.edits:
            continue
        if made.issuperset(fix.edits):  # the very same edits are already made
            continue
        if any(_is_touched(edit, taken) for edit in fix.edits):
            continue
        chosen.append(finding)
        edits.extend(fix.edits)
        made.update(fix.edits)
        for edit in fix.edits:
            insort(taken, edit)
    return chosen, edits


def _is_touched(edit: Edit, taken: list[Edit]) -> bool:
    at = bisect_left(taken, edit)
    return any(other.span.touches(edit.span) for other in taken[max(at - 1, 0) : at + 1])
