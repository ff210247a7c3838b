"""An entry put into front matter or taken out of it: nothing else changes, in every syntax and style."""

from __future__ import annotations

import pytest

from contentlint.additions import addition, filling
from contentlint.document import Document
from contentlint.entries import removal_of, renaming
from contentlint.parsing import parse
from contentlint.text import Source

BODY = "\n\nKites.\n"


def _read(text: str) -> Document:
    return parse(Source("article.md", text))


def _added(text: str, *names: str, key: str = "editor") -> str:
    document = _read(text)
    after = document.front_matter.first("author", "authors") if document.front_matter else None
    edit = addition(document, key, names[0] if len(names) == 1 else list(names), after=after)
    return text if edit is None else Source("article.md", text).edited([edit]).text


ADDED = [
    pytest.param("---\ntitle: a\n---", "---\ntitle: a\neditor: Ann\n---", id="at the end"),
    pytest.param("---\nauthor: a\ndate: b\n---", "---\nauthor: a\neditor: Ann\ndate: b\n---", id="after the author"),
    pytest.param(
        "---\nauthors:\n  - a\n  - b # c\n# d\ndate: e\n---",
        "---\nauthors:\n  - a\n  - b # c\neditor: Ann\n# d\ndate: e\n---",
        id="after a list of authors",
    ),
    pytest.param(
        "---\nauthor:\n  name: a\n  bio: >\n    b\n    c\ndate: e\n---",
        "---\nauthor:\n  name: a\n  bio: >\n    b\n    c\neditor: Ann\ndate: e\n---",
        id="after an author with a folded text",
    ),
    pytest.param("---\r\ntitle: a\r\n---\r", "---\r\ntitle: a\r\neditor: Ann\r\n---\r", id="CRLF"),
    pytest.param("title: a\ndate: b\n---", "title: a\ndate: b\neditor: Ann\n---", id="no opening fence"),
    pytest.param("---\ntitle: a\n...", "---\ntitle: a\neditor: Ann\n...", id="dots"),
    pytest.param("---\n  author: a\n  b: c\n---", "---\n  author: a\n  editor: Ann\n  b: c\n---", id="indented"),
    pytest.param('+++\ntitle = "a"\n+++', '+++\ntitle = "a"\neditor = "Ann"\n+++', id="TOML"),
    pytest.param(
        '+++\nauthors = [\n  "a",\n  "b",\n]\nc = 1\n+++',
        '+++\nauthors = [\n  "a",\n  "b",\n]\neditor = "Ann"\nc = 1\n+++',
        id="TOML list over lines",
    ),
    pytest.param(
        '+++\ntitle = "a"\n\n[author]\nname = "b"\n+++',
        '+++\ntitle = "a"\neditor = "Ann"\n\n[author]\nname = "b"\n+++',
        id="TOML author as a table",
    ),
    pytest.param('+++\n[params]\na = 1\n+++', '+++\neditor = "Ann"\n[params]\na = 1\n+++', id="TOML tables only"),
    pytest.param(
        '+++\na = 1\n[[b]]\nc = 1\n[d.e]\nf = 1\n+++', '+++\na = 1\neditor = "Ann"\n[[b]]\nc = 1\n[d.e]\nf = 1\n+++',
        id="TOML array of tables",
    ),
    pytest.param(
        '+++\na = 1\nextra.note = """\nb\nc"""\n+++',
        '+++\na = 1\nextra.note = """\nb\nc"""\neditor = "Ann"\n+++',
        id="TOML text over lines below a dotted key",
    ),
    pytest.param(
        '+++\nauthor.bio = [\n  "a",\n]\nb = 1\n[author.sub]\nc = 1\n+++',
        '+++\nauthor.bio = [\n  "a",\n]\neditor = "Ann"\nb = 1\n[author.sub]\nc = 1\n+++',
        id="TOML author before a dot and as a table",
    ),
    pytest.param(
        "---\nauthor: |+\n  a\n\n\nb: c\n---",
        "---\nauthor: |+\n  a\n\n\neditor: Ann\nb: c\n---",
        id="after a text that keeps the empty lines below it",
    ),
    pytest.param(
        "---\r\nauthors:\r\n  - a\r\n  - >+\r\n    b\r\n\r\n# c\r\nd: e\r\n---\r",
        "---\r\nauthors:\r\n  - a\r\n  - >+\r\n    b\r\n\r\neditor: Ann\r\n# c\r\nd: e\r\n---\r",
        id="after a list whose last item keeps the empty lines below it",
    ),
    pytest.param('{"title": "a"}', '{"title": "a", "editor": "Ann"}', id="JSON in one line"),
    pytest.param(
        '{\n  "author": "a",\n  "b": [1]\n}', '{\n  "author": "a",\n  "editor": "Ann",\n  "b": [1]\n}', id="JSON"
    ),
    pytest.param('{\n\t"b": {"c": 1}\n}', '{\n\t"b": {"c": 1},\n\t"editor": "Ann"\n}', id="JSON at the end"),
    pytest.param("---\na: \"b\"\nc: 2021\n---", "---\na: \"b\"\nc: 2021\neditor: \"Ann\"\n---", id="all in double quotes"),
    pytest.param("---\na: 'b'\n---", "---\na: 'b'\neditor: 'Ann'\n---", id="all in single quotes"),
    pytest.param("---\na: 'b'\nc: d\n---", "---\na: 'b'\nc: d\neditor: Ann\n---", id="some in quotes"),
    pytest.param("+++\na='b'\n+++", "+++\na='b'\neditor='Ann'\n+++", id="TOML, tight, in single quotes"),
    pytest.param("---\n{a: b}\n---", "---\n{a: b, editor: Ann}\n---", id="YAML in braces"),
    pytest.param('---\n{\n  "a":"b"\n}\n---', '---\n{\n  "a":"b",\n  "editor":"Ann"\n}\n---', id="YAML like JSON"),
    pytest.param("---\n{\n  a: b, # c\n  d: e, # f\n}\n---", "---\n{\n  a: b, # c\n  d: e, # f\n  editor: Ann,\n}\n---", id="YAML in braces, comments"),
    pytest.param("---\n{\n  a: b,\n  d: e # f\n}\n---", "---\n{\n  a: b,\n  d: e, # f\n  editor: Ann\n}\n---", id="YAML in braces, a comment"),
    pytest.param("---\n{a: [b], c}\n---", "---\n{a: [b], c, editor: Ann}\n---", id="YAML in braces, no value"),
    pytest.param('---json\n{"a":1,"b":2}\n---', '---json\n{"a":1,"b":2,"editor":"Ann"}\n---', id="JSON without blanks"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), ADDED)
def test_a_key_is_added_in_the_style_of_the_file(before: str, after: str) -> None:
    assert _added(before + BODY, "Ann") == after + BODY
    old, new = _read(before + BODY), _read(after + BODY)
    assert dict(new.data) == {**old.data, "editor": "Ann"}


@pytest.mark.parametrize(
    "name", ["Ann O'Neil", "Yes", "null", "12", "a: b", "# a", "@a", "梁斌", '"Ann"', "J. Roe", "No"]
)
@pytest.mark.parametrize(
    "front",
    ["---\na: b\n---", "---\n{a: b}\n---", "+++\na = 1\n+++", '{"a": 1}'],
    ids=["yaml", "braces", "toml", "json"],
)
def test_any_name_is_read_back(front: str, name: str) -> None:
    assert _read(_added(front + BODY, name)).data["editor"] == name


@pytest.mark.parametrize(
    "key", ["last-editor", "责任编辑", "edited by", "a.b", 'an "editor"', "12", "no", "null", "a: b"]
)
@pytest.mark.parametrize("front", ["---\na: b\n---", "+++\na = 1\n+++", '{"a": 1}'], ids=["yaml", "toml", "json"])
def test_any_key_is_read_back_or_left_out(front: str, key: str) -> None:
    text = _added(front + BODY, "Ann", key=key)
    if text == front + BODY:
        assert front.startswith("---"), "TOML and JSON have quotes for any key"
        assert key in ("12", "no", "null", "a: b", 'an "editor"')
    else:
        assert _read(text).data[key] == "Ann"


@pytest.mark.parametrize(
    ("front", "after"),
    [
        ("---\ntitel: a\n---", "---\n标题: a\n---"),
        ("+++\ntitel = 'a'\n+++", "+++\n\"标题\" = 'a'\n+++"),
        ("+++\n'titel' = 'a'\n+++", "+++\n'标题' = 'a'\n+++"),
        ("+++\ntitel.a.b = 1\n+++", '+++\n"标题".a.b = 1\n+++'),
        ("+++\n[titel.a]\nb = 1\n+++", '+++\n["标题".a]\nb = 1\n+++'),
        ("+++\n[titel]\na.b = 1\na.c = 2\n+++", '+++\n["标题"]\na.b = 1\na.c = 2\n+++'),
        ('{"titel": "a"}', '{"标题": "a"}'),
    ],
    ids=["yaml", "toml", "toml in quotes", "toml with dots", "a table below", "a table", "json"],
)
def test_a_key_is_renamed_as_its_syntax_writes_it(front: str, after: str) -> None:
    document = _read(front + BODY)
    assert document.front_matter is not None
    edit = renaming(document, document.front_matter.fields["titel",], "标题")
    assert edit is not None
    assert document.source.edited([edit]).text == after + BODY
    assert _read(after + BODY).data == {"标题": document.data["titel"]}


@pytest.mark.parametrize(
    "front",
    ["titel.a.b = 1\ntitel.c = 1", "[titel.a]\n[titel]", "[titel]\n[titel.a]", "[[titel.a]]\n[[titel.a]]"],
)
def test_a_key_that_is_written_in_several_places_is_not_renamed(front: str) -> None:
    document = _read(f"+++\n{front}\n+++{BODY}")
    assert document.front_matter is not None
    assert renaming(document, document.front_matter.fields["titel",], "title") is None


@pytest.mark.parametrize(
    "front",
    ["---\na: b\n---", "---\ntags:\n- a\n---", "---\ntags:\n  - a\n---", "---\nauthor: a\ntags:\n    - b\n---",
     "---\n{a: b}\n---", "+++\na = 1\n+++", '{"a": 1}'],
)  # fmt: skip
def test_names_become_a_list(front: str) -> None:
    names = ["王五", "J. Roe, MD"]
    assert _read(_added(front + BODY, *names)).data["editor"] == names


@pytest.mark.parametrize("front", ["---\n{}\n---", "---js\n{}\n---", "---\na: [\n---", "No front matter"])
def test_where_no_line_can_be_added_none_is(front: str) -> None:
    assert _added(front + BODY, "Ann") == front + BODY


FILLED = [
    pytest.param("---\neditor:\nb: c\n---", "---\neditor: Ann\nb: c\n---", id="nothing"),
    pytest.param("---\neditor: # who?\n---", "---\neditor: Ann # who?\n---", id="nothing but a comment"),
    pytest.param("---\neditor: ''\n---", "---\neditor: 'Ann'\n---", id="single quotes"),
    pytest.param('---\neditor: ""\n---', '---\neditor: "Ann"\n---', id="double quotes"),
    pytest.param("---\neditor: ~\n---", "---\neditor: Ann\n---", id="null"),
    pytest.param("---\neditor: []\n---", "---\neditor: [Ann]\n---", id="an empty list"),
    pytest.param("---\n{editor: null, b: c}\n---", "---\n{editor: Ann, b: c}\n---", id="flow"),
    pytest.param("+++\neditor = ''\n+++", "+++\neditor = 'Ann'\n+++", id="TOML"),
    pytest.param("+++\neditor = []\n+++", '+++\neditor = ["Ann"]\n+++', id="a TOML list"),
    pytest.param('{"editor": null}', '{"editor": "Ann"}', id="JSON"),
    pytest.param("---\neditor: Bob\n---", None, id="a value"),
    pytest.param("---\neditor: [a]\n---", None, id="a list"),
    pytest.param("---\neditor: 0\n---", None, id="a number"),
    pytest.param("---\neditor: |\n---", None, id="a block"),
]


@pytest.mark.parametrize(("before", "after"), FILLED)
def test_a_key_without_a_value_is_filled_in(before: str, after: str | None) -> None:
    document = _read(before + BODY)
    assert document.front_matter is not None
    edit = filling(document, document.front_matter.fields[("editor",)], "Ann")
    assert (edit and document.source.edited([edit]).text) == (after and after + BODY)


REMOVED = [
    pytest.param("---\na: b\nimage: x\nc: d\n---", ("image",), "---\na: b\nc: d\n---", id="YAML"),
    pytest.param("---\nimage: x # why\nc: d\n---", ("image",), "---\nc: d\n---", id="with its comment"),
    pytest.param("---\nimage:\n  src: x\n  alt: y\nc: d\n---", ("image",), "---\nc: d\n---", id="a group"),
    pytest.param("---\nimages:\n- x\n- y\n---", ("images", 0), "---\nimages:\n- y\n---", id="an item"),
    pytest.param("---\nimages: [x, y, z]\n---", ("images", 1), "---\nimages: [x, z]\n---", id="a flow item"),
    pytest.param("---\nimages: [x, y]\n---", ("images", 1), "---\nimages: [x]\n---", id="the last flow item"),
    pytest.param("---\n{a: b, image: x}\n---", ("image",), "---\n{a: b}\n---", id="a flow key"),
    pytest.param("---\r\nimage: x\r\nc: d\r\n---\r", ("image",), "---\r\nc: d\r\n---\r", id="CRLF"),
    pytest.param('+++\nimage = "x"\nb = 1\n+++', ("image",), "+++\nb = 1\n+++", id="TOML"),
    pytest.param('+++\na = { image = "x", b = 1 }\n+++', ("a", "image"), "+++\na = { b = 1 }\n+++", id="TOML inline"),
    pytest.param(
        "+++\na = 1\n\n[c]\nb = 1\n\n[d]\ne = 1\n+++", ("c",), "+++\na = 1\n\n[d]\ne = 1\n+++", id="a TOML table"
    ),
    pytest.param("+++\n[[c]]\nb = 1\n[[c]]\nb = 2\n+++", ("c", 0), "+++\n[[c]]\nb = 2\n+++", id="one of TOML tables"),
    pytest.param("+++\n[[c]]\nb = 1\n[[c]]\nb = 2\n+++", ("c",), "+++\n+++", id="all of TOML tables"),
    pytest.param("+++\nc.d.b = 1\na = 1\n+++", ("c",), "+++\na = 1\n+++", id="a dotted TOML key"),
    pytest.param("---\na: &t x\nb: *t\n---", ("b",), "---\na: &t x\n---", id="an alias"),
    pytest.param("---\na: &t x\nb:\n- *t\n- y\n---", ("b", 0), "---\na: &t x\nb:\n- y\n---", id="an alias in a list"),
    pytest.param("---\na:\n- &t x\n- *t\nb: c\n---", ("a",), "---\nb: c\n---", id="an anchor and its alias"),
    pytest.param("---\na: &t x\nb: &to y\nc: *to\n---", ("a",), "---\nb: &to y\nc: *to\n---", id="an anchor alone"),
    pytest.param('{\n  "image": "x",\n  "b": 1\n}', ("image",), '{\n  "b": 1\n}', id="JSON first"),
    pytest.param('{\n  "b": 1,\n  "image": "x"\n}', ("image",), '{\n  "b": 1\n}', id="JSON last"),
    pytest.param('{"image": "x"}', ("image",), "{}", id="JSON only"),
]


@pytest.mark.parametrize(("before", "path", "after"), REMOVED)
def test_an_entry_is_taken_out_whole(before: str, path: tuple[str | int, ...], after: str) -> None:
    document = _read(before + BODY)
    assert document.front_matter is not None
    edit = removal_of(document, document.front_matter.fields[path])
    assert edit is not None
    assert document.source.edited([edit]).text == after + BODY
    front_matter = _read(after + BODY).front_matter
    assert front_matter is not None
    assert front_matter.readable


KEPT = [
    pytest.param("---\na: &t x\nb: *t\n---", ("a",), id="an anchor"),
    pytest.param("---\na:\n  c: &t x\nb: *t\n---", ("a",), id="an anchor below"),
    pytest.param("---\na: &t x\nb: [c, *t]\n---", ("a",), id="an anchor of an item"),
    pytest.param("+++\na.b = 1\nc = 1\na.d = 1\n+++", ("a",), id="another key between"),
    pytest.param("+++\na = { b.c = 1 }\n+++", ("a", "b"), id="a dotted key in braces"),
]


@pytest.mark.parametrize(("text", "path"), KEPT)
def test_what_cannot_go_alone_stays(text: str, path: tuple[str | int, ...]) -> None:
    document = _read(text + BODY)
    assert document.front_matter is not None
    assert removal_of(document, document.front_matter.fields[path]) is None
