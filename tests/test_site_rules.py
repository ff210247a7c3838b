"""Rules about a whole site: what each article contributes, judged together as `check` does it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

import contentlint
from contentlint.config import Config
from contentlint.rule import Fact
from contentlint.rules.site.duplicate_title import DuplicateTitle
from contentlint.site import judged
from contentlint.wire import from_json, to_json

STORY = "The kite rose over the old town, higher than the tower, and the whole market square looked up at it. " * 3
LONG = STORY + "".join(f"Then child number {number} let go of line {number * 7}, and laughed. " for number in range(40))


def _found(rule: str, site: Mapping[str, str], profile: str = "") -> dict[str, str]:
    """The messages of a rule by path, over a site of these files; results travel as JSON, as from a cache."""
    config = Config(Path.cwd(), values={"select": [rule], "profile": profile})
    results = [contentlint.check(text, path, config) for path, text in sorted(site.items())]
    results = [from_json(json.loads(json.dumps(to_json(result)))) for result in results]
    return {
        result.path: found.message
        for result in judged(results, config)
        for found in result.findings
        if found.rule == rule
    }


def test_a_rule_may_tell_of_a_fact_that_equals_one_it_was_given() -> None:
    class Copies(DuplicateTitle):
        def judge(self, facts: Iterable[tuple[str, Fact]]) -> Iterator[tuple[str, Fact, str]]:
            yield from super().judge((path, pickle.loads(pickle.dumps(fact))) for path, fact in facts)

    config = Config(Path.cwd(), values={"select": ["duplicate-title"]})
    results = [contentlint.check(_article(title="How kites fly"), path, config) for path in ("a.md", "b.md")]
    config.__dict__["rules"] = (Copies(),)
    assert [(each.path, len(each.findings)) for each in judged(results, config)] == [("a.md", 0), ("b.md", 1)]


def _article(**keys: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\n\nKites.\n"


@pytest.mark.parametrize(
    ("site", "profile"),
    [
        pytest.param(
            {"a.md": _article(permalink="/kites/"), "news/b.md": _article(permalink="/kites")}, "", id="permalink"
        ),
        pytest.param({"a.md": _article(url="/k/index.html"), "b.html": _article(url="/k/")}, "", id="url"),
        pytest.param({"content/p/a.md": _article(slug="k"), "content/p/b.md": _article(slug="k")}, "hugo", id="slug"),
        pytest.param({"content/p/a.md": _article(slug="b"), "content/p/b.md": _article()}, "hugo", id="slug and name"),
        pytest.param({"content/p/a.md": _article(), "content/p/a/index.md": _article()}, "hugo", id="name and folder"),
        pytest.param(
            {"_posts/2024-05-06-a.md": _article(), "_posts/2024-05-06-a.markdown": _article()}, "jekyll", id="suffix"
        ),
        pytest.param({"src/content/a.md": _article(), "src/content/a.mdx": _article()}, "astro", id="md and mdx"),
        pytest.param({"docs/a.md": _article(slug="/k"), "docs/p/b.md": _article(slug="/k/")}, "docs", id="whole slug"),
        pytest.param({"docs/p/README.md": _article(), "docs/p/index.md": _article()}, "docs", id="two indexes"),
        pytest.param(
            {"content/p/a.md": _article(slug="Red Kite"), "content/p/b.md": _article(slug="red-kite")},
            "hugo",
            id="case",
        ),
        pytest.param({"a.md": _article(abbrlink="12"), "b.md": _article(abbrlink="12")}, "hexo", id="number"),
        pytest.param(
            {"_posts/a/2024-05-06-k.md": _article(), "_posts/b/2024-05-06-k.md": _article()},
            "jekyll",
            id="folders of posts",
        ),
        pytest.param(
            {"a.md": _article(permalink="/k"), "b.md": _article(permalink="/k.html")}, "jekyll", id="a file of Jekyll's"
        ),
        pytest.param(
            {"source/_posts/k.html": _article(slug="a"), "source/_posts/k.md": _article(slug="b")},
            "hexo",
            id="slugs that Hexo ignores",
        ),
        pytest.param({"content/p/a.md": _article(), "content/x.md": _article(url="/p/a/")}, "hugo", id="name and url"),
        pytest.param({"content/index.md": _article(), "content/x.md": _article(url="/")}, "hugo", id="the first page"),
        pytest.param(
            {"about.md": _article(), "x.md": _article(permalink="/about.html")}, "jekyll", id="name and permalink"
        ),
        pytest.param(
            {"p/index.md": _article(), "x.md": _article(permalink="/p/")}, "jekyll", id="folder and permalink"
        ),
        pytest.param(
            {"source/about/index.md": _article(), "source/x.md": _article(permalink="about/")},
            "hexo",
            id="folder and permalink of Hexo's",
        ),
        pytest.param(
            {"src/content/blog/a.md": _article(slug="k"), "src/content/blog/b.md": _article(slug="k")},
            "astro",
            id="slugs of a collection",
        ),
        pytest.param(
            {"src/content/blog/k.md": _article(), "src/content/blog/p/b.md": _article(slug="k")},
            "astro",
            id="slug and name of a collection",
        ),
    ],
)
def test_one_address_twice(site: Mapping[str, str], profile: str) -> None:
    first, second = sorted(site)
    found = _found("duplicate-slug", site, profile)
    assert list(found) == [second]
    assert first in found[second]


@pytest.mark.parametrize(
    ("site", "profile"),
    [
        pytest.param({"a.md": _article(slug="k"), "b.md": _article(slug="k")}, "", id="slugs without a profile"),
        pytest.param({"x/a.md": _article(), "x/a.html": _article()}, "", id="names without a profile"),
        pytest.param(
            {"a.md": _article(permalink="/k/"), "b.md": _article(permalink="/k/", draft="true")}, "", id="draft"
        ),
        pytest.param({"a.md": _article(permalink="/k/"), "_drafts/b.md": _article(permalink="/k/")}, "", id="drafts"),
        pytest.param({"a.en.md": _article(url="/k/"), "a.zh.md": _article(url="/k/")}, "", id="language suffixes"),
        pytest.param({"en/a.md": _article(url="/k/"), "zh-cn/a.md": _article(url="/k/")}, "", id="language folders"),
        pytest.param({"a.md": _article(url="/k/", lang="en"), "b.md": _article(url="/k/", lang="ja")}, "", id="lang"),
        pytest.param(
            {"a.md": _article(permalink="/:title/"), "b.md": _article(permalink="/:title/")}, "", id="pattern"
        ),
        pytest.param(
            {"a.md": _article(url="https://x.example/"), "b.md": _article(url="https://x.example/")}, "", id="elsewhere"
        ),
        pytest.param(
            {"one/content/a.md": _article(url="/k/"), "two/content/a.md": _article(url="/k/")}, "", id="two sites"
        ),
        pytest.param(
            {"content/p/a.md": _article(slug="k"), "content/q/a.md": _article(slug="k")}, "hugo", id="folders"
        ),
        pytest.param({"content/a.en.md": _article(), "content/a.zh.md": _article()}, "hugo", id="translations"),
        pytest.param(
            {"_posts/2024-05-06-a.md": _article(), "_posts/2024-05-07-a.md": _article()}, "jekyll", id="other day"
        ),
        pytest.param(
            {"content/a.md": _article(url="/k/", headless="true"), "content/b.md": _article(url="/k/")},
            "hugo",
            id="headless",
        ),
        pytest.param(
            {
                "content/a/index.md": _article(),
                "content/a/note.md": _article(),
                "content/a/b/index.md": _article(url="/k/"),
                "content/k.md": _article(),
                "content/x.md": _article(url="/a/note/"),
            },
            "hugo",
            id="files that belong to a page",
        ),
        pytest.param({"docs/_a.md": _article(slug="/k"), "docs/b.md": _article(slug="/k")}, "docs", id="a partial"),
        pytest.param({"a.md": _article(url="/k.html"), "b.md": _article(url="/k/")}, "", id="a file and a folder"),
        pytest.param(
            {"a.md": _article(permalink="/k"), "b.md": _article(permalink="/k/")},
            "jekyll",
            id="a file and a folder of Jekyll's",
        ),
        pytest.param(
            {
                "versioned_docs/version-1/a.md": _article(slug="/k"),
                "versioned_docs/version-2/a.md": _article(slug="/k"),
            },
            "docs",
            id="versions",
        ),
        pytest.param(
            {"source/_posts/a.md": _article(slug="k"), "source/_posts/b.md": _article(slug="k")},
            "hexo",
            id="slugs that Hexo ignores",
        ),
        pytest.param({"a.md": _article(slug="k"), "b.md": _article(slug="k")}, "jekyll", id="slugs of pages"),
        pytest.param({"About.md": _article(), "x.md": _article(permalink="/about")}, "jekyll", id="case of Jekyll's"),
        pytest.param(
            {"en/about.md": _article(), "x.md": _article(permalink="/about.html")}, "jekyll", id="a language's folder"
        ),
        pytest.param(
            {"docs/content/a.md": _article(), "content/a.md": _article()}, "hugo", id="a site in the folder docs"
        ),
        pytest.param({"source/C#.md": _article(), "source/C.md": _article()}, "hexo", id="a sign in a name"),
        pytest.param(
            {"_layouts/a.html": _article(permalink="/k/"), "a.md": _article(permalink="/k/")}, "jekyll", id="layout"
        ),
    ],
)
def test_addresses_that_differ_or_are_not_known(site: Mapping[str, str], profile: str) -> None:
    assert _found("duplicate-slug", site, profile) == {}


@pytest.mark.parametrize(
    ("folder", "address"), [("src/pages/kites", ", /kites/about:"), ("src/content/blog", " address:")]
)
def test_only_an_address_that_is_known_is_told(folder: str, address: str) -> None:
    site = {f"{folder}/about.md": _article(), f"{folder}/about.mdx": _article()}
    assert address in _found("duplicate-slug", site, "astro")[f"{folder}/about.mdx"]


def test_titles_are_compared_in_one_language() -> None:
    site = {
        "a.md": _article(title="How kites fly"),
        "b.md": _article(title='"How Kites Fly!"'),
        "c.md": _article(title="How kites fall"),
        "d.md": _article(title="How kites fly", draft="true"),
        "de/e.md": _article(title="How kites fly"),
        "f.md": _article(title="C++"),
        "g.md": _article(title='"C#"'),
        "v1.2/h.md": _article(title="How kites fly"),
    }
    assert list(_found("duplicate-title", site)) == ["b.md"]


WRAPPED = LONG.replace(". ", ".\n")
ITEMS = "".join(f"- Kite number {number} from village {number * 7}\n" for number in range(60))
CHINESE = "".join(f"<p>第{number}只风筝飞过了老城，比塔还高</p>\n" for number in range(40))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(WRAPPED, WRAPPED.replace("\n", "\r\n"), id="line ends"),
        pytest.param(WRAPPED, LONG, id="line breaks"),
        pytest.param(LONG, LONG.replace(" the ", "  the "), id="blanks"),
        pytest.param(WRAPPED, "> " + WRAPPED.strip().replace("\n", "\n> ") + "\n", id="a quotation"),
        pytest.param(LONG + "It's 'high'.", LONG + "It’s ‘high’.", id="quotes"),
        pytest.param(CHINESE, CHINESE.replace("<p>", "<p>　　"), id="ideographic indent"),
        pytest.param(ITEMS, ITEMS + "- One more kite\n", id="a longer list"),
    ],
)
def test_how_a_text_is_set_makes_no_difference(one: str, other: str) -> None:
    assert list(_found("duplicate-body", {"a.md": one, "b.md": other})) == ["b.md"]


def test_nearly_equal_texts_are_one() -> None:
    site = {
        "a.md": _article() + LONG,
        "b.md": _article() + LONG.replace("number 30 let", "number thirty let"),
        "c.md": _article() + LONG[: len(LONG) // 2],
        "d.md": _article() + "".join(f"Boat {number} sailed past buoy {number * 3} at dawn. " for number in range(60)),
        "ja/e.md": _article() + LONG,
    }
    assert list(_found("duplicate-body", site)) == ["b.md"]


def test_short_texts_are_never_alike() -> None:
    assert _found("duplicate-body", {"a.md": _article(), "b.md": _article()}) == {}


def test_a_change_of_order_in_chinese_text_is_seen() -> None:
    first = "".join(f"第{number}只风筝飞过了第{number * 7}座屋顶，孩子们都笑了。" for number in range(60))
    other = "".join(f"第{number}条小船驶过了第{number * 3}座石桥，老人们都醒了。" for number in range(60))
    site = {"a.md": _article() + first, "b.md": _article() + first + "完。", "c.md": _article() + other}
    assert list(_found("duplicate-body", site)) == ["b.md"]


def test_a_category_against_a_folder_that_stands_for_one() -> None:
    site = {
        "content/kites/a.md": _article(category="Kites"),
        "content/kites/b.md": _article(category="wind"),
        "content/kites/paper/c.md": _article(categories="[rain]"),
        "content/kites/paper/d.md": _article(categories="[kites/silk]"),
        "content/en/kites/e.md": _article(category="Vent"),
    }
    found = _found("category-against-folder", site)
    assert list(found) == ["content/kites/b.md", "content/kites/paper/c.md"]
    assert all('the folder is "kites"' in message for message in found.values())


@pytest.mark.parametrize(
    "site",
    [
        pytest.param({"old/a.md": _article(category="tech")}, id="one article"),
        pytest.param({"un1/a.md": _article(category="tech"), "un1/b.md": _article(category="tech")}, id="never named"),
        pytest.param(
            {f"misc/{name}.md": _article(category=name) for name in ("misc", "tech", "wind", "food")}, id="a mixture"
        ),
    ],
)
def test_a_folder_whose_articles_rarely_name_it_is_no_category(site: Mapping[str, str]) -> None:
    assert _found("category-against-folder", site) == {}


def test_an_article_alone_in_a_folder_below_one_for_content_is_told() -> None:
    site = {"content/posts/kites/a.md": _article(category="wind"), "content/posts/wind/b.md": _article(category="wind")}
    assert list(_found("category-against-folder", site)) == ["content/posts/kites/a.md"]
