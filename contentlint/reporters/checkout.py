"""Where a file lies in the checkout that a CI works on: its annotations are looked for there, wherever a step runs."""

from __future__ import annotations

import os
import posixpath
from functools import lru_cache


def in_checkout(path: str, variable: str) -> str:
    """A path relative to the folder that this variable of the CI names; as it is where none does, or outside of it."""
    return posixpath.normpath(posixpath.join(_here(os.environ.get(variable, ""), os.getcwd()), path))


@lru_cache
def _here(root: str, folder: str) -> str:
    """The working folder as the checkout's root calls it, "" where it is that root, or lies elsewhere."""
    here = os.path.relpath(folder, os.path.realpath(root)) if root else ""
    return "" if here.startswith(os.pardir) or here == os.curdir else here.replace(os.sep, "/")
