"""Keys of sound YAML that are meant otherwise: with a sign too many or another sign behind them, or out of their list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import KNOWN_KEYS, named, names
from contentlint.parsing.front_matter.mending import slip
from contentlint.parsing.front_matter.yaml.remarks import COMMENT_ENDS, comment_told
from contentlint.parsing.front_matter.yaml.writing import LIKE_SPACES, blank_after_colon
from contentlint.patterns import pattern
from contentlint.text import Edit, Span

OTHER_SIGN = pattern(r"([A-Za-z_][\w-]*+)(?:[ \t]*+(?:=>?+|[：;])[ \t]*+|:[\u00a0\u3000]\s*+|[ \t]++(?=[\"']))(?=\S)")
_COMMENT = pattern(r"(//|<!--|/\*)[ \t]*+\w")
_TWO_COLONS = pattern(r"[A-Za-z_][\w-]*+:\Z")
# what a page has as well as its parts
_OF_PAGES = frozenset(names("image icon cover email background location place duration thumbnail link name text"))


def more_than_key(text: str, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """Keys with a sign or a blank that is part of them for YAML; where two would be one without it, there is no mend."""
    named_so = names_meant(path[0] for path in fields if len(path) == 1)
    for path, field in fields.items():
        if len(path) == 1 and field.key is not None and field.key.end - field.key.start == len(field.name):
            is_alone = named_so[name_meant(field.name)] == 1
            yield from _other_sign_for_colon(text, field, is_alone=is_alone)
            yield from _sign_beside_key(field.name, field.key, is_alone=is_alone)
            yield from _blank_behind_key(field.name, field.key, is_alone=is_alone)


def name_meant(key: str) -> str:
    """A key without the signs and blanks that slipped into it, and without what another sign than a colon parts from it."""
    sign = OTHER_SIGN.match(key)
    return sign[1] if sign is not None and sign[1] in KNOWN_KEYS else key.strip(":-" + LIKE_SPACES)


def names_meant(keys: Iterable[object]) -> Counter[str]:
    """How many keys are meant by each name."""
    return Counter(name_meant(key) for key in keys if isinstance(key, str))


def _sign_beside_key(name: str, key: Span, *, is_alone: bool) -> Iterator[Problem]:
    """A known key with a colon or a dash too many."""
    bare = name.strip(":-")
    if _TWO_COLONS.match(name):
        edits = (Edit(Span(key.end - 1, key.end), ""),) if is_alone else ()
        yield slip(key, f'one ":" too many after "{named(bare)}"', edits, "Remove it")
    elif bare != name and bare in KNOWN_KEYS:
        message = f'"{name[0] if name[0] in ":-" else name[-1]}" stands beside the key "{bare}" and is read as a part of it: remove it'
        is_sure = name[0] != "-" and is_alone  # a dash before it may be what is left of a comparison
        edits = (Edit(key, bare),) if is_sure else ()
        yield slip(key, message, edits, "Remove it")


def _blank_behind_key(name: str, key: Span, *, is_alone: bool) -> Iterator[Problem]:
    """A key with what looks like a space behind it, as French has one before a colon."""
    bare = name.rstrip(LIKE_SPACES)
    if bare != name and bare:
        edits = (Edit(Span(key.start + len(bare), key.end), ""),) if is_alone else ()
        message = f'a character that only looks like a space stands after "{named(bare)}" and belongs to the key'
        yield slip(key, message, edits, "Remove it")


def _other_sign_for_colon(text: str, field: Field, *, is_alone: bool) -> Iterator[Problem]:
    """A key with another sign than a colon behind it, or none, whose value has a colon that ends the key for YAML."""
    sign = OTHER_SIGN.match(field.name)
    if sign is None or sign[1] not in KNOWN_KEYS or field.key is None or not text.startswith(sign[0], field.key.start):
        return
    rest = blank_after_colon(text, field.key.start + sign.end())
    edit = Edit(Span(field.key.start + sign.end(1), rest.span.end), ":" + rest.text)
    message, title = f'YAML has a colon and a space after a key: "{sign[1]}: "', "Write a colon"
    if text.startswith(":", edit.span.start):
        message, title = f'a character that only looks like a space stands after "{sign[1]}:"', "Write a space"
    yield slip(Span(field.key.start, field.value.end), message, (edit,) if is_alone else (), title)


def comment_as_key(text: str, field: Field) -> Iterator[Problem]:
    """A key that begins as another language's comment does, in one line."""
    mark = _COMMENT.match(field.name)
    if mark is None or field.key is None or not text.startswith(mark[1], field.key.start) or field.style != "plain":
        return
    start, end = field.key.start, max(field.value.end, field.key.end + 1)
    ending = COMMENT_ENDS.get(mark[1], "")
    if "\n" in text[start:end] or (ending and text.find(ending, start + mark.end() - 1, end) != end - len(ending)):
        return
    kept = text[start : end - len(ending)].rstrip()
    edits = (Edit(Span(start, start + mark.end() - 1), "# "), Edit(Span(start + len(kept), end), ""))
    yield slip(Span(start, end), comment_told(mark[1]), edits if ending else edits[:1], 'Write "#"')


def key_at_the_margin(text: str, above: Field, field: Field, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """A key right below a list whose items all have it, but for the last."""
    if field.key is None or not _has_left(text, above, field):
        return
    first = fields[(*above.path, len(above.data) - 1)].value.start
    indent = " " * (first - text.rfind("\n", 0, first) - 1)
    edit = Edit.at(field.key.start, indent)
    message = f'"{named(field.name)}" belongs to the list item above and must be as deep as its first key'
    span = Span(field.key.start, field.value.end)
    yield slip(span, message, edit, "Indent it")


def _has_left(text: str, above: Field, field: Field) -> bool:
    items, name = above.data, field.path[0]
    if not isinstance(items, list) or len(items) < 2 or field.key is None or name in KNOWN_KEYS or name in _OF_PAGES:
        return False
    if not all(isinstance(item, dict) for item in items) or name in items[-1] or text[above.value.start] == "[":
        return False
    is_single = isinstance(field.data, (str, int, float)) and "\n" not in text[field.key.start : field.value.end]
    is_right_below = not text[above.value.end : field.key.start].replace("\r", "").strip(" ").strip("\n")
    is_right_below = is_right_below and text.count("\n", above.value.end, field.key.start) == 1
    return is_single and is_right_below and all(name in item for item in items[:-1])
