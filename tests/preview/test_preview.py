"""PDF and pictures, and what is said where a tool is missing or fails."""

from __future__ import annotations

import io
import os
import shutil
import struct
import sys
import time
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from officegen.api import read, render
from officegen.errors import MissingToolError
from officegen.preview import fonts, libreoffice, to_pdf, to_pictures
from tests.cli.call import write

_POSIX = pytest.mark.skipif(os.name == "nt", reason="stands in for LibreOffice with a shell script")


def _stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a script where LibreOffice is looked for."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: program)


@pytest.mark.libreoffice
def test_a_document_becomes_pdf_and_pictures(tmp_path: Path) -> None:
    form = tmp_path / write(tmp_path, "a.yaml")
    pdf = to_pdf(render(read(form).documents[0]))
    assert pdf.startswith(b"%PDF")
    (page,) = to_pictures(pdf, dpi=72)
    assert Image.open(io.BytesIO(page)).size == (596, 842)


def test_pictures_of_every_page() -> None:
    document = pypdfium2.PdfDocument.new()
    for width in (72, 144):
        document.new_page(width, 72)
    file = io.BytesIO()
    document.save(file)
    assert [Image.open(io.BytesIO(page)).size for page in to_pictures(file.getvalue(), dpi=72)] == [
        (72, 72),
        (144, 72),
    ]


def test_no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", {})
    with pytest.raises(MissingToolError, match=r"麒麟.*Windows、macOS") as caught:
        to_pdf(b"")
    assert caught.value.exit_status == 4


def test_libreoffice_in_a_usual_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.touch()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(sys, "platform", "here")
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", {"here": (str(tmp_path / "none"), str(program))})
    assert libreoffice.find_libreoffice() == program


@_POSIX
def test_libreoffice_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, "echo source file could not be loaded", monkeypatch)
    with pytest.raises(MissingToolError, match="没能转成 PDF。它说：source file could not be loaded"):
        to_pdf(b"")


@_POSIX
def test_libreoffice_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, f"sleep 60 & echo $! > '{tmp_path}/child'; wait", monkeypatch)
    with pytest.raises(MissingToolError, match="还没有转完"):
        to_pdf(b"", timeout=0.5)
    child = int((tmp_path / "child").read_text())
    with pytest.raises(ProcessLookupError):
        _wait_until_gone(child)


def _wait_until_gone(process: int) -> None:
    """Ask for a process until it is gone; who adopts it may take a moment to bury it."""
    for _ in range(100):
        stat = Path(f"/proc/{process}/stat")
        if stat.is_file() and stat.read_text().split()[2] == "Z":
            raise ProcessLookupError
        os.kill(process, 0)
        time.sleep(0.05)


@_POSIX
def test_libreoffice_cannot_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: tmp_path / "none")
    with pytest.raises(MissingToolError, match="启动不了"):
        to_pdf(b"")
    assert libreoffice.version(tmp_path / "none") == ""


def _font(*families: str) -> bytes:
    """The beginning of a font file: a directory with one table, the names."""
    strings = [family.encode("utf-16-be") for family in families]
    records, place = b"", 0
    for text in strings:
        records += struct.pack(">HHHHHH", 3, 1, 0x804, 1, len(text), place)
        place += len(text)
    table = struct.pack(">HHH", 0, len(strings), 6 + len(records)) + records + b"".join(strings)
    return (
        b"\0\1\0\0"
        + struct.pack(">HHHH", 1, 0, 0, 0)
        + b"name"
        + struct.pack(">III", 0, 28, len(table))
        + table
    )


def test_families_are_read_from_font_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/simfang.ttf").write_bytes(_font("仿宋", "FangSong"))
    (tmp_path / "broken.otf").write_bytes(b"\0\1")
    (tmp_path / "readme.txt").write_bytes(b"")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(fonts, "_font_folders", lambda: (tmp_path, tmp_path / "none"))
    assert fonts.installed_families() == {"仿宋", "FangSong"}


def test_a_collection_holds_several_fonts(tmp_path: Path) -> None:
    font = _font("宋体")
    head = b"ttcf" + struct.pack(">III", 0x10000, 1, 16)
    moved = font[:20] + struct.pack(">I", 28 + 16) + font[24:]
    (tmp_path / "simsun.ttc").write_bytes(head + moved)
    assert fonts._families_of(tmp_path / "simsun.ttc") == {"宋体"}


def test_fontconfig_is_asked_where_it_is() -> None:
    if shutil.which("fc-list") is None:
        pytest.skip("no fontconfig here")
    assert all(isinstance(family, str) for family in fonts.installed_families())
