"""Pictures that a form names: each gets its full path, and those that are not there are found."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from officegen.documents.blocks import Figure
from officegen.documents.document import Document
from officegen.documents.fields import Part


def place_figures(document: Document, folder: Path) -> tuple[Document, list[str]]:
    """The document with the full path of every picture, and the pictures that are no files, as typed.

    Args:
        document: The document as it was read.
        folder: Where relative paths start: the form's own folder.
    """
    missing: list[str] = []
    return cast("Document", _placed(document, folder, missing)), missing


def _placed(value: object, folder: Path, missing: list[str]) -> object:
    """The value with full paths in it; the very same one where it holds no picture."""
    if isinstance(value, Figure):
        path = (folder / value.image).absolute()
        if not path.is_file():
            missing.append(value.image)
        return value.model_copy(update={"image": str(path)})
    if isinstance(value, Part):
        changes = {}
        for name in value.model_fields_set:
            old = getattr(value, name)
            if isinstance(old, list | Part) and (new := _placed(old, folder, missing)) is not old:
                changes[name] = new
        return value.model_copy(update=changes) if changes else value
    if isinstance(value, list):
        items = [_placed(each, folder, missing) for each in value]
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value
