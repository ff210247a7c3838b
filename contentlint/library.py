"""contentlint for programs: text in, findings or text out; pure, thread-safe, no files written."""

from __future__ import annotations

from pathlib import Path

from contentlint.config import Config
from contentlint.job import Job, fixes_of
from contentlint.text import Source
from contentlint.wire import Result


def check(text: str, path: str = "article.md", config: Config | None = None) -> Result:
    """What is wrong with a text. `path` decides language, rules and schema; no such file need exist.

    Raises:
        ConfigError: the schema that the config or the text names cannot be used.
        TypeError: it is no text.
    """
    _prove_text(text)
    return Job(config or Config(Path.cwd())).examine(Source(path, text))[0]


def fix(text: str, path: str = "article.md", config: Config | None = None, *, unsafe: bool = False) -> str:
    """The text with every safe fix applied, and the unsafe ones where asked for.

    Raises:
        ConfigError: the schema that the config or the text names cannot be used.
        TypeError: it is no text.
    """
    _prove_text(text)
    config = config or Config(Path.cwd())
    source = Source(path, text)
    fixed = Job(config, fixes_of(config, unsafe=unsafe)).examine(source)[1]
    return (fixed or source).text


def _prove_text(text: object) -> None:
    if not isinstance(text, str):
        raise TypeError(f"the text is {type(text).__name__}, not str: decode it first")
