"""What people get wrong in front matter: told where they would mend it, and mended as they would."""

from __future__ import annotations

import re

import pytest

from contentlint.parsing import parse
from contentlint.text import Source

# each: what someone wrote, the rows of what is told, what the mends make of it (None: only they know)
YAML: dict[str, tuple[str, list[int], str | None]] = {
    "no blank after several colons": (
        "title: Kites\nauthor:Anna\ndate:2021-11-07\n",
        [3, 4],
        "title: Kites\nauthor: Anna\ndate: 2021-11-07\n",
    ),
    "wide colons": ("title：风筝\ntags：凧\n", [2, 3], "title: 风筝\ntags: 凧\n"),
    "equals signs": ("title = Kites\ndate = 2021-11-07\n", [2, 3], "title: Kites\ndate: 2021-11-07\n"),
    "wide blanks before items": ("tags:\n\u00a0\u00a0- a\n\u00a0\u00a0- b\n", [3, 4], "tags:\n  - a\n  - b\n"),
    "wide blanks after dashes": ("tags:\n-\u00a0a\n-\u00a0b\n", [3, 4], "tags:\n- a\n- b\n"),
    "a wide blank before a key": ("menu:\n\u3000\u3000main: 1\n", [3], "menu:\n  main: 1\n"),
    "no blank after dashes": ("tags:\n  -a\n  -b\n", [3], "tags:\n  - a\n  - b\n"),
    "an item too deep": ("tags:\n  - a\n   - b\n", [4], "tags:\n  - a\n  - b\n"),
    "an item in brackets": ("tags: [kites, @wind]\n", [2], 'tags: [kites, "@wind"]\n'),
    "an apostrophe in brackets": ("tags: ['kites', 'don't']\n", [2], "tags: ['kites', \"don't\"]\n"),
    "no comma in brackets": ('tags: ["a" "b"]\n', [2], 'tags: ["a", "b"]\n'),
    "two commas in brackets": ('tags: ["a",, "b"]\n', [2], 'tags: ["a", "b"]\n'),
    "no comma in braces": ('author: {name: "A" url: "/a"}\n', [2], 'author: {name: "A", url: "/a"}\n'),
    "a colon in braces": ("author: {name: A: B}\n", [2], 'author: {name: "A: B"}\n'),
    "no comma at a line's end": ('tags: [\n  "a"\n  "b"\n]\n', [3], 'tags: [\n  "a",\n  "b"\n]\n'),
    "no closing bracket": ("tags: [a, b\ntitle: x\n", [2], "tags: [a, b]\ntitle: x\n"),
    "no closing bracket below items": ('tags: [\n  "a",\n  "b",\ntitle: x\n', [4], 'tags: [\n  "a",\n  "b",\n]\ntitle: x\n'),
    "a title that begins with a bracket": ("title: [Draft] Kites\n", [2], 'title: "[Draft] Kites"\n'),
    "no colon before data": ("title: Kites\ncomments true\n", [3], "title: Kites\ncomments: true\n"),
    "a semicolon for a colon": ("title; Kites\ndate: 2021-11-07\n", [2], "title: Kites\ndate: 2021-11-07\n"),
    "a dash for a colon": ("title - Kites\ndate: 2021-11-07\n", [2], "title: Kites\ndate: 2021-11-07\n"),
    "an item below a value": ("layout: post\n- c\n", [3], None),
    "an open quote among items": ('tags:\n- "kites\n- "wind"\n', [3], 'tags:\n- "kites"\n- "wind"\n'),
    "two open quotes": (
        'title: "A\nauthor: b\nslug: "c\ntags: d\n',
        [2, 4],
        'title: "A"\nauthor: b\nslug: "c"\ntags: d\n',
    ),
    "an open quote and an apostrophe": ("title: \"A\nslug: 'it's'\n", [2, 3], 'title: "A"\nslug: "it\'s"\n'),
    "an apostrophe closes": ("title: 'It's\nauthor: b\n", [2], 'title: "It\'s"\nauthor: b\n'),
    "an odd quote": ("title: 'The boys' kite'\n", [2], 'title: "The boys\' kite"\n'),
    "an escaped apostrophe": ("title: 'Don\\'t'\n", [2], 'title: "Don\'t"\n'),
    "two quoted words": ("title: 'Big' and 'small'\n", [2], "title: \"'Big' and 'small'\"\n"),
    "several values": ("authors: 'A', 'B'\n", [2], "authors: ['A', 'B']\n"),
    "no closing quote below": ('title: "Kites fly high\n  and far.\ndate: y\n', [3], 'title: "Kites fly high\n  and far."\ndate: y\n'),
    "a semicolon after the value": ('title: "Kites";\n', [2], 'title: "Kites"\n'),
    "a path of Windows": ('folder: "C:\\Users\\new"\n', [2], 'folder: "C:\\\\Users\\\\new"\n'),
    "an empty list above items": ("title: x\ntags: []\n  - a\n  - b\n", [3], "title: x\ntags:\n  - a\n  - b\n"),
    "empty quotes above items": ('tags: "" # none\n- a\ndate: x\n', [2], "tags: # none\n- a\ndate: x\n"),
    "an empty group above keys": ("cover: {}\n  image: a.png\ndate: x\n", [2], "cover:\n  image: a.png\ndate: x\n"),
    "a list above items": ('tags: [a, "b c"]\n  - d\n', [2], 'tags:\n  - a\n  - "b c"\n  - d\n'),
    "a value and a comment above items": ("title: x\ntags: a\n  # more\n  - b\n  - c\n", [3], None),
    "bold keys": ("**title**: x\n**tags:** [a]\ndate: y\n", [2, 3], "title: x\ntags: [a]\ndate: y\n"),
    "a key half quoted": ('"title: x\n"date": y\n', [2], '"title": x\n"date": y\n'),
    "text above the keys": ("My kites\ntitle: x\ndate: y\n", [2], None),
    "quotes around key and value": ('"title: x"\ndate: 2021-11-07\n', [2], 'title: "x"\ndate: 2021-11-07\n'),
    "a colon in the second line": ("description: text\n  and more: text\n", [2], 'description: "text and more: text"\n'),
    "a line of a block too shallow": ("summary: |\n  One\n Two\nlayout: p\n", [4], "summary: |\n  One\n  Two\nlayout: p\n"),
    "a deep key": ("tags:\n  - a\n  - b\n  layout: p\n", [5], "tags:\n  - a\n  - b\nlayout: p\n"),
    "a tab before a key": ("title: K\n\tdate: x\n", [3], "title: K\ndate: x\n"),
    "tabs everywhere": ("tags:\n-\tkites\n\t- wind\n", [3], "tags:\n- kites\n- wind\n"),
    "a tab alone": ("title: K\ndate: x\n\t\nlayout: p\n", [4], "title: K\ndate: x\n\nlayout: p\n"),
    "text behind a block's mark": ("summary: | Hello\n  World\n", [2], "summary: |\n  Hello\n  World\n"),
    "a value that goes on below": ("excerpt: Many sets, but few\npeople use them.\nlayout: p\n", [3], "excerpt: Many sets, but few\n  people use them.\nlayout: p\n"),
    "a tag among the keys": ("date: 2021-11-07\n<br>\nlayout: p\n", [3], None),
    "a wide comma in brackets": ("tags: [Java，Go]\n", [2], "tags: [Java, Go]\n"),
    "wide commas alone": ("tags: 网络、前端\n", [2], "tags: [网络, 前端]\n"),
    "wide brackets": ("tags: 【Python, 爬虫】\n", [2], "tags: [Python, 爬虫]\n"),
    "typographic quotes in brackets": ("tags: [“a b”, “c”]\n", [2, 2], 'tags: ["a b", "c"]\n'),
    "one quote in brackets": ('tags: ["a", b"]\n', [2], 'tags: ["a", "b"]\n'),
    "no opening bracket": ("tags: a, b]\n", [2], "tags: [a, b]\n"),
    "round brackets": ("tags: (a, b)\n", [2], "tags: [a, b]\n"),
    "another closing bracket": ("tags: [a, b}\n", [2], "tags: [a, b]\n"),
    "one item without a blank": ("tags:\n  -b\n", [3], "tags:\n  - b\n"),
    "an item on the key's line": ("tags: -b\n", [2], "tags: [b]\n"),
    "items with long dashes": ("tags:\n  – a\n  – b\n", [3], "tags:\n  - a\n  - b\n"),
    "a closing quote alone": ('author: Jane Doe"\n', [2], 'author: "Jane Doe"\n'),
    "two kinds of quotes": ('title: “My post"\n', [2], 'title: "My post"\n'),
    "a number sign": ("series: Advent of Code #3\n", [2], 'series: "Advent of Code #3"\n'),
    "a comment": ("series: Advent of Code # which one?\nauthor: Jane #作者\n", [], None),
    "quotes of other tongues": ('title: Das „neue Deutschland"\n', [], None),
    "names with signs": ("category: 2. Bundesliga\ntag: +Plus\n", [], None),
    "names with brackets": ("category: (Neo)realism (Italy)\ntag: 「a、b」\n", [], None),
    "numbers with a comma between": ("tags: 第1、2章\n", [], None),
    "inches": ('tags: [MacBook 15", iMac]\n', [], None),
    "an alias": ("x: &t foo\ntags: *t\n", [], None),
    "a tag without text": ("tags: [!!str , a]\n", [], None),
    "an anchor and a fold": ("tags: [&x a，b, foo\n  bar，baz]\n", [], None),
    "items that need quotes": ("tags: C、#b\n", [2], 'tags: [C, "#b"]\n'),
    "a backslash between quotes": ('title: “C:\\temp"\n', [2], "title: 'C:\\temp'\n"),
    "a colour": ("color: #ff0000\n", [2], 'color: "#ff0000"\n'),
    "a line of a block at the margin": ("excerpt: |\n  One\n\nTwo\nlayout: p\n", [5], "excerpt: |\n  One\n\n  Two\nlayout: p\n"),
    "a line of a block with a colon": ("excerpt: |\n  One\n and: two\n", [4], "excerpt: |\n  One\n  and: two\n"),
    "a line below a colon in a block": ("excerpt: |\n  Note: one\n and two\n", [4], "excerpt: |\n  Note: one\n  and two\n"),
    "no dash between items": ("tags:\n- Python\n机器学习\n- Java\n", [4], "tags:\n- Python\n- 机器学习\n- Java\n"),
    "no dash after items": ("tags:\n- Kites\n- Wind\nPaper\nlayout: p\n", [5], "tags:\n- Kites\n- Wind\n- Paper\nlayout: p\n"),
    "no colon between items": ("tags:\n- Kites\ncategories\n- Wind\n", [4], "tags:\n- Kites\ncategories:\n- Wind\n"),
    "a quote doubled at the end": ('title: "Kites""\n', [2], 'title: "Kites"\n'),
    "a quote doubled at the start": ('title: ""Kites"\n', [2], 'title: "Kites"\n'),
    "a quote before the last point": ('title: "It\'s here"."\n', [2], 'title: "It\'s here."\n'),
    "a quoted word before Chinese": ("title: 'Foo'的含义\n", [2], "title: \"'Foo'的含义\"\n"),
    "two quoted words in Chinese": ("title: '前端'与'后端'\n", [2], "title: \"'前端'与'后端'\"\n"),
    "both kinds of quotes": ("title: 'Today's \"big\" news'\n", [2], "title: 'Today''s \"big\" news'\n"),
    "a quoted word in two lines": ('title: "A" b\n  and c\n', [2], "title: '\"A\" b and c'\n"),
    "an open quote in braces": ('cover: {image: "a.png", alt: "b}\n', [2], 'cover: {image: "a.png", alt: "b"}\n'),
    "JSON without a comma": ('{\n  "title": "x"\n  "date": "y"\n}\n', [3], '{\n  "title": "x",\n  "date": "y"\n}\n'),
    "two keys in a line": ("title: Kites date: 2021-11-07\n", [2], "title: Kites\ndate: 2021-11-07\n"),
    "a word that is no key": ("title: Kites note: 2021\n", [2], 'title: "Kites note: 2021"\n'),
    "tabs of several depths": ('menu:\n\tmain:\n\t\tweight: 1\n\tfoot: 2\n', [3], 'menu:\n  main:\n    weight: 1\n  foot: 2\n'),
    "keys beside dashes": ('authors:\n- name: Anna\nurl: /a\n- name: Bob\nurl: /b\n', [4], 'authors:\n- name: Anna\n  url: /a\n- name: Bob\n  url: /b\n'),
    "a comment over several lines": ('title: Kites\n/* one\ntwo */\ndate: 2021-11-07\n', [3], 'title: Kites\n# one\n# two\ndate: 2021-11-07\n'),
    "an HTML comment": ('title: Kites\n<!-- one\ntwo -->\ndate: 2021-11-07\n', [3], 'title: Kites\n# one\n# two\ndate: 2021-11-07\n'),
    "three quotes": ('summary: """\nOne.\nTwo.\n"""\nlayout: p\n', [2], 'summary: |\n  One.\n  Two.\nlayout: p\n'),
    "a word that begins with an apostrophe": ("title: 'Tis the season\n", [2], 'title: "\'Tis the season"\n'),
    "a decade": ("title: '90s kites\n", [2], 'title: "\'90s kites"\n'),
    "full-width brackets": ('tags: ［a, b］\n', [2], 'tags: [a, b]\n'),
    "typographic quotes around a date": ('date: “2021-11-07”\n', [2], 'date: "2021-11-07"\n'),
    "a quote behind a date": ('date: 2021-11-07"\n', [2], 'date: "2021-11-07"\n'),
    "invisible blanks before keys": ('menu:\n\xa0\xa0main: 1\n\xa0\xa0foot: 2\n', [3, 4], 'menu:\n  main: 1\n  foot: 2\n'),
    "invisible blanks before all keys": ('\xa0title: Kites\n\xa0date: 2021-11-07\n', [2, 3], 'title: Kites\ndate: 2021-11-07\n'),
    "a spoken line": ('And he said: fly\ntitle: Kites\n', [], None),
    "the last quote taken by a backslash": ('title: "Path C:\\"\n', [2], 'title: "Path C:\\\\"\n'),
    "one quote of several not escaped": ('title: "Foo \\"bar" baz"\n', [2], 'title: "Foo \\"bar\\" baz"\n'),
    "quotes on both sides of a colon": ('title: "Kites": "a story"\n', [2], 'title: "Kites: a story"\n'),
    "two quoted words with a comma": ('description: "Foo", "bar"\n', [2], "description: '\"Foo\", \"bar\"'\n"),
    "an escaped colon": ("title: Kites\\: a story\n", [2], 'title: "Kites: a story"\n'),
    "a blank in an address": ("url: https: //example.org\n", [2], "url: https://example.org\n"),
    "a colon behind an address": ("permalink: /a/:\n", [2], "permalink: /a/\n"),
    "a colon before a date": ("date: : 2021-11-07\n", [2], "date: 2021-11-07\n"),
    "two keys in a line, the first a word": ("layout: post title: X\n", [2], "layout: post\ntitle: X\n"),
    "text behind a block's mark, without a blank": ("summary: >-Long text\n  goes on.\n", [2], "summary: >-\n  Long text\n  goes on.\n"),
    "a title that begins with a dash": ("title: - a dash\n", [2], 'title: "- a dash"\n'),
    "a colon in the second line of a text": ("description: We fly kites.\n  Note: bring a coat.\n", [2], 'description: "We fly kites. Note: bring a coat."\n'),
    "several lists": ("tags: [a] [b c]\n", [2], "tags: [a, b c]\n"),
    "several lists with commas": ("tags: ['a'], ['b']\n", [2], "tags: ['a', 'b']\n"),
    "a sign behind a list": ("tags: [a, b]，\n", [2], "tags: [a, b]\n"),
    "an item behind a list": ("tags: [a, b] c\n", [2], None),
    "items on the key's line": ("tags: - a - b\n", [2], "tags:\n  - a\n  - b\n"),
    "items with commas on the key's line": ("tags: - a, b\n", [2], "tags:\n  - a\n  - b\n"),
    "items without dashes": ("tags:\na\nb\ntitle: x\n", [3], "tags:\n- a\n- b\ntitle: x\n"),
    "quoted items without dashes": ('tags:\n  "a"\n  "b"\n', [3], 'tags:\n  - "a"\n  - "b"\n'),
    "an open group above another": ("nav:\n  - {a: b, c: d\n  - {a: e}\n", [3], "nav:\n  - {a: b, c: d}\n  - {a: e}\n"),
    "an open group in a list": ("head:\n  - [meta, {a: b, c: d]\n", [3], "head:\n  - [meta, {a: b, c: d}]\n"),
    "a quote doubled in brackets": ('tags: [""a", "b"]\n', [2], 'tags: ["a", "b"]\n'),
    "an item whose dash is missing": (
    "links:\n  - name: a\n    url: b\n  name: c\n  url: d\n",
    [5],
    "links:\n  - name: a\n    url: b\n  - name: c\n    url: d\n",
    ),
    "an open quote above prose": ('description: "A text over\ntwo lines\ntags: [a]\n', [3], 'description: "A text over\n  two lines"\ntags: [a]\n'),
    "an open quote above a colon": ('description: "A text: that\n  goes on: here.\ntags: [a]\n', [3], 'description: "A text: that\n  goes on: here."\ntags: [a]\n'),
    "an open quote in an item with a colon": ('tags:\n  - "a: b\n', [3], 'tags:\n  - "a: b"\n'),
}  # fmt: skip

TOML: dict[str, tuple[str, list[int], str | None]] = {
    "no comma at a line's end": ('tags = [\n "a"\n "b"\n]\n', [3], 'tags = [\n "a",\n "b"\n]\n'),
    "no closing bracket": ('tags = [\n "a",\n "b"\ntitle = "x"\n', [4], 'tags = [\n "a",\n "b"\n]\ntitle = "x"\n'),
    "no closing bracket above a list": ('t = ["a", "b"\nc = [\n "d",\n]\n', [2], 't = ["a", "b"]\nc = [\n "d",\n]\n'),
    "three quotes closed by one": ('d = """\nA\nb."\nt = "x"\n', [4], 'd = """\nA\nb."""\nt = "x"\n'),
    "three quotes not closed above a key": ('d = """\nA\nb.\n\nt = "x"\n', [4], 'd = """\nA\nb."""\n\nt = "x"\n'),
    "three quotes never closed": ('t = "x"\nd = """\nA\nb.\n', [3], None),
    "another closing bracket": ('t = ["a", "b")\nc = "d"\n', [2], 't = ["a", "b"]\nc = "d"\n'),
    "a comma after the value": ('title = "Kites",\n', [2], 'title = "Kites"\n'),
    "a semicolon after the value": ("weight = 1;\n", [2], "weight = 1\n"),
    "two equals signs": ('title == "K"\n', [2], 'title ="K"\n'),
    "colons in braces": ('a = {name: "A"}\n', [2], 'a = {name = "A"}\n'),
    "no comma in brackets": ('t = ["a" "b"]\n', [2], 't = ["a", "b"]\n'),
    "an apostrophe in brackets": ("t = ['a', 'it's']\n", [2], "t = ['a', \"it's\"]\n"),
    "a doubled apostrophe": ("t = 'It''s'\n", [2], 't = "It\'s"\n'),
    "two keys in a line": ("a = 1 b = 2\n", [2], "a = 1\nb = 2\n"),
    "a foreign comment": ('// c\ntitle = "x"\n', [2], '# c\ntitle = "x"\n'),
    "a key in Chinese": ('标题 = "x"\ntitle = "y"\n', [2], '"标题" = "x"\ntitle = "y"\n'),
    "a key twice in braces": ('a = {name = "a", name = "b"}\n', [2], None),
    "a time without seconds": ("date = 2021-11-07 10:00\n", [2], "date = 2021-11-07T10:00:00\n"),
    "no value": ('a = 1\nb =\n', [3], None),
    "a text of two lines": ('a = "one\ntwo"\nb = 1\n', [2], 'a = """one\ntwo"""\nb = 1\n'),
    "a foreign comment behind": ('a = "x" // c\n', [2], 'a = "x" # c\n'),
    "a leading zero": ("weight = 01\n", [2], "weight = 1\n"),
    "no quotes below a list": ('tags = ["a"]\ntitle = Foo bar\n', [3], 'tags = ["a"]\ntitle = "Foo bar"\n'),
    "no quotes below a table": ("[params]\nx = 1\ntitle = Foo\n", [4], '[params]\nx = 1\ntitle = "Foo"\n'),
    "a code with a zero": ("zip = 01234\n", [2], 'zip = "01234"\n'),
    "a comment behind slashes in text": ('a = "x // y" // c -- d\n', [2], 'a = "x // y" # c -- d\n'),
    "a text of two lines, CRLF": ('a = "one\r\ntwo"\r\n', [2], 'a = """one\r\ntwo"""\r\n'),
    "a list that never ends": ('tags = [\ntitle = "x"\n', [2], None),
    "a table twice": ("[a]\nb=1\n[a.b]\nc=1\n", [4], None),
    "a group over several lines": ('a = {\n  name = "A",\n  b = 1\n}\nc = 1\n', [2], 'a = { name = "A", b = 1 }\nc = 1\n'),
    "wide commas": ('tags = ["a"，"b"]\n', [2], 'tags = ["a", "b"]\n'),
    "null": ('draft = null\na = 1\n', [2], 'a = 1\n'),
    "no opening bracket": ('tags = "a", "b"]\n', [2], 'tags = ["a", "b"]\n'),
    "several values": ('tags = "a", "b"\n', [2], 'tags = ["a", "b"]\n'),
    "a list as in YAML": ('tags =\n  - a\n  - b\ntitle = "x"\n', [2], 'tags = ["a", "b"]\ntitle = "x"\n'),
    "a quote too many": ('title = "Kites""\nb = 1\n', [2], 'title = "Kites"\nb = 1\n'),
    "no closing quote": ("title = 'Kites\nb = 1\n", [2], "title = 'Kites'\nb = 1\n"),
}  # fmt: skip

JSON: dict[str, tuple[str, list[int], str | None]] = {
    "a comment": ('{\n  "a": 1,\n  // c\n  "b": 2\n}\n', [3], '{\n  "a": 1,\n  "b": 2\n}\n'),
    "single quotes": ("{\n  \"title\": 'Kites',\n  \"b\": 2\n}\n", [2], '{\n  "title": "Kites",\n  "b": 2\n}\n'),
    "a bare key": ('{\n  title: "Kites",\n  "b": 2\n}\n', [2], '{\n  "title": "Kites",\n  "b": 2\n}\n'),
    "curly quotes": ('{\n  “title”: “Kites”,\n  "b": 2\n}\n', [2], '{\n  "title": "Kites",\n  "b": 2\n}\n'),
    "an open quote": ('{\n  "title": "Kites,\n  "b": 2\n}\n', [2], '{\n  "title": "Kites",\n  "b": 2\n}\n'),
    "quotes inside": ('{\n  "title": "The "big" one",\n  "b": 2\n}\n', [2], '{\n  "title": "The \\"big\\" one",\n  "b": 2\n}\n'),
    "a date": ('{\n  "date": 2021-11-07,\n  "b": 2\n}\n', [2], '{\n  "date": "2021-11-07",\n  "b": 2\n}\n'),
    "a leading zero": ('{\n  "n": 01,\n  "b": 2\n}\n', [2], '{\n  "n": "01",\n  "b": 2\n}\n'),
    "True": ('{\n  "draft": True\n}\n', [2], '{\n  "draft": true\n}\n'),
    "no colon": ('{\n  "title" "Kites"\n}\n', [2], '{\n  "title": "Kites"\n}\n'),
    "a wide comma": ('{\n  "title": "K"，\n  "b": 2\n}\n', [2], '{\n  "title": "K",\n  "b": 2\n}\n'),
    "no value": ('{\n  "n":\n  "b": 2\n}\n', [2], '{\n  "n": null,\n  "b": 2\n}\n'),
    "a line break in a text": ('{\n  "title": "Kites\n  rise"\n}\n', [2], None),
    "no bracket below items": (
        '{\n  "tags": [\n    "a",\n    "b",\n  "title": "x"\n}\n',
        [4],
        '{\n  "tags": [\n    "a",\n    "b"\n  ],\n  "title": "x"\n}\n',
    ),
    "no brace below members": (
        '{\n  "cover": {\n    "url": "/a"\n  "title": "x"\n}\n',
        [3],
        '{\n  "cover": {\n    "url": "/a"\n  },\n  "title": "x"\n}\n',
    ),
    "no closing brace": ('{\n  "title": "x",\n  "date": "y"\n', [3], '{\n  "title": "x",\n  "date": "y"\n}\n'),
    "no opening brace": ('"title": "x",\n"date": "y"\n}\n', [1], '{\n"title": "x",\n"date": "y"\n}\n'),
    "no opening brace above deeper lines": ('  "title": "x",\n  "date": "y"\n}\n', [1], '{\n  "title": "x",\n  "date": "y"\n}\n'),
    "a brace too many": ('{\n  "title": "x"\n}}\n', [3], '{\n  "title": "x"\n}\n'),
    "no closing bracket": ('{\n  "tags": ["a", "b"\n}\n', [2], '{\n  "tags": ["a", "b"]\n}\n'),
}  # fmt: skip

WHOLE: dict[str, tuple[str, list[int], str | None]] = {
    "text glued to the closing fence": ("---\ntitle: x\n---## K\n", [3], "---\ntitle: x\n---\n## K\n"),
    "another mark for the closing fence": ("---\ntitle: x\ndate: y\n+++\n\nK.\n", [4], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "two dashes each": ("--\ntitle: x\n--\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "em dashes": ("———\ntitle: x\n———\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "four dashes": ("----\ntitle: x\n----\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "a key glued to the opening fence": ("---title: x\ndate: y\n---\n\nK.\n", [1], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "a comment behind the opening fence": ("--- # c\ntitle: x\n---\n\nK.\n", [1], "---\n# c\ntitle: x\n---\n\nK.\n"),
    "two opening fences": ("---\n---\ntitle: x\n---\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "a fence among the keys": (
        "---\ntitle: x\n---\ndate: y\nlayout: z\n---\n\nK.\n",
        [3],
        "---\ntitle: x\ndate: y\nlayout: z\n---\n\nK.\n",
    ),
    "no closing fence above a rule": (
        "---\ntitle: x\ndate: y\n\n风筝飞上了天。\n\n---\n\nK.\n",
        [5],
        "---\ntitle: x\ndate: y\n---\n\n风筝飞上了天。\n\n---\n\nK.\n",
    ),
    "no closing fence above a heading": (
        "---\ntitle: x\ntags:\n  - a\n\n## K\n\n- one\n\nNote: a text.\n\n---\n\nK.\n",
        [6],
        "---\ntitle: x\ntags:\n  - a\n---\n\n## K\n\n- one\n\nNote: a text.\n\n---\n\nK.\n",
    ),
    "no closing fence above a list": (
        "---\ntitle: x\ndate: y\n\n- one\n- two\n\n---\n\nK.\n",
        [5],
        "---\ntitle: x\ndate: y\n---\n\n- one\n- two\n\n---\n\nK.\n",
    ),
    "no closing fence above an underline": (
        "---\ntitle: x\ndate: y\n\nThe group met on Tuesday.\n\nAction items\n------------\n\nBob: update it.\n",
        [3],
        "---\ntitle: x\ndate: y\n---\n\nThe group met on Tuesday.\n\nAction items\n------------\n\nBob: update it.\n",
    ),
    "no closing fence above code": (
        "---\ntitle: x\ndate: y\n\nText.\n\n```astro\n---\nconst a = 1;\n---\n```\n",
        [3],
        "---\ntitle: x\ndate: y\n---\n\nText.\n\n```astro\n---\nconst a = 1;\n---\n```\n",
    ),
    "no closing fence below a table": (
        '+++\ntitle = "x"\n\n[extra]\ntoc = true\n\nText.\n',
        [5],
        '+++\ntitle = "x"\n\n[extra]\ntoc = true\n+++\n\nText.\n',
    ),
    "a fence too high": (
        "---\ntitle: x\n---\ndate: y\ntags: [a]\n\nText.\n",
        [3],
        "---\ntitle: x\ndate: y\ntags: [a]\n---\n\nText.\n",
    ),
    "YAML between TOML's fences": ("+++\ntitle: x\ntags: [a]\n+++\n\nText.\n", [1], "---\ntitle: x\ntags: [a]\n---\n\nText.\n"),
    "TOML between YAML's fences": ('---\ntitle = "x"\n\n[a]\nb = 1\n---\n\nText.\n', [1], '+++\ntitle = "x"\n\n[a]\nb = 1\n+++\n\nText.\n'),
    "a line without a colon above the fence": (
        "---\ntitle: x\ndate: y\n\nlayout post\n---\n\nText.\n",
        [5],
        "---\ntitle: x\ndate: y\n\nlayout: post\n---\n\nText.\n",
    ),
    "a line across the page among the keys": (
        "---\ntitle: x\n----------\ndate: y\n---\n\nK.\n",
        [3],
        "---\ntitle: x\ndate: y\n---\n\nK.\n",
    ),
    "a heading below front matter": ("---\ntitle: x\ndate: y\n---\nsummary: the heading\n---\n\nText.\n", [], None),
    "a table of contents is no table": ('+++\ntitle = "x"\n\n[TOC]\n\nText.\n', [2], '+++\ntitle = "x"\n+++\n\n[TOC]\n\nText.\n'),
    "YAML with TOML's opening fence": ("+++\ntitle: x\ntags: [a]\n---\n\nText.\n", [1], "---\ntitle: x\ntags: [a]\n---\n\nText.\n"),
    "TOML with YAML's opening fence": (
        '---\ntitle = "x"\n\n[[a]]\nb = 1\n+++\n\nText.\n\n---\n\nMore.\n',
        [1],
        '+++\ntitle = "x"\n\n[[a]]\nb = 1\n+++\n\nText.\n\n---\n\nMore.\n',
    ),
    "TOML with YAML's closing fence": (
        '+++\ntitle = "x"\n\n[[a]]\nb = 1\n---\n\nText.\n',
        [6],
        '+++\ntitle = "x"\n\n[[a]]\nb = 1\n+++\n\nText.\n',
    ),
    "a sample at the top": ("```\ntitle: x\ndate: y\n```\n\nSuch is a head.\n", [], None),
    "YAML between long fences of TOML": ("++++\ntitle: x\ntags: [a]\n++++\n\nT.\n", [1], "---\ntitle: x\ntags: [a]\n---\n\nT.\n"),
    "YAML between fences named TOML": ("---toml\ntitle: x\ntags: [a]\n---\n\nT.\n", [1], "---\ntitle: x\ntags: [a]\n---\n\nT.\n"),
    "stars for fences": ("***\ntitle: x\ndate: y\n***\n\nK.\n", [1], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "a closing fence with an invisible blank": ("---\ntitle: x\ndate: y\n---\u00a0\n\nK.\n", [4], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "a blank before the opening fence": (" ---\ntitle: x\n---\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "Hexo without an opening fence, broken": (
        "title: 风筝: 故事\ndate: 2021-11-07\n---\n\nK.\n",
        [1, 1],
        '---\ntitle: "风筝: 故事"\ndate: 2021-11-07\n---\n\nK.\n',
    ),
    "Hexo's JSON with a comma too many": ('"title": "x",\n"date": "y",\n;;;\n\nK.\n', [2], '"title": "x",\n"date": "y"\n;;;\n\nK.\n'),
    "a sample of front matter in code": ("# How to\n\nSuch is a head:\n\n```yaml\n---\ntitle: x\ndate: y\n---\n```\n", [], None),
    "a sample in the second code block": ("Two:\n\n~~~\na\n~~~\n\n```markdown\n---\ntitle: x\ndate: y\n---\n\nT.\n```\n", [], None),
    "front matter in a comment": ("<!--\n---\ntitle: x\ndate: y\n---\n-->\n", [], None),
    "front matter in code that opens at the top": ("```yaml\n---\ntitle: x\ndate: y\n---\n```\n", [1], None),
    "front matter below code": ("```\na\n```\n---\ntitle: x\ndate: y\n---\n\nT.\n", [1], None),
    "front matter below a comment": ("<!-- a -->\n---\ntitle: x\ndate: y\n---\n\nT.\n", [1], None),
    "a byte-order mark read as Latin-1": ("ï»¿---\ntitle: x\n---\n\nT.\n", [1], "---\ntitle: x\n---\n\nT.\n"),
    "an unseen character before the fence": ("\u200b---\ntitle: x\n---\n\nT.\n", [1], "---\ntitle: x\n---\n\nT.\n"),
}  # fmt: skip


def _cases() -> list[object]:
    cases = []
    for syntax, (opening, closing), table in (
        ("yaml", ("---\n", "---\n\nKites.\n"), YAML),
        ("toml", ("+++\n", "+++\n\nKites.\n"), TOML),
        ("json", ("", "\nKites.\n"), JSON),
        ("whole", ("", ""), WHOLE),
    ):
        for name, (broken, rows, mended) in table.items():
            expected = None if mended is None else opening + mended + closing
            cases.append(pytest.param(opening + broken + closing, rows, expected, id=f"{syntax}: {name}"))
    return cases


@pytest.mark.parametrize(("text", "rows", "mended"), _cases())
def test_a_mistake_is_told_and_mended_with_other_line_ends(text: str, rows: list[int], mended: str | None) -> None:
    written, other = (each and re.sub(r"\r?\n", "\r\n", each) for each in (text, mended))
    test_a_mistake_is_told_where_and_mended_as_a_person_would(written or "", rows, other)


@pytest.mark.parametrize(("text", "rows", "mended"), _cases())
def test_a_mistake_is_told_where_and_mended_as_a_person_would(text: str, rows: list[int], mended: str | None) -> None:
    source = Source("article.md", text)
    told = parse(source).problems
    assert [source.position(problem.span.start).row for problem in told] == rows, told
    for _ in range(4):
        edits = [edit for problem in parse(source).problems for edit in problem.mend]
        if not edits:
            break
        source = source.edited(edits)
    if mended is None:
        assert source.text == text
    else:
        assert source.text == mended
        assert parse(source).problems == ()
