"""See `LimitExceeded`."""

from __future__ import annotations

from contentlint.rule import Bad, Good, Rule, Severity


class LimitExceeded(Rule):
    """A limit stopped the check before the end.

    The file is larger, or nests its values or tags deeper, than any article is. What lies beyond the limit was not
    checked, so faults there go unreported.

    There is no fix: split the article, or ask whoever exported it what went wrong.
    """

    name = "limit-exceeded"
    is_indispensable = True
    severity = Severity.ERROR
    problem = "limit-exceeded"
    good = (
        "---\ntags: [[kites, [high, [higher]]]]\n---\n\nKites fly.\n",
        Good(f"<p>{'<b>' * 40}凧{'</b>' * 40}</p>\n", path="page.html"),
        "[[[[[[[[[[ 风筝 ]]]]]]]]]]\n",
    )
    bad = (
        Bad(f"⟦<⟧p{' kite' * 257}>Kites</p>\n"),
        Bad(f"---\ntags: {'[' * 100}⟦[]⟧{']' * 100}\n---\n\n凧\n"),
        Bad(f"+++\n⟦t⟧ags = {'[' * 101}{']' * 101}\n+++\n\n风筝飞。\n"),
    )
