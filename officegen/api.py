"""The functions that officegen offers to other programs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from officegen.documents.document import Document
from officegen.documents.kinds import Kind, kinds
from officegen.output import write_file
from officegen.packs import finding
from officegen.reading import Reading
from officegen.reading import read as _read
from officegen.typesetting.render import Numbering
from officegen.typesetting.render import render as _render

__all__ = ["Kind", "Numbering", "Reading", "departments", "kinds", "read", "render", "save"]


def read(source: str | os.PathLike[str], *, kind: str | None = None) -> Reading:
    """Read a form (YAML, JSON or TOML).

    Args:
        source: The file.
        kind: The kind of document by its English or Chinese name; None takes it from the form.

    Returns:
        The documents in it, and a report of what is doubtful in them.

    Raises:
        InputError: The file cannot be read, or what it says is at fault.
    """
    return _read(source, kind=kind)


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
        numbering: ``"text"`` writes the marks 一、（一） as text, ``"auto"`` makes Word lists of them.
        layout: Layout options that go before those of the pack, such as ``{"page": "gbt33476"}``.

    Returns:
        The file; the same arguments and the same version of officegen give the same bytes.

    Raises:
        InputError: Something the document refers to is not there, such as a picture.
        UsageError: An option has no such value.
        TemplateError: The pack or its template is at fault.
    """
    folder = None if templates is None else Path(templates)
    return _render(document, department=department, templates=folder, numbering=numbering, layout=layout)


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
