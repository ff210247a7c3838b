"""Write the comments that silence today's findings, in the right syntax for each place."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from contentlint.document import Document, once
from contentlint.patterns import pattern
from contentlint.reading import reading
from contentlint.rule import Finding
from contentlint.rules import all_rules
from contentlint.setting import is_for_jekyll
from contentlint.spans import Merged
from contentlint.suppression import Suppression, suppressions
from contentlint.text import BOM, Edit, Source, Span, line_above

_INDENT = pattern(r"[ \t]*+")
_QUOTE = pattern(r"[ \t]*+(?:>[ \t]*+)*+")
_CALLOUT = pattern(r"\[!\w")  # what a quote begins with that is one: "> [!NOTE]"
_GOES_ON = pattern(r"[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t]")  # in a list, quote or element
_OF_COMMENTS = "suppression-without-reason"
_MOST_TRIED = 200  # times; what is left then is silenced for the whole file
_MOST_READ = 1_000_000  # characters, in all of these times

Parse = Callable[[Source], Document]
Ask = Callable[[Document], list[Finding]]


def silenced(source: Source, reason: str, parse: Parse, ask: Ask) -> tuple[Source, int]:
    """The source with a comment for each finding, and how many were silenced.

    A comment goes to the line above the finding's own where that changes nothing for readers and silences what it is
    to silence, else it speaks for the whole file.
    """
    document = parse(source)
    before = ask(document)
    wanted = _silenceable(before)
    if not wanted:
        return source, 0

    def silenced_near(findings: list[Finding]) -> Source:
        return _near(document, before, list(_comments(document, findings, reason)), parse, ask)

    near = silenced_near(wanted)
    left = _silenceable(ask(parse(near)))
    rules = {finding.rule for finding in left}
    if not rules:
        return near, len(wanted)
    others = [finding for finding in wanted if finding.rule not in rules]
    nearer = silenced_near(others)  # without the comments that the one for the whole file makes superfluous
    rules.update(finding.rule for finding in _silenceable(ask(parse(nearer))))
    far = silenced_throughout(nearer, rules, reason, parse)
    if far is not None:
        found = ask(parse(far))
        left_far = _silenceable(found)
        if len(left_far) < len(left) and not _is_worse(found, before):  # an empty file is empty no more
            return far, len(wanted) - len(left_far)
    return near, len(wanted) - len(left)


def _is_worse(after: list[Finding], before: list[Finding]) -> bool:
    """Whether anything is found that was not, besides what the comments themselves draw."""
    more = Counter(finding.rule for finding in after) - Counter(finding.rule for finding in before)
    return bool(more.keys() - {_OF_COMMENTS})


def silenced_throughout(source: Source, rules: Iterable[str], reason: str, parse: Parse) -> Source | None:
    """The source with a comment that silences these rules in the whole file; None where it would change what is read."""
    document = parse(source)
    silent = source.edited([_for_whole_file(document, rules, reason)])
    return silent if _reads_the_same(document, parse(silent)) else None


def _near(document: Document, before: list[Finding], edits: list[Edit], parse: Parse, ask: Ask) -> Source:
    """The source with those of the comments that work: all at once, else the halves, and the halves of those that do not."""
    source, known = document.source, len(suppressions(document))
    left = min(_MOST_TRIED, _MOST_READ // (len(source.text) + 1) + 1)

    def works(chosen: list[Edit]) -> Source | None:
        edited = source.edited(chosen)
        written = parse(edited)
        new = sum("contentlint" in edit.text for edit in chosen)  # in a style sheet, say, none of them is read
        is_read = len(suppressions(written)) == known + new
        is_kept = is_read and _reads_the_same(document, written) and not _is_worse(ask(written), before)
        return edited if is_kept else None

    def working(chosen: list[Edit]) -> list[Edit]:
        nonlocal left
        if not chosen or not left:
            return []
        left -= 1
        if works(chosen) is not None:
            return chosen
        half = len(chosen) // 2
        return [*working(chosen[:half]), *working(chosen[half:])] if half else []

    return works(edits) or works(working(edits)) or source


def _silenceable(findings: list[Finding]) -> list[Finding]:
    """Those that are neither about comments nor tell that something was not checked."""
    loud = {name for name, rule in all_rules().items() if rule.is_indispensable}
    return [finding for finding in findings if finding.group != "suppression" and finding.rule not in loud]


def _reads_the_same(old: Document, new: Document) -> bool:
    return reading(old).keeps(reading(new), {}) and reading(new).keeps(reading(old), {})


def _for_whole_file(document: Document, rules: Iterable[str], reason: str) -> Edit:
    source, at = document.source, document.body.span.start
    comment = _comment(document, "disable-file", sorted(rules), reason)
    lead = source.text[:at].removeprefix(BOM)
    gap = source.newline if lead and not lead.endswith(("\n", "\r")) else ""
    return Edit.at(at, f"{gap}{comment}{source.newline}")


def _comments(document: Document, findings: Iterable[Finding], reason: str) -> Iterator[Edit]:
    """A comment for each line or front matter key with findings, where one may stand above it."""
    lines: dict[int, set[str]] = defaultdict(set)
    keys: dict[int, set[str]] = defaultdict(set)
    top = document.front_matter.top if document.front_matter is not None else ()
    entries = sorted((entry.key.start, entry.value.end) for entry in top if entry.key is not None)
    for finding in findings:
        at = finding.span.start
        if document.front_matter is not None and at < document.front_matter.span.end:
            before = bisect_right(entries, (at, sys.maxsize)) - 1
            if before >= 0 and at <= entries[before][1]:
                keys[entries[before][0]].add(finding.rule)
        elif at >= document.body.span.start:
            lines[document.source.line_start(at)].add(finding.rule)
    there = {each.effect.start: each for each in reversed(suppressions(document)) if each.span.end <= each.effect.start}
    above = (_above(document, at, names, reason, there.get(at)) for at, names in lines.items())
    beside = (_beside(document, at, sorted(names), reason) for at, names in keys.items())
    yield from filter(None, (*above, *beside))


def _above(document: Document, at: int, names: set[str], reason: str, there: Suppression | None) -> Edit | None:
    """On the line above; names are added to a comment that stands there already."""
    start = max(at, document.body.span.start)
    if there is not None:
        if not there.names:
            return None
        known = {name.text for name in there.names}
        added = "".join(f", {name}" for name in sorted(names - known))
        end = there.names[-1].span.end
        return Edit.at(end, added)
    if document.keeps_space(Span(start, start)) or _shown_as_code(document).hold(start):
        return None
    if document.language == "mdx" and not _stands_free(document, start):
        return None
    match = (_INDENT if document.language == "html" else _QUOTE).match(document.text, start)
    assert match is not None
    lead = match[0].rpartition(">")[0] if _is_callout(document, start, match.end()) else match[0]
    comment = _comment(document, "disable-next-line", sorted(names), reason)
    return Edit.at(start, f"{lead}{comment}{document.source.newline}")


@once
def _shown_as_code(document: Document) -> Merged:
    """What Markdown shows as code though it was meant as HTML: readers would see a comment there."""
    is_html = is_for_jekyll(document.setting.profile, document.source.path)
    return Merged(() if is_html else [node.span for node in document.all("becomes-code", samples=True)])


def _is_callout(document: Document, at: int, end: int) -> bool:
    """Whether a quote begins on a line, up to the end of its marks, with the name of its kind: no other line may stand
    above that."""
    text = document.source.flat
    return _CALLOUT.match(text, end) is not None and not line_above(text, at).startswith(text[at:end].rstrip())


def _stands_free(document: Document, at: int) -> bool:
    """Whether a line goes on with nothing above it. An expression alone on its line, as a comment of MDX is, would end
    the paragraph, list, quote, table or tag."""
    flat = document.source.flat
    return (at == document.body.span.start or not line_above(flat, at).strip()) and _GOES_ON.match(flat, at) is None


def _beside(document: Document, at: int, names: list[str], reason: str) -> Edit | None:
    """On the line above the key: a value over several lines has no line of its own to write on."""
    if document.syntax in ("", "json"):
        return None
    start = document.source.line_start(at)
    why = f" -- {reason}" if reason else ""
    return Edit.at(start, f"# contentlint: ignore[{', '.join(names)}]{why}{document.source.newline}")


def _comment(document: Document, verb: str, names: list[str], reason: str) -> str:
    why = f" -- {reason.replace('--', '—')}" if reason else ""
    text = f"contentlint-{verb} {', '.join(names)}{why}"
    return f"{{/* {text} */}}" if document.language == "mdx" else f"<!-- {text} -->"
