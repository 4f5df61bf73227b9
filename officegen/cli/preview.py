"""``officegen preview``: how the documents look, as pictures of their pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from officegen.cli import options
from officegen.cli.console import tell


def preview(
    source: options.Input,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="写到哪个文件夹。", show_default=False),
    ] = None,
    kind: options.Kind = None,
    department: options.Department = None,
    templates: options.Templates = None,
    numbering: options.Numbering = "text",
    layout: options.Layout = None,
    strict: options.Strict = False,
    force: options.Force = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="也留下 PDF。")] = False,
    dpi: Annotated[int, typer.Option("--dpi", metavar="N", min=36, max=600, help="图片的精细程度。")] = 110,
) -> None:
    """生成页面图片，看看成文的样子（要有 LibreOffice）。"""
    from officegen.cli.making import Style, default_stem, read_inputs, render_all
    from officegen.cli.targets import prepare
    from officegen.output import write_file
    from officegen.preview import check_packages, to_pdf, to_pictures

    check_packages()
    documents = read_inputs([source], kind, strict=strict)
    rendered = render_all(documents, Style(department, templates, numbering, layout or ()))
    stem = default_stem(source)
    folder = output or stem.with_name(f"{stem.name}-预览")
    files: dict[Path, bytes] = {}
    for named, docx in zip(documents, rendered, strict=True):
        laid_out = to_pdf(docx)
        if pdf:
            files[folder / f"{named.stem.name}.pdf"] = laid_out
        of_document = f"{named.stem.name}-" if len(documents) > 1 else ""
        for number, picture in enumerate(to_pictures(laid_out, dpi), start=1):
            files[folder / f"{of_document}page-{number}.png"] = picture
    prepare(list(files), folder, force=force)
    for path, data in files.items():
        write_file(path, data, force=force)
        tell(f"已生成：{path}")
