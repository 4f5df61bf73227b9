"""讲话稿, and what a speech shares with a pledge."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field
from pydantic.fields import FieldInfo

from officegen.documents.blocks import Block, Body
from officegen.documents.dates import IssueDate
from officegen.documents.document import Document, Remark, Title, title_entry
from officegen.documents.fields import entry
from officegen.documents.text import Line, Text

SpokenBody = Annotated[Body, Field(min_length=1)]
"""Words are spoken, so there are some."""


def body_entry(example: str | None = None) -> FieldInfo:
    """Declare the body of what is spoken, with an example of a kind's own."""
    meaning = "正文。序号照常写在段首（一、（一）1.（1）一是），软件会认出层次；**两对星号之间**加粗。"
    return entry("正文", meaning, example=example)


class Address(Document):
    """Words spoken at a meeting: title, byline, date, salutation, body, closing."""

    label: ClassVar[str] = "发言材料"

    subtitle: Annotated[
        Text | None,
        entry("副标题", "写在标题下面的一行。", example="——在全市招商引资大会上的讲话", offered=False),
    ] = None
    organization: Annotated[
        Line | None, entry("单位", "代表哪个单位发言。", example="人民路街道党工委", offered=False)
    ] = None
    speaker: Annotated[Line | None, entry("发言人", "讲话人的姓名。", example="周海涛")] = None
    post: Annotated[Line | None, entry("职务", "讲话人的职务。", example="区委副书记、区长")] = None
    occasion: Annotated[
        Line | None,
        entry(
            "场合",
            "在什么会议上；标题里没有提到时，自动写成副标题。",
            example="全区深化全国文明城市创建工作推进会",
            offered=False,
        ),
    ] = None
    date: Annotated[IssueDate | None, entry("日期", "讲话的日期。", example="2025-03-20")] = None
    salutation: Annotated[
        Line | None, entry("称呼", "对听众的称呼；末尾的冒号可以不写。", example="同志们：")
    ] = None
    body: Annotated[SpokenBody, body_entry()]
    closing: Annotated[Text | None, entry("结束语", "结尾的套语，单独成段。", example="谢谢大家！")] = None

    def main_text(self) -> list[Block]:
        """The body as it was written."""
        return self.body

    @property
    def subtitle_line(self) -> str | None:
        """The subtitle; made from the occasion where the title does not name it and none was written."""
        if self.subtitle or not self.occasion or self.occasion in self.title.replace("\n", ""):
            return self.subtitle
        return f"——在{self.occasion}上的{self._spoken}"

    _spoken: ClassVar[str] = "讲话"

    def supplied(self) -> dict[str, object]:
        """The subtitle that is made from the occasion."""
        return {"subtitle": self.subtitle_line}

    def doubts(self) -> Iterator[Remark]:
        """Also: an occasion that appears nowhere in the finished document."""
        yield from super().doubts()
        shown = (self.title + (self.subtitle_line or "")).replace("\n", "")
        if self.occasion and self.occasion not in shown:
            yield Remark(
                "occasion-not-shown",
                ("occasion",),
                f"标题和副标题里都没有提到“{self.occasion}”，成文里不会出现它。",
            )


class Speech(Address):
    """讲话稿: a leader speaks at a meeting."""

    kind: ClassVar[str] = "speech"
    label: ClassVar[str] = "讲话稿"

    title: Annotated[Title, title_entry("在全区深化全国文明城市创建工作推进会上的讲话")]
    body: Annotated[
        SpokenBody,
        body_entry(
            "今天会议的主要任务是总结工作、部署任务。下面，我讲三点意见。\n"
            "一、提高站位，充分认识创建工作的重要意义\n"
            "创建全国文明城市，是提升城市品质的重要抓手。\n"
            "二、突出重点，全面补齐短板弱项\n"
            "（一）整治老旧小区。6月底前完成14个老旧小区的飞线整治。\n"
            "（二）整治背街小巷。对31条背街小巷实行“一巷一策”。\n"
            "三、压实责任，确保各项任务落到实处\n"
            "一是加强领导。主要负责同志亲自抓。\n"
            "二是严格督查。每月通报一次进展。"
        ),
    ]
