"""See `TableWithoutHeader`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from contentlint.document import Document
from contentlint.nodes import Node
from contentlint.rule import Bad, Finding, Good, Rule, Severity
from contentlint.text import Span


class TableWithoutHeader(Rule):
    """A table has no header cells.

    A screen reader reads its cells as bare numbers and words, and nobody hears which column they belong to. Write the
    first row or column with `<th>`.

    There is no fix: only the writer knows which cells are headers.
    """

    name = "table-without-header"
    severity = Severity.INFO
    recommended = False
    needs = {"<table>"}
    good = (
        "<table><tr><th>Kite</th><th>Size</th></tr><tr><td>Red</td><td>5</td></tr></table>\n",
        '<table role="presentation"><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>\n',
        "| 风筝 | 大小 |\n| -- | -- |\n| 红 | 5 |\n",
        "<table><tr><td>凧</td></tr><tr><td>揚げ</td></tr></table>\n",
        "<table><tr><td>a</td><td>b</td></tr><tr>{{ row }}<td>c</td></tr></table>\n",
        "<table><tr><td>1</td><td><pre>a = 1</pre></td></tr><tr><td>2</td><td></td></tr></table>\n",
        Good("<Table><tr><td>a</td><td>b</td></tr></Table>\n", path="kites.mdx"),
    )
    bad = (
        Bad("⟦<table>⟧<tr><td>Kite</td><td>Size</td></tr><tr><td>Red</td><td>5</td></tr></table>\n"),
        Bad("⟦<table border=1>⟧\n<tbody>\n<tr><td>风筝<td>大小\n<tr><td>红<td>5\n</table>\n"),
        Bad("⟦<TABLE>⟧<tr><td>凧</td><td>1</td></tr><tr><td>揚げ</td><td>2</td></tr></TABLE>\n", path="page.html"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        tables = [table for table in document.tags("table") if not _is_excused(table)]
        if not tables:
            return
        rows, cells, excused = Counter[Span](), Counter[Span](), set[Span]()
        for node in document.tags("th", "pre", "table", "tr", "td"):
            table = _table_of(node)
            if table is None:
                continue
            if (
                node.name in ("th", "pre", "table")
                or node.get("scope") is not None
                or node.get("role") in ("rowheader", "columnheader")
            ):
                excused.add(table.span)
            elif node.name == "tr":
                rows[table.span] += 1
            else:
                cells[table.span] += 1
        for table in tables:
            several = rows[table.span] > 1 and cells[table.span] >= 2 * rows[table.span]
            if several and table.span not in excused and not document.has_template(table.whole):
                yield self.finding(
                    table.span, "this table has no header cells: write its first row or column with <th>"
                )


def _is_excused(table: Node) -> bool:
    role = (table.get("role") or "").strip().lower()
    return role in ("presentation", "none") or table.get("aria-hidden") == "true" or table.namespace != "html"


def _table_of(node: Node) -> Node | None:
    return next((ancestor for ancestor in node.ancestors() if ancestor.name == "table"), None)
