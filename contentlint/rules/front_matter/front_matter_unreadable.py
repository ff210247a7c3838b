"""See `FrontMatterUnreadable`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document, Problem
from contentlint.rule import Bad, Finding, Good, Rule, Safety, Severity


class FrontMatterUnreadable(Rule):
    """The front matter cannot be read, or a slip makes it say something else.

    The site is not built, or the article goes out without its title, date or tags, or with wrong ones. The place is the
    line to mend, which is often not the line a parser complains about.

    The fix is unsafe: it mends the one probable cause, such as missing quotes, and only you know what was meant. It is
    safe where a value goes on at the margin, which newer versions of Hexo refuse and others read: it indents it.
    """

    name = "front-matter-unreadable"
    problem = "front-matter-unreadable"
    severity = Severity.ERROR
    yields_to = ("merge-conflict-marker",)
    good = (
        '---\ntitle: "Kites: a history"\n---\n',
        "---\ntitle: Kites at 10:30\nurl: https://example.org/kites\n---\n",
        "---\nsummary: >-\n  Kites: they fly.\n  - always\ntags: [kites, '@wind']\n---\n",
        "---\n:layout: post\n:title: Kites\n:nodeid: 3\n---\n",
        "---\n\nA rule above, a rule below: this is prose.\n\n---\n",
        "---\n甲: 他说: 风筝\n乙: 她说: 风\n\n---\n",
        '+++\ntitle = "Kites: a history"\n+++\n',
        '---\ndescription: "Kites fly\nin the wind."\n---\n',
        '+++\ntitle = "Kites"\n[menu.main]\nname = "Kites"\n[cascade]\ndraft = true\n[[resources]]\ntitle = "風"\n+++\n',
        "---\ntitle: a // b\ncover: //cdn.example/凧.png\n---\n",
        "---js\n{ title: `Kites` }\n---\n",
        "---\ntitle: {{ .Name }}\ndate: {{ .Date }}\n---\n",
        Good(
            '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\n---\n', path="archetypes/default.md"
        ),
        Good("---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n", path="scaffolds/post.md"),
        Good("# 风筝\n\n没有元数据。\n"),
    )
    bad = (
        Bad("---\n⟦:layout⟧: post\ntitle: 凧\n---\n", fixed="---\nlayout: post\ntitle: 凧\n---\n", unsafe=True),
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
            "---\nimage: ⟦// 封面⟧\n  path: a.jpg\n  title: 凧\n---\n",
            fixed="---\nimage: # 封面\n  path: a.jpg\n  title: 凧\n---\n",
            unsafe=True,
        ),
        Bad("---\n标题: ⟦风筝: 历史⟧\n---\n", fixed='---\n标题: "风筝: 历史"\n---\n', unsafe=True),
        Bad('+++\n⟦[author⟧\nname = "Ann"\n+++\n', fixed='+++\n[author]\nname = "Ann"\n+++\n', unsafe=True),
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
            "---\ntitle: 凧\n⟦@type: Article⟧\n---\n",
            fixed='---\ntitle: 凧\n"@type": Article\n---\n',
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
        Bad(
            "---\n⟦title: 凧 one date: 2021-11-07 layout: post⟧\n---\n",
            fixed="---\ntitle: 凧 one\ndate: 2021-11-07\nlayout: post\n---\n",
            unsafe=True,
        ),
        Bad(
            "---\n⟦- title: 凧⟧\n- date: 2021-11-07\n---\n",
            fixed="---\ntitle: 凧\ndate: 2021-11-07\n---\n",
            unsafe=True,
        ),
        Bad(
            '+++\ntitle = "凧"\n\n[taxonomies]\ntags = ["風"]\n⟦draft = true⟧\n+++\n',
            fixed='+++\ntitle = "凧"\ndraft = true\n\n[taxonomies]\ntags = ["風"]\n+++\n',
            unsafe=True,
        ),
        Bad(
            "---\nauthor: ⟦!person⟧\n  name: 凧\n---\n",
            fixed="---\nauthor:\n  name: 凧\n---\n",
            unsafe=True,
        ),
        Bad(
            '---\ntitle: ⟦"The kite $\\beta$"⟧\n---\n',
            fixed='---\ntitle: "The kite $\\\\beta$"\n---\n',
            unsafe=True,
        ),
        Bad("---\ntitle: 凧\ndate: ⟦{{ .Date }}⟧\n---\n", path="content/posts/kites.md"),
        Bad("---\ntitle: Kites fly.\n⟦often⟧\nlayout: post\n---\n"),
    )

    def tell(self, problem: Problem) -> Finding:
        found = super().tell(problem)
        if not problem.is_slight:
            return found
        severity = max(self.severity, Severity.WARNING, key=lambda each: each.rank)
        return found._replace(severity=severity, fix=found.fix and found.fix._replace(safety=Safety.SAFE))

    def check(self, document: Document) -> Iterator[Finding]:
        if not document.is_site_part:  # a template for articles is front matter once it is filled in
            yield from super().check(document)
