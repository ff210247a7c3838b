"""`python -m contentlint`: the same command. The working folder must not give us its own `yaml.py`."""

import os
import sys


def _is_working_folder(path: str) -> bool:
    try:
        return os.path.realpath(path or ".") == os.path.realpath(".")
    except OSError:  # it is gone, and gives nobody anything
        return False


if not sys.flags.safe_path and sys.path and _is_working_folder(sys.path[0]):
    del sys.path[0]

from contentlint.cli import main

if __name__ == "__main__":
    main()
