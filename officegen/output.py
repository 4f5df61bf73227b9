"""Writing files: whole or not at all, never over an existing one unless told to.

The bytes go into a temporary file beside the target, which then takes the target's name in one step.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from officegen.errors import OutputError, Problem

_REASONS = {
    errno.ENOSPC: "磁盘空间不足，请清理后再试。",
    errno.EDQUOT: "磁盘配额已用完，请清理后再试。",
    errno.EROFS: "这个位置是只读的，请用 -o 换个文件夹。",
    errno.EACCES: "没有权限在这个文件夹里写文件，请用 -o 换个文件夹。",
    errno.EPERM: "没有权限在这个文件夹里写文件，请用 -o 换个文件夹。",
    errno.ENAMETOOLONG: "文件名太长，请换个短些的名字。",
}


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file that appears whole or not at all.

    Args:
        path: The file.
        data: What it holds.
        force: Whether a file that is there may be replaced.

    Raises:
        OutputError: The file is there already, or cannot be written.
    """
    check_target(path, force=force)
    temporary = path.with_name(f".officegen-{secrets.token_hex(8)}.tmp")
    try:
        _write_through(temporary, data)
        if force:
            temporary.replace(path)
        else:
            _take_free_name(temporary, path)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise _failed(path, error) from None
    finally:
        temporary.unlink(missing_ok=True)


def check_target(path: Path, *, force: bool = False) -> None:
    """Make sure, before any work is done, that a file can be written.

    Raises:
        OutputError: It cannot, or a file is there that must not be replaced.
    """
    folder = path.parent
    try:
        if path.is_dir():
            raise OutputError("这是一个文件夹，不能当作文件来写。请写出文件名。", str(path))
        if not folder.exists():
            raise OutputError(f"没有文件夹“{folder}”。请先建好它，或用 -o 换个位置。", str(path))
        if not folder.is_dir():
            raise OutputError(f"“{folder}”是一个文件，不是文件夹。请用 -o 换个位置。", str(path))
        if not force and os.path.lexists(path):
            raise _exists(path)
    except OSError as error:
        raise _failed(path, error) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(_REASONS[errno.EACCES], str(path))


def check_distinct(paths: Iterable[Path]) -> None:
    """Make sure that no two files would have the same name.

    Raises:
        OutputError: Two would.
    """
    taken: set[str] = set()
    for path in paths:
        name = os.path.normcase(path.absolute())
        if name in taken:
            raise OutputError("有两份公文都要写成这个文件。请用 -o 分开写，或给表单改名。", str(path))
        taken.add(name)


def check_targets(paths: Iterable[Path], *, force: bool = False) -> None:
    """Make sure that every one of several files can be written.

    Raises:
        OutputError: Some cannot; what is wrong with each of them is told.
    """
    problems: list[Problem] = []
    for path in paths:
        try:
            check_target(path, force=force)
        except OutputError as error:
            problems += [Problem(problem.describe(error.source)) for problem in error.problems]
    if problems:
        raise OutputError(problems)


def make_folder(folder: Path) -> None:
    """Make a folder unless it is there; its parent must be.

    Raises:
        OutputError: It cannot be made.
    """
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError:
        raise OutputError(
            f"没有文件夹“{folder.parent}”。请先建好它，或用 -o 换个位置。", str(folder)
        ) from None
    except FileExistsError:
        raise OutputError("这是一个文件，不是文件夹。请用 -o 换个位置。", str(folder)) from None
    except OSError as error:
        raise _failed(folder, error) from None


def _write_through(path: Path, data: bytes) -> None:
    """Write a new file and wait until it has reached the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_free_name(temporary: Path, path: Path) -> None:
    """Give a file its final name, unless somebody else has taken that name meanwhile."""
    try:
        # A link, unlike a rename, never replaces a file.
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (FAT, some network drives): reserve the name, then replace.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        temporary.replace(path)


def _exists(path: Path) -> OutputError:
    return OutputError("文件已经存在，没有覆盖它。要覆盖请加 --force，或用 -o 换个名字。", str(path))


def _failed(path: Path, error: OSError) -> OutputError:
    reason = _REASONS.get(error.errno or 0) or f"写不进去（{error.strerror or error}）。"
    return OutputError(reason, str(path))
