"""What tells a finding from the others of a report and stays when lines above it come and go."""

from __future__ import annotations

import hashlib
from collections import Counter

from contentlint.wire import Located


class Fingerprints:
    """Fingerprints of one report: equal findings of a file are told apart by their order."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, path: str, found: Located) -> str:
        # not what it says, which may name a line, or be put better one day
        return self.of_text(path, found.rule, " ".join(found.lines[0].split()) if found.lines else "")

    def of_text(self, *parts: str) -> str:
        key = "\0".join(parts)
        self._seen[key] += 1
        data = f"{key}\0{self._seen[key]}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(data).hexdigest()[:40]
