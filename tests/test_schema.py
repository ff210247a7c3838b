"""JSON Schemas: the official test suite, the compiled gate against the reference, the words, and what is refused."""

from __future__ import annotations

import json
import pickle
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from contentlint.errors import ConfigError
from contentlint.schema import JsonSchema
from contentlint.schema.as_json import plain
from contentlint.schema.keywords import why_unusable
from contentlint.schema.parts import is_recursive
from tests.conftest import SHARED, Site

SUITE = SHARED / "suites" / "json-schema-test-suite" / "tests"
DRAFTS = {
    "draft7": "http://json-schema.org/draft-07/schema#",
    "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
}
REMOTE = "it refers to schemas that the suite serves over the network, which is never used"
SKIPPED_FILES = {
    "refRemote.json": REMOTE,
    "optional/cross-draft.json": REMOTE,
    "vocabulary.json": "its meta-schemas come over the network",
    "optional/format-assertion.json": "its meta-schemas come over the network",
}
SKIPPED_GROUPS = {
    "strict-tree schema, guards against misspelled properties": REMOTE,
    "tests for implementation dynamic anchor and reference link": REMOTE,
    "$ref and $dynamicAnchor are independent of order - $defs first": REMOTE,
    "$ref and $dynamicAnchor are independent of order - $ref first": REMOTE,
    "$ref to $dynamicRef finds detached $dynamicAnchor": REMOTE,
}
SKIPPED_TESTS = {"is only an annotation by default": "we promise that formats are checked"}
GATE_ONLY = {"optional/content.json": "the reference takes contentEncoding and contentMediaType for annotations"}


def _suite() -> Iterator[Any]:
    for draft, address in DRAFTS.items():
        for file in sorted((SUITE / draft).rglob("*.json")):
            name = file.relative_to(SUITE / draft).as_posix()
            for group in json.loads(file.read_text("utf-8")):
                reason = SKIPPED_FILES.get(name) or SKIPPED_GROUPS.get(group["description"], "")
                marks = [pytest.mark.skip(reason=reason)] if reason else []
                schema = group["schema"]
                if isinstance(schema, dict):
                    schema = {"$schema": address, **schema}
                yield pytest.param(
                    schema, group["tests"], name, id=f"{draft}/{name}: {group['description']}", marks=marks
                )


@pytest.mark.skipif(not SUITE.is_dir(), reason="the JSON Schema Test Suite is not beside this checkout")
@pytest.mark.parametrize(("schema", "cases", "file"), list(_suite()) if SUITE.is_dir() else [])
def test_the_official_suite(schema: Any, cases: list[dict[str, Any]], file: str) -> None:
    read = JsonSchema(schema)
    for case in cases:
        if any(words in case["description"] for words in SKIPPED_TESTS):
            continue
        data, valid, about = case["data"], case["valid"], case["description"]
        assert (read.violations(data) == ()) is valid, about
        assert read.gate.is_valid(plain(data)) is valid, f"the compiled gate: {about}"
        if file not in GATE_ONLY:
            assert read._reference.is_valid(plain(data)) is valid, f"the reference: {about}"
            assert_plainly_the_same(read, data)


def assert_plainly_the_same(schema: JsonSchema, data: Any) -> bool:
    """What the compiled validator tells itself is what the reference tells; whether it told anything."""
    plainly = schema._plainly_found(data)
    if plainly:
        assert sorted(map(repr, plainly)) == sorted(map(repr, schema._found(data)))
    return bool(plainly)


PLAIN = {
    "required": ["title", "it's \"x\""],
    "properties": {
        "title": {"type": "string", "minLength": 3, "maxLength": 5, "pattern": "^[a-z]"},
        "kind": {"enum": ["news", 1, None]},
        "one": {"const": {"a": 1}},
        "when": {"type": ["string", "null"], "format": "date"},
        "many": {"items": {"type": "object", "properties": {"type": {"minimum": 2, "maximum": 3}}}, "minItems": 2, "maxItems": 3},
        "closed": {"properties": {"a": {}}, "patternProperties": {"^x": {}}, "additionalProperties": False},
        "items": {"items": {"items": {"type": "integer"}}},
    },
}  # fmt: skip
BROKEN = [
    {},
    {"title": 3, 'it\'s "x"': 1},
    {"title": "", "kind": "1", "one": {"a": True}},
    {"title": "ABCDEFGH", "kind": 0, "one": 1},
    {"when": "2021-02-30", "many": [{"type": 1}, {"type": 4}, 5, {"type": "x"}]},
    {"when": 1, "many": [], "closed": {"b": 1, "xa": 2, "c": 3}},
    {"items": [[1, "a"], [2.5, 2.0], 3]},
]


@pytest.mark.parametrize("data", BROKEN)
def test_plain_errors_are_told_as_the_reference_tells_them(data: Any) -> None:
    assert assert_plainly_the_same(JsonSchema(PLAIN), data)


OTHER = ({}, {"a": 1}, {"a": [1, 1], "type": 1})


@pytest.mark.parametrize(
    ("schema", "keywords"),
    [
        ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, [["required"], [], []]),
        (
            {"properties": {"a": {"$ref": "#/$defs/a"}}, "required": ["a"], "$defs": {"a": {"type": "string"}}},
            [["required"], ["type"], ["type"]],
        ),
        (
            {"properties": {"a": {"uniqueItems": True}, "type": False}, "required": ["a"], "dependentRequired": {"type": ["b"]}},
            [["required"], [], ["uniqueItems", "not", "dependentRequired"]],
        ),
    ],
)  # fmt: skip
def test_other_errors_are_left_to_the_reference(schema: Any, keywords: list[list[str]]) -> None:
    read = JsonSchema(schema)
    for data in OTHER:
        assert_plainly_the_same(read, data)
    assert [[violation.keyword for violation in read.violations(data)] for data in OTHER] == keywords


def test_a_plain_error_is_told_without_loading_the_reference(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("---\ntitle: a\nweight: '3'\n---\n\nText.\n", "utf-8")
    script = (
        "import sys; from contentlint.cli import main; sys.argv[1:] = ['check', '--isolated', '--no-cache', sys.argv[1]]\n"
        "try: main()\nfinally: print('jsonschema' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script, article], capture_output=True, text=True, check=False).stdout
    assert '"weight" must be a number' in told
    assert told.endswith("False\n")


# -- words ----------------------------------------------------------------------------------------------------------

PERSON = {
    "title": "a person",
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string"}},
}
NEWS = {
    "properties": {"kind": {"enum": ["news", "column"]}, "editor": {"description": "Who answers for the article"}},
    "if": {"properties": {"kind": {"const": "news"}}, "required": ["kind"]},
    "then": {"required": ["editor"]},
}
WORDS = [
    pytest.param({"required": ["title"]}, {}, 'add "title"', id="missing"),
    pytest.param(
        {"required": ["title"], "properties": {"title": {"$ref": "#/$defs/t"}}, "$defs": {"t": {"description": "The headline."}}},
        {}, 'add "title": The headline.', id="missing, described where it is referred to",
    ),
    pytest.param({"required": ["it's \"x\""]}, {}, 'add "it\'s "x""', id="missing, with quotes in its name"),
    pytest.param({"properties": {"a": {"anyOf": [{"type": "string"}, PERSON]}}}, {"a": {}},
                 'add "name" to "a" (as a person)', id="anyOf names the branch meant and what it lacks"),
    pytest.param({"properties": {"a": {"anyOf": [{"type": "string"}, PERSON]}}}, {"a": 3},
                 '"a" must be text or a group of keys, not the number 3', id="anyOf of types"),
    pytest.param({"properties": {"a": {"anyOf": [{"type": "string"}, {"const": False}, {"type": "null"}]}}}, {"a": {}},
                 '"a" must be text, false or empty, not a group of keys', id="anyOf of types and a constant"),
    pytest.param({"properties": {"a": {"type": ["boolean", "null"]}}}, {"a": "x"},
                 '"a" must be true, false or empty, not text', id="types of which one is true or false"),
    pytest.param({"properties": {"a": {"anyOf": [{"const": 1}, {"enum": [2, 3]}]}}}, {"a": 4},
                 '"a" is 4, but must be one of 1, 2, 3', id="anyOf of constants"),
    pytest.param({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, {}, 'add "a" or "b"', id="anyOf of keys"),
    pytest.param({"not": {"required": ["a", "b"]}}, {"a": 1, "b": 1},
                 'the front matter must not have "a" and "b" together', id="not together"),
    pytest.param({"properties": {"a": {"not": {"const": "x"}}}}, {"a": "x"}, '"a" must not be "x"', id="not"),
    pytest.param({"properties": {"a": {"contains": {"const": "x"}}}}, {"a": ["y"]}, '"a" needs an item that is "x"', id="contains"),
    pytest.param({"properties": {"a": {"contains": {"type": "string"}, "minContains": 2}}}, {"a": ["y", 1]},
                 '"a" needs at least 2 items that are text', id="contains twice"),
    pytest.param({"properties": {"a": {"uniqueItems": True}}}, {"a": [1, 1.0, 2]}, '"a" has 1 and 1.0, which are the same: keep one', id="equal numbers"),
    pytest.param({"properties": {"a": {"uniqueItems": True}}}, {"a": [None, "x", None]}, '"a" has an empty item twice: keep one',
                 id="nothing twice"),
    pytest.param({"properties": {"a": {"uniqueItems": True}}}, {"a": [{1: 2, "b": 3}, {"b": 3, 1: 2}]},
                 '"a" has {"1": 2, "b": 3} and {"b": 3, "1": 2}, which are the same: keep one', id="groups twice"),
    pytest.param({"properties": {"a": {}}, "unevaluatedProperties": False}, {"b": 1},
                 'the key "b" is not allowed here: correct it, or add it to the schema', id="unevaluated"),
    pytest.param({"propertyNames": {"pattern": "^[a-z]+$"}}, {"Big": 1},
                 'the key "Big" does not fit the pattern ^[a-z]+$', id="names of keys by a pattern"),
    pytest.param({"unevaluatedProperties": False, "allOf": [{"properties": {"title": {}, "date": {"format": "date"}}}]},
                 {"title": "A", "date": "2024-13-01"},
                 '"date" is "2024-13-01", which is not a date like 2021-11-07', id="unevaluated, for another fault"),
    pytest.param({"anyOf": [{"properties": {"url": {}}, "required": ["url"]},
                            {"properties": {"path": {"pattern": "^/"}}, "required": ["path"]}]}, {"path": "x"},
                 '"path" is "x", which does not fit the pattern ^/', id="anyOf by the key that is there"),
    pytest.param({"properties": {"a": {"pattern": "^[A-Z]", "description": "It begins with a capital."}}}, {"a": "x"},
                 '"a" is "x", which is not as described: It begins with a capital.', id="a pattern that is described"),
    pytest.param({"properties": {"a": {"pattern": "^[A-Z]", "description": f"{'Kites. ' * 20}Begins with a capital."}}}, {"a": "x"},
                 f'"a" is "x", which is not as described: {"Kites. " * 20}Begins with a capital.', id="a pattern that is described at length"),
    pytest.param({"properties": {"a": {"pattern": "^[A-Z]", "examples": [1, "Kite"]}}}, {"a": "x"},
                 '"a" is "x", which is not like "Kite"', id="a pattern with an example"),
    pytest.param({"properties": {"a": {"contains": {"pattern": "^[A-Z]", "examples": ["Kite"]}}}}, {"a": ["x"]},
                 '"a" needs an item that is text like "Kite"', id="contains text like an example"),
    pytest.param({"propertyNames": {"maxLength": 3}}, {"kites": 1},
                 'the key "kites" is too long: at most 3 characters, and this has 5', id="names of keys"),
    pytest.param({"properties": {"a": {"oneOf": [{"type": "string"}, {"minLength": 1}]}}}, {"a": "x"},
                 '"a" fits more than one of the forms that it may have: only one may fit', id="oneOf that fits twice"),
    pytest.param({"properties": {"a": {"anyOf": [False, False]}}}, {"a": 1}, '"a" is not allowed here: remove it', id="anyOf of nothing"),
    pytest.param(NEWS, {"kind": "news"}, 'add "editor": Who answers for the article (because "kind" is "news")', id="then"),
    pytest.param({"allOf": [{"$ref": "#/$defs/n"}], "$defs": {"n": NEWS}}, {"kind": "news"},
                 'add "editor": Who answers for the article (because "kind" is "news")', id="then, by reference"),
    pytest.param(NEWS, {"kind": "colunm"}, '"kind" is "colunm", but must be one of "news", "column" — did you mean "column"?', id="enum"),
    pytest.param({"properties": {"title": {}}, "additionalProperties": False}, {"titel": 1},
                 'the key "titel" is not allowed here — did you mean "title"?', id="a key misspelled"),
    pytest.param({"properties": {"date": {}}, "additionalProperties": False}, {"dates": 1},
                 'the key "dates" is not allowed here — did you mean "date"?', id="a key in the plural"),
    pytest.param({"properties": {"date": {}}, "additionalProperties": False}, {"date": 1, "dates": 1},
                 'the key "dates" is not allowed here: correct it, or add it to the schema', id="a key like one beside it"),
    pytest.param({"properties": {"layout": False}}, {"layout": 1}, '"layout" is not allowed here: remove it', id="a key forbidden"),
    pytest.param({"dependentRequired": {"lat": ["lon"]}}, {"lat": 1}, 'the front matter has "lat", and so needs "lon" too', id="dependent"),
    pytest.param({"propertyNames": {"enum": ["kite", "1"]}}, {"wind": 1},
                 'the key "wind" must be one of "kite", "1"', id="names of keys by their choices"),
    pytest.param({"propertyNames": {"pattern": "^a"}}, {'is "x", but y': 1},
                 'the key "is "x", but y" does not fit the pattern ^a', id="names of keys that read like a message"),
    pytest.param({"propertyNames": {"anyOf": [{"enum": ["kite"]}, {"const": "wind"}]}}, {"sea": 1},
                 'the key "sea" must be one of "kite", "wind"', id="names of keys by branches"),
    pytest.param({"properties": {"propertyNames": {"maxLength": 3}}}, {"propertyNames": "kites"},
                 '"propertyNames" is too long: at most 3 characters, and this has 5', id="a key called propertyNames"),
    pytest.param({"properties": {"v": {"enum": []}}}, {"v": 1}, '"v" may have no value at all: its schema allows none', id="no choice"),
    pytest.param({"properties": {"v": {"pattern": r"^\S$"}}}, {"v": "\t"},
                 r'"v" is "\t", which does not fit the pattern ^\S$', id="nothing but white space"),
    pytest.param({"properties": {"d": {"format": "date"}}}, {"d": "2021-13-01"},
                 '"d" is "2021-13-01", which is not a date like 2021-11-07', id="format"),
    pytest.param({"properties": {"t": {"maxItems": 1}}}, {"t": [1, 2]}, '"t" has too many items: at most 1', id="too many"),
    pytest.param({"properties": {"t": {"prefixItems": [{}], "items": False}}}, {"t": [1, 2]},
                 '"t" has more items than it may have', id="more items"),
]  # fmt: skip


UNEVALUATED = {"patternProperties": {r"^\p{L}": {}}, "unevaluatedProperties": False}
WORDS += [
    pytest.param({"anyOf": [UNEVALUATED, {"required": ["x"]}]}, {"1": 1},
                 "the front matter fits none of the forms that it may have", id="anyOf that the reference cannot read"),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "data", "message"), WORDS)
def test_words(schema: Any, data: Any, message: str) -> None:
    assert [violation.message for violation in JsonSchema(schema).violations(data)] == [message]


def test_words_are_one_line_and_name_the_place() -> None:
    schema = JsonSchema({"properties": {"people": {"items": PERSON}}})
    (violation,) = schema.violations({"people": [{"name": "Ada"}, {"name": 3}]})
    assert violation.path == ("people", 1, "name")
    assert violation.schema_path.endswith("name/type")
    assert violation.message == '"people › item 2 › name" must be text, not the number 3'


# -- what front matter holds ----------------------------------------------------------------------------------------


def test_keys_that_are_no_text() -> None:
    schema = JsonSchema({"additionalProperties": False, "properties": {"1": {}, "true": {}}})
    assert schema.violations({1: "a"}) == ()
    assert schema.violations({True: "b"}) == ()
    assert [each.path for each in schema.violations({2: "a"})] == [("2",)]


def test_numbers_no_json_has() -> None:
    schema = JsonSchema({"properties": {"n": {"type": "string"}}})
    for number in (10**400, float("inf"), float("nan"), -(2**70)):
        assert [each.path for each in schema.violations({"n": number})] == [("n",)]


def test_a_schema_travels_to_another_process() -> None:
    schema = JsonSchema({"required": ["title"]})
    assert schema.violations({})
    assert pickle.loads(pickle.dumps(schema)).violations({})


# -- patterns and drafts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "fits", "not_"),
    [
        pytest.param(r"^\p{L}+$", "été", "e1", id="a class of letters"),
        pytest.param(r"^\p{Script=Han}+$", "编辑", "editor", id="a script"),
        pytest.param(r"^\d+$", "42", "٤٢", id="digits are ASCII's"),
        pytest.param(r"^(?!draft-)[a-z-]+$", "kites", "draft-kites", id="a look ahead"),
        pytest.param(r"(?<=@)example$", "a@example", "a-example", id="a look behind"),
        pytest.param(r"^(?<q>['\"]).*['\"]$", "'a'", "a", id="a named group"),
        pytest.param(r"kite", "a kite flies", "a bird", id="unanchored"),
        pytest.param(r"^(?<q>['\"])[^]*\k<q>$", "'a\n'", "'a\"", id="a named group that is referred to"),
        pytest.param(r"^(a)(?<q>b)(?:c)\k<q>0$", "abcb0", "abca0", id="a reference before a digit"),
        pytest.param(r"^([\"'(])?[a-z]+\1$", "kites", "'kites", id="a reference to a group that may be missing"),
        pytest.param(
            r"^(?<$q>')??a[(b)?]\k<$q>c$", "a?c", "'a?c", id="a reference to a named group that may be missing"
        ),
        pytest.param(r"^\1(x)\1$", "xx", "x", id="a reference to what is yet to come"),
        pytest.param(r"^a[]|^b$", "b", "a", id="nothing at all"),
        pytest.param(r"^[\b]\0$", "\b\0", "b0", id="characters of control"),
        pytest.param(r"^\uD83D\uDE00[\uD83D\uDE00-\uD83D\uDE02]$", "😀😁", "😀😎", id="surrogates"),
        pytest.param(r"^[\w-.]+$", "a-.b", "a+b", id="a dash beside a set"),
        pytest.param(r"^[+--[&&]$", ",", "=", id="what other programs have for sets"),
        pytest.param(r"^x{a{,2}\<$", "x{a{,2}<", "xaa<", id="braces that count nothing"),
        pytest.param(r"\bcaf\b", "café", "cafe", id="the edges of words are ASCII's"),
    ],
)
def test_patterns_are_ecmascript(tmp_path: Path, pattern: str, fits: str, not_: str) -> None:
    schema = _loaded(
        tmp_path, {"properties": {"=": {"pattern": pattern}}, "patternProperties": {pattern: {"const": 1}}}
    )
    assert schema.violations({"=": fits}) == ()
    assert [each.path for each in schema.violations({"=": not_})] == [("=",)]
    assert [each.path for each in schema.violations({fits: 2})] == [(fits,)]


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("^[a-z", "it is none of ECMAScript"),
        (r"(a", "it is none of ECMAScript"),
        ("*", "it is none of ECMAScript"),
        (r"\Z", r"\Z means nothing in ECMAScript"),
        (r"^\01", r"\01 means nothing in ECMAScript"),
        (r"^[\uD800-\uDBFF]", r"\uD800 is half a character"),
        (r"(?<a>a)\k<b>", "there is no group b"),
        ("^(?P<n>a)$", "(?P is Python's"),
        ("(?<1a>a)", "it is none of ECMAScript"),
    ],
)
def test_a_pattern_that_does_not_work_is_named(tmp_path: Path, pattern: str, why: str) -> None:
    part = {"properties": {"a": {"pattern": pattern}}}
    told = _refused(tmp_path, part)
    assert told.startswith(f"s.json:4: the pattern {pattern} does not work: {why}")
    _written(tmp_path / "t.json", part)
    assert _refused(tmp_path, {"$ref": "t.json"}) == told.replace("s.json", "t.json")


@pytest.mark.parametrize("name", ["default", "enum", "const", "examples", "pattern", "patternProperties"])
def test_a_property_may_be_called_as_a_keyword(tmp_path: Path, name: str) -> None:
    schema = _loaded(tmp_path, {"properties": {name: {"pattern": r"^[\w-.]+$"}}})
    assert schema.violations({name: "a-.b"}) == ()
    assert [each.path for each in schema.violations({name: "a+b"})] == [(name,)]
    assert _refused(tmp_path, {"properties": {name: {"pattern": r"\Z"}}}).endswith("means nothing in ECMAScript")


@pytest.mark.parametrize("end", ["", "\\"])
def test_classes_that_never_end_are_refused_in_time(end: str) -> None:
    start = perf_counter()
    assert why_unusable("[" * 40_000 + end).startswith("it is none of ECMAScript")
    assert perf_counter() - start < 5


def test_a_pattern_is_asked_in_linear_time(tmp_path: Path) -> None:
    schema = _loaded(tmp_path, {"properties": {"a": {"pattern": "^(a+)+$"}}})
    assert schema.violations({"a": "a" * 5000 + "!"})


@pytest.mark.parametrize(
    "address",
    [
        "http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-06/schema#", "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft-07/schema", "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/schema#",
    ],
)  # fmt: skip
def test_drafts(tmp_path: Path, address: str) -> None:
    schema = _loaded(tmp_path, {"$schema": address, "required": ["title"], "properties": {"title": {"type": "string"}}})
    assert schema.violations({"title": "Kites"}) == ()
    assert [each.keyword for each in schema.violations({"title": 1})] == ["type"]


def test_draft_4_means_what_it_says(tmp_path: Path) -> None:
    part = {"properties": {"n": {"minimum": 3, "exclusiveMinimum": True}}}
    schema = _loaded(tmp_path, {"$schema": "http://json-schema.org/draft-04/schema#", **part})
    assert schema.violations({"n": 3})
    assert not schema.violations({"n": 4})
    assert "exclusiveMinimum" in _refused(tmp_path, part)


@pytest.mark.parametrize(
    "address", ["http://json-schema.org/draft-03/schema#", "https://example.org/mine.json", "draft-07"]
)
def test_a_draft_that_is_not_known_is_refused(tmp_path: Path, address: str) -> None:
    told = _refused(tmp_path, {"$schema": address})
    assert told.startswith('s.json:2: "$schema" is ')
    assert "2020-12" in told


# -- references -----------------------------------------------------------------------------------------------------


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    ("ref", "words"),
    [
        pytest.param("http://example.org/a.json", "only local files inside the project", id="http"),
        pytest.param("https://example.org/a.json#/x", "only local files inside the project", id="https"),
        pytest.param("//example.org/a.json", "", id="a host without scheme"),
        pytest.param("ftp://example.org/a.json", "only local files inside the project", id="ftp"),
        pytest.param("file:///etc/passwd", "outside the project", id="a file address"),
        pytest.param("../../../../../../etc/passwd", "outside the project", id="upward"),
        pytest.param("%2e%2e/%2e%2e/secret.json", "outside the project", id="upward, hidden"),
        pytest.param("absent.json", "absent.json", id="no such file"),
        pytest.param("broken.json", "no valid JSON", id="no JSON"),
        pytest.param("#/$defs/absent", "there is no /$defs/absent", id="no such part"),
        pytest.param("#absent", "there is no absent", id="no such anchor"),
    ],
)
def test_a_reference_that_is_refused(tmp_path: Path, ref: str, words: str) -> None:
    (tmp_path / "broken.json").write_text("{", "utf-8")
    (tmp_path / "s.json").write_text(json.dumps({"properties": {"a": {"$ref": ref}}}, indent=1), "utf-8")
    with pytest.raises(ConfigError) as error:
        JsonSchema.load(tmp_path / "s.json", tmp_path)
    told = str(error.value)
    assert words in told
    assert "\n" not in told
    assert told.startswith("s.json:4:")


@pytest.mark.usefixtures("no_network")
def test_references_to_local_files(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    _written(tmp_path / "parts" / "person.json", {"$ref": "more.json#/$defs/person"})
    _written(tmp_path / "parts" / "more.json", {"$defs": {"person": PERSON}})
    schema = _loaded(tmp_path, {"properties": {"author": {"$ref": "parts/person.json"}}})
    assert schema.violations({"author": {"name": "Ada"}}) == ()
    assert [each.message for each in schema.violations({"author": {}})] == ['add "name" to "author"']


def test_what_another_file_refers_to_in_itself_is_accepted(tmp_path: Path) -> None:
    name = {"type": "array", "items": {"$ref": "#/$defs/word"}}
    author = {"anyOf": [{"$ref": "#/$defs/name"}, {"type": "integer"}]}
    _written(tmp_path / "common.json", {"$defs": {"word": {"type": "string"}, "name": name, "author": author}})
    schema = _loaded(tmp_path, {"properties": {"author": {"$ref": "common.json#/$defs/author"}}})
    assert [each.message for each in schema.violations({"author": "Jo"})] == [
        '"author" must be a list or a whole number, not text'
    ]
    assert schema.accepts({"author": "Jo"}, ("author",), ["Jo"])
    assert not schema.accepts({"author": "Jo"}, ("author",), [3])


def test_a_value_among_many_wrong_ones_is_judged_in_time() -> None:
    data = {"authors": [{"name": number} for number in range(2_000)]}
    schema = JsonSchema({"properties": {"authors": {"items": {"additionalProperties": {"type": "string"}}}}})
    start = perf_counter()
    assert all(schema.accepts(data, ("authors", index, "name"), "Jo") for index in range(2_000))
    assert perf_counter() - start < 5


def test_a_value_is_accepted_at_its_place_in_a_list_and_beside_what_the_schema_asks_about() -> None:
    schema = JsonSchema({"properties": {"sizes": {"prefixItems": [{"type": "string"}, {"type": "integer"}]}}})
    assert schema.accepts({"sizes": [1, "2", 3]}, ("sizes", 1), 2)
    assert not schema.accepts({"sizes": ["1", 2, 3]}, ("sizes", 0), 1)
    is_image = {"if": {"properties": {"kind": {"const": "image"}}}, "then": {"properties": {"width": {"minimum": 9}}}}
    assert not JsonSchema(is_image).accepts({"kind": "image", "width": "3"}, ("width",), 3)
    assert JsonSchema(is_image).accepts({"kind": "text", "width": "3"}, ("width",), 3)


def test_a_value_is_accepted_by_all_that_holds_of_it() -> None:
    schema = JsonSchema({"allOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"minLength": 2}}}]})
    assert not schema.accepts({"a": 3}, ("a",), "3")
    assert schema.accepts({"a": 33}, ("a",), "33")


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ({"maxLength": 3, "type": "strng"}, "parts/t.json:3: the schema is not sound at type: there is no type"),
        (3, "parts/t.json: a schema is an object"),
    ],
)
def test_a_file_that_is_referred_to_is_told_by_its_name(tmp_path: Path, part: Any, told: str) -> None:
    (tmp_path / "parts").mkdir()
    _written(tmp_path / "parts" / "t.json", part)
    _written(tmp_path / "parts" / "more.json", {"$ref": "t.json"})
    assert _refused(tmp_path, {"properties": {"title": {"$ref": "parts/more.json"}}}).startswith(told)


def test_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "project"
    inside.mkdir()
    _written(tmp_path / "secret.json", {})
    (inside / "person.json").symlink_to(tmp_path / "secret.json")
    assert "outside the project" in _refused(inside, {"$ref": "person.json"})
    (inside / "s.json").unlink()
    (inside / "s.json").symlink_to(tmp_path / "secret.json")
    with pytest.raises(ConfigError, match="inside the project"):
        JsonSchema.load(inside / "s.json", inside)


@pytest.mark.parametrize(
    "schema",
    [
        pytest.param({"$ref": "#"}, id="the whole"),
        pytest.param({"$ref": "#/$defs/a", "$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}}, id="in allOf"),
        pytest.param(
            {"$defs": {"a": {"if": {"$ref": "#/$defs/b"}}, "b": {"not": {"$ref": "#/$defs/a"}}}}, id="in if and not"
        ),
        pytest.param({"dependentSchemas": {"a": {"$ref": "#"}}}, id="in dependentSchemas"),
        pytest.param({"$ref": "other.json"}, id="by way of another file"),
        pytest.param({"$dynamicAnchor": "n", "allOf": [{"$dynamicRef": "#n"}]}, id="by a dynamic reference"),
        pytest.param({"$ref": "s.json"}, id="by its own name"),
    ],
)
def test_a_circle_is_found(tmp_path: Path, schema: Any) -> None:
    _written(tmp_path / "other.json", {"type": "object", "anyOf": [{"$ref": "s.json"}]})
    told = _refused(tmp_path, schema)
    assert "refers to itself" in told


def test_data_and_names_of_keys_are_no_circle(tmp_path: Path) -> None:
    itself = {"default": {"$ref": "#/properties/a/default"}}
    _loaded(tmp_path, {"properties": {"a": itself, "not": {"properties": {"b": {"$ref": "#/properties"}}}}})
    assert "refers to itself" in _refused(tmp_path, {"properties": {"default": {"$ref": "#/properties/default"}}})


@pytest.mark.parametrize("keyword", ["allOf", "anyOf"])
def test_references_that_multiply_are_found(tmp_path: Path, keyword: str) -> None:
    parts: dict[str, Any] = {"p0": {"type": "string"}}
    parts |= {f"p{n}": {keyword: [{"$ref": f"#/$defs/p{n - 1}"}] * 2} for n in range(1, 40)}
    told = _refused(tmp_path, {"properties": {"tags": {"$ref": "#/$defs/p39"}}, "$defs": parts})
    assert "its references multiply" in told


def test_a_long_chain_of_references_is_told(tmp_path: Path) -> None:
    parts: dict[str, Any] = {"p0": {"type": "string"}}
    parts |= {f"p{n}": {"$ref": f"#/$defs/p{n - 1}"} for n in range(1, 2_000)}
    assert "its references lead too far" in _refused(tmp_path, {"$ref": "#/$defs/p1999", "$defs": parts})


_BRANCHING = {
    "properties": {"menu": {"$ref": "#/$defs/menu"}},
    "$defs": {
        "menu": {
            "anyOf": [
                {"type": "string"},
                {"properties": {"below": {"$ref": "#/$defs/menu"}}, "required": ["a"]},
                {"properties": {"below": {"$ref": "#/$defs/menu"}}, "required": ["b"]},
            ]
        }
    },
}


@pytest.mark.parametrize(("depth", "told"), [(3, 'add "a" to "menu"'), (30, "too involved"), (95, "too involved")])
def test_branches_that_multiply_with_each_level_of_the_data_are_told(depth: int, told: str) -> None:
    menu: Any = "x"
    for _ in range(depth):
        menu = {"below": menu}
    *_, last = JsonSchema(_BRANCHING).violations({"title": "Kites", "menu": menu})
    assert last.path == ("menu",)
    assert told in last.message


@pytest.mark.parametrize(
    ("schema", "is_so"),
    [
        ({"properties": {"a": {"$ref": "#/$defs/b"}}, "$defs": {"b": {"$ref": "#/$defs/c"}, "c": {}}}, False),
        ({"$ref": "other.json"}, False),
        ({"properties": {"a": {"$ref": "#"}}}, True),
        ({"$defs": {"b": {"items": {"$ref": "#/$defs/c"}}, "c": {"items": {"$ref": "#/$defs/b"}}}}, True),
        ({"$defs": {"b/c": {"items": {"$ref": "#/$defs/b~1c"}}}}, True),
        ({"$ref": "back.json"}, True),
        ({"$defs": {"b": {"$anchor": "b"}}, "items": {"$ref": "#b"}}, True),
    ],
)
def test_a_schema_that_goes_as_deep_as_the_data(tmp_path: Path, schema: Any, is_so: bool) -> None:
    _written(tmp_path / "other.json", {"type": "object"})
    _written(tmp_path / "back.json", {"properties": {"a": {"$ref": "s.json"}}})
    assert is_recursive(_loaded(tmp_path, schema).files()) is is_so


def test_a_tree_is_no_circle(tmp_path: Path) -> None:
    schema = _loaded(tmp_path, {"properties": {"menu": {"$ref": "#/$defs/menu"}}, "$defs": {"menu": {
        "type": "object", "properties": {"children": {"items": {"$ref": "#/$defs/menu"}}}}}})  # fmt: skip
    assert schema.violations({"menu": {"children": [{"children": []}]}}) == ()
    assert schema.violations({"menu": {"children": [{"children": [1]}]}})


# -- files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param('{\n "a": 1\n "b": 2\n}', "s.json:3: the schema is no valid JSON", id="a missing comma"),
        pytest.param("[]", "s.json: a schema is an object", id="a list"),
        pytest.param(
            '{\n "properties": {\n  "a": {"type": "strnig"}\n }\n}',
            's.json:3: the schema is not sound at properties/a/type: there is no type "strnig" — did you mean "string"?',
            id="a type",
        ),
        pytest.param(
            '{\n "type": ["string", "strnig"]\n}',
            's.json:2: the schema is not sound at type: there is no type "strnig" — did you mean "string"?',
            id="one of several types",
        ),
        pytest.param(
            '{\n "properties": {"a": {\n  "type": 5}}\n}',
            's.json:3: the schema is not sound at properties/a/type: it must be "array", "boolean", "integer", ',
            id="a number for a type",
        ),
        pytest.param(
            '{"$schema": "http://json-schema.org/draft-07/schema#",\n "items": [5]}',
            "s.json:2: the schema is not sound at items/0: it must be a group of keys, true or false, not the number 5",
            id="one of the schemas in a list",
        ),
        pytest.param('{\n "maximum": NaN}', "s.json:2: NaN is a number that JSON has not", id="a number that is none"),
        pytest.param(
            '{"properties": {\n "a": {"$dynamicRef": "https://example.org/b.json#c"}}}',
            "s.json:2: the schema cannot be used: https://example.org/b.json cannot be referred to",
            id="a dynamic reference to the network",
        ),
        pytest.param(
            '{"$schema": "https://json-schema.org/draft/2019-09/schema",\n "$recursiveRef": "https://example.org/b.json"}',
            's.json:2: "$recursiveRef" is https://example.org/b.json, but can only be "#"',
            id="a recursive reference to the network",
        ),
        pytest.param(
            '{\n "required": "title"\n}',
            "s.json:2: the schema is not sound at required: it must be a list, not text",
            id="required is a list",
        ),
        pytest.param(
            '{\n "properties": {"a": {\n  "minLength": -1}}\n}',
            "s.json:3: the schema is not sound at properties/a/minLength: it must be at least 0",
            id="a length below nothing",
        ),
        pytest.param('{"a":' * 100_000, "s.json", id="nested too deep"),
        pytest.param(
            '{"properties":{"a":' * 120 + "{}" + "}}" * 120, "s.json: the schema is nested too deep", id="keys in keys"
        ),
        pytest.param("", "s.json:1: the schema is no valid JSON", id="empty"),
    ],
)
def test_a_schema_that_is_not_sound(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "s.json").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as error:
        JsonSchema.load(tmp_path / "s.json", tmp_path)
    assert str(error.value).startswith(told)
    assert "\n" not in str(error.value)


def test_a_schema_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        JsonSchema.load(tmp_path / "absent.json", tmp_path)
    (tmp_path / "s.json").write_bytes(b"\xff\xfe{\x00}\x00")
    with pytest.raises(ConfigError, match="UTF-8"):
        JsonSchema.load(tmp_path / "s.json", tmp_path)


def _written(path: Path, schema: Any) -> None:
    path.write_text(json.dumps(schema, indent=1, ensure_ascii=False), "utf-8")


def _loaded(folder: Path, schema: Any) -> JsonSchema:
    _written(folder / "s.json", schema)
    return JsonSchema.load(folder / "s.json", folder)


def _refused(folder: Path, schema: Any) -> str:
    with pytest.raises(ConfigError) as error:
        _loaded(folder, schema)
    return str(error.value)


def test_a_misspelt_keyword_is_told_by_schema_check(site: Site) -> None:
    site.write("s.json", '{"requried": ["title"],\n "properties": {"typ": {"typ": "string", "x-order": 1}}}\n')
    ran = site.run("schema", "check", "s.json")
    assert ran.status == 1
    assert 's.json:1: "requried" is no keyword of JSON Schema — did you mean "required"?' in ran.err
    assert ran.err.count("did you mean") == 2
    site.write("s.json", '{"required": ["title"], "properties": {"typ": {"type": "string"}}}\n')
    assert site.run("schema", "check", "s.json").status == 0


def test_an_empty_text_is_to_be_filled_in_or_removed_with_its_key_or_as_an_item(site: Site) -> None:
    filled = {"pattern": "."}
    group = {"propertyNames": filled}
    schema = {"required": ["b"], "properties": {"a": filled, "b": filled, "tags": {"items": filled}, "n": group}}
    site.write("s.json", json.dumps(schema))
    site.write("a.md", "---\na: ''\nb: ''\ntags: ['', x]\nn: {'': y}\n---\n")
    ran = site.run("check", "--schema=s.json", "--select=schema-violation", "--output-format=json", "a.md")
    ends = [found["message"].partition(" .")[2] for found in json.loads(ran.out)]
    assert ends == [": fill it in or remove the key", ": fill it in", ": fill it in or remove it", ""]


def test_a_schema_with_an_odd_name_cannot_steer_the_terminal(site: Site) -> None:
    site.write("s\x1b[2J.json", '{"requried": ["title"]}\n')
    ran = site.run("schema", "check", "s\x1b[2J.json")
    assert ran.status == 1
    assert ran.err.startswith('contentlint: s\\u{1b}[2J.json:1: "requried" is no keyword')
