"""All that has to be worked out of a template before it can be rendered; done once, then kept.

docxtpl is the front end: its ``patch_xml`` brings the XML that Word wrote into a form that Jinja reads.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

from docxtpl import DocxTemplate

from officegen.standard import load
from officegen.typesetting.faces import mixed_faces
from officegen.typesetting.language import understand
from officegen.typesetting.program import spoken
from officegen.typesetting.sheet import Sheet

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"
_FLOWING = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_MARKUP = re.compile(r"<[^>]+>")
_TAG = re.compile(r"\{[{%#]")
# docxtpl's own extensions that need its second pass over the rendered XML.
_NEEDS_DOCXTPL = re.compile(r"\{%\s*(colspan|cellbg|hm|vm)\b")

_STYLE = re.compile(
    r"<w:style\s[^>]*?w:styleId=\"([^\"]+)\"[^>]*>\s*<w:name w:val=\"([^\"]+)\"(.*?)</w:style>", re.DOTALL
)
_DRAWING = re.compile(r'<wp:docPr\b[^>]*? id="(\d+)"')
_ENTITIES = {"&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&"}
_LINE_PITCH = 579


def digest(parts: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """What rendering needs to know of a template, as JSON can hold it.

    Args:
        parts: The template's parts.
        name: What messages call the template.

    Raises:
        TemplateError: Its tags are at fault.
    """
    texts = {
        key: part.decode("utf-8") for key, part in parts.items() if _FLOWING.fullmatch(key) or key == CORE
    }
    tagged = {key: text for key, text in texts.items() if _TAG.search(_bare(text))}
    patch = DocxTemplate(io.BytesIO()).patch_xml
    styles = parts[STYLES].decode("utf-8")
    return {
        "programs": {
            key: understand(spoken(name, key), patch(text) if key != CORE else text)
            for key, text in tagged.items()
            if not (key != CORE and _NEEDS_DOCXTPL.search(_bare(text)))
        },
        "by_docxtpl": [key for key, text in tagged.items() if _NEEDS_DOCXTPL.search(_bare(text))],
        "sheet": read_sheet(texts[DOCUMENT], styles)._replace(drawings=_drawings(texts.values())),
        "faces": mixed_faces(styles),
    }


def read_sheet(document_xml: str, styles_xml: str) -> Sheet:
    """The styles and measures of a template."""
    styles = {_plain(name): (style, rest) for style, name, rest in _STYLE.findall(styles_xml)}
    page, margin = _last("pgSz", document_xml), _last("pgMar", document_xml)
    rules = load().rules
    return Sheet(
        styles={name: style for name, (style, _) in styles.items()},
        width=_measure(page, "", "w") - _measure(margin, "", "left") - _measure(margin, "", "right"),
        height=_measure(page, "", "h") - _measure(margin, "", "top") - _measure(margin, "", "bottom"),
        top=_measure(margin, "", "top"),
        line=_measure(_last("docGrid", document_xml), "", "linePitch", _LINE_PITCH),
        title_size=_size(styles, "title"),
        signoff_size=_size(styles, "issuers"),
        date_right=rules.sealed.date_right,
        issuer_right=rules.unsealed.issuer_right,
        date_indent=rules.unsealed.date_indent,
    )


def _size(styles: Mapping[str, tuple[str, str]], element: str) -> int:
    """The font size that a template gives to an element of the standard, in twips; else the standard's own."""
    standard = load().elements[element]
    half_points = _measure(styles.get(standard.style, ("", ""))[1], "sz", "val")
    return half_points * 10 or standard.size_twips


def _drawings(texts: Iterable[str]) -> int:
    return max((int(number) for text in texts for number in _DRAWING.findall(text)), default=0)


def _bare(xml: str) -> str:
    """The characters of a part without markup, so that a tag that Word split over runs is whole."""
    return _MARKUP.sub("", xml)


def _plain(name: str) -> str:
    for entity, character in _ENTITIES.items():
        name = name.replace(entity, character)
    return name


def _last(element: str, xml: str) -> str:
    found = re.findall(rf"<w:{element}\b[^>]*>", xml)
    return found[-1] if found else ""


def _measure(xml: str, element: str, attribute: str, missing: int = 0) -> int:
    within = rf"<w:{element} [^>]*?" if element else ""
    found = re.search(rf'{within}w:{attribute}="(-?\d+)', xml)
    return int(found[1]) if found else missing
