"""Files that a site is built with rather than read: layouts, partials, templates for new articles."""

from __future__ import annotations

import re
from functools import lru_cache

from contentlint.patterns import pattern

_FOLDERS = pattern(
    r"(?:^|/)(?:_includes|_layouts|_templates|layouts|archetypes|scaffolds|templates|themes|partials)/", re.IGNORECASE
)


@lru_cache
def is_site_part(path: str) -> bool:
    """Whether a file lies where generators keep their parts."""
    return _FOLDERS.search(path) is not None
