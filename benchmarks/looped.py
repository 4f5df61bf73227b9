"""The default speech template with its body written out as loops, the way templates for plain docxtpl are made."""

from __future__ import annotations

import re

from officegen.package import deflate, read_package, write_package
from officegen.typesetting.digest import read_sheet

_BODY = re.compile(r"<w:p>(?:(?!</w:p>).)*?\{\{p 正文 \}\}.*?</w:p>", re.DOTALL)


def looped(template: bytes) -> bytes:
    """The template with ``{{p 正文 }}`` replaced by a loop over the entries and one over the rows of a table."""
    parts = read_package(template)
    document = parts["word/document.xml"].decode("utf-8")
    sheet = read_sheet(document, parts["word/styles.xml"].decode("utf-8"))

    def paragraph(style: str, *texts: str) -> str:
        runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
        return f'<w:p><w:pPr><w:pStyle w:val="{sheet.style(style)}"/></w:pPr>{runs}</w:p>'

    def row(text: list[str]) -> str:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2211" w:type="dxa"/></w:tcPr>{paragraph("表格文字", one)}</w:tc>'
            for one in text
        )
        return f"<w:tr>{cells}</w:tr>"

    body = "公文正文"
    loops = [
        paragraph(body, "{%p for 项 in 正文 %}"),
        paragraph(body, "{%p if 项.层次 == 1 %}"),
        paragraph("heading 1", "{{ 项.序号 }}{{ 项.标题 }}"),
        paragraph(body, "{%p elif 项.标题 %}"),
        paragraph(body, "{{ 项.序号 }}{{ 项.标题 }}", "{{ 项.文字 }}"),
        paragraph(body, "{%p else %}"),
        paragraph(body, "{{ 项.序号 }}{{ 项.文字 }}"),
        paragraph(body, "{%p endif %}"),
        paragraph(body, "{%p endfor %}"),
        '<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/></w:tblPr><w:tblGrid>'
        + '<w:gridCol w:w="2211"/>' * 4
        + "</w:tblGrid>",
        row(["{%tr for 行 in 表 %}", "", "", ""]),
        row([f"{{{{ 行[{column}] }}}}" for column in range(4)]),
        row(["{%tr endfor %}", "", "", ""]),
        "</w:tbl>",
    ]
    parts["word/document.xml"] = _BODY.sub(lambda _: "".join(loops), document, count=1).encode("utf-8")
    return write_package(deflate(name, data) for name, data in parts.items())
