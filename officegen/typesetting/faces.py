"""“ ” …… —— in the Chinese face, where a template sets digits and Latin letters in another one.

These characters stand in Chinese and in Western fonts alike. Word takes the Chinese face where a run says
so; LibreOffice goes by the characters around, and takes the Western one between digits (14:30—18:00). Runs of
their own that name the Chinese face for both come out right everywhere. Templates with one face for
all have no need of this, and nothing is done to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from officegen.typesetting.markup import SHARED

_STYLE = re.compile(r"<w:style\s[^>]*?w:styleId=\"([^\"]+)\"[^>]*>(.*?)</w:style>", re.DOTALL)
_BASE = re.compile(r'<w:basedOn w:val="([^"]+)"')
_FONTS = re.compile(r"<w:rFonts\b[^>]*/>")
_PIECE = re.compile(
    r'<w:p[ >]|<w:pStyle w:val="(?P<paragraph>[^"]+)"'
    r"|<w:r(?: [^>]*)?>(?P<properties><w:rPr>.*?</w:rPr>)?(?P<content>.*?)</w:r>",
    re.DOTALL,
)
# Pictures, text boxes and fields are left as they are.
_OTHER = re.compile(r"<(?!/?w:t\b|w:tab/>|w:br/>)")
_RUN_STYLE = re.compile(r'<w:rStyle w:val="([^"]+)"/>')
_TOKEN = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)</w:t>|<[^>]*>")


def mixed_faces(styles_xml: str) -> dict[str, str]:
    """The Chinese face of every style that sets Western characters in another one, by style id."""
    found: dict[str, tuple[str | None, str | None, str | None]] = {}
    for style, body in _STYLE.findall(styles_xml):
        base, fonts = _BASE.search(body), _FONTS.search(body)
        element = fonts.group() if fonts else ""
        found[style] = (base[1] if base else None, _font(element, "ascii"), _font(element, "eastAsia"))
    faces = {}
    for style in found:
        western, chinese = _inherited(style, found, 1), _inherited(style, found, 2)
        if chinese and western and western != chinese:
            faces[style] = chinese
    return faces


def _font(element: str, script: str) -> str | None:
    match = re.search(rf'w:{script}="([^"]+)"', element)
    return match[1] if match else None


def _inherited(
    style: str | None, styles: Mapping[str, tuple[str | None, str | None, str | None]], which: int
) -> str | None:
    seen: set[str] = set()
    while style is not None and style in styles and style not in seen:
        seen.add(style)
        if font := styles[style][which]:
            return font
        style = styles[style][0]
    return None


def settle_faces(xml: str, faces: Mapping[str, str]) -> str:
    """A rendered part with its shared characters in runs of their own that name the Chinese face.

    Args:
        xml: The part.
        faces: The Chinese faces by style id, as :func:`mixed_faces` gives them.
    """
    style = ""

    def settle(match: re.Match[str]) -> str:
        nonlocal style
        content = match["content"]
        if content is None:
            style = match["paragraph"] or ""
            return match.group()
        if not SHARED.search(content) or _OTHER.search(content):
            return match.group()
        properties = match["properties"] or ""
        own = _RUN_STYLE.search(properties)
        face = faces.get(own[1], "") if own else ""
        face = face or faces.get(style, "")
        return "".join(_parted(properties, content, face)) if face else match.group()

    return _PIECE.sub(settle, xml)


def _parted(properties: str, content: str, face: str) -> Iterator[str]:
    """A run in parts, each with shared characters only or without any."""
    chinese = _in_face(properties, face)
    for token in _TOKEN.finditer(content):
        if token[1] is None:
            yield f"<w:r>{properties}{token.group()}</w:r>"
            continue
        end = 0
        for shared in re.finditer(f"(?:{SHARED.pattern})+", token[2]):
            if shared.start() > end:
                yield f"<w:r>{properties}{token[1]}{token[2][end : shared.start()]}</w:t></w:r>"
            yield f"<w:r>{chinese}{token[1]}{shared.group()}</w:t></w:r>"
            end = shared.end()
        if end < len(token[2]):
            yield f"<w:r>{properties}{token[1]}{token[2][end:]}</w:t></w:r>"


def _in_face(properties: str, face: str) -> str:
    fonts = f'<w:rFonts w:hint="eastAsia" w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/>'
    inside = _FONTS.sub("", properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>"))
    named = _RUN_STYLE.match(inside)
    at = named.end() if named else 0
    return f"<w:rPr>{inside[:at]}{fonts}{inside[at:]}</w:rPr>"
