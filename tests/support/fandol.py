"""The stand-in fonts: where Fandol lies, and a fontconfig file that lets it answer to the standard's names.

Documents name 仿宋_GB2312, 楷体_GB2312, 黑体, 小标宋 and 宋体, whatever the machine has. To measure pages the
same way everywhere, the free Fandol faces take their place: every Han character one em wide, all of GB 2312.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
"""The repository."""

STAND_INS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "FandolFang": (
            "仿宋_GB2312",
            "仿宋",
            "FangSong_GB2312",
            "FangSong",
            "华文仿宋",
            "STFangsong",
            "方正仿宋_GBK",
            "方正仿宋简体",
        ),
        "FandolKai": (
            "楷体_GB2312",
            "楷体",
            "KaiTi_GB2312",
            "KaiTi",
            "华文楷体",
            "STKaiti",
            "方正楷体_GBK",
            "方正楷体简体",
        ),
        "FandolHei": ("黑体", "SimHei", "华文黑体", "STHeiti", "方正黑体_GBK", "方正黑体简体"),
        "FandolSong": (
            "方正小标宋简体",
            "方正小标宋_GBK",
            "FZXiaoBiaoSong-B05S",
            "FZXiaoBiaoSong-B05",
            "华文中宋",
            "STZhongsong",
            "宋体",
            "SimSun",
            "新宋体",
            "NSimSun",
            "华文宋体",
            "STSong",
        ),
    }
)
"""Stand-in family → the names it answers to."""

_FILES = tuple(f"{family}-Regular.otf" for family in STAND_INS)


def find_fonts() -> Path | None:
    """The first folder that holds all four Fandol faces; None where there is none."""
    return next((folder for folder in _places() if all((folder / name).is_file() for name in _FILES)), None)


def write_fontconfig(folder: Path, fonts: Path) -> Path:
    """Write `fonts.conf`, with a cache folder beside it, into `folder`; returns its path.

    Our substitutions come before the system's, so that a real 仿宋 on the machine changes nothing.
    """
    substitutions = "".join(
        f'<match target="pattern"><test qual="any" name="family" compare="eq">'
        f"<string>{escape(name)}</string></test>"
        f'<edit name="family" mode="assign" binding="same"><string>{family}</string></edit></match>\n'
        for family, names in STAND_INS.items()
        for name in names
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        "<fontconfig>\n"
        f"<dir>{escape(str(fonts))}</dir>\n"
        f"<cachedir>{escape(str(folder / 'font-cache'))}</cachedir>\n"
        # The bold files call themselves regular: fontconfig would choose between the two at random.
        f"<selectfont><rejectfont><glob>{escape(str(fonts))}/Fandol*-Bold.otf</glob></rejectfont></selectfont>\n"
        f"{substitutions}"
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n'
        "</fontconfig>\n",
        encoding="utf-8",
    )
    return path


def _places() -> Iterator[Path]:
    if chosen := os.environ.get("OFFICEGEN_TEST_FONTS"):
        yield Path(chosen)
    yield ROOT / "build" / "fonts"
    yield Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")
    for tree in (Path.home() / ".fonts", Path("/usr/share/fonts")):
        if tree.is_dir():
            yield from (found.parent for found in sorted(tree.rglob(_FILES[0])))
