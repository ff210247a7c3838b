"""Ask an article: which findings it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from contentlint.code_shortcodes import changes_sample, has_samples
from contentlint.document import Document
from contentlint.misread import changes_misread, misread_tags
from contentlint.rule import Finding, Rule
from contentlint.spans import Spans
from contentlint.suppression import Effects, Name, Suppression, speaks_to_us, suppressions
from contentlint.text import Span


class RuleFailed(Exception):
    """A rule raised: our bug, named by its rule."""

    def __init__(self, rule: str, error: Exception) -> None:
        super().__init__(f"{rule}: {type(error).__name__}: {error}{_place(error)}")
        self.rule, self.error = rule, error


def _place(error: Exception) -> str:
    """Where in the code an error came up."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return ""
    return f" ({last.tb_frame.f_code.co_filename.rpartition('/')[2]}, line {last.tb_lineno})"


def check(document: Document, rules: Sequence[Rule], *, strict: bool = False) -> list[Finding]:
    """Every finding of these rules, in the order of the places, then of the names; `strict`: comments silence no rule of
    the group security, and none that tells what was not checked.

    Raises:
        RuleFailed: a rule has a bug.
    """
    return check_all((document,), rules, strict=strict)[0]


def check_all(documents: Sequence[Document], rules: Sequence[Rule], *, strict: bool = False) -> list[list[Finding]]:
    """The findings of each document. Each rule looks at all of them in turn: the processor then has it at hand.

    Raises:
        RuleFailed: a rule has a bug.
    """
    found: list[list[Finding]] = [[] for _ in documents]
    pairs = [(document, findings, document.signs) for document, findings in zip(documents, found, strict=True)]
    readable = [pair for pair in pairs if _is_readable(pair[0])]
    for rule in rules:
        asked, needs = pairs if rule.problem else readable, rule.signs()
        try:
            for document, findings, signs in asked:
                if not (needs and needs.isdisjoint(signs)):
                    findings += rule.check(document)
        except Exception as error:
            raise RuleFailed(rule.name, error) from error
    yielding = {rule.name: rule for rule in rules if rule.yields_to}
    return [_judged(*pair, rules, yielding, strict=strict) for pair in zip(documents, found, strict=True)]


def _is_readable(document: Document) -> bool:
    limits = (problem for problem in document.problems if problem.kind == "limit-exceeded")
    return not document.source.undecodable and all(problem.span.end for problem in limits)


def _judged(
    document: Document,
    findings: list[Finding],
    rules: Sequence[Rule],
    yielding: Mapping[str, Rule],
    *,
    strict: bool,
) -> list[Finding]:
    """The findings that count, in order."""
    findings = _most_exact(document, findings, yielding)
    open_comments = [problem.span.start for problem in document.problems if problem.kind == "unclosed-comment"]
    if open_comments:
        first = min(open_comments)
        findings = [_above(first, finding) for finding in findings]
    if findings and (misread_tags(document) or has_samples(document)):
        findings = [_harmless(document, finding) for finding in findings]
    if speaks_to_us(document):
        findings = _unsilenced(document, findings, rules, strict=strict)
    findings.sort(key=lambda finding: (finding.span, finding.rule, finding.message))
    return findings


def _above(comment: int, finding: Finding) -> Finding:
    """The finding without its fix, where that would change what an open comment hides, or the comment."""
    is_below = finding.fix is not None and any(edit.span.end > comment for edit in finding.fix.edits)
    return finding._replace(fix=None) if is_below else finding


def _harmless(document: Document, finding: Finding) -> Finding:
    """The finding without its fix, where that would change what may be the article's text in a tag, or a sample of code."""
    edits = finding.fix.edits if finding.fix is not None else ()
    is_harmful = any(changes_misread(document, edit) or changes_sample(document, edit) for edit in edits)
    return finding._replace(fix=None) if is_harmful else finding


def _most_exact(document: Document, findings: list[Finding], yielding: Mapping[str, Rule]) -> list[Finding]:
    """One fault, one finding: a rule is silent where one it yields to speaks."""
    exact = {name for finding in findings if finding.rule in yielding for name in yielding[finding.rule].yields_to}
    if not exact:
        return findings
    places = {name: Spans([finding.span for finding in findings if finding.rule == name]) for name in exact}
    return [
        finding
        for finding in findings
        if finding.rule not in yielding or not _is_told(document, finding, yielding[finding.rule], places)
    ]


def _is_told(document: Document, finding: Finding, rule: Rule, places: Mapping[str, Spans]) -> bool:
    """Whether a rule that says more exactly what is wrong has spoken of the same place."""
    if rule.yields_to_parts:
        return any(places[name].share(finding.span) for name in rule.yields_to)
    bare = _without_quotes(document.text, finding.span)
    return any(places[name].cover(bare) for name in rule.yields_to)


def _without_quotes(text: str, span: Span) -> Span:
    start, end = span
    while end - start > 1 and text[start] == text[end - 1] and text[start] in "\"'":
        start, end = start + 1, end - 1
    return Span(start, end)


def _unsilenced(document: Document, findings: list[Finding], rules: Sequence[Rule], *, strict: bool) -> list[Finding]:
    """What the article's own comments do not silence, and the comments that silence nothing."""
    comments = suppressions(document)
    if not comments:
        return findings
    effects = Effects(comments)
    unsilenced = {rule.name for rule in rules if strict and (rule.group == "security" or rule.is_indispensable)}
    used: set[tuple[Suppression, Name]] = set()
    kept = []
    for finding in findings:
        silencing = effects.silencing(finding.rule, finding.group, finding.span.start)
        used.update(silencing)
        if not silencing or finding.rule in unsilenced:
            kept.append(finding)
    idle = list(_idle(comments, used, {rule.name: rule.group for rule in rules}))
    for rule in rules:
        kept.extend(rule.unused(document, idle))
    return kept


def _idle(
    comments: Sequence[Suppression], used: set[tuple[Suppression, Name]], groups: Mapping[str, str]
) -> Iterator[tuple[Suppression, Name]]:
    """The comments, and the names in them, that silence nothing, and those that enable what no comment above silences;
    `groups` are those of the rules that were asked, by their names."""
    asked = {*groups, *groups.values()}
    opened: set[str] = set()
    for comment in sorted(comments):
        for name in (name for name in comment.names if name.plain in asked):
            if not comment.closes:
                is_needed = (comment, name) in used
                if comment.opens_range:
                    opened.add(name.plain)
            else:
                is_needed = any(
                    name.plain in (each, groups.get(each)) or groups.get(name.plain) == each for each in opened
                )
                opened.discard(name.plain)
            if not is_needed:
                yield comment, name
