"""The article that contentlint was made for: every fault of a scraped news page is found, and fixing mends what it may."""

from __future__ import annotations

from pathlib import Path

import pytest

import contentlint
from contentlint.config import Config
from contentlint.dates import same_instant
from contentlint.parsing import parse
from contentlint.text import Source

SCRAPED = Path(__file__).parent / "articles" / "scraped-news.md"


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _seed(request: pytest.FixtureRequest) -> str:
    shared: Path = request.getfixturevalue("shared")
    return _read(shared / "corpora" / "seed-article.md")


@pytest.fixture(params=["own", "seed"])
def article(request: pytest.FixtureRequest) -> str:
    return _read(SCRAPED) if request.param == "own" else _seed(request)


def _found(text: str) -> set[tuple[str, int]]:
    result = contentlint.check(text, "news/article.md", Config(Path.cwd()))
    assert not result.error
    return {(found.rule, found.location.row) for found in result.findings}


def _rows(text: str, *parts: str) -> set[int]:
    lines = text.splitlines()
    return {row for row, line in enumerate(lines, 1) if any(part in line for part in parts)}


def _row(text: str, part: str) -> int:
    return min(_rows(text, part))


def _demanded(text: str) -> set[tuple[str, int]]:
    """Every fault that such an article has, by the rule that must tell it and the row it stands in."""
    comments = _rows(text, "news_keyword_pub", "正文下iframe", "总声明", "文末二维码", "编辑姓名及工作代码")
    return {
        ("front-matter-not-first", 1),
        ("date-not-iso", _row(text, "date: ")),
        ("trailing-whitespace", _row(text, "categories: ")),
        ("image-only-in-promo", _row(text, "headimg: ")),
        ("image-only-in-promo", _row(text, "thumbnail: ")),
        *(("tracking-comment", row) for row in comments),
        ("style-block", _row(text, "<style>")),
        ("escaped-braces-in-raw-text", _row(text, ".appendQr_wrap&#123;")),
        ("promo-block", _row(text, 'appendQr_wrap"')),
        ("image-missing-alt", _row(text, "<img ")),
        ("credit-not-in-front-matter", _row(text, "article-editor")),
    }


def _runs_of_blank_lines(text: str, most: int = 2) -> set[int]:
    """The row of the first surplus line of each run of empty lines."""
    rows, run = set(), 0
    for row, line in enumerate(text.rstrip().splitlines(), 1):
        run = run + 1 if not line.strip() else 0
        if run == most + 1:
            rows.add(row)
    return rows


def test_every_fault_is_found(article: str) -> None:
    found = _found(article)
    assert _demanded(article) - found == set()
    assert {("blank-line-run", row) for row in _runs_of_blank_lines(article)} - found == set()


def test_html_that_becomes_code_is_found(article: str) -> None:
    first, last = _row(article, "            <!-- 文末二维码"), _row(article, "            </div>")
    assert any(rule == "html-becomes-code" and first <= row <= last for rule, row in _found(article))


def test_the_end_of_the_file_is_told(article: str) -> None:
    last = article.count("\n") + 1
    rule = "missing-final-newline" if article == article.rstrip() else "trailing-whitespace"
    assert any(found == rule and row >= last - 1 for found, row in _found(article))


def test_the_seed_has_its_style_block_where_the_lines_say(request: pytest.FixtureRequest) -> None:
    result = contentlint.check(_seed(request), "seed-article.md", Config(Path.cwd()))
    blocks = [found for found in result.findings if found.rule == "style-block"]
    assert [(found.location.row, found.end_location.row) for found in blocks] == [(55, 60)]


def test_the_editor_is_credited(article: str) -> None:
    """The credit of the quoted source is none, the article's own is enough."""
    assert not any(rule in ("missing-editor-credit", "empty-credit") for rule, _ in _found(article))


def test_safe_fixes_mend_without_touching_what_is_read(article: str) -> None:
    fixed = contentlint.fix(article, "news/article.md", Config(Path.cwd()))
    before, after = (parse(Source("article.md", text)) for text in (article, fixed))
    assert fixed.startswith("---\n")
    assert fixed.endswith("</div>\n")
    for key in ("title", "categories", "author", "headimg", "thumbnail", "comments"):
        assert after.data[key] == before.data[key]
    assert "T" in after.data["date"]
    assert same_instant(after.data["date"]) == same_instant(before.data["date"])
    credit = fixed[fixed.index("责任编辑：") :].split("<")[0]
    assert credit in article
    assert after.data["editor"] == credit.removeprefix("责任编辑：").split()[0]
    assert fixed.index("\neditor: ") == fixed.index("\n", fixed.index("author: "))
    assert "<style" not in fixed
    assert "<!--" not in fixed
    for line in article.splitlines():
        if "<p>" in line:
            assert line.split("<!--")[0] in fixed
    assert 'appendQr_wrap"' in fixed, "what a reader reads is never removed by a safe fix"


def test_unsafe_fixes_remove_the_promotion_and_its_pictures(article: str) -> None:
    fixed = contentlint.fix(article, "news/article.md", Config(Path.cwd()), unsafe=True)
    after = parse(Source("article.md", fixed))
    assert "appendQr" not in fixed
    assert ".png" not in fixed
    assert not {"headimg", "thumbnail"} & set(after.data)
    assert after.data["editor"]
    assert "article-editor" in fixed


@pytest.mark.parametrize("rules", [["promo-block"], ["promo-block", "image-only-in-promo"]], ids="+".join)
def test_no_picture_of_a_removed_promotion_stays(article: str, rules: list[str]) -> None:
    """Once the block is gone nothing shows that the picture was its own: both go in one pass or in none."""
    config = Config(Path.cwd(), values={"select": rules})
    fixed = contentlint.fix(article, "news/article.md", config, unsafe=True)
    assert 'appendQr_wrap"' not in fixed
    assert ".png" not in fixed
    assert "文末二维码" not in fixed
    assert "<style>" in fixed, "the style sheet is another rule's"


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_fixing_again_changes_nothing(article: str, unsafe: bool) -> None:
    once = contentlint.fix(article, "news/article.md", Config(Path.cwd()), unsafe=unsafe)
    assert contentlint.fix(once, "news/article.md", Config(Path.cwd()), unsafe=unsafe) == once


def test_line_ends_are_kept(article: str) -> None:
    fixed = contentlint.fix(article.replace("\n", "\r\n"), "news/article.md", Config(Path.cwd()))
    assert fixed == contentlint.fix(article, "news/article.md", Config(Path.cwd())).replace("\n", "\r\n")


def test_the_whole_key_of_a_promotion_s_picture_is_named() -> None:
    article = '---\nparams:\n  title: Kites\n  images: [/qr.png]\n---\n\nKites.\n\n<div class="follow-us"><img src="/qr.png"></div>\n'
    config = Config(Path.cwd(), values={"select": ["image-only-in-promo"]})
    (finding,) = contentlint.check(article, "article.md", config).findings
    assert finding.message.startswith('"params.images" shows only')
