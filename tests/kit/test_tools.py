"""The tools the ruler needs: the stand-in fonts answer to their names, and a LibreOffice that hangs is ended."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.support import libreoffice
from tests.support.fandol import STAND_INS, find_fonts, write_fontconfig


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("fc-match") is None, reason="no fc-match: fontconfig is not installed")
def test_every_name_finds_its_stand_in(tmp_path: Path) -> None:
    fonts = find_fonts()
    assert fonts is not None
    environment = os.environ | {"FONTCONFIG_FILE": str(write_fontconfig(tmp_path, fonts))}
    for stand_in, names in STAND_INS.items():
        for name in names:
            answer = subprocess.run(
                # A bare hyphen would begin the size.
                ["fc-match", "-f", "%{file}", name.replace("-", r"\-")],
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
            assert Path(answer.stdout).name == f"{stand_in}-Regular.otf", name


def test_a_program_that_hangs_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "START_SECONDS", 0.5)
    monkeypatch.setattr(libreoffice, "DOCUMENT_SECONDS", 0)
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 &\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    hanging = libreoffice.LibreOffice(program, tmp_path / "fonts.conf", tmp_path / "profile")
    begun = time.monotonic()
    with pytest.raises(libreoffice.ConversionError, match=r"did not finish 1 documents in 0\.5 s"):
        hanging.to_pdf(b"")
    assert time.monotonic() - begun < 10
