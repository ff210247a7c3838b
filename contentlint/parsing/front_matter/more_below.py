"""Keys that go on below the closing fence, which generators take for text."""

from __future__ import annotations

import re
from typing import Any

from contentlint.document import Problem
from contentlint.fields import FrontMatter
from contentlint.parsing.front_matter.contents import parse
from contentlint.parsing.front_matter.fences import OTHER_DASHES, below_blanks, closing_from, without_blanks
from contentlint.parsing.front_matter.key_lines import is_all_keys, keys_from
from contentlint.parsing.front_matter.keys import (
    KEY_LINE,
    KNOWN_KEYS,
    LIST_KEYS,
    LOOSE_KEY,
    WELL_KNOWN,
    key_at,
    keys_of,
)
from contentlint.parsing.front_matter.mending import misfenced
from contentlint.patterns import pattern
from contentlint.text import Edit, Source, Span, line_after, line_end

# what nobody writes as text that a line underlines
_DATA = pattern(
    r"[a-z_][\w-]*+:[ \t]++(?:true|false|\d{4}-\d\d-\d\d[\dT:.+Z -]*+|\[[^\]\n]*+\])[ \t]*+\n---[ \t]*+(?=\n|\Z)"
)
_WORD = r"(?![*_~])[^\s\[<`]++(?<![。！？])"  # with no mark of Markdown
_NO_STOP = r"(?:(?<![.!?])|(?<=[A-Z]\.)|(?<=[A-Z][a-z]\.)|(?<=[A-Z][a-z]{2}\.))"  # Jr., Inc., D.C. are none
# items below a key: in quotes, or of a few words, as names have them and sentences do not
_ITEMS = pattern(
    rf"[ \t]*+\n(?:[ \t]*+- ++(?:\"[^\"\n]++\"|{_WORD}(?: ++{_WORD}){{0,3}}+{_NO_STOP})[ \t]*+\n)++(?=---)"
)
_ONE_EACH = frozenset({"title", "date"})  # of which a slide has none
# nor of these, and it may lack its contents, so that the head of the next one follows
_OF_NO_SLIDE = frozenset({"date", "permalink", "slug", "tags", "categories", "draft", "published"})
_SECOND_OPENING = pattern(
    rf"(?:---|\+\+\+|[-{OTHER_DASHES}]{{2,3}})[ \t]*+\n(?:[ \t]*+\n)*+(?=[A-Za-z_][\w-]*+[ \t]*+[:=])"
)
_SECOND_CLOSING = pattern(rf"(?m)^(?:---|\+\+\+|[-{OTHER_DASHES}]{{2,3}})[ \t]*+$")


def more_below(source: Source, above: FrontMatter, mark: str) -> Problem | None:
    """A closing fence below which the keys go on, to another fence."""
    text, closing = source.flat, above.closing
    below = line_after(text, closing.end)
    start = below_blanks(text, below)
    if (opening := _SECOND_OPENING.match(text, start)) is not None:
        return _second_head(source, above, Span(start, opening.end()))
    is_capital = text[start : start + 1].isupper()  # then it may be text, unless the keys above are written so
    if not KEY_LINE.match(text, start) or (is_capital and not text[above.content.start].isupper()):
        return None
    second = closing_from(text, mark, start)
    keys = keys_from(text, start, second.start() if second else len(text), mark)
    first = LOOSE_KEY.match(text, start)
    is_known = first is not None and first[1] in WELL_KNOWN
    if second is None or keys.end != second.start():  # no other fence: the keys end where the text begins
        if keys.keys < 2 or not is_known or start > below:
            return None
        if keys.fence is not None and keys.fence.of(text) in ("---", "+++"):
            message = "the keys go on below in another syntax: write them all as these are, above this fence"
            return misfenced(closing, message)
        if keys.fence is not None or below_blanks(text, keys.end) == keys.end:
            return None
        end = Edit.at(keys.end, mark * 3 + source.newline)
        edits = (Edit(Span(closing.start, start), ""), end)
        message = "the front matter ends here, but its keys go on below: move this fence there"
        return misfenced(closing, message, edits, "Move the fence below the keys")
    only_parts = len(second[0].strip()) == 3 < closing.end - closing.start  # a line across the page, not a fence
    is_empty = not above.content.of(text).strip()  # and closed by "...", which no one would
    is_sure = (
        start == below and (is_known or is_empty) and (keys.keys > 1 or only_parts or _is_one_key(text, first, mark))
    )
    is_data = start == below and _DATA.match(text, start) is not None
    if not is_sure and not is_data and not is_all_keys(text, Span(start, second.start())):
        return None
    message = "the front matter ends here, but its keys go on below: remove this fence"
    edit = Edit(Span(closing.start, start), "")
    return misfenced(closing, message, edit, "Remove the fence")


def _is_one_key(text: str, key: re.Match[str] | None, mark: str) -> bool:
    """Whether a known key alone above a fence is no text: one of TOML, or one of YAML with a list below it."""
    if key is None or key[1] not in WELL_KNOWN:
        return False
    return (mark == "+" and key[0].endswith("=")) or (key[1] in LIST_KEYS and _ITEMS.match(text, key.end()) is not None)


def _second_head(source: Source, above: FrontMatter, opening: Span) -> Problem | None:
    """A second block of keys between fences below the first, which generators take for text."""
    text, syntax = source.flat, "toml" if source.flat[opening.start] == "+" else "yaml"
    closing = _SECOND_CLOSING.search(text, opening.end)
    if closing is None:
        return None
    content = Span(opening.end, closing.start())
    if syntax == above.syntax or key_at(text, content.start) not in KNOWN_KEYS:
        keys = _keys_in(source, syntax, content)
        if syntax == above.syntax and _is_the_rest(text, above, opening, content, keys):
            message = "the front matter ends here, but its keys go on below: remove these two fences"
            edit = Edit(Span(above.closing.start, opening.end), "")
            return misfenced(above.closing, message, edit, "Remove the fences")
        if len(above.data.keys() & keys) < 2 and not _is_of_article(above, keys):
            return None
    message = "a second front matter begins here, which site generators take for text: write all keys in the first"
    is_twin = content.of(text).strip() == above.content.of(text).strip()
    end = line_after(text, above.closing.end)
    edits = (Edit(Span(end, line_after(text, closing.end())), ""),) if is_twin else ()
    fence = without_blanks(text, opening.start, line_end(text, opening.start))
    return misfenced(fence, message, edits, "Remove it")


def _is_the_rest(text: str, above: FrontMatter, opening: Span, content: Span, keys: set[Any]) -> bool:
    """Whether a block right below a head has what is missing there."""
    is_right_below = opening.start == line_after(text, above.closing.end)
    return (
        is_right_below and above.data.keys().isdisjoint(keys) and bool(keys & _ONE_EACH) and is_all_keys(text, content)
    )


def _is_of_article(above: FrontMatter, keys: set[Any]) -> bool:
    """Whether a block has keys of an article's front matter, one of them in the first head, too, or a title and a date."""
    is_known = len(keys & WELL_KNOWN) > 1 and not _OF_NO_SLIDE.isdisjoint(keys)
    return is_known and (not above.data.keys().isdisjoint(keys) or keys >= _ONE_EACH)


def _keys_in(source: Source, syntax: str, content: Span) -> set[Any]:
    """The keys of a second block, by their lines where it is broken but nothing else stands in it."""
    parsed = parse(source, syntax, content)
    if isinstance(parsed.data, dict):
        return set(parsed.data)
    if not parsed.failed or not is_all_keys(source.flat, content):
        return set()
    return set(keys_of(content.of(source.flat).split("\n")))
