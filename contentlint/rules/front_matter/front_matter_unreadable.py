"""See `FrontMatterUnreadable`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.rule import Bad, Finding, Good, Rule, Severity


class FrontMatterUnreadable(Rule):
    """The front matter cannot be read, or a slip makes it say something else.

    The site is not built, or the article goes out without its title, date or tags, or with wrong ones. The place is the
    line to mend, which is often not the line a parser complains about.

    The fix is unsafe: it mends the one probable cause, such as missing quotes, and only you know what was meant.
    """

    name = "front-matter-unreadable"
    problem = "front-matter-unreadable"
    needs = {"!front-matter-unreadable"}
    severity = Severity.ERROR
    yields_to = ("merge-conflict-marker",)
    good = (
        '---\ntitle: "Kites: a history"\n---\n',
        "---\ntitle: Kites at 10:30\nurl: https://example.org/kites\n---\n",
        "---\nsummary: >-\n  Kites: they fly.\n  - always\ntags: [kites, '@wind']\n---\n",
        "---\n\nA rule above, a rule below: this is prose.\n\n---\n",
        '+++\ntitle = "Kites: a history"\n+++\n',
        "---js\n{ title: `Kites` }\n---\n",
        "---\ntitle: {{ .Name }}\ndate: {{ .Date }}\n---\n",
        Good(
            '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\n---\n', path="archetypes/default.md"
        ),
        Good("---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n", path="scaffolds/post.md"),
        Good("# 风筝\n\n没有元数据。\n"),
    )
    bad = (
        Bad(
            "---\ntitle: ⟦Kites: a history⟧\ndate: 2021-11-07\n---\n",
            fixed='---\ntitle: "Kites: a history"\ndate: 2021-11-07\n---\n',
            unsafe=True,
        ),
        Bad(
            '---\ntitle: ⟦"他说"你好"就走了"⟧\n---\n',
            fixed="---\ntitle: '他说\"你好\"就走了'\n---\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: 凧\n⟦layout:post⟧\n---\n",
            fixed="---\ntitle: 凧\nlayout: post\n---\n",
            unsafe=True,
        ),
        Bad(
            "---\ntitle: ⟦@astrojs/vue를 쓰는 법⟧\n---\n",
            fixed='---\ntitle: "@astrojs/vue를 쓰는 법"\n---\n',
            unsafe=True,
        ),
        Bad(
            "---\ntags:\n⟦\t⟧- kites\n\t- wind\n---\n",
            fixed="---\ntags:\n  - kites\n  - wind\n---\n",
            unsafe=True,
        ),
        Bad(
            '+++\n⟦title = "Kites⟧\ndraft = true\n+++\n',
            fixed='+++\ntitle = "Kites"\ndraft = true\n+++\n',
            unsafe=True,
        ),
        Bad(
            '{\n  ⟦"title": "Kites"⟧\n  "date": "2021-11-07"\n}\n\nThey fly.\n',
            fixed='{\n  "title": "Kites",\n  "date": "2021-11-07"\n}\n\nThey fly.\n',
            unsafe=True,
        ),
        Bad(
            "---\nhero:\n  actions:\n    - text: 始める\n    ⟦icon: rocket⟧\n---\n",
            fixed="---\nhero:\n  actions:\n    - text: 始める\n      icon: rocket\n---\n",
            unsafe=True,
        ),
        Bad("---\ntitle: 凧\ndate: ⟦{{ .Date }}⟧\n---\n", path="content/posts/kites.md"),
        Bad("---\ntitle: Kites fly.\n⟦often⟧\nlayout: post\n---\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not document.is_site_part:  # a template for articles is front matter once it is filled in
            yield from super().check(document)
