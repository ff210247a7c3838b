"""The HTML report: what the file is made of, and how it works in a real Chromium where one is installed."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Browser, browser
from hostile_results import HOSTILE, PATHS, fix, found, hostile_results

from contentlint.reporters import reporter
from contentlint.reporters.plain import visible
from contentlint.rule import Safety, Severity
from contentlint.wire import Result

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
CHROMEDRIVER = shutil.which("chromedriver") or ""
PAGE = reporter("html")(hostile_results())


def data(page: str) -> Any:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match
    return json.loads(match[1])


# the file


def test_its_policy_allows_only_its_own_style_and_script() -> None:
    match = re.search(r'Content-Security-Policy" content="([^"]*)"', PAGE)
    assert match
    policy = dict(part.strip().split(" ", 1) for part in match[1].split(";"))
    assert policy["default-src"] == "'none'"
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert policy[directive] == f"'sha256-{digest}'"
    assert set(policy) == {"default-src", "style-src", "script-src", "base-uri", "form-action"}


def test_it_names_no_other_file_and_has_no_inline_handlers() -> None:
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", PAGE, flags=re.DOTALL)
    assert set(re.findall(r'\b(?:href|src|action|data)="([^"]*)"', markup)) == {"#findings"}
    assert not re.search(r"\s(on\w+|style)=", markup)
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    assert style
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_its_script_writes_no_markup() -> None:
    script = PAGE[PAGE.rindex("<script>") :]
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|setHTML|DOMParser", script
    )


def test_article_text_is_in_the_data_alone_and_cannot_leave_it() -> None:
    start, end = PAGE.index('id="data">') + len('id="data">'), PAGE.rindex("</script>\n<script>")
    assert not re.search("[<>&\x00-\x09\x0b-\x1f\x7f-\uffff]", PAGE[start:end])
    assert "alert(1)" not in PAGE[:start] + PAGE[end:]
    assert {finding[5] for finding in data(PAGE)["findings"]} >= {visible(text) for text in HOSTILE}
    assert set(data(PAGE)["files"]) >= {visible(path) for path in PATHS}


@pytest.mark.parametrize(
    "finding, change",
    [
        pytest.param(found(5, 1, 4, "one two", fix=fix(("1", 5, 1, 5, 4))), ["", "one", "1", " two"], id="in a line"),
        pytest.param(found(5, 5, 8, "one two", fix=fix(("1", 5, 1, 5, 4), ("2", 5, 5, 5, 8))), ["", "one two", "1 2", ""], id="two edits"),
        pytest.param(found(5, 1, 1, "one", fix=fix(("", 5, 1, 6, 1))), ["", "one\n", "", ""], id="a whole line"),
        pytest.param(found(5, 1, 1, "one", fix=fix(("new\n", 5, 1, 5, 1))), ["", "", "new\n", "one"], id="an insertion"),
        pytest.param(found(5, 1, 1, "one", fix=fix(("x", 9, 1, 9, 2))), [], id="in a line that is not known"),
        pytest.param(found(5, 1, 1, "one", fix=fix(("x", 5, 7, 5, 9))), [], id="beyond what is known of the line"),
    ],
)  # fmt: skip
def test_a_fix_shows_before_and_after(finding: Any, change: list[str]) -> None:
    told = data(reporter("html")([Result("a.md", (finding,))]))["findings"][0][8]
    assert told == ["Remove it", True, *change]


# the page in a browser


def many(count: int) -> list[Result]:
    groups = ("html", "privacy", "links")
    results = []
    for index in range(count // 10):
        findings = tuple(
            found(row, 3, 8, "a line with 中文 <b>text</b> in it", f"finding {row} of article {index}", [*Severity][row % 3], f"rule-{row % 9}", groups[row % 3],
                  fix(("x", row, 3, row, 8), safety=[*Safety][row % 2]) if row % 4 else None)
            for row in range(1, 11)
        )  # fmt: skip
        results.append(Result(f"posts/{index % 7}/article-{index}.md", findings))
    return results


@pytest.fixture(scope="module", params=["light", "dark"])
def chromium(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if not (CHROMIUM and CHROMEDRIVER):
        pytest.skip("chromium and chromedriver are not installed")
    with browser(CHROMEDRIVER, CHROMIUM, tmp_path_factory.mktemp("profile"), request.param) as page:
        yield page


def opened(chromium: Browser, folder: Path, results: list[Result], filters: str = "") -> Browser:
    file = folder / "report.html"
    file.write_text(reporter("html")(results), "utf-8")
    chromium.open("about:blank")
    chromium.requests()
    chromium.open(file.as_uri() + filters)
    return chromium


def count(chromium: Browser) -> str:
    return str(chromium.run("return document.getElementById('count').textContent"))


def test_hostile_text_is_text_and_nothing_is_asked_of_a_network(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, hostile_results())
    shown = page.run(
        "document.querySelectorAll('details').forEach((each) => { each.open = true; }); return document.querySelector('main').innerText"
    )
    for text in HOSTILE:
        assert " ".join(visible(text).split()) in " ".join(shown.split())
    assert page.run("return document.querySelectorAll('img, iframe, b > b, body script').length") == 2
    assert page.requests() == [(tmp_path / "report.html").as_uri()]
    assert page.console() == []


def test_filters_work_alone_and_together(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, many(700))
    assert count(page) == "All 700 findings"
    choose = "const [id, value] = arguments; const each = document.getElementById(id); each.value = value; each.dispatchEvent(new Event('input', {bubbles: true})); return new Promise((done) => setTimeout(done, 250))"
    for control, value, left in [
        ("severity", "error", 210),
        ("what", "group:html", 210),
        ("what", "rule:rule-3", 70),
        ("place", "posts/3", 100),
        ("fix", "none", 140),
        ("text", "OF ARTICLE 69", 10),
        ("text", "article-69.md finding 3", 1),
    ]:
        page.run(choose, control, value)
        assert count(page) == f"{left} of 700 findings"
        page.run("document.getElementById('clear').click(); return new Promise((done) => setTimeout(done, 50))")
        assert count(page) == "All 700 findings"
    page.run(choose, "place", "posts/3")
    page.run(choose, "what", "group:html")
    assert count(page) == "30 of 700 findings"
    assert page.run("return location.hash") == "#what=group%3Ahtml&place=posts%2F3"


def test_the_address_brings_the_filters_back(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, many(700), "#what=rule%3Arule-3&severity=error")
    assert count(page) == "70 of 700 findings"


def test_the_charts_filter_and_show_what_is_chosen(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, many(700))
    for chart, left in [("groups", 280), ("rules", 140), ("worst", 10), ("severities", 210)]:
        button = f"document.querySelector('#{chart} button')"
        page.run(f"{button}.click()")
        assert count(page) == f"{left} of 700 findings"
        assert page.run(f"return {button}.getAttribute('aria-pressed')") == "true"
        page.run(f"{button}.click()")
        assert count(page) == "All 700 findings"


def test_twenty_thousand_findings_are_painted_at_once_and_listed_by_and_by(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, many(20_000))
    paint = page.run(
        "return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0))))"
    )
    assert paint < 2_000  # a loaded machine may be slow; alone it takes a tenth of that
    listed = "return document.querySelectorAll('.finding').length"
    assert 50 <= page.run(listed) < 500
    before = page.run(listed)
    assert page.run("document.getElementById('more').click(); " + listed) > before
    assert page.console() == []


def test_a_clean_report_says_so(chromium: Browser, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, [Result("a.md"), Result("b.md")])
    assert page.run("return document.querySelector('h1').textContent") == "No findings in 2 files"
    assert page.console() == []


def test_anyone_can_use_it(chromium: Browser, tmp_path: Path) -> None:
    """AXE_CORE names axe.min.js of the npm package axe-core."""
    if not os.environ.get("AXE_CORE"):
        pytest.skip("AXE_CORE does not name an axe.min.js")
    page = opened(chromium, tmp_path, hostile_results())
    page.run(
        "document.querySelectorAll('details').forEach((each) => { each.open = true; }); document.querySelector('#rules button').click()"
    )
    # run by the driver and not by the page, whose policy allows no other script
    page.run(
        "const module = undefined, exports = undefined, define = undefined;"
        + Path(os.environ["AXE_CORE"]).read_text("utf-8")
        + "; window.axe = window.axe || axe"
    )
    found = page.run(
        "return axe.run().then((result) => result.violations.map((each) => `${each.impact} ${each.id} ${each.nodes[0].html}`))"
    )
    assert found == []
