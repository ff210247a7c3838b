"""See `DateAgainstPath`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, timedelta

from contentlint.dates import read_date
from contentlint.document import Document
from contentlint.fields import FrontMatter
from contentlint.patterns import pattern
from contentlint.rule import Bad, Finding, Good, Rule
from contentlint.wording import cut

_KEYS = (
    "date",
    "pubDate",
    "publishDate",
    "publishdate",
    "pubdate",
    "published",
    "published_at",
    "datePublished",
)
_NAME = pattern(r"((?:19|20)\d{2})([-_]?)(\d{2}|(?<=[-_])\d)\2(\d{2}|(?<=[-_])\d)(?:[-_.]|\Z)")
_FOLDERS = pattern(r"(?:^|/)((?:19|20)\d{2})(?:([-/]?)(\d{2})(?:(?:\2|(?<=/\d\d))(\d{2}))?)?(?=/)")
_OF_POSTS = pattern(r"(?:\A|(?:^|/)(?:_?posts?|blogs?|news|articles?|archives?|journal|diary|notes|source|content)/)\Z")
_ENDS = frozenset({"end", "enddate", "end_date", "end-date", "until"})


class DateAgainstPath(Rule):
    """The date in the file's name or folders is not the date in the front matter.

    Addresses and lists are made from one or the other, so readers see two dates for one article.

    There is no fix: a file is often named when the draft begins, and most generators heed the date.
    """

    name = "date-against-path"
    recommended = False
    good = (
        Good(
            "---\ndate: 2023-02-16 14:00\nend_date: 2023-02-16 15:00\n---\n\nKites.\n",
            path="events/2023-01-30-kites.md",
        ),
        Good("---\ndate: 2024-05-06\n---\n\nKites.\n", path="_posts/2024-05-06-kites.md"),
        Good("---\ndate: 2024-05-06T23:30:00-05:00\n---\n\nKites.\n", path="_posts/2024-05-07-kites.md"),
        Good("---\ndate: 2024-05-06\n---\n\nKites.\n", path="news/2024/05/kites.md"),
        Good("---\ncreated: 2012-05-30\n---\n\nKites.\n", path="_posts/2010-01-18-kites.md"),
        Good("---\nupdated: 2025-01-01\n---\n\nKites.\n", path="_posts/2024-05-06-kites.md"),
        Good("---\ndate: 2024-05-06\n---\n\nKites.\n", path="releases/2023-in-review.md"),
        Good("---\ndate: 2023-10-01\n---\n\nKites.\n", path="content/events/2024/call.md"),
        Good("---\ndate: 2023-10-01\n---\n\nKites.\n", path="docs/2023-05/kites.md"),
        Good("---\ndate: 2009-12-01\n---\n\nKites.\n", path="news/2009-10/kites.md"),
        Good("---\ndate: 2023-05-04\n---\n\nKites.\n", path="news/2023/0504/kites.md"),
        Good("---\ndate: 2019-11-05\n---\n\nKites.\n", path="posts/191105/kites.md"),
        Good("---\ndate: 2023-11-02\n---\n\nKites.\n", path="posts/202311-12/kites.md"),
    )
    bad = (
        Bad(
            "---\ndate: ⟦2023-05-06⟧\n---\n\nKites.\n",
            path="_posts/2024-05-06-kites.md",
        ),
        Bad(
            '---\ntitle: 风筝\ndate: ⟦"2024-05-16 10:00:00 +0800"⟧\n---\n\n风筝。\n',
            path="source/2024/05/06/kites.md",
        ),
        Bad(
            "---\ndate: ⟦2023-05-06⟧\n---\n\nKites.\n",
            path="notes/20240506-kites.md",
        ),
        Bad("---\ntitle: 凧\ndate: ⟦2024-06-01⟧\n---\n\n凧。\n", path="news/2024/05/kites.md"),
        Bad("---\ndate: ⟦2024-06-01⟧\n---\n\nKites.\n", path="news/2024-05/kites.md"),
        Bad("---\ndate: ⟦2024-06-01⟧\n---\n\nKites.\n", path="news/2024/0504/kites.md"),
        Bad("---\ndate: ⟦6 May 2023⟧\n---\n\nKites.\n", path="_posts/2024-05-06-kites.md"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        front_matter = document.readable_front_matter
        parts = _path_date(document.source.path)
        field = front_matter.first(*_KEYS) if front_matter else None
        if parts is None or field is None or not isinstance(field.data, str):
            return
        written = read_date(field.data)
        if written is None or written.moment is None or written.ambiguous:
            return
        days = {written.moment.date()}
        if written.moment.tzinfo is not None:
            days |= {written.moment.astimezone(UTC).date() + timedelta(days=shift) for shift in (-1, 0, 1)}
        if any((day.year, day.month, day.day)[: len(parts)] == parts for day in days):
            return
        if any(f"/{day:%y%m%d}/" in f"/{document.source.path}" for day in days):  # no month of a year such as 1911
            return
        if front_matter is not None and _is_confirmed(front_matter, written.moment.date()):
            return
        told = "-".join(f"{part:02}" for part in parts)
        message = f'the path says {told}, but "{field.name}" says {cut(field.data)}: correct one of the two'
        yield self.finding(field.value, message)


def _is_confirmed(front_matter: FrontMatter, day: date) -> bool:
    """Whether an event's end names the same day."""
    for other in front_matter.top:
        written = read_date(other.data) if other.name.lower() in _ENDS and isinstance(other.data, str) else None
        if written is not None and written.moment is not None and written.moment.date() == day:
            return True
    return False


def _path_date(path: str) -> tuple[int, ...] | None:
    """Year, month and day as far as a path tells them."""
    *_, folder, name = ("", *path.split("/"))
    match = _NAME.match(name) or _NAME.match(folder)
    found = [match] if match else list(_FOLDERS.finditer(path))
    if not found:
        return None
    parts = tuple(int(part) for part in found[-1].groups() if part and part.isdecimal())
    if match is None:
        written = found[-1][0].strip("/")
        is_season = written == f"{parts[0]}-{(parts[0] + 1) % 100:02}"
        has_own_folders = len(written.split("/")) == len(parts) > 1  # else maybe of an event, a report, a version
        if is_season or not (has_own_folders or _OF_POSTS.search(path, 0, found[-1].start(1))):
            return None
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    return parts
