"""The items of a list in brackets that TOML cannot read."""

from __future__ import annotations

from typing import NamedTuple

from contentlint.parsing.front_matter.mending import with_quotes_alone
from contentlint.parsing.front_matter.toml.broken.numbers import number_in
from contentlint.parsing.front_matter.toml.broken.reading import is_sound, quoted, with_escapes
from contentlint.parsing.front_matter.toml.scanner import QUOTED
from contentlint.patterns import pattern

_OF_NAME = r",[ \t]*+(?:Jr|Sr|Esq|Inc|Ltd|LLC|GmbH|Ph\.?D|M\.D)\b\.?+(?=\s*+(?:,|\Z))"  # with its comma
_ITEM = pattern(rf"\s*+((?:{QUOTED})(?=\s*+(?:,|\Z))|[^,]*+(?:{_OF_NAME})?+)\s*+(?:,|\Z)")
_WITH_ESCAPE = pattern(r"\"[^\"\\\n]*+\\[^\"\n]*+\"\Z")
_THOUSANDS = pattern(r"[-+]?\d{1,3}(?: \d{3})+\Z")
_OF_GROUP = pattern(r"[\[\]{}]|\A[\w-]++[ \t]*+=[ \t]")
_QUOTES = "\"'“”‘’"

ESCAPE = "a backslash in double quotes is an escape: single quotes take it as it is"
ESCAPES = "a backslash in double quotes is an escape: write two for one that is none"
QUOTE_ALONE = "a single quote has no backslash before it: write the quote alone, in double quotes"
NO_ITEM = "a comma too many: no item stands before it"


class Item(NamedTuple):
    """What is wrong with an item, what to do, and the item mended, "" where nobody knows what is meant."""

    told: str
    title: str
    written: str


def items_mended(inside: str) -> Item | None:
    """What is wrong with the items between two brackets, and all of them mended; None where nobody knows."""
    parts = [part[1].rstrip() for part in _ITEM.finditer(inside)][:-1]
    items = [_mended(part) for part in parts]
    if not all(item.written for item, part in zip(items, parts, strict=True) if part):
        return None
    wrong = {(item.told, item.title) for item in items if item.told}
    is_odd = inside.count('"') % 2 or inside.count("'") % 2
    told, title = "text in a list needs quotes in TOML", "Quote the items"
    if is_odd:
        told = "the quotes in this list do not match"
    elif len(wrong) == 1:
        told, title = wrong.pop()
    return Item(told, title, f"[{', '.join(item.written for item in items if item.written)}]")


def slip_in_item(part: str) -> Item | None:
    """What is wrong with an item that is no text without quotes, None where nothing is known."""
    if (number := number_in(part)) is not None:
        return Item(number.told, "Write the numbers of TOML", number.meant)
    if part[0] not in "\"'" and (several := _of_several(part)) is not None:
        return several
    if part[0] == '"' and "\\'" in part and is_sound(alone := with_quotes_alone(part)):
        return Item(QUOTE_ALONE, "Remove the backslash", alone)
    if (escaped := with_escapes(part)) is not None:
        return Item(ESCAPES, "Write two backslashes", escaped)
    if _WITH_ESCAPE.match(part):
        return Item(ESCAPE, "Use single quotes", quoted(part[1:-1]))
    return None


def _of_several(part: str) -> Item | None:
    """What is wrong with an item that blanks part into several, None where these are no items."""
    pieces = part.split()
    if is_sound(one := " ".join(pieces)):
        return Item("a single space stands between a date and its time in TOML", "Write one space", one)
    if not is_sound(f"[{', '.join(pieces)}]"):
        return None
    is_sure = not _THOUSANDS.match(" ".join(pieces))
    return Item(
        "a comma is missing between two items of this list", "Add the comma", ", ".join(pieces) if is_sure else ""
    )


def _mended(part: str) -> Item:
    """An item as it is meant."""
    if not part:
        return Item(NO_ITEM, "Remove the comma", "")
    if is_sound(part):
        return Item("", "", part)
    text = "" if _OF_GROUP.search(part) else _bare(part)  # nothing is torn out of another list or group
    return slip_in_item(part) or Item("text in a list needs quotes in TOML", "Quote the items", text and quoted(text))


def _bare(part: str) -> str:
    """An item without the quotes around it, "" where it has others, of which nobody knows what they hold."""
    begins, ends = part[0] in _QUOTES, part[-1] in _QUOTES
    if begins and ends:
        is_odd = part[0] in "\"'" and (part[0] != part[-1] or part.count(part[0]) % 2 == 1)
        return part.strip(_QUOTES) if is_odd else part[1:-1]
    if not begins and not ends:
        return part
    bare = part[1:] if begins else part[:-1]
    return "" if (part[0] if begins else part[-1]) in bare else bare
