"""`make pictures`: renew the pictures of the documentation from the samples.

Needs LibreOffice. Where the fonts of official documents are not installed, the Fandol fonts stand in for
them if they are found (see ``tests/support/fandol.py``), so that the pictures are the same everywhere.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import officegen  # noqa: E402
from officegen.preview import to_pdf, to_pictures  # noqa: E402
from tests.support.fandol import find_fonts, write_fontconfig  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
DPI = 72
FRAME = "#b0b0b0"

SHOWN: dict[str, tuple[int, ...]] = {
    "会议通知-红头": (1, 2, -1),
    "会议通知-联合发文": (1,),
    "会议通知-工作例会": (1,),
    "讲话稿-推进会": (1,),
    "讲话稿-典范城市动员大会": (1,),
    "讲话稿-创文动员会": (1, 2),
    "表态发言-街道": (1,),
    "表态发言-民政局": (1,),
}
"""Which pages of which sample are shown; -1 is the last."""

ASCII_NAMES = {
    "会议通知-红头": "notice-red-head",
    "会议通知-联合发文": "notice-joint",
    "会议通知-工作例会": "notice-plain",
    "讲话稿-推进会": "speech",
    "讲话稿-典范城市动员大会": "speech-vice-minister",
    "讲话稿-创文动员会": "speech-long",
    "表态发言-街道": "pledge",
    "表态发言-民政局": "pledge-bureau",
}
"""File names that survive in every link."""


def main() -> None:
    """Draw the pages."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if fonts := find_fonts():
            os.environ["FONTCONFIG_FILE"] = str(write_fontconfig(Path(folder), fonts))
        for sample, shown in SHOWN.items():
            (source,) = ROOT.glob(f"samples/{sample}.*")
            (document,) = officegen.read(source).documents
            pages = to_pictures(to_pdf(officegen.render(document)), dpi=DPI)
            for page in shown:
                number = page if page > 0 else len(pages) + 1 + page
                path = PICTURES / f"{ASCII_NAMES[sample]}-{number if page > 0 else 'last'}.png"
                path.write_bytes(_framed(pages[number - 1]))
                print(path.relative_to(ROOT))


def _framed(png: bytes) -> bytes:
    """The page in a thin frame, in few colours so that it stays small."""
    with Image.open(io.BytesIO(png)) as page:
        framed = ImageOps.expand(page.convert("RGB"), border=1, fill=FRAME)
        result = io.BytesIO()
        framed.quantize(32).save(result, "PNG", optimize=True)
        return result.getvalue()


if __name__ == "__main__":
    main()
