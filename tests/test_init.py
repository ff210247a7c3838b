"""`contentlint init`: what it sees, what it writes, and that it overwrites nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from contentlint.cli import cli
from contentlint.config_file import load_config
from contentlint.errors import ConfigError
from contentlint.generators import generator_of
from contentlint.schema import JsonSchema
from contentlint.survey import Article, languages_of
from tests.conftest import SHARED

CONTENT = SHARED / "corpora" / "content"
ARTICLE = "---\ntitle: Kites {0}\ndate: 2021-11-{0:02}\n---\nText.\n"


def _init(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["init", *arguments], standalone_mode=False)


def _articles(folder: Path, number: int = 5) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for each in range(1, number + 1):
        (folder / f"kite-{each}.md").write_text(ARTICLE.format(each), "utf-8")


GENERATORS = [
    pytest.param({"_config.yml": "title: x\nplugins:\n  - jekyll-feed\n"}, "Jekyll", "jekyll", id="jekyll"),
    pytest.param(
        {"_config.yml": "title: x\n", "Gemfile": 'gem "jekyll"\n'}, "Jekyll", "jekyll", id="jekyll by its Gemfile"
    ),
    pytest.param(
        {"_config.yml": "title: x\nsource_dir: source\npublic_dir: public\npermalink: :title/\n"},
        "Hexo",
        "hexo",
        id="hexo",
    ),
    pytest.param(
        {"_config.yml": "title: x\n", "package.json": '{"dependencies": {"hexo": "^7"}}'},
        "Hexo",
        "hexo",
        id="hexo by its package",
    ),
    pytest.param({"hugo.toml": ""}, "Hugo", "hugo", id="hugo.toml"),
    pytest.param({"hugo.yaml": ""}, "Hugo", "hugo", id="hugo.yaml"),
    pytest.param({"config.toml": 'baseURL = "https://x.example"\n'}, "Hugo", "hugo", id="hugo's older config"),
    pytest.param({"config/_default/config.toml": ""}, "Hugo", "hugo", id="hugo's config folder"),
    pytest.param({"config.toml": 'base_url = "https://x.example"\n'}, "Zola", "", id="zola is no hugo"),
    pytest.param({"astro.config.mjs": "export default {}"}, "Astro", "astro", id="astro"),
    pytest.param(
        {"site/astro.config.ts": "import starlight from '@astrojs/starlight'"},
        "Astro with Starlight",
        "astro",
        id="astro, one down",
    ),
    pytest.param({"mkdocs.yml": "site_name: x\n"}, "MkDocs", "docs", id="mkdocs"),
    pytest.param({"docusaurus.config.js": ""}, "Docusaurus", "docs", id="docusaurus"),
    pytest.param({"docs/.vuepress/config.ts": ""}, "VuePress", "docs", id="vuepress"),
    pytest.param({"_config.yml": "title: x\n", "_toc.yml": "root: a\n"}, "Jupyter Book", "docs", id="jupyter book"),
    pytest.param({"content/posts/_index.md": "", "content/posts/a.md": ""}, "Hugo", "hugo", id="by hugo's sections"),
    pytest.param({"eleventy.config.js": ""}, "Eleventy", "", id="eleventy"),
    pytest.param({"_posts/2021-11-07-a.md": ""}, "Jekyll", "jekyll", id="by a folder"),
    pytest.param({"_config.yml": "title: x\n", "a.md": ""}, "Jekyll", "jekyll", id="jekyll by its bare config"),
    pytest.param({"_config.yml": "menu: {}\n", "layout/a.ejs": "", "docs/a.md": ""}, None, "", id="a theme for hexo"),
    pytest.param({"next.config.js": "", "_posts/a.md": ""}, "Next.js", "", id="no jekyll"),
    pytest.param({"gatsby-config.ts": "", "src/content/a.md": ""}, "Gatsby", "", id="no astro"),
    pytest.param({"next.config.js": "", "docs/mkdocs.yml": ""}, "MkDocs", "docs", id="documentation of an app"),
    pytest.param({"source/_posts/a.md": ""}, "Hexo", "hexo", id="by hexo's folder"),
    pytest.param({"config.json": "{}", "package.json": "["}, None, "", id="none"),
]


@pytest.mark.parametrize(("tree", "name", "profile"), GENERATORS)
def test_the_generator(tmp_path: Path, tree: dict[str, str], name: str | None, profile: str) -> None:
    for path, text in tree.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    found = generator_of(tmp_path, [path for path in tree if path.endswith(".md")])
    assert (found.name if found else None, found.profile if found else "") == (name, profile)


def test_languages() -> None:
    articles = [
        Article("a.md", {"lang": "pt-BR"}, "yaml"),
        Article("content/zh-cn/b.md", {}, "yaml"),
        Article("content/en/c.md", {}, "yaml"),
        Article("d.md", {"title": "大桥"}, "yaml"),
        Article("e.md", {"title": "はし"}, "yaml"),
        Article("js/f.md", {"title": "Bridge"}, "yaml"),
    ]
    assert languages_of(articles) == {"pt-BR": 1, "zh-cn": 1, "en": 1, "zh": 1, "ja": 1}


def test_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _articles(tmp_path / "content" / "en")
    (tmp_path / "hugo.toml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    run = _init()
    assert run.exception is None
    text = (tmp_path / "contentlint.toml").read_text("utf-8")
    assert 'profile = "hugo"\n' in text
    assert "#   generator: Hugo (by hugo.toml)\n" in text
    assert "#   languages: en (5)\n" in text
    assert "#   keys: date (5), title (5)\n" in text
    config = load_config(tmp_path)
    assert config.get("profile") == "hugo"
    assert config.get("schema") == "contentlint.schema.json"
    config.plan_for("content/en/kite-1.md")
    for command in ("contentlint check ", "contentlint baseline ", "--output-format github"):
        assert command in run.stdout
    checked = CliRunner().invoke(cli, ["check", "--no-cache", "--select", "front-matter"], standalone_mode=False)
    assert checked.exception is None
    assert checked.return_value == 0


def test_forms_for_new_articles_are_counted_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _articles(tmp_path / "content", 4)
    (tmp_path / "archetypes").mkdir()
    (tmp_path / "archetypes" / "default.md").write_text("---\ntitle: '{{ .Name }}'\n---\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    told = _init().stdout
    assert "files: 5 content files\n" in told
    assert "front matter: 4 articles in YAML, 0 files without\nfor new articles: 1 form\n" in told


@pytest.mark.parametrize("name", ["contentlint.toml", ".contentlint.toml", "contentlint.schema.json"])
def test_nothing_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    _articles(tmp_path)
    (tmp_path / name).write_text("mine", "utf-8")
    monkeypatch.chdir(tmp_path)
    run = _init()
    assert isinstance(run.exception, ConfigError)
    assert str(run.exception).startswith(f"{name}: it is there already")
    assert (tmp_path / name).read_text("utf-8") == "mine"
    assert sorted(each.name for each in tmp_path.iterdir() if not each.name.startswith("kite")) == [name]


def test_a_pyproject_of_ours_is_a_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _articles(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.contentlint]\nselect = ["html"]\n', "utf-8")
    assert str(_init().exception).startswith("pyproject.toml: its [tool.contentlint] is a config already")
    (tmp_path / "pyproject.toml").write_text('[tool]\ncontentlint = {select = ["html"]}\n', "utf-8")
    assert isinstance(_init().exception, ConfigError)
    (tmp_path / "pyproject.toml").write_text('# no [tool.contentlint]\n[tool.other]\nselect = ["html"]\n', "utf-8")
    assert _init().exception is None


def test_few_articles_make_no_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _articles(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    run = _init()
    assert run.exception is None
    assert "that takes 3 articles with front matter, and there are 2" in run.output
    assert not (tmp_path / "contentlint.schema.json").exists()
    assert load_config(tmp_path).get("schema") == ""


def test_nothing_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert isinstance(_init().exception, ConfigError)
    assert isinstance(_init("absent").exception, ConfigError)
    assert not list(tmp_path.iterdir())


def test_a_folder_and_a_profile_by_name(tmp_path: Path) -> None:
    _articles(tmp_path)
    assert _init(str(tmp_path), "--profile", "news", "--no-schema").exception is None
    config = load_config(tmp_path)
    assert config.get("profile") == "news"
    assert config.get("schema") == ""


def test_what_is_seen_stays_a_comment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        (tmp_path / f"{number}.md").write_text(
            '---\n"a\\nselect = [1]": 1\n"b\\u0000\\e[31m": 2\ntitle: x\n---\n', "utf-8"
        )
    monkeypatch.chdir(tmp_path)
    assert _init().exception is None
    assert load_config(tmp_path).get("select") == ["recommended"]


@pytest.mark.skipif(not CONTENT.is_dir(), reason="the shared corpora are not beside this checkout")
@pytest.mark.parametrize("corpus", sorted(each.name for each in CONTENT.glob("[!.]*")) if CONTENT.is_dir() else [])
def test_real_sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corpus: str) -> None:
    site = tmp_path / "site"
    shutil.copytree(CONTENT / corpus, site)
    monkeypatch.chdir(site)
    run = _init()
    assert run.exception is None
    load_config(site).plan_for("content/a.md")
    JsonSchema.load(site / "contentlint.schema.json", site)
    assert json.loads((site / "contentlint.schema.json").read_text("utf-8"))["properties"]
    assert isinstance(_init().exception, ConfigError)
