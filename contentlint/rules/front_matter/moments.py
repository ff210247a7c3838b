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
    for path, field in front_matter.fields.items():
        data = field.data
        if not isinstance(data, (str, int)):
            continue
        if (path[0] in keys and len(path) == 1) or (schema is not None and schema.format_of(path) in _FORMATS):
            written = read_date(data) if isinstance(data, str) else read_number(data)
            if written is not None:
                yield field, written


def is_for_date(document: Document, field: Field) -> bool:
    """Whether a date is wanted at this key."""
    schema, path = document.setting.schema, field.path
    if len(path) == 1 and path[0] in document.setting.profile.date_keys:
        return True
    return schema is not None and schema.format_of(path) in _FORMATS
