"""See `DuplicateKey`."""

from __future__ import annotations

from contentlint.rule import Bad, Good, Rule, Severity


class DuplicateKey(Rule):
    """A key stands twice in the front matter.

    Most site generators keep the last value and say nothing, so one of the two is lost; some refuse to build.

    There is no fix: only you know which of the two is right.
    """

    name = "duplicate-key"
    problem = "duplicate-key"
    severity = Severity.ERROR
    good = (
        "---\ntitle: Kites\nTitle: Kites\n---\n",
        "---\nimage:\n  alt: a kite\ncover:\n  alt: a cover\nlist:\n  - alt: one\n  - alt: two\n---\n",
        "---\nbase: &base {alt: a kite}\nimage:\n  <<: *base\n  alt: another\n---\n",
        '+++\n[a]\nalt = "one"\n[b]\nalt = "two"\n+++\n',
        Good('{\n  "a": {"alt": 1},\n  "b": {"alt": 2}\n}\n\nThey fly.\n'),
    )
    bad = (
        Bad("---\ntitle: 风筝\ndate: 2021-11-07\n⟦title⟧: 纸鸢\n---\n"),
        Bad('---\nimage: {alt: a kite, ⟦"alt"⟧: x}\n---\n'),
        Bad("---\n&key title: Kites\n⟦*key⟧ : More kites\n---\n"),
        Bad('+++\ntitle = "凧"\n⟦title⟧ = "紙鳶"\n+++\n'),
        Bad("+++\n[params]\na = 1\n[⟦params⟧] # my own settings\nb = 2\n+++\n"),
        Bad('+++\nauthor = { name = "Ann", ⟦name⟧.last = "Lee" }\n⟦author⟧.email = "ann@example.org"\n+++\n'),
        Bad('{\n  "title": "Kites",\n  ⟦"title"⟧: "More kites"\n}\n\nThey fly.\n'),
    )
