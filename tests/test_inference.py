"""Schemas inferred from front matter: what most do is the rule, the rest is told by file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from contentlint import files
from contentlint.cli import cli
from contentlint.config import Config
from contentlint.errors import ConfigError
from contentlint.inference import Inferred, infer
from contentlint.schema import JsonSchema
from contentlint.schema.as_json import plain
from contentlint.schema.shipped import shipped_schema
from contentlint.setting import Setting
from contentlint.survey import Article, Survey, read_articles
from tests.conftest import SHARED

CONTENT = SHARED / "corpora" / "content"


def _from(data: list[dict[Any, Any]], share: float = 0.95) -> Inferred:
    read = Survey([Article(f"{number:03}.md", plain(each), "yaml") for number, each in enumerate(data)])
    return infer(read, Setting(), share)


def _part(data: list[Any]) -> dict[str, Any]:
    part = dict(_from([{"key": value} for value in data]).schema["properties"]["key"])
    part.pop("description")
    return part


@pytest.mark.parametrize(
    ("values", "part"),
    [
        pytest.param(["a b", "C"], {"type": "string"}, id="text"),
        pytest.param([1, 2], {"type": "integer"}, id="whole numbers"),
        pytest.param([1, 2.5], {"type": "number"}, id="numbers"),
        pytest.param([1, 3.0], {"type": "integer"}, id="3.0 is a whole number"),
        pytest.param([True, False], {"type": "boolean"}, id="switches"),
        pytest.param([None, None], {}, id="always empty says nothing"),
        pytest.param(["A b", None], {"type": ["string", "null"]}, id="text or empty"),
        pytest.param(["2021-11-07", "2021-12-01", "2022-01-02"], {"type": "string", "format": "date"}, id="dates"),
        pytest.param(
            ["2021-11-07T10:00:00Z", "2021-12-01T10:00:00+01:00", "2022-01-02T00:00:00Z"],
            {"type": "string", "format": "date-time"}, id="moments",
        ),
        pytest.param(
            ["2021-11-07", "2021-12-01T10:00:00Z", "2022-01-02"],
            {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}, id="dates and moments",
        ),
        pytest.param(
            ["2021-11-07 10:00:00 +0800"] * 5, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}"}, id="a generator's dates",
        ),
        pytest.param(["https://a.example/x", "http://b.example", "https://c.example"], {"type": "string", "format": "uri"}, id="addresses"),
        pytest.param(["a@b.example", "c@d.example", "e@f.example"], {"type": "string", "format": "email"}, id="e-mail"),
        pytest.param(["news"] * 5 + ["blog"] * 5, {"type": "string", "enum": ["blog", "news"]}, id="a choice"),
        pytest.param(["news"] * 30 + ["blog"] * 9 + ["nwes"], {"type": "string", "enum": ["news", "blog"]}, id="a choice but a slip"),
        pytest.param([*"abcdefgh"], {"type": "string"}, id="many values are no choice"),
        pytest.param(["post"] * 20, {"type": "string"}, id="one value is no choice"),
        pytest.param(
            ["old-bridge", "new-ferry", "kite", "the-sea", "a-b-c"], {"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"}, id="slugs",
        ),
        pytest.param(["/a/", "/b", "/", "/c/d", "/e"], {"type": "string", "pattern": "^/"}, id="paths"),
        pytest.param(["one"] * 10 + [7], {"type": "string"}, id="a single odd type among many"),
        pytest.param([["a"], ["B c", "d"]], {"type": "array", "items": {"type": "string"}}, id="lists"),
        pytest.param([["a"], "b"], {"type": ["string", "array"], "items": {"type": "string"}}, id="a list or one"),
        pytest.param([["a", "b"]] * 3, {"type": "array", "items": {"type": "string"}, "uniqueItems": True}, id="no item twice"),
        pytest.param([[1, 1.0]] * 3, {"type": "array", "items": {"type": "integer"}}, id="a number twice"),
        pytest.param([[], []], {"type": "array"}, id="empty lists"),
        pytest.param(
            [{"a": 1, "b": {"c": 1}}] * 3,
            {"type": "object", "required": ["a", "b"], "properties": {"a": {"type": "integer"}, "b": {"type": "object"}}}, id="groups, one deep",
        ),
    ],
)  # fmt: skip
def test_the_schema_of_one_key(values: list[Any], part: dict[str, Any]) -> None:
    assert _part(values) == part


def test_required_by_share() -> None:
    data: list[dict[Any, Any]] = [{"title": "A", "tags": []}] * 9 + [{"title": "A"}]
    assert _from(data).schema["required"] == ["title"]
    assert _from(data, 0.9).schema["required"] == ["title", "tags"]
    assert "required" not in _from([{"title": "A"}]).schema, "one article is no rule"


def test_keys_stand_in_their_usual_order() -> None:
    schema = _from([{"title": 1, "date": 1, "tags": 1}, {"title": 1, "tags": 1}, {"title": 1, "date": 1}]).schema
    assert list(schema["properties"]) == ["title", "date", "tags"]


def test_a_person_s_name_is_never_a_choice() -> None:
    for key in ("author", "editor", "title", "heroImage", "pubDate"):
        part = _from([{key: "Ida Brandt"}] * 9 + [{key: "Jo Lund"}] * 9).schema["properties"][key]
        assert "enum" not in part


def test_a_key_misspelled_once_is_an_outlier() -> None:
    inferred = _from([{"title": "A", "description": "B"}] * 40 + [{"title": "A", "descripton": "B"}])
    assert "descripton" not in inferred.schema["properties"]
    assert [each.why for each in inferred.outliers if each.key == "descripton"] == [
        'the key "descripton" is rare: did you mean "description"?'
    ]


def test_a_plural_is_no_slip() -> None:
    inferred = _from([{"title": "A", "categories": ["b"]}] * 40 + [{"title": "A", "category": "b", "categories": []}])
    assert "category" in inferred.schema["properties"]


def test_keys_that_are_no_text() -> None:
    inferred = _from([{2: "a", True: "b", None: "c", "x": 1}] * 3)
    assert not inferred.outliers
    assert "x" in inferred.schema["properties"]


def test_the_same_whatever_the_order_of_equal_input() -> None:
    data = [{"b": "x", "a": number, "tags": ["k", "l"]} for number in range(50)]
    assert json.dumps(_from(data).schema) == json.dumps(_from(data[::-1]).schema)


@pytest.mark.parametrize("first", [True, False], ids=["the odd one first", "the odd one last"])
def test_one_odd_article_hides_no_format(first: bool) -> None:
    data: list[dict[Any, Any]] = [
        {"date": f"2021-11-{number % 28 + 1:02}", "mail": f"a{number}@b.example", "url": f"https://c.example/{number}"}
        for number in range(40)
    ]
    data.insert(0 if first else 40, {"date": "2021-11-07T10:00:00Z", "mail": "nobody", "url": "nowhere"})
    inferred = _from(data)
    formats = {key: part.get("format") for key, part in inferred.schema["properties"].items()}
    assert formats == {"date": "date", "mail": "email", "url": "uri"}
    assert [outlier.key for outlier in inferred.outliers] == ["date", "mail", "url"]


def test_thousands_of_articles_are_no_matter() -> None:
    data = [
        {"title": f"T {number}", "date": "2021-11-07", f"key{number}": number, "tags": ["a", "b"]}
        for number in range(5000)
    ]
    inferred = _from(data)
    assert len(inferred.schema["properties"]) <= 400
    assert not inferred.outliers


# -- files ----------------------------------------------------------------------------------------------------------


def _site(folder: Path) -> None:
    for number in range(12):
        text = f"---\ntitle: Kite {number}\ndate: 2021-11-{number + 1:02}\ntags: [kite, wind]\n---\nText.\n"
        (folder / f"kite-{number:02}.md").write_text(text, "utf-8")
    (folder / "odd.md").write_text("---\ntitle: Odd\n# a note\ndate: soon\ntags: kite\n---\n", "utf-8")
    (folder / "broken.md").write_text("---\ntitle: a: b: c\n---\n", "utf-8")
    (folder / "bytes.md").write_bytes(b"---\ntitle: \xff\n---\n")
    (folder / "plain.md").write_text("# No front matter\n", "utf-8")
    (folder / "toml.md").write_text('+++\ntitle = "T"\ndate = 2021-11-07\ntags = ["a"]\n+++\n', "utf-8")


def test_outliers_have_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _site(tmp_path)
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(cli, ["schema", "infer", "--outliers"], standalone_mode=False)
    assert run.exception is None
    schema = json.loads(run.stdout)
    assert schema["required"] == ["title", "date", "tags"]
    assert schema["properties"]["date"]["format"] == "date"
    assert "  broken.md:2: " in run.stderr
    assert "  bytes.md:2: line 2 (byte 11)" in run.stderr
    assert '  odd.md:4: "date" is "soon", which is not a date' in run.stderr
    assert '  odd.md:5: "tags" must be a list, not text' in run.stderr
    assert "inferred from 14 articles (1 file has no front matter)" in run.stderr


def test_keys_are_described_in_the_words_of_the_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("contentlint.toml").write_text('profile = "hugo"\n', "utf-8")
    for number in range(4):
        Path(f"{number}.md").write_text(f"---\ntitle: A\nexpiryDate: 2021-11-0{number + 1}\n---\n", "utf-8")
    run = CliRunner().invoke(cli, ["schema", "infer"], standalone_mode=False)
    told = json.loads(run.stdout)["properties"]["expiryDate"]["description"]
    assert told == shipped_schema("hugo").properties["expiryDate"]["description"]


def test_times_and_codes_are_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(4):
        Path(f"{number}.md").write_text(
            f"---\ntitle: A\ntime: 1:3{number}\nzip: 0123{number}\nweight: {number}\n---\n\nKites.\n"
        )
    schema = infer(read_articles([f"{number}.md" for number in range(4)], Setting()), Setting()).schema
    types = {key: part["type"] for key, part in schema["properties"].items()}
    assert types == {"title": "string", "time": "string", "zip": "string", "weight": "integer"}


def test_a_file_is_never_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _site(tmp_path)
    monkeypatch.chdir(tmp_path)
    written = CliRunner().invoke(cli, ["schema", "infer", "-o", "schemas/s.json"], standalone_mode=False)
    assert written.exception is None
    assert written.stdout == ""
    again = CliRunner().invoke(cli, ["schema", "infer", "-o", "schemas/s.json"], standalone_mode=False)
    assert isinstance(again.exception, ConfigError)
    assert "--force" in str(again.exception)
    assert (
        CliRunner().invoke(cli, ["schema", "infer", "-o", "schemas/s.json", "--force"], standalone_mode=False).exception
        is None
    )
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\n", "utf-8")
    over = CliRunner().invoke(cli, ["schema", "infer", "-o", "a.md", "--force"], standalone_mode=False)
    assert str(over.exception) == "a.md: this is no schema: name another file"
    checked = CliRunner().invoke(cli, ["schema", "check", "schemas/s.json"], standalone_mode=False)
    assert checked.stdout == "schemas/s.json: a sound schema for 3 keys\n"


@pytest.mark.parametrize("arguments", [["absent"], ["empty"], ["plain.md"]])
def test_nothing_to_infer_from_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "plain.md").write_text("Text.\n", "utf-8")
    run = CliRunner().invoke(cli, ["schema", "infer", *arguments], standalone_mode=False)
    assert isinstance(run.exception, ConfigError)
    assert "\n" not in str(run.exception)


def test_check_tells_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.json").write_text('{\n "properties": {\n  "a": {"type": "txet"}\n }\n}', "utf-8")
    run = CliRunner().invoke(cli, ["schema", "check", "s.json"], standalone_mode=False)
    assert isinstance(run.exception, ConfigError)
    assert str(run.exception).startswith("s.json:3: the schema is not sound at properties/a/type")


@pytest.mark.skipif(not CONTENT.is_dir(), reason="the shared corpora are not beside this checkout")
@pytest.mark.parametrize("corpus", sorted(each.name for each in CONTENT.glob("[!.]*")) if CONTENT.is_dir() else [])
def test_every_real_article_validates_or_is_told(corpus: str) -> None:
    paths = files.find([str(CONTENT / corpus)], Config(CONTENT / corpus)).paths
    read = read_articles(paths, Setting())
    inferred = infer(read, Setting())
    schema = JsonSchema(inferred.schema)
    schema.prove("inferred")
    told = {outlier.path for outlier in inferred.outliers}
    for article in read.articles:
        assert article.path in told or not schema.violations(article.data), article.path
    assert {outlier.path for outlier in read.unreadable} <= told
    assert len(read.articles) + len(read.without) + len(read.unreadable) == len(paths)
    assert len(told) <= 0.15 * len(paths), "outliers are few"
    assert all(outlier.row > 0 for outlier in inferred.outliers)
    assert infer(read, Setting()) == inferred
