"""Where the command begins, also as `python -m contentlint`. The working folder must not give us its own `yaml.py`."""

import os
import sys

try:
    if not sys.flags.safe_path and sys.path and os.path.realpath(sys.path[0] or ".") == os.path.realpath("."):
        del sys.path[0]
except OSError:  # it is gone, and gives nobody anything
    pass


def main() -> None:
    """Run the command line; Ctrl-C gives no traceback, not even while it is still being imported."""
    try:
        from contentlint.cli import main as run

        run()
    except KeyboardInterrupt:
        print("contentlint: stopped", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
