"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="表单（YAML、JSON、TOML）；- 是标准输入。", show_default=False),
]
Input = Annotated[
    str, typer.Argument(metavar="INPUT", help="表单（YAML、JSON、TOML）；- 是标准输入。", show_default=False)
]
KindName = Annotated[str, typer.Argument(metavar="KIND", help="文种，如 会议通知。", show_default=False)]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="K", help="文种；不写就看表单里写的。", show_default=False)
]
Department = Annotated[
    str | None, typer.Option("--department", metavar="D", help="用哪个部门的模板。", show_default=False)
]
Templates = Annotated[
    Path | None, typer.Option("--templates", metavar="DIR", help="模板所在的文件夹。", show_default=False)
]
Numbering = Annotated[
    str, typer.Option("--numbering", metavar="text|auto", help="序号：文字，或 Word 自动编号。")
]
Layout = Annotated[
    list[str] | None,
    typer.Option("--layout", metavar="KEY=VALUE", help="版式选项，可以写几次。", show_default=False),
]
Strict = Annotated[bool, typer.Option("--strict", help="有疑问也不生成。")]
Force = Annotated[bool, typer.Option("--force", help="覆盖已有的文件。")]
