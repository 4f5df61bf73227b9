"""The structural check passes a sound file and finds each defect by name."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from tests.kit.specimen import Specimen, pack
from tests.support.structure import structural_errors

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"

Parts = dict[str, str]


def _swap(part: str, old: str, new: str) -> Callable[[Parts], None]:
    """A defect: the first `old` in a part becomes `new`."""

    def spoil(parts: Parts) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, 1)

    return spoil


def _insert(xml: str) -> Callable[[Parts], None]:
    """A defect: a piece of XML in front of the section's properties."""
    return _swap(DOCUMENT, "<w:sectPr>", f"{xml}<w:sectPr>")


def _run(xml: str) -> Callable[[Parts], None]:
    return _insert(f"<w:p><w:r>{xml}</w:r></w:p>")


def _remove(name: str) -> Callable[[Parts], None]:
    def spoil(parts: Parts) -> None:
        del parts[name]

    return spoil


def _add(name: str, content: str) -> Callable[[Parts], None]:
    def spoil(parts: Parts) -> None:
        parts[name] = content

    return spoil


_DRAWING = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="7" name="图"/></wp:inline></w:drawing>'
)
_BOOKMARK = '<w:bookmarkStart w:id="3" w:name="{}"/><w:bookmarkEnd w:id="3"/>'
_FIELD = '<w:fldChar w:fldCharType="{}"/>'
_LIST = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr></w:p>'

DEFECTS: dict[str, tuple[Callable[[Parts], None], str]] = {
    "ill-formed XML": (_swap(DOCUMENT, "</w:body>", ""), "not well-formed"),
    "bare ampersand in a footer": (_swap("word/odd.xml", "— ", "甲&乙"), "word/odd.xml: not well-formed"),
    "DOCTYPE": (_swap(STYLES, "<w:styles", "<!DOCTYPE x><w:styles"), "DOCTYPE"),
    "no content types": (_remove(TYPES), "missing"),
    "part without content type": (_add("word/seal.png", "x"), "word/seal.png: no content type"),
    "content type of a missing part": (
        _swap(TYPES, "/word/odd.xml", "/word/third.xml"),
        "names word/third.xml",
    ),
    "bad part name": (_add("word/../x.xml", "<x/>"), "not a part name"),
    "missing part": (_remove(STYLES), "points to word/styles.xml, which does not exist"),
    "orphan relationships": (
        _add("word/_rels/gone.xml.rels", '<Relationships xmlns="x"/>'),
        "belongs to word/gone.xml",
    ),
    "no main document": (_remove("_rels/.rels"), "no main document"),
    "external relationship": (
        _swap(RELATIONSHIPS, 'Target="settings.xml"', 'Target="http://x" TargetMode="External"'),
        "rId2 points outside",
    ),
    "repeated relationship id": (
        _swap(RELATIONSHIPS, 'Id="rId2"', 'Id="rId1"'),
        "relationship rId1 stands more than once",
    ),
    "r:id that is no relationship": (_swap(DOCUMENT, 'r:id="rId3"', 'r:id="rId9"'), "uses rId9"),
    "relationship used nowhere": (
        _swap(DOCUMENT, '<w:footerReference w:type="even" r:id="rId4"/>', ""),
        "rId4 (footer, word/even.xml) is used nowhere",
    ),
    "cell without paragraph": (
        _insert("<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl><w:p/>"),
        "w:tc does not end",
    ),
    "cell that ends with a table": (
        _insert("<w:tbl><w:tr><w:tc><w:p/><w:tbl/></w:tc></w:tr></w:tbl><w:p/>"),
        "w:tc does not end",
    ),
    "paragraph after the section": (_swap(DOCUMENT, "</w:sectPr>", "</w:sectPr><w:p/>"), "w:sectPr is not"),
    "two sections": (_insert("<w:sectPr/>"), "w:sectPr is not"),
    "text outside a run": (_insert("正文"), "text directly in w:body"),
    "undefined paragraph style": (
        _insert('<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr></w:p>'),
        "w:pStyle Gone",
    ),
    "undefined character style": (_run('<w:rPr><w:rStyle w:val="Gone"/></w:rPr>'), "w:rStyle Gone"),
    "undefined table style": (
        _swap(DOCUMENT, "<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Gone"/>'),
        "w:tblStyle Gone",
    ),
    "style of the wrong kind": (_run('<w:rPr><w:rStyle w:val="Body"/></w:rPr>'), "no such character style"),
    "style based on nothing": (
        _swap(STYLES, "<w:pPr>", '<w:basedOn w:val="Gone"/><w:pPr>'),
        "w:basedOn Gone",
    ),
    "undefined list": (_insert(_LIST), "list 4 is not defined"),
    "repeated drawing id": (_run(_DRAWING * 2), "docPr id 7"),
    "repeated bookmark id": (
        _insert(f"<w:p>{_BOOKMARK.format('a')}{_BOOKMARK.format('b')}</w:p>"),
        "bookmark id 3",
    ),
    "repeated bookmark name": (
        _insert(f"<w:p>{_BOOKMARK.format('a')}{_BOOKMARK.format('a')}</w:p>"),
        "bookmark name a",
    ),
    "bookmark without end": (
        _insert('<w:p><w:bookmarkStart w:id="8" w:name="c"/></w:p>'),
        "bookmark 8 has no start or no end",
    ),
    "field without result": (_swap("word/odd.xml", "<w:t>1</w:t>", ""), "begin, separate, result, end"),
    "field without separate": (
        _swap("word/odd.xml", _FIELD.format("separate"), ""),
        "begin, separate, result, end",
    ),
    "field never ended": (_swap("word/odd.xml", _FIELD.format("end"), ""), "never ended"),
    "end outside a field": (_run(_FIELD.format("end")), "field end outside a field"),
    "line end in text": (_run("<w:t>甲\n乙</w:t>"), "line end"),
    "control character in text": (_run("<w:t>甲\x85乙</w:t>"), "control character"),
    "lost space": (_run("<w:t>甲 </w:t>"), "xml:space"),
    "left-over variable": (_run("<w:t>{{ title }}</w:t>"), "template mark"),
    "left-over statement": (_run("<w:t>{% if x %}</w:t>"), "template mark"),
    "left-over full-width variable": (_run("<w:t>｛｛标题｝｝</w:t>"), "template mark"),
    "left-over variable cut into runs": (_run("<w:t>{</w:t></w:r><w:r><w:t>{x</w:t>"), "template mark"),
    "theme font": (_run('<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr>'), "eastAsiaTheme"),
    "theme font in the styles": (_swap(STYLES, 'w:hint="eastAsia"', 'w:cstheme="x"'), "cstheme"),
}


def test_a_sound_file_passes() -> None:
    assert structural_errors(Specimen().docx()) == []


@pytest.mark.parametrize("defect", DEFECTS)
def test_each_defect_is_found_and_named(defect: str) -> None:
    spoil, complaint = DEFECTS[defect]
    parts = Specimen().parts()
    spoil(parts)
    errors = structural_errors(pack(parts))
    assert any(complaint in error for error in errors), errors


def test_a_name_that_stands_twice_is_found() -> None:
    buffer = BytesIO(Specimen().docx())
    with (
        pytest.warns(UserWarning, match="Duplicate name"),
        zipfile.ZipFile(buffer, "a") as archive,
    ):
        archive.writestr(STYLES, Specimen().parts()[STYLES])
    assert structural_errors(buffer.getvalue()) == [f"{STYLES}: stands 2 times in the zip"]


def test_what_is_no_zip_is_said_to_be_none() -> None:
    assert structural_errors(b"x") == ["not a zip: File is not a zip file"]


def test_nested_fields_and_defined_lists_are_sound() -> None:
    parts = Specimen().parts()
    field = f"{_FIELD.format('begin')}<w:instrText>{{}}</w:instrText>{_FIELD.format('separate')}"
    end = _FIELD.format("end")
    nested = f"{field.format('TOC')}{field.format('PAGE')}<w:t>1</w:t>{end}{end}"
    _run(nested)(parts)
    _insert(_LIST)(parts)
    _swap(RELATIONSHIPS, "</Relationships>", _NUMBERING_RELATIONSHIP + "</Relationships>")(parts)
    parts["word/numbering.xml"] = _NUMBERING
    assert structural_errors(pack(parts)) == []


_NUMBERING_RELATIONSHIP = (
    '<Relationship Id="rId5" Target="numbering.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/>'
)
_NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:abstractNum w:abstractNumId="1"/><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
