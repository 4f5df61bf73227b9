"""会议通知."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, Tag

from officegen.documents.arrangement import (
    LABELS,
    ExtraSection,
    Placed,
    Portion,
    PortionName,
    arrange,
)
from officegen.documents.attachment import Attachment
from officegen.documents.blocks import Block, Body, Paragraph, Section
from officegen.documents.dates import IssueDate
from officegen.documents.document import Document, Path, Remark, Title, title_entry
from officegen.documents.fields import Part, Read, entry, is_blank
from officegen.documents.meeting_dates import MeetingDates
from officegen.documents.parts import Colophon, Contact, Masthead
from officegen.documents.table import Table
from officegen.documents.text import Line, OneOrMany, Text, as_list, plain
from officegen.documents.yes_no import YesNo
from officegen.numbering import SECOND, THIRD, Series, read_mark

_STOPS = "。！？；：，、"


class Session(Part):
    """One of several sessions: 报到, 全体会议, 分组讨论 …."""

    label: ClassVar[str] = "场次"

    name: Annotated[Line, entry("名称", "这一场叫什么。", example="报到")]
    time: Annotated[Line, entry("时间", "这一场的时间。", example="2025年5月14日（星期三）15:00—18:00")]
    place: Annotated[Line | None, entry("地点", "这一场的地点。", example="云泽宾馆大堂")] = None


class Registration(Part):
    """By when and how to register."""

    label: ClassVar[str] = "报名"

    deadline: Annotated[
        Line | None, entry("截止时间", "最迟什么时候报名。", example="2025年3月17日12:00")
    ] = None
    channel: Annotated[
        Line | None, entry("方式", "怎样报名、报给谁。", example="将参会回执发至局办公室邮箱")
    ] = None
    text: Annotated[
        Text | None, entry("说明", "其他要说明的话。", example="每单位限报2人。", offered=False)
    ] = None


class Group(Part):
    """A group of attendees or a requirement, with or without a heading of its own."""

    label: ClassVar[str] = "一项"
    short_form: ClassVar[str] = "text"

    heading: Annotated[Line | None, entry("标题", "这一项的小标题。", example="市级参会人员")] = None
    text: Annotated[Text, entry("文字", "这一项的文字。", example="局领导班子成员")]


Groups = Annotated[list[Group], Read(as_list)]


def _agenda_tag(value: Any) -> str:
    return "table" if isinstance(value, Mapping | Table) else "items"


Agenda = Annotated[
    Annotated[Table, Tag("table")] | Annotated[OneOrMany, Tag("items")], Discriminator(_agenda_tag)
]
"""An agenda is a list of items or a table."""


def _without_blanks(value: object) -> object:
    return (
        {key: text for key, text in value.items() if not is_blank(text)}
        if isinstance(value, Mapping)
        else value
    )


def _sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if plain(text).endswith(tuple(_STOPS)) else text + "。"


def _paragraph(text: str) -> Paragraph:
    return Paragraph(text=_sentence(text))


def _items(groups: Sequence[Group], series: Series) -> list[Block]:
    """Items counted in a series; a single one without a heading is a plain paragraph."""
    if len(groups) == 1 and groups[0].heading is None:
        return [Paragraph(text=groups[0].text)]
    return [
        Section.model_validate(
            {"heading": group.heading, "text": group.text}
            | ({} if _carries_mark(group) else {"mark": series.write(number)})
        )
        for number, group in enumerate(groups, start=1)
    ]


def _carries_mark(group: Group) -> bool:
    return read_mark(group.heading or group.text) is not None


class MeetingNotice(Document):
    """会议通知: who is called to which meeting, when, where, and what to do before."""

    kind: ClassVar[str] = "meeting-notice"
    label: ClassVar[str] = "会议通知"

    title: Annotated[Title, title_entry("关于召开3月份工作例会的通知")]
    masthead: Annotated[
        Masthead | None,
        entry(
            "版头",
            "红头；不写就是不带红头的普通通知。",
            example={"发文机关标志": "云泽市城市管理局文件", "发文字号": "云城管〔2025〕9号"},
            offered=False,
        ),
    ] = None
    addressees: Annotated[
        OneOrMany,
        entry(
            "主送机关",
            "发给谁；同类机关写在一项里用顿号分开，不同类的分项写。末尾的冒号可以不写。",
            example=["机关各科室", "局属各单位"],
        ),
    ] = Field(default=[])
    opening: Annotated[
        Text | None,
        entry(
            "开头语", "缘由和过渡语。", example="经研究，定于近期召开3月份工作例会，现将有关事项通知如下。"
        ),
    ] = None
    time: Annotated[
        Text | None,
        entry("会议时间", "只有一场会时写在这里。", example="2025年3月18日（星期二）下午2:30，会期约1.5小时"),
    ] = None
    sessions: Annotated[
        list[Session],
        Read(as_list),
        entry(
            "会议安排",
            "有几场时逐场写：报到、全体会议、分组讨论等。",
            example=[
                {"名称": "报到", "时间": "2025年3月17日（星期一）15:00—18:00", "地点": "云泽宾馆大堂"},
                {"名称": "全体会议", "时间": "2025年3月18日（星期二）8:30—11:30", "地点": "云泽宾馆报告厅"},
            ],
            offered=False,
        ),
    ] = Field(default=[])
    place: Annotated[
        OneOrMany, entry("会议地点", "在哪里开会；几处就分项写。", example="局机关三楼第二会议室")
    ] = Field(default=[])
    sub_venues: Annotated[
        OneOrMany, entry("分会场", "视频会议的分会场。", example=["各县（区）分会场"], offered=False)
    ] = Field(default=[])
    attendees: Annotated[
        Groups,
        entry(
            "参会人员",
            "谁参加；可以分项写，分组的写成 {标题: …, 文字: …}。",
            example=["局领导班子成员", "机关各科室负责人", "局属各单位主要负责人"],
        ),
    ] = Field(default=[])
    host: Annotated[
        Line | None, entry("主持人", "由谁主持。", example="局党组书记、局长　周建平", offered=False)
    ] = None
    agenda: Annotated[
        Agenda,
        entry(
            "会议议程",
            "议程，逐项写；也可以写成表格 {表头: […], 行: […]}。",
            example=["各科室汇报2月份重点工作完成情况和3月份工作安排", "通报作风督查情况", "局长讲话"],
        ),
    ] = Field(default=[])
    requirements: Annotated[
        Groups,
        entry(
            "有关要求",
            "对参会人员的要求，逐条写。",
            example=[
                "请提前10分钟入场，会议期间将手机关闭或调至静音。",
                "因故不能参会的，须于3月17日前请假。",
            ],
        ),
    ] = Field(default=[])
    registration: Annotated[
        Registration | None,
        entry(
            "会议报名",
            "报名的截止时间和方式。",
            example={"截止时间": "2025年3月17日12:00", "方式": "将参会回执报局办公室"},
            offered=False,
        ),
    ] = None
    contacts: Annotated[
        list[Contact],
        Read(as_list),
        entry("联系人", "联系人，可以写几位。", example=[{"姓名": "刘洋", "电话": "0558-3126018"}]),
    ] = Field(default=[])
    sections: Annotated[
        list[ExtraSection],
        Read(as_list),
        entry(
            "其他部分",
            "自己加的部分，可以指定放在哪一部分之后、之前，或代替哪些部分。",
            example=[{"标题": "会议费用", "内容": "食宿统一安排，费用自理。", "放在之后": "有关要求"}],
            offered=False,
        ),
    ] = Field(default=[])
    headings: Annotated[
        dict[PortionName, Line],
        Read(_without_blanks),
        entry("改标题", "给某一部分换个标题。", example={"会议时间": "培训时间"}, offered=False),
    ] = Field(default={})
    order: Annotated[
        list[Placed],
        entry(
            "顺序",
            "各部分的先后；写在同一个括号里的合并成一部分，没写的接在后面。",
            example=[["会议时间", "会议地点"], "会议议程", "参会人员"],
            offered=False,
        ),
    ] = Field(default=[])
    body: Annotated[
        Body,
        entry(
            "正文",
            "开头语之后、各部分之前另加的正文。",
            example="本次会议以视频形式召开。",
            offered=False,
        ),
    ] = Field(default=[])
    closing: Annotated[Text | None, entry("结束语", "单独成段的结束语。", example="特此通知。")] = None
    issuers: Annotated[
        OneOrMany,
        entry("发文机关", "署名；联合行文时逐个写，主办机关在前。", example="云泽市城市管理局办公室"),
    ] = Field(default=[])
    date: Annotated[IssueDate | None, entry("成文日期", "成文日期。", example="2025-03-14")] = None
    seal: Annotated[
        YesNo, entry("加盖印章", "是否盖章；决定署名和日期的位置。", example=True, offered=False)
    ] = False
    annotation: Annotated[
        Line | None,
        entry("附注", "写在日期下面的括号里，如“此件公开发布”。", example="此件公开发布", offered=False),
    ] = None
    attachments: Annotated[
        list[Attachment],
        Read(as_list),
        entry(
            "附件",
            "附件，按顺序写；有内容的各自另起一页。",
            example=[{"标题": "参会回执", "内容": {"表头": ["单位", "姓名", "职务", "手机号码"], "空行": 8}}],
            offered=False,
        ),
    ] = Field(default=[])
    colophon: Annotated[
        Colophon | None,
        entry(
            "版记",
            "末页下端的抄送和印发栏。",
            example={
                "抄送": "市委办公室、市政府办公室",
                "印发机关": "云泽市城市管理局办公室",
                "印发日期": "2025-03-14",
            },
            offered=False,
        ),
    ] = None

    def main_text(self) -> list[Block]:
        """The opening, the numbered sections made of the typed fields, the contacts and the closing."""
        blocks: list[Block] = [Paragraph(text=self.opening)] if self.opening else []
        blocks += self.body
        blocks += arrange(self._portions(), self.order, self.sections)
        if not self._contacts_have_a_section:
            blocks += [Paragraph(text=contact.line()) for contact in self.contacts]
        if self.closing:
            blocks.append(Paragraph(text=self.closing))
        return blocks

    def _portions(self) -> Iterator[Portion]:
        """The sections that the typed fields give, in the customary order; empty fields give none."""
        contents: dict[str, list[Block]] = {
            "time": self._time_blocks(),
            "place": self._place_blocks(),
            "attendees": self._attendee_blocks(),
            "agenda": self._agenda_blocks(),
            "requirements": _items(self.requirements, self._series),
            "registration": self._registration_blocks(),
            "contacts": [],
        }
        if self._contacts_have_a_section:
            contents["contacts"] = [Paragraph(text=contact.line()) for contact in self.contacts]
        for name, blocks in contents.items():
            if blocks:
                yield Portion(
                    (name,), Section.model_validate({"heading": self._heading(name), "blocks": blocks})
                )

    def _heading(self, name: str) -> str:
        if name in self.headings:
            return self.headings[name]
        if name == "time" and self.sessions and not self.time:
            return "会议时间、地点" if any(session.place for session in self.sessions) else LABELS["time"]
        if name == "agenda" and not self.agenda:
            return "会议主持"
        return LABELS[name]

    @property
    def _contacts_have_a_section(self) -> bool:
        """Contacts close the text as plain lines unless the author gives them a heading or a place."""
        return "contacts" in self.headings or any("contacts" in place.portions for place in self.order)

    @property
    def _series(self) -> Series:
        """How items without a heading are counted: 1. alone, but （一） where another part already uses it.

        GB/T 9704-2012 7.3.3 allows 一、 with 1. directly below only where （一） is not used at all.
        """
        grouped = self.sessions or any(group.heading for group in (*self.attendees, *self.requirements))
        return SECOND if grouped else THIRD

    def _time_blocks(self) -> list[Block]:
        blocks: list[Block] = [_paragraph(self.time)] if self.time else []
        for session in self.sessions:
            where = f"，{session.place}" if session.place else ""
            blocks.append(Section(heading=session.name, text=_sentence(session.time + where)))
        return blocks

    def _place_blocks(self) -> list[Block]:
        if self.sub_venues:
            main = [f"主会场：{'，'.join(self.place)}"] if self.place else []
            return [_paragraph(text) for text in (*main, f"分会场：{'，'.join(self.sub_venues)}")]
        return [_paragraph("，".join(self.place))] if self.place else []

    def _attendee_blocks(self) -> list[Block]:
        phrases = all(not group.heading and not set(group.text) & set("。；\n") for group in self.attendees)
        if self.attendees and phrases:
            return [_paragraph("，".join(group.text for group in self.attendees))]
        return _items(self.attendees, self._series)

    def _agenda_blocks(self) -> list[Block]:
        blocks: list[Block] = [_paragraph(f"主持人：{self.host}")] if self.host else []
        if isinstance(self.agenda, Table):
            return [*blocks, self.agenda]
        return blocks + _items([Group(text=item) for item in self.agenda], self._series)

    def _registration_blocks(self) -> list[Block]:
        if self.registration is None:
            return []
        said = (
            ("报名截止时间：", self.registration.deadline),
            ("报名方式：", self.registration.channel),
            ("", self.registration.text),
        )
        return [_paragraph(label + text) for label, text in said if text]

    def faults(self) -> Iterator[Remark]:
        """Contradictions between dates, weekdays and hours, and fields that replace each other."""
        yield from self._dates().faults()
        given = self._given_portions() if self.sections else set()
        for index, extra in enumerate(self.sections):
            for name in given.intersection(extra.replaces):
                yield Remark(
                    "replaced-and-given",
                    ("sections", index),
                    f"“{extra.heading}”代替了“{LABELS[name]}”，可是“{LABELS[name]}”也写了内容。请删去其中一处。",
                )

    def doubts(self) -> Iterator[Remark]:
        """Also: dates that look wrong once a year is supplied, a notice issued late, headings without a part."""
        yield from super().doubts()
        yield from self._unused_headings()
        yield from self._dates().doubts()

    def _unused_headings(self) -> Iterator[Remark]:
        """Headings that the author gave to parts without content; they appear nowhere."""
        named: list[tuple[Path, str, list[str]]] = [
            (("headings",), heading, [name]) for name, heading in self.headings.items()
        ]
        named += [
            (("order", index), place.heading, list(place.portions))
            for index, place in enumerate(self.order)
            if place.heading
        ]
        for place in self.order:
            for name in place.portions if place.heading else ():
                if name in self.headings:
                    message = f"标题“{self.headings[name]}”没有用上，因为“顺序”里另给了“{place.heading}”。"
                    yield Remark("heading-not-shown", ("headings",), message)
        given = self._given_portions() if named else set()
        for path, heading, names in named:
            if not given.intersection(names):
                labels = "、".join(f"“{LABELS[name]}”" for name in names)
                yield Remark("heading-not-shown", path, f"标题“{heading}”没有用上，因为{labels}没有内容。")

    def _given_portions(self) -> set[str]:
        """The portions that have content."""
        return {portion.names[0] for portion in self._portions()}

    def _dates(self) -> MeetingDates:
        return MeetingDates(
            texts=list(self._dated_texts()),
            meeting=[self.time or "", *(session.time for session in self.sessions)],
            deadline=self.registration.deadline if self.registration else None,
            issued=self.date,
        )

    def _dated_texts(self) -> Iterator[tuple[Path, str]]:
        """Every text in which a day or an hour may be named."""
        for name in ("opening", "time", "closing"):
            if text := getattr(self, name):
                yield (name,), text
        for index, session in enumerate(self.sessions):
            yield ("sessions", index, "time"), session.time
        for name in ("attendees", "requirements"):
            for index, group in enumerate(getattr(self, name)):
                yield (name, index), group.text
        if self.registration:
            for name in ("deadline", "channel", "text"):
                if text := getattr(self.registration, name):
                    yield ("registration", name), text
