"""The command line: one file a command, imported when it is typed."""

from __future__ import annotations

import importlib
import os
import sys

import click

from contentlint.interrupts import unwind_when_asked_to_end

_COMMANDS = {
    "check": "Check content files, and fix them with --fix.",
    "rule": "Explain a rule, or list them.",
    "config": "List every option, explain one, or show what is in effect for a path.",
    "baseline": "Write the baseline: from now on only new findings are reported.",
    "init": "Look at the content here and propose a config and a schema.",
    "schema": "Infer a JSON schema from your front matter, or check one.",
    "clean": "Remove the cache.",
    "version": "Print the version and the platform.",
}


_SYNONYMS = {
    "lint": "check",
    "run": "check",
    "fix": "check --fix",
    "format": "check --fix",
    "rules": "rule",
    "explain": "rule",
}


class _Commands(click.Group):
    def list_commands(self, context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(f"contentlint.cli.{name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from contentlint.wording import did_you_mean

            hint = (
                f" — did you mean {_SYNONYMS[args[0]]}?" if args[0] in _SYNONYMS else did_you_mean(args[0], _COMMANDS)
            )
            if os.path.exists(args[0]):
                hint = f' — to check it: contentlint check "{args[0]}"'
            raise click.UsageError(f'there is no command "{args[0]}"{hint}', context)
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from contentlint.cli.version import told

        click.echo(told())
        context.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help="Print the version."
)
def cli() -> None:
    """contentlint checks articles: front matter and HTML in one run, with fixes that can be trusted."""


def main() -> None:
    """Run the command line; no traceback reaches a user."""
    _mend_streams()
    unwind_when_asked_to_end()
    try:
        _refuse_flag_like(sys.argv[2:])
        status = cli(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        status = exit_.exit_code
    except (Exception, KeyboardInterrupt) as error:
        _tell(error)
        status = 2
    sys.exit(status if isinstance(status, int) else 0)


def _mend_streams() -> None:
    """Make standard output and error fit to be written to: either may be closed, or spell less than we say."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _tell(error: BaseException) -> None:
    if isinstance(error, BrokenPipeError):
        from contentlint.cli.say import hush

        hush(sys.stdout)
    elif isinstance(error, click.UsageError):
        if isinstance(error, click.NoSuchOption) and error.option_name == "--":  # of an argument such as -q-x.md
            told = 'a dash stands among flags of one letter: part them by a blank, or put "--" before file names'
            error = click.UsageError(told, error.ctx)
        error.show()
    else:
        from contentlint.cli.say import complain

        complain(_reason(error))


def _reason(error: BaseException) -> str:
    """Why a run ended, in one line."""
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        return "stopped"
    from contentlint.disk import Unusable
    from contentlint.errors import ConfigError

    if isinstance(error, FileNotFoundError) and not error.filename:  # every other one is asked for by name
        return "the working folder is gone"
    if isinstance(error, OSError):
        named = f"{str(error.filename)[:100]}: " if error.filename else ""
        return f"{named}{error.strerror or error}"
    if isinstance(error, (ConfigError, Unusable)):
        return str(error)
    return f"internal error: {type(error).__name__}: {error}; please report it"


def _refuse_flag_like(arguments: list[str]) -> None:
    """A file called `--fix` must not become a flag: `--` says where file names begin."""
    for argument in arguments:
        if argument == "--":
            return
        if argument.startswith("-") and argument != "-" and os.path.lexists(argument):
            raise click.UsageError(f'there is a file called "{argument}": put "--" before file names')
