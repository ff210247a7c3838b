"""Which front matter values are dates."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.dates import Written, read_date
from contentlint.document import Document, Field, once

_FORMATS = ("date", "date-time")


@once
def dates(document: Document) -> list[tuple[Field, Written]]:
    """What stands at the profile's date keys, and at every key whose schema asks for a date."""
    return list(_dates(document))


def _dates(document: Document) -> Iterator[tuple[Field, Written]]:
    front_matter, schema = document.front_matter, document.setting.schema
    if front_matter is None or not front_matter.readable:
        return
    keys = document.setting.profile.date_keys
    for path, field in front_matter.fields.items():
        if not isinstance(field.data, str):
            continue
        is_named = len(path) == 1 and path[0] in keys
        if is_named or (schema is not None and schema.part(path).get("format") in _FORMATS):
            written = read_date(field.data)
            if written is not None:
                yield field, written
