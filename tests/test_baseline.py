"""The baseline: old findings are known, new ones are told."""

from __future__ import annotations

import json

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


def test_a_broken_baseline_is_told(site: Site) -> None:
    site.write("a.md", STYLE)
    site.write("contentlint-baseline.json", "[1]")
    ran = site.run("check")
    assert ran.status == 2
    assert "no baseline" in ran.err


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


def test_a_baseline_outside_the_folder_that_is_checked(site: Site) -> None:
    site.write("posts/a.md", STYLE)
    (site.folder / "ci").mkdir()
    assert site.run("baseline", "posts", "--baseline", "ci/known.json").status == 0
    assert site.run("check", "posts", "--baseline", "ci/known.json").status == 0
