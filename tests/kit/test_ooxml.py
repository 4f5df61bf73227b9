"""The Open XML SDK is really asked: it passes a valid file and complains about an invalid one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.specimen import Specimen, pack
from tests.support.ooxml import sdk_errors, sdk_errors_of

pytestmark = pytest.mark.ooxml


def test_a_valid_file_passes(tmp_path: Path) -> None:
    path = tmp_path / "valid.docx"
    path.write_bytes(Specimen().docx())
    assert sdk_errors(path) == []


def test_each_file_gets_its_own_verdict() -> None:
    parts = Specimen().parts()
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:sectPr>", "<w:sectPr><w:cols/>", 1)
    verdicts = sdk_errors_of({"disordered": pack(parts), "valid": Specimen().docx(), "no zip": b"x"})
    assert verdicts["valid"] == []
    assert "footerReference" in verdicts["disordered"][0]
    assert verdicts["no zip"]
