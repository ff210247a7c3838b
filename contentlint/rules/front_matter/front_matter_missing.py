"""See `FrontMatterMissing`."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import Document
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule, Severity
from contentlint.setting import Schema

_NO_ARTICLE = pattern(
    r"(?i)(?:readme|changelog|changes|history|licen[cs]e|copying|notice|contributing|contributors|authors|maintainers|"
    r"code[_-]of[_-]conduct|security|support|governance|todo|summary|claude|agents|codeowners|release[_-]?notes|"
    r"pull_request_template|issue_template|_sidebar|_navbar|_coverpage|_footer|_toc|404|robots|google[0-9a-f]{16})(?:[._-]\w+)*"
)
_NO_ARTICLES = pattern(r"(?i)(?:^|/)(?:_data|includes|components|\.github)/")
_FENCED = pattern(r"\ufeff?(-{3}|\+{3})[ \t]*+\n(?:.*+\n)*?\1[ \t]*+(?:\n|\Z)")
_NAMES_SHOWN = 4


class FrontMatterMissing(Rule):
    """An article has no front matter, though a schema says what it must hold.

    Without it the site knows neither title nor date, and lists and feeds leave the article out.

    There is no fix: only you know what belongs there.
    """

    name = "front-matter-missing"
    is_about_whole = True
    severity = Severity.ERROR
    good = (
        "Kites fly. No schema was chosen for this article.\n",
        Good("---\ntitle: Kites\n---\n", schema={"required": ["title"]}),
        Good("\ufeff\n\n+++\ntitle = '风筝'\n+++\n", schema={"required": ["title"]}),
        Good("# About this folder\n", path="posts/README.md", schema={"required": ["title"]}),
        Good("# 变更记录\n", path="CHANGELOG.zh-CN.md", schema={"required": ["title"]}),
        Good("# 凧\n\n凧が揚がる。\n", profile="hugo"),
        Good("Title: 凧\nAuthor: 王五\n\n---\n\n凧が揚がる。\n", profile="hexo"),
        Good("description: >-\n  凧の話\n---\n\n凧が揚がる。\n", profile="hexo"),
        Good("<ul><li>風箏</li></ul>\n", path="docs/_includes/nav.html", profile="jekyll"),
        Good("<!doctype html><html><head></head><body></body></html>\n", path="static/map.html", schema={}),
    )
    bad = (
        Bad("⟦⟧风筝在飞。\n", schema={"required": ["title", "date"]}),
        Bad("⟦⟧Kites fly.\n", schema={"required": ["title"]}, profile="hugo"),
        Bad("⟦⟧---\n\nA rule at the top, then prose.\n\n---\n\nMore.\n", profile="jekyll"),
        Bad("⟦⟧---\n- 風\n- 凧\n---\n\n凧が揚がる。\n", profile="hugo"),
        Bad("\ufeff⟦⟧# 凧\n\n凧が揚がる。\n", profile="hexo"),
        Bad("⟦⟧# 凧\nnote:\n  凧の話\n---\n\n凧が揚がる。\n", profile="hexo"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        setting = document.setting
        if document.front_matter is not None or not setting.schema_is_explicit or document.is_whole_page:
            return
        profile, asked = setting.profile.name, _asked(setting.schema)
        is_fenced = _FENCED.match(document.source.flat) is not None
        # a schema of one's own may ask for nothing; in documentation the first heading is the title, and Hugo needs no
        # fences, but stops where keys are missing between them
        if not asked and (profile in ("", "docs") or (profile == "hugo" and not is_fenced)):
            return
        path = document.source.path.replace("\\", "/")
        stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if document.is_site_part or _NO_ARTICLES.search(path) or _NO_ARTICLE.fullmatch(stem):
            return
        if stem in ("index", "_index") and "/" not in path:
            return
        what = "no keys and values stand between the fences" if is_fenced else "the front matter is missing"
        by_profile = f'{"them" if is_fenced else "it"}, as the profile "{profile}" asks'
        yield self.finding(document.head, f"{what}: add {asked or by_profile}")


def _asked(schema: Schema | None) -> str:
    names = [f'"{name}"' for name in dict.fromkeys(schema.required(()))] if schema is not None else []
    if not names:
        return ""
    more = " and more" if len(names) > _NAMES_SHOWN else ""
    return ", ".join(names[:_NAMES_SHOWN]) + more
