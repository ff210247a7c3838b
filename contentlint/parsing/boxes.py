"""How footnotes begin, and the boxes and tabs of MkDocs, below which what is indented is Markdown.

See https://squidfunk.github.io/mkdocs-material/reference/admonitions/ and
https://squidfunk.github.io/mkdocs-material/reference/content-tabs/. Without a title the type of a box must be a known one,
since people write "!!! wow", too; one's own type, or a class of one's own, counts where something is indented below, and
behind an empty line, where all others have code, only on a page with a box beyond doubt.
"""

from __future__ import annotations

from contentlint.patterns import pattern

_MARK = r"(?:!!!|\?\?\?\+?+) ?+"
_TYPES = (
    "abstract attention bug caution check cite danger done error example fail failure faq help hint important info missing "
    "note question quote seealso snippet success summary tip tldr todo warning"
).replace(" ", "|")
_UNTITLED = rf"{_MARK}(?i:{_TYPES})(?: ++(?:inline|end|annotate))*+"
_TITLED = rf"""(?:{_MARK}(?:[\w-]++ ++)++|\?\?\?\+?+ ?+|===[+!]{{0,2}}+ ++)"[^\n]*\""""
_WITH_CLASSES = rf"{_MARK}(?i:{_TYPES})(?: ++[a-z0-9-]++){{1,2}}"
_OWN = rf"(?:{_MARK}[a-z][a-z0-9-]*+|{_WITH_CLASSES})"
# the first line; the group is one that counts only with something indented below
NOTE = pattern(rf"\[\^[^\]\s]++\]:|(?:{_UNTITLED}|{_TITLED}|({_OWN}))[ \t]*+(?=\n|\Z)")
BEYOND_DOUBT = pattern(rf"(?m)^[ \t>]*+(?:{_UNTITLED}|{_WITH_CLASSES}|{_TITLED})[ \t]*+$")
