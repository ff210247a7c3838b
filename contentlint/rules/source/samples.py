"""Where an article shows characters instead of using them: code, in Markdown, in HTML and in WordPress' shortcodes."""

from __future__ import annotations

from contentlint.code_shortcodes import is_sample
from contentlint.document import Document
from contentlint.elements import SAMPLES
from contentlint.spans import Merged

_TAGS = SAMPLES | {"kbd", "tt"}


class Samples:
    """The stretches of an article that are samples."""

    def __init__(self, document: Document) -> None:
        self._document = document
        elements = document.tags(*_TAGS, samples=True)
        self._spans = Merged([node.whole for node in elements if node.end_tag is not None])

    def hold(self, offset: int) -> bool:
        return self._spans.hold(offset) or self._document.in_code(offset) or is_sample(self._document, offset)
