"""Results to text, one file a format: `Reporter = Callable[[Iterable[Result]], str]`.

Text from articles is data: whatever could steer a terminal, a CI log or a page is escaped by each format.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from typing import cast

from contentlint.wire import Result

Reporter = Callable[[Iterable[Result]], str]

# format -> module, imported when it is asked for
FORMATS = {
    "full": "full",
    "concise": "concise",
    "grouped": "grouped",
    "json": "json",
    "json-lines": "json_lines",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "rdjson": "rdjson",
    "checkstyle": "checkstyle",
    "markdown": "markdown",
    "html": "html",
}
BY_LINE = frozenset({"full", "concise", "json-lines"})  # the report of many files is those of each, one after the other
COUNTING = frozenset({"junit", "markdown", "html"})  # they say how many there are, so they are never cut short
HUMAN = frozenset({"full", "concise", "grouped"})


def reporter(name: str) -> Reporter:
    """The reporter of a format."""
    module = importlib.import_module(f"contentlint.reporters.{FORMATS[name]}")
    return cast(Reporter, module.report)
