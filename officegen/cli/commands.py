"""What all commands share: Chinese help, and errors that end as messages and exit statuses."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from officegen.cli.console import complain, use_utf8
from officegen.errors import OfficegenError

_INTERRUPTED = 130

# BadParameter is a UsageError is a ClickException, wherever a version of typer keeps them.
_ClickException: type[Exception] = typer.BadParameter.__mro__[2]


class Command(TyperCommand):
    """A command whose help is Chinese throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        from officegen.cli.chinese import translate_help

        return translate_help(super().get_help(ctx))


class Commands(TyperGroup):
    """The group of all commands; here every error ends."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        from officegen.cli.chinese import translate_help

        return translate_help(super().get_help(ctx))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command; a user's mistake becomes a message and an exit status, never a traceback."""
        use_utf8()
        try:
            status = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except OfficegenError as error:
            complain(str(error))
            status = error.exit_status
        except typer.Abort:
            status = _INTERRUPTED
        except _ClickException as error:
            _say_usage_error(error)
            status = getattr(error, "exit_code", 2)
        _flush()
        if standalone_mode:
            sys.exit(status)
        return status


def _say_usage_error(error: Exception) -> None:
    from officegen.cli.chinese import translate_usage_error

    said = translate_usage_error(error)
    # A call without a command is answered with the whole help, which is no error message.
    if "\n" in said:
        sys.stderr.write(f"{said}\n")
    else:
        complain(said)


def _flush() -> None:
    """Write out what is left; where nobody reads it any more (``| head``), let it go."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
