"""Word → PDF by LibreOffice, headless, with a profile of its own so that an open LibreOffice is left alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from officegen.errors import MissingToolError

TIMEOUT = 180.0
"""How many seconds one conversion may take; the first start with a new profile is slow."""

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = {
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files\LibreOffice\program\soffice.exe",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "linux": (
        "/usr/lib/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
        "/snap/bin/libreoffice",
    ),
}

HOW_TO_INSTALL = (
    "安装办法：Debian、Ubuntu、麒麟、统信：sudo apt install libreoffice-writer；"
    "Windows、macOS：从 https://zh-cn.libreoffice.org 下载安装。"
)


def find_libreoffice() -> Path | None:
    """The LibreOffice program, on the search path or where it is usually installed; None without it."""
    on_path = (shutil.which(name) for name in _NAMES)
    usual = (place for place in _USUAL_PLACES.get(sys.platform, ()) if Path(place).is_file())
    found = next((each for each in (*on_path, *usual) if each), None)
    return Path(found) if found else None


def version(program: Path) -> str:
    """What LibreOffice says of its version; empty where it says nothing."""
    try:
        done = subprocess.run(  # noqa: S603 - the program was found by us
            [program, "--version"], capture_output=True, text=True, errors="replace", timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def to_pdf(docx: bytes, *, timeout: float = TIMEOUT) -> bytes:
    """Lay a Word file out as PDF.

    Args:
        docx: The Word file.
        timeout: How many seconds it may take.

    Raises:
        MissingToolError: LibreOffice is not there, or did not manage it.
    """
    program = find_libreoffice()
    if program is None:
        raise MissingToolError(f"转成 PDF 要用 LibreOffice，这台电脑上没有找到。{HOW_TO_INSTALL}")
    with tempfile.TemporaryDirectory(prefix="officegen-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        source = folder / "document.docx"
        source.write_bytes(docx)
        said = _convert(program, source, folder, timeout)
        pdf = source.with_suffix(".pdf")
        if not pdf.is_file():
            raise MissingToolError(f"LibreOffice 没能转成 PDF。它说：{said.strip() or '（什么也没说）'}")
        return pdf.read_bytes()


def _convert(program: Path, source: Path, folder: Path, timeout: float) -> str:
    """Run LibreOffice and return what it said."""
    command = [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    ]
    try:
        process = subprocess.Popen(  # noqa: S603 - the program was found by us
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        raise MissingToolError(
            f"LibreOffice（{program}）启动不了：{error.strerror}。{HOW_TO_INSTALL}"
        ) from None
    with process:
        try:
            return process.communicate(timeout=timeout)[0]
        except subprocess.TimeoutExpired:
            raise MissingToolError(
                f"LibreOffice 用了{timeout:.0f}秒还没有转完，已经停下。请关闭其他程序后再试。"
            ) from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    """End the process and, as soffice is a script around the real program, all that it started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
