"""What people get wrong in front matter: told where they would mend it, and mended as they would."""

from __future__ import annotations

import re

import pytest

from contentlint.library import check, fix
from contentlint.parsing import parse
from contentlint.text import Source

# each: what someone wrote, the rows of what is told, what the mends make of it (None: only they know)
YAML: dict[str, tuple[str, list[int], str | None]] = {
    "bytes": (
        "date: !binary |-\n  MjAxMC0wMS0yNiAyMDowNjowNiArMDgwMA==\ntags:\n- !binary |-\n    a2l0ZTogYQ==\n",
        [2, 5],
        'date: 2010-01-26 20:06:06 +0800\ntags:\n- "kite: a"\n',
    ),
    "a tab in a text, and one before a key": (
        "code: |\n  a:\n  \tb\nitems:\n  - >\n    a\n    \tb\nnav:\n\tpos: 1\n",
        [10],
        "code: |\n  a:\n  \tb\nitems:\n  - >\n    a\n    \tb\nnav:\n  pos: 1\n",
    ),
    "tabs before all lines of a text": ("code: |\n\ta\n\tb\n", [3], "code: |\n  a\n  b\n"),
    "a key of the article in the midst of a group": ("nav:\n  order: 1\ntitle: Kites\n  sidebar: left\n", [5], None),
    "a key below one that stands under a list": (
        "tags:\n  - a\ntitle: Kites\n  sidebar: left\n", [5], "tags:\n  - a\ntitle: Kites\nsidebar: left\n"
    ),
    "the last quote of a list is typographic": (
        "tags: [a, 'd’]\nkeywords: [a, \"d”]\n", [2, 3], "tags: [a, 'd']\nkeywords: [a, \"d\"]\n"
    ),
    "keys below a format of R Markdown": ("output: html_document\n  toc: true\ntitle: x\n", [2], None),
    "a title with other keys in its line": ("title: Kites 9 author: Wale contributors: Steven\n", [2], None),
    "a title of two parts that are no keys": (
        "title: About tags: what, how: and why\n", [2], 'title: "About tags: what, how: and why"\n'
    ),
    "an item in typographic quotes with a colon in it": (
        "tags: [“a”, “b: c”, “d”: e]\n", [2, 2, 2], 'tags: ["a", "b: c", "“d”: e"]\n'
    ),
    "comments of another language side by side in a line": (
        "title: Kites\n/* a */ /* b */\nlayout: p\n", [3], None
    ),
    "a comment of another language of several lines, and one behind it": (
        "title: Kites\n/* a\n b */ /* c */\nlayout: p\n", [3], None
    ),
    "a key deeper than the article's own, with a capital, of which nobody knows the group": (
        "nav:\n  a: b\ntitle: Kites\n  Sidebar: left and right\n", [5], None
    ),
    "items with a colon and a capital, of which two begin alike": (
        "tags:\n  - Go\n  - Teil: eins\n  - Teil: zwei\n", [4, 5], 'tags:\n  - Go\n  - "Teil: eins"\n  - "Teil: zwei"\n'
    ),
    "a tag of R before nothing beside a fault": ("x: !r\ntitle: Kites: high\n", [3], 'x: !r\ntitle: "Kites: high"\n'),
    "a comment of another language and text behind it": ("title: Kites\n<!-- a --> b c\nlayout: p\n", [3], None),
    "a path with a mark of comments in a comment of several lines": (
        "title: Kites\n/*\n path: src/*.md\n*/\nlayout: p\n", [3], "title: Kites\n# \n#  path: src/*.md\n#\nlayout: p\n"
    ),
    "keys that would be one in their group or at the margin": ("title\u00a0: Kites\ntitle\u00a0\u00a0: 凧\n", [2, 3], None),
    "keys that would be one without their signs": (":title: Kites\ntitle:: 凧\n", [2, 3], None),
    "a key that stands above without what looks like a space": ("title: Kites\n\u00a0title: 凧\n", [3], None),
    "a key of several words below a text with a colon": (
        "title: Wind: die Reise\n  Untertitel: Das blaue Haus\nlayout: p\n", [2], None
    ),
    "a sentence with a colon below a text with one": (
        "summary: Kites: high\n  Note: as birds.\n", [2], 'summary: "Kites: high Note: as birds."\n'
    ),
    "a tag of R before a group, a list and brackets": (
        "params: !r\n  a: 1\ntags: !expr\n  - a\nkeywords: !r [a, b]\nx: y: z\n",
        [2, 4, 6, 7],
        'params:\n  a: 1\ntags:\n  - a\nkeywords: [a, b]\nx: "y: z"\n',
    ),
    "a group with a colon among words": (
        "faq:\n  - one\n  - question: Why: because\n", [4], 'faq:\n  - one\n  - question: "Why: because"\n'
    ),
    "groups with a colon among tags": (
        "tags:\n  - Go\n  - name: Rust\n  - name: C: old\n", [5], 'tags:\n  - Go\n  - name: Rust\n  - name: "C: old"\n'
    ),
    "typographic quotes at the end of an item without its quote": (
        "tags: [\"a\", \"„b“]\nkeywords: ['a ‘b’]\n", [2, 3], "tags: [\"a\", \"„b“\"]\nkeywords: ['a ‘b’']\n"
    ),
    "a text that goes on below, with a capital and a colon, behind a group": (
        "params:\n  a: b\nsummary: A tale\n  Note: it is long\n", [4], 'params:\n  a: b\nsummary: "A tale Note: it is long"\n'
    ),
    "arrows behind keys in quotes": (
        "draft => true\n'title' => 'Kites'\nsummary => \"A: b\"\n",
        [2, 3, 4],
        "draft: true\n'title': 'Kites'\nsummary: \"A: b\"\n",
    ),
    "remarks in other tongues behind a text": (
        "title: Foo #标题，必填 #必须\nsubtitle: 凧 #ремарка про #тег тут\nsummary: Text #Notiz für #SEO und Suche\n"
        "description: Kites #not final, see issue #b12\nexcerpt: 凧 #标题 #必须\n",
        [],
        None,
    ),
    "a switch above what may be its keys": ("output: true\n  toc: true\n", [3], "output: true\ntoc: true\n"),
    "an address below a name below its key": (
        "author:\n  Jane Doe\n  Email: j@x.example\n", [4], "author:\n  Jane Doe\nEmail: j@x.example\n"
    ),
    "no comma between keys of one word": (
        "author: {name: Ann role: editor}\nmenu: {toc: on comments: off}\ntags: [a: b c: d]\n",
        [2, 3, 4],
        "author: {name: Ann, role: editor}\nmenu: {toc: on, comments: off}\ntags: [a: b, c: d]\n",
    ),
    "notes behind a text that look like hashtags": (
        "title: 凧 #草稿 #未完成\nsummary: Змей #черновик #проверить\nexcerpt: Drachen #Entwurf #prüfen\n"
        "subtitle: Kites #wip2 #check\n",
        [],
        None,
    ),
    "a comment of another language that is begun twice": ("title: Kites\n/*\n/* wind\n*/\ndraft: true\n", [3], None),
    "two comments of another language between items": (
        "tags:\n  - a\n  /* b */ /* c */\n  - d\nkeywords:\n  - a\n  <!-- b --> <!-- c -->\n  - d\n", [4, 8], None
    ),
    "a tab behind the blanks of a text's first line": (
        "code: |\n  \tif x:\ntitle: Kites\n", [3], "code: |\n  if x:\ntitle: Kites\n"
    ),
    "a tab behind the blanks of an item's text": (
        "list:\n  - |\n    \tone\n", [4], "list:\n  - |\n      one\n"
    ),
    "a tab that begins a text whose depth is given": (
        "code: |2\n  \tif x:\nnav:\n\tpos: 1\n", [5], "code: |2\n  \tif x:\nnav:\n  pos: 1\n"
    ),
    "items below a text with a colon": (
        "author: Ann: pilot\n  - Ben\n  - Cy\ntitle: Kites: wind\n  - Ben\n", [2, 5], None
    ),
    "keys with short values below a text": (
        "title: Some kites\n  Role: the pilot\n  draft: true\nsummary: Some kites\n  Role: the pilot\n  email: a@b.org\n",
        [2, 5],
        None,
    ),
    "keys in another script below a text": ("title: Бумажный змей\n  роль: главная роль\n  вес: 3\n", [2], None),
    "keys of words below a text with a colon": ("title: Kite: paper\n  glue time: 10\n  dry time: long\n", [2], None),
    "an item with two colons beside a word": (
        "tags:\n- name: C: the language\n- rust\n", [3], 'tags:\n- "name: C: the language"\n- rust\n'
    ),
    "a group beside one with the same key": (
        "tags:\n  - Name: Rust\n  - Name: C: the language\n",
        [4],
        'tags:\n  - Name: Rust\n  - Name: "C: the language"\n',
    ),
    "keys that would be one without what looks like a space": (
        "\u00a0title: B\ntitle: A\n\u00a0date: 2024-03-05\n\u00a0\u00a0date: 2024-03-05\nnav:\n  \u00a0a: 1\n  a: 2\n", [2, 4, 5, 7], None
    ),
    "keys that would be one, with a blank and with another sign": (
        "title\u00a0: A\ntitle：Foo: bar\n", [2, 3], None
    ),
    "keys within two groups by what looks like a space": (
        "seo:\n\u00a0\u00a0title: B\ntitle: A\n", [3], "seo:\n  title: B\ntitle: A\n"
    ),
    "no comma in braces behind a text of one word": (
        "a: {alt: kites class: wide}\nb: {title: kites noindex: true}\nc: {description: flying lang: en}\n",
        [2, 3, 4],
        "a: {alt: kites, class: wide}\nb: {title: kites, noindex: true}\nc: {description: flying, lang: en}\n",
    ),
    "a key behind quotes above a remark with a colon": (
        'title: "Kites" layout: post # see date: below\n', [2], 'title: "Kites"\nlayout: post # see date: below\n'
    ),
    "remarks behind a text": (
        "title: Kites # see #12\nsummary: A kite #todo see #wind\nexcerpt: A kite #wind # here #too\n"
        "subtitle: Kites ## high ##\ndescription: text #備考\n",
        [],
        None,
    ),
    "what looks like a space before the colon": (
        "title\u00a0: Kites\nsous-titre\u202f: 凧\n", [2, 3], "title: Kites\nsous-titre: 凧\n"
    ),
    "what looks like a space behind a key that stands there without": (
        "title: Kites\ntitle\u00a0: Kites\n", [3], None
    ),
    "a mark of bold or code around each key": (
        "**title:** Kites\n**my-date:** x\n**draft**: true\n", [2, 3, 4], "title: Kites\nmy-date: x\ndraft: true\n"
    ),
    "a bullet before each key": ("* title: Kites\n\n* date: 2024-03-05\n", [2], "title: Kites\n\ndate: 2024-03-05\n"),
    "a sign of a quotation before each key": ("> title: Kites\n> date: 2024-03-05\n", [2, 3], None),
    "keys in a brace that is never closed": (
        "{title: Kites, date: 2024-03-05\n", [2], "{title: Kites, date: 2024-03-05}\n"
    ),
    "keys in a brace of several lines that is never closed": (
        "{\n title: Kites,\n tags: [a]\n", [2], "{\n title: Kites,\n tags: [a]\n}\n"
    ),
    "three signs of a tag before a text": (
        'title: !!! Achtung\nslug: !!!a b\nnote: "!!!"\n', [2, 3], 'title: "!!! Achtung"\nslug: "!!!a b"\nnote: "!!!"\n'
    ),
    "paragraphs at the margin below a mark, above what may be a rule": (
        "title: Kites\nsummary: >\nA tale.\n\nThey fly.\n\n", [4], None
    ),
    "bytes that are no text": ("title: !binary |-\n  //79\ndate: 2021-11-07\n", [2], None),
    "bytes of a text that is like a switch or a number": (
        "draft: !binary dHJ1ZQ==\nslug: !binary MTIz\nlayout: !binary bm8=\n",
        [2, 3, 4],
        'draft: "true"\nslug: "123"\nlayout: "no"\n',
    ),
    "another key's name before a date": (
        "modified: Date: 2020-07-01 12:00\ndate: x\n", [2], "modified: 2020-07-01 12:00\ndate: x\n"
    ),
    "a sign behind a layout": ("layout: post,\nLayout: Post;\n", [2, 3], "layout: post\nLayout: Post\n"),
    "a link of Markdown for its address": (
        "canonical_url: [https://a.org/b](https://a.org/b)\nSource URL: [](https://a.org)\nlink: [凧](/kites)\n",
        [2, 3, 4],
        'canonical_url: "https://a.org/b"\nSource URL: "https://a.org"\nlink: "/kites"\n',
    ),
    "a link of Markdown whose text is meant, too": (
        "source: [Kites](https://a.org)\n", [2], 'source: "[Kites](https://a.org)"\n'
    ),
    "LaTeX whose first letters are escapes": (
        'title: "$\\texttt{A}$: $\\lambda"\nsubtitle: "Rates of $\\theta$"\nsummary: "A \\textbf{kite}\n  in $x$ \\\\\\ wind"\n',
        [2, 3, 4],
        'title: "$\\\\texttt{A}$: $\\\\lambda"\nsubtitle: "Rates of $\\\\theta$"\nsummary: "A \\\\textbf{kite}\n  in $x$ \\\\\\\\ wind"\n',
    ),
    "LaTeX with an accent": ('title: "$\\textit{Bifr\\\'ost}$"\n', [2], 'title: "$\\\\textit{Bifr\\\\\'ost}$"\n'),
    "line breaks and tabs among prices": (
        'title: "Was $5\\nnow $4\\tand $3"\nnote: "$\\\\beta$"\na: "x\\tan\\nu"\n', [], None
    ),
    "the root of a drive": ('title: "C:\\ Drive?"\nnote: "Q:\\ a\\ b"\n', [2], 'title: "C:\\\\ Drive?"\nnote: "Q:\\ a\\ b"\n'),
    "bytes in a line": ('title: !binary "5Yen"\nslug: !binary YQ==\n', [2, 3], "title: 凧\nslug: a\n"),
    "bytes that YAML reads otherwise as text": (
        "title: !binary dHJ1ZQ==\nslug: !binary MTIz\ndate: !binary MjAyMS0xMS0wNw==\n",
        [2, 3, 4],
        'title: "true"\nslug: "123"\ndate: 2021-11-07\n',
    ),
    "a hash before the bracket that closes": ("a: [x # y, z]\n", [2], None),
    "a hash in a group": ("a: {x: b # c, d: e}\n", [2], None),
    "a hash in quotes behind a colon": ('a: x: "b # c"\n', [2], None),
    "a hash in round brackets": ("a: (x: y # z)\n", [2], None),
    "a hash in quotes before more": ('a: "x # y" z\n', [2], None),
    "brackets in a comment": ("a: [x, y # [z]\n", [2], "a: [x, y] # [z]\n"),
    "a hash behind a comma": (
        "title: Kites, #and more\ntags: a, #b 2020-05, ##c\nkeywords: a, #b\n",
        [2, 3, 4],
        'title: "Kites, #and more"\ntags: "a, #b 2020-05, ##c"\nkeywords: "a, #b"\n',
    ),
    "quotes in a comment": ('a: x: b # "c"\n', [2], 'a: "x: b" # "c"\n'),
    "no blank after several colons": (
        "title: Kites\nauthor:Anna\ndate:2021-11-07\n",
        [3, 4],
        "title: Kites\nauthor: Anna\ndate: 2021-11-07\n",
    ),
    "wide colons": ("title：风筝\ntags：凧\n", [2, 3], "title: 风筝\ntags: 凧\n"),
    "equals signs": ("title = Kites\ndate = 2021-11-07\n", [2, 3], "title: Kites\ndate: 2021-11-07\n"),
    "equals signs before lists": (
        "title = Kites\ntags =\n  - a\nmenu = \n  main: 1\n",
        [2, 3, 5],
        "title: Kites\ntags:\n  - a\nmenu: \n  main: 1\n",
    ),
    "wide blanks before items": ("tags:\n\u00a0\u00a0- a\n\u00a0\u00a0- b\n", [3, 4], "tags:\n  - a\n  - b\n"),
    "wide blanks after dashes": ("tags:\n-\u00a0a\n-\u00a0b\n", [3, 4], "tags:\n- a\n- b\n"),
    "a wide blank before a key": ("menu:\n\u3000\u3000main: 1\n", [3], "menu:\n  main: 1\n"),
    "no blank after dashes": ("tags:\n  -a\n  -b\n", [3], "tags:\n  - a\n  - b\n"),
    "an item too deep": ("tags:\n  - a\n   - b\n", [4], "tags:\n  - a\n  - b\n"),
    "an item at the margin": ("tags:\n - a\n- b\n - c\n", [4], "tags:\n - a\n - b\n - c\n"),
    "a group deeper than the first": ("tags:\n  - {a: 1}\n    - {a: 2}\n", [4], "tags:\n  - {a: 1}\n  - {a: 2}\n"),
    "one group before two that are deeper": (
        "tags:\n  - {a: 1}\n    - {a: 2}\n    - {a: 3}\n",
        [3],
        "tags:\n    - {a: 1}\n    - {a: 2}\n    - {a: 3}\n",
    ),
    "an item in brackets": ("tags: [kites, @wind]\n", [2], 'tags: [kites, "@wind"]\n'),
    "an apostrophe in brackets": ("tags: ['kites', 'don't']\n", [2], "tags: ['kites', \"don't\"]\n"),
    "no comma in brackets": ('tags: ["a" "b"]\n', [2], 'tags: ["a", "b"]\n'),
    "commas inside quotes in brackets": ('tags: ["a," \'b,\' "c"]\n', [2], 'tags: ["a", \'b\', "c"]\n'),
    "two commas in brackets": ('tags: ["a",, "b"]\n', [2], 'tags: ["a", "b"]\n'),
    "no comma in braces": ('author: {name: "A" url: "/a"}\n', [2], 'author: {name: "A", url: "/a"}\n'),
    "one quote in braces": ('author: {name: "A, url: "/a"}\n', [2], 'author: {name: "A", url: "/a"}\n'),
    "a colon in braces": ("author: {name: A: B}\n", [2], 'author: {name: "A: B"}\n'),
    "no comma at a line's end": ('tags: [\n  "a"\n  "b"\n]\n', [3], 'tags: [\n  "a",\n  "b"\n]\n'),
    "no closing bracket": ("tags: [a, b\ntitle: x\n", [2], "tags: [a, b]\ntitle: x\n"),
    "no closing bracket below items": ('tags: [\n  "a",\n  "b",\ntitle: x\n', [4], 'tags: [\n  "a",\n  "b",\n]\ntitle: x\n'),
    "a title that begins with a bracket": ("title: [Draft] Kites\n", [2], 'title: "[Draft] Kites"\n'),
    "no colon before data": ("title: Kites\ncomments true\n", [3], "title: Kites\ncomments: true\n"),
    "no colon in several lines": (
        'layout: post\ntitle "凧"\ncomments true\ndate 2021-11-07\nauthor Ann\n',
        [3, 4, 5, 6],
        'layout: post\ntitle: "凧"\ncomments: true\ndate: 2021-11-07\nauthor: Ann\n',
    ),
    "a semicolon for a colon": ("title; Kites\ndate: 2021-11-07\n", [2], "title: Kites\ndate: 2021-11-07\n"),
    "a dash for a colon": ("title - Kites\ndate: 2021-11-07\n", [2], "title: Kites\ndate: 2021-11-07\n"),
    "a dash alone": ("title: -\ndate: 2021-11-07\n", [2], 'title: "-"\ndate: 2021-11-07\n'),
    "a tag for a number before none": ("a: !!int\n", [2], None),
    "a tag for a number before a sign": ("title: x\na: [!!float _, !!int -]\n", [3], None),
    "a sign of YAML 1.1 as a value": ("a: =\nb: 1\n", [2], 'a: "="\nb: 1\n'),
    "signs of YAML 1.1 in brackets": ("a: [x, <<, <]\nb: {=: 1}\n", [2], 'a: [x, "<<", <]\nb: {=: 1}\n'),
    "a sign of YAML 1.1 with its tag": ("a: !!value =\nb: 1\n", [2], 'a: "="\nb: 1\n'),
    "a sign of YAML 1.1 behind an anchor": ("a: &b =\nc: *b\n", [2], 'a: &b "="\nc: *b\n'),
    "a tag before a group": ("params: !obj\n  x: 1\n  y: 2\n", [2], "params:\n  x: 1\n  y: 2\n"),
    "a tag before a list": ("tags: !local\n  - a\n  - b\n", [2], "tags:\n  - a\n  - b\n"),
    "a tag before an anchor": ("a: !local &x 1\nb: *x\n", [2], "a: &x 1\nb: *x\n"),
    "a tag of its own below a text": ("literal: |2\n  value\nfolded:\n   !foo\n  >1\n value\n", [5], None),
    "an anchor twice": ("title: &a A\ndescription: B\nsummary: &a C\nslug: *a\n", [4], None),
    "a dot in an anchor": ("x: &a.b\n  - c\ny: *a.b\n", [2], "x: &a-b\n  - c\ny: *a-b\n"),
    "an anchor whose plain name another has": ("a: &x-y x\nb: &x.y y\nc: *x-y\nd: *x.y\n", [3], None),
    "anchors of other scripts": ("a: &中文 x\nb: &日本 y\nc: *中文\nd: *日本\n", [2, 3], None),
    "a dot in an anchor that texts speak of": (
        "x: &a.b 1\ny: [*a.b, c]\nz: see *a.b, and\nsummary: |\n  use: *a.b\n",
        [2],
        "x: &a-b 1\ny: [*a-b, c]\nz: see *a.b, and\nsummary: |\n  use: *a.b\n",
    ),
    "an alias in itself": ("title: &a\n  b: *a\n", [3], None),
    "a blank line deeper than its text": ("summary: |\n     \n  Kites.\n", [3], "summary: |\n\n  Kites.\n"),
    "half of a character": ('title: "\\ud83e"\n', [2], None),
    "a character in halves": ('title: "\\ud83e\\ude81"\n', [2], 'title: "🪁"\n'),
    "a number of no character": ('title: "\\UFFFFFFFF"\n', [2], None),
    "a colon on a line of its own": ("k: {\n k\n :\n v\n }\n", [4], None),
    "a colon on a line of its own at the margin": ("title: x\nk: {\nk\n:\nv\n}\n", [5], None),
    "a text in a group": ("a: { |\n foo\n}\n", [2], None),
    "a comment between items without a comma": (
        "key: [ word1\n#  xxx\n  word2 ]\n",
        [2],
        "key: [ word1,\n#  xxx\n  word2 ]\n",
    ),
    "a tag of dates before a word": ("date: !!timestamp soon\n", [2], None),
    "a tag of sets before a list": ("title: x\nx: !!set [a]\n", [3], None),
    "a tag of ordered groups before a group": ("x: !!omap {a: 1}\n", [2], None),
    "a tag of ordered groups before words": ("x: !!omap [a, b]\n", [2], None),
    "a tag of ordered groups": ("x: !!omap [a: 1, b: 2]\ny: !!set {a, b}\nz: !!timestamp 2021-11-07\n", [], None),
    "a list merged": ("defaults: &d [1]\nauthor:\n  <<: *d\n", [4], None),
    "a group for a key": ("title: x\n? {a: b}\n: y\n", [3], None),
    "two signs of a block": ("title: |-+\n  Kites\n", [2], "title: |-\n  Kites\n"),
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
    "a colon in a title with a capital": ("Title: 风筝: 故事\n", [2], 'Title: "风筝: 故事"\n'),
    "a list in brackets with a capital": ("Title: x\nTags: [凧, @sky]\n", [3], 'Title: x\nTags: [凧, "@sky"]\n'),
    "wide commas with a capital": ("Tags: [Java，Go]\n", [2], "Tags: [Java, Go]\n"),
    "items on the key's line with a capital": ("Tags: - 凧 - sky\n", [2], "Tags:\n  - 凧\n  - sky\n"),
    "no blank with a capital": ("Layout: post\nTitle:Kites: a story\n", [3], 'Layout: post\nTitle: "Kites: a story"\n'),
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
    "a colon at the end of a text's line, and one below": (
        "summary: Of two:\n  one, two: both\nlayout: p\n",
        [2],
        'summary: "Of two: one, two: both"\nlayout: p\n',
    ),
    "a colon at the end of a line, and a text or a key below": ("a:\n  b: Not only:\n    kite-safe: yes.\n", [3], None),
    "an item between the depths of two dashes above": (
        "head:\n  - - 凧\n     - name: a\n       size: b\n",
        [4],
        "head:\n  - - 凧\n    - name: a\n      size: b\n",
    ),
    "a tab that is as wide as the second dash above is deep": ("x:\n  -   - 凧\n\t  - b\n", [4], "x:\n  -   - 凧\n      - b\n"),
    "a tab that may be as wide as either dash above is deep": ("x:\n  - - 凧\n\t- b\n", [4], None),
    "a list of groups without its dashes": (
        "authors:\nname: 凧\n    age: 1\nname: 風\n    age: 2\nlayout: p\n",
        [3, 5],
        "authors:\n  - name: 凧\n    age: 1\n  - name: 風\n    age: 2\nlayout: p\n",
    ),
    "a list around the keys": (
        "- title: 凧\n  layout: p\n  tags:\n    # b\n    - a\n",
        [2],
        "title: 凧\nlayout: p\ntags:\n  # b\n  - a\n",
    ),
    "a list of articles": ("- title: 凧\n  layout: p\n- title: 風\n  layout: p\n", [2], None),
    "a list above the keys": ("- 凧\n- 風\ntitle: x\nlayout: p\n", [2], None),
    "a comma too many in a group of several lines": ("a: {\n  b: 凧,,\n  c: d,\n}\n", [3], "a: {\n  b: 凧,\n  c: d,\n}\n"),
    "text behind a block's mark": ("summary: | Hello\n  World\n", [2], "summary: |\n  Hello\n  World\n"),
    "a value that goes on below": ("excerpt: Many sets, but few\npeople use them.\nlayout: p\n", [3], "excerpt: Many sets, but few\n  people use them.\nlayout: p\n"),
    "a tag among the keys": ("date: 2021-11-07\n<br>\nlayout: p\n", [3], None),
    "a wide comma in brackets": ("tags: [Java，Go]\n", [2], "tags: [Java, Go]\n"),
    "wide commas alone": ("tags: 网络、前端\n", [2], "tags: [网络, 前端]\n"),
    "wide brackets": ("tags: 【Python, 爬虫】\n", [2], "tags: [Python, 爬虫]\n"),
    "wide brackets around one tag": ("tags: 【爬虫】\ncategories: ［凧］\n", [2, 3], "tags: [爬虫]\ncategories: [凧]\n"),
    "quotes around one tag in brackets": ("tags: '[kites]'\naliases: '[凧]'\n", [2], "tags: [kites]\naliases: '[凧]'\n"),
    "typographic quotes in brackets": ("tags: [“a b”, “c”]\n", [2, 2], 'tags: ["a b", "c"]\n'),
    "one quote in brackets": ('tags: ["a", b"]\n', [2], 'tags: ["a", "b"]\n'),
    "no opening bracket": ("tags: a, b]\n", [2], "tags: [a, b]\n"),
    "round brackets": ("tags: (a, b)\n", [2], "tags: [a, b]\n"),
    "another closing bracket": ("tags: [a, b}\n", [2], "tags: [a, b]\n"),
    "one item without a blank": ("tags:\n  -b\n", [3], "tags:\n  - b\n"),
    "an item on the key's line": ("tags: -b\n", [2], "tags: [b]\n"),
    "several items on the key's line": ("tags: -kites -wind-mills\n", [2], "tags: [kites, wind-mills]\n"),
    "several items with commas on the key's line": ("tags: -kites, -风筝 b\n", [2], "tags: [kites, 风筝 b]\n"),
    "several items with bullets on the key's line": ("tags: • kites • wind\n", [2], "tags: [kites, wind]\n"),
    "an item with a dash in it on the key's line": ("tags: -kites - a story\n", [2], "tags: [kites - a story]\n"),
    "items with long dashes": ("tags:\n  – a\n  – b\n", [3], "tags:\n  - a\n  - b\n"),
    "a closing quote alone": ('author: Jane Doe"\n', [2], 'author: "Jane Doe"\n'),
    "two kinds of quotes": ('title: “My post"\n', [2], 'title: "My post"\n'),
    "a number sign": ("series: Advent of Code #3\n", [2], 'series: "Advent of Code #3"\n'),
    "a comment": ("series: Advent of Code # which one?\nauthor: Jane #作者\n", [], None),
    "a comment behind a comma": ("title: Kites, # a remark\nlang: en, #or de\nsummary: x, #TODO more\n", [], None),
    "an opening quote of another tongue and a plain one": (
        "title: „凧\"\nsubtitle: »Don't\"\nslug: 「a\"\nauthor: ‚Ann'\n",
        [2, 3, 4, 5],
        'title: "凧"\nsubtitle: "Don\'t"\nslug: "a"\nauthor: "Ann"\n',
    ),
    "quotes of another tongue around a part, and an apostrophe": (
        "title: „凧“ am \"Wind\"\nsubtitle: «凧» 5'\nauthor: ‘凧’ o'\n",
        [],
        None,
    ),
    "a plain quote and a closing one of another tongue": ('title: "凧“\n', [2], 'title: "凧"\n'),
    "a plain quote and a closing wide one": ('title: "凧＂\nlayout: post\n', [2], 'title: "凧"\nlayout: post\n'),
    "a plain quote and a closing one behind such a pair": ('title: "«凧» a»\n', [2], 'title: "«凧» a"\n'),
    "a plain quote and a pair at the end": ('title: "他说“你好”\n', [2], 'title: "他说“你好”"\n'),
    "wide quotes around items": ("tags: [＂a＂, ＂凧＂]\n", [2, 2], 'tags: ["a", "凧"]\n'),
    "wide quotes and brackets": ("tags: ［＂Termux＂,＂Hugo＂］\n", [2], 'tags: ["Termux", "Hugo"]\n'),
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
    "no dash between quoted items": ('tags:\n- "凧"\n  "b"\n- "c"\n', [4], 'tags:\n- "凧"\n- "b"\n- "c"\n'),
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
    "two keys in a line, the second in quotes": (
        'title: Kites date: "2021-11-07"\nlayout: post\n',
        [2],
        'title: Kites\ndate: "2021-11-07"\nlayout: post\n',
    ),
    "two keys in a line with a comma": ("title: 凧, date: 2021/11/07\n", [2], "title: 凧\ndate: 2021/11/07\n"),
    "a switch in quotes in a title": ('title: Why I set draft: "true"\n', [2], "title: 'Why I set draft: \"true\"'\n"),
    "keys that a text speaks of": (
        'description: Use title: "x", date: 2021-11-07\n',
        [2],
        "description: 'Use title: \"x\", date: 2021-11-07'\n",
    ),
    "words with colons behind a glued one": ("title:PHP note: setup env: local\n", [2], 'title: "PHP note: setup env: local"\n'),
    "words with colons behind a glued word": ("title:Kotlin vs: Java and: more\n", [2], 'title: "Kotlin vs: Java and: more"\n'),
    "all keys in a line, with items": ('layout: post title: "凧" date: 2021-11-07 tags: - a - b\n', [2], None),
    "keys in a line behind a title in quotes": ('title: "凧" version: "0.1" status: new updated: "2021-11-07"\n', [2], None),
    "three keys in a line with a comma": (
        "title: 凧 date: 2021-11-07, layout: post\n",
        [2],
        "title: 凧\ndate: 2021-11-07\nlayout: post\n",
    ),
    "keys of the author's own in a line, in quotes": (
        'cover:\n  src: "/a.png" alt: "凧" width: "3"\n',
        [3],
        'cover:\n  src: "/a.png"\n  alt: "凧"\n  width: "3"\n',
    ),
    "a key of the author's own behind quotes": ('cover:\n  src: "/a.png" alt: 凧\n', [3], None),
    "a word with a colon between quotes in a title": ('title: "凧" and: "風"\n', [2], "title: '\"凧\" and: \"風\"'\n"),
    "a word with a colon between quotes in an item": (
        'faq:\n  - "Does it fly" a: "yes"\n',
        [3],
        "faq:\n  - '\"Does it fly\" a: \"yes\"'\n",
    ),
    "a text that goes on with a name": ("description: 凧を揚げる人\n  @taro: 最高\n", [2], 'description: "凧を揚げる人 @taro: 最高"\n'),
    "a text that goes on with a mark": ("summary: See\n  !note: this\n", [2], 'summary: "See !note: this"\n'),
    "a group that goes on deeper, with a key that begins with a sign": (
        "schema:\n  name: x\n    @context: a\n    @type: Article\n",
        [4],
        None,
    ),
    "a key that begins with a sign below a word of programs": ("draft: true\n  @type: x\n", [3], None),
    "a known key that begins with a sign below a title": ("title: x\n  *date: 2021-01-01\n", [3], None),
    "a text that goes on with an emoji": (
        "description: 凧\n  more :kite: wind: strong\n",
        [2],
        'description: "凧 more :kite: wind: strong"\n',
    ),
    "an emoji and a colon at the margin": (
        "description: 凧\nworld :tada: note: this\ntitle: x\n",
        [3],
        "description: '凧 world :tada: note: this'\ntitle: x\n",
    ),
    "a list for front matter, and a key": ("- title: a\ndate: b\n", [2], "title: a\ndate: b\n"),
    "a list for a key, and an open quote": ('? [a, b]: c\ntitle: "x\n', [3], None),
    "a list for a key, and a stray line": ("[draft]: x\ntitle: 凧\nsome stray text\nmore: y\n", [4], None),
    "a key that begins with a sign": ('title: 凧\n@type: Article\n', [3], 'title: 凧\n"@type": Article\n'),
    "keys that begin with a sign": (
        'seo:\n  name: 凧\n  @type: Article\n  "@id": a\n  @context: b\n',
        [4, 6],
        'seo:\n  name: 凧\n  "@type": Article\n  "@id": a\n  "@context": b\n',
    ),
    "a key with a sign below items": ("tags:\n- 凧\n@type: a\n", [4], 'tags:\n- 凧\n"@type": a\n'),
    "a sign before a key": ("title: 凧\n> type: a\n", [3], None),
    "an item that begins with a sign and has a colon": ("tags:\n- @凧: a\n- @kites: b\n", [3, 4], 'tags:\n- "@凧: a"\n- "@kites: b"\n'),
    "a group that begins with a sign": ('parts:\n- @type: a\n  name: b\n', [3], 'parts:\n- "@type": a\n  name: b\n'),
    "typographic quotes around a text with a colon": ("title: “凧: a story”\n", [2], 'title: "凧: a story"\n'),
    "typographic quotes around a word before a colon": ("title: “凧”: a story\n", [2], 'title: "“凧”: a story"\n'),
    "no blank before what needs quotes": ("date: 2021-11-07\ntitle:[译] 凧\n", [3], 'date: 2021-11-07\ntitle: "[译] 凧"\n'),
    "no blank before quotes and words": ('date: 2021-11-07\ntitle:"凧" fly\n', [3], "date: 2021-11-07\ntitle: '\"凧\" fly'\n"),
    "no blank before a list and a comment": ('date: 2021-11-07\ntags:[a, b] # c\n', [3], "date: 2021-11-07\ntags: [a, b] # c\n"),
    "a program above the keys": ('<%-*\nlet page = 1\n-%>\ntitle: "凧"\n', [2], None),
    "an item below a key with a colon in it": ("title: 凧\nuse :syntax, numbers: true\n- C:/Ruby\n", [4], None),
    "a word before quotes that is no key": ('title: They said: "fly"\n', [2], "title: 'They said: \"fly\"'\n"),
    "a key behind a template": ("title: {{ .Title }}\ndate: {{ .Date }} draft: true\n", [3], "title: {{ .Title }}\ndate: {{ .Date }}\ndraft: true\n"),
    "keys in a line, the first without a blank": ("title: 凧\nkube:n  stack: an  tier: bn\n", [3], None),
    "quotes written as references": ("title: &apos;It’s 凧&apos;\ntags:\n- &quot;a&quot;\n", [2, 4], "title: 'It’s 凧'\ntags:\n- \"a\"\n"),
    "an apostrophe in quotes, all written as references": (
        "author: &apos;l&apos;équipe&apos;\ntags: [&quot;a&quot;, &quot;凧, b&quot;]\n", [2, 3], 'author: "l\'équipe"\ntags: ["a", "凧, b"]\n'
    ),
    "an alias whose anchor has another name": (
        "title: &title 凧\nheading: *titel\nbase: &base {a: b}\nx:\n  <<: *bases\ny: [*base, *bse]\n", [3, 6, 7], None
    ),
    "an alias above its anchor": ("heading: *title\ntitle: &title 凧\n", [2], None),
    "a text with stars beside an anchor": (
        "title: *Kites* &title\nheading: &a x\nb: *a\n", [2], 'title: "*Kites* &title"\nheading: &a x\nb: *a\n'
    ),
    "parts of a menu at the margin": ("title: 凧\nmenu:\nmain:\nparent: x\nweight: 4\n", [4], None),
    "parts of a hero at the margin": ("layout: home\nhero:\nname: 凧\nactions:\n  - text: x\n", [4], None),
    "parts of a sidebar at the margin": ("title: 凧\nsidebar:\norder: 2\nlabel: 風\n", [4], None),
    "empty groups with other keys below": ("title: 凧\nmenu:\nsidebar:\norder: 2\nhero:\nname: x\nmain: y\n", [], None),
    "groups with their parts": (
        "layout: home\nmenu:\n  main:\n    weight: 4\nhero:\n  name: 凧\nname: x\nsidebar:\n  order: 2\nlabel: y\n", [], None
    ),
    "a tag of Liquid": (
        "image: {% link a.png %} # c\nurl: {% link b.md %}\n", [2, 3], 'image: "{% link a.png %}" # c\nurl: "{% link b.md %}"\n'
    ),
    "an open quote before a quoted word": ('title: "Fly "凧"\n', [2], "title: 'Fly \"凧\"'\n"),
    "an open quote and a colon before a quoted word": (
        "title: \"Fly: \"凧\" for $5\nsubtitle: 'Fly ('風')\n", [2, 3], "title: 'Fly: \"凧\" for $5'\nsubtitle: \"Fly ('風')\"\n"
    ),
    "a channel of a chat, beside a tag": (
        "owner_slack: #kites-2\ntags: #wind\n", [2, 3], 'owner_slack: "#kites-2"\ntags: "#wind"\n'
    ),
    "a colour with a comment behind it": ("color: #fff # white\n", [2], 'color: "#fff" # white\n'),
    "a remark on a channel": ("slack: #channel-name\nchannel: #optional\nkites_slack: #your-channel\n", [], None),
    "quotes written as references around one word": ("title: &quot;凧&quot; fly\n", [2], 'title: "&quot;凧&quot; fly"\n'),
    "the first key indented above a fault": (" layout: post\ntitle: 凧 : one\n", [2, 3], 'layout: post\ntitle: "凧 : one"\n'),
    "the first keys indented": (" layout: post\n cover:\n   - a\ntitle: @凧\n", [2, 5, 5], 'layout: post\ncover:\n  - a\ntitle: "@凧"\n'),
    "a wide colon and words behind the quotes": ('title： "凧" fly\nlayout: post\n', [2, 2], "title: '\"凧\" fly'\nlayout: post\n"),
    "wide colons behind two keys in a line": ('title： "凧" 描述：「B」\nlayout: post\n', [2], None),
    "a word that is no key": ("title: Kites note: 2021\n", [2], 'title: "Kites note: 2021"\n'),
    "tabs of several depths": ('menu:\n\tmain:\n\t\tweight: 1\n\tfoot: 2\n', [3], 'menu:\n  main:\n    weight: 1\n  foot: 2\n'),
    "keys beside dashes": ('authors:\n- name: Anna\nurl: /a\n- name: Bob\nurl: /b\n', [4], 'authors:\n- name: Anna\n  url: /a\n- name: Bob\n  url: /b\n'),
    "a comment over several lines": ('title: Kites\n/* one\ntwo */\ndate: 2021-11-07\n', [3], 'title: Kites\n# one\n# two\ndate: 2021-11-07\n'),
    "an HTML comment": ('title: Kites\n<!-- one\ntwo -->\ndate: 2021-11-07\n', [3], 'title: Kites\n# one\n# two\ndate: 2021-11-07\n'),
    "an HTML comment and a key behind it": ("title: Kites\n<!-- one\ntwo --> layout: post\ndate: 2021-11-07\n", [3], None),
    "an HTML comment that another one ends": ("<!-- one\ndate: 2021-11-07\n<!-- two -->\nlayout: p\n", [2], None),
    "an HTML comment and a key in its line": (
        "<!-- a --> layout: post\ndate: 2021-11-07\n<!-- b -->\n",
        [4],
        "<!-- a --> layout: post\ndate: 2021-11-07\n# b \n",
    ),
    "a key between two HTML comments": ("<!-- a --> layout: post <!-- b -->\ntitle: Kites\n", [], None),
    "three quotes": ('summary: """\nOne.\nTwo.\n"""\nlayout: p\n', [2], 'summary: |\n  One.\n  Two.\nlayout: p\n'),
    "three quotes around nothing": (
        'a: """"""\nb: """y"""\nc: """"""\nd: z\n',
        [2, 3, 4],
        'a: ""\nb: "y"\nc: ""\nd: z\n',
    ),
    "three quotes not closed above others": ('a: """x\nb: """y"""\n', [2, 3], "a: '\"\"\"x'\nb: \"y\"\n"),
    "a word that begins with an apostrophe": ("title: 'Tis the season\n", [2], 'title: "\'Tis the season"\n'),
    "a decade": ("title: '90s kites\n", [2], 'title: "\'90s kites"\n'),
    "full-width brackets": ('tags: ［a, b］\n', [2], 'tags: [a, b]\n'),
    "typographic quotes around a path": ('slug: “kites”\n', [2], 'slug: "kites"\n'),
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
    "several lists under a Chinese key": ("标签: [文档][未锁定]\n", [2], "标签: [文档, 未锁定]\n"),
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
    "tags as they are written elsewhere": ("tags: #kites #wind\n", [2], "tags: [kites, wind]\n"),
    "an item that is a comment": ("tags:\n  - #kites\n  - wind\n", [3], 'tags:\n  - "#kites"\n  - wind\n'),
    "a template that was never filled in": ("title: {{ title }}\ndate: {{ date }}\n", [2, 3], None),
    "a template of Hugo that was never filled in": ('title: "{{ replace .Name "-" " " | title }}"\ndate: 2021-11-07\n', [2], None),
    "no blank before a text with a colon": ("layout: post\ntitle:Kites: a story\n", [3], 'layout: post\ntitle: "Kites: a story"\n'),
    "no blank before a quoted text with a colon": ('layout: post\ntitle:"Kites: a story"\n', [3], 'layout: post\ntitle: "Kites: a story"\n'),
    "no blank before several values": ('tags:[a,b]\ndescription:"x: y"\n', [2, 3], 'tags: [a,b]\ndescription: "x: y"\n'),
    "keys with colons": ("og:title: Kites\n'title:x': 1\ndate: 2021-11-07\n", [], None),
    "quotes in the second line of a quoted text": ('description: "Line one\n  line "two" here\n  three"\n', [3], "description: 'Line one\n  line \"two\" here\n  three'\n"),
    "items that are one text": ("tags:\n  kites\n  sea\ntitle: x\n", [3], "tags:\n  - kites\n  - sea\ntitle: x\n"),
    "items with commas that are one text": ("tags:\n  a,\n  b\n", [3], "tags:\n  - a\n  - b\n"),
    "a long text below its key": ("keywords:\n  This is a sentence that goes on\n  and on.\ndescription:\n  a\n  b\n", [], None),
    "no blank in a group": ("author:\n  name:Jane\n  link:https://example.org\n", [3], "author:\n  name: Jane\n  link: https://example.org\n"),
    "no blank in a group of one key": ("image:\n   src:/a.png\n", [3], "image:\n   src: /a.png\n"),
    "no colon in a group": ('sidebar:\n  nav "docs"\n', [3], 'sidebar:\n  nav: "docs"\n'),
    "an address below its key": ("link:\n  https://example.org\nid:\n  urn:a:b\nref:\n  x:y\n", [], None),
    "two colons": ("author:: Jane\n", [2], "author: Jane\n"),
    "a colon before a key": ("title: x\n:tags: [a]\n", [3], "title: x\ntags: [a]\n"),
    "a dash behind a key": ("title: x\ntags-: [a]\n", [3], "title: x\ntags: [a]\n"),
    "a colon in an item": ("tags:\n  - Fast: builds in 2 s\n  - Simple\n", [3], 'tags:\n  - "Fast: builds in 2 s"\n  - Simple\n'),
    "values that begin with a sharp": (
        "title: #7风筝\ndescription: #Kites fly\ntags: #wind\n",
        [2, 3, 4],
        'title: "#7风筝"\ndescription: "#Kites fly"\ntags: "#wind"\n',
    ),
    "remarks that name what belongs there": ("title: #文章标题\ntags: #文章标签\n", [], None),
    "remarks that say what belongs there": ("author: #full name\ndescription: #one 凧 sentence\n", [], None),
    "remarks that say how much belongs there": ("tags: #カンマ区切り\ndescription: #120文字以内\n", [], None),
    "remarks below a title": ("title: 凧\ntags: #comma separated\ndescription: #kites fly\n", [], None),
    "a title with a part of a key's name below another": (
        "title: #7 prototype 凧\ndescription: #7 kites\n",
        [2, 3],
        'title: "#7 prototype 凧"\ndescription: "#7 kites"\n',
    ),
    "most keys indented, and one at the margin": (
        " title: 凧\n layout: a\n image: b\nsidebar: c\n",
        [2, 5],
        "title: 凧\nlayout: a\nimage: b\nsidebar: c\n",
    ),
    "remarks behind keys left empty": ("top_img: #顶图\ncover: #封面\ntags: #标签\nimage: #optional\n", [], None),
    "remarks behind texts": ("title: Kites #required\ndescription: A post on kites #160 characters max\n", [], None),
    "a text with dashes": ("description: Kites -- how they fly\n  -- and why\nquote: To be\n  - Shakespeare\ncmd: run\n  --rm\n  -it\n", [], None),
    "a program of R": ("params:\n  d: !r Sys.Date()\n", [], None),
    "a page's picture below its parts": ("gallery:\n  - src: a.jpg\n    image: b.jpg\n  - src: c.jpg\nimage: d.jpg\n", [], None),
    "a phrase of a Chinese tag": ("tags: [“一带一路”, 经济]\ncategories: 【随笔】\ncategory: 衣、食、住\n", [], None),
    "possessives and grades": ("title: 2020-03-14 Visiting my parents'\nsubtitle: Vitamin C # draft\n", [], None),
    "tokens with colons": ("steps:\n  npm:install\n  npm:build\n", [], None),
    "a group among words": ("points:\n  - salt\n  - Flour: 200 g\n", [], None),
    "a colon in a tag": ("tags:\n  - Rust: start\n  - Go\n", [3], 'tags:\n  - "Rust: start"\n  - Go\n'),
    "a blank in an item's address": ("links:\n  - https://a.org\n  - http: //b.org\n", [4], "links:\n  - https://a.org\n  - http://b.org\n"),
    "groups among names": ("authors:\n  - anna\n  - name: Jane Doe\nnav:\n  - index.md\n  - User Guide: guide.md\n  - Getting Started: intro\n", [], None),
    "options among names": ("output:\n  - html_document\n  - pdf_document: default\nplugins:\n  - a\n  - b: {c: d}\n", [], None),
    "hashtags behind a title": ("title: My first post #hugo #blog\n", [2], 'title: "My first post #hugo #blog"\n'),
    "a remark behind a title": ("title: My first post #todo later\nsubtitle: x y #check this\n", [], None),
    "a language with a sharp": ("title: C # 入门\n", [2], 'title: "C # 入门"\n'),
    "a key that left its item": ("features:\n  - title: A\n    details: B\n  - title: C\ndetails: D\n", [6], "features:\n  - title: A\n    details: B\n  - title: C\n    details: D\n"),
    "a key below a list": ("links:\n  - title: A\n    url: B\n  - title: C\nurl: D\nparts:\n  - a: b\n  - c: d\ne: f\n", [], None),
    "an invisible blank below deeper keys": ("author:\n  link: /a\n\u00a0\u00a0name: Jane\ntitle: x\n", [4], "author:\n  link: /a\n  name: Jane\ntitle: x\n"),
    "a line break that nobody sees": ("title: x y\u2028z\ndate: 2021-11-07\n", [2], "title: x y z\ndate: 2021-11-07\n"),
    "a list in quotes": ('tags: "[a, b c]"\n', [2], "tags: [a, b c]\n"),
    "a list of texts in quotes": ("tags: '[\"a\", \"b\"]'\ncategories: '[draft]'\n", [2], "tags: [\"a\", \"b\"]\ncategories: '[draft]'\n"),
    "a comma behind an item": ("tags:\n- a,\n- b\n", [3], "tags:\n- a\n- b\n"),
    "an anchor for a title": ("title: &Kites\nlayout: p\n", [2], 'title: "&Kites"\nlayout: p\n'),
    "an anchor that an alias refers to": ("title: &Kites\nsubtitle: *Kites\n", [], None),
    "what a program fills in": (
        "title: ##Platform## kites\ndescription: Fly ##Platform## kites\n",
        [2, 3],
        'title: "##Platform## kites"\ndescription: "Fly ##Platform## kites"\n',
    ),
    "comments of other languages that are keys": (
        "title: x\n// draft: true\n<!-- date: y -->\n/*tags: a*/\n",
        [3, 4, 5],
        "title: x\n# draft: true\n# date: y\n# tags: a\n",
    ),
    "a key with slashes": ("title: x\n//: a\n'// b': c\n", [], None),
    "a comment of another language behind a date": ("date: 2021-11-07 // published\n", [2], "date: 2021-11-07 # published\n"),
    "a template of an editor that was never filled in": ("title: <% tp.file.title %>\n", [2], None),
    "a comment of another language above a group": (
        "title: 凧\nimage: // 封面\n  path: a.jpg\n  title: 图\n",
        [3],
        "title: 凧\nimage: # 封面\n  path: a.jpg\n  title: 图\n",
    ),
    "comments of another language above items": (
        "tags: // Add up to three\n- a\n其他: //目录\n  - b\n",
        [2, 4],
        "tags: # Add up to three\n- a\n其他: # 目录\n  - b\n",
    ),
    "comments of another language in the place of values": (
        "date: //写作日期\ncover:  // 图<可以缺省>\n",
        [2, 3],
        "date: # 写作日期\ncover:  # 图<可以缺省>\n",
    ),
    "comments of another language behind switches and dates": (
        "comments: false\t//是否可以评论\nmenu:\n  show: true // see http://x.org/a\ndate: 2013/7/13 20:46:25\t //创建时间\n",
        [2, 4, 5],
        "comments: false\t# 是否可以评论\nmenu:\n  show: true # see http://x.org/a\ndate: 2013/7/13 20:46:25\t # 创建时间\n",
    ),
    "a comment of another language with a colon": ("draft: false // note: x\n", [2], "draft: false # note: x\n"),
    "a comment of another language behind an item": ("tags:\n  - php //文章标签\n", [3], "tags:\n  - php # 文章标签\n"),
    "a comment of another language above another fault": (
        'title: "凧" // a\ntags: [a, b] // b\nimage: @凧\n',
        [2, 3, 4],
        'title: "凧" # a\ntags: [a, b] # b\nimage: "@凧"\n',
    ),
    "two slashes in an address, between names, and alone": (
        "cover: //cdn.example/凧.png\nurl: //凧.example/x\nlinks:\n  - //x.org\n  - https://a.org //b\ntags: [a // b]\nsep: //\nrun: true //\ntitle: // 凧\n",
        [],
        None,
    ),
    "two slashes in a title": ("title: A // B\nlayout: post\n", [], None),
    "the last quote escaped": ('title: "Kites\\"\n', [2], 'title: "Kites"\n'),
    "a dash before a key": ("-date: 2021-11-07\ntitle: x\n", [2], None),
    "a language with a sharp among tags": ("tags:\n  - C #\n  - F # my best\n", [3], 'tags:\n  - "C #"\n  - F # my best\n'),
    "text below headings": ("title: x\ndate: 2021-11-07\n# One\n## Two\nSome text.\n", [6], None),
    "an equals sign and a colon": ('title = "Kites: a story"\ndate: 2021-11-07\n', [2], 'title: "Kites: a story"\ndate: 2021-11-07\n'),
    "an equals sign and a colon without quotes": ("title = 风筝: 故事\ndate: 2021-11-07\n", [2], 'title: "风筝: 故事"\ndate: 2021-11-07\n'),
    "a wide colon and another": ("title：风筝: 故事\ndate: 2021-11-07\n", [2], 'title: "风筝: 故事"\ndate: 2021-11-07\n'),
    "a wide colon before quotes": ("title：'凧: a story'\ndate: 2021-11-07\n", [2], "title: '凧: a story'\ndate: 2021-11-07\n"),
    "a semicolon and a colon": ("title; 'Kites: a story'\ndate: 2021-11-07\n", [2], "title: 'Kites: a story'\ndate: 2021-11-07\n"),
    "no colon before quotes with one": ("title 'Kites: a story'\ndate: 2021-11-07\n", [2], "title: 'Kites: a story'\ndate: 2021-11-07\n"),
    "a hard blank behind the colon": ("title:\u00a0'凧: one'\ndate: 2021-11-07\n", [2], "title: '凧: one'\ndate: 2021-11-07\n"),
    "an equals sign in another key": ("a = b: c\nx=y: z\ntitle: k\n", [], None),
    "a blank before the colon, none behind": ('slug :"kites"\ntitle: 凧\n', [2], 'slug: "kites"\ntitle: 凧\n'),
    "no blank behind keys in quotes": ('"title":"Kites"\n"date":"2021-11-07"\n', [2, 3], '"title": "Kites"\n"date": "2021-11-07"\n'),
    "a dotted key with a wide colon": ("title: 凧\nms.author: anna\nms.date：2021-11-07\n", [4], "title: 凧\nms.author: anna\nms.date: 2021-11-07\n"),
    "no blank behind a key with a prefix": ("og:title:Kites\ntitle: a\n", [2], "og:title: Kites\ntitle: a\n"),
    "no dash at the first item": ("title: x\nauthors:\nanna\n- bob\n", [4], "title: x\nauthors:\n- anna\n- bob\n"),
    "quoted words at both ends": ("title: 'A' isn't 'B'\n", [2], "title: \"'A' isn't 'B'\"\n"),
    "a quote behind a switch": ('draft: true"\n', [2], "draft: true\n"),
    "a wide comma between quotes": ("supports: ['a'，'b']\n", [2], "supports: ['a', 'b']\n"),
    "another closing bracket below quoted ones": ("use: ['kites [FILE]'}\n", [2], "use: ['kites [FILE]']\n"),
    "no opening bracket before quotes": ('tags: "a", "b"]\n', [2], 'tags: ["a", "b"]\n'),
    "a key behind a word": ("type: cms stub: true\ntitle: x\n", [2], "type: cms\nstub: true\ntitle: x\n"),
    "a key twice in its line": ('title: title: "Kites"\nlayout: p\n', [2], 'title: "Kites"\nlayout: p\n'),
    "a closing quote left over below": ('title: x\nsummary: We fly\nover the hill\nand home."\nlayout: p\n', [3], 'title: x\nsummary: "We fly\n  over the hill\n  and home."\nlayout: p\n'),
    "a value above items": ("title: x\ntags: a\n- b\n- 凧\nlayout: p\n", [3], "title: x\ntags:\n- a\n- b\n- 凧\nlayout: p\n"),
    "a quoted value above items": ('tags: "a"\n  - b\nlayout: p\n', [2], 'tags:\n  - "a"\n  - b\nlayout: p\n'),
    "a block's mark above items": ("tags: |\n- a\n- b\nlayout: p\n", [2], "tags:\n- a\n- b\nlayout: p\n"),
    "a dash above items": ("tags: -\n  - a\n  - b\nlayout: p\n", [2], "tags:\n  - a\n  - b\nlayout: p\n"),
    "brackets around dashes": ("title: x\ntags: [\n  - a\n  - b\n]\nlayout: p\n", [3], "title: x\ntags:\n  - a\n  - b\nlayout: p\n"),
    "no opening bracket of paths": ("title: x\naliases: /a, /b]\n", [3], "title: x\naliases: [/a, /b]\n"),
    "names with brackets in them": ("title: x\nauthors: Anna [ed.]\nkeywords: a、b\n", [], None),
    "a key behind a list over several lines": (
        "summary: |\n  凧\n  two\ntags: [a,\n  b]   list:\n  - x\n",
        [6],
        "summary: |\n  凧\n  two\ntags: [a,\n  b]\nlist:\n  - x\n",
    ),
    "the key of a list behind a text": ("title: 凧 one tags:\n- a\ndate: x\n", [2], "title: 凧 one\ntags:\n- a\ndate: x\n"),
    "items with a colon at the margin of a text": ("summary: |\n- 凧: x\n- two\ntags: [a]\n", [3], None),
    "a key behind the last item": ("title: x\ntags:\n  - a\n  - b date: 2021-11-07\n", [5], "title: x\ntags:\n  - a\n  - b\ndate: 2021-11-07\n"),
    "a key below a text": ("title: 凧の話 その一\n date: 2021-11-07\ntags: [a]\n", [3], "title: 凧の話 その一\ndate: 2021-11-07\ntags: [a]\n"),
    "keys below a text": ("author: Jo Doe\n  twitter: jd\n  github: jd\nlayout: p\n", [3], "author: Jo Doe\ntwitter: jd\ngithub: jd\nlayout: p\n"),
    "a list below a text": ("title: 风筝 飞得高\n  tags:\n    - a\n  - b\nlayout: p\n", [3], "title: 风筝 飞得高\ntags:\n  - a\n  - b\nlayout: p\n"),
    "keys of an item below its text": (
        "links:\n  - title: Kites fly high\n      href: /a\n      summary: They do.\n  - title: 凧\n    href: /b\n",
        [4],
        "links:\n  - title: Kites fly high\n    href: /a\n    summary: They do.\n  - title: 凧\n    href: /b\n",
    ),
    "a word with a colon below a long text": (
        "description: A kite is held by a string in the hand of whoever flies it, and\n  wind: that is what it needs.\n",
        [2],
        'description: "A kite is held by a string in the hand of whoever flies it, and wind: that is what it needs."\n',
    ),
    "a key below an empty list": ("title: x\ntags: []\n  keywords: []\nlayout: p\n", [4], "title: x\ntags: []\nkeywords: []\nlayout: p\n"),
    "a key below empty quotes": ('image:\n  url: ""\n    alt: 凧\nlayout: p\n', [4], 'image:\n  url: ""\n  alt: 凧\nlayout: p\n'),
    "keys below empty quotes": ('cover: ""\n  image: a.png\n  alt: 凧\n', [2], "cover:\n  image: a.png\n  alt: 凧\n"),
    "the first key of a group at the margin": ("image:\nuid: kite\n  alt: 风筝\nslug: y\n", [3], "image:\n  uid: kite\n  alt: 风筝\nslug: y\n"),
    "a title below an empty list": ("tags:\ntitle: Kites fly\n  date: 2021-11-07\nlayout: p\n", [4], "tags:\ntitle: Kites fly\ndate: 2021-11-07\nlayout: p\n"),
    "a key at the margin amid its group": (
        "cascade:\n  build:\n    render: never\nlist: local\n    lang: ja\nlayout: p\n",
        [5],
        "cascade:\n  build:\n    render: never\n    list: local\n    lang: ja\nlayout: p\n",
    ),
    "a second group one blank deeper": ("menu:\n main:\n   weight: 1\n  foot:\n   weight: 2\n", [5], "menu:\n main:\n   weight: 1\n foot:\n   weight: 2\n"),
    "the first key of a group too deep": ("params:\n  fm:\n      a: []\n    b: c\n    d: e\n", [4], "params:\n  fm:\n    a: []\n    b: c\n    d: e\n"),
    "the first item less deep than the others": ("tags:\n - 凧\n  - 风筝\n  - kite\n", [3], "tags:\n  - 凧\n  - 风筝\n  - kite\n"),
    "a bracket between a key and its items": ("tags:\n)\n  - a\n  - b\ndate: 2021-11-07\n", [3], None),
    "a sentence between a key and its items": ("authors:\n风筝飞上了天。\n- a\n- b\ntags:\n- c\n", [3], None),
    "a point between a key and its keys": ("params:\n.\n  fm:\n    a: []\n", [3], None),
    "a link between a key and its items": ("topics:\n[kites](/kites)\n  - a\n", [3], None),
    "a path between a key and its items": ("topics:\n/kites/風\n  - a\n", [3], None),
    "a quotation in an open list": ("aliases: [\n  '/a/',\n> quoted\n  '/b/',\n]\nlayout: p\n", [4], None),
    "a value that goes on below to a word alone": (
        "description: The kites flew over\nthe hill and the\nsea.\nslug: x\n",
        [2],
        "description: The kites flew over\n  the hill and the\n  sea.\nslug: x\n",
    ),
    "a template tag among items": ("tags:\n  - a\n{% include b.html %}\n  - c\n", [4], None),
    "a dash alone above the keys": ("-\ntitle: 凧\nlayout: p\n", [2], "title: 凧\nlayout: p\n"),
    "a word at the end of a group": ("params:\n  a: b\n  c: d\n  hello\nlayout: y\n", [5], None),
    "no colon in a key that others have": (
        "features:\n  - title: A\n    detail B c\n  - title: C\n    detail: D\n",
        [4],
        "features:\n  - title: A\n    detail: B c\n  - title: C\n    detail: D\n",
    ),
    "no colon in an item": ("nav:\n  - text Kites\n    href: /a\n  - text: 凧\n    href: /b\n", [3], "nav:\n  - text: Kites\n    href: /a\n  - text: 凧\n    href: /b\n"),
    "no colon in the first key of a group": ("params:\n  fm:\n    returns page.Pages\n    names: [a b]\n", [4], "params:\n  fm:\n    returns: page.Pages\n    names: [a b]\n"),
    "no colon before a list in brackets": ("params:\n  name: a\n  names [a, b]\n", [4], "params:\n  name: a\n  names: [a, b]\n"),
    "a word that goes on in a group": ("hero:\n  text: We fly kites\n  and paper planes\n  link: /x\n", [4], "hero:\n  text: We fly kites\n    and paper planes\n  link: /x\n"),
    "the first item without its dash": (
        "features:\n  title: A\n    detail: B\n  - title: C\n    detail: D\n",
        [3],
        "features:\n  - title: A\n    detail: B\n  - title: C\n    detail: D\n",
    ),
    "the first item without its dash, above keys as deep": (
        "links:\n  name: a\n  url: b\n  - name: c\n    url: d\n",
        [3],
        "links:\n  - name: a\n    url: b\n  - name: c\n    url: d\n",
    ),
    "no blanks after dashes, above keys as deep": (
        "features:\n  -title: 凧\n   detail: B\n  -title: C\n   detail: D\n",
        [3, 5],
        "features:\n  - title: 凧\n    detail: B\n  - title: C\n    detail: D\n",
    ),
    "a title with a number and a colon": ("title: 10 Kites: how they fly\n", [2], 'title: "10 Kites: how they fly"\n'),
    "a title with a number and a word that keys are named": ("title: 3 Tags: a story\n", [2], 'title: "3 Tags: a story"\n'),
    "a title with a date and a colon": ("title: 2021-11-07 Kites: 故事\nsubtitle: true kites: a story\n", [2, 3], 'title: "2021-11-07 Kites: 故事"\nsubtitle: "true kites: a story"\n'),
    "a known key behind a number": ("weight: 5 title: Kites\ntoc: true aside: left\n", [2, 3], "weight: 5\ntitle: Kites\ntoc: true\naside: left\n"),
    "texts of several lines": ("title: Kites\n  fly\nsummary: one\n  two-three\nx:\n  - a b\n    c d\n", [], None),
    "keys below keys without a value": ("tags:\ntitle: x\nmenu:\n  main:\n    a: b\n  foot:\n    a: b\n", [], None),
    "several keys in a line": (
        "title: Kites fly date: 2021-11-07 layout: post tags: a\n",
        [2],
        "title: Kites fly\ndate: 2021-11-07\nlayout: post\ntags: a\n",
    ),
    "several keys and quotes in a line": (
        'layout: post title: "凧: one" date: 2021-11-07 10:00:00 tags: [a, b]\n',
        [2],
        'layout: post\ntitle: "凧: one"\ndate: 2021-11-07 10:00:00\ntags: [a, b]\n',
    ),
    "several keys of one's own in a line": ("label: A id: a rank: 2 slot: b\n", [2], "label: A\nid: a\nrank: 2\nslot: b\n"),
    "several keys in a line, one of one's own": ("title: Kites fly date: 2021-11-07 layout: post mood: high\n", [2], None),
    "several words with colons in a title": (
        "title: Kite tags: a way to sort date: the thing\n",
        [2],
        'title: "Kite tags: a way to sort date: the thing"\n',
    ),
    "code in a block at the margin": (
        "title: x\nsummary: |\n```\ncode\n```\ndate: y\nlayout: z\n",
        [4],
        "title: x\nsummary: |\n  ```\n  code\n  ```\ndate: y\nlayout: z\n",
    ),
    "two dashes among the keys": ("title: x\n--\ndate: y\n", [3], "title: x\ndate: y\n"),
    "two colons before links": ("created: x\nfirms:: [[A]], [[B c]]\n", [3, 3], 'created: x\nfirms: ["[[A]]", "[[B c]]"]\n'),
    "links in two values": ('authors: [[凧]], [[B]]\ntags: [[A]], #wind, [[風]]\n', [2, 3], 'authors: ["[[凧]]", "[[B]]"]\ntags: ["[[A]]", "#wind", "[[風]]"]\n'),
    "links in double brackets": ("people: [[Anna]], [[凧]] # both\n", [2], 'people: ["[[Anna]]", "[[凧]]"] # both\n'),
    "two colons behind a key of one's own": ("title: x\nrating:: 5\n", [3], "title: x\nrating: 5\n"),
    "a list in brackets on the key's line": ("category: - [Shoes, 凧]\n", [2], "category:\n  - [Shoes, 凧]\n"),
    "lists in brackets on the key's line": ("categories: - [a, b] - [c]\n", [2], "categories:\n  - [a, b]\n  - [c]\n"),
    "a hard blank behind the colon of a number": ("title: x\nsort:\u00a04\n", [3], "title: x\nsort: 4\n"),
    "a wide comma behind the last item": ('tags: ["a", "凧"，]\n', [2], 'tags: ["a", "凧"]\n'),
    "a wide comma behind the last plain item": ("tags: [a, 凧，]\n", [2], "tags: [a, 凧]\n"),
    "a title that begins with a colon": ("title: : a kite\n", [2], 'title: ": a kite"\n'),
    "a colon too many before quotes": ('title: : "Kites"\nweight: : 3\n', [2, 3], 'title: "Kites"\nweight: 3\n'),
    "pieces of a list that were quoted": ("tags:\n- '[\"a\"'\n- '\"b c\"'\n- '\"凧\"]'\n", [3], 'tags:\n- "a"\n- "b c"\n- "凧"\n'),
    "a path of Windows whose letters are escapes": ('image: "C:\\temp\\new.png"\n', [2], 'image: "C:\\\\temp\\\\new.png"\n'),
    "a tab and a line break behind a letter": ('title: "Q:\\tanswer"\nsubtitle: "A:\\L second line"\nslug: "V:\\fx and y"\n', [], None),
    "a path of Windows with one escape": ('path: "C:\\Program Files"\nother: "c:\\temp"\n', [2, 3], 'path: "C:\\\\Program Files"\nother: "c:\\\\temp"\n'),
    "a picture behind a backslash": ('cover: "images\\foo.png"\n', [2], 'cover: "images\\\\foo.png"\n'),
    "line breaks that are meant": ('title: "Q:\\nWhy?\\nA:\\nSo."\nnote: "a\\tb\\n凧.png x"\nq: "Q:\\nWhy?"\na: "A:\\tb c"\npath: "a\\\\new.png"\n', [], None),
    "a link in double brackets": ("people:\n  - [[Jane Doe]]\n  - 凧\nsee: [[凧|kites]] # one\n", [3, 5], 'people:\n  - "[[Jane Doe]]"\n  - 凧\nsee: "[[凧|kites]]" # one\n'),
    "a link for a date": ("date: [[2021-11-07]]\ncreated: [[Days/2021-11-07|凧]]\n", [2, 3], "date: 2021-11-07\ncreated: 2021-11-07\n"),
    "two pairs of brackets": ("tags: [[Kites, 凧]]\ncategories: [[Kites, 凧]]\n", [2], "tags: [Kites, 凧]\ncategories: [[Kites, 凧]]\n"),
    "lists in lists": ("categories: [[Kites]]\nrows: [[a, b]]\ncells: [[1]]\njobs: [[test]]\nnames: [['A B']]\n", [], None),
    "dashes before all keys": ("- title: x\n- tags:\n    - a\n- date: y\n", [2], "title: x\ntags:\n    - a\ndate: y\n"),
    "dashes before keys, one of which is broken": (
        "- name: x\n- date: y\n- tags: [ #a/b ]\n",
        [2, 4],
        'name: x\ndate: y\ntags: ["#a/b"]\n',
    ),
    "a note of Obsidian below a text": ("title: x y\n%% note to self %%\ndate: y\n", [3], None),
    "bullets below a text": ("title: x y\n* one two\n* three four\ndate: y\n", [3], None),
    "code below a key": ("title: x\nsample:\n```\na\n```\n\ndate: y\n", [4], "title: x\nsample: |\n  ```\n  a\n  ```\n\ndate: y\n"),
    "no blank after the first dash alone": ("tags:\n  -wind\n  - sea\n", [3], "tags:\n  - wind\n  - sea\n"),
    "a hard blank after the first dash, none after the second": ("tags:\n  -\u00a0wind\n  -sea\n", [3], "tags:\n  - wind\n  - sea\n"),
    "no dash before the first of two items": ("tags:\n  凧\n  - mobile\n", [3], "tags:\n  - 凧\n  - mobile\n"),
    "no dash before the first item, which is deeper": ("aliases:\n    /old/\n  - /older/\n", [3], "aliases:\n  - /old/\n  - /older/\n"),
    "a text and who said it": ("quote:\n  To fly\n  - Anna\n", [], None),
    "no colon after a key between two lists": ("authors:\n  - 花子\nbooks\n  - wind\ndate: x\n", [4], "authors:\n  - 花子\nbooks:\n  - wind\ndate: x\n"),
    "a bare word among items at the margin": ("tags:\n- 凧\nwind\n- sea\n", [4], "tags:\n- 凧\n- wind\n- sea\n"),
    "a hard blank before double quotes with a colon": ('title:\u00a0"凧: a study"\n', [2], 'title: "凧: a study"\n'),
    "a wide colon before double quotes with a colon": ('title："凧: a start"\n', [2], 'title: "凧: a start"\n'),
    "a typographic opening quote, a plain closing one, and a colon": ('title: “凧: a study"\n', [2], 'title: "凧: a study"\n'),
    "a low opening quote, a plain closing one, and a colon": ('title: „凧: a study"\n', [2], 'title: "凧: a study"\n'),
    "a key that lacks a blank to be as deep as its group": (
        "title: 凧\nimage:\n  uid: kite\n alt: A kite\ndate: x\n",
        [5],
        "title: 凧\nimage:\n  uid: kite\n  alt: A kite\ndate: x\n",
    ),
    "a key of the page a blank too deep below a group": (
        "image:\n  uid: 凧\n layout: post\ndate: x\n",
        [4],
        "image:\n  uid: 凧\nlayout: post\ndate: x\n",
    ),
    "a key behind an item in the line of its list": ("categories: - 凧 tags: - wind\n", [2], None),
    "a key behind an item of more words": ("tags: - 凧 one author: Bob\n", [2], None),
    "a list in one line whose last item is missing": ("tags: - 凧 -\n", [2], None),
    "the same above items": ("tags: - 凧 - b -\n  - c\n", [2], None),
    "a key behind an item in the line of a list above items": ("tags: - 凧 layout: post\n  - b\n", [2], None),
    "a title with a colon in the line of a list": (
        "tags: - 凧 - Star Wars: One\n",
        [2],
        'tags:\n  - 凧\n  - "Star Wars: One"\n',
    ),
    "a title with a colon alone in the line of a list": ("tags: - 凧 Wars: One\n", [2], 'tags:\n  - "凧 Wars: One"\n'),
    "a group in the line of a list": ("authors: - name: 凧 one\n", [2], "authors:\n  - name: 凧 one\n"),
    "a colon in quotes in the line of a list": ('tags: - "凧 one: two" - x\n', [2], 'tags:\n  - "凧 one: two"\n  - x\n'),
    "a text inside that would be code in the article": (
        "title: x\n\n* It is said that kites fly in the wind.\n* It is said that they never land.\n\n*     Anna\n",
        [4],
        None,
    ),
    "a picture of Markdown for its address": ("cover: ![凧](/a/kite.png)\n", [2], 'cover: "/a/kite.png"\n'),
    "more dashes behind the closing fence": ("title: 凧\n--- - - - -\n# Kites\n", [3], None),
    "known keys between two depths": ("author:\n    name: 凧\n  date: x\n  tags: [a]\n", [4], None),
    "keys between two depths, to the end": ("params:\n    name: 凧\n  sidebar: x\n  outline: y\n", [4], None),
    "a group's keys between two depths, to the end": (
        "cover:\n    image: a.png\n    alt: b\n  caption: 凧\n  relative: true\n",
        [5],
        "cover:\n    image: a.png\n    alt: b\n    caption: 凧\n    relative: true\n",
    ),
    "a group at the margin between others": (
        "data:\n  one:\n    a: 凧\ntwo:\n    b: c\n    e:\n      - f: g\n  three: d\n",
        [5],
        "data:\n  one:\n    a: 凧\n  two:\n    b: c\n    e:\n      - f: g\n  three: d\n",
    ),
    "a key that no group has between two depths": (
        "hero:\n  name: 凧\n layout: home\n",
        [4],
        "hero:\n  name: 凧\nlayout: home\n",
    ),
    "a key that lacks a blank below a group in its group": (
        "a:\n  b:\n    c: 凧\n d: y\ne: z\n",
        [5],
        "a:\n  b:\n    c: 凧\n  d: y\ne: z\n",
    ),
    "a key too deep below a list, an empty key above": (
        "summary:\ntags:\n  - 凧\n  - b\n  status: c\n",
        [6],
        "summary:\ntags:\n  - 凧\n  - b\nstatus: c\n",
    ),
    "a key too deep below a text, an empty key above": ("tags:\nauthor: 凧\n  date: x\n", [4], "tags:\nauthor: 凧\ndate: x\n"),
    "a key too deep below other keys than articles have": (
        "summary:\nname: 凧\n  deck: y\n",
        [4],
        "summary:\nname: 凧\ndeck: y\n",
    ),
    "a key too deep below two of the page, a group's empty key above": (
        "hero:\nauthor: 凧\n  date: x\n",
        [4],
        "hero:\nauthor: 凧\ndate: x\n",
    ),
    "a title at the margin that heads a group": ("hero:\ntitle: 凧\n  deck: y\ndate: z\n", [3], "hero:\n  title: 凧\n  deck: y\ndate: z\n"),
    "a quote alone in a group": ('hero:\n  deck: 凧 and more."\n', [3], 'hero:\n  deck: "凧 and more."\n'),
    "a typographic quote and a plain one in a group": ('menu:\n  parent: “凧"\n', [3], 'menu:\n  parent: "凧"\n'),
    "a typographic quote and a plain one in a tag": ('tags:\n  - “凧"\n', [3], 'tags:\n  - "凧"\n'),
    "a quote alone in an item of another list": ('links:\n  - 凧 kites"\n  - x\n', [3], 'links:\n  - "凧 kites"\n  - x\n'),
    "quotes around a colon in an item": ('notes:\n  - She said "see: this"\n  - {a: b "c, d: e f"}\n  - 凧 of 12"\n', [], None),
    "a colon above an item too deep": ("title: 凧: one\ntags:\n  - a\n   - b\n", [2, 5], 'title: "凧: one"\ntags:\n  - a\n  - b\n'),
    "an open quote above an item too deep": ('title: "凧\ntags:\n  - a\n   - b\n', [2, 5], 'title: "凧"\ntags:\n  - a\n  - b\n'),
    "a colon above an item without a blank": ("title: 凧: one\ntags:\n-a\n- b\n", [2, 4], 'title: "凧: one"\ntags:\n- a\n- b\n'),
    "equals signs above an item too deep": ("title = 凧\nlayout = p\ntags:\n  - a\n   - b\n", [2, 3, 6], "title: 凧\nlayout: p\ntags:\n  - a\n  - b\n"),
    "a colon above a quotation and who said it": ("title: 凧: one\nquote: To fly\n  - Anna\n", [2], 'title: "凧: one"\nquote: To fly\n  - Anna\n'),
    "a colon above a wide colon": ("title: 凧: one\ndate：2021-11-07\n", [2, 3], 'title: "凧: one"\ndate: 2021-11-07\n'),
    "a colon above a wide blank": ("title: 凧: one\ndate:\u00a02021-11-07\n", [2, 3], 'title: "凧: one"\ndate: 2021-11-07\n'),
    "a colon above an equals sign": ("title: 凧: one\nlayout = post\n", [2, 3], 'title: "凧: one"\nlayout: post\n'),
    "a colon above a key without one": ("title: 凧: one\nlayout post\n", [2, 3], 'title: "凧: one"\nlayout: post\n'),
    "a colon above a glued key with quotes": ('title: 凧: one\ndeck:"They fly"\n', [2, 3], 'title: "凧: one"\ndeck: "They fly"\n'),
    "an open quote above an indented key": ('title: "凧\n date: 2021-11-07\n', [2, 3], 'title: "凧"\ndate: 2021-11-07\n'),
    "another closing quote above a glued key": ('title: "凧\'\ndeck:"They fly"\n', [2, 3], 'title: "凧"\ndeck: "They fly"\n'),
    "another closing quote above an indented key": ('title: "凧”\n deck: "They fly"\n', [2, 3], 'title: "凧"\ndeck: "They fly"\n'),
    "a wide blank above a comment and a glued key": (
        "layout: post\ntitle:\u00a0凧\n# where\nsite:https://example.org\n",
        [3, 5],
        "layout: post\ntitle: 凧\n# where\nsite: https://example.org\n",
    ),
    "words below a comment below a sound text": ("summary: Kites for all\n  and 凧.\nsite: Tokyo\n# other\nlogo opm\n", [6], None),
    "a line that goes on with a sound text": (
        "summary: Kites for all\n  and 凧 and\nthe wind above.\n",
        [4],
        "summary: Kites for all\n  and 凧 and\n  the wind above.\n",
    ),
    "a key of a block below a text": ("title: 凧 islands\n  description: >-\n  They are parts.\n", [3], "title: 凧 islands\ndescription: >-\n  They are parts.\n"),
    "a remark above a stray line": ("title: 凧 # where\nmay fly over the hills\n", [3], None),
    "a sentence that begins as a key in an open quote": (
        'description: "A kite is held by a string\n  Note: 凧 need wind.\nlayout: p\n',
        [3],
        'description: "A kite is held by a string\n  Note: 凧 need wind."\nlayout: p\n',
    ),
    "no colon below a path": ("image:\n  url: /凧.png\n  alt A kite\n", [4], "image:\n  url: /凧.png\n  alt: A kite\n"),
    "no colon below an address": ("site: https://example.org/凧\nsource usagov\n", [3], "site: https://example.org/凧\nsource: usagov\n"),
    "words below an address": ("site: https://example.org/凧\nThe wind is up.\n", [3], None),
    "slips that YAML reads beside one that it does not": (
        'title: 凧: one\ntags:\n  -wind\nauthor:: Ann\nsub: “kites"\n',
        [2, 4, 6, 5],
        'title: "凧: one"\ntags:\n  - wind\nauthor: Ann\nsub: "kites"\n',
    ),
    "a comma in quotes in brackets": ("tags: [kites, \"a, b\", 'it's']\n", [2], "tags: [kites, \"a, b\", \"it's\"]\n"),
    "a number sign in brackets": ("tags: [#kites, #sea]\n", [2], 'tags: ["#kites", "#sea"]\n'),
    "quotes that do not match in a group": (
        "gallery:\n  - {url: /b.jpg, alt: 'it's'}\n",
        [3],
        "gallery:\n  - {url: /b.jpg, alt: \"it's\"}\n",
    ),
    "an open quote in a group in a list": (
        "head: [meta, {name: og, content: 'https://x.org}]\n",
        [2],
        "head: [meta, {name: og, content: 'https://x.org'}]\n",
    ),
    "equals signs in a group": ("sidebar: {order=1, badge={text=New}}\n", [2], None),
    "semicolons between quotes": ("langs: ['en'; 'de']\n", [2], "langs: ['en', 'de']\n"),
    "no closing bracket in the second line": (
        "tags: [ 'a',\n        'b'\nlayout: p\n",
        [3],
        "tags: [ 'a',\n        'b']\nlayout: p\n",
    ),
    "two dashes before items": ("tags:\n-- a\n--b\n", [3, 4], "tags:\n- a\n- b\n"),
    "two dashes before the first item": ("tags:\n-- a\n- b\n", [3], "tags:\n- a\n- b\n"),
    "bullets without a blank": ("tags:\n  ・a\n  ・凧\n", [3], "tags:\n  - a\n  - 凧\n"),
    "other bullets": ("tags:\n  ● a\n  ● b\n", [3], "tags:\n  - a\n  - b\n"),
    "bullets without a blank at the margin": ("tags:\n・a\n・b\n", [3, 4], "tags:\n- a\n- b\n"),
    "a bullet inside a name, and what is left out": ("tags: ジョン・スミス\ncategory: ●●の話\n", [], None),
    "bullets at the margin": ("tags:\n• a\n• b\n", [3, 4], "tags:\n- a\n- b\n"),
    "no colon below items": ("tags:\n- a\n- b\ndraft false\n", [5], "tags:\n- a\n- b\ndraft: false\n"),
    "no dash before quotes": ('tags:\n- astro\n"view transitions"\n', [4], 'tags:\n- astro\n- "view transitions"\n'),
    "a dash before a key below a quoted value": ('title: "Kites"\n- layout: post\n', [3], 'title: "Kites"\nlayout: post\n'),
    "a dash before a key below an empty list": (
        "categories: []\n- keywords: []\nlayout: post\n", [3], "categories: []\nkeywords: []\nlayout: post\n"
    ),
    "an item below a quoted value": ('title: "Kites"\n- Wind\n', [3], None),
    "a known key without its colon in the first line": ("title kites\nlayout: a\n", [2], "title: kites\nlayout: a\n"),
    "a dash before a switch": ("tags: [a]\n- comments: True\nlayout: post\n", [3], "tags: [a]\ncomments: True\nlayout: post\n"),
    "a dash before a key below deeper items": (
        "tags:\n  - a\n- slug: 'b'\nlayout: post\n", [4], "tags:\n  - a\nslug: 'b'\nlayout: post\n"
    ),
    "an item that begins with an exclamation mark": ("tags:\n- !kites\n- wind\n", [3], 'tags:\n- "!kites"\n- wind\n'),
    "the text of a title below it that is a known key's name": ("title:\nTags\nslug: a\n", [3], "title:\n  Tags\nslug: a\n"),
    "no colon before a date below items": (
        "tags:\n  - a\nexpiryDate 2021-01-02\n", [4], "tags:\n  - a\nexpiryDate: 2021-01-02\n"
    ),
    "a bracket alone": ("tags: ]\nlayout: post\n", [2], "tags: []\nlayout: post\n"),
    "an equals sign behind a deeper key": (
        "params:\n  kites: 2\n  wind = [a]\nlayout: post\n", [4], "params:\n  kites: 2\n  wind: [a]\nlayout: post\n"
    ),
    "a deeper key without its colon, and a comment": (
        "kite:\n  valid false  # or true\n  wind: a\n", [3], "kite:\n  valid: false  # or true\n  wind: a\n"
    ),
    "words between a key and its items": ("views:\nasdf asdf\n  - 12\ntitle: a\n", [3], None),
    "a switch behind tags": ("tags: java ast comments: true\n", [2], "tags: java ast\ncomments: true\n"),
    "keys in the line of an item": ("menus:\n- README date: 2020-11-11 14:18:13 +800 version: 1.0\n", [3], None),
    "a title that begins with a comparison": ("title: > (greater than)\n", [2], 'title: "> (greater than)"\n'),
    "a text with a colon at the margin below its mark": (
        "description: |\nNote: read this, \"all\" of it.\nIt helps.\nlayout: post\n",
        [3],
        "description: |\n  Note: read this, \"all\" of it.\n  It helps.\nlayout: post\n",
    ),
    "a text with a colon below its key": (
        "description:\n  A text: with colon.\n\n  More words here.\nlayout: p\n",
        [3],
        "description: >-\n  A text: with colon.\n\n  More words here.\nlayout: p\n",
    ),
    "a text with a known word below its key": (
        "summary:\n  One day.\n  Topics: New.\nlayout: p\n",
        [3],
        "summary: >-\n  One day.\n  Topics: New.\nlayout: p\n",
    ),
    "a text that goes on with a word and a colon": (
        "summary: A day for new and\n  experienced: join us.\n",
        [2],
        'summary: "A day for new and experienced: join us."\n',
    ),
    "an item with a colon that goes on": (
        "items:\n  - This is one: thing\n    and more\n  - b\n",
        [3],
        'items:\n  - "This is one: thing and more"\n  - b\n',
    ),
    "a key behind a key": (
        "output: html_document:\n    toc: true\n  pdf_document: default\n",
        [2],
        "output:\n  html_document:\n    toc: true\n  pdf_document: default\n",
    ),
    "a key behind a key, above keys": ("params: math:\n  x: true\n", [2], "params:\n  math:\n    x: true\n"),
    "the first key of a group in an item": (
        "cascade:\n  - target:\n    kind: page\n      path: x\n",
        [4],
        "cascade:\n  - target:\n      kind: page\n      path: x\n",
    ),
    "a link to a page below its key": ("author:\n  [Anna](/a)\n", [3], 'author:\n  "[Anna](/a)"\n'),
    "an item on the key's line that goes on": (
        "tags: - Sprint\nPlanner Helper\nauthor: Bo\n",
        [2, 3],
        "tags:\n  - Sprint\n    Planner Helper\nauthor: Bo\n",
    ),
    "a sentence at the margin below an empty text": (
        "description: >-\nFirst part: two\ndate: 2021-11-07\n",
        [3],
        "description: >-\n  First part: two\ndate: 2021-11-07\n",
    ),
    "sentences at the margin below an empty text": (
        "summary: |\nNote that: this is\n\nall: of it.\ntags:\n- a\n",
        [3],
        "summary: |\n  Note that: this is\n\n  all: of it.\ntags:\n- a\n",
    ),
    "what may be a sentence below one": ("summary: |\nFirst line: here\n\nSecond: line\ntags:\n- a\n", [3], None),
    "small keys with blanks below an empty text": ("description: |\nreading time: long\ntitle: x\n", [], None),
    "a picture's key with a blank below an empty text": ("description: >-\ncover image: /a.png\n", [], None),
    "a key with blanks below an empty text": ("notes: |\nLast Editor: Jo Doe\ntitle: x\n", [], None),
    "keys with blanks among others": ("notes: |\nLast editor: Jo Doe\ntitle: x\nFirst editor: Jane\n", [], None),
    "one item without a blank below another key": ("folders:\n  -publication\n", [3], "folders:\n  - publication\n"),
    "options of a program": ("args:\n  -verbose\nkeys:\n  -v\n", [], None),
    "two dashes before the first of deeper items": ("tags:\n  -- a\n  - b\n", [3], "tags:\n  - a\n  - b\n"),
    "two dashes before deeper items": ("tags:\n  -- a\n  --b\n", [3], "tags:\n  - a\n  - b\n"),
    "no blanks in braces": ("gallery: {url:/a.jpg, alt:\"x\"}\n", [2, 2], "gallery: {url: /a.jpg, alt: \"x\"}\n"),
    "no colon in braces": ('gallery: {url /a.jpg, alt: "x"}\n', [2], 'gallery: {url: /a.jpg, alt: "x"}\n'),
    "equals signs in braces": ("sidebar: {order=1, label=New}\n", [2, 2], "sidebar: {order: 1, label: New}\n"),
    "a mark of some program, and a set": ("url: {site:path}\nof: {a, b=c}\nsee: {http://a.org, b: c}\n", [], None),
    "one quote where others have two": ("langs: ['en', de']\n", [2], "langs: ['en', \"de\"]\n"),
    "apostrophes among quoted items": ("bands: ['The Kites', the Winds', fly honky tonkin']\nwords: [l', d', 'un']\n", [], None),
    "a wide blank alone below a key": ("folders:\n  \u3000\ntags:\n  \u00a0\n", [], None),
    "the ends of words": ("suffixes:\n  -ness\nclass:\n  -foo\n", [], None),
    "an apostrophe among plain items": ("langs: [dogs', cats]\n", [], None),
    "no comma between bare items": ("tags: [\n  a\n  b\n]\n", [3], "tags: [\n  a,\n  b\n]\n"),
    "a quote behind a path": ('path: /blog/v2"\n', [2], 'path: "/blog/v2"\n'),
    "typographic quotes around Chinese and other items": ("tags: [“iOS”, “扩展”]\n", [2, 2], 'tags: ["iOS", "扩展"]\n'),
    "an open quote before an item in quotes": (
        "tags: [kites, \"go: templates, 'c#']\n",
        [2],
        "tags: [kites, \"go: templates\", 'c#']\n",
    ),
    "a long sentence with a colon below another key": (
        "hero:\n  text:\n    Use this to say what you do. I am a maker: of kites.\n    They fly.\nlayout: p\n",
        [4],
        "hero:\n  text: >-\n    Use this to say what you do. I am a maker: of kites.\n    They fly.\nlayout: p\n",
    ),
    "a quoted word in an item in brackets": (
        "tags: [\"a, b\", \"c\" d]\n",
        [2],
        "tags: [\"a, b\", '\"c\" d']\n",
    ),
    "a text that begins with a dash and goes on": (
        "description: - Sprint\nPlanner Helper\n",
        [3],
        "description: '- Sprint Planner Helper'\n",
    ),
    "a text with a colon and items at the margin": (
        "description: |\nNote: it is.\n- a\nlayout: p\n",
        [3],
        "description: |\n  Note: it is.\n  - a\nlayout: p\n",
    ),
    'words in quotes at both ends with speech between': ('title: "Ja", sagt Max, "sie fliegen"\n', [2], 'title: \'"Ja", sagt Max, "sie fliegen"\'\n'),
    'words in quotes at both ends with a slash': ('title: "Drachen"/"Wind"\n', [2], 'title: \'"Drachen"/"Wind"\'\n'),
    'words in quotes at both ends with a dash': ('title: "Drachen"-Preis für "Wind"\n', [2], 'title: \'"Drachen"-Preis für "Wind"\'\n'),
    'words in quotes at both ends with a semicolon': ('title: "Kites"; "Wind"\n', [2], 'title: \'"Kites"; "Wind"\'\n'),
    'words in quotes at both ends with an apostrophe': ('title: "Oui": l\'ami répond "non"\n', [2], 'title: \'"Oui": l\'\'ami répond "non"\'\n'),
    'words in quotes at both ends in Chinese': ('title: "风筝"，他说，"飞了"\n', [2], 'title: \'"风筝"，他说，"飞了"\'\n'),
    'words in single quotes at both ends': ("title: 'Kites': 'high'\n", [2], 'title: "\'Kites\': \'high\'"\n'),
    'words in quotes inside a text in quotes': ('title: "Der "Wind"-Preis für "Drachen""\n', [2], 'title: \'Der "Wind"-Preis für "Drachen"\'\n'),
    "a quote of a word at a line's end": ('summary: "High\n  are "kites"\n  today"\n', [3], 'summary: \'High\n  are "kites"\n  today\'\n'),
    'quotes of words at the ends of lines': ('summary: "High\n  are "kites"\n  and "birds"\n  today"\nlayout: p\n', [3], 'summary: \'High\n  are "kites"\n  and "birds"\n  today\'\nlayout: p\n'),
    "a quote of a word at a line's end and none at the end": ('summary: "High\n  are "kites"\n  today\nlayout: p\n', [3], 'summary: \'High\n  are "kites"\n  today\'\nlayout: p\n'),
    "a quote of a word at a line's end at the margin": ('summary: "High are "kites" or\n"birds" today"\nlayout: p\n', [2], 'summary: \'High are "kites" or\n"birds" today\'\nlayout: p\n'),
    'a text in quotes and a line below': ('summary: "High\n  kites"\n  today\n', [4], None),
    'an item of words with two colons': ('tags:\n  - a\n  - Kites: high: up\n', [4], 'tags:\n  - a\n  - "Kites: high: up"\n'),
    'one item with two colons': ('tags:\n- Kites: high: up # c\n', [3], 'tags:\n- "Kites: high: up" # c\n'),
    'an item with two colons beside text': ('points:\n  - kites fly\n  - Note: they: fly\n', [4], 'points:\n  - kites fly\n  - "Note: they: fly"\n'),
    'an item of a group with two colons': ('links:\n  - Kites: high: up\n  - Wind: low\n', [3], 'links:\n  - Kites: "high: up"\n  - Wind: low\n'),
    'a line with a capital and a colon below a text below its key': ('summary:\n  Kites fly\n  Note: as birds\n', [3], 'summary: >-\n  Kites fly\n  Note: as birds\n'),
    'a line with a capital and a colon in Russian': ('summary:\n  Змеи летят\n  Важно: как птицы\n', [3], 'summary: >-\n  Змеи летят\n  Важно: как птицы\n'),
    'a line with a colon that may be a key or text': ('summary:\n  Kites fly\n  note: as birds do\n', [3], None),
    'a key too deep below a text below its key': ('summary:\n  Kites fly\n  featured: true\n', [4], 'summary:\n  Kites fly\nfeatured: true\n'),
    'a line with a capital and a colon below a text with one': ('summary: Kites: high\n  Note: as birds\n', [2], None),
    'a key too deep below a text with a colon': ('summary: Kites: high\n  featured: true\n', [2, 3], 'summary: "Kites: high"\nfeatured: true\n'),
    'a line with a capital and a colon below an open quote': ('title: "Kites: high\n  Note: as birds\n', [3], 'title: "Kites: high\n  Note: as birds"\n'),
    'a key too deep below an open quote': ('title: "Kites: high\n  layout: p\n', [2, 3], 'title: "Kites: high"\nlayout: p\n'),
    "a group's first key on its line": ('author: name: Bo Li\n  email: b@c.org\ntitle: x\n', [2], 'author:\n  name: Bo Li\n  email: b@c.org\ntitle: x\n'),
    "a group's first key on its line above data": ('kite: src: a.png\n    width: 10\n', [2], 'kite:\n    src: a.png\n    width: 10\n'),
    'a text with a colon above a key too deep': ('image: src: a.png\n  date: 2021-11-07\n', [2, 3], 'image: "src: a.png"\ndate: 2021-11-07\n'),
    'a colon in a text in braces': ('image: {src: a.png, alt: Ein Drachen: rot}\n', [2], 'image: {src: a.png, alt: "Ein Drachen: rot"}\n'),
    'no comma behind a word in braces': ('image: {alt: Kites src: a.png}\n', [2], 'image: {alt: Kites, src: a.png}\n'),
    "a colon or no comma in an author's braces": ('author: {name: Bo phone: 12}\n', [2], 'author: {name: Bo, phone: 12}\n'),
    'an open quote above prose with a colon at the margin': ('abstract: "Kites fly\nas high as all of the birds: high\nand higher.\n', [2], None),
    'prose with a colon at the margin': ('abstract: Kites fly\nas high as all of the birds: high\nand higher.\n', [4], None),
    'a text right behind its mark': ('summary: |Kites fly\n  as birds: high\n', [2], 'summary: |\n  Kites fly\n  as birds: high\n'),
    'a text right behind its mark, folded': ('summary: >Kites fly\n\n  as birds\nlayout: p\n', [2], 'summary: >\n  Kites fly\n\n  as birds\nlayout: p\n'),
    'a text between bars': ('title: |x| is small\n  and more\n', [2], 'title: "|x| is small and more"\n'),
    'a key below what begins with a mark': ('title: >Kites\n  author: Bo\n', [2, 3], 'title: ">Kites"\nauthor: Bo\n'),
    'code of R with a colon': ('title: !expr paste("a: b")\ndate: !r Sys.Date()\n', [2], 'title: !expr \'paste("a: b")\'\ndate: !r Sys.Date()\n'),
    'code of R beside a fault': ('date: !r "Sys.Date()"\ntitle: Kites: high\n', [3], 'date: !r "Sys.Date()"\ntitle: "Kites: high"\n'),
    'a remark of LaTeX': ('title: Kites\n% remark\nauthor: Bo\n', [3], None),
    'a remark of SQL': ('title: Kites\n-- remark\nauthor: Bo\n', [3], None),
    'arrows behind keys': ('title => Kites\ntags =>\n  - a\n', [2, 3], 'title: Kites\ntags:\n  - a\n'),
    'an arrow before a colon': ('title => Kites: high\n', [2], 'title: "Kites: high"\n'),
    'an arrow below a key': ('author:\n  name => Bo\n  email: b@c.org\n', [3], 'author:\n  name: Bo\n  email: b@c.org\n'),
    'an arrow in a text': ('summary: Kites and then\nwind => they fly high\nlayout: p\n', [3], None),
}  # fmt: skip

TOML: dict[str, tuple[str, list[int], str | None]] = {
    "a sign behind the first key": ('author! = "Ann"\nimage = "a.png"\n', [2], '"author!" = "Ann"\nimage = "a.png"\n'),
    "an open quote in a table": ("[params]\n  kite = 'a\n  wind = 1\n", [3], "[params]\n  kite = 'a'\n  wind = 1\n"),
    "keys with commas between them": ('a = "x", b.c = "y"; "d" = 1\n', [2, 2], 'a = "x"\nb.c = "y"\n"d" = 1\n'),
    "a text with a colon in it that stands alone": (
        "title = Kites: a \"story\"\n", [2], "title = 'Kites: a \"story\"'\n"
    ),
    "wide equals signs alone": ('title＝"凧"\ndate＝2024-03-05\n', [2, 3], 'title = "凧"\ndate = 2024-03-05\n'),
    "a comma between keys in a text": ('a = "say "x", b = "y""\n', [2], "a = 'say \"x\", b = \"y\"'\n"),
    "a hash in the text behind a colon": ('a = 1\nb: "C# und F#" # c\n', [3], 'a = 1\nb = "C# und F#" # c\n'),
    "a hash in a text with a comma behind it": ('a = "b # c",\n', [2], 'a = "b # c"\n'),
    "a hash in one of several texts": ('a = "b # c", "d"\n', [2], 'a = ["b # c", "d"]\n'),
    "a hash in a list behind a colon": ('a = 1\nb: ["c # d", "e"]\n', [3], 'a = 1\nb = ["c # d", "e"]\n'),
    "a hash in typographic quotes": ("a = 1\nb: “c # d”\n", [3], 'a = 1\nb = "c # d"\n'),
    "a hash in a text that quotes end too early": ("a = 'it's # 1'\n", [2], None),
    "a hash behind an apostrophe": ("a = don't # can't\n", [2], 'a = "don\'t" # can\'t\n'),
    "a dash for a key": ('a = 1\n- "b # c"\n', [3], None),
    "a colon before a group of several lines": ('a = 1\nb: {\n  c = 1,\n}\n', [3], None),
    "a quote before an item in others": ("a = [\"b\", \"'c d']\n", [2], 'a = ["b", "c d"]\n'),
    "no opening bracket before a list": ("a = 1, [2, 3]]\n", [2], "a = [1, [2, 3]]\n"),
    "two quotes behind an item": ('a = ["b"", "c"]\n', [2], 'a = ["b", "c"]\n'),
    "a text that ends with a quoted word": ("a = - 'b'\n", [2], "a = \"- 'b'\"\n"),
    "no closing bracket below groups": ('a = [\n { b = 1 },\n { b = "}" },\n { b = 2 }\nc = 1\n', [2], None),
    "no closing bracket below a group": ('a = [\n { b = 1 },\n { b = 2 }\nc = 1\n', [4], 'a = [\n { b = 1 },\n { b = 2 }\n]\nc = 1\n'),
    "numbers in a list of several lines": ("a = [\n 01,\n 2 3,\n 4,, # c\n]\n", [3, 4, 5], "a = [\n 1,\n 2, 3,\n 4, # c\n]\n"),
    "a semicolon in a list of several lines": ('a = [\n "b";\n "c"\n]\n', [3], None),
    "no closing bracket behind the last comma": ('a = [\n "b",\n', [3], 'a = [\n "b",\n]\n'),
    "a list closed by a brace": ('a = [\n "b",\n}\nc = 1\n', [4], 'a = [\n "b",\n]\nc = 1\n'),
    "a list of YAML in one line": ('title = "x"\ntags: [a, 凧]\n', [3], 'title = "x"\ntags = ["a", "凧"]\n'),
    "a group of YAML in one line": ('title = "x"\na: { b: "c" }\n', [3], 'title = "x"\na = { b = "c" }\n'),
    "a group of YAML with text": ('title = "x"\na: { b: c }\n', [3], None),
    "a group in brackets": ("a = 1\nm = [ on = true, sizes = [1, 2] ]\n", [3], None),
    "words beside a quoted one in a list": ('a = 1\nb = ["a" b, "c"]\n', [3], None),
    "quotes in typographic ones": ('a = [“a”, “b "c"”]\n', [2], "a = [\"a\", 'b \"c\"']\n"),
    "a backslash beside an escape": ('a = "say \\"hi\\" \\d"\n', [2], 'a = "say \\"hi\\" \\\\d"\n'),
    "a backslash beside a line end and quotes": ('a = "One.\\n50\\% \\"x\\""\n', [2], 'a = "One.\\n50\\\\% \\"x\\""\n'),
    "a backslash beside two": ('a = "a\\\\b \\d"\nb = ["a\\\\b \\d"]\n', [2, 3], 'a = "a\\\\b \\\\d"\nb = ["a\\\\b \\\\d"]\n'),
    "a share of Windows": ('a = "\\\\kites\\share"\n', [2], "a = '\\\\kites\\share'\n"),
    "no opening brace": ('a = b = "c", d = "e" }\n', [2], 'a = {b = "c", d = "e" }\n'),
    "a bracket too many behind a text": ('a = "b"]\n', [2], None),
    "a comma in a number": ("a = 1,500\n", [2], None),
    "a word for a switch": ("a = off\n", [2], "a = false\n"),
    "three quotes closed by one in a line": ('a = """B."\nc = 1\n', [2], 'a = """B."""\nc = 1\n'),
    "three quotes not closed behind a quotation": ('a = """\nb "c"\nd = 1\n', [3], 'a = """\nb "c""""\nd = 1\n'),
    "a hash in the name of a table": ("[a#b]\nc = 1\n", [2], None),
    "a comma missing above brackets in a comment": ('a = [\n  "b" # [1]\n  "c",\n]\n', [3], 'a = [\n  "b", # [1]\n  "c",\n]\n'),
    "a comma missing between two lists": ("a = [\n  [1, 2]\n  [3, 4]\n]\n", [3], "a = [\n  [1, 2],\n  [3, 4]\n]\n"),
    "a number with a blank in a list": ("a = [10 500, 3]\n", [2], None),
    "two blanks in an instant": ("a = [2024-01-01  10:00:00]\n", [2], "a = [2024-01-01 10:00:00]\n"),
    "a comment in a group below a text of several lines": ('x = [ """\na\n""", {\n b = 1 # c\n} ]\n', [4], None),
    "a brace in a text of several lines": (
        'a = """\nif x = {\n"""\nslug = Kites\n',
        [5],
        'a = """\nif x = {\n"""\nslug = "Kites"\n',
    ),
    "a hash in a group": ("x = 1\nm = { u = https://x.com/#a }\n", [3], None),
    "underscores beside no digit": ("a = 1e__23\nb = 0b_1\nc = 0xe_f_\n", [2, 3, 4], "a = 1e23\nb = 0b1\nc = 0xe_f\n"),
    "a control character": ('title = "a"\nslug = """\nb\x01\n"""\n', [4], None),
    "a control character in a comment": ('title = "a" # \x01\n', [2], None),
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
    "words at the key of a list": ("tags = golang, it's\n", [2], 'tags = ["golang", "it\'s"]\n'),
    "a name with a comma at the key of a list": ("authors = Bo, Ann Lee, Jr.\n", [2], 'authors = ["Bo", "Ann Lee, Jr."]\n'),
    "words beside a quoted one at the key of a list": ('tags = "a", b\n', [2], 'tags = ["a", "b"]\n'),
    "commas in a text": ("title = a, b\n", [2], 'title = "a, b"\n'),
    "typographic quotes with a sign behind them": (
        'title = “A”,\nx = “凧 b” ;\ndate = “2021-11-07”,\n', [2, 3, 4], 'title = "A"\nx = "凧 b"\ndate = 2021-11-07\n'
    ),
    "typographic quotes around parts of a text": ("title = “A” and “B”\n", [2], 'title = "“A” and “B”"\n'),
    "a backslash before a quote in single quotes": ("title = 'It\\'s here'\n", [2], 'title = "It\'s here"\n'),
    "a backslash before a single quote": ('title = "It\\\'s\\there"\n', [2], 'title = "It\'s\\there"\n'),
    "a backslash before a single quote in a list": ('tags = ["It\\\'s", "a"]\n', [2], 'tags = ["It\'s", "a"]\n'),
    "a date in a title": ("title = 7 Nov 2021\n", [2], 'title = "7 Nov 2021"\n'),
    "a date whose month may come second": ("date = 01/02/2024\n", [2], "date = 2024-01-02\n"),
    "a date in other words than TOML's": ("date = 2021-03-04 10:05 CST\n", [2], 'date = "2021-03-04 10:05 CST"\n'),
    "a comma in a name": ("authors = Sammy Davis, Jr.\n", [2], 'authors = ["Sammy Davis, Jr."]\n'),
    "a bracket behind a word with a comma": ("tags = a, [b]\nseries = x y\n", [2, 3], 'tags = "a, [b]"\nseries = "x y"\n'),
    "a date that is missing": ("date = TODO\nlastmod = Todo  # soon\n", [2, 3], None),
    "a date with one quote": ('date = 2021-11-07"\n', [2], 'date = "2021-11-07"\n'),
    "a time without seconds": ("date = 2021-11-07 10:00\n", [2], "date = 2021-11-07T10:00:00\n"),
    "no value": ('a = 1\nb =\n', [3], None),
    "a text of two lines": ('a = "one\ntwo"\nb = 1\n', [2], 'a = """one\ntwo"""\nb = 1\n'),
    "a foreign comment behind": ('a = "x" // c\n', [2], 'a = "x" # c\n'),
    "two equals signs before text": ("title == Kites\n", [2], None),
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
    "a misspelled switch": ("draft = ture\n", [2], "draft = true\n"),
    "a bracket too many": ('tags = ["a", "b"]]\n', [2], 'tags = ["a", "b"]\n'),
    "a sign behind a list": ('tags = ["a", "b"].\n', [2], 'tags = ["a", "b"]\n'),
    "words behind a quoted one": ('title = "Foo" bar\n', [2], "title = '\"Foo\" bar'\n"),
    "two quoted words": ('title = "A" "B"\n', [2], "title = '\"A\" \"B\"'\n"),
    "a table's name without its bracket": ('title = "x"\n[menu.main\nx = 1\n', [3], 'title = "x"\n[menu.main]\nx = 1\n'),
    "a list of tables without a bracket": ('title = "x"\n[[resources]\nx = 1\n', [3], 'title = "x"\n[[resources]]\nx = 1\n'),
    "a dot behind a table's name": ('title = "x"\n[extra.]\nx = 1\n', [3], 'title = "x"\n[extra]\nx = 1\n'),
    "a key of two words": ('title = "x"\nmy key = 1\n', [3], 'title = "x"\n"my key" = 1\n'),
    "a wide equals sign": ('title ＝ "x"\ndraft = true\n', [2], 'title = "x"\ndraft = true\n'),
    "no equals sign": ('title "x"\n', [2], 'title = "x"\n'),
    "a dash before a key": ('title = "x"\n- weight = 2\n', [3], 'title = "x"\nweight = 2\n'),
    "no quotes below a key of two parts": ('title = "x"\nauthor.name = Jane\n', [3], 'title = "x"\nauthor.name = "Jane"\n'),
    "three single quotes not closed": ("description = '''foo\ndraft = true\n", [2], "description = '''foo'''\ndraft = true\n"),
    "three single quotes not closed below": ("d = '''\nA b.\ndraft = true\n", [3], "d = '''\nA b.'''\ndraft = true\n"),
    "three quotes closed by two": ('d = """\nA\n""\nt = "x"\n', [4], 'd = """\nA\n"""\nt = "x"\n'),
    "an open list above a table": ('[taxonomies]\ntags = ["a"\n[extra]\nx = 1\n', [3], '[taxonomies]\ntags = ["a"]\n[extra]\nx = 1\n'),
    "an open list above a list": ('title = "x"\nauthors = ["Anna"\naliases = ["/a"]\n', [3], 'title = "x"\nauthors = ["Anna"]\naliases = ["/a"]\n'),
    "two kinds of quotes in a list": ("title = \"It's\"\ntags = [\"a\", 'b\"]\ndraft = true\n", [3], 'title = "It\'s"\ntags = ["a", "b"]\ndraft = true\n'),
    "two keys in a line, no blank between": ('title = "Kites"draft = true\n', [2], 'title = "Kites"\ndraft = true\n'),
    "typographic quotes in a list": ('title = “凧”\ntags = [\n  “a”,\n  “b”\n]\nx = "“c”"\n', [2, 4], 'title = "凧"\ntags = [\n  "a",\n  "b"\n]\nx = "“c”"\n'),
    "two texts without quotes": ("title = Kites\nauthor = Anna\n", [2, 3], 'title = "Kites"\nauthor = "Anna"\n'),
    "typographic quotes in a group": ('nav = [\n{ name = “A”, url = “/a” },\n]\n', [3], 'nav = [\n{ name = "A", url = "/a" },\n]\n'),
    "a bracket alone": ('title = "x"\ntags = ["a"]\n]\ndraft = true\n', [4], 'title = "x"\ntags = ["a"]\ndraft = true\n'),
    "a table's name of two words": ('title = "x"\n[menu main]\nweight = 1\n', [3], None),
    "a title below a menu": (
        'draft = false\n[menu]\n  [menu.main]\n    parent = "a"\ntitle = "凧"\n',
        [6],
        'draft = false\ntitle = "凧"\n[menu]\n  [menu.main]\n    parent = "a"\n',
    ),
    "a title below a blank line below a menu": (
        '[menu.main]\nweight = 1\n\ntitle = "凧"\n\n[params]\na = 1\n',
        [5],
        'title = "凧"\n[menu.main]\nweight = 1\n\n[params]\na = 1\n',
    ),
    "keys of the article below taxonomies": (
        'title = "x"\n[taxonomies]\ntags = ["a"]\ndate = 2021-11-07 # today\nweight = 1\n',
        [5, 6],
        'title = "x"\ndate = 2021-11-07 # today\nweight = 1\n[taxonomies]\ntags = ["a"]\n',
    ),
    "a draft in a table": ('title = "x"\n[extra]\na = 1\ndraft = true\n', [5], 'title = "x"\ndraft = true\n[extra]\na = 1\n'),
    "what tables of their own may have": (
        'title = "x"\nmenu.main.date = 1\n[menu.side]\ntitle = "y"\nweight = 1\n[extra]\ndate = 2021-11-07\ntitle = "z"\ndraft = false\n'
        '[cascade]\ndraft = true\n[[resources]]\ntitle = "a"\ndate = 2021-11-07\n[taxonomies]\nweight = ["a"]\n',
        [],
        None,
    ),
    "two keys in a line, the second broken": (
        'title = "凧"date = 2021-11-7\n',
        [2, 2],
        'title = "凧"\ndate = 2021-11-07\n',
    ),
    "a text of two lines in single quotes": ("title = 'Kites\nfly'\nweight = 1\n", [2], "title = \'\'\'Kites\nfly\'\'\'\nweight = 1\n"),
    "single typographic quotes": ("title = ‘凧’\n", [2], 'title = "凧"\n'),
    "items of YAML in brackets": ("tags = [\n  - 凧\n  - 'b'\n]\ntitle = x y\n", [3, 6], "tags = [\n  \"凧\",\n  'b',\n]\ntitle = \"x y\"\n"),
    "a comment of HTML that is none": ('title = "x"\n<!-->\n', [3], 'title = "x"\n# >\n'),
    "a backslash in typographic quotes": ("title = ‘C:\\new’\n", [2], "title = 'C:\\new'\n"),
    "an apostrophe in a comment": ("title = ‘a’ # it’s mine\n", [2], 'title = "a" # it’s mine\n'),
    "brackets in items with dashes": ("tags = [\n- a [x]\n- b\n]\n", [3], 'tags = [\n"a [x]",\n"b",\n]\n'),
    "comments and quotes of items with dashes": (
        'tags = [\n- a # first\n- ‘c’\n- "d # e", # f\n]\n',
        [3],
        'tags = [\n"a", # first\n"c",\n"d # e", # f\n]\n',
    ),
    "a group over several lines with groups and comments": (
        'contact = {\n  personal = { name = "D" }, # the owner\n  work = {\n    tags = [\n      "a }",\n    ],\n  },\n}\nb = 1\n',
        [2],
        '# the owner\ncontact = { personal = { name = "D" }, work = { tags = [ "a }" ] } }\nb = 1\n',
    ),
    "a group over several lines that begins beside its brace": ("t = {a = 1\n,b = 2}\n", [2], "t = {a = 1,b = 2}\n"),
    "groups over several lines in a list": ("n = [\n  {\n    a = 1\n    b = 2\n  },\n]\n", [3], "n = [\n  { a = 1, b = 2 },\n]\n"),
    "a group over several lines with a text without quotes": ("a = {\n  b = Kites\n}\n", [2], None),
    "a group over several lines that never ends": ("a = {\n  b = {\n    c = 1\n}\nd = 1\n", [2], None),
    "a group without quotes in a group": ("a = {b = 1, c = {d = New}}\n", [2], None),
    "numbers without commas": ("n = [1 2 3]\n", [2], "n = [1, 2, 3]\n"),
    "a comma too many between items": ('n = ["a, b",, "c"]\n', [2], 'n = ["a, b", "c"]\n'),
    "a list of lists with text without quotes": ("n = [[1, 2], [a, b]]\n", [2], None),
    "one item without quotes": ("n = [a, \"b, c\", 'it's']\n", [2], 'n = ["a", "b, c", "it\'s"]\n'),
    "numbers as other languages have them": (
        "a = .5\nb = 1.e2\nc = -01\nd = 0X1F\ne = 1__0\nf = [.5, 01]\n",
        [2, 3, 4, 5, 6, 7],
        "a = 0.5\nb = 1.0e2\nc = -1\nd = 0x1F\ne = 1_0\nf = [0.5, 1]\n",
    ),
    "a number that may be a day and a month": ("a = 03.14\nb = 08.03\n", [2, 3], None),
    "a number in another script": ("a = ٣\n", [2], 'a = "٣"\n'),
    "impossible dates and keys twice": ("d = 2022-03-40\nt = 2022-13-01\nd = 1\nt = 2\n", [2, 3, 4, 5], None),
    "a minute without seconds before a zone": ("d = 1987-07-05T17:45Z\n", [2], "d = 1987-07-05T17:45:00Z\n"),
    "a pair behind a table's name": ('[params] color = "red"\n', [2], '[params]\ncolor = "red"\n'),
    "a key with a sign": ('title (en) = "Kites"\n', [2], '"title (en)" = "Kites"\n'),
    "a key alone": ("kites\n", [2], None),
    "a comma missing above a comment": ('a = [\n  "b" # it\'s 1\n  "c",\n]\n', [3], 'a = [\n  "b", # it\'s 1\n  "c",\n]\n'),
    "no closing bracket above a table": ('a = [\n  "b",\n\n[extra]\nx = 1\n', [3], 'a = [\n  "b",\n]\n\n[extra]\nx = 1\n'),
    "a backslash in an item": ('a = [\n  "C:\\Users", # c\n]\n', [3], "a = [\n  'C:\\Users', # c\n]\n"),
    "an escape without its digits": ('a = """\n\\u12\n"""\n', [3], None),
    'words in quotes at both ends': ('title = "Ja", sagt Max, "sie fliegen"\n', [2], 'title = \'"Ja", sagt Max, "sie fliegen"\'\n'),
    'words in single quotes at both ends': ("title = 'Kites': 'high'\n", [2], 'title = "\'Kites\': \'high\'"\n'),
    'words in quotes inside a text': ('title = "Say "hi", or "bye"!"\n', [2], 'title = \'Say "hi", or "bye"!\'\n'),
}  # fmt: skip

JSON: dict[str, tuple[str, list[int], str | None]] = {
    "a brace too many amid the members": (
        '{\n  "a": {"b": 2}},\n  "title": "x"\n}\n', [2], '{\n  "a": {"b": 2},\n  "title": "x"\n}\n'
    ),
    "a brace too many at the end of the members": ('{\n  "title": "x",\n  "a": {"b": 2}}\n}\n', [3], '{\n  "title": "x",\n  "a": {"b": 2}\n}\n'),
    "a first key without its colon": ('{\n  "draft" false,\n  "title": "a"\n}\n', [2], '{\n  "draft": false,\n  "title": "a"\n}\n'),
    "a conflict": ('{\n<<<<<<< HEAD\n  "title": "a"\n=======\n  "title": "b"\n>>>>>>> b\n}\n', [2], None),
    "an equals sign amid one line": ('{"title": "A", "date" = "2021-11-07"}\n', [1], '{"title": "A", "date": "2021-11-07"}\n'),
    "a backslash before a single quote": ('{ "title": "It\\\'s\\there" }\n', [1], '{ "title": "It\'s\\there" }\n'),
    "templates that a text is about": (
        '{\n  "description": "How {{ replace "x" "y" }} works",\n  "title": "The "{{ message }}" syntax"\n}\n',
        [2, 3],
        '{\n  "description": "How {{ replace \\"x\\" \\"y\\" }} works",\n  "title": "The \\"{{ message }}\\" syntax"\n}\n',
    ),
    "templates that were never filled in": (
        '{ "title": "{{ replace .Name "-" " " }}", "date": {{ .Date }} }\n',
        [1, 1],
        None,
    ),
    "two commas missing": ('{\n  "a": 1\n  "b": 2\n  "c": 3\n}\n', [2, 3], '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n'),
    "code in a text": ('{\n  "a": "f(a="1", b="2")",\n  "b": 2\n}\n', [2], '{\n  "a": "f(a=\\"1\\", b=\\"2\\")",\n  "b": 2\n}\n'),
    "a key above members indented deeper": ('{\n  "a":\n    "b": "c"\n  },\n  "d": 1\n}\n', [2], None),
    "a key below an item": ('{\n  "a": [\n  "b"\n  "c": 1\n}\n', [3], None),
    "no bracket below the last item": ('{\n  "a": [\n    "b"\n  "c": 1\n}\n', [3], '{\n  "a": [\n    "b"\n  ],\n  "c": 1\n}\n'),
    "a brace for a bracket": ('{\n  "a": [\n    "b"\n  },\n  "c": 1\n}\n', [3], None),
    "no bracket above items": (
        '{\n  "a":\n    "b",\n    "c",\n    "d"\n  ],\n  "e": 1\n}\n',
        [2],
        '{\n  "a": [\n    "b",\n    "c",\n    "d"\n  ],\n  "e": 1\n}\n',
    ),
    "a comment": ('{\n  "a": 1,\n  // c\n  "b": 2\n}\n', [3], '{\n  "a": 1,\n  "b": 2\n}\n'),
    "quotes in a text, in one line": ('{"title": "a "b" c", "x": 1}\n', [1], '{"title": "a \\"b\\" c", "x": 1}\n'),
    "a word of Python, in one line": ('{"title": "x", "draft": True, "y": 1}\n', [1], '{"title": "x", "draft": true, "y": 1}\n'),
    "a wide comma, in one line": ('{"title": "x"，"y": 1}\n', [1], '{"title": "x","y": 1}\n'),
    "no comma, in one line": ('{\n  "title": "x" "date": "y"\n}\n', [2], '{\n  "title": "x", "date": "y"\n}\n'),
    "a key without quotes, in one line": ('{"title": "x", date: "y"}\n', [1], None),
    "single quotes": ("{\n  \"title\": 'Kites',\n  \"b\": 2\n}\n", [2], '{\n  "title": "Kites",\n  "b": 2\n}\n'),
    "a bare key": ('{\n  title: "Kites",\n  "b": 2\n}\n', [2], '{\n  "title": "Kites",\n  "b": 2\n}\n'),
    "curly quotes": ('{\n  “title”: “Kites”,\n  "b": 2\n}\n', [2], '{\n  "title": "Kites",\n  "b": 2\n}\n'),
    "an open quote": ('{\n  "title": "Kites,\n  "b": 2\n}\n', [2], '{\n  "title": "Kites",\n  "b": 2\n}\n'),
    "quotes inside": ('{\n  "title": "The "big" one",\n  "b": 2\n}\n', [2], '{\n  "title": "The \\"big\\" one",\n  "b": 2\n}\n'),
    "a date": ('{\n  "date": 2021-11-07,\n  "b": 2\n}\n', [2], '{\n  "date": "2021-11-07",\n  "b": 2\n}\n'),
    "a leading zero": ('{\n  "n": 01,\n  "b": 2\n}\n', [2], '{\n  "n": 1,\n  "b": 2\n}\n'),
    "numbers that begin with a point": ('{"n": -.5, "b": .25}\n', [1, 1], '{"n": -0.5, "b": 0.25}\n'),
    "a backslash beside two": ('{"title": "C:\\\\x\\y", "a": "one\\ntwo"}\n', [1], '{"title": "C:\\\\x\\\\y", "a": "one\\ntwo"}\n'),
    "backslashes beside escapes": ('{"title": "say \\"hi\\" \\d", "a": "it\\\'s \\u51e7 \\d"}\n', [1], '{"title": "say \\"hi\\" \\\\d", "a": "it\'s \\u51e7 \\\\d"}\n'),
    "a backslash before the last quote": ('{"dir": "C:\\new\\", "title": "x"}\n', [1], '{"dir": "C:\\\\new\\\\", "title": "x"}\n'),
    "a backslash beside a line end and quotes": ('{"a": "One.\\n50\\% \\"x\\""}\n', [1], '{"a": "One.\\n50\\\\% \\"x\\""}\n'),
    "no closing quote behind an escaped one": ('{"a": "say \\"hi\\", "b": "c"}\n', [1], None),
    "no closing quote behind an escaped one in a list": ('{"a": ["say \\"hi\\", "c"]}\n', [1], None),
    "no closing quote behind an escaped one alone": ('{"a": "size 5\\", "b": 1}\n', [1], None),
    "a backslash behind a drive": ('{"a": "D:\\", "b": 1}\n', [1], '{"a": "D:\\\\", "b": 1}\n'),
    "two signs before a number": ('{"n": +-5}\n', [1], '{"n": "+-5"}\n'),
    "a share of Windows": ('{"dir": "\\\\kites\\share"}\n', [1], None),
    "a code with a zero": ('{"zip": 01234, "b": 2}\n', [1], '{"zip": "01234", "b": 2}\n'),
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
    "a misspelled switch": ('{\n  "title": "x",\n  "draft": flase\n}\n', [3], '{\n  "title": "x",\n  "draft": false\n}\n'),
    "several values": ('{\n  "title": "x",\n  "tags": "a", "b"\n}\n', [3], '{\n  "title": "x",\n  "tags": ["a", "b"]\n}\n'),
    "a comment above the keys": ('{\n  // c\n  "title": "x",\n  "b": 2\n}\n', [2], '{\n  "title": "x",\n  "b": 2\n}\n'),
    'words in quotes at both ends': ('{\n  "title": "Drachen"/"Wind",\n  "b": 2\n}\n', [2], '{\n  "title": "\\"Drachen\\"/\\"Wind\\"",\n  "b": 2\n}\n'),
    'words in quotes inside a text': ('{\n  "title": "Say "hi", or "bye"!",\n  "b": 2\n}\n', [2], '{\n  "title": "Say \\"hi\\", or \\"bye\\"!",\n  "b": 2\n}\n'),
}  # fmt: skip

WHOLE: dict[str, tuple[str, list[int], str | None]] = {
    "text glued to the closing fence": ("---\ntitle: x\n---## K\n", [3], "---\ntitle: x\n---\n## K\n"),
    "another mark for the closing fence": ("---\ntitle: x\ndate: y\n+++\n\nK.\n", [4], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "no closing fence below a text whose mark has a comment": (
        "---\ntitle: 凧\nsummary: | # short\n\n  They fly\n  high.\n\nText.\n",
        [6],
        "---\ntitle: 凧\nsummary: | # short\n\n  They fly\n  high.\n---\n\nText.\n",
    ),
    "two dashes each": ("--\ntitle: x\n--\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "em dashes": ("———\ntitle: x\n———\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "four dashes": ("----\ntitle: x\n----\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "a key glued to the opening fence": ("---title: x\ndate: y\n---\n\nK.\n", [1], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "keys and fences in one line": (
        '--- layout: post title: "凧" date: 2021-11-07 ---\n\nK.\n',
        [1],
        '---\nlayout: post\ntitle: "凧"\ndate: 2021-11-07\n---\n\nK.\n',
    ),
    "keys and fences in a paragraph with lines of one length": (
        '--- layout: post title: "凧 one\ntwo" date: 2021-11-07\ndraft: true ---\n\nK.\n',
        [1],
        '---\nlayout: post\ntitle: "凧 one two"\ndate: 2021-11-07\ndraft: true\n---\n\nK.\n',
    ),
    "an escaped fence, keys and items in one paragraph": (
        "\\--- layout: post title: 凧 draft: true tags:\n  - a\n  - b ---\n\nK.\n",
        [1],
        "---\nlayout: post\ntitle: 凧\ndraft: true\ntags:\n  - a\n  - b\n---\n\nK.\n",
    ),
    "a first key that became a heading": (
        "---\n\n## layout: post\ntitle: 凧\n---\n\nK.\n",
        [3],
        "---\nlayout: post\ntitle: 凧\n---\n\nK.\n",
    ),
    "keys that became a heading": (
        "---\n\n## layout: post title: 凧 date: 2021-11-07\n\nK.\n",
        [3],
        "---\nlayout: post\ntitle: 凧\ndate: 2021-11-07\n---\n\nK.\n",
    ),
    "a long rule and a heading above keys": (
        '________\n\n## layout: post\n\ntitle: "凧"\n\nK.\n',
        [3],
        '---\nlayout: post\n\ntitle: "凧"\n---\n\nK.\n',
    ),
    "a first key that is left out": ("---\n\n## layout: post\nlayout: page\ntitle: 凧\n---\n\nK.\n", [], None),
    "a rule and a heading that begins as a key": ("---\n\n## title: what a word\n\nNote: it flies.\n\n---\n\nK.\n", [], None),
    "a rule and a heading with keys in a sentence": ("---\n\n## title: a text on date: and type: keys\n\nK.\n", [], None),
    "a rule and a heading with one date": ("---\n\n## date: 2021-11-07 author: Ann\n\nK.\n", [], None),
    "a rule and a heading of types": ('---\n\n## type: "a" | "b", title: string\n\nK.\n', [], None),
    "both fences in a line, a key below": ("--- title: 凧 ---\nauthor: Ann\n---\n\nK.\n", [1], "---\ntitle: 凧\nauthor: Ann\n---\n\nK.\n"),
    "both fences of TOML in a line, a key below": ('+++ title = "凧" +++\ndate = 2021-11-07\n+++\n\nK.\n', [1], '+++\ntitle = "凧"\ndate = 2021-11-07\n+++\n\nK.\n'),
    "a headline between plus signs": ("+++ Preis = 5 Euro +++\n\nK.\n", [], None),
    "words between bars and dashes": ("--- title: x | author: y | date: 2021-11-07 ---\n\nK.\n", [], None),
    "a comment that begins as a key": ("---\n\n## title: the old name, kept\nauthor: y\ndate: 2021-11-07\n---\n\nK.\n", [], None),
    "a comment above a comment": ("---\n\n## tags: old ones\n# tags: [a, b]\ntitle: x\n---\n\nK.\n", [], None),
    "dashes around words in a text": ("--- title: a word --- and that ---\n\nK.\n", [], None),
    "a table below dashes": ("--- | ---\ntitle: a | date: b\n\nK.\n", [], None),
    "no colon in any line": ("---\nlayout post\ntitle 凧\n---\n\nK.\n", [2, 3], "---\nlayout: post\ntitle: 凧\n---\n\nK.\n"),
    "a rule, and words that a line underlines": ("---\ntype safety and\nurl schemes\n---\n\nK.\n", [], None),
    "columns between long rules": ("--------\nlayout   description\ntitle    page title\n--------\n\nK.\n", [], None),
    "columns between rules": ("---\nlayout\ttwo columns\ntitle\tcentred\ndate\tright\n---\n\nK.\n", [], None),
    "verse between rules": ("---\n\ntitle belongs to the king\nlayout follows the river\n\n---\n\nK.\n", [], None),
    "code above a rule": ("author: `ann`\nupdated: `2020`\n\n---\n\nK.\n", [], None),
    "a link and bold text above a rule": ("url: <https://x.org>\ntitle: **凧**\n\n---\n\nK.\n", [], None),
    "links of a wiki above a rule": ("type: #book\nauthor: [[Ann]], [[Bob]]\n\n---\n\nK.\n", [], None),
    "links above a rule": ("author: [Ann](y) and [Bob](z)\nupdated: yesterday\n\n---\n\nK.\n", [], None),
    "no opening fence, broken above a blank line": (
        "title: 凧: 話\ndate: y\n\n---\n\nK.\n",
        [1, 1],
        '---\ntitle: "凧: 話"\ndate: y\n\n---\n\nK.\n',
    ),
    "text above a rule": ("Title: 凧: 話\nAuthor: y\n\n---\n\nK.\n", [], None),
    "keys below dots": ("---\n...\nsource: x\nauthor: y\n---\n\nK.\n", [2], "---\nsource: x\nauthor: y\n---\n\nK.\n"),
    "text below dots": ("---\n...\nSource: x\n\nK.\n\n---\n\nK.\n", [], None),
    "a comment behind the opening fence": ("--- # c\ntitle: x\n---\n\nK.\n", [1], "---\n# c\ntitle: x\n---\n\nK.\n"),
    "two opening fences": ("---\n---\ntitle: x\n---\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "two opening fences and blank lines around the keys": (
        "---\n---\n\ntitle: 凧\nsidebar:\n  order: 1\n\n---\n\nK.\n", [1], "---\n\ntitle: 凧\nsidebar:\n  order: 1\n\n---\n\nK.\n"
    ),
    "an empty head above a text between rules": ("---\n---\n\ntitle: 凧\nit flies\n\n---\n\nK.\n", [], None),
    "an empty head above a remark and a rule": ("---\n---\n\nsummary: it flies\n\n---\n\nK.\n", [], None),
    "a second head with blank lines around its keys": (
        "---\ntitle: 凧\norder: 1\n---\n\n---\n\ntitle: 凧\norder: 1\n\n---\n\nK.\n", [6], "---\ntitle: 凧\norder: 1\n---\n\nK.\n"
    ),
    "other keys between rules": ("---\ntitle: 凧\n---\n\n---\n\nname: x\nrole: y\n\n---\n\nK.\n", [], None),
    "the article behind the closing fence, below a blank line": (
        '+++\ntitle = "凧"\ndate = 2021-11-07\n\n+++ It flies.\n\nK.\n', [5], '+++\ntitle = "凧"\ndate = 2021-11-07\n\n+++\nIt flies.\n\nK.\n'
    ),
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
    "a fence among keys with a capital": (
        "---\nTitle: x\n---\nDate: y\nLayout: z\n---\n\nK.\n",
        [3],
        "---\nTitle: x\nDate: y\nLayout: z\n---\n\nK.\n",
    ),
    "em dashes around keys with a capital": ("——-\nTitle: 凧\nStart: y\n——-\n\nK.\n", [1], "---\nTitle: 凧\nStart: y\n---\n\nK.\n"),
    "keys with a capital, no opening fence": ("Title: 凧\nDate: y\n---\n\nK.\n", [1], "---\nTitle: 凧\nDate: y\n---\n\nK.\n"),
    "a text that begins with a name": ("Author: 王五\nDate: 3 May\n\n---\n\nK.\n", [], None),
    "a text between rules": ("---\nSummary: kites: a toy.\n\nThey fly.\n\n---\n\nK.\n", [], None),
    "a text below front matter that begins with a name": (
        "---\ntitle: x\n---\nAuthor: 王五\nDate: 3 May\n\n---\n\nK.\n",
        [],
        None,
    ),
    "a name between rules in a text": ("K.\n\n---\nAuthor: 王五\nDate: 3 May\n---\n\nK.\n", [], None),
    "comments above keys, no opening fence": (
        "# View this page at https://example.org\n# 如何编辑\nslug: x\ntitle: 凧\n---\n\nK.\n",
        [1],
        "---\n# View this page at https://example.org\n# 如何编辑\nslug: x\ntitle: 凧\n---\n\nK.\n",
    ),
    "two dashes above a blank line and a comment": ("--\n\n# 凧\ntitle: x\n---\n\nK.\n", [1], "---\n\n# 凧\ntitle: x\n---\n\nK.\n"),
    "two dashes above keys of one's own": ("--\nformerly: /a/\nredirect_to: /b/\n---\n\nK.\n", [1], "---\nformerly: /a/\nredirect_to: /b/\n---\n\nK.\n"),
    "keys of one's own, no opening fence": ("name: 王五\nrole: dev\nteam_page: /a/\n---\n\nK.\n", [1], "---\nname: 王五\nrole: dev\nteam_page: /a/\n---\n\nK.\n"),
    "one dash": ("-\ntitle: 凧\ntags:\n-\n  - a\n---\n\nK.\n", [1], "---\ntitle: 凧\ntags:\n-\n  - a\n---\n\nK.\n"),
    "wide dashes each": ("－－－\ntitle: 凧\n－－－\n\nK.\n", [1], "---\ntitle: 凧\n---\n\nK.\n"),
    "a long dash between two": ("-–-\ntitle: 凧\n---\n\nK.\n", [1], "---\ntitle: 凧\n---\n\nK.\n"),
    "a quote before the opening fence": ('"---\ntitle: 凧\n---\n\nK.\n', [1], "---\ntitle: 凧\n---\n\nK.\n"),
    "letters before the opening fence": ("ab---\ntitle: 凧\n---\n\nK.\n", [1], "---\ntitle: 凧\n---\n\nK.\n"),
    "a point behind the opening fence": ("---.\ntitle: 凧\n---\n\nK.\n", [1], "---\ntitle: 凧\n---\n\nK.\n"),
    "no opening fence, and a wide colon": (
        "title: 凧\ndate: 2021-11-07\ncategories：\n  - a\n---\n\nK.\n",
        [1, 3],
        "---\ntitle: 凧\ndate: 2021-11-07\ncategories:\n  - a\n---\n\nK.\n",
    ),
    "TOML below a comment": ('<!-- 凧 -->\n+++\ntitle = "x"\ndate = 2021-11-07\n+++\n\nT.\n', [1], None),
    "keys of one's own below a comment": ("<!-- 凧 -->\n---\nname: x\nrole: y\n---\n\nT.\n", [1], None),
    "a heading above a line with a colon": ("# Kites\nnote: they fly.\n---\n\nK.\n", [], None),
    "words with colons between rules": ("Text.\n\n---\nname: x\nrole: y\n---\n\nT.\n", [], None),
    "two lines with colons above a rule": ("from: 王五\nto: all\n---\n\nT.\n", [], None),
    "a metadata block of MultiMarkdown": ("title: 凧\ndate: 2021-11-07\n\nThey fly.\n", [], None),
    "an indented head": ("---\n  title: 凧\n  date: y\n  ---\n\nK.\n", [4], "---\n  title: 凧\n  date: y\n---\n\nK.\n"),
    "a long dash between two below keys": ("---\ntitle: 凧\n-–-\n\nK.\n", [3], "---\ntitle: 凧\n---\n\nK.\n"),
    "wide dashes below keys": ("---\ntitle: 凧\n－－－\n\nK.\n", [3], "---\ntitle: 凧\n---\n\nK.\n"),
    "a quote before the closing fence": ('---\ntitle: 凧\n"---\n\nK.\n', [3], "---\ntitle: 凧\n---\n\nK.\n"),
    "two points for the closing fence": ("---\ntitle: 凧\n..\n\nK.\n", [3], "---\ntitle: 凧\n---\n\nK.\n"),
    "a semicolon behind JSON": ('{\n  "title": "凧"\n};\n\nK.\n', [3], '{\n  "title": "凧"\n}\n\nK.\n'),
    "two braces before JSON": ('{{\n  "title": "凧"\n}\n\nK.\n', [1], '{\n  "title": "凧"\n}\n\nK.\n'),
    "a template is no JSON": ('{{\n  "凧" | upper\n}}\n\nK.\n', [], None),
    "a fence between blank lines among the keys": (
        "---\ntitle: 凧\n\n---\n\nlayout: post\ndate: 2021-11-07\n---\n\nK.\n",
        [4],
        "---\ntitle: 凧\n\nlayout: post\ndate: 2021-11-07\n---\n\nK.\n",
    ),
    "a fence above a date": (
        "---\ntitle: 凧\n---\nexpires: 2025-01-01\n---\n\nK.\n",
        [3],
        "---\ntitle: 凧\nexpires: 2025-01-01\n---\n\nK.\n",
    ),
    "a head that stands there twice": (
        "---\ntitle: 凧\norder: 6\n---\n\n---\ntitle: 凧\norder: 6\n---\n\nK.\n",
        [6],
        "---\ntitle: 凧\norder: 6\n---\n\nK.\n",
    ),
    "a second head that says more": (
        "---\ntitle: 凧\norder: 6\n---\n\n—-\ntitle: 凧\norder: 6\ntags: [a]\n—-\n\nK.\n",
        [6],
        None,
    ),
    "a fence behind the last value": ("---\ntitle: 凧\nlayout: post ---\n\nK.\n", [3], "---\ntitle: 凧\nlayout: post\n---\n\nK.\n"),
    "a head in two": ("---\nlayout: post\n---\n---\ntitle: 凧\ndate: 2021-11-07\n---\n\nK.\n", [3], "---\nlayout: post\ntitle: 凧\ndate: 2021-11-07\n---\n\nK.\n"),
    "a second head that has the date": ("---\ntitle: x\n---\n\n---\ntitle: x: y\ndate: z\n---\n\nK.\n", [5], None),
    "a head that the article shows": ("---\ntitle: x\n---\n\nSuch is a head:\n\n---\ntitle: x\ndate: z\n---\n\nK.\n", [], None),
    "a second head of TOML": ("---\ntitle: 凧\ndate: 2021-11-07\n---\n+++\ndraft: true\n+++\n\nK.\n", [5], None),
    "YAML below TOML": ('+++\ndraft = true\n+++\ntitle: "凧"\nurl: /post/\n---\n\nK.\n', [3], None),
    "slides": ("---\ntitle: 凧\n---\n\n---\nlayout: center\n---\n\nK.\n", [], None),
    "a remark between rules below front matter": ("---\ntitle: 凧\n---\n\n---\nnote: they fly.\n---\n\nK.\n", [], None),
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
    "a dotted key twice in TOML": ("+++\nparams.weight = 1\nparams.weight = 2\n+++\n\nT.\n", [3], None),
    "what only JavaScript takes for a number": ('{"weight": NaN}\n\n凧\n', [1], None),
    "less than what only JavaScript takes for a number": ('{"weight": -Infinity}\n\n凧\n', [1], None),
    "many things that are no numbers": ('{"weights": [' + "NaN, " * 40 + "1]}\n\n凧\n", [1] * 10, None),
    "half of a character in JSON": ('{"title": "a\\ud800"}\n\n凧\n', [1], None),
    "YAML between the fences of JSON": (";;;\ntitle: x\ntags: [a]\n;;;\n\nT.\n", [1], "---\ntitle: x\ntags: [a]\n---\n\nT.\n"),
    "JSON without its commas between its fences": (';;;\n"title": "x"\n"tags": 1\n;;;\n\nT.\n', [2], ';;;\n"title": "x",\n"tags": 1\n;;;\n\nT.\n'),
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
    "an article in code that opens at the top": ("```yaml\n---\ntitle: x\ndate: y\n---\n\nK.\n```\n", [1], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "an article in code without an end": ("~~~\n---\ntitle: x\ndate: y\n---\n\nK.\n", [1], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "a broken head in code around the article": ('```md\n---\n"title": "x",\n"date": "y"\n---\n\nK.\n```\n', [1, 3], '---\n"title": "x"\n"date": "y"\n---\n\nK.\n'),
    "code around an article that has some": ("```md\n---\ntitle: x\ndate: y\n---\n\nT.\n\n~~~\nK\n~~~\n```\n", [1], None),
    "two articles in code": ("```md\n---\ntitle: x: y\ndate: z\n---\n\nK.\n```\n\n```md\n---\ntitle: x\n---\n\nK.\n```\n", [], None),
    "a word in place of a fence": ("statitle\ntitle: x\ndate: y\n---\n\nK.\n", [1], None),
    "a word before a fence": ("sta ---\ntitle: x\ndate: y\n---\n\nK.\n", [1], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "a word above keys and a rule": ("Kites\ntitle: x\ndate: y\n\n---\n\nK.\n", [], None),
    "other dashes, and no blank": ("—--\ntitle:x\ndate:y\n---\n\nK.\n", [1, 2, 3], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "other dashes, and an open quote": ('—--\ntitle: "x\ndate: y\n---\n\nK.\n', [1, 2], '---\ntitle: "x"\ndate: y\n---\n\nK.\n'),
    "other dashes, and a colon in the only value": ("———\ntitle: x: y\n———\n\nK.\n", [1, 2], '---\ntitle: "x: y"\n---\n\nK.\n'),
    "hyphens of texts as the closing fence": ("---\ntitle: x\ndate: y\n\u2010\u2010\u2010\n\nK.\n", [4], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "fences of minus signs": ("\u2212\u2212\u2212\ntitle: x\n\u2212\u2212\u2212\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "fences that are headings": ("# ---\ntitle: x\ndate: y\n# ---\n\nK.\n", [1], "---\ntitle: x\ndate: y\n---\n\nK.\n"),
    "an opening fence alone that is indented": ("    ---\ntitle: x\n---\n\nK.\n", [1], "---\ntitle: x\n---\n\nK.\n"),
    "an indented sample of JSON": ("\n\t{\n\t  \"title\": \"x\"\n\t}\n\nK.\n", [], None),
    "front matter below code": ("```\na\n```\n---\ntitle: x\ndate: y\n---\n\nT.\n", [1], None),
    "one key below a comment": ("<!-- 凧 -->\n\n---\nsection: develop\n---\n\nT.\n", [1], None),
    "a heading between rules below a comment": ("<!-- 凧 -->\n\n---\nnote: they fly\n---\n\nT.\n", [], None),
    "front matter below a comment": ("<!-- a -->\n---\ntitle: x\ndate: y\n---\n\nT.\n", [1], None),
    "a byte-order mark read as Latin-1": ("ï»¿---\ntitle: x\n---\n\nT.\n", [1], "---\ntitle: x\n---\n\nT.\n"),
    "an unseen character before the fence": ("\u200b---\ntitle: x\n---\n\nT.\n", [1], "---\ntitle: x\n---\n\nT.\n"),
    "a comment behind the closing fence": ("---\ntitle: x\ndate: y\n--- # end\n\nT.\n", [4], "---\ntitle: x\ndate: y\n# end\n---\n\nT.\n"),
    "a heading behind the closing fence": ("---\ntitle: x\ndate: y\n--- # Kites\n\nT.\n", [4], "---\ntitle: x\ndate: y\n---\n# Kites\n\nT.\n"),
    "a dash among the keys": ("---\ntitle: 凧\nauthor: anna\n-\nversion: 1\n---\n\nK.\n", [4], "---\ntitle: 凧\nauthor: anna\nversion: 1\n---\n\nK.\n"),
    "backticks among the keys": ("---\ntitle: x\n```\nversion: 1\n---\n\nK.\n", [3], "---\ntitle: x\nversion: 1\n---\n\nK.\n"),
    "dashes among keys of TOML": ('+++\ntitle = "x"\n---\nweight = 1\n+++\n\nK.\n', [3], '+++\ntitle = "x"\nweight = 1\n+++\n\nK.\n'),
    "two dashes below a blank line": ("---\ntitle: 凧\ndate: y\n\n--\n\nK.\n", [5], "---\ntitle: 凧\ndate: y\n\n---\n\nK.\n"),
    "an em dash below a blank line": ("---\ntitle: x\ntags:\n  - a\n\n—\n\nK.\n", [6], "---\ntitle: x\ntags:\n  - a\n\n---\n\nK.\n"),
    "an indented fence below a text of several lines": ("---\ntitle: x\nsummary: a b\n  c.\n\n  ---\n\nK.\n", [6], "---\ntitle: x\nsummary: a b\n  c.\n\n---\n\nK.\n"),
    "two dashes below a comment": ("---\ntitle: x\nid: y\n\n# 仮\n--\n\nK.\n", [6], "---\ntitle: x\nid: y\n\n# 仮\n---\n\nK.\n"),
    "an em dash below several comments": ("---\ntitle: x\nid: y\n\n# 一\n\n# two\n\n—\n\nK.\n", [9], "---\ntitle: x\nid: y\n\n# 一\n\n# two\n\n---\n\nK.\n"),
    "a rule with a blank below a heading": ("---\ntitle: x\nid: y\n\n# K\n\n ---\n\nT.\n", [3], "---\ntitle: x\nid: y\n---\n\n# K\n\n ---\n\nT.\n"),
    "text glued to the closing fence below a blank line": ("---\ntitle: x\ndate: y\n\n---风筝飞。\n", [5], "---\ntitle: x\ndate: y\n\n---\n风筝飞。\n"),
    "two plus signs below a blank line": ('+++\ntitle = "x"\n\n++\n\nK.\n', [4], '+++\ntitle = "x"\n\n+++\n\nK.\n'),
    "a rule below a heading": ("---\ntitle: x\ndate: y\n\n# K\n\n- - -\n\nT.\n", [3], "---\ntitle: x\ndate: y\n---\n\n# K\n\n- - -\n\nT.\n"),
    "stars below a blank line": ("---\ntitle: x\ndate: y\n\n***\n\nT.\n", [3], "---\ntitle: x\ndate: y\n---\n\n***\n\nT.\n"),
    "no closing fence below a list in brackets": (
        '+++\ntitle = "x"\naliases = [\n  "a",\n  "b",\n]\n\n凧。\n',
        [6],
        '+++\ntitle = "x"\naliases = [\n  "a",\n  "b",\n]\n+++\n\n凧。\n',
    ),
    "no closing fence below a list with its items at the margin": (
        '+++\ntitle = "x"\ntags = [\n"a",\n"b"\n]\n\n[extra]\nc = true\n\nT.\n',
        [9],
        '+++\ntitle = "x"\ntags = [\n"a",\n"b"\n]\n\n[extra]\nc = true\n+++\n\nT.\n',
    ),
    "a misspelt closing fence below a group in braces": (
        "---\ntitle: x\ncover: {\n  image: a\n}\n--\n\nT.\n",
        [6],
        "---\ntitle: x\ncover: {\n  image: a\n}\n---\n\nT.\n",
    ),
    "no closing fence below a key left out": ("---\ntitle: x\ndate: y\n# tags: a\n\nT.\n", [4], "---\ntitle: x\ndate: y\n# tags: a\n---\n\nT.\n"),
    "no closing fence above a quotation": (
        "---\nlayout: post\ntitle: 凧\n\n> quoted\n\n* * *\n\nText: b\n\n---\n\nT.\n",
        [5],
        "---\nlayout: post\ntitle: 凧\n---\n\n> quoted\n\n* * *\n\nText: b\n\n---\n\nT.\n",
    ),
    "no closing fence above a text that begins as a key": (
        "---\nlayout: post\ntitle: x\n\nHello: this is a text\nand more.\n\n---\n\nT.\n",
        [5],
        "---\nlayout: post\ntitle: x\n---\n\nHello: this is a text\nand more.\n\n---\n\nT.\n",
    ),
    "a second front matter that is broken": ("---\ntitle: x\ntags: [a]\n---\n---\ntitle: @凧\ntags: [a]\n---\n\nK.\n", [5], None),
    "text with colons between two rules": ("---\ntitle: x\ntags: [a]\n---\n\n---\nTitle: kites: a story\nTags: none\nThey fly.\n\n---\n\nK.\n", [], None),
    "text above keys of Docusaurus": ("Kites fly.\n\n---\nid: kites\ntitle: 凧\n---\n\nK.\n", [1], None),
    "text above keys of Docusaurus alone": ("Kites fly.\n\n---\nsidebar_label: 凧\nsidebar_position: 6\n---\n\nK.\n", [1], None),
    "text above one key that others have": ("Kites fly.\n\n---\nid: kites\nheight: a mile\n---\n\nK.\n", [], None),
    "keys with capitals below a blank line": ("---\ntitle: x\n\nAuthor: Jo\nCity: 東京\n---\n\nT.\n", [], None),
    "dashes below a blank line among keys of TOML": (
        '+++\ntitle = "x"\n\n---\n\nweight = 1\n+++\n\nK.\n',
        [4],
        '+++\ntitle = "x"\n\nweight = 1\n+++\n\nK.\n',
    ),
    "backticks for the closing fence, code below": (
        "---\ntitle: x\ndate: y\n```\n\nT.\n\n---\n\nK.\n",
        [4],
        "---\ntitle: x\ndate: y\n---\n\nT.\n\n---\n\nK.\n",
    ),
    "a heading above front matter": ("# 凧\n\n---\ntitle: x\nlayout: y\n---\n\nT.\n", [1], None),
    "a template tag above front matter": ("{% raw %}\n---\ntitle: x\nlayout: y\n---\n\nT.\n", [1], None),
    "a heading above other keys": ("# 凧\n\n---\nname: x\nrole: y\n---\n\nT.\n", [], None),
    "a comment above an indented fence": ("<!-- a -->\n  ---\ntitle: x\n---\n\nT.\n", [1], None),
    "a text above an indented fence": ("Kites.\n  ---\ntitle: x\ndate: y\n---\n\nT.\n", [], None),
    "a list of pages": ("---\n- a: b\n- c: d\n---\n\nT.\n", [], None),
    "JSON by name without braces": ('---json\n"title": "凧",\n"date": "2021-11-07"\n---\n\nT.\n', [2], None),
    "JSON with a comma too many in one line": ('---json\n{"title": "凧",}\n---\n\nT.\n', [2], '---json\n{"title": "凧"}\n---\n\nT.\n'),
    "two dashes each, and an open quote": (
        '--\ntitle: "凧 one\ndate: 2021-11-07\n--\n\nT.\n',
        [1, 2],
        '---\ntitle: "凧 one"\ndate: 2021-11-07\n---\n\nT.\n',
    ),
    "no closing fence above a remark": (
        "---\ntitle: x\ndate: y\n\nWarning: never do: this\n\nText.\n",
        [3],
        "---\ntitle: x\ndate: y\n---\n\nWarning: never do: this\n\nText.\n",
    ),
    "no closing fence below an object": (
        '---json\n{\n  "title": "凧",\n\n  "x": 1,\n}\n\nText.\n',
        [6, 5],
        '---json\n{\n  "title": "凧",\n\n  "x": 1\n}\n---\n\nText.\n',
    ),
    "no closing fence below an object, and a rule": (
        '---json\n{"title": "凧"}\n\nText.\n\n---\n\nMore.\n',
        [2],
        '---json\n{"title": "凧"}\n---\n\nText.\n\n---\n\nMore.\n',
    ),
    "no closing fence and no brace above a heading with one": (
        '---json\n{\n  "title": "凧",\n  "slug": "b"\n\n## Kites {#top}\n\nText.\n',
        [4, 4],
        None,
    ),
    "no closing fence and no brace above code and a rule": (
        '---json\n{\n  "title": "凧"\n\n```js\nfunction f() {\n}\n```\n\n---\n\nText.\n',
        [3],
        None,
    ),
    "the closing fence behind an object": ('---json\n{\n"title": "凧"\n}---\n\nT.\n', [4], '---json\n{\n"title": "凧"\n}\n---\n\nT.\n'),
    "two dashes below an object": ('---json\n{"title": "凧"}\n--\n\nT.\n', [3], '---json\n{"title": "凧"}\n---\n\nT.\n'),
    "the closing fence behind an object, and a rule": (
        '---json\n{"title": "凧"} ---\n\nText.\n\n---\n\nMore.\n',
        [2],
        '---json\n{"title": "凧"}\n---\n\nText.\n\n---\n\nMore.\n',
    ),
    "a brace too many between fences": ('---json\n{\n"title": "凧"\n}}\n---\n', [4], '---json\n{\n"title": "凧"\n}\n---\n'),
    "a broken object with a blank line, between fences": (
        '---json\n{\n"title": "凧",\n\n"a" 1\n}\n---\n',
        [5],
        '---json\n{\n"title": "凧",\n\n"a": 1\n}\n---\n',
    ),
    "text behind an object": ('---json\n{"title": "凧"} Text.\n', [2, 2], None),
    "no closing fence of Hexo's JSON": (';;;\n"title": "凧"\n\nText.\n', [2], ';;;\n"title": "凧"\n;;;\n\nText.\n'),
    "no closing fence below one key of TOML": ('+++\nname = "凧"\n\nText.\n', [2], '+++\nname = "凧"\n+++\n\nText.\n'),
    "no closing fence below one key of a named syntax": ("---yaml\nname: 凧\n\nText.\n", [2], "---yaml\nname: 凧\n---\n\nText.\n"),
    "a line of text between plus signs": ("+++\nKites fly\n+++\n\nText.\n", [], None),
    "what AsciiDoc passes through": ('++++\n<video src="a"></video>\n++++\n\nText.\n', [], None),
    "a key of two words between plus signs": ("+++\nmy key = 1\n+++\n", [2], '+++\n"my key" = 1\n+++\n'),
    "no closing fence below a list with a blank line": (
        '+++\ntags = [\n"a",\n\n"b"\n]\n\nText.\n',
        [6],
        '+++\ntags = [\n"a",\n\n"b"\n]\n+++\n\nText.\n',
    ),
    "a sentence below TOML": (
        '+++\ntitle = "A"\n\nos.path = "x" sets it.\n\nText.\n',
        [2],
        '+++\ntitle = "A"\n+++\n\nos.path = "x" sets it.\n\nText.\n',
    ),
    "no closing fence, and a text at the margin": (
        "---\ntitle: 凧\nsummary: >\nKites\nfly.\ntags: [a]\n\nText.\n",
        [6, 4],
        "---\ntitle: 凧\nsummary: >\n  Kites\n  fly.\ntags: [a]\n---\n\nText.\n",
    ),
    "no closing fence, and what may be a text at the margin": ("---\ntitle: 凧\nsummary: |\nText.\n\nMore.\n", [3], None),
    "plus signs above a text": ("+++\nname: 凧\n\nText.\n", [], None),
    "a group in braces without the last": (
        '---\n{ "title": "凧", "date": "2021-11-07"\n---\n\nText.\n',
        [2],
        '---\n{ "title": "凧", "date": "2021-11-07"}\n---\n\nText.\n',
    ),
    "no closing fence, and a blank missing": (
        '---\ntitle:"凧"\nlayout: post\n\nText.\n',
        [3, 2],
        '---\ntitle: "凧"\nlayout: post\n---\n\nText.\n',
    ),
    "a fence behind the last value, below a line that is no key": (
        "---\ntitle: A\nPlanner Helper\nurl: /a ---\n\nText.\n",
        [4, 3],
        "---\ntitle: A\n  Planner Helper\nurl: /a\n---\n\nText.\n",
    ),
    "a table whose part has its own above": ('+++\ntitle = "x"\n[a.b]\nc = 1\n\n[a]\nb.d = 2\n\n+++\n', [7], None),
    "a text without quotes below a blank line": (
        '+++\ntitle = "x"\n\n[a]\nb.c = Kites fly\n\n+++\n',
        [5],
        '+++\ntitle = "x"\n\n[a]\nb.c = "Kites fly"\n\n+++\n',
    ),
    "no closing fence below a text of several lines": (
        '+++\ntitle = "x"\nsummary = """\nKites\n\nfly.\n"""\nparams.a = 1\n\nT.\n',
        [8],
        '+++\ntitle = "x"\nsummary = """\nKites\n\nfly.\n"""\nparams.a = 1\n+++\n\nT.\n',
    ),
    "no closing brace below a group in one line": (
        '{\n  "title": "x",\n  "a": {\n    "b": {"c": 1}\n  },\n  "d": "e"\n\nT.\n',
        [6],
        '{\n  "title": "x",\n  "a": {\n    "b": {"c": 1}\n  },\n  "d": "e"\n}\n\nT.\n',
    ),
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
    assert_told_and_mended(written or "", rows, other)


@pytest.mark.parametrize(
    "keys",
    [
        "title: Kites\n\nDescription: They fly.\n",
        "title: Kites\n\nCopyright: Ann Ltd.\n",
        "title: Kites\n\nNote: They fly.\n\nLater: They do not.\n",
        "title: Kites\n\nNote: They fly.\n\ntags: [a]\n",
        "title: Kites\nNote: They fly.\n",
        "Title: Kites\n\nNote: They fly.\n",
        "summary: >\n  Kites\n\n  Note: They fly.\n",
    ],
)
def test_a_key_like_a_sentence_is_one(keys: str) -> None:
    assert parse(Source("article.md", f"---\n{keys}\n---\n\nK.\n")).problems == ()


def test_lines_that_end_with_cr_alone_are_lines() -> None:
    assert_told_and_mended("---\ra:\r  - b\r    - c\r---\r", [4], "---\ra:\r  - b\r  - c\r---\r")
    assert_told_and_mended("---\rtags: a\r- b\r---\r", [2], "---\rtags:\r- a\r- b\r---\r")
    assert_told_and_mended("---\rtags:\r- b\r- a draft: true\r---\r", [4], "---\rtags:\r- b\r- a\rdraft: true\r---\r")


def test_a_key_too_long_for_yaml_is_told_whatever_ends_its_line() -> None:
    for line_end in ("\n", "\r\n"):
        assert_told_and_mended(f"---{line_end}title: x{line_end}{'k' * 1100}: y{line_end}---{line_end}", [3], None)


@pytest.mark.parametrize(("text", "rows", "mended"), _cases())
def test_a_mistake_is_told_where_and_mended_as_a_person_would(text: str, rows: list[int], mended: str | None) -> None:
    assert_told_and_mended(text, rows, mended)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param('+++\ntitle = "x"\nimage =\ntags = [a]\n+++\n', [3, 4], id="no value"),
        pytest.param('+++\ntitle = "x"\nauthor = null\nimage =\n+++\n', [3, 4], id="no value below a word for nothing"),
        pytest.param(
            "- - -\ntitle: Kites 9 author: Wale contributors: Steven\n- - -\n\nK.\n",
            [1, 2],
            id="keys in one line between dashes apart",
        ),
        pytest.param('+++\ntags =\n["a",\n"b"]\n+++\n', [2], id="a value below its key"),
        pytest.param('{\n  "title": "a\nb",\n  "tags": ["a",]\n}\n', [2, 4], id="a line break in a text of JSON"),
        pytest.param('{\n  "title": "a\n  "tags": ["a",]\n}\n', [2], id="a text of JSON that is never closed"),
        pytest.param("---\nlink: @凧\ncreated: <% tp.date.now() %>\n---\n", [2, 3], id="an editor's mark for a date"),
        pytest.param(
            "---\nfoo:\n    a: b\n  permalink: /x/\n    deeper: 1\nbar: @1\n---\n",
            [4, 6],
            id="a key between two depths that has a value and parts",
        ),
    ],
)
def test_what_has_no_mend_hides_no_fault_below(text: str, rows: list[int]) -> None:
    for written in (text, text.replace("\n", "\r\n")):
        source = Source("article.md", written)
        assert [source.position(problem.span.start).row for problem in parse(source).problems] == rows


def assert_told_and_mended(text: str, rows: list[int], mended: str | None) -> None:
    """Problems are told in these rows, and their mends, one after the other, leave that text; None for none."""
    source = Source("article.md", text)
    told = parse(source).problems
    assert [source.position(problem.span.start).row for problem in told] == rows, told
    assert all(edit.text != edit.span.of(text) for problem in told for edit in problem.mend), told
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


# above a fence, of which Hexo needs no other
HEXO: dict[str, tuple[str, list[int], str | None]] = {
    "a colon, above a blank line": ("title: 凧: one\ndate: 2021-11-07\n\n", [1], 'title: "凧: one"\ndate: 2021-11-07\n\n'),
    "items on their key's line": ("tags: - 凧 - sky\ntype: article\n\n", [1], "tags:\n  - 凧\n  - sky\ntype: article\n\n"),
    "an open quote": ('title: "凧 one\ndate: 2021-11-07\n', [1], 'title: "凧 one"\ndate: 2021-11-07\n'),
    "no blank behind the first colon": ("title:凧 one\ndate: 2021-11-07\n", [1], "title: 凧 one\ndate: 2021-11-07\n"),
    "no blank behind any colon": ("title:凧\ndate:2021-11-07\n", [1, 2], "title: 凧\ndate: 2021-11-07\n"),
    "wide colons": ("title：凧\ndate：2021-11-07\n", [1, 2], "title: 凧\ndate: 2021-11-07\n"),
    "an open bracket in several lines": ('title: 凧: one\ntags: [\n"a", "b"\n]\ndate: 2021-11-07\n', [1], 'title: "凧: one"\ntags: [\n"a", "b"\n]\ndate: 2021-11-07\n'),
    "text above a rule": ("Note: kites: a text.\n\nThey fly.\n\n", [], None),
    "a text that begins with known words": ("Summary: kites: a text\nTitle: none\nThey fly.\n\n", [], None),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "rows", "mended"), HEXO.values(), ids=HEXO)
def test_a_mistake_below_no_opening_fence_is_told_where_hexo_needs_none(
    keys: str, rows: list[int], mended: str | None
) -> None:
    below = "---\n\nKites.\n"
    source = Source("source/_posts/kites.md", keys + below)
    told = parse(source).problems
    assert [source.position(problem.span.start).row for problem in told] == rows, told
    edited = source.edited([edit for problem in told for edit in problem.mend])
    assert edited.text == (keys if mended is None else mended) + below


# each: a value that goes on at the margin, and how Hexo reads it
AT_THE_MARGIN = {
    "a text": ('summary: "one\n二 two"\n', 'summary: "one\n  二 two"\n'),
    "a text with a blank line": ("summary: 'one\n\ntwo'\ntitle: x\n", "summary: 'one\n\n  two'\ntitle: x\n"),
    "a list": ("tags: [\na,\n凧\n]\n", "tags: [\n  a,\n  凧\n]\n"),
    "an item": ('tags:\n- "a\nb"\n- c\n', 'tags:\n- "a\n    b"\n- c\n'),
    "a group": ("cover: {a: b,\nc: d}\n", "cover: {a: b,\n  c: d}\n"),
    "sound ones": ('a: "b\n  c"\nd: [\n  e\n]\nf: |\n  g\n# h\n标题: i\n', None),
}


@pytest.mark.parametrize(("keys", "mended"), AT_THE_MARGIN.values(), ids=AT_THE_MARGIN)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_value_at_the_margin_is_told_where_hexo_reads_it_and_safely_indented(
    keys: str, mended: str | None, line_end: str
) -> None:
    text, expected = (f"---\n{each}---\n\nKites.\n".replace("\n", line_end) for each in (keys, mended or keys))
    path = "source/_posts/kites.md"
    found = [finding for finding in check(text, path).findings if finding.rule == "front-matter-unreadable"]
    assert [finding.severity for finding in found] == ["warning"] * (mended is not None)
    assert fix(text, path) == fix(expected, path) == expected
    assert parse(Source("content/kites.md", text)).problems == ()


@pytest.mark.parametrize(
    ("keys", "kinds"),
    [
        pytest.param("title: 凧: one\nlayout: a\nlayout: b\n", ["front-matter-unreadable", "duplicate-key"], id="sure"),
        pytest.param(
            "a:\n  b:\n    c: 1\n    d:\n      - e:\nf:\n    c: 1\n    g:\n  h:\n    c: 2\n",
            ["front-matter-unreadable"],
            id="a guess",
        ),
    ],
)
def test_a_key_twice_is_told_beside_a_fault_whose_mend_is_no_guess(keys: str, kinds: list[str]) -> None:
    told = parse(Source("article.md", f"---\n{keys}---\n\nKites.\n")).problems
    assert [problem.kind for problem in told] == kinds


def test_no_mistake_is_told_twice() -> None:
    told = parse(Source("article.md", "---\ntitle: a\na.b = 1\n\nk1: 'x' # …\n- a\n---\n")).problems
    assert len({(problem.span, problem.message) for problem in told}) == len(told) == 1


def test_no_mend_leaves_the_text_as_it_is() -> None:
    source = Source("article.md", "---\ntitle: X\nlinks:\n  - name: a\n  rl: b\n    name: c\n  rl: d\n---\n\nKites.\n")
    mends = [problem.mend for problem in parse(source).problems if problem.mend]
    assert mends
    assert all(source.edited(mend).text != source.text for mend in mends)
