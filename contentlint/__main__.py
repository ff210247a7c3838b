"""`python -m contentlint`: the same command. The working folder must not give us its own `yaml.py`."""

import os
import sys

try:
    if not sys.flags.safe_path and sys.path and os.path.realpath(sys.path[0] or ".") == os.path.realpath("."):
        del sys.path[0]
except OSError:  # it is gone, and gives nobody anything
    pass

from contentlint.cli import main

if __name__ == "__main__":
    main()
