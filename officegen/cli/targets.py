"""Where the files of a call go."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from officegen.cli.making import STANDARD, Named
from officegen.errors import UsageError
from officegen.output import check_distinct, check_targets, make_folder

SUFFIX = ".docx"


def check_call(inputs: Sequence[str], output: str | None, *, pdf: bool) -> None:
    """Refuse, before anything is read, a call that says too little or contradicts itself.

    Raises:
        UsageError: It does.
    """
    if output is None and STANDARD in inputs:
        raise UsageError("从标准输入读表单时，请用 -o 写明生成到哪里。")
    if output == STANDARD and pdf:
        raise UsageError("写到标准输出时不能同时生成 PDF，请用 -o 写明文件名。")
    if output == STANDARD and len(inputs) > 1:
        raise UsageError("标准输出只能写一份公文，请用 -o 写明文件夹。")
    if inputs.count(STANDARD) > 1:
        raise UsageError("标准输入只能读一次。")
    if output in (None, STANDARD) or named_folder(output, inputs):
        return
    if output and not output.lower().endswith(SUFFIX):
        raise UsageError(f"输出文件名请以 {SUFFIX} 结尾；要写到文件夹，请在末尾加“/”。写的是“{output}”。")


def named_folder(output: str | None, inputs: Sequence[str]) -> Path | None:
    """The folder that an output names: it is one, or is written as one, or has to hold several files."""
    if output and (len(inputs) > 1 or output.endswith(("/", os.sep)) or Path(output).is_dir()):
        return Path(output)
    return None


def plan(documents: Sequence[Named], output: str | None, inputs: Sequence[str]) -> list[Path]:
    """The path of each document's Word file; of several in one file each has a number."""
    if output is None:
        return [_with_suffix(named.stem) for named in documents]
    if folder := named_folder(output, inputs):
        return [folder / f"{named.stem.name}{SUFFIX}" for named in documents]
    path = Path(output)
    if len(documents) == 1:
        return [path]
    return [path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, len(documents) + 1)]


def _with_suffix(stem: Path) -> Path:
    # The stem may hold a dot of its own, which with_suffix would take for a suffix.
    return stem.with_name(stem.name + SUFFIX)


def prepare(paths: Sequence[Path], folder: Path | None, *, force: bool) -> None:
    """Make sure that every file can be written; make the folder that the call names where it is missing.

    Raises:
        OutputError: Two have the same name, or one cannot be written.
    """
    check_distinct(paths)
    if folder is not None:
        make_folder(folder)
    check_targets(paths, force=force)
