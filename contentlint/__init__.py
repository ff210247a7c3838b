"""contentlint: a linter and fixer for content files.

The public names; everything else may change.
"""

# Nothing is imported here: with `python -m contentlint` the working folder could bring its own module of that name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from contentlint.config import Config
    from contentlint.config_file import load_config
    from contentlint.library import check, fix
    from contentlint.wire import Result

__version__ = "0.1.0"
__all__ = ["Config", "Result", "__version__", "check", "fix", "load_config"]
_HOMES = {
    "Config": "contentlint.config",
    "load_config": "contentlint.config_file",
    "Result": "contentlint.wire",
    "check": "contentlint.library",
    "fix": "contentlint.library",
}


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> object:
    """Load a public name where it is first used, so that `contentlint --version` loads nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
