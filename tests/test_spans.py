"""Many spans at once, compared with what each of them says alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contentlint.spans import Merged
from contentlint.text import Span

_PLACES = st.integers(0, 20)
_SPANS = st.builds(lambda start, length: Span(start, start + length), _PLACES, st.integers(1, 8))


@given(st.lists(_SPANS, max_size=8), _SPANS)
def test_merged_spans_answer_as_their_characters_do(spans: list[Span], asked: Span) -> None:
    merged = Merged(spans)
    held = {place for span in spans for place in range(*span)}
    assert bool(merged) == bool(spans)
    assert all(merged.hold(place) == (place in held) for place in range(30))
    assert merged.meet(asked) == bool(held & set(range(*asked)))
    assert {place for span in merged.meeting(asked) for place in range(*span)} & set(range(*asked)) == held & set(
        range(*asked)
    )
    assert all(span.end > asked.start and span.start < asked.end for span in merged.meeting(asked))


def test_spans_that_touch_stay_apart() -> None:
    merged = Merged([Span(0, 4), Span(4, 6), Span(5, 9)])
    assert merged.meeting(Span(0, 9)) == [Span(0, 4), Span(4, 9)]
    assert merged.enclose(Span(5, 9))
    assert merged.enclose(Span(1, 4))
    assert not merged.enclose(Span(4, 5))  # it does not begin before
    assert not merged.enclose(Span(3, 5))
