"""The parts of a template other than its styles and its text."""

from officegen.packs.build.markup import DECLARATION, root, text, w
from officegen.packs.build.names import style_id
from officegen.packs.build.properties import LATIN_FALLBACK
from officegen.standard import Face, Layout, load

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
}
_CHINESE_CHARSET = "86"
_LATIN_CHARSET = "00"
_DEFAULT_TAB = 420

FOOTERS = {"default": "footer1.xml", "even": "footer2.xml"}
"""File of the footer of odd pages, which Word calls default, and of even ones."""


def content_types() -> str:
    """Write ``[Content_Types].xml``."""
    overrides = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_WORD_TYPE}.styles+xml",
        "/word/settings.xml": f"{_WORD_TYPE}.settings+xml",
        "/word/fontTable.xml": f"{_WORD_TYPE}.fontTable+xml",
        **{f"/word/{file}": f"{_WORD_TYPE}.footer+xml" for file in FOOTERS.values()},
    }
    entries = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{entries}</Types>'
    )


def package_relationships() -> str:
    """Write ``_rels/.rels``."""
    return _relationships(
        {
            f"{_OFFICE}/relationships/officeDocument": ["word/document.xml"],
            f"{_PACKAGE}/relationships/metadata/core-properties": ["docProps/core.xml"],
            f"{_OFFICE}/relationships/extended-properties": ["docProps/app.xml"],
        }
    )


def document_relationships() -> str:
    """Write ``word/_rels/document.xml.rels``; the footers come first, as ``rId1`` and ``rId2``."""
    kinds = f"{_OFFICE}/relationships"
    return _relationships(
        {
            f"{kinds}/footer": list(FOOTERS.values()),
            f"{kinds}/styles": ["styles.xml"],
            f"{kinds}/settings": ["settings.xml"],
            f"{kinds}/fontTable": ["fontTable.xml"],
        }
    )


def footer_references() -> str:
    """Write the references to the footers that open ``w:sectPr``."""
    return "".join(
        f'<w:footerReference w:type="{pages}" r:id="rId{number}"/>'
        for number, pages in enumerate(FOOTERS, start=1)
    )


def core_properties() -> str:
    """Write ``docProps/core.xml``; the title is the document's."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ 标题 }}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def extended_properties() -> str:
    """Write ``docProps/app.xml``."""
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>officegen</Application></Properties>"
    )


def settings() -> str:
    """Write ``word/settings.xml``."""
    address = "http://schemas.microsoft.com/office/word"
    modes = (w("compatSetting", name=name, uri=address, val=val) for name, val in _COMPATIBILITY.items())
    return root(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=_DEFAULT_TAB),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", w("doNotExpandShiftReturn"), w("useFELayout"), *modes),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def font_table(layout: Layout) -> str:
    """Write ``word/fontTable.xml``: the fonts we ask for and what may stand in for them."""
    faces = load().faces.values()
    latin = {LATIN_FALLBACK, layout.latin_font or LATIN_FALLBACK} - {face.name for face in faces}
    return root("fonts", *map(_chinese_font, faces), *map(_latin_font, sorted(latin)))


def footer(pages: str) -> str:
    """Write the footer of odd (``default``) or ``even`` pages: the number between dashes (7.5)."""
    key = "page_number_even" if pages == "even" else "page_number_odd"
    runs = (
        text("— "),
        w("fldChar", fldCharType="begin"),
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        w("fldChar", fldCharType="separate"),
        text("1"),
        w("fldChar", fldCharType="end"),
        text(" —"),
    )
    style = w("pPr", w("pStyle", val=style_id(load().elements[key])))
    return root("ftr", w("p", style, *(w("r", run) for run in runs)))


def _relationships(targets: dict[str, list[str]]) -> str:
    pairs = [(kind, target) for kind, files in targets.items() for target in files]
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _chinese_font(face: Face) -> str:
    return w(
        "font",
        w("altName", val=",".join(face.alternatives)),
        w("charset", val=_CHINESE_CHARSET),
        w("family", val=face.family),
        w("pitch", val=face.pitch),
        name=face.name,
    )


def _latin_font(name: str) -> str:
    return w(
        "font",
        w("charset", val=_LATIN_CHARSET),
        w("family", val="auto"),
        w("pitch", val="variable"),
        name=name,
    )
