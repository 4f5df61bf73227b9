"""``officegen new``: a form to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from officegen.cli import options
from officegen.cli.console import tell


def new(
    kind: options.KindName,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FORM.yaml", help="写到哪个文件；不写就显示出来。", show_default=False
        ),
    ] = None,
    force: options.Force = False,
) -> None:
    """给出一份带说明的表单，改成自己的内容就能用。"""
    from officegen.documents.kinds import find_kind
    from officegen.reading.blank import blank_form

    form = blank_form(find_kind(kind))
    if output is None or str(output) == "-":
        tell(form.rstrip("\n"))
        return
    from officegen.output import write_file

    write_file(output, form.encode(), force=force)
    tell(f"已生成：{output}")
