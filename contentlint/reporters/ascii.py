"""JSON and XML in ASCII alone: the same bytes under any locale, and nothing in them can steer a log."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree

from contentlint.reporters.plain import COMMAND

_encoded = json.JSONEncoder(check_circular=False).encode


def json_text(data: Any) -> str:
    """The data as JSON on one line; lone surrogates (undecodable bytes of a file name) become escapes."""
    text = _encoded(data)
    if "##" in text:
        text = COMMAND.sub(r"#\\u0023", text)
    return text.replace("\x7f", r"\u007f")


def json_array(rows: Iterable[Any]) -> str:
    """An array with one row a line: as quick to write as JSON can be, and fit for grep and diff."""
    lines = ",\n".join(map(json_text, rows))
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def json_lines(rows: Iterable[Any]) -> str:
    """One JSON value a line."""
    return "".join(json_text(row) + "\n" for row in rows)


def xml_text(root: ElementTree.Element) -> str:
    """The tree as an indented XML document; its text must be `visible` already."""
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="us-ascii").decode("ascii")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + COMMAND.sub("#&#35;", text).replace("\x7f", "&#127;") + "\n"
