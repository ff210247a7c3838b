"""Which front matter values are dates."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.dates import TO_BE_WRITTEN, Written, read_date, read_number
from contentlint.document import Document, once
from contentlint.fields import Field
from contentlint.patterns import pattern
from contentlint.setting import is_for_jekyll

_DASHES = dict.fromkeys(map(ord, "‐‑–—−"), "-")
_STANDS_IN = pattern(
    r"(?i)(?:todo|tbd|fixme|x{3,6}+|[\dy]{4}-(?:xx|mm|\?\?|\d\d)-(?:xx|dd|\?\?)"
    r"(?:[T \t]++[\dhmsx?]{2}(?::[\dhmsx?]{2}){1,2}+(?:[ \t]*+(?:z|[-+/]{1,3}+[\dhmtxz:?]{4,5}+))?+)?+)\Z"
)
_FORMATS = ("date", "date-time")
_NEVER_FILLED = pattern(r"<%(?![-=~]?[ \t]*+tp\.)[^\n]*%>\Z")  # an editor's own mark is told where it is read
_DAY_ALONE = pattern(r"(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow)\Z")
# what Ruby finds no part of a date in; the words are Quarto's
_SPOKEN = pattern(
    r"(?i)(?!(?:today|now|last-modified)\Z|.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[^\W\d_][^\d{}<>%`=:]*\Z"
)


@once
def dates(document: Document) -> list[tuple[Field, Written]]:
    """What stands at the profile's date keys, and at every key whose schema asks for a date."""
    return list(_dates(document))


def _dates(document: Document) -> Iterator[tuple[Field, Written]]:
    front_matter = document.readable_front_matter
    if front_matter is None:
        return
    for field in front_matter.fields.values():
        if is_for_date(document, field):
            written = _read(field.data) or _of_none(document, field)
            if written is not None:
                yield field, written


def _read(data: object) -> Written | None:
    """A date with dashes of any length; words that stand in for one are none."""
    if not isinstance(data, str):
        return read_number(data) if isinstance(data, int) else None
    written = read_date(data)
    if written is not None:
        return written
    if _STANDS_IN.match(data):
        return Written(False, "", None, TO_BE_WRITTEN)
    plain = data.translate(_DASHES)
    meant = read_date(plain) if plain != data else None
    return meant._replace(is_iso=False) if meant is not None else None


def _of_none(document: Document, field: Field) -> Written | None:
    """What is at a date's key and surely no date. Words may be meant to be shown; Jekyll builds no site with them."""
    data = field.data
    if data == {}:
        return Written(False, "", None, "it is empty")
    if not isinstance(data, str):
        return None
    if _NEVER_FILLED.match(data):
        return Written(False, "", None, "a template was never filled in here")
    is_refused = field.path == ("date",) and is_for_jekyll(document.setting.profile, document.source.path)
    if _DAY_ALONE.match(data) or (is_refused and _SPOKEN.match(data)):
        return Written(False, "", None, "write it like 2021-11-07")
    return None


def is_for_date(document: Document, field: Field) -> bool:
    """Whether a date is wanted at this key."""
    setting, path = document.setting, field.path
    if len(path) == 1 and path[0] in setting.profile.date_names:
        return True
    schema = setting.schema
    return schema is not None and schema.formats[path] in _FORMATS
