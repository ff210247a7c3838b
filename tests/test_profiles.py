"""Each profile: a sound article of its generator finds nothing, unsound ones find what breaks the site."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from contentlint.checking import check
from contentlint.config import Config
from contentlint.parsing import parse
from contentlint.profiles import PROFILES
from contentlint.schema import JsonSchema
from contentlint.schema.parts import holding_at
from contentlint.schema.shipped import shipped_schema
from contentlint.setting import Setting
from contentlint.text import Source

NAMES = [name for name in PROFILES if name]
SCHEMAS = Path(__file__).parent.parent / "schemas"
BODY = """
The bridge over the Aller was closed on Monday, after engineers had found a crack in one of its piers.

<!--more-->

## What happens now

Buses go by way of [Celle](https://example.org/celle). The repair takes about three weeks.

- Cyclists use the footbridge.
- Lorries take the motorway.

![The old bridge, seen from the west bank](/images/bridge.jpg)
"""
SOUND = [
    pytest.param("hexo", "source/_posts/bridge.md", """---
title: 大桥因裂缝关闭
date: 2024-03-04 08:30:00
updated: 2024-03-05 09:00:00
categories:
  - [交通, 桥梁]
  - [本地]
tags:
  - 桥
  - 公交
permalink: posts/bridge/
thumbnail: /images/bridge.jpg
comments: false
lang: zh-CN
---
""", id="hexo, YAML"),
    pytest.param("hexo", "source/_posts/older.md", """title: The bridge is closed
date: 2024-03-04 08:30:00
categories: Traffic
tags: [bridge, bus]
toc: true
---
""", id="hexo, without an opening fence"),
    pytest.param("hexo", "source/_posts/json.md", """"title": "The bridge is closed",
"date": "2024-03-04 08:30:00",
"tags": ["bridge"]
;;;
""", id="hexo, JSON"),
    pytest.param("hugo", "content/posts/bridge.md", """+++
title = "The bridge is closed"
date = 2024-03-04T08:30:00+01:00
lastmod = 2024-03-05
draft = false
weight = 10
tags = ["bridge", "bus"]
categories = ["Traffic"]
aliases = ["/2024/bridge/"]
slug = "bridge"
[params]
author = "Ida Brandt"
[sitemap]
priority = 0.5
+++
""", id="hugo, TOML"),
    pytest.param("hugo", "content/posts/bridge.md", """---
title: The bridge is closed
linkTitle: Bridge
date: 2024-03-04T08:30:00+01:00
publishDate: 2024-03-04T09:00:00+01:00
expirydate: 2025-03-04
keywords: [bridge, bus]
menu:
  main:
    weight: 20
build:
  list: never
  render: always
cascade:
  - params:
      banner: bridge
resources:
  - src: images/*.jpg
    title: The bridge
outputs: [html, rss]
isCJKLanguage: false
---
""", id="hugo, YAML"),
    pytest.param("hugo", "content/posts/bridge.md", """{
  "title": "The bridge is closed",
  "date": "2024-03-04T08:30:00+01:00",
  "draft": true,
  "type": "post"
}
""", id="hugo, JSON"),
    pytest.param("jekyll", "_posts/2024-03-04-bridge.md", """---
layout: post
title: "The bridge is closed"
date: 2024-03-04 08:30:00 +0100
last_modified_at: 2024-03-05 09:00:00 +0100
categories: traffic local
tags: [bridge, [bus, 34]]
comments: 121
author: ida
excerpt_separator: <!--more-->
permalink: /traffic/bridge/
redirect_from:
  - /old/bridge/
image:
  path: /images/bridge.jpg
  alt: The old bridge
published: true
---
""", id="jekyll"),
    pytest.param("astro", "src/content/blog/bridge.md", """---
title: The bridge is closed
description: After a crack was found, buses go by way of Celle.
pubDate: 2024-03-04
updatedDate: 2024-03-05
heroImage: ../../assets/bridge.jpg
tags: ["bridge", "bus"]
draft: false
---
""", id="astro, a blog"),
    pytest.param("astro", "src/content/docs/bridge.md", """---
title: Crossing the bridge
description: How to cross it.
sidebar:
  order: 2
  label: Bridge
  badge:
    text: New
    variant: tip
tableOfContents:
  minHeadingLevel: 2
  maxHeadingLevel: 4
head:
  - tag: meta
    attrs:
      name: robots
      content: noindex
prev: false
next:
  link: /ferry/
  label: The ferry
lastUpdated: 2024-03-05
pagefind: false
---
""", id="astro, Starlight"),
    pytest.param("docs", "docs/bridge.md", """---
id: bridge
title: Crossing the bridge
sidebar_label: Bridge
sidebar_position: 2.5
slug: /bridge
description: How to cross it.
keywords: [bridge, crossing]
tags:
  - bridge
  - label: How-to
    permalink: /how-to
toc_max_heading_level: 4
hide_title: false
pagination_next: null
custom_edit_url: null
last_update:
  date: 2024-03-05
  author: Ida Brandt
---
""", id="docs, Docusaurus"),
    pytest.param("docs", "docs/bridge.md", """---
title: Crossing the bridge
icon: material/bridge
status: new
hide:
  - navigation
  - toc
search:
  boost: 2
  exclude: false
tags: [bridge]
---
""", id="docs, MkDocs with Material"),
    pytest.param("docs", "docs/bridge.md", """---
title: Crossing the bridge
outline: [2, 3]
aside: left
lastUpdated: true
editLink: false
prev:
  text: The ferry
  link: /ferry
---
""", id="docs, VitePress"),
    pytest.param("docs", "docs/bridge.md", """---
description: How to cross it.
icon: bridge
layout:
  title:
    visible: true
  outline:
    visible: false
---
""", id="docs, GitBook"),
    pytest.param("docs", "docs/bridge.md", """---
title: Crossing the bridge
slug: Web/API/Bridge
page-type: web-api-interface
status:
  - deprecated
  - non-standard
---
""", id="docs, MDN"),
    pytest.param("news", "2024/bridge.md", """---
title: 大桥因裂缝关闭
date: 2024-03-04T08:30:00+08:00
author: 王芳
editor: 梁斌
source: 本报
categories: [交通]
thumbnail: https://example.org/images/bridge.jpg
---
""", id="news"),
]  # fmt: skip


@pytest.mark.parametrize(("profile", "path", "front_matter"), SOUND)
def test_a_sound_article_finds_nothing(profile: str, path: str, front_matter: str, tmp_path: Path) -> None:
    config = Config(tmp_path, values={"profile": profile, "select": ["recommended"]})
    plan = config.plan_for(path)
    document = parse(Source(path, front_matter + BODY), plan.setting)
    assert document.front_matter is not None
    assert document.front_matter.readable
    assert [(finding.rule, finding.message) for finding in check(document, plan.rules)] == []


UNSOUND = [
    ("hexo", {"title": ["a"]}, "title"),
    ("hexo", {"date": 2024}, "date"),
    ("hexo", {"published": "false"}, "published"),
    ("hexo", {"categories": {"a": "b"}}, "categories"),
    ("hexo", {"tags": [["a"]]}, "tags"),
    ("hexo", {"disableNunjucks": "yes"}, "disableNunjucks"),
    ("hugo", {"draft": "yes"}, "draft"),
    ("hugo", {"date": "soon"}, "date"),
    ("hugo", {"weight": "ten"}, "weight"),
    ("hugo", {"aliases": {"a": "/b/"}}, "aliases"),
    ("hugo", {"params": "a"}, "params"),
    ("hugo", {"build": {"list": "nevre"}}, "build"),
    ("hugo", {"resources": {"src": "a"}}, "resources"),
    ("hugo", {"expiryDate": True}, "expiryDate"),
    ("jekyll", {"published": "no"}, "published"),
    ("jekyll", {"permalink": ["/a/"]}, "permalink"),
    ("jekyll", {"layout": {"name": "post"}}, "layout"),
    ("jekyll", {"tags": {"a": 1}}, "tags"),
    ("jekyll", {"tags": [[{"a": 1}]]}, "tags"),
    ("jekyll", {"redirect_from": 7}, "redirect_from"),
    ("astro", {"draft": "false"}, "draft"),
    ("astro", {"pubDate": 20240304}, "pubDate"),
    ("astro", {"head": [{"content": "a"}]}, "head"),
    ("astro", {"sidebar": {"order": "first"}}, "sidebar"),
    ("astro", {"sidebar": {"badge": {"text": "New", "variant": "cuation"}}}, "sidebar"),
    ("astro", {"tableOfContents": {"minHeadingLevel": 9}}, "tableOfContents"),
    ("docs", {"sidebar_position": "2"}, "sidebar_position"),
    ("docs", {"hide_title": "true"}, "hide_title"),
    ("docs", {"toc_max_heading_level": 7}, "toc_max_heading_level"),
    ("docs", {"tags": [{"permalink": "/a"}]}, "tags"),
    ("docs", {"search": {"boost": "high"}}, "search"),
    ("docs", {"id": 7}, "id"),
    ("news", {"title": "A", "date": "2024-03-04", "editor": 7}, "editor"),
    ("news", {"title": None, "date": "2024-03-04"}, "title"),
    ("news", {"title": "A", "date": "yesterday"}, "date"),
]


@pytest.mark.parametrize(("profile", "data", "key"), UNSOUND, ids=[f"{name}-{key}" for name, _, key in UNSOUND])
def test_an_unsound_article_is_told_at_its_key(profile: str, data: dict[str, Any], key: str) -> None:
    violations = shipped_schema(profile).violations(data)
    assert {violation.path[0] for violation in violations} == {key}
    assert all("\n" not in violation.message for violation in violations)


def test_no_key_is_a_slip_of_one_that_stands_there(tmp_path: Path) -> None:
    plan = Config(tmp_path, values={"select": ["unknown-key"]}).plan_for("a.md")
    (finding,) = check(parse(Source("a.md", "---\ntitle: Kites\ntitel: 凧\n---\n"), plan.setting), plan.rules)
    assert finding.message == 'the schema does not know the key "titel": correct it, or add it to the schema'


def test_news_needs_a_headline_and_a_date() -> None:
    messages = [violation.message for violation in shipped_schema("news").violations({"author": "王芳"})]
    assert messages == [
        'add "title": The headline that readers and search engines see.',
        'add "date": When the article was published.',
    ]


@pytest.mark.parametrize(
    ("front_matter", "end"),
    [
        ("publishedAt: 2021-11-07", ' ("publishedAt" holds a date: is it meant?)'),
        ("updatedAt: 2021-11-07", ""),
        ("published: true", ""),
    ],
    ids=["published under another key", "only changed", "no date"],
)
def test_news_is_told_where_its_date_may_be(front_matter: str, end: str, tmp_path: Path) -> None:
    plan = Config(tmp_path, values={"profile": "news", "select": ["schema-violation"]}).plan_for("a.md")
    (finding,) = check(
        parse(Source("a.md", f"---\ntitle: 风筝\n{front_matter}\n---\n\n风\n"), plan.setting), plan.rules
    )
    assert finding.message == f'add "date": When the article was published.{end}'


@pytest.mark.parametrize("profile", ["article", *NAMES])
def test_a_schema_is_sound_and_describes_every_key(profile: str) -> None:
    schema = JsonSchema.load(SCHEMAS / f"{profile}.schema.json", SCHEMAS)
    assert schema.raw["$schema"].endswith("2020-12/schema")
    assert schema.raw.get("additionalProperties", True) is True, "sites add keys of their own"
    for key, part in schema.properties.items():
        assert any(each.get("description") for each in holding_at(schema.raw, part)), key
    assert json.loads((SCHEMAS / f"{profile}.schema.json").read_text("utf-8")) == schema.raw


@pytest.mark.parametrize("profile", NAMES)
def test_a_schema_knows_the_profile_s_keys(profile: str) -> None:
    own = PROFILES[profile]
    known = {key.lower() for key in shipped_schema(profile).properties}
    for keys in (own.title_keys, own.draft_keys):
        assert {key.lower() for key in keys} <= known
    assert {key.lower() for key in own.permalink_keys} & known
    assert {key.lower() for key in own.date_keys} & known


CORPORA = {
    "jekyll-docs": "jekyll", "astro-docs": "astro", "hugoDocs": "hugo", "digitalgov": "hugo", "18f": "jekyll",
    "simplystats": "hugo", "rust-blog": "",
}  # fmt: skip


@pytest.mark.parametrize("corpus", CORPORA)
def test_real_sites_keep_the_schema_of_their_generator(shared: Path, corpus: str) -> None:
    profile = PROFILES[CORPORA[corpus]]
    schema = shipped_schema(profile.name or "article")
    setting = Setting(profile, schema, True, lambda: datetime(2026, 1, 1, tzinfo=UTC))
    broken = []
    for file in sorted((shared / "corpora" / "content" / corpus).rglob("*")):
        if file.is_file():
            document = parse(Source.decode(file.as_posix(), file.read_bytes()), setting)
            broken += [(file.name, violation.message) for violation in schema.violations(document.data)]
    assert broken == []
