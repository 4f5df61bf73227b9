"""A field goes by its English and its Chinese name; what is not known is refused with the nearest that is."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from pydantic import ValidationError

from officegen.documents.attachment import Attachment
from officegen.documents.blocks import Figure, Paragraph, Point, Points, Section
from officegen.documents.fields import Part, label_of
from officegen.documents.meeting_notice import Group, MeetingNotice, Registration, Session
from officegen.documents.parts import Colophon, Contact, DocumentNumber, Masthead
from officegen.documents.pledge import Pledge
from officegen.documents.speech import Speech
from officegen.documents.table import Cell, Table

PARTS: list[type[Part]] = [
    MeetingNotice, Speech, Pledge, Section, Point, Points, Paragraph, Table, Cell, Figure, Session, Group,
    Registration, Masthead, DocumentNumber, Colophon, Attachment, Contact,
]  # fmt: skip


def _refusal(model: type[Part], **form: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(form)
    (error,) = refused.value.errors()
    return error["msg"]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_has_a_chinese_name_of_its_own_and_a_meaning(part: type[Part]) -> None:
    labels = [label_of(name, info) for name, info in part.model_fields.items()]
    assert len(set(labels)) == len(labels)
    assert all("\u4e00" <= label[0] <= "\u9fff" for label in labels)
    assert all(info.description and info.description.endswith("。") for info in part.model_fields.values())
    assert part.label


def test_both_names_mean_the_same() -> None:
    chinese = {
        "标题": "通知",
        "会议时间": "明天",
        "会议地点": "三楼",
        "联系人": {"姓名": "刘洋", "电话": 3126018},
    }
    english = {
        "title": "通知",
        "time": "明天",
        "place": ["三楼"],
        "contacts": [{"name": "刘洋", "phone": "3126018"}],
    }
    assert MeetingNotice.model_validate(chinese) == MeetingNotice.model_validate(english)


@pytest.mark.parametrize(
    "form",
    [
        {"标题": "讲话", "正文": [{"标题": "提高认识", "内容": "统一思想。"}]},
        {"标题": "讲话", "正文": [{"要点": [{"文字": "提高认识。", "内容": "统一思想。"}]}]},
        {"标题": "讲话", "正文": [{"表头": ["甲"], "行": [[{"文字": "乙", "跨列": 1}]], "合并相同": "是"}]},
    ],
)
def test_chinese_names_are_known_before_anything_else_was_read(form: dict[str, Any]) -> None:
    """In a fresh process, because what one document reads makes the next one's names known."""
    code = f"from officegen.documents.speech import Speech; Speech.model_validate({form!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_unknown_name_is_refused_with_the_nearest_one() -> None:
    assert (
        _refusal(Session, 名称="报到", 时间="明天", 地址="大厅")
        == "没有“地址”这一项。是不是“地点（place）”？"
    )
    assert (
        _refusal(Session, 名称="报到", 时间="明天", plase="大厅")
        == "没有“plase”这一项。是不是“地点（place）”？"
    )


def test_a_name_like_no_other_is_refused_with_all_that_may_be_written() -> None:
    said = _refusal(Session, 名称="报到", 时间="明天", 备注="带伞")
    assert said == "没有“备注”这一项。可以写的有：名称、时间、地点。"


def test_all_unknown_names_are_told_at_once() -> None:
    said = _refusal(Session, 名称="报到", 时间="明天", 地址="大厅", 备注="带伞")
    assert said.splitlines() == [
        "没有“地址”这一项。是不是“地点（place）”？",
        "没有“备注”这一项。可以写的有：名称、时间、地点。",
    ]


def test_a_key_that_is_no_text_is_refused_too() -> None:
    with pytest.raises(ValidationError, match="没有“2025”这一项"):
        Session.model_validate({"名称": "报到", "时间": "明天", 2025: "大厅"})


def test_a_field_given_under_both_names_is_refused() -> None:
    said = _refusal(Session, 名称="报到", 时间="明天", 地点="大厅", place="二楼")
    assert said == "“地点（place）”写了两次，请只留一处。"


@pytest.mark.parametrize("blank", [None, "", "  ", "\u3000", "\n"])
def test_an_empty_optional_is_as_good_as_absent(blank: str | None) -> None:
    bare = Session.model_validate({"名称": "报到", "时间": "明天"})
    assert Session.model_validate({"名称": "报到", "时间": "明天", "地点": blank}) == bare
    assert (
        Session.model_validate({"名称": "报到", "时间": "明天", "place": "三楼", "地点": blank}).place
        == "三楼"
    )


@pytest.mark.parametrize("blank", [None, "", "\u3000"])
def test_an_empty_field_that_is_needed_is_missing(blank: str | None) -> None:
    with pytest.raises(ValidationError) as refused:
        Session.model_validate({"名称": blank, "时间": "明天"})
    assert [(error["type"], error["loc"]) for error in refused.value.errors()] == [("missing", ("name",))]


def test_blank_items_of_a_list_are_as_good_as_absent() -> None:
    notice = MeetingNotice.model_validate(
        {"标题": "通知", "主送机关": ["各科室", "", None], "会议地点": [""]}
    )
    assert notice.addressees == ["各科室"]
    assert notice.place == []


def test_where_one_field_says_it_all_its_value_is_enough() -> None:
    notice = MeetingNotice.model_validate(
        {"标题": "通知", "附件": "参会回执", "联系人": "刘洋", "有关要求": "准时。"}
    )
    assert notice.attachments == [Attachment(title="参会回执")]
    assert notice.contacts == [Contact(name="刘洋")]
    assert notice.requirements == [Group(text="准时。")]


def test_both_names_are_shown_together() -> None:
    assert MeetingNotice.both_names("place") == "会议地点（place）"
    assert MeetingNotice.both_names("unknown") == "unknown"


def test_a_changed_copy_is_checked_anew() -> None:
    session = Session(name="报到", time="明天")
    assert session.replace(place="大厅") == Session(name="报到", time="明天", place="大厅")
    assert session.place is None
    with pytest.raises(ValidationError, match="这里只能写一行"):
        session.replace(place="大厅\n二楼")


def test_a_part_cannot_be_changed_behind_its_back() -> None:
    with pytest.raises(ValidationError):
        Session(name="报到", time="明天").place = "大厅"  # type: ignore[misc]
