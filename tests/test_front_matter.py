"""Front matter in every syntax: the data others read, exact places, and hostile texts told in time."""

from __future__ import annotations

import json
import time
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from datetime import time as clock_time
from pathlib import Path
from typing import Any

import frontmatter
import pytest
import yaml

from contentlint.fields import FrontMatter
from contentlint.library import check
from contentlint.parsing import parse
from contentlint.profiles import PROFILES
from contentlint.setting import Setting
from contentlint.text import Source

ARTICLES = (".md", ".mdx", ".markdown", ".html", ".txt")


def read(text: str, profile: str = "") -> FrontMatter:
    front_matter = parse(Source("article.md", text), Setting(PROFILES[profile])).front_matter
    assert front_matter is not None
    return front_matter


def problems(text: str) -> list[tuple[str, str]]:
    """(kind, the text at its place) of each problem."""
    document = parse(Source("article.md", text))
    return [(problem.kind, text[problem.span.start : problem.span.end]) for problem in document.problems]


# -- every form -----------------------------------------------------------------------------------------------------

FORMS = {
    "yaml": "---\ntitle: 风筝\ntags: [a]\n---\n\nText.\n",
    "yaml closed by dots": "---\ntitle: 风筝\ntags: [a]\n...\n\nText.\n",
    "yaml with longer fences and blanks": "---- \ntitle: 风筝\ntags: [a]\n----  \nText.\n",
    "yaml by name": "---yaml\ntitle: 风筝\ntags: [a]\n---\nText.\n",
    "toml": '+++\ntitle = "风筝"\ntags = ["a"]\n+++\nText.\n',
    "toml by name": '---toml\ntitle = "风筝"\ntags = ["a"]\n---\nText.\n',
    "toml by name, behind a blank": '--- toml\ntitle = "风筝"\ntags = ["a"]\n---\nText.\n',
    "json in braces": '{\n  "title": "风筝",\n  "tags": ["a"]\n}\n\nText.\n',
    "json on one line": '{"title": "风筝", "tags": ["a"]}\n\nText.\n',
    "json by name": '---json\n{"title": "风筝", "tags": ["a"]}\n---\nText.\n',
    "json between semicolons": ';;;\n{"title": "风筝", "tags": ["a"]}\n;;;\nText.\n',
    "json between semicolons, without braces": ';;;\n"title": "风筝",\n"tags": ["a"]\n;;;\nText.\n',
    "json before semicolons": '"title": "风筝",\n"tags": ["a"]\n;;;\nText.\n',
    "after a byte-order mark": "\ufeff---\ntitle: 风筝\ntags: [a]\n---\nText.\n",
    "after blank lines": "\n  \n---\ntitle: 风筝\ntags: [a]\n---\nText.\n",
    "with CRLF": "---\r\ntitle: 风筝\r\ntags: [a]\r\n---\r\nText.\r\n",
    "with lone CR": "---\rtitle: 风筝\rtags: [a]\r---\rText.\r",
    "at the end of the file": "---\ntitle: 风筝\ntags: [a]\n---",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_every_form_is_read(text: str) -> None:
    front_matter = read(text)
    assert front_matter.data == {"title": "风筝", "tags": ["a"]}
    assert set(front_matter.fields) == {("title",), ("tags",), ("tags", 0)}
    for field in front_matter.fields.values():
        assert field.key is None or text[field.key.start : field.key.end].strip('"') == field.name


def test_hexo_leaves_the_opening_fence_out() -> None:
    text = "title: 风筝\ntags: [a]\n---\nText.\n"
    assert read(text, "hexo").data == {"title": "风筝", "tags": ["a"]}
    assert problems(text) == [("front-matter-unclosed", "title: 风筝")]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        pytest.param("title: 风筝\n---\nText.\n", True, id="a known key"),
        pytest.param("kites: high\n---\nText.\n", False, id="any key, as Hexo alone reads it"),
    ],
)
def test_hexo_reads_one_key_above_a_fence(text: str, *, is_told: bool) -> None:
    assert len(read(text, "hexo").data) == 1
    assert [kind for kind, _ in problems(text)] == ["front-matter-unclosed"] * is_told


@pytest.mark.parametrize(
    "text", ["Title\n---\n", "Note: this\n---\n", "Title: kites\n---\n", "title: 风筝\nfly\n---\n"]
)
def test_a_heading_is_no_front_matter_to_hexo_either(text: str) -> None:
    assert parse(Source("a.md", text), Setting(PROFILES["hexo"])).front_matter is None


@pytest.mark.parametrize(
    ("heading", "is_key"),
    [
        ("tags: manage tags\n-----------------\n", False),
        ("title: Kites and wind\n----------------------\n", False),
        ("layout: grid vs. flexbox\n---\n", False),
        ("description: see `title`\n---\n", False),
        ("draft: not yet done\n---\n", False),
        ("title: Kites and wind\n---\n", True),
        ("date: 2021-11-07 10:00\n---\n", True),
        ("tags: [kites, wind]\n---\n", True),
    ],
)
def test_one_key_above_its_underline_is_a_heading(heading: str, *, is_key: bool) -> None:
    assert bool(problems(heading + "\nText.\n")) is is_key


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ('+++\ntitle = "凧"\n+++\ntags = [\n  "a",\n]\n+++\n', True),
        ('+++\ntitle = "凧"\n+++\ntags = ["a"]\n+++\n', True),
        ("---\ntitle: 凧\n---\ntags:\n  - a\n---\n", True),
        ("---\ntitle: 凧\n---\nsalad:\n  - a\n---\n", False),
        ("---\ntitle: 凧\n---\ntags: a\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n- [a](b)\n- [c](d)\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n- ![a](b)\n- c\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n- [a][1]\n- [b][2]\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n- See [a](b)\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n- <https://a.example>\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n- [ ] fly\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n-  [a](b)\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n- **a**\n- `b`\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n- Kites fly.\n---\n", False),
        ("---\ntitle: 凧\n---\ntags:\n- A long sentence about kites\n---\n", False),
        ("---\r\ntitle: 凧\r\n---\r\ntags:\r\n  -  kites and wind\r\n  - 風\r\n---\r\n", True),
    ],
)
def test_one_key_below_the_closing_fence_is_told_where_it_is_no_text(text: str, *, is_told: bool) -> None:
    assert [kind for kind, _ in problems(text + "\nText.\n")] == ["front-matter-unclosed"] * is_told


@pytest.mark.parametrize(
    "text",
    [
        '---\ntitle: {{ replace .Name "-" " " | title }}\ndate: {{ now.Format "2006-01-02" }}\n---\n',
        "---\ntitle: {{title}}\naliases: {{date}} fly\n---\n",
        '+++\ntitle = "{{ replace .Name "-" " " }}"\ndate = {{ .Date }}\n+++\n',
        '{\n  "title": "{{ replace .Name "-" " " }}",\n  "date": {{ .Date }}\n}\n',
        "---\ntitle: {{ .Name }}\ndate: {{ .Date }} tags: [a]\n---\n",
    ],
)
def test_each_template_that_was_never_filled_in_is_told(text: str) -> None:
    found = parse(Source("content/posts/a.md", text)).problems
    assert [text[slice(*problem.span)].strip('"')[:2] for problem in found].count("{{") == 2


@pytest.mark.parametrize(
    "text",
    [
        "title: a\n---\ntitle: b: c\ndate: 2024-01-01\n---\n",
        "title: a\nlayout: b\n---\ntitle: c\ndate: 2024-01-01\n---\n",
    ],
)
def test_keys_below_the_only_fence_of_hexo_are_told_there(text: str) -> None:
    found = parse(Source("source/_posts/a.md", text + "\n凧\n")).problems
    assert [(problem.kind, text[slice(*problem.span)]) for problem in found] == [("front-matter-unclosed", "---")]
    assert found[0].span.start == text.index("---")


def test_hexo_takes_a_tab_for_two_blanks() -> None:
    text = "---\na:\n\tb: 1\n\tc:\n\t\t- 风筝\n---\n"
    front_matter = read(text, "hexo")
    assert front_matter.data == {"a": {"b": 1, "c": ["风筝"]}}
    assert text[slice(*front_matter.fields["a", "c", 0].value)] == "风筝"


def test_hexo_takes_a_tab_for_two_blanks_beside_blanks_and_in_a_text() -> None:
    text = "---\na:\n\t- b\n  - c\nd: |\n\te\n\t\tf\ndate: 2021/1/1\n---\n"
    front_matter = read(text, "hexo")
    assert front_matter.data == {"a": ["b", "c"], "d": "e\n  f\n", "date": "2021/1/1"}
    fields = front_matter.fields.values()
    written = [text[slice(*field.value)] for field in fields if isinstance(field.data, str)]
    assert written == ["b", "c", "|\n\te\n\t\tf", "2021/1/1"]
    assert "date-not-iso" in [finding.rule for finding in check(text, "source/_posts/a.md").findings]


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n",
        "---\n\nText between two rules.\n\n---\n",
        "---\n\nA list: one, two.\nIt goes on.\n\n---\n",
        "***\n",
        "---\n**Title:** Kites\n**Date:** 2024-03-05\n---\n",
        "---\n* title: the name\n* note: a text\n---\n",
        "---\n\n* title: the name\n* date: a day\n\n---\n",
        "---\n> A title: Kites\n> and a date: none\n---\n",
        "    ---\n    title: x\n    ---\n\nText.\n",
        "```yaml\n---\ntitle: x\n---\n```\n",
        "```yaml\n---\ntitle: x\n---\n```\n\nThis front matter names it.\n",
        "```yaml\ntitle: x\n```\n\nThen:\n\n```yaml\ntags: [a]\n```\n",
        "```yaml\ntitle: x\n```\n",
        "```yaml\nname: x\nversion: 2\n```\n\nText.\n",
        "```yaml\n---\nkind: x\ndescription: y\n---\n```\n\nText.\n",
        "---\n* title: the name\n* tags: what it is about\n---\n",
        "---\n* title: the name\n\n* date: a day\n---\n",
        "---\n**tags:** kites\n**date:** 7 May\n---\n",
        "---\n`title`: string\n`layout`: string\n`draft`: boolean\n---\n",
        "***\nauthor: Ann, date: 7 May, title: Kites\n***\n",
        "- - -\nauthor: Ann, date: 7 May, title: Kites\n- - -\n",
        "_ _ _\ntitle: we say date: we do author: x\n_ _ _\n",
        "    ---\n    title: x\n    date: 2024-03-05\n    ---\n\nText.\n",
        "```yaml\n---\ntitle: x\non: push\n---\n```\n\nText.\n",
        "```yaml\ntitle: x\n```\n\nText.\n",
        "- - -\nOf a title: and an author: of kites.\n- - -\n",
        "- - -\n\ntitle: Kites author: Wale tags: a\n\n- - -\n",
        "{ a brace }\n",
        "# title: 风筝\n---\n",
        "",
        "---",
    ],
)
def test_prose_is_no_front_matter(text: str) -> None:
    assert parse(Source("article.md", text)).front_matter is None


@pytest.mark.parametrize(
    "text",
    [
        "---js\n{ title: 1 }\n---\n",
        "--- coffee\ntitle: -> 1\n---\nText.\n",
        "---json5\n{title: 1}\n---\n",
    ],
)
def test_other_engines_are_left_alone(text: str) -> None:
    front_matter = read(text)
    assert not front_matter.readable
    assert problems(text) == []


@pytest.mark.parametrize(
    "text", ["---\n---\nText.\n", "---\n# only a comment\n---\nText.\n", "+++\n+++\nText.\n", "{}\nText.\n"]
)
def test_empty_front_matter_is_read(text: str) -> None:
    assert read(text).data == {}
    assert problems(text) == []


def test_a_template_for_front_matter_is_no_data() -> None:
    text = '---\ntitle: {{ replace .Name "-" " " | title }}\ndate: {{ .Date }}\n---\n'
    assert not read(text).readable
    assert problems(text) == []
    assert problems("---\ntitle: {{ page.title }}\n---\n") == [("front-matter-unreadable", "{{ page.title }}")]


# -- the same data as others read -------------------------------------------------------------------------------------


def same(ours: Any, theirs: Any) -> bool:
    """Whether our data is theirs; dates are text here."""
    if isinstance(theirs, (date, datetime, clock_time)):
        return isinstance(ours, str)
    if isinstance(theirs, dict) and isinstance(ours, dict):
        mine, other = ({str(key): value for key, value in data.items()} for data in (ours, theirs))
        return mine.keys() == other.keys() and all(same(mine[key], other[key]) for key in mine)
    if isinstance(theirs, list) and isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(theirs, (bytes, set, tuple)):
        return True  # tags beyond plain data
    return type(ours) is type(theirs) and (ours == theirs or ours != ours)


def agrees(text: str) -> bool | None:
    """Whether python-frontmatter reads the same; None where it reads nothing."""
    try:
        post = frontmatter.loads(text)
    except Exception:  # whatever it stumbles over
        return None
    if not post.metadata:
        return None
    front_matter = parse(Source("article.md", text)).front_matter
    return front_matter is not None and same(dict(front_matter.data), post.metadata)


@pytest.mark.parametrize(
    "name",
    ["yaml", "yaml with longer fences and blanks", "json in braces", "after blank lines", "with CRLF", "at the end of the file"],
)  # fmt: skip
def test_forms_that_python_frontmatter_knows_are_read_as_it_does(name: str) -> None:
    assert agrees(FORMS[name])


def articles(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.suffix in ARTICLES and path.is_file())


def test_articles_agree_with_python_frontmatter(shared: Path) -> None:
    compared, different = 0, []
    folders = [
        shared / "corpora",
        *(shared / "suites" / name for name in ("python-frontmatter", "gray-matter", "markdownlint")),
    ]
    for path in articles(*folders):
        source = Source.decode(str(path), path.read_bytes())
        result = agrees(source.text.replace("\r\n", "\n"))
        compared += result is not None
        if result is False:
            different.append(str(path.relative_to(shared)))
    assert compared > 800
    assert different == []


# -- places -----------------------------------------------------------------------------------------------------------


def wrong_places(text: str, front_matter: FrontMatter) -> list[str]:
    """The paths whose written value, read alone, is another value."""
    wrong = []
    for path, field in front_matter.fields.items():
        written = text[field.value.start : field.value.end]
        if front_matter.syntax == "yaml" and field.style not in ("mapping", "sequence") and not written.startswith("&"):
            data = yaml.load(written, Loader=yaml.BaseLoader)
            if field.style in ("literal", "folded") and isinstance(data, str):
                matches = data.rstrip("\n") == str(field.data).rstrip("\n")
            elif field.style == "plain" and not isinstance(field.data, str):
                matches = same(field.data, yaml.safe_load(written))
            else:
                matches = data == field.data
        elif front_matter.syntax == "json":
            matches = json.loads(written) == field.data
        elif front_matter.syntax == "toml" and field.style not in ("mapping", "sequence"):
            data = tomllib.loads(f"x = {written}")["x"]
            matches = same(field.data, data)
        else:
            continue
        if not matches:
            wrong.append(f"{path}: {written!r} is not {field.data!r}")
    return wrong


PLACES = {
    "yaml": "---\na: plain # c\nb: 'it''s'\nc: \"é\\t𝒳\"\nd: [1, {e: 2.5, 'f': no}]\ng: |-\n  one\n  two\nh: >\n  x\n\n  y\n"
    "i:\n  - j: 1\n    k: [a b, c]\n  -\n    - l\nm:\nn: two\n  lines\n? o\n: p\n---\n",
    "toml": "+++\na = 'x' # c\n\"b c\" = \"\\u00e9𝒳\"\nd.e = [1, {f = 2}]\n[g.h]\ni = '''\nx'''\n[[j]]\nk = 1979-05-27 07:32:00\n"
    "[[j]]\nk = 0x1F\n[j.l]\nm = true\n+++\n",
    "json": '{\n"a": "\\u00e9𝒳", "b": [1, {"c": null}, -1.5e3],\r\n "d": {}, "e": [], "f": "x\\"y"\n}\n',
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_each_value_stands_where_its_field_says(text: str) -> None:
    front_matter = read(text)
    assert front_matter.readable
    assert wrong_places(text, front_matter) == []
    assert leaves(front_matter.data) <= set(front_matter.fields)


def test_a_block_ends_with_its_last_value() -> None:
    text = "---\na:\n  b: 1\n  c: [x,\n    y]\nd:\n- {e: 1}\nf:\n  g: |\n    z\n\nh:\n  i:\n---\n"
    written = {path: text[field.value.start : field.value.end] for path, field in read(text).fields.items()}
    assert written["a",] == "b: 1\n  c: [x,\n    y]"
    assert written["d",] == "- {e: 1}"
    assert written["f",] == "g: |\n    z"
    assert written["h",] == "i:"


def leaves(data: Any, path: tuple[Any, ...] = ()) -> set[tuple[Any, ...]]:
    if isinstance(data, dict) and data:
        return set().union(*(leaves(value, (*path, key)) for key, value in data.items()))
    if isinstance(data, list) and data:
        return set().union(*(leaves(value, (*path, index)) for index, value in enumerate(data)))
    return {path} if path else set()


def test_each_value_of_real_articles_stands_where_its_field_says(shared: Path) -> None:
    seen = 0
    for path in articles(shared / "corpora" / "content"):
        source = Source.decode(str(path), path.read_bytes())
        front_matter = parse(source).front_matter
        if front_matter is not None and front_matter.readable:
            assert wrong_places(source.text, front_matter) == [], path
            assert leaves(front_matter.data) <= set(front_matter.fields), path
            seen += 1
    assert seen > 800


def test_merged_and_repeated_keys_have_the_places_that_count() -> None:
    text = "---\nbase: &base {x: 1, y: 2}\nuse:\n  <<: *base\n  y: 3\na: {b: 1}\na: {c: 2}\n---\n"
    front_matter = read(text)
    assert front_matter.data == {"base": {"x": 1, "y": 2}, "use": {"x": 1, "y": 3}, "a": {"c": 2}}
    assert ("use", "x") not in front_matter.fields
    assert ("a", "b") not in front_matter.fields
    assert problems(text) == [("duplicate-key", "a")]


@pytest.mark.parametrize(
    "text", ["---\na: 1\na: 2\na: 3\n---\n", '{\n"a": 1,\n"a": 2,\n"a": 3\n}\n\nText.\n'], ids=["yaml", "json"]
)
def test_a_key_that_stands_there_often_leads_to_the_first(text: str) -> None:
    told = [problem.message for problem in parse(Source("article.md", text)).problems]
    assert len(told) == 2
    assert all('"a" is in line 2 already' in message for message in told)


def test_an_alias_has_a_place_of_its_own() -> None:
    text = (
        "---\nt: &t ' a '\nu:\n  *t\nv: # c\n  *t\n? w\n: *t\nx: {'y':*t}\n&z z: {<<: *n, b: [*t]}\nc:\n  <<: *n\n---\n"
    )
    text = text.replace("u:", "n: &n {b: 1}\nu:", 1)
    fields = read(text).fields
    aliases = [("u",), ("v",), ("w",), ("x", "y"), ("z", "b", 0)]
    assert [text[slice(*fields[path].value)] for path in aliases] == ["*t"] * 5
    assert len({fields[path].value for path in aliases}) == 5
    assert text[slice(*fields[("c",)].value)] == "<<: *n"
    assert problems("---\n&k a: 1\n*k : 2\n---\n") == [("duplicate-key", "*k")]
    assert problems("---\nd: &d [1]\ne:\n  <<: *d\n---\n") == [("front-matter-unreadable", "*d")]
    assert problems("---\na: &a\n  b: *a\n---\n") == [("front-matter-unreadable", "*a")]


def test_a_byte_order_mark_behind_the_fence_is_counted() -> None:
    text = "---\n\ufeff# c\na: !!str 1\n---\n"
    fields = read(text).fields
    assert text[slice(*fields[("a",)].value)] == "!!str 1"


# -- the official suites ------------------------------------------------------------------------------------------------


def test_yaml_suite(shared: Path) -> None:
    """Where PyYAML reads a case as a mapping, so do we; every other case is told, and none raises."""
    read_alike = 0
    for path in sorted((shared / "suites" / "yaml-test-suite" / "src").glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            content = case.get("yaml", "")
            for mark, char in (("␣", " "), ("»", "\t"), ("—", ""), ("↵", ""), ("∎", ""), ("←", "\r"), ("⇔", "\ufeff")):
                content = content.replace(mark, char)
            if "\n---" in f"\n{content}" or "\n..." in f"\n{content}" or "\ufeff" in content:
                continue  # a fence of its own
            text = f"---\n{content.rstrip()}\n---\n"
            document = parse(Source("article.md", text))
            try:
                theirs = yaml.load(content.rstrip() + "\n", Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
            except (yaml.YAMLError, ValueError):
                assert document.front_matter is None or not document.front_matter.readable or not document.data, (
                    path.name
                )
                continue
            if isinstance(theirs, dict) and theirs:
                assert document.front_matter is not None, path.name
                assert not document.front_matter.readable or same(document.data, theirs), path.name
                read_alike += document.front_matter.readable
    assert read_alike > 70


def test_toml_suite(shared: Path) -> None:
    read_alike = 0
    for path in sorted((shared / "suites" / "toml-test" / "tests").rglob("*.toml")):
        try:
            content = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        if "\n+++" in f"\n{content}":
            continue
        text = f"+++\n{content}\n+++\n"
        document = parse(Source("article.md", text))
        try:
            theirs = tomllib.loads(content + "\n")
        except ValueError:
            assert not document.data, path
            continue
        assert document.front_matter is not None, path
        assert same(document.data, theirs), path
        assert leaves(document.data) <= set(document.front_matter.fields), path
        read_alike += 1
    assert read_alike > 150


# -- hostile texts ------------------------------------------------------------------------------------------------------

HOSTILE = {
    "alias bomb": "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    + "\n".join(f"a{i + 1}: &a{i + 1} [{','.join([f'*a{i}'] * 9)}]" for i in range(9)),
    "many aliases": "a: &a x\nb: [" + ",".join(["*a"] * 5000) + "]",
    "an alias in itself": "a: &a [*a]",
    "brackets": "a: " + "[" * 100_000,
    "closed brackets": "a: " + "[" * 100_000 + "]" * 100_000,
    "a few closed brackets": "a: " + "[" * 3_000 + "]" * 3_000,
    "braces": "a: " + "{a: " * 30_000,
    "dashes": "a:\n" + "- " * 50_000 + "x",
    "question marks": "? " * 50_000,
    "a long number": "a: " + "9" * 5000,
    "a long number in base sixty": "a: 1" + ":59" * 50_000,
    "a Python object": "a: !!python/object/apply:os.system [x]",
    "no int": "a: !!int xyz",
    "no bool": "a: !!bool maybe",
    "no float": "a: !!float abc",
    "an unknown tag": "a: !secret x",
    "a NUL": "a: x\0y",
    "a bell": "a: \x07",
    "too big an escape": 'a: "\\UFFFFFFFF"',
    "a mapping as key": "x: 1\n{a: b}: c",
    "many open quotes": "\n".join(f'k{i}: "v' for i in range(20_000)),
    "many colons": "\n".join(f"k{i}: a: b" for i in range(20_000)),
    "many tabs": "a: b\n" + "\n".join(f"\tk{i}: b" for i in range(10_000)),
    "many empty texts": "\n".join(f"k{i}: |" for i in range(20_000)) + "\nFirst part: two",
    "blanks behind an open quote": 'a: ["' + " " * 100_000 + "b]",
    "one long line": "a: " + "x: " * 100_000,
    "too long": "a: " + "x" * 1_100_000,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_yaml_is_told_in_time(content: str) -> None:
    started = time.perf_counter()
    document = parse(Source("article.md", f"---\n{content}\n---\n\nText.\n"))
    assert time.perf_counter() - started < 5
    assert document.problems
    assert {problem.kind for problem in document.problems} <= {"front-matter-unreadable", "limit-exceeded"}
    assert all(len(problem.message) < 300 and "\n" not in problem.message for problem in document.problems)


@pytest.mark.parametrize(
    "text",
    [
        "+++\na = " + "[" * 100_000 + "\n+++\n",
        "+++\n" + ".".join(["a"] * 50_000) + " = 1\n+++\n",
        "+++\na = " + "{a = " * 20_000 + "\n+++\n",
        "+++\na = " + "9" * 5000 + "\n+++\n",
        "+++\na = [" + "1," * 200_000 + "]\n+++\n",
        "+++\na = 1" + "_" * 100_000 + "1\n+++\n",
        '{"a": ' + "[" * 100_000,
        '{"a": ' + '{"a": ' * 50_000,
        '{"a": ' + "9" * 5000 + "}\n",
        '{"a": x "' + "{{a " * 25_000 + '",\n"b": 1}\n',
        "+++\na = 1\0\n+++\n",
        "+++\na = [\n- b" + " " * 100_000 + "c\n]\n+++\n",
        "+++\na = [\n" + "- b\n" * 20_000 + "]\n+++\n",
        "---\ntitle: a\n" + "a:b\n" * 100_000,
    ],
    ids=[
        "toml brackets",
        "toml dots",
        "toml braces",
        "toml digits",
        "toml values",
        "toml underscores",
        "json brackets",
        "json braces",
        "json digits",
        "json with open templates",
        "nul",
        "an item of blanks",
        "many items",
        "many keys without a fence",
    ],
)
def test_other_hostile_front_matter_is_told_in_time(text: str) -> None:
    started = time.perf_counter()
    document = parse(Source("article.md", text))
    assert time.perf_counter() - started < 5
    kinds = {problem.kind for problem in document.problems}
    assert kinds
    assert kinds <= {"front-matter-unreadable", "front-matter-unclosed", "limit-exceeded"}


def test_keys_of_every_kind_are_read() -> None:
    text = "---\n3: a\ntrue: b\nnull: c\n2.5: d\n2020-01-01: e\n---\n"
    assert read(text).data == {3: "a", True: "b", None: "c", 2.5: "d", "2020-01-01": "e"}


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param("--- \ntitle: 凧\n---\n", "---\ntitle: 凧\n---\n", id="a blank behind the fence"),
        pytest.param(";;;\n{}\n;;;\n", None, id="braces around nothing"),
    ],
)
def test_hexo_sees_none_of_it(text: str, mended: str | None) -> None:
    source = Source("a.md", text)
    [problem] = parse(source, Setting(PROFILES["hexo"])).problems
    assert problem.kind == "front-matter-unclosed"
    assert source.edited(problem.mend).text == (mended or text)
