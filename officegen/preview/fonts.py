"""Which font families this machine has."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_SUFFIXES = frozenset((".ttf", ".ttc", ".otf", ".otc"))


def installed_families() -> frozenset[str]:
    """The names of all font families, in every language in which the fonts name themselves."""
    program = shutil.which("fc-list")
    return frozenset(_ask_fontconfig(program) if program else _look_into_folders())


def _ask_fontconfig(program: str) -> Iterator[str]:
    try:
        done = subprocess.run(  # noqa: S603 - the program was found by us
            [program, ":", "family"], capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return
    for line in done.stdout.decode("utf-8", errors="replace").splitlines():
        yield from (family.strip() for family in line.split(","))


def _look_into_folders() -> Iterator[str]:
    for folder in _font_folders():
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if file.suffix.lower() in _SUFFIXES:
                yield from _families_of(file)


def _font_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        return (
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            home / "AppData/Local/Microsoft/Windows/Fonts",
        )
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts")


_COLLECTION = b"ttcf"
_FAMILY_NAMES = (1, 16)
_UTF16_PLATFORMS = (0, 3)


def _families_of(path: Path) -> set[str]:
    """The family names that stand in a font file; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            if file.read(4) != _COLLECTION:
                return _families_at(file, 0)
            (count,) = struct.unpack(">4xI", file.read(8))
            offsets = struct.unpack(f">{count}I", file.read(4 * count))
            return set().union(*(_families_at(file, offset) for offset in offsets))
    except (OSError, struct.error, MemoryError):
        return set()


def _families_at(file: BinaryIO, offset: int) -> set[str]:
    """The family names of the font that starts at an offset of its file."""
    file.seek(offset + 4)
    (tables,) = struct.unpack(">H6x", file.read(8))
    start = dict(struct.iter_unpack(">4s4xI4x", file.read(16 * tables))).get(b"name")
    if start is None:
        return set()
    file.seek(start)
    count, strings = struct.unpack(">2xHH", file.read(6))
    records = [
        (length, start + strings + place)
        for platform, name, length, place in struct.iter_unpack(">H4xHHH", file.read(12 * count))
        if platform in _UTF16_PLATFORMS and name in _FAMILY_NAMES
    ]
    return {_text_at(file, place, length) for length, place in records}


def _text_at(file: BinaryIO, place: int, length: int) -> str:
    file.seek(place)
    return file.read(length).decode("utf-16-be", errors="replace")
