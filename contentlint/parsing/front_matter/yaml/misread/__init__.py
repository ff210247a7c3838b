"""Sound YAML that says something else than its author meant: in its texts (`values`, `cut_off`, `remarks`), keys (`keys`),
lists of names (`name_lists`), items (`items`), groups (`groups`, `parts_at_the_margin`) and lines below a key
(`one_text`, `at_their_mark`). What only the full reader sees is told by `while_reading` and, once all is read, by `escapes`
and `wikilinks`; what only Hexo reads otherwise by `at_the_margin`.

`text` is the whole article, in which the fields have their places. Values with tags, anchors or folds are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contentlint.document import Problem
from contentlint.errors import KeyPath
from contentlint.fields import Field
from contentlint.parsing.front_matter.keys import NAME_KEYS, glued_head, names
from contentlint.parsing.front_matter.yaml.misread.at_their_mark import BLOCKS, sentences_as_keys
from contentlint.parsing.front_matter.yaml.misread.cut_off import cut_off
from contentlint.parsing.front_matter.yaml.misread.groups import keys_without_signs
from contentlint.parsing.front_matter.yaml.misread.items import items_in_brackets, items_with_colon
from contentlint.parsing.front_matter.yaml.misread.keys import (
    OTHER_SIGN,
    comment_as_key,
    key_at_the_margin,
    more_than_key,
)
from contentlint.parsing.front_matter.yaml.misread.name_lists import of_lists
from contentlint.parsing.front_matter.yaml.misread.one_text import as_one_text
from contentlint.parsing.front_matter.yaml.misread.parts_at_the_margin import parts_at_the_margin
from contentlint.parsing.front_matter.yaml.misread.remarks import LINE_END, remark
from contentlint.parsing.front_matter.yaml.misread.values import (
    odd_quotes,
    quote_alone,
    sign_behind,
    unfilled_template,
)
from contentlint.parsing.front_matter.yaml.writing import LIKE_SPACES, is_bare
from contentlint.patterns import pattern

_SUSPECT_ENDS = frozenset("\"'”’＂")
_NAME = pattern(r"[\w .:/-]++\Z")  # a key with other signs may hold the beginning of its value
_WIDEST_GAP = 2  # between a key and its value in one line
_FILLED_IN = names("title date created updated modified lastmod layout draft")
_LAYOUTS = names("layout template")


def misread_in(text: str, fields: Mapping[KeyPath, Field]) -> Iterator[Problem]:
    """What is told of the values of YAML front matter, each with what its author would have written."""
    yield from of_lists(text, fields)
    for name in _FILLED_IN:
        if (field := fields.get((name,))) is not None and isinstance(field.data, str) and "<%" in field.data:
            yield from unfilled_template(field)
    for name in _LAYOUTS:
        if (field := fields.get((name,))) is not None and isinstance(field.data, str):
            yield from sign_behind(text, field)
    are_symbols = len(fields) > 1 and all(str(path[0]).startswith(":") for path in fields)  # Ruby's, for Awestruct
    above: Field | None = None
    has_empty_text = has_more_than_key = False
    for path, field in fields.items():
        _, key, (start, end), data, style = field
        if key is not None and start - key[1] > _WIDEST_GAP and style == "plain":
            yield from as_one_text(text, field)
        elif data.__class__ is list and data:
            if text[start] == "[":
                yield from items_in_brackets(text, field, fields)
            if len(data) > 1:
                yield from items_with_colon(text, path, data, fields)
        elif data.__class__ is dict and text[start] == "{" and None in data.values():
            yield from keys_without_signs(text, field, fields)
        elif data == "" and style in BLOCKS:
            has_empty_text = True
        if data.__class__ is str and "//" in data and style == "plain":
            yield from remark(text, field)
        if len(path) == 1:
            if key is not None and not are_symbols and (text[key[0]] in ":-" or text[key[1] - 1] in ":-"):
                has_more_than_key = True
            if key is not None and path[0].__class__ is str and not path[0].isalnum():
                has_more_than_key |= path[0][-1:] in LIKE_SPACES or OTHER_SIGN.match(path[0]) is not None
                yield from comment_as_key(text, field)
            if above is not None and above.data.__class__ is list:
                yield from key_at_the_margin(text, above, field, fields)
            elif above is not None and above.data is None:
                yield from parts_at_the_margin(text, above, field, fields)
            above = field
        if text[end - 1] in _SUSPECT_ENDS or text.startswith(" #", end):  # a quote ends it, or a comment may follow it
            if _NAME.match(str(path[-1])) and not glued_head(path[-1]) and is_bare(text, field):
                if len(path) == 1 and text.startswith(" #", end):
                    yield from cut_off(text, field)
                if len(path) == 1 and path[0] not in NAME_KEYS:
                    yield from odd_quotes(field)
                elif len(path) > 1 + (path[0] in NAME_KEYS) and LINE_END.match(text, end):  # their items the list tells
                    yield from quote_alone(field)
    if has_more_than_key and not are_symbols:
        yield from more_than_key(text, fields)
    if has_empty_text:
        yield from sentences_as_keys(text, fields)
