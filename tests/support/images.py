"""Small pictures, made byte by byte."""

from __future__ import annotations

import struct
import zlib


def png(width: int, height: int, dpi: int | None = None, grey: int = 0) -> bytes:
    """A grey picture.

    Args:
        width: In pixels.
        height: In pixels.
        dpi: Its resolution; None where the file does not say.
        grey: The shade, to make files that differ.
    """
    per_metre = round((dpi or 0) / 0.0254)
    resolution = _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) if dpi else b""
    rows = (b"\0" + bytes([grey]) * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + resolution
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def jpeg(width: int, height: int, dpi: int) -> bytes:
    """The headers of a photograph, which are all that typesetting reads of it."""
    app0 = b"JFIF\0\x01\x01\x01" + struct.pack(">HHBB", dpi, dpi, 0, 0)
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    return (
        b"\xff\xd8"
        + b"\xff\xe0" + struct.pack(">H", len(app0) + 2) + app0
        + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame
        + b"\xff\xda" + struct.pack(">H", 8) + b"\x01\x01\0\0\x3f\0" + b"\0"
        + b"\xff\xd9"
    )  # fmt: skip


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
