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

BEST = 6
FAST = 1
"""For parts that are squeezed in every render: two fifths of the time for a tenth more of Chinese text."""

_HEADER = struct.Struct("<HHHHHIIIHH")
_WHERE = struct.Struct("<HHHII")
_END = struct.Struct("<HHHHIIH")
_MADE_BY = b"PK\x01\x02\x14\x00"
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
    """A part as it lies in the zip file.

    Attributes:
        name: Its name.
        header: What the zip says of it before its bytes and again in its directory.
        deflated: Its bytes.
    """

    name: bytes
    header: bytes
    deflated: bytes


def deflate(name: str, data: bytes, level: int = BEST) -> Part:
    """Make a part ready to be written.

    Args:
        name: The part's name.
        data: Its bytes.
        level: How hard to squeeze, as zlib counts; :data:`BEST` for what is squeezed once and kept.
    """
    deflated = zlib.compress(data, level, -zlib.MAX_WBITS)
    encoded = name.encode("utf-8")
    header = _HEADER.pack(
        _VERSION, _UTF8, _DEFLATE, 0, _EPOCH, zlib.crc32(data), len(deflated), len(data), len(encoded), 0
    )
    return Part(encoded, header, deflated)


def write_package(parts: Iterable[Part]) -> bytes:
    """Put parts together into a package, in the order given."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, header, deflated in parts:
        pieces += (b"PK\x03\x04", header, name, deflated)
        directory += (_MADE_BY, header, _WHERE.pack(0, 0, 0, 0, offset), name)
        offset += 4 + _HEADER.size + len(name) + len(deflated)
    count, size = len(directory) // 4, sum(map(len, directory))
    return b"".join((*pieces, *directory, b"PK\x05\x06", _END.pack(0, 0, count, count, size, offset, 0)))


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
