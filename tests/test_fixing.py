"""Fixing comes to rest, applies whole fixes, and never writes what reads differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from contentlint.checking import check
from contentlint.document import Document
from contentlint.fixing import Wanted, fix, untouching
from contentlint.parsing import parse
from contentlint.reading import reading
from contentlint.removals import attribute_removal, removal
from contentlint.rule import Finding, Fix, Rule, Safety, Severity
from contentlint.rules import all_rules
from contentlint.text import Edit, Source, Span

RULES = [rule.configured({}) for rule in all_rules().values() if rule.recommended]

PIECES = st.sampled_from(
    [
        "---\n", "title: kites: a book\n", "date: Sun, 07 Nov 2021 23:45:49 GMT\n", "tags: [a, a]\n", "+++\n", "\ufeff", "\r\n", "\n",
        "\n\n\n\n", "  \n", "   ", "text ", "风筝", "<div>", "</div>", "<p>", "</p>", "<p>　　</p>", "<style>", "</style>", "p{}",
        "    <style>a{}</style>\n", "<!-- ad_44124 begin -->", "<!--", "-->", "```\n", "`", "    code\n", "- item\n", "> quote\n", "# Head\n",
        "[a](https://x.example/?utm_source=b)", "![](b.png)", '<a href="https://x.example" target="_blank">', "</a>", "<script>", "</script>",
        '<img src="a.png" width=1 height=1>', "{{ x }}", "{% raw %}", "{% endraw %}", "<h2></h2>", "责任编辑：梁斌 SF055", "&#8217;", "<b", "{/*",
    ]
)  # fmt: skip


def _rest(source: Source, wanted: Wanted) -> Source:
    return fix(source, RULES, wanted, parse).source


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from(["a.md", "a.html", "a.mdx"]))
def test_fixing_twice_is_fixing_once_and_reads_the_same(pieces: list[str], path: str) -> None:
    source = Source(path, "".join(pieces))
    once = _rest(source, Wanted())
    assert _rest(once, Wanted()).text == once.text
    assert reading(parse(source)).keeps(reading(parse(once)), {})


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_unsafe_fixes_come_to_rest_and_bring_in_nothing_unsafe(pieces: list[str]) -> None:
    source = Source("a.md", "".join(pieces))
    once = _rest(source, Wanted(unsafe=True))
    assert _rest(once, Wanted(unsafe=True)).text == once.text
    before = sum(found.group == "security" for found in check(parse(source), RULES))
    assert sum(found.group == "security" for found in check(parse(once), RULES)) <= before


_WRITTEN = st.sampled_from(
    [
        'id="a"',
        "id='a'",
        "width=5",
        "href=/a/",
        "hidden",
        'style="color:red"',
        "onclick=x()",
        "a=",
        "data-x='>'",
        "b = c",
    ]
)
_BETWEEN = st.sampled_from([" ", "", "\n", "/", " / ", "\t "])


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["<p", "<hr", "<svg"]),
    st.lists(st.tuples(_BETWEEN, _WRITTEN), max_size=5),
    st.sampled_from([">", "/>", " />", " >", "\n>"]),
)
def test_a_tag_keeps_all_other_attributes(begins: str, parts: list[tuple[str, str]], ends: str) -> None:
    source = Source("a.html", begins + "".join(map("".join, parts)) + ends + "風箏</svg></p>")
    document = parse(source)
    for tag in document.body.nodes:
        assume(
            not any(each.name.startswith("=") for each in tag.attributes)
        )  # a name before it would take it for its value
        ends_in_value = bool(tag.attributes) and tag.attributes[-1].value.endswith("/")
        for place, attribute in enumerate(tag.attributes):
            edited = parse(source.edited([attribute_removal(document, attribute.span)]))
            left = edited.body.nodes[0]
            others = [*tag.attributes[:place], *tag.attributes[place + 1 :]]
            assert [each[:2] for each in left.attributes] == [each[:2] for each in others]
            assert (left.name, left.namespace) == (tag.name, tag.namespace)
            assert ends_in_value or edited.text[slice(*left.content)] == document.text[slice(*tag.content)]


class _Replaces(Rule):
    """Replaces one word by another."""

    def __init__(self, name: str, old: str, new: str, safety: Safety = Safety.SAFE) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "old", old)
        object.__setattr__(self, "new", new)
        object.__setattr__(self, "safety", safety)

    def check(self, document: Document) -> Iterator[Finding]:
        for match in re.finditer(self.old, document.text):  # type: ignore[attr-defined]
            span = Span(*match.span())
            yield self.finding(span, "no", Fix("Replace", (Edit(span, self.new),), self.safety))  # type: ignore[attr-defined]


def test_rules_that_fight_change_nothing_and_are_named() -> None:
    rules = [_Replaces("one", "<a>", "<b>"), _Replaces("two", "<b>", "<a>")]
    outcome = fix(Source("a.md", "<a>\n"), rules, Wanted(), parse)
    assert outcome.source.text == "<a>\n"
    assert set(outcome.refused) & {"one", "two"}


def test_a_safe_fix_that_changes_what_is_read_is_refused_and_the_others_go_on() -> None:
    rules = [_Replaces("liar", "kites", "planes"), _Replaces("honest", "<!-- x -->", "")]
    outcome = fix(Source("a.md", "kites <!-- x --> fly\n"), rules, Wanted(), parse)
    assert outcome.source.text == "kites  fly\n"
    assert list(outcome.refused) == ["liar"]


def test_of_a_chain_of_safe_fixes_only_the_last_one_is_refused() -> None:
    text = 'Kites. \n\n<p data-spm="a"></p>\n*High* above.\n\n[x](//k.example/)\n'
    outcome = fix(Source("a.md", text), [rule.configured({}) for rule in all_rules().values()], Wanted(), parse)
    assert outcome.source.text == "Kites.\n\n<p></p>\n*High* above.\n\n[x](https://k.example/)\n"
    assert list(outcome.refused) == ["empty-element"]


@pytest.mark.parametrize(
    "below",
    [
        "*[HTML]: Kite",
        "{: .kite}",
        ":::note",
        "$$",
        "[TOC]",
        "import a from 'a'",
        "1. Kites",
        "iv. Kites",
        "Title: Kites",
    ],
)
def test_a_line_that_would_begin_a_block_at_the_margin_keeps_what_stands_above(below: str) -> None:
    text = f"![](https://blogger.googleusercontent.com/tracker/1-2?l=x)\n    {below}\n"
    outcome = fix(Source("a.md", text), [all_rules()["tracking-pixel"].configured({})], Wanted(unsafe=True), parse)
    assert outcome.source.text == text


def test_a_lost_front_matter_value_is_refused() -> None:
    rules = [_Replaces("liar", "weight: 1\n", "")]
    outcome = fix(Source("a.md", "---\nweight: 1\ntitle: A\n---\nb\n"), rules, Wanted(), parse)
    assert outcome.source.text == "---\nweight: 1\ntitle: A\n---\nb\n"


def test_an_unsafe_fix_that_breaks_front_matter_is_refused() -> None:
    rules = [_Replaces("breaks", "title: A", "title: A: B: [", Safety.UNSAFE)]
    outcome = fix(Source("a.md", "---\ntitle: A\n---\nb\n"), rules, Wanted(unsafe=True), parse)
    assert "title: A\n" in outcome.source.text
    assert "breaks" in outcome.refused


def test_a_safe_fix_that_lets_something_unsafe_in_is_refused() -> None:
    rules = [*RULES, _Replaces("wakes", "<!--|-->", ""), _Replaces("honest", "high", "low")]
    outcome = fix(Source("a.md", "<!--<script>x()</script>-->\n\nKites fly high.\n"), rules, Wanted(), parse)
    assert "<!--<script>" in outcome.source.text
    assert "wakes" in outcome.refused


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<pre>a\n<!-- contentlint-disable -->   b</pre>\n", "<pre>a\n   b</pre>\n"),
        ("```\n\t```\n<style>p{}</style>\n```\n\nafter\n", "```\n\t```\n<style>p{}</style>\n```\n\nafter\n"),
        ("<p></p><o:p>text</o:p>\n", "<p></p><o:p>text</o:p>\n"),
    ],
)
def test_what_is_shown_as_it_stands_is_kept(text: str, kept: str) -> None:
    assert _rest(Source("a.md", text), Wanted()).text == kept


_PIXEL = "<img src='https://count.example/p.gif' width=1 height=1>"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        pytest.param(
            '凧\n\n<center>\n    <img src="/a.png" alt="x">\n    図一\n</center>\n\n後\n',
            '凧\n\n<img src="/a.png" alt="x">\n図一\n\n後\n',
            id="indented content moves to the left",
        ),
        pytest.param("- a\n\n  <font>\n      b\n  </font>\n", "- a\n\n  b\n", id="in a list as far as its item"),
        pytest.param("- a\n  <style>.a{}</style>\n- b\n", "- a\n- b\n", id="a tight list stays tight"),
        pytest.param("1. a\n   <p></p>\n2. b\n", "1. a\n2. b\n", id="so does a numbered one"),
        pytest.param(
            'A  \n<img src="a.png" alt="kite">\n\n<div>\n\n    <p>b</p>\n\n</div>\n',
            'A  \n<img src="a.png" alt="kite">\n\n<div>\n\n<p>b</p>\n\n</div>\n',
            id="a hard break above HTML that becomes code",
        ),
        pytest.param(
            "## A\n\n<div>\n\n    <p>Run:</p>\n\n</div>\n\n```bash\nfly\n```\n\nThen.\n",
            "## A\n\n<div>\n\n<p>Run:</p>\n\n</div>\n\n```bash\nfly\n```\n\nThen.\n",
            id="code and a paragraph below it",
        ),
        pytest.param("text\n<!-- 广告 -->\nmore\n", "text\n\nmore\n", id="two paragraphs stay two"),
        pytest.param("<p>x</p>\n<!-- 广告 -->\nmore\n", "<p>x</p>\nmore\n", id="a block of HTML stays one"),
        pytest.param(f"a\n{_PIXEL}\nb\n", "a\nb\n", id="a paragraph too"),
    ],
)
def test_what_is_taken_out_leaves_the_rest_as_it_was(text: str, fixed: str) -> None:
    assert _rest(Source("a.md", text), Wanted(unsafe=True)).text == fixed


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  <!-- contentlint-disable\n\n<script>x</script>\n",
        "- a\n  <!-- 隐藏\n\n<style>a{}</style>\n-->\n\n<style>b{}</style>\n",
        "> <!--[if mso]>\n\n<a href='//x.example' target=_blank>凧</a> <![endif]-->\n",
    ],
)
def test_what_an_open_comment_may_hide_has_no_fix(text: str) -> None:
    found = check(parse(Source("a.md", text)), RULES)
    assert "unclosed-comment" in {finding.rule for finding in found}
    assert [finding.rule for finding in found if finding.fix is not None] == []


def test_two_lists_stay_two_where_html_below_becomes_code() -> None:
    text = "- a\n\n<!-- x -->\n\n- b\n\n<div>\n\n    <p>x</p>\n</div>\n"
    outcome = fix(Source("a.md", text), [*RULES, _Replaces("liar", "<!-- x -->\n\n", "")], Wanted(unsafe=True), parse)
    assert outcome.source.text == text.replace("    <p>", "<p>")
    assert list(outcome.refused) == ["liar"]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("<!-- 广告 -->", id="a comment"),
        pytest.param("<!-- 广告 -->\n<!-- /广告 -->", id="two comments"),
        pytest.param(_PIXEL, id="a picture nobody sees"),
        pytest.param("<style>.a{}</style>", id="a style sheet"),
        pytest.param("<div></div>", id="an empty element"),
        pytest.param("<h2></h2>", id="an empty heading"),
        pytest.param("<!--[if IE]>x<![endif]-->", id="a comment for one browser"),
        pytest.param("<script src='https://hm.baidu.com/hm.js?1'></script>\n\n<!-- 广告 -->", id="two things"),
    ],
)
@pytest.mark.parametrize("item", ["- a", "- # a", "- > a", "- a\n\n  b", "- a\n  - b", "- ```\n  a\n  ```"])
def test_what_parts_two_lists_has_no_safe_fix(item: str, between: str) -> None:
    text = f"{item}\n\n{between}\n\n- c\n"
    outcome = fix(Source("a.md", text), RULES, Wanted(), parse)
    assert (outcome.source.text, dict(outcome.refused)) == (text, {})
    assert between not in _rest(Source("a.md", text), Wanted(unsafe=True)).text


def test_what_is_taken_out_of_the_first_line_leaves_the_byte_order_mark() -> None:
    document = parse(Source("a.md", "\ufeff<!-- x -->\n\n"))
    assert removal(document, document.body.nodes[0].span).span.start == 1


@pytest.mark.parametrize("rest", ["", "High. " * 40_000], ids=["short", "long"])
def test_only_the_places_where_a_fix_changes_what_is_read_are_spared(rest: str) -> None:
    rules = [_Replaces("liar", "kites|<!-- x -->", "")]
    outcome = fix(Source("a.md", f"kites\n\nfly <!-- x -->\n{rest}"), rules, Wanted(), parse)
    assert outcome.source.text == f"kites\n\nfly \n{rest}"
    assert list(outcome.refused) == ["liar"]


@pytest.mark.parametrize("fixes", [10, 40, 500, 2_000])
def test_a_long_text_is_not_read_again_for_each_of_its_fixes(fixes: int) -> None:
    read: list[int] = []

    def counted(source: Source) -> Document:
        read.append(len(source.text))
        return parse(source)

    text = f"{'kites <!-- x --> fly' * 9}\n" + "<!-- x -->\n\nHigh.\n\n" * fixes
    fix(Source("a.md", text), [_Replaces("liar", "kites|<!-- x -->", "")], Wanted(), counted)
    assert sum(read) < 2_000_000


def test_an_unsafe_fix_that_makes_code_of_html_is_refused() -> None:
    rules = [_Replaces("bares", "<div>|</div>", "", Safety.UNSAFE)]
    outcome = fix(Source("a.md", "<div>\n    <p>a</p>\n</div>\n"), rules, Wanted(unsafe=True), parse)
    assert outcome.source.text == "<div>\n    <p>a</p>\n</div>\n"
    assert "bares" in outcome.refused


def test_only_the_unsafe_fix_that_does_harm_is_refused() -> None:
    rules = [_Replaces("breaks", "Old", "New: [", Safety.UNSAFE), _Replaces("honest", "foo", "goo", Safety.UNSAFE)]
    outcome = fix(Source("a.md", "---\ntitle: Old\n---\nfoo\n"), rules, Wanted(unsafe=True), parse)
    assert outcome.source.text == "---\ntitle: Old\n---\ngoo\n"
    assert list(outcome.refused) == ["breaks"]


def test_an_unsafe_fix_waits_to_be_asked_for_or_trusted() -> None:
    rules = [_Replaces("bold", "kites", "planes", Safety.UNSAFE)]
    source = Source("a.md", "kites\n")
    assert fix(source, rules, Wanted(), parse).source.text == "kites\n"
    assert fix(source, rules, Wanted(unsafe=True), parse).source.text == "planes\n"
    assert fix(source, rules, Wanted(trusted=frozenset({"bold"})), parse).source.text == "planes\n"
    assert fix(source, rules, Wanted(unsafe=True, may_fix=frozenset()), parse).source.text == "kites\n"


def _finding(*edits: Edit) -> Finding:
    return Finding("rule", "group", Severity.INFO, edits[0].span, "no", Fix("Fix", edits))


EDITS = st.builds(
    lambda start, length, text: Edit(Span(start, start + length), text),
    st.integers(0, 40),
    st.integers(0, 6),
    st.text(max_size=2),
)


def _apart(edits: list[Edit]) -> bool:
    return all(one.span.end < other.span.start for one, other in pairwise(sorted(edits)))


@given(st.lists(st.lists(EDITS, min_size=1, max_size=3).filter(_apart), max_size=12))
def test_fixes_are_applied_whole_and_never_touch(wanted: list[list[Edit]]) -> None:
    chosen, edits = untouching([_finding(*each) for each in wanted])
    assert _apart(edits)
    assert all(found.fix is not None and {*edits}.issuperset(found.fix.edits) for found in chosen)
    assert len(edits) == sum(len(found.fix.edits) for found in chosen if found.fix is not None)


def test_the_whole_corpus_fixed_twice_is_fixed_once(shared: Path) -> None:
    changed = []
    for path in sorted((shared / "corpora").rglob("*")):
        if path.suffix not in (".md", ".mdx", ".html", ".markdown"):
            continue
        source = Source.decode(path.name, path.read_bytes())
        once = _rest(source, Wanted())
        if _rest(once, Wanted()).text != once.text:
            changed.append(str(path))
    assert not changed


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "---\n---\n", "---", "{}", "+++\n+++\n"])
def test_next_to_nothing(text: str) -> None:
    once = _rest(Source("a.md", text), Wanted())
    assert _rest(once, Wanted()).text == once.text


def test_of_fixes_that_only_together_change_what_is_read_one_is_left_out() -> None:
    comment = next(rule for rule in RULES if rule.name == "tracking-comment")
    comments = "<!-- wp:html -->\n" * 60
    codes = "<!-- wp:code -->\n\n    kite\n\n<!-- /wp:code -->\n\n" * 2
    fixed = fix(Source("kites.md", f"{comments}Kites.\n\n{codes}"), [comment], Wanted(), parse)
    assert fixed.source.text == "Kites.\n\n    kite\n\n<!-- wp:code -->\n\n    kite\n"
    assert fixed.counts == {"tracking-comment": 63}
    assert list(fixed.refused) == ["tracking-comment"]
