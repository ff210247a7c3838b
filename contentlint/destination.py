"""Where a link leads: the same destination under its many spellings; standard library only.

The rules that clean links and `Document.reading()`, which guards them, must agree on this, so it stands here, below both.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from contentlint.address import as_read
from contentlint.redirectors import redirect_target
from contentlint.tracking_parameters import without_tracking

OF_TEMPLATES = {ord(sign): quote(sign) for sign in "{}<"}  # written out they could begin one


def canonical(url: str) -> str:
    """One spelling for all URLs that lead a reader to the same place."""
    url = as_read(url).strip()
    url = redirect_target(url) or url
    if url.startswith("//"):
        url = "https:" + url
    return re.sub(r"[\s|]", lambda sign: f"%{ord(sign[0]):02X}", without_tracking(url)).translate(OF_TEMPLATES)
