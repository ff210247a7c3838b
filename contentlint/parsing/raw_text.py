"""Elements whose content is text up to their end tag, whatever else stands in it.

See https://html.spec.whatwg.org/multipage/parsing.html#rawtext-state and the states of script data below it.
"""

from __future__ import annotations

import re

from contentlint.elements import RAW_TEXT
from contentlint.parsing.tags import BLANKS
from contentlint.patterns import pattern

_SCRIPT_MARK = pattern(rf"(?ai)<!--(?!-?>)|-->|<(/?)script(?=[{BLANKS}/>])")
_BLANK_LINE = pattern(r"\n[ \t>]*+\n")  # in a quote, too
RAW = RAW_TEXT | {"plaintext", "noscript"}


class RawText:
    """Where raw text ends; the last search of each kind is remembered. `browser`: what is never closed swallows the rest."""

    def __init__(self, text: str, end: int, *, browser: bool) -> None:
        self._text, self._end, self._browser = text, end, browser
        # by name and limit: from where it was sought, and where it is, -1 for nowhere
        self._found: dict[tuple[str, int], tuple[int, int]] = {}

    def end_of(self, name: str, start: int, reach: int) -> int:
        """Where the end tag of an element whose content begins at `start` begins; the end of the text, or -1 where the
        rest shall be read as usual. `reach`: where the block of Markdown around it ends."""
        end = self._script_end(start) if name == "script" else self.end_tag(name, start, reach)
        return self._end if end < 0 and self._browser else end

    def end_tag(self, name: str, start: int, reach: int) -> int:
        """Where the next end tag of this name begins, -1 where there is none.

        In Markdown only a script or a style sheet reaches beyond an empty line: what else follows may be escaped as code.
        """
        limit = self._end
        if not self._browser and name != "style":
            blank = _BLANK_LINE.search(self._text, max(reach - 1, start))
            limit = self._end if blank is None else blank.start()
        if (known := self._known(name, start, limit)) is not None:
            return known
        match = re.compile(rf"(?ai)</{name}(?=[{BLANKS}/>])").search(self._text, start, limit)
        return self._noted(name, start, limit, -1 if match is None else match.start())

    def _known(self, name: str, start: int, limit: int) -> int | None:
        """What an earlier search says of this one: all fail behind one that failed, and between the start and the end of
        one that did not each ends there, unless a comment in a script began before."""
        begun, end = self._found.get((name, limit), (start, start))
        if end < 0:
            return end
        if not begun < start <= end or (name == "script" and self._text.find("<!--", begun, start) >= 0):
            return None
        return self._noted(name, start, limit, end)

    def _noted(self, name: str, start: int, limit: int, end: int) -> int:
        self._found[name, limit] = start, end
        return end

    def _script_end(self, start: int) -> int:
        # "script data double escaped state": <!-- <script> hides one </script>
        if (known := self._known("script", start, self._end)) is not None:
            return known
        escaped = nested = False
        for mark in _SCRIPT_MARK.finditer(self._text, start, self._end):
            if mark[0] == "<!--":
                escaped = True
            elif mark[0] == "-->":
                escaped = nested = False
            elif not mark[1]:
                nested = nested or escaped
            elif nested:
                nested = False
            else:
                return self._noted("script", start, self._end, mark.start())
        return self._noted("script", start, self._end, -1)
