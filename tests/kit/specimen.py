"""A red-headed document written by hand as raw XML, so that the ruler is not tried on officegen's own work.

Its figures are those of the profile whose first ink is at 37 mm. Each field moves one thing; all are twips unless
they say otherwise, and 340 twips are 6 mm.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO

HAN = "国务院办公厅关于进一步加强党政机关公文处理工作规范化建设各地区各部门要高度重视认真贯彻落实有关规定"

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Specimen:
    """The document; as it stands every claim holds for it."""

    page_top: int = 1892
    page_left: int = 1588
    paper_height: int = 16838
    footer: int = 1425
    pitch: int = 589
    tracking: int = -5
    mark_before: int = 2161
    mark_colour: str = "FF0000"
    line_below_number: int = 141
    line_indent: int = 0
    line_colour: str = "FF0000"
    title_before: int = 972
    number_indent: int = 280
    body_font: str = "仿宋_GB2312"
    body_lines: int = 50
    colophon_foot: int = 0
    """Height of a bare row under the last rule."""
    colophon_edge: int = 8
    """Thickness of the first and the last rule in eighths of a point."""
    colophon_size: int = 28
    """Half-points."""

    def docx(self) -> bytes:
        """The Word file."""
        return pack(self.parts())

    def parts(self) -> dict[str, str]:
        """The parts of the Word file by name."""
        return {
            "[Content_Types].xml": _HEAD
            + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(
                f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
                for name, kind in (
                    ("document", "document.main"),
                    ("styles", "styles"),
                    ("settings", "settings"),
                    ("odd", "footer"),
                    ("even", "footer"),
                )
            )
            + "</Types>",
            "_rels/.rels": _relationships(("rId1", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": _relationships(
                ("rId1", "styles", "styles.xml"),
                ("rId2", "settings", "settings.xml"),
                ("rId3", "footer", "odd.xml"),
                ("rId4", "footer", "even.xml"),
            ),
            "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{self._body()}</w:body></w:document>",
            "word/styles.xml": f"{_HEAD}<w:styles {_W}>{self._styles()}</w:styles>",
            "word/settings.xml": f"{_HEAD}<w:settings {_W}><w:evenAndOddHeaders/></w:settings>",
            "word/odd.xml": f"{_HEAD}<w:ftr {_W}>{self._page_number('right')}</w:ftr>",
            "word/even.xml": f"{_HEAD}<w:ftr {_W}>{self._page_number('left')}</w:ftr>",
        }

    def _styles(self) -> str:
        return (
            "<w:docDefaults/>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Body"><w:name w:val="Normal"/><w:pPr>'
            '<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>'
            f'<w:spacing w:before="0" w:after="0" w:line="{self.pitch}" w:lineRule="exact"/><w:jc w:val="both"/>'
            f'</w:pPr><w:rPr>{_font(self.body_font)}<w:spacing w:val="{self.tracking}"/>'
            '<w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
        )

    def _body(self) -> str:
        run = "".join(HAN[index % len(HAN)] for index in range(28 * self.body_lines))
        return "".join(
            (
                _paragraph(
                    "××省人民政府办公厅文件",
                    f'<w:spacing w:before="{self.mark_before}" w:line="792" w:lineRule="exact"/>'
                    '<w:jc w:val="center"/>',
                    f'{_font("方正小标宋简体")}<w:color w:val="{self.mark_colour}"/><w:spacing w:val="0"/>'
                    '<w:sz w:val="72"/>',
                ),
                _paragraph("×政办发〔2026〕12号", '<w:spacing w:before="889"/><w:jc w:val="center"/>'),
                _paragraph(
                    "",
                    f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{self.line_colour}"/>'
                    f'</w:pBdr><w:spacing w:line="{self.line_below_number}" w:lineRule="exact"/>'
                    f'<w:ind w:left="{self.line_indent}"/>',
                ),
                _paragraph(
                    "关于做好公文处理工作的通知",
                    f'<w:spacing w:before="{self.title_before}" w:line="720" w:lineRule="exact"/>'
                    '<w:jc w:val="center"/>',
                    f'{_font("方正小标宋简体")}<w:spacing w:val="0"/><w:sz w:val="44"/>',
                ),
                _paragraph("", ""),
                _paragraph(run, ""),
                self._colophon(),
                _paragraph("", '<w:spacing w:line="20" w:lineRule="exact"/>', '<w:sz w:val="2"/>'),
                '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
                '<w:footerReference w:type="even" r:id="rId4"/>'
                f'<w:pgSz w:w="11906" w:h="{self.paper_height}"/><w:pgMar w:top="{self.page_top}" w:right="1474" '
                f'w:bottom="1984" w:left="{self.page_left}" w:header="851" w:footer="{self.footer}" w:gutter="0"/>'
                "</w:sectPr>",
            )
        )

    def _colophon(self) -> str:
        small = f'<w:spacing w:val="0"/><w:sz w:val="{self.colophon_size}"/>'
        spacing = '<w:spacing w:line="560" w:lineRule="exact"/>'
        edge = self.colophon_edge
        rows = [
            (edge, 6, _paragraph("抄送：省委各部门。", f'{spacing}<w:ind w:left="280"/>', small)),
            (6, edge, _paragraph("办公厅印发", f'{spacing}<w:ind w:left="280"/>', small)),
        ]
        if self.colophon_foot:
            empty = f'<w:spacing w:line="{self.colophon_foot}" w:lineRule="exact"/>'
            rows.append((edge, 0, _paragraph("", empty, '<w:sz w:val="2"/>')))
        return (
            '<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" '
            'w:bottomFromText="0" w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="1588" '
            'w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/><w:tblW w:w="8844" w:type="dxa"/>'
            '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>'
            + "".join(
                '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/>'
                f"<w:tcBorders>{_border('top', above)}{_border('bottom', below)}</w:tcBorders></w:tcPr>"
                f"{paragraph}</w:tc></w:tr>"
                for above, below, paragraph in rows
            )
            + "</w:tbl>"
        )

    def _page_number(self, side: str) -> str:
        runs = (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
        look = f'<w:rPr>{_font("宋体")}<w:spacing w:val="0"/><w:sz w:val="28"/></w:rPr>'
        return (
            f'<w:p><w:pPr><w:spacing w:line="280" w:lineRule="exact"/><w:ind w:{side}="{self.number_indent}"/>'
            f'<w:jc w:val="{side}"/></w:pPr>' + "".join(f"<w:r>{look}{run}</w:r>" for run in runs) + "</w:p>"
        )


def pack(parts: dict[str, str]) -> bytes:
    """The parts as a Word file."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _relationships(*entries: tuple[str, str, str]) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
            for identifier, kind, target in entries
        )
        + "</Relationships>"
    )


def _paragraph(text: str, properties: str, look: str = "") -> str:
    run_look = f"<w:rPr>{look}</w:rPr>" if look else ""
    run = f"<w:r>{run_look}<w:t>{text}</w:t></w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Body"/>{properties}{run_look}</w:pPr>{run}</w:p>'


def _font(name: str) -> str:
    return f'<w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}"/>'


def _border(side: str, eighths: int) -> str:
    if not eighths:
        return f'<w:{side} w:val="nil"/>'
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
