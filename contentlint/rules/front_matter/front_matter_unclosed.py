"""See `FrontMatterUnclosed`."""

from __future__ import annotations

from contentlint.rule import Bad, Good, Rule, Severity


class FrontMatterUnclosed(Rule):
    """The front matter lacks one of its two fences (`---`, `+++`).

    Readers then see the metadata as text, or the whole article disappears into the metadata.

    The fix is unsafe: it puts the missing fence where the keys seem to end.
    """

    name = "front-matter-unclosed"
    problem = "front-matter-unclosed"
    severity = Severity.ERROR
    silenced_above = ""  # what stands there is front matter to some
    good = (
        "---\ntitle: Kites\n---\n\nThey fly.\n",
        "---\n\nA rule at the top.\n",
        "--- ---\n\nA rule at the top.\n",
        "+++ Eilmeldung +++\n\nDer Drachen fliegt.\n",
        "---\n\n## title: a word\n\nA rule and a heading.\n",
        "---\nАнна: Привет\nИван: Пока\n\nОни ушли.\n",
        "---\n标题: 风筝\n\n正文。\n\n---\n\n又一段。\n",
        "---\ntitle: Kites\n...\n\nThey fly.\n",
        Good("---\ntitle: Kites\n...\n\nThey fly.\n", path="source/_posts/kites.md"),
        Good("-----\ntitle: Kites\n-----\n\nThey fly.\n", profile="hexo"),
        Good("title: Kites\ndate: 2021-11-07\n---\n\nThey fly.\n", profile="hexo"),
        "Kites fly.\n\n---\n\nA rule between.\n",
        "title: Kites and wind\n---------------------\n\nA heading above its underline.\n",
        "layout: grid vs. flexbox\n---\n\nThe same.\n",
        "Kites\nTitle: they fly.\nDate: never.\n---\n\nA heading of three lines.\n",
        "———\nAnn: Kites: yes\nBob: No\n———\n\nA talk.\n",
        "---\ntheme: sky\ntitle: Kites\n---\n\n---\nlayout: cover\ntitle: 凧\n---\n\nA slide.\n",
        "---\ntitle: Kites\n---\n\n---\nDate: May 5\nAuthor: Ann\n---\n\nA line above the text.\n",
    )
    bad = (
        Bad(
            "---\ntitle: 风筝\n⟦date: 2021-11-07⟧\n\n风筝在飞。\n",
            fixed="---\ntitle: 风筝\ndate: 2021-11-07\n---\n\n风筝在飞。\n",
            unsafe=True,
        ),
        Bad(
            '+++\ntitle = "凧"\n⟦draft = true⟧\n\n凧が揚がる。\n',
            fixed='+++\ntitle = "凧"\ndraft = true\n+++\n\n凧が揚がる。\n',
            unsafe=True,
        ),
        Bad(
            '---json\n⟦{"title": "凧"}⟧\n\n凧が揚がる。\n',
            fixed='---json\n{"title": "凧"}\n---\n\n凧が揚がる。\n',
            unsafe=True,
        ),
        Bad(
            "---\n标题: 风筝\n来源: 新华网\n\n⟦风筝在飞。⟧\n\n---\n\n风筝很高。\n",
            fixed="---\n标题: 风筝\n来源: 新华网\n---\n\n风筝在飞。\n\n---\n\n风筝很高。\n",
            unsafe=True,
        ),
        Bad(
            "---\nタイトル: 凧\n⟦公開: はい⟧\n\n凧が揚がる。\n",
            fixed="---\nタイトル: 凧\n公開: はい\n---\n\n凧が揚がる。\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 凧\nlayout: post\n⟦—⟧\n\n凧が揚がる。\n",
            fixed="---\ntitle: 凧\nlayout: post\n---\n\n凧が揚がる。\n",
            unsafe=True,
        ),
        Bad(
            "⟦—--⟧\ntitle: 凧\nkite\n---\n\n凧が揚がる。\n",
            fixed="---\ntitle: 凧\nkite\n---\n\n凧が揚がる。\n",
            unsafe=True,
        ),
        Bad(
            "⟦\u2010\u2010\u2010⟧\ntitle: 凧\n\u2010\u2010\u2010\n\n凧が揚がる。\n",
            fixed="---\ntitle: 凧\n---\n\n凧が揚がる。\n",
            unsafe=True,
        ),
        Bad(
            "⟦* * *⟧\n\ntitle: 凧\n\n* * *\n\n凧が揚がる。\n",
            fixed="---\n\ntitle: 凧\n\n---\n\n凧が揚がる。\n",
            unsafe=True,
        ),
        Bad("⟦kite⟧\ntitle: 凧\nlayout: post\n---\n\n凧が揚がる。\n"),
        Bad("---\ntitle: 凧\n---\n\n⟦---⟧\nlayout: post\ntitle: 凧\ndate: 2021-11-07\n---\n\n凧が揚がる。\n"),
        Bad(
            "⟦--- layout: post title: 凧 date: 2021-11-07 ---⟧\n\n凧が揚がる。\n",
            fixed="---\nlayout: post title: 凧 date: 2021-11-07\n---\n\n凧が揚がる。\n",
            unsafe=True,
        ),
        Bad("⟦+++ +++⟧\n\n凧が揚がる。\n", fixed="+++\n+++\n\n凧が揚がる。\n", unsafe=True),
        Bad(
            '⟦+++ title = "凧" +++⟧\n\n凧が揚がる。\n',
            fixed='+++\ntitle = "凧"\n+++\n\n凧が揚がる。\n',
            unsafe=True,
        ),
        Bad("⟦--- title: 凧 ---⟧\n\n凧が揚がる。\n", fixed="---\ntitle: 凧\n---\n\n凧が揚がる。\n", unsafe=True),
        Bad(
            "⟦title: Kites⟧\nlayout: post\n---\n\nThey fly.\n",
            fixed="---\ntitle: Kites\nlayout: post\n---\n\nThey fly.\n",
            unsafe=True,
        ),
        Bad(
            "⟦-----⟧\ntitle: 凧\n---\n\n凧が揚がる。\n",
            fixed="---\ntitle: 凧\n---\n\n凧が揚がる。\n",
            profile="hexo",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 凧\n⟦-----⟧\n\n凧が揚がる。\n",
            fixed="---\ntitle: 凧\n---\n\n凧が揚がる。\n",
            path="source/_posts/kites.md",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 凧\n⟦...⟧\n\n凧が揚がる。\n",
            fixed="---\ntitle: 凧\n---\n\n凧が揚がる。\n",
            profile="hexo",
            unsafe=True,
        ),
        Bad(
            ';;;\n⟦{⟧\n  "title": "凧"\n}\n;;;\n\n凧が揚がる。\n',
            fixed=';;;\n  "title": "凧"\n;;;\n\n凧が揚がる。\n',
            profile="hexo",
            unsafe=True,
        ),
        Bad('⟦+++⟧\ntitle = "凧"\n+++\n\n凧が揚がる。\n', profile="hexo"),
    )
