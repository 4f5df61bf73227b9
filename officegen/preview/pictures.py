"""PDF → one picture for each page."""

from __future__ import annotations

import io
from importlib.util import find_spec

from officegen.errors import MissingToolError

DPI = 110
"""Dots for each inch: a page is then about as wide as half a screen, and its text can be read."""


def to_pictures(pdf: bytes, dpi: float = DPI) -> list[bytes]:
    """Draw every page of a PDF as PNG.

    Raises:
        MissingToolError: The packages that draw are not installed.
    """
    check_packages()
    import pypdfium2

    pictures = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            file = io.BytesIO()
            page.render(scale=dpi / 72).to_pil().save(file, format="PNG", optimize=True)
            pictures.append(file.getvalue())
    return pictures


def check_packages() -> None:
    """Make sure that pages can be drawn, before any work is done.

    Raises:
        MissingToolError: They cannot.
    """
    if not all(find_spec(package) for package in ("pypdfium2", "PIL")):
        raise MissingToolError('生成页面图片要另装两个包，请运行：pip install "officegen[preview]"')
