"""Every rule proves itself from its own examples: marks pin the spans, `fixed` what the fix makes, good finds nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from contentlint.checking import check
from contentlint.fixing import Wanted, fix
from contentlint.parsing import parse
from contentlint.profiles import PROFILES
from contentlint.rule import Bad, Finding, Good, Rule, Safety
from contentlint.rules import all_rules
from contentlint.schema import JsonSchema
from contentlint.schema.shipped import shipped_schema
from contentlint.setting import Setting
from contentlint.text import BOM, Source, Span

RULES = list(all_rules().values())
KNOWN = frozenset({*all_rules(), *(rule.group for rule in RULES)})


def _new_year() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def setting_of(example: Good | Bad) -> Setting:
    schema = JsonSchema(example.schema) if example.schema is not None else shipped_schema("article")
    explicit = example.schema is not None or bool(example.profile)
    return Setting(PROFILES[example.profile], schema, explicit, _new_year, KNOWN)


def _marked(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the spans they stood around."""
    plain, spans, starts = "", [], []
    for char in text:
        if char == "⟦":
            starts.append(len(plain))
        elif char == "⟧":
            spans.append(Span(starts.pop(), len(plain)))
        else:
            plain += char
    return plain, sorted(spans)


def _examples(kind: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{index}")
        for rule in RULES
        for index, example in enumerate(getattr(rule, kind))
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_explains_itself(rule: type[Rule]) -> None:
    assert rule.__doc__, "a docstring says what is wrong and why"
    assert rule.__doc__.strip().splitlines()[0].endswith("."), "the first line is a sentence"
    assert len(rule.__doc__.strip().split("\n\n")) >= 2, "the docstring says why"
    assert len(rule.good) >= 3, "three look-alikes"
    assert len(rule.bad) >= 3, "three examples"
    assert set(rule.options_help) == set(rule.options()), "each option has a sentence"


@pytest.mark.parametrize(("rule", "good"), _examples("good"))
def test_good(rule: type[Rule], good: str | Good) -> None:
    example = Good.of(good)
    document = parse(Source(example.path, example.text), setting_of(example))
    assert _own(rule, check(document, _asked(rule, example))) == []


@pytest.mark.parametrize(("rule", "bad"), _examples("bad"))
def test_bad(rule: type[Rule], bad: Bad) -> None:
    text, spans = _marked(bad.text)
    source = Source(bad.path, text) if bad.data is None else Source.decode(bad.path, bad.data)
    document = parse(source, setting_of(bad))
    findings = _own(rule, check(document, _asked(rule, bad)))
    assert [_shown(text, finding.span) for finding in findings] == [_shown(text, span) for span in spans]
    for finding in findings:
        assert finding.message
        assert "\n" not in finding.message
        if finding.fix is not None:
            assert bad.fixed is not None, "an example with a fix shows it"
            assert finding.fix.title


@pytest.mark.parametrize(("rule", "bad"), [param for param in _examples("bad") if param.values[1].fixed is not None])
def test_fixed(rule: type[Rule], bad: Bad) -> None:
    text, _ = _marked(bad.text)
    source = Source(bad.path, text)
    rules = _asked(rule, bad)
    mine = frozenset({rule.name})

    def read(source: Source) -> Any:
        return parse(source, setting_of(bad))

    safe = fix(source, rules, Wanted(may_fix=mine), read)
    assert not safe.refused, "the fix keeps what is read"
    every = fix(source, rules, Wanted(unsafe=True, may_fix=mine), read)
    assert every.source.text == bad.fixed
    if bad.unsafe:
        assert safe.source.text == text, "an unsafe fix waits to be asked for"
    else:
        assert safe.source.text == bad.fixed
    again = fix(every.source, rules, Wanted(unsafe=True, may_fix=mine), read)
    assert again.source.text == every.source.text, "fixing comes to rest"


def _with_crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _with_cr(text: str) -> str:
    return text.replace("\n", "\r")


def _with_bom(text: str) -> str:
    return BOM + text


_PLACE = re.compile(r"byte \d+")  # of a file with other bytes


def _plain_examples() -> Iterator[tuple[type[Rule], Good | Bad, str]]:
    """The examples that are not about line ends or the BOM."""
    for rule in RULES:
        for example in (*map(Good.of, rule.good), *rule.bad):
            text = _marked(example.text)[0]
            if "\r" not in text and BOM not in text:
                yield rule, example, text


@pytest.mark.parametrize("written", [_with_crlf, _with_cr, _with_bom])
def test_line_ends_and_a_byte_order_mark_change_no_finding(written: Callable[[str], str]) -> None:
    asked = [rule.configured({}) for rule in RULES if rule.name != "byte-order-mark"]

    def told(example: Good | Bad, text: str) -> Counter[tuple[str, int, str]]:
        source = Source(example.path, text)
        findings = check(parse(source, setting_of(example)), asked)
        rows = (source.position(found.span.start).row for found in findings)
        return Counter((each.rule, row, _PLACE.sub("", each.message)) for each, row in zip(findings, rows, strict=True))

    for rule, example, text in _plain_examples():
        if "+++" in text and written is _with_cr:  # which ends no line of TOML
            continue
        assert told(example, written(text)) == told(example, text), rule.name


@pytest.mark.parametrize("written", [_with_crlf, _with_bom])
def test_line_ends_and_a_byte_order_mark_change_no_fix(written: Callable[[str], str]) -> None:
    for rule, example, text in _plain_examples():
        if isinstance(example, Bad) and example.fixed is not None and "\n" in text:
            wanted = Wanted(unsafe=True, may_fix=frozenset({rule.name}))
            document = partial(parse, setting=setting_of(example))
            fixed = fix(Source(example.path, written(text)), _asked(rule, example), wanted, document)
            assert fixed.source.text == written(example.fixed), rule.name


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.signs()], ids=lambda rule: rule.name)
def test_what_a_rule_needs_hides_none_of_its_findings(rule: type[Rule]) -> None:
    asked = rule.configured({})
    for example in (
        *(Good.of(good) for other in RULES for good in other.good),
        *(bad for other in RULES for bad in other.bad),
    ):
        document = parse(Source(example.path, _marked(example.text)[0]), setting_of(example))
        if rule.signs().isdisjoint(document.signs):
            assert list(asked.check(document)) == []


@pytest.mark.parametrize(("date", "days", "count"), [("2026-01-02", 1, 0), ("2026-01-03", 1, 1), ("2026-01-03", 30, 0)])
def test_a_date_may_lie_some_days_ahead(date: str, days: int, count: int) -> None:
    document = parse(Source("article.md", f"---\ndate: {date}\n---\n"), setting_of(Good("")))
    assert len(check(document, [all_rules()["date-in-future"].configured({"days": days})])) == count


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "placeholder-text",
            "Lorem ipsum dolor\n\nKites.\n\n" * 6,
            "is a placeholder, here and in 5 more places: put in",
        ),
        (
            "unsafe-embed",
            "<object data='a.html#b'></object>",
            '"a.html#b" is a page inside the article: link to it instead',
        ),
        ("unsafe-embed", "<object data='a.swf'></object>", '"a.swf" is a plug-in: link to it instead'),
        ("trailing-whitespace", "K\n\n", "an empty line at the end of the file: remove it"),
        ("trailing-whitespace", "K\r\n \r\n", "an empty line at the end of the file: remove it"),
        ("trailing-whitespace", "K\n\n\n", "empty lines at the end of the file: remove them"),
        ("duplicate-attribute", "<p id=a id=b>K</p>", '<p> has "id" twice: remove one of the two'),
        (
            "duplicate-attribute",
            "<p id=a id=b id=c>K</p>",
            '<p> has "id" 3 times, and this is number 2: leave only one',
        ),
        (
            "redirect-link",
            "[a](https://oschina.net/action/GoToLink?url=https%3A%2F%2Flink.segmentfault.com%2F%3Furl%3Dhttps%253A%252F%252Fk.example)",
            "link straight to https://k.example",
        ),
        ("boilerplate-line", "本文首发于微信公众号：`K`\n", '"本文首发于微信公众号：`K`" belongs'),
        (
            "boilerplate-line",
            "作者：张三\\\r\n转自：https://k.example/a\\\r\n来源：K\r\n",
            '"转自：https://k.example/a" belongs',
        ),
        ("heading-level-skipped", "### Kites\n", "level 3: begin with level 1, the page's title"),
        ("heading-level-skipped", "---\ntitle: K\n---\n\n### Kites\n", "level 3: begin with level 2, as"),
        ("heading-level-skipped", "### Kites\n\n# Fly\n", "level 3: begin with level 2, as"),
        ("missing-fragment", "[K](#-kites)\n\n## ⏏️ Kites\n", 'did you mean "#%EF%B8%8F-kites"?'),
        ("missing-fragment", "[K](#\ufe0f-kites)\n\n## Kites\n", 'no part called "#%EF%B8%8F-kites"'),
    ],
)
def test_what_is_told_is_true(name: str, text: str, told: str) -> None:
    document = parse(Source("article.md", text), setting_of(Good("")))
    assert told in check(document, [all_rules()[name].configured({})])[0].message


def test_fix_safety_is_read_off_the_examples() -> None:
    assert all_rules()["style-block"].fix_safety() is Safety.SAFE


def _asked(rule: type[Rule], example: Good | Bad) -> list[Rule]:
    return [rule.configured(example.options), *(all_rules()[name].configured({}) for name in example.along)]


def _own(rule: type[Rule], findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule.name]


def _shown(text: str, span: Span) -> str:
    return f"{span.start}-{span.end} {text[span.start : span.end]!r}"
