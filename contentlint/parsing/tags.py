"""One tag of HTML: where it ends, its name, its attributes and their values.

Follows https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state.
"""

from __future__ import annotations

import re
from html.entities import html5
from itertools import islice

from contentlint.lazy import known_if_short
from contentlint.nodes import Attribute, as_attribute
from contentlint.patterns import pattern
from contentlint.references import decode_references
from contentlint.text import as_span

MASK = "\ufdd0"  # a noncharacter: stands for each character of a template, which is no HTML
MAX_ATTRIBUTES = 256

MARK = pattern(r"<(?=[A-Za-z/!?])")  # where markup may begin
COMMENT_END = pattern(r"--!?>")
BLANKS = r" \t\n\f\r"
_VALUE = rf"(?:[{BLANKS}]*+=[{BLANKS}]*+(?:\"[^\"]*+\"|'[^']*+'|[^{BLANKS}>\"'][^{BLANKS}>]*+|(?=>|\Z)))?+"
_ATTRIBUTE = rf"(?:=[^{BLANKS}{MASK}/>=]*+|[^{BLANKS}{MASK}/>=]++){_VALUE}"
TAG = pattern(rf"<(/?+)([A-Za-z][^{BLANKS}{MASK}/>]*+)((?:[{BLANKS}{MASK}/]++|{_ATTRIBUTE})*+)>")
# what is no tag to Markdown, and one to looser programs; the names of its attributes are plain ones, as in no prose; the last group tells whether it ends
_PLAIN = r"[A-Za-z_:][\w.:-]*+"
LOOSE_TAG = pattern(rf"<([A-Za-z][A-Za-z0-9-]*+)((?:[{BLANKS}{MASK}/]++|{_PLAIN}{_VALUE})*+)(>?)")
# start tags as nearly all are written, of which no part can be read in another way
PLAIN_START_TAG = (
    rf"<([a-z][a-z0-9]*+)(?:>|((?:[{BLANKS}]++[^{BLANKS}{MASK}/>=\"'<]++"
    rf"(?:=(?:\"[^\"]*+\"|'[^']*+'|[^{BLANKS}{MASK}>\"'<=`]++))?+)*+[{BLANKS}]*+/?+)>)"
)
_ATTRIBUTES = pattern(
    rf"(=[^{BLANKS}{MASK}/>=]*+|[^{BLANKS}{MASK}/>=]++)"
    rf"(?:[{BLANKS}]*+=[{BLANKS}]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^{BLANKS}>\"'][^{BLANKS}>]*+)|(?=>|\Z)))?+"
)
# Markdown takes only well-formed tags inside a paragraph: https://spec.commonmark.org/0.31.2/#raw-html; and those of word
# processors, which it would show as text
_NAME = r"(?:(?:[ovwm]|st1):[A-Za-z]++|[A-Za-z][A-Za-z0-9-]*+)"
INLINE_TAG = pattern(
    rf"<(?:/{_NAME}[{BLANKS}{MASK}]*+|{_NAME}(?:[{BLANKS}{MASK}]++(?:[A-Za-z_:@#{MASK}][\w.:@{MASK}-]*+"
    rf"(?:[{BLANKS}]*+=[{BLANKS}]*+(?:\"[^\"]*+\"|'[^']*+'|[^{BLANKS}\"'=<>`]++))?+)?+)*+[{BLANKS}{MASK}]*+/?+)>"
)
END_TAG = pattern(rf"</([A-Za-z][^{BLANKS}{MASK}/>]*+)")
_AMBIGUOUS = pattern(r"&([A-Za-z][A-Za-z0-9]*+)(;?+)(=?+)")
# what React calls attributes that tell what an element is, or may run or load something
_REACT_NAMES = {
    "srcDoc": "srcdoc", "formAction": "formaction", "httpEquiv": "http-equiv", "xlinkHref": "xlink:href", "srcSet": "srcset",
    "imageSrcSet": "imagesrcset", "attributeName": "attributename", "className": "class",
}  # fmt: skip
_LITERAL = pattern(r"\{\s*+([\"'`])((?:(?!\1|\$\{)[^\\\n])*+)\1\s*+\}|\{\s*+(\d++)\s*+\}")
_ASCII_LOWER = {upper: upper + 32 for upper in range(65, 91)}


def ascii_lower(name: str) -> str:
    """Lower case as HTML means it: A to Z alone, so that U+212A is no k."""
    return name.lower() if name.isascii() else name.translate(_ASCII_LOWER)


def decode(value: str) -> str:
    """An attribute's value with its character references decoded, once."""
    if "\0" in value:
        value = value.replace("\0", "\ufffd")
    if "&" not in value:
        return value
    return decode_references(_AMBIGUOUS.sub(_keep_ambiguous, value))


def _keep_ambiguous(match: re.Match[str]) -> str:
    # In an attribute "&copy=1" and "&copyright" are no references, for the sake of query strings.
    name, semicolon, equals = match.groups()
    is_reference = name + ";" in html5 if semicolon else name in html5 and not equals
    return match[0] if is_reference else "&amp;" + match[0][1:]


def attributes_of(text: str, original: str, start: int, end: int, *, jsx: bool) -> list[Attribute]:
    """The attributes between two offsets of a tag, one more than `MAX_ATTRIBUTES` where there are too many.

    `text` has its templates masked; `original` gives the values as written.
    """
    if original is not text or jsx:
        return _attributes_in(text, original, start, end, jsx=jsx)
    return [
        as_attribute(
            (name, value, as_span((start + at, start + after)), inner and as_span((start + inner[0], start + inner[1])))
        )
        for name, value, (at, after), inner in _attributes_of(text[start:end])
    ]


@known_if_short
def _attributes_of(written: str) -> list[Attribute]:
    """What is written in a tag is mostly written in many: a class, a style."""
    return _attributes_in(written, written, 0, len(written), jsx=False)


def _attributes_in(text: str, original: str, start: int, end: int, *, jsx: bool) -> list[Attribute]:
    found: list[Attribute] = []
    for part in islice(_ATTRIBUTES.finditer(text, start, end), MAX_ATTRIBUTES + 1):
        group = part.lastindex or 1
        value, value_span = "", None
        if group > 1:
            value_span = as_span(part.span(group))
            value = original[value_span[0] : value_span[1]]
            if "&" in value or "\0" in value:
                value = decode(value)
        name = part[1]
        if jsx:
            name = _REACT_NAMES.get(name, name)
            if value_span is not None and (literal := _LITERAL.match(original, *value_span)) is not None:
                group = literal.lastindex or 0
                value, value_span = literal[group], as_span(literal.span(group))
        elif not name.islower():
            name = ascii_lower(name)
        found.append(as_attribute((name, value, as_span(part.span()), value_span)))
    return found
