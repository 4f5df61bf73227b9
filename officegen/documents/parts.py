"""The parts that issued documents share: masthead, contacts, colophon."""

import re
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from officegen.documents.dates import IssueDate
from officegen.documents.fields import Part, entry
from officegen.documents.text import Line, OneOrMany

_NUMBER = r"(?P<code>[^\d〔\[（(【﹝]+)〔(?P<year>\d{4})〕(?P<serial>[1-9]\d*)号"
_NEARLY = r"(?P<code>[^\d〔\[（(【﹝]+)[〔\[（(【﹝](?P<year>\d{4})[〕\]）)】﹞]\s*第?\s*0*(?P<serial>[1-9]\d*)\s*号?"


class DocumentNumber(Part):
    """The document number (发文字号), GB/T 9704-2012 7.2.5: 机关代字〔年份〕序号."""

    label: ClassVar[str] = "发文字号"

    code: Annotated[Line, entry("机关代字", "发文机关代字。", example="云城管")]
    year: Annotated[int, Field(ge=1949, le=2199), entry("年份", "四位年份。", example=2025)]
    serial: Annotated[int, Field(ge=1), entry("序号", "发文顺序号，不编虚位，不加“第”。", example=9)]

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        text = data.strip()
        if match := re.fullmatch(_NUMBER, text):
            return match.groupdict()
        near = re.fullmatch(_NEARLY, text)
        right = f"{near['code']}〔{near['year']}〕{near['serial']}号" if near else "云城管〔2025〕9号"
        raise PydanticCustomError(
            "document_number",
            "“{text}”不合发文字号的写法：机关代字、六角括号里的四位年份、不加“第”也不补零的序号。请写成“{right}”{hint}。",
            {"text": text, "right": right, "hint": "" if near else "这样的形式"},
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "examples": ["云城管〔2025〕9号"]}, handler(schema)]}

    def __str__(self) -> str:
        """The number as it is printed: 云城管〔2025〕9号."""
        return f"{self.code}〔{self.year}〕{self.serial}号"


class Masthead(Part):
    """The masthead (版头), GB/T 9704-2012 7.2: what stands above the red line."""

    label: ClassVar[str] = "版头"

    issuing_mark: Annotated[
        OneOrMany,
        Field(min_length=1),
        entry(
            "发文机关标志",
            "红头上的发文机关名称，照写，如“云泽市城市管理局文件”；联合行文时一个机关一项，主办机关在前。",
            example="云泽市城市管理局文件",
        ),
    ]
    mark_suffix: Annotated[
        Literal["文件", "无"] | None,
        entry(
            "标志后缀",
            "联合行文时并列机关名称右侧的“文件”二字；不要就写“无”。",
            example="文件",
            offered=False,
        ),
    ] = None
    document_number: Annotated[
        DocumentNumber | None,
        entry("发文字号", "机关代字〔年份〕序号。", example="云城管〔2025〕9号"),
    ] = None

    @property
    def suffix(self) -> str:
        """What stands to the right of the issuing marks: 文件 for a joint issue unless refused."""
        if self.mark_suffix == "无" or (self.mark_suffix is None and len(self.issuing_mark) == 1):
            return ""
        return "文件"


class Colophon(Part):
    """The colophon (版记), GB/T 9704-2012 7.4, at the foot of the last page."""

    label: ClassVar[str] = "版记"

    copy_to: Annotated[
        OneOrMany,
        entry(
            "抄送",
            "抄送机关；同类机关写在一项里用顿号分开，不同类的分项写。",
            example=["市委办公室、市政府办公室"],
        ),
    ] = Field(default=[])
    printed_by: Annotated[Line | None, entry("印发机关", "印发机关。", example="云泽市城市管理局办公室")] = (
        None
    )
    printed_on: Annotated[IssueDate | None, entry("印发日期", "印发日期。", example="2025-03-14")] = None

    @model_validator(mode="after")
    def _whole_imprint(self) -> Self:
        if bool(self.printed_by) != bool(self.printed_on):
            raise PydanticCustomError("half_imprint", "“印发机关”和“印发日期”印在同一行，要写就都写。", {})
        return self

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.copy_to and not self.printed_by and not self.printed_on:
            raise PydanticCustomError(
                "empty_colophon", "版记里什么也没有，请写“抄送”或“印发机关”，或者删去版记。", {}
            )
        return self


class Contact(Part):
    """Somebody to ask (联系人)."""

    label: ClassVar[str] = "联系人"
    short_form: ClassVar[str] = "name"

    name: Annotated[Line, entry("姓名", "联系人姓名。", example="刘洋")]
    phone: Annotated[Line | None, entry("电话", "联系电话。", example="0558-3126018")] = None
    role: Annotated[
        Line | None, entry("分工", "负责什么，如“会务”“报名”。", example="会务", offered=False)
    ] = None
    agency: Annotated[Line | None, entry("单位", "所在单位。", example="局办公室", offered=False)] = None
    email: Annotated[
        Line | None, entry("邮箱", "电子邮箱。", example="bgs@example.gov.cn", offered=False)
    ] = None

    def line(self) -> str:
        """The contact as one line of the body: 联系人：刘洋，电话：0558-3126018。"""
        agency = f"（{self.agency}）" if self.agency else ""
        parts = [f"{self.role or ''}联系人：{self.name}{agency}"]
        parts += [f"电话：{self.phone}"] if self.phone else []
        parts += [f"电子邮箱：{self.email}"] if self.email else []
        return "，".join(parts) + "。"
