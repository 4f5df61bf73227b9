"""The command ``officegen``: one module for each command, each loading what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from officegen._version import __version__
from officegen.cli.commands import Command, Commands
from officegen.cli.doctor import doctor
from officegen.cli.kinds import kinds
from officegen.cli.new import new
from officegen.cli.outline import outline
from officegen.cli.preview import preview
from officegen.cli.render import render
from officegen.cli.schema import schema

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

for _command in (render, outline, new, kinds, schema, preview, doctor):
    app.command(cls=Command)(_command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"officegen {__version__}")
        raise typer.Exit


@app.callback()
def officegen(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本。", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """把公文的内容写成表单，生成合乎 GB/T 9704-2012 的 Word 文件。"""


def main() -> None:
    """Run the command line and leave with its exit status."""
    app(prog_name="officegen")
