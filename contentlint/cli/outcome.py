"""What a run came to: counted as results pass by, told in one line, turned into an exit code."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from contentlint.rule import Severity
from contentlint.wire import Located, Result
from contentlint.wording import counted


@dataclass
class Outcome:
    """Counts over all results of a run."""

    files: int = 0
    errors: int = 0
    unchecked: int = 0
    would_change: int = 0
    hidden: int = 0  # findings that are not shown
    known: int | None = None  # findings that the baseline knows, None where none is in use
    severities: Counter[Severity] = field(default_factory=Counter)
    rules: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)
    fixable: Counter[str] = field(default_factory=Counter)
    fixable_rules: set[str] = field(default_factory=set)

    def add(self, result: Result) -> None:
        self.files += result.is_checked
        self.unchecked += not result.is_checked
        self.errors += bool(result.error)
        self.would_change += bool(result.diff)
        self.fixed.update(result.fixed)
        self.count(result.findings)

    def count(self, findings: Iterable[Located]) -> None:
        for found in findings:
            self.severities[found.severity] += 1
            self.rules[found.rule, found.severity] += 1
            if found.fix is not None:
                self.fixable[found.fix.safety] += 1
                self.fixable_rules.add(found.rule)

    def status(self, fail_on: str, *, fix_only: bool, fail_on_fix: bool) -> int:
        """The exit code: 2 wins over 1."""
        if self.errors:
            return 2
        if fail_on_fix and (self.fixed or self.would_change):
            return 1
        if fix_only:
            return 0
        if self.would_change:
            return 1
        failing = {
            "any": frozenset(Severity),
            "warning": frozenset({Severity.ERROR, Severity.WARNING}),
            "error": frozenset({Severity.ERROR}),
            "never": frozenset[Severity](),
        }[fail_on]
        return 1 if any(self.severities[severity] for severity in failing) else 0

    def summary(self, *, fixing: bool, writing: bool) -> str:
        """One line for people."""
        counts = [counted(self.severities[severity], severity) for severity in Severity if self.severities[severity]]
        told = f"{', '.join(counts) or 'no findings'} in {counted(self.files, 'file')}"
        if self.unchecked:
            told += f", {counted(self.unchecked, 'path')} not checked"
        fixes = sum(self.fixed.values())
        if self.would_change:
            what = counted(fixes, "fix", "fixes") if fixes or fixing else "comments"
            told = (
                f"{what} would be {'applied' if fixing else 'written'} to {counted(self.would_change, 'file')}; {told}"
            )
        elif fixing:
            told = f"{counted(fixes, 'fix', 'fixes')} {'applied' if writing else 'would be applied'}; {told}"
        safe, unsafe = self.fixable["safe"], self.fixable["unsafe"]
        hints = [f"{safe:,} fixable with --fix"] * (safe > 0 and not fixing)
        hints += [f"{unsafe:,} {'more' if hints else 'fixable'} with --fix --unsafe-fixes"] * (unsafe > 0)
        if self.known is not None:
            known = f"{self.known:,} known by the baseline left out"
            hints.append(known if self.known else "a baseline is in use and leaves nothing out")
        hints += [f"{self.hidden:,} not shown"] * (self.hidden > 0)
        return told + (f" ({'; '.join(hints)})" if hints else "")

    def statistics_as_json(self) -> str:
        """An array, one object a rule."""
        return json.dumps(
            [
                {"rule": rule, "severity": severity.value, "count": count, "fixable": rule in self.fixable_rules}
                for (rule, severity), count in self._rows()
            ],
            indent=2,
        )

    def _rows(self) -> list[tuple[tuple[str, Severity], int]]:
        return sorted(self.rules.items(), key=lambda row: (-row[1], row[0][1].rank, row[0]))

    def statistics(self) -> str:
        """A table: count, severity, whether it can be fixed, rule."""
        return "".join(
            f"{count:>7}  {severity:<7}  {'fix' if rule in self.fixable_rules else '   '}  {rule}\n"
            for (rule, severity), count in self._rows()
        )
