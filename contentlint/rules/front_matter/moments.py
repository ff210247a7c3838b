"""Which front matter values are dates."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.dates import Written, read_date, read_number
from contentlint.document import Document, once
from contentlint.fields import Field

_FORMATS = ("date", "date-time")


@once
def dates(document: Document) -> list[tuple[Field, Written]]:
    """What stands at the profile's date keys, and at every key whose schema asks for a date."""
    return list(_dates(document))


def _dates(document: Document) -> Iterator[tuple[Field, Written]]:
    front_matter = document.front_matter
    if front_matter is None or not front_matter.readable:
        return
    keys, schema = document.setting.profile.date_keys, document.setting.schema
    formats = schema.formats if schema is not None else None
    for path, field in front_matter.fields.items():
        if (path[0] in keys and len(path) == 1) or (formats is not None and formats[path] in _FORMATS):
            data = field.data
            written = read_date(data) if isinstance(data, str) else read_number(data) if isinstance(data, int) else None
            if written is not None:
                yield field, written


def is_for_date(document: Document, field: Field) -> bool:
    """Whether a date is wanted at this key."""
    schema, path = document.setting.schema, field.path
    if len(path) == 1 and path[0] in document.setting.profile.date_keys:
        return True
    return schema is not None and schema.formats[path] in _FORMATS
