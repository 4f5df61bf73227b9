"""Parts that a body brings along, pictures and lists, made known to the rest of the package."""

from __future__ import annotations

from collections.abc import Sequence

from officegen.typesetting.figures import Picture
from officegen.typesetting.template import CONTENT_TYPES, NUMBERING, RELATIONSHIPS, CompiledTemplate

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_NUMBERING_ID = "rIdOfficegenNumbering"


def attach(
    template: CompiledTemplate, pictures: Sequence[Picture], numbering_xml: str | None
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The parts of a template that change because of them, and the parts that come new."""
    replaced: dict[str, bytes] = {}
    added = {picture.name: picture.data for picture in pictures}
    relationships = [_relationship(picture.relationship, "image", picture.name) for picture in pictures]
    types = [
        _default_type(ending) for ending in sorted({picture.name.rpartition(".")[2] for picture in pictures})
    ]
    if numbering_xml is not None:
        data = numbering_xml.encode("utf-8")
        if template.numbering is not None:
            replaced[NUMBERING] = data
        else:
            added[NUMBERING] = data
            relationships.append(_relationship(_NUMBERING_ID, "numbering", NUMBERING))
            types.append(f'<Override PartName="/{NUMBERING}" ContentType="{_NUMBERING_TYPE}"/>')
    if relationships:
        known = template.texts[RELATIONSHIPS]
        fresh = [one for one in relationships if one.split(" Type")[0] not in known]
        replaced[RELATIONSHIPS] = _before_end(known, "</Relationships>", fresh)
        known = template.texts[CONTENT_TYPES]
        fresh = [one for one in types if one.split(" ContentType")[0] not in known]
        replaced[CONTENT_TYPES] = _before_end(known, "</Types>", fresh)
    return replaced, added


def _relationship(name: str, kind: str, part: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{part.removeprefix("word/")}"/>'


def _default_type(ending: str) -> str:
    return f'<Default Extension="{ending}" ContentType="image/{ending}"/>'


def _before_end(xml: str, end: str, elements: Sequence[str]) -> bytes:
    """The XML with elements put before its closing tag."""
    place = xml.rindex(end)
    return (xml[:place] + "".join(elements) + xml[place:]).encode("utf-8")
