"""A written file is there whole or not at all, and never replaces another unasked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from officegen import output
from officegen.errors import OutputError
from officegen.output import check_distinct, check_targets, make_folder, write_file


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_writes(tmp_path: Path) -> None:
    write_file(tmp_path / "a.docx", b"data")
    assert (tmp_path / "a.docx").read_bytes() == b"data"
    assert _names(tmp_path) == ["a.docx"]


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"a\.docx：文件已经存在，没有覆盖它。要覆盖请加 --force"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert _names(tmp_path) == ["a.docx"]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    path = tmp_path / "a.docx"
    write_through = output._write_through

    def interfere(temporary: Path, data: bytes) -> None:
        write_through(temporary, data)
        path.write_bytes(b"other")

    monkeypatch.setattr(output, "_write_through", interfere)
    if not links:
        monkeypatch.setattr(os, "link", _fail(errno.EOPNOTSUPP))
    with pytest.raises(OutputError, match="已经存在"):
        write_file(path, b"mine")
    assert path.read_bytes() == b"other"
    assert _names(tmp_path) == ["a.docx"]


def test_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _fail(errno.EPERM))
    write_file(tmp_path / "a.docx", b"data")
    assert (tmp_path / "a.docx").read_bytes() == b"data"
    assert _names(tmp_path) == ["a.docx"]


def _fail(number: int) -> object:
    def failing(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return failing


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EROFS, "只读"),
        (errno.EACCES, "没有权限"),
        (errno.EIO, "写不进去"),
    ],
)
def test_a_failed_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    monkeypatch.setattr(os, "fsync", _fail(number))
    with pytest.raises(OutputError, match=said):
        write_file(tmp_path / "a.docx", b"data")
    assert _names(tmp_path) == []


def test_targets_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="这是一个文件夹"):
        write_file(tmp_path, b"")
    with pytest.raises(OutputError, match=r"没有文件夹“.*none”。请先建好它"):
        write_file(tmp_path / "none" / "a.docx", b"")
    with pytest.raises(OutputError, match="是一个文件，不是文件夹"):
        write_file(tmp_path / "file" / "a.docx", b"")
    with pytest.raises(OutputError, match="文件名太长"):
        write_file(tmp_path / ("长" * 300), b"")


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match=r"a\.docx：没有权限在这个文件夹里写文件"):
        write_file(tmp_path / "a.docx", b"")


def test_the_system_itself_refuses() -> None:
    folder = Path("/proc")
    if not folder.is_dir():
        pytest.skip("no /proc here")
    with pytest.raises(OutputError):
        write_file(folder / "a.docx", b"")


def test_two_files_of_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="有两份公文都要写成这个文件"):
        check_distinct([Path("a"), Path("b"), tmp_path / "a"])


def test_all_targets_are_looked_at(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).touch()
    with pytest.raises(OutputError) as caught:
        check_targets([tmp_path / "a", tmp_path / "b", tmp_path / "c"])
    assert len(caught.value.problems) == 2


def test_folders_are_made_one_level_deep(tmp_path: Path) -> None:
    make_folder(tmp_path / "out")
    make_folder(tmp_path / "out")
    assert (tmp_path / "out").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="没有文件夹"):
        make_folder(tmp_path / "x" / "y")
    with pytest.raises(OutputError, match="不是文件夹"):
        make_folder(tmp_path / "file")
