"""Front matter that shows a promotion's picture as the article's own."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from contentlint.document import Document, once
from contentlint.fields import Field, FrontMatter
from contentlint.rules.editorial.promos import picture_of, promos_in
from contentlint.spans import Merged

_IMAGE_KEYS = frozenset(  # without what parts their words
    """
    thumbnail thumbnailurl thumbnailimg thumb cover coverimage coverimg image images img photo photos pic preview
    banner bannerimg headimg header headerimg hero heroimage teaser topimg indeximg leadimage
    featured featuredimage featureimage ogimage socialimage shareimage shareimg cardimage
    """.split()
)
_MOST = 100


@once
def pictures_of_promos(document: Document) -> frozenset[str]:
    """The addresses of the pictures that stand in promotions and nowhere else in the article."""
    promos = promos_in(document)
    pictures = frozenset(picture for promo in promos for picture in promo.pictures)
    if not pictures:
        return pictures
    blocks = Merged([promo.block for promo in promos])
    elsewhere = [image for image in document.all("image") if not blocks.hold(image.span.start)]
    return pictures - {picture_of(image.get("src") or "") for image in elsewhere}


def picture_fields(document: Document, pictures: Collection[str]) -> list[Field]:
    """The front matter entries that show one of these pictures and no other."""
    front_matter = document.readable_front_matter
    if front_matter is None or not pictures:
        return []
    keys = document.setting.profile.image_keys
    shown = (
        field
        for path, field in front_matter.fields.items()
        if isinstance(field.data, str)
        and any(key in keys or _names_a_picture(key) for key in path)
        and picture_of(field.data) in pictures
    )
    entries = (_whole_entry(front_matter, field, pictures) for field in islice(shown, _MOST))
    return list({entry.path: entry for entry in entries}.values())


def _names_a_picture(key: str | int) -> bool:
    return isinstance(key, str) and key.replace("_", "").replace("-", "").lower() in _IMAGE_KEYS


def _whole_entry(front_matter: FrontMatter, field: Field, pictures: Collection[str]) -> Field:
    """The key itself where such pictures are all it holds: all items of its list, the address in its group."""
    entry = field
    while len(entry.path) > 1:
        parent = front_matter.fields.get(entry.path[:-1])
        if parent is None:
            break
        items = parent.data if isinstance(parent.data, list) else [0] * len(parent.data)
        if len(items) > 1 and not all(isinstance(item, str) and picture_of(item) in pictures for item in items):
            break
        entry = parent
    return entry
