"""The functions that officegen offers to other programs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from officegen.documents.document import Document
from officegen.documents.kinds import Kind, kinds
from officegen.output import write_file
from officegen.packs import finding
from officegen.reading import Reading, read
from officegen.typesetting.render import Numbering, render

__all__ = ["Kind", "Numbering", "Reading", "departments", "kinds", "read", "render", "save"]


def save(
    document: Document,
    path: str | os.PathLike[str],
    *,
    force: bool = False,
    department: str | None = None,
    templates: str | os.PathLike[str] | None = None,
    numbering: Numbering = "text",
    layout: Mapping[str, str | bool] | None = None,
) -> Path:
    """Render a document and write it to a file, which appears whole or not at all.

    Args:
        document: What the document says.
        path: Where to write it.
        force: Whether a file that is there may be replaced.
        department: As in :func:`render`.
        templates: As in :func:`render`.
        numbering: As in :func:`render`.
        layout: As in :func:`render`.

    Returns:
        The path.

    Raises:
        OutputError: The file is there already, or cannot be written.
        InputError: As in :func:`render`.
        UsageError: As in :func:`render`.
        TemplateError: As in :func:`render`.
    """
    data = render(document, department=department, templates=templates, numbering=numbering, layout=layout)
    target = Path(path)
    write_file(target, data, force=force)
    return target


def departments(templates: str | os.PathLike[str] | None = None) -> list[str]:
    """The names of all packs that can be found, for ``department=``."""
    return finding.departments(None if templates is None else Path(templates))
