"""The text that is read back is the text that stands in the file, each piece once and in order."""

from __future__ import annotations

import pytest

from tests.kit.specimen import Specimen, pack
from tests.support.docx_text import headers_and_footers, paragraphs

_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _with_body(xml: str) -> bytes:
    parts = Specimen().parts()
    head, _, rest = parts["word/document.xml"].partition("<w:body>")
    section = rest[rest.index("<w:sectPr>") :]
    parts["word/document.xml"] = f"{head}<w:body>{xml}{section}"
    return pack(parts)


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_and_cells_come_in_reading_order() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{_paragraph('丙')}</w:tc></w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr><w:tc>{_paragraph('乙')}{inner}{_paragraph('丁')}</w:tc>"
        f"<w:tc>{_paragraph('戊')}</w:tc></w:tr></w:tbl>"
    )
    assert paragraphs(_with_body(_paragraph("甲") + table + "<w:p/>" + _paragraph("己"))) == [
        *"甲乙丙丁戊",
        "",
        "己",
    ]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>", "甲乙"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>", "甲\t乙\n丙"),
        ('<w:pPr><w:tabs><w:tab w:val="right" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r>', "甲"),
        ('<w:r><w:br w:type="page"/><w:t>甲</w:t></w:r>', "甲"),
        ('<w:r><w:t xml:space="preserve">　 甲 </w:t></w:r>', "　 甲 "),
        ("<w:ins><w:r><w:t>甲</w:t></w:r></w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", "甲"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>", "3"),
        ("<w:sdt><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>", "甲"),
        ("<w:r><w:t>𠮷&amp;&lt;</w:t><w:noBreakHyphen/></w:r>", "𠮷&<\u2011"),
    ],
)
def test_what_stands_in_a_paragraph(xml: str, text: str) -> None:
    assert paragraphs(_with_body(f"<w:p>{xml}</w:p>")) == [text]


def test_a_text_box_comes_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{_paragraph('框')}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    anchor = f"<w:p><w:r><mc:AlternateContent {_MC}>{choice}</mc:AlternateContent><w:t>文</w:t></w:r></w:p>"
    assert paragraphs(_with_body(anchor)) == ["文", "框"]


def test_symbols_are_refused() -> None:
    with pytest.raises(ValueError, match="w:sym"):
        paragraphs(_with_body('<w:p><w:r><w:sym w:font="x" w:char="F0A7"/></w:r></w:p>'))


def test_headers_and_footers_are_read_apart() -> None:
    assert headers_and_footers(Specimen().docx()) == {"word/even.xml": ["— 1 —"], "word/odd.xml": ["— 1 —"]}
