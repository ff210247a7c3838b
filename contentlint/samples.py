"""Where an article shows characters instead of using them: code, in Markdown, in HTML and in WordPress' shortcodes."""

from __future__ import annotations

from contentlint.code_shortcodes import is_sample
from contentlint.document import Document, once
from contentlint.elements import SAMPLES
from contentlint.spans import Merged

_TAGS = SAMPLES | {"kbd", "tt"}


def in_sample(document: Document, offset: int) -> bool:
    """Whether any of them holds what stands here; of the shortcodes alone, whose markup takes effect, `is_sample` tells."""
    return document.in_code(offset) or _of_html(document).hold(offset) or is_sample(document, offset)


@once
def _of_html(document: Document) -> Merged:
    elements = document.tags(*_TAGS, samples=True)
    return Merged([node.whole for node in elements if node.end_tag is not None])
