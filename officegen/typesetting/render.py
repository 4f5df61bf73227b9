"""From a document to the bytes of a Word file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from officegen.documents.document import Document
from officegen.documents.kinds import find_kind
from officegen.errors import UsageError
from officegen.packs.pack import open_pack
from officegen.typesetting import relations
from officegen.typesetting.context import build_context
from officegen.typesetting.figures import Figures
from officegen.typesetting.flow import BodySetter
from officegen.typesetting.template import CompiledTemplate

Numbering = Literal["text", "auto"]


def render(
    document: Document,
    *,
    department: str | None = None,
    templates: str | os.PathLike[str] | None = None,
    numbering: Numbering = "text",
    layout: Mapping[str, str | bool] | None = None,
) -> bytes:
    """Render a document into the bytes of a .docx file.

    Args:
        document: What the document says.
        department: The pack whose templates are used; None for the default pack.
        templates: A folder of packs that is looked into first, or the folder of a pack itself.
        numbering: ``text`` writes the marks 一、（一） as text, ``auto`` makes Word lists of them.
        layout: Layout options that go before those of the pack, such as ``{"page": "gbt33476"}``.

    Returns:
        The file; the same arguments and the same version of officegen give the same bytes.

    Raises:
        InputError: Something the document refers to is not there, such as a picture.
        UsageError: An option has no such value.
        TemplateError: The pack or its template is at fault.
    """
    if numbering not in ("text", "auto"):
        raise UsageError(
            f"numbering（编号方式）没有“{numbering}”，可以写 text（文字）或 auto（Word 自动编号）。"
        )
    kind = find_kind(type(document).kind)
    folder = None if templates is None else Path(templates)
    file = open_pack(department, folder).template(kind, layout)
    return render_with(document, _compiled(file.data, file.name), numbering)


@lru_cache(maxsize=64)
def _compiled(data: bytes, name: str) -> CompiledTemplate:
    """Templates compiled so far, by content: a changed file is a new template."""
    return CompiledTemplate(data, name)


def render_with(document: Document, template: CompiledTemplate, numbering: Numbering = "text") -> bytes:
    """Render a document with a template at hand."""
    figures = Figures(template.sheet)
    lists = None
    if numbering == "auto":
        from officegen.typesetting.lists import Lists

        lists = Lists(template.numbering)
    context = build_context(document, template.sheet, BodySetter(template.sheet, figures, lists))
    replaced, added = relations.attach(template, figures.pictures, lists.write() if lists else None)
    return template.render(context, replaced, added)
