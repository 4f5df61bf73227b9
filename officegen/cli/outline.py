"""``officegen outline``: what was understood of a form."""

from __future__ import annotations

from typing import Annotated

import typer

from officegen.cli import options
from officegen.cli.console import tell


def outline(
    source: options.Input,
    kind: options.Kind = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """显示软件对内容的理解：层次、序号、表格。"""
    from officegen.cli.making import read_input, tell_doubts
    from officegen.documents import outline_view

    reading = read_input(source, kind)
    if as_json:
        import json

        view = {
            "documents": [outline_view.as_json(document) for document in reading.documents],
            "report": reading.report.as_json(),
        }
        tell(json.dumps(view, ensure_ascii=False, indent=2))
        return
    tell("\n\n".join(outline_view.as_tree(document) for document in reading.documents))
    tell_doubts(source, reading)
