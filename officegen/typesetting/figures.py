"""Pictures of the body: sized, placed, and collected for the package."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from officegen.documents.blocks import Figure
from officegen.errors import InputError
from officegen.typesetting.markup import escape, paragraph, run
from officegen.typesetting.sheet import Sheet

_EMU_PER_TWIP = 635
_EMU_PER_INCH = 914400


class Picture(NamedTuple):
    """A picture as a part of the package.

    Attributes:
        name: The part's name, such as ``word/media/officegen-1f0c….png``.
        relationship: The id under which the document refers to it.
        data: The file's bytes.
    """

    name: str
    relationship: str
    data: bytes


class Figures:
    """Sets pictures, each file once in the package however often it is shown."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._by_hash: dict[str, Picture] = {}
        self._number = sheet.drawings

    @property
    def pictures(self) -> list[Picture]:
        """Every picture that was set, in order of first appearance."""
        return list(self._by_hash.values())

    def set(self, figure: Figure) -> str:
        """The picture in a paragraph of its own, and its caption below."""
        data = _read(figure.image)
        picture, width, height = self._collect(data, figure)
        self._number += 1
        drawing = _drawing(picture.relationship, self._number, figure.caption or "", width, height)
        keep = "<w:keepNext/>" if figure.caption else ""
        shown = paragraph(self._sheet.style("图片"), f"<w:r>{drawing}</w:r>", keep)
        return shown + (paragraph(self._sheet.style("图题"), run(figure.caption)) if figure.caption else "")

    def _collect(self, data: bytes, figure: Figure) -> tuple[Picture, int, int]:
        # python-docx knows the size and resolution of pictures; it is heavy and most documents have none.
        from docx.image.image import Image

        try:
            image = Image.from_blob(data)
        except Exception:  # python-docx has errors of its own, and a bare Exception where a file is cut off
            image = None
        if (
            image is None
            or image.content_type not in ("image/png", "image/jpeg")
            or not image.px_width
            or not image.px_height
        ):
            raise InputError(f"图片“{figure.image}”不是 PNG 或 JPEG 文件。请换成这两种格式之一。")
        # Named by what it is, so that a template that has a picture of ours keeps it.
        key = hashlib.sha256(data).hexdigest()[:16]
        if key not in self._by_hash:
            ending = "png" if image.content_type == "image/png" else "jpeg"
            self._by_hash[key] = Picture(f"word/media/officegen-{key}.{ending}", f"rIdOfficegen-{key}", data)
        width = round(image.px_width / (image.horz_dpi or 96) * _EMU_PER_INCH)
        height = round(image.px_height / (image.vert_dpi or 96) * _EMU_PER_INCH)
        return self._by_hash[key], *self._fit(width, height, figure.width)

    def _fit(self, width: int, height: int, wanted: float | None) -> tuple[int, int]:
        """The size in EMU: as wide as asked, and never beyond the type area, with room for a caption."""
        from officegen.standard import units

        scale = 1.0
        if wanted is not None:
            scale = units.twips_from_millimetres(wanted) * _EMU_PER_TWIP / width
        room = (self._sheet.height - 2 * self._sheet.line) * _EMU_PER_TWIP
        scale = min(scale, self._sheet.width * _EMU_PER_TWIP / width, room / height)
        return max(1, round(width * scale)), max(1, round(height * scale))


def _read(image: str) -> bytes:
    path = Path(image)
    try:
        return path.read_bytes()
    except OSError:
        raise InputError(f"找不到图片“{image}”。请核对文件名；图片的位置相对于表单所在的文件夹。") from None


def _drawing(relationship: str, number: int, caption: str, width: int, height: int) -> str:
    name = f'id="{number}" name="图片{number}" descr="{escape(caption).replace(chr(34), "&quot;")}"'
    return (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr {name}/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="图片{number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        f' r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
