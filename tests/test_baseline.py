"""The baseline: old findings are known, new ones are told."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Site

STYLE = "<style>p{}</style>\n\nKites.\n"


def test_a_red_wall_becomes_green_and_new_findings_are_told(site: Site) -> None:
    article = site.write("posts/a.md", STYLE)
    site.write("posts/b.md", STYLE)
    assert site.run("check").status == 1
    ran = site.run("baseline")
    assert ran.status == 0
    assert "2 known findings in 2 files" in ran.err
    data = json.loads((site.folder / "contentlint-baseline.json").read_text())
    assert data == {"version": 1, "files": {"posts/a.md": {"style-block": 1}, "posts/b.md": {"style-block": 1}}}
    ran = site.run("check")
    assert ran.status == 0
    assert "2 known by the baseline left out" in ran.err
    article.write_text(STYLE + "\n" + STYLE)
    assert site.found() == [("posts/a.md", "style-block", 5)]
    assert len(site.found("--no-baseline")) == 3
    assert len(site.found("--baseline", "contentlint-baseline.json")) == 1


def test_what_is_gone_is_told_and_pruned(site: Site) -> None:
    article = site.write("a.md", STYLE)
    site.write("b.md", STYLE)
    site.run("baseline")
    article.write_text("Kites.\n")
    ran = site.run("check")
    assert ran.status == 0
    assert "contentlint baseline --prune" in ran.err
    site.run("baseline", "--prune")
    assert json.loads((site.folder / "contentlint-baseline.json").read_text())["files"] == {"b.md": {"style-block": 1}}
    article.write_text(STYLE)
    assert site.run("check").status == 1


def test_what_was_not_asked_is_not_taken_for_gone(site: Site) -> None:
    site.write("a.md", STYLE)
    site.run("baseline")
    for flags in (("--select", "links"), ("--ignore", "style-block")):
        assert "--prune" not in site.run("check", *flags).err
    (site.folder / "a.md").unlink()
    site.write("b.md", "Kites.\n")
    ran = site.run("check")
    assert "1 finding of the baseline is gone: contentlint baseline --prune" in ran.err
    assert "a baseline is in use and leaves nothing out" in ran.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[1]", "this is no baseline"),
        ("{", "this is no baseline"),
        ('{"version": 1, "files": []}', "this is no baseline"),
        ('{"version": 2, "files": {}}', 'its "version" is not 1'),
        *(
            (
                f'{{"version": 1, "files": {{"a.md": {{"style-block": {count}}}}}}}',
                'of style-block in "a.md" is no whole',
            )
            for count in ("-1", "1.5", "1e999", "true", '"1"', "[]")
        ),
        ('{"version": 1, "files": {"a.md": 1}}', 'in "a.md" is no whole number'),
    ],
)
def test_a_broken_baseline_is_told(site: Site, text: str, told: str) -> None:
    site.write("a.md", STYLE)
    site.write("contentlint-baseline.json", text)
    ran = site.run("check")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "contentlint-baseline.json: " in ran.err
    assert told in ran.err


def test_a_name_that_no_file_can_have_is_gone(site: Site) -> None:
    site.write("a.md", "Kites.\n")
    site.write("contentlint-baseline.json", json.dumps({"version": 1, "files": {"k" * 5_000: {"style-block": 1}}}))
    ran = site.run("check")
    assert ran.status == 0
    assert "1 finding of the baseline is gone: contentlint baseline --prune" in ran.err
    site.run("baseline", "--prune")
    assert json.loads((site.folder / "contentlint-baseline.json").read_text())["files"] == {}


@pytest.mark.parametrize("flags", [[], ["--prune"], ["."]])
def test_what_is_known_of_a_file_that_could_not_be_checked_stays(site: Site, flags: list[str]) -> None:
    site.write("a.md", STYLE)
    article = site.write("b.md", STYLE)
    site.run("baseline")
    before = (site.folder / "contentlint-baseline.json").read_bytes()
    site.write("a.md", "Kites.\n")
    article.write_text("---\n$schema: none.json\n---\n" + STYLE)
    ran = site.run("baseline", *flags)
    assert ran.status == 2
    assert "contentlint: contentlint-baseline.json was not written: 1 file could not be checked" in ran.err
    assert (site.folder / "contentlint-baseline.json").read_bytes() == before


def test_the_config_may_name_it(site: Site) -> None:
    site.write("contentlint.toml", 'baseline = "known.json"\n')
    site.write("a.md", STYLE)
    assert site.run("baseline").status == 0
    assert (site.folder / "known.json").is_file()
    assert site.run("check").status == 0


def test_with_paths_the_rest_stays_known(site: Site) -> None:
    article = site.write("a.md", STYLE)
    site.write("b.md", STYLE)
    site.run("baseline")
    article.write_text(STYLE + "\n" + STYLE)
    site.run("baseline", "a.md")
    files = json.loads((site.folder / "contentlint-baseline.json").read_text())["files"]
    assert files == {"a.md": {"style-block": 2}, "b.md": {"style-block": 1}}


def test_in_a_folder_below_the_config_the_rest_stays_known(site: Site) -> None:
    site.write("contentlint.toml", "")
    site.write("a.md", STYLE)
    article = site.write("sub/b.md", STYLE)
    site.run("baseline")
    article.write_text(STYLE + "\n" + STYLE)
    Site(site.folder / "sub").run("baseline")
    files = json.loads((site.folder / "contentlint-baseline.json").read_text())["files"]
    assert files == {"a.md": {"style-block": 1}, "sub/b.md": {"style-block": 2}}


def test_from_above_the_config_it_is_written_anew(site: Site) -> None:
    site.write("conf/contentlint.toml", "")
    site.write("a.md", STYLE)
    gone = site.write("b.md", STYLE)
    site.run("baseline", "--config", "conf/contentlint.toml")
    gone.unlink()
    site.run("baseline", "--config", "conf/contentlint.toml")
    files = json.loads((site.folder / "conf/contentlint-baseline.json").read_text())["files"]
    assert list(files) == ["../a.md"]


def test_a_baseline_outside_the_folder_that_is_checked(site: Site) -> None:
    site.write("posts/a.md", STYLE)
    (site.folder / "ci").mkdir()
    assert site.run("baseline", "posts", "--baseline", "ci/known.json").status == 0
    assert site.run("check", "posts", "--baseline", "ci/known.json").status == 0


def test_nothing_but_a_baseline_is_written_over(site: Site) -> None:
    article = site.write("a.md", STYLE)
    config = site.write("contentlint.toml", 'baseline = "a.md"\n')
    told = "a.md: this is no baseline: name another file"
    for flags in ([], ["--prune"], ["."], ["--baseline", "contentlint.toml"]):
        ran = site.run("baseline", *flags)
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert "this is no baseline: name another file" in ran.err
    assert told in site.run("check").err
    assert (article.read_text(), config.read_text()) == (STYLE, 'baseline = "a.md"\n')
    (site.folder / "empty.json").touch()
    assert site.run("baseline", "--baseline", "empty.json").status == 0


def test_a_link_that_leads_out_is_told_though_the_config_names_none(site: Site) -> None:
    site.write("contentlint.toml", "")
    (site.folder / "contentlint-baseline.json").symlink_to("../known.json")
    for command in ("check", "baseline"):
        ran = site.run(command)
        assert ran.status == 2
        assert ran.err.endswith("/contentlint-baseline.json: the baseline is a link that leads out of the project\n")
