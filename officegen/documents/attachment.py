"""Attachments (附件), which any kind of document may have."""

from typing import Annotated, ClassVar

from pydantic import Field

from officegen.documents.blocks import Body
from officegen.documents.fields import Part, entry
from officegen.documents.text import Line


class Attachment(Part):
    """An attachment (附件), GB/T 9704-2012 7.3.4 and 7.3.7: its title in the note and what it holds."""

    label: ClassVar[str] = "附件"
    short_form: ClassVar[str] = "title"

    title: Annotated[
        Line, entry("标题", "附件的名称，不加书名号和标点；附件说明和附件首页都用它。", example="参会回执")
    ]
    body: Annotated[
        Body,
        entry(
            "内容",
            "附件的内容：文字、表格、图片；另附的附件不写内容，只列入附件说明。",
            example=[{"表头": ["姓名", "单位", "职务", "手机号码"], "空行": 8}],
        ),
    ] = Field(default=[])
