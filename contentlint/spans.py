"""Many spans at once, asked in time that does not grow with their number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from contentlint.text import Span

_T = TypeVar("_T")


def merged(spans: Iterable[Span]) -> list[Span]:
    """Overlapping and nested spans as one, in order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            if span.end > found[-1].end:
                found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


class Merged:
    """Spans, those that overlap as one, in order: each place lies in one of them at most."""

    __slots__ = ("_starts", "spans")

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = merged(spans)
        self._starts = [span[0] for span in self.spans]

    def __bool__(self) -> bool:
        return bool(self.spans)

    def hold(self, at: int) -> bool:
        """Whether a place lies in one of them."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self.spans[index][1]

    def end_of(self, at: int) -> int:
        """Where the one ends that a place lies in."""
        return self.spans[bisect_right(self._starts, at) - 1][1]

    def meet(self, span: Span) -> bool:
        """Whether one of them shares a character with this one."""
        index = bisect_left(self._starts, span[1]) - 1
        return index >= 0 and self.spans[index][1] > span[0]

    def enclose(self, span: Span) -> bool:
        """Whether one of them begins before this one and reaches to its end."""
        index = bisect_left(self._starts, span[0]) - 1
        return index >= 0 and span[1] <= self.spans[index][1]

    def meeting(self, span: Span) -> list[Span]:
        """Those that share a character with this one, and empty ones inside it."""
        first = bisect_right(self._starts, span[0]) - 1
        if first < 0 or self.spans[first][1] <= span[0]:
            first += 1
        return self.spans[first : bisect_left(self._starts, span[1])]


class Spans:
    """Spans, sorted, with how far the earlier ones reach at most and the later ones at least."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._furthest = list(accumulate((span.end for span in ordered), max))
        self._nearest = list(accumulate((span.end for span in reversed(ordered)), min))[::-1]

    def cover(self, span: Span) -> bool:
        """Whether one of them covers this one."""
        before = bisect_right(self._starts, span.start) - 1
        return before >= 0 and self._furthest[before] >= span.end

    def share(self, span: Span) -> bool:
        """Whether one of them covers this one, or this one covers one of them."""
        after = bisect_left(self._starts, span.start)
        return self.cover(span) or (after < len(self._starts) and self._nearest[after] <= span.end)


class Stretches(Generic[_T]):
    """Things with the spans they reach over; each knows the one before it that reaches into it."""

    def __init__(self, things: Sequence[tuple[Span, _T]]) -> None:
        self._things = sorted(things, key=lambda each: each[0].start)
        self._starts = [span.start for span, _ in self._things]
        self._around: list[int] = []  # -1 for none
        for span, _ in self._things:
            index = len(self._around) - 1
            while index >= 0 and self._things[index][0].end <= span.start:
                index = self._around[index]
            self._around.append(index)

    def over(self, at: int) -> Iterator[_T]:
        """Those that reach over a place, the last one first."""
        index = bisect_right(self._starts, at) - 1
        while index >= 0:
            span, thing = self._things[index]
            if span.end > at or span == (at, at):  # an empty one, at the end of the text
                yield thing
            index = self._around[index]
