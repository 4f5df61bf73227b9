"""The zip file that a .docx is: read with guards, written so that the same parts give the same bytes.

Writing is our own because :mod:`zipfile` cannot take parts that are deflated already, and deflating the
parts that never change is nine tenths of the work of a render.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LEVEL = 6
_EPOCH = (1 << 5) | 1
"""1 January 1980, the first day that zip knows, as a DOS date; its time is 0."""
_UTF8 = 0x800
_DEFLATE = 8
_VERSION = 20

# A Word template is a few dozen kilobytes; what goes beyond these limits is a bomb or no template.
_MAX_PARTS = 500
_MAX_SIZE = 50_000_000
_MAX_RATIO = 200


class PackageError(ValueError):
    """The bytes are no Office package, or one that must not be opened; the text is Chinese."""


class Part(NamedTuple):
    """A part as it lies in the zip file: its name, its deflated bytes, and what the zip says of them."""

    name: str
    deflated: bytes
    crc: int
    size: int


def deflate(name: str, data: bytes) -> Part:
    """Make a part ready to be written."""
    squeezer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Part(name, squeezer.compress(data) + squeezer.flush(), zlib.crc32(data), len(data))


def write_package(parts: Iterable[Part]) -> bytes:
    """Put parts together into a package, in the order given."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode("utf-8")
        common = struct.pack(
            "<HHHHHIIIHH",
            _VERSION, _UTF8, _DEFLATE, 0, _EPOCH, part.crc, len(part.deflated), part.size, len(name), 0,
        )  # fmt: skip
        directory.append(
            b"PK\x01\x02"
            + struct.pack("<H", _VERSION)
            + common
            + struct.pack("<HHHII", 0, 0, 0, 0, offset)
            + name
        )
        pieces += (b"PK\x03\x04" + common + name, part.deflated)
        offset += 30 + len(name) + len(part.deflated)
    central = b"".join(directory)
    end = struct.pack("<HHHHIIH", 0, 0, len(directory), len(directory), len(central), offset, 0)
    return b"".join((*pieces, central, b"PK\x05\x06", end))


def read_package(data: bytes) -> dict[str, bytes]:
    """Every part of a package by name, in the order in which they are stored.

    Raises:
        PackageError: The bytes are no zip file, or one that is too large, too dense, or climbs out of itself.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _guard(entries)
            return {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError):
        raise PackageError("不是可以打开的 Word 文件（.docx），可能已损坏或加密") from None


def _guard(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > _MAX_PARTS:
        raise PackageError(f"文件里有{len(entries)}个部件，超过{_MAX_PARTS}个，不像是 Word 模板")
    if len({entry.filename for entry in entries}) != len(entries):
        raise PackageError("文件里有重名的部件")
    size = sum(entry.file_size for entry in entries)
    if size > _MAX_SIZE:
        raise PackageError(f"文件展开后有{size // 1_000_000}兆字节，超过{_MAX_SIZE // 1_000_000}兆")
    for entry in entries:
        if entry.filename.startswith("/") or ".." in entry.filename.split("/") or "\\" in entry.filename:
            raise PackageError(f"文件里有不安全的部件名“{entry.filename}”")
        if entry.file_size > _MAX_RATIO * max(entry.compress_size, 1024):
            raise PackageError(f"部件“{entry.filename}”的压缩比异常")
