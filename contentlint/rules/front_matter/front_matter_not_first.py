"""See `FrontMatterNotFirst`."""

from __future__ import annotations

from contentlint.rule import Bad, Rule, Severity


class FrontMatterNotFirst(Rule):
    """Something stands before the front matter.

    Many site generators look for it in the very first line and otherwise publish it as text.

    The fix is safe where it removes blank lines, indentation and characters that nobody sees. It is unsafe where it
    removes the fences of a block of code around the whole article. There is no fix where text stands there.
    """

    name = "front-matter-not-first"
    problem = "front-matter-not-first"
    severity = Severity.ERROR
    good = (
        "---\ntitle: Kites\n---\n",
        "\ufeff---\ntitle: 风筝\n---\n",
        "\n\nThey fly.\n\n---\n\nHigh.\n",
        "Kites fly.\n\n---\n\nWind: strong.\n\n---\n",
        "# 写作\n\nSuch is a head:\n\n---\ntitle: 風箏\ndate: 2021-11-07\n---\n",
        "<pre>\n---\ntitle: 风筝\ndate: 2021-11-07\n---\n</pre>\n",
        "<details><summary>Example</summary>\n\n---\ntitle: Kites\ndate: 2021-11-07\n---\n</details>\n",
        "<p>文章开头是这样的：</p>\n\n---\ntitle: 风筝\ndate: 2021-11-07\n---\n",
        "<h1>Kites</h1>\n<p>Such is a head</p>\n\n---\ntitle: Kites\ndate: 2021-11-07\n---\n",
        "# 写作\n\n```yaml\n---\ntitle: 风筝\ndate: 2021-11-07\n---\n```\n",
        "```yaml\n---\ntitle: 风筝\ndate: 2021-11-07\n---\n```\n\nSuch is a head.\n",
        "````md\n---\ntitle: 凧\ndate: 2021-11-07\n---\n\n```\n凧\n```\n````\n\nSuch is a whole article.\n",
        "    ---\n    title: 凧\n    ---\n\nSuch is a head.\n",
        "    ---\n    title: 凧\n    date: 2021-11-07\n    ---\n\nSuch is a head.\n",
        "```yaml\n---\ntitle: 风筝\n---\n```\n\nKites fly.\n\n```yaml\ntitle: 风筝\n```\n",
        "```yaml\n---\ntitle: 凧\n---\n```\n\n凧が揚がる。\n",
        "<!-- 凧 -->\n\n---\n# Kites\nauthor: Ann\n---\n\nThey fly.\n",
        "Kites fly.\n\n---\n# Kites\nAuthor: Ann\nDate: May\n---\n\nHigh.\n",
        "Kites\n\n---\n# Agenda\ntitle: the first point\ndate: the second\n---\n\nHigh.\n",
    )
    bad = (
        Bad("⟦\n⟧---\ntitle: 风筝\n---\n\n风筝在飞。\n", fixed="---\ntitle: 风筝\n---\n\n风筝在飞。\n"),
        Bad("\ufeff⟦\r\n  \r\n⟧+++\r\ntitle = '凧'\r\n+++\r\n", fixed="\ufeff+++\r\ntitle = '凧'\r\n+++\r\n"),
        Bad('⟦\n\n⟧{\n  "title": "Kites"\n}\n\nThey fly.\n', fixed='{\n  "title": "Kites"\n}\n\nThey fly.\n'),
        Bad("⟦  ⟧---\n  title: 凧\n  tags:\n    - a\n  ---\n\n凧\n", fixed="---\ntitle: 凧\ntags:\n  - a\n---\n\n凧\n"),
        Bad(
            "⟦    ⟧---\n    title: 凧\n    ---\n\n<p>凧</p>\n",
            fixed="---\ntitle: 凧\n---\n\n<p>凧</p>\n",
            path="kites.HTML",
        ),
        Bad(
            "⟦```markdown\n⟧---\ntitle: Kites\ndate: 2021-11-07\n---\n\nThey fly.\n```\n",
            fixed="---\ntitle: Kites\ndate: 2021-11-07\n---\n\nThey fly.\n",
            unsafe=True,
        ),
        Bad("⟦```md\n⟧---\ntitle: 凧: 風\ndate: 2021-11-07\n---\n\n```sh\nls\n```\n"),
        Bad("⟦Draft, do not publish\n⟧---\ntitle: Kites\ndate: 2021-11-07\n---\n\nThey fly.\n"),
        Bad("⟦Draft\n⟧\n---\n# as of May\n# 2\ntitle: Kites\ndate: 2021-11-07\n---\n\nThey fly.\n"),
        Bad("⟦<!-- 凧 -->\n⟧---\n# https://kites.example\nlayout: home\nhero: 凧\n---\n\n凧\n"),
        Bad("⟦# 凧\n⟧\n---\ntitle: 凧\ndate: 2021-11-07\n---\n\n凧が揚がる。\n"),
        Bad("⟦<p>Draft</p>\n⟧---\ntitle: Kites\ndate: 2021-11-07\n---\n<p>Fly</p>\n", path="kites.html"),
        Bad("⟦<h1>凧</h1>\n⟧\n---\ntitle: 凧\ndate: 2021-11-07\n---\n\n凧が揚がる。\n"),
        Bad("⟦<!doctype html>\n⟧---\ntitle: 凧\n---\n<p>凧</p>\n", path="kites.html"),
        Bad("⟦<!-- made by a program -->\n⟧ ---\ntitle: 凧\n---\n\n凧が揚がる。\n"),
    )
