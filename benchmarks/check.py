"""How long `contentlint check` takes: CPU time a file on one core, and of a run over one file.

    python benchmarks/check.py FOLDER [--runs 5]

Prints medians of user + system time; run it on a quiet machine, and before and after a change of a hot path.
"""

from __future__ import annotations

import argparse
import platform
import resource
import statistics
import subprocess
import sys
from pathlib import Path

FLAGS = ["--isolated", "--no-cache", "--jobs", "1", "--quiet", "--output-format", "concise"]


def cpu_seconds(*arguments: str) -> float:
    """User and system time of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "contentlint", *arguments], stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def median(runs: int, *arguments: str) -> float:
    return statistics.median(cpu_seconds(*arguments) for _ in range(runs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    files = [path for path in options.folder.rglob("*") if path.suffix in (".md", ".html", ".mdx", ".markdown")]
    size = sum(path.stat().st_size for path in files)
    start = median(options.runs, "--version")
    one = median(options.runs, "check", *FLAGS, str(files[0]))
    every = median(options.runs, "check", *FLAGS, str(options.folder))
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}")
    print(f"--version                {start * 1000:7.0f} ms")
    print(f"check, one file          {one * 1000:7.0f} ms")
    print(f"check, {len(files):,} files     {every * 1000:7.0f} ms  ({size / len(files) / 1000:.1f} KB a file)")
    print(f"a file, start left out   {(every - one) / max(len(files) - 1, 1) * 1000:7.2f} ms")


if __name__ == "__main__":
    main()
