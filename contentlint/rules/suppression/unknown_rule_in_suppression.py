"""See `UnknownRuleInSuppression`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Fix, Rule, Safety
from contentlint.rules.suppression.edits import said_behind, without
from contentlint.suppression import (
    DIRECTIVES,
    Name,
    Suppression,
    UnknownDirective,
    plain,
    suppressions,
    unknown_directives,
)
from contentlint.text import Edit, Span
from contentlint.wording import cut, nearest

_WORD = pattern(r"[\w-]+")


class UnknownRuleInSuppression(Rule):
    """A comment silences a rule that does not exist, or names none.

    It silences nothing: a slip of the pen, or a rule that is gone. The finding it was written for is still reported. A
    misspelt comment silences nothing either.

    The fix is safe: it removes the unknown name, and the comment where nothing is left of it. Where a rule's name or
    another word was meant, it is unsafe and writes that, so that the comment works.
    """

    name = "unknown-rule-in-suppression"
    good = (
        "<!-- contentlint-disable-next-line style-block -- the widget needs it -->\nKites.\n",
        "`<!-- contentlint-disable-next-line no-such-rule -->` is a comment.\n",
        "<!-- contentlint-disable html -->\nKites.\n<!-- contentlint-enable html -->\n",
        "---\n# contentlint: schema=news.json\ntitle: 'A # contentlint: disable'\n---\n\n<!-- Contentlint is a linter -->\n",
        "<!-- ContentLint-based check -->\n\n<!-- CONTENTLINT: see html -->\n\n<!-- Contentlint disable was needed in 2020 -->\n",
    )
    bad = (
        Bad("<!-- contentlint-disable-next-line ⟦kite-rule⟧ -->\nKites.\n", fixed="Kites.\n"),
        Bad(
            "<!-- contentlint-disable-next-line ⟦stile-block⟧ -->\n凧\n",
            fixed="<!-- contentlint-disable-next-line style-block -->\n凧\n",
            unsafe=True,
        ),
        Bad(
            "<!-- contentlint-disable style-block ⟦the chart needs it⟧ -->\n凧\n",
            fixed="<!-- contentlint-disable style-block -- the chart needs it -->\n凧\n",
        ),
        Bad(
            "<!-- contentlint-disable style-block, ⟦no-such⟧ -->\n风筝\n",
            fixed="<!-- contentlint-disable style-block -->\n风筝\n",
        ),
        Bad("⟦<!-- contentlint-disable-file -->⟧\n凧\n", fixed="凧\n"),
        Bad(
            "⟦<!-- contentlint disable style-block -->⟧\n\n凧\n",
            fixed="<!-- contentlint-disable style-block -->\n\n凧\n",
            unsafe=True,
        ),
        Bad(
            "⟦<!-- contentlint-disable-line style-block -->⟧\n\n⟦<!-- contentlint: ignore[html] -->⟧\n\nKites.\n",
            fixed="<!-- contentlint-disable-next-line style-block -->\n\n<!-- contentlint: ignore[html] -->\n\nKites.\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: A  ⟦# contentlint: disable⟧[html]\n---\nKites.\n",
            fixed="---\ntitle: A  # contentlint: ignore[html]\n---\nKites.\n",
            unsafe=True,
        ),
        Bad("---\ntitle: A  # contentlint: ignore[⟦kites⟧]\n---\nKites.\n", fixed="---\ntitle: A\n---\nKites.\n"),
        Bad(
            "---\ntitle: A  # contentlint: ignore[⟦kites⟧] they fly\n---\n凧\n",
            fixed="---\ntitle: A  # they fly\n---\n凧\n",
        ),
        Bad(
            "---\ntitle: A  # contentlint: ignore[html ⟦they fly⟧]\n---\n凧\n",
            fixed="---\ntitle: A  # contentlint: ignore[html] -- they fly\n---\n凧\n",
        ),
        Bad(
            "---\ntitle: A  ⟦# contentlint: ignore⟧(html) -- 凧\n---\n凧\n",
            fixed="---\ntitle: A  # contentlint: ignore[html] -- 凧\n---\n凧\n",
            unsafe=True,
        ),
        Bad(
            "---\n⟦# contentlint: ignore⟧[html -- 凧\ntitle: A\n---\n凧\n",
            fixed="---\n# contentlint: ignore[html] -- 凧\ntitle: A\n---\n凧\n",
            unsafe=True,
        ),
        Bad(
            "---\n⟦# contentlint: ignore[ ]⟧\ntitle: A  ⟦# contentlint: ignore[]⟧\n---\n凧\n",
            fixed="---\ntitle: A\n---\n凧\n",
        ),
        Bad("⟦<!-- contentlint disable was needed in 2020 -->⟧\n\n凧\n"),
        Bad("---\n⟦# contentlint: ignore⟧: they fly\ntitle: A\n---\n凧\n"),
        Bad(
            "---\ntitle: A  ⟦# contentlint ignore⟧[html]\n---\n⟦<!-- ContentLint_disable_next_line html -->⟧\n\n凧\n",
            fixed="---\ntitle: A  # contentlint: ignore[html]\n---\n<!-- contentlint-disable-next-line html -->\n\n凧\n",
            unsafe=True,
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        known = document.setting.known_rules
        for suppression in suppressions(document):
            unknown = [name for name in suppression.names if name.text not in known and name.plain not in known]
            if not suppression.names:
                yield self._nameless(document, suppression)
            if (
                len(unknown) > 1
                and suppression.names[-len(unknown) :] == tuple(unknown)
                and len(suppression.names) > len(unknown)
            ):
                reason = Span(unknown[0].span.start, unknown[-1].span.end)
                parted = _parted(document, suppression, reason)
                yield self.finding(reason, 'write " -- " before the reason', parted)
                continue
            for name in unknown:
                near = nearest(name.text, known)
                advice = f' — did you mean "{near}"?' if near is not None else ": remove it from this comment"
                fix = _fix(document, suppression, name, near, tuple(unknown))
                yield self.finding(name.span, f'there is no rule "{cut(name.text)}"{advice}', fix)
        for directive in unknown_directives(document):
            meant = _meant(document, directive)
            hint = f' — did you mean "{meant}"?' if meant else ""
            mend = _spelled(document, directive, meant) if meant else None
            yield self.finding(directive.span, f'"{cut(directive.word)}" says nothing to contentlint{hint}', mend)

    def _nameless(self, document: Document, suppression: Suppression) -> Finding:
        behind = said_behind(document, suppression)
        if not behind:
            message = "this comment names no rule, so it does nothing: remove it"
            return self.finding(suppression.span, message, without(document, suppression, ()))
        message = "no rule stands in square brackets here, so this comment does nothing: write ignore[rule] -- reason"
        return self.finding(suppression.span, message, _in_brackets(document, suppression, behind))


def _meant(document: Document, directive: UnknownDirective) -> str:
    """The directive of ours that another one is for, "" where none is near."""
    is_in_body, asked = directive.span.start >= document.body.span.start, _verb(directive.word)
    if "ignore" in asked and is_in_body:  # ESLint and Prettier call it so
        return "contentlint-disable-next-line"
    known = [name for name in DIRECTIVES if name.endswith("ignore") != is_in_body]
    if "line" in asked:
        known = [name for name in known if "line" in name]
    if len(known) == 1:
        return known[0]
    near = nearest(asked, map(_verb, known), cutoff=0.6)
    return next((name for name in known if _verb(name) == near), "")


def _fix(
    document: Document, suppression: Suppression, name: Name, near: str | None, unknown: tuple[Name, ...]
) -> Fix | None:
    """The name that was meant, which would silence something again; else without all that are unknown."""
    if near is not None:
        return Fix(f'Write "{near}"', (Edit(name.span, near),), Safety.UNSAFE)
    return without(document, suppression, unknown)


def _parted(document: Document, suppression: Suppression, reason: Span) -> Fix:
    """The reason apart from the rules, behind the bracket where they stand in one."""
    if document.text[suppression.span.start] != "#":
        return Fix("Write the dashes", (Edit.at(reason.start, "-- "),))
    kept = max(name.span.end for name in suppression.names if name.span.end <= reason.start)
    bracket = document.text.index("]", reason.end)
    edits = (Edit(Span(kept, reason.start), "] -- "), Edit(Span(bracket, bracket + 1), ""))
    return Fix("Write the dashes", edits)


def _in_brackets(document: Document, suppression: Suppression, behind: str) -> Fix | None:
    """The names in brackets, where what stands before the reason is nothing but rules."""
    written = behind.partition("--")[0].rstrip()
    names = _WORD.findall(written)
    if not names or not document.setting.known_rules.issuperset(map(plain, names)):
        return None
    start = document.text.index("ignore", suppression.span.start) + len("ignore")  # an empty bracket may follow
    edit = Edit(Span(start, suppression.span.end + len(written)), f"[{', '.join(names)}]")
    return Fix("Write the brackets", (edit,), Safety.UNSAFE)


def _spelled(document: Document, directive: UnknownDirective, meant: str) -> Fix | None:
    """The directive that was meant, where a rule stands behind it: a note in other words is its author's."""
    if not directive.names_rule:
        return None
    start = document.text.index(directive.word, directive.span.start)
    end = start + len(directive.word)
    if not document.text.startswith(("[",) if meant.endswith("ignore") else tuple(": \t\r\n"), end):
        return None
    return Fix(f'Write "{meant}"', (Edit(Span(start, end), meant),), Safety.UNSAFE)


def _verb(directive: str) -> str:
    """What a comment asks for, without the name that it calls."""
    return directive.lower().removeprefix("contentlint").strip("-_: \t")
