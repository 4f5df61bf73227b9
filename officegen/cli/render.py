"""``officegen render``: forms → Word files."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from officegen.cli import options
from officegen.cli.console import tell


def render(
    inputs: options.Inputs,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="PATH", help="写到哪个文件或文件夹；- 是标准输出。", show_default=False
        ),
    ] = None,
    kind: options.Kind = None,
    department: options.Department = None,
    templates: options.Templates = None,
    numbering: options.Numbering = "text",
    layout: options.Layout = None,
    strict: options.Strict = False,
    force: options.Force = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="同时生成 PDF（要有 LibreOffice）。")] = False,
) -> None:
    """把表单生成 Word 文件。"""
    from officegen.cli import targets
    from officegen.cli.making import STANDARD, Style, read_inputs, render_all
    from officegen.errors import UsageError
    from officegen.output import write_file

    targets.check_call(inputs, output, pdf=pdf)
    documents = read_inputs(inputs, kind, strict=strict)
    if output == STANDARD and len(documents) > 1:
        raise UsageError(f"表单里有{len(documents)}份公文，标准输出只能写一份，请用 -o 写明文件名。")
    rendered = render_all(documents, Style(department, templates, numbering, layout or ()))
    if output == STANDARD:
        sys.stdout.buffer.write(rendered[0])
        return

    paths = targets.plan(documents, output, inputs)
    pdf_paths = [path.with_suffix(".pdf") for path in paths] if pdf else []
    targets.prepare([*paths, *pdf_paths], targets.named_folder(output, inputs), force=force)
    files = list(zip(paths, rendered, strict=True))
    if pdf:
        from officegen.preview import to_pdf

        files += zip(pdf_paths, map(to_pdf, rendered), strict=True)
    for path, data in files:
        write_file(path, data, force=force)
        tell(f"已生成：{path}")
