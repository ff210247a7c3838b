"""One fixed set of Results with everything that could break a report."""

from __future__ import annotations

from contentlint.rule import Safety, Severity
from contentlint.text import Position
from contentlint.wire import Located, LocatedEdit, LocatedFix, Result

HOSTILE = (
    "\x1b[31mred\x1b]8;;http://evil.example\x07",
    "\n::error::injected",
    "\r\n  ::set-output name=a::b",
    "::warning file=x::at the start",
    "##[error]old command",
    "before ##vso[task.setvariable variable=a]b ##teamcity[x]",
    "]]></failure><x> & \"quoted\" 'single'",
    "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>",
    "中文，日本語、한국어 and 👩‍👩‍👧 é",
    "bidi \u202eevil\u202c \u2066isolate\u2069 \u200fmark",
    "line\u2028separator\u2029paragraph\x85next",
    "zero\u200bwidth \ufeff bom \ufffe \uffff \ufdd0",
    "NUL \x00 and DEL \x7f and C1 \x9b31m",
    "lone surrogate \udcff\ud800",
    "100% of {0} {name} %s %(x)s [bold]rich[/bold] [link](http://evil.example) $(id) `id` ${{ x }}",
    "| table | \\ * _ ~ # @octocat #1 :smile: https://evil.example www.evil.example",
    "tab\there",
)
PATHS = (
    "posts/a file, with 100% of: everything.md",
    "::error::x.md",
    "posts/中文/文章 “一”.md",
    "posts/</script><b>&amp;.md",
    "posts/\x1b[31m\nnew\rline\u202e.md",
    "posts/undecodable-\udcff.md",
    "##[error]x.md",
    "posts/[link](x)|`code`.md",
)


def found(
    row: int,
    start: int,
    end: int,
    line: str,
    message: str = "something is wrong",
    severity: Severity = Severity.WARNING,
    rule: str = "house-rule",
    group: str = "custom",
    fix: LocatedFix | None = None,
    end_row: int | None = None,
    more: tuple[str, ...] = (),
) -> Located:
    lines = (line, *more)
    return Located(rule, group, severity, message, Position(row, start), Position(end_row or row, end), fix, lines, {})


def fix(*edits: tuple[str, int, int, int, int], title: str = "Remove it", safety: Safety = Safety.SAFE) -> LocatedFix:
    located = (LocatedEdit(text, Position(a, b), Position(c, d)) for text, a, b, c, d in edits)
    return LocatedFix(title, safety, tuple(located))


def hostile_results() -> list[Result]:
    by_path = [
        Result(path, (found(index + 1, 1, 2, "x", f"in {path}", severity),))
        for index, (path, severity) in enumerate(zip(PATHS, [*Severity] * 3))
    ]
    by_text = Result("posts/texts.md", tuple(_hostile_finding(row, text) for row, text in enumerate(HOSTILE, 1)))
    return sorted([*by_path, by_text, _shapes(), *_without_findings()], key=lambda result: result.path)


def _hostile_finding(row: int, text: str) -> Located:
    line = text.replace("\r", "").replace("\n", "")
    mend = fix((text, row, 1, row, 2), title=f"Put {text}", safety=Safety.UNSAFE)
    return found(row, 1, len(line) + 1, line, text, Severity.ERROR if row % 2 else Severity.INFO, fix=mend)


def _shapes() -> Result:
    wide = "中文字 and 👍 then ｗｉｄｅ text"
    long = "长" * 150 + "HERE" + "x" * 246
    return Result(
        "posts/shapes.md",
        (
            found(1, 1, 1, "", "an empty span in an empty line", Severity.INFO, fix=fix(("title: x\n", 1, 1, 1, 1))),
            found(2, 5, 8, wide, "after wide text"),
            found(3, 2, 5, "\t\ttabs\there", "among tabs"),
            found(4, 151, 155, long, "far inside a long line"),
            found(5, 900, 905, long[:400], "beyond what is known of the line"),
            found(6, 5, 6, "zero\u200bwidth", "an invisible character", fix=fix(("", 6, 5, 6, 6))),
            found(9, 3, 4, "e\u0301\u0301 combining", "behind combining marks"),
            found(97, 3, 4, "  <style>", "lines", Severity.ERROR, "style-block", "html",
                  fix(("", 97, 1, 102, 1)), 101, ("", "  a {}", "  b {}", "  </style>")),
            found(110, 1, 1, "trailing lines", "ends with a line end", end_row=111, more=("next",)),
            found(120, 1, 6, "one two one", "twice", fix=fix(("1", 120, 1, 120, 4), ("2", 120, 5, 120, 8))),
            found(121, 1, 6, "one two one", "the same again", fix=fix(("1", 3, 1, 3, 4), title="Elsewhere")),
        ),
    )  # fmt: skip


def _without_findings() -> list[Result]:
    return [
        Result("posts/clean.md", notes=("a remark ::error::x",)),
        Result("posts/broken.md", error="internal error in rule x: \x1b[31m::error::boom ##[error] ]]>"),
    ]
