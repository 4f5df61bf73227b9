"""Files → documents, with a report of what was dropped, changed and doubted on the way."""

from __future__ import annotations

import os
from pathlib import Path

from officegen.errors import InputError
from officegen.reading.encodings import decode
from officegen.reading.forms import Syntax, guess_syntax, read_forms, syntax_of
from officegen.reading.report import Changed, Doubt, Dropped, Reading, Report

__all__ = ["Changed", "Doubt", "Dropped", "Reading", "Report", "Syntax", "read", "read_bytes", "read_text"]


def read(source: str | os.PathLike[str], *, kind: str | None = None) -> Reading:
    """Read a form.

    Args:
        source: A YAML, JSON or TOML file.
        kind: The kind of document by either name; it goes before what the form says.

    Raises:
        InputError: The file cannot be read, or what it says is at fault.
        UsageError: There is no such kind.
    """
    path = Path(source)
    name = str(source)
    data = _load(path, name)
    syntax = syntax_of(path, name)
    return read_text(decode(data, name), name=name, syntax=syntax, kind=kind, folder=path.parent)


def read_bytes(data: bytes, *, name: str = "", kind: str | None = None) -> Reading:
    """Read a form that does not come from a file; JSON where it starts with a brace, else YAML.

    Args:
        data: The form in any encoding that files may have.
        name: What messages call it.
        kind: The kind of document by either name; it goes before what the form says.

    Raises:
        InputError: What the form says is at fault.
        UsageError: There is no such kind.
    """
    return read_text(decode(data, name), name=name, kind=kind)


def read_text(
    text: str,
    *,
    name: str = "",
    syntax: Syntax | None = None,
    kind: str | None = None,
    folder: Path | None = None,
) -> Reading:
    """Read a form that is text already.

    Args:
        text: The form.
        name: What messages call it.
        syntax: What it is written in; None takes JSON where it starts with a brace, else YAML.
        kind: The kind of document by either name; it goes before what the form says.
        folder: Where relative paths of pictures start; None for the current folder.

    Raises:
        InputError: What the form says is at fault.
        UsageError: There is no such kind.
    """
    return read_forms(text, name, syntax or guess_syntax(text), kind, folder or Path())


def _load(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("没有这个文件，请检查路径和文件名。", name) from None
    except IsADirectoryError:
        raise InputError("这是一个文件夹，请指明里面的表单文件。", name) from None
    except PermissionError:
        # Windows says this of a folder, too.
        words = "这是一个文件夹，请指明里面的表单文件。" if path.is_dir() else "没有权限读这个文件。"
        raise InputError(words, name) from None
    except (OSError, ValueError) as error:
        raise InputError(f"读不了这个文件（{error}）。", name) from None
