"""会议通知: the typed fields become numbered sections, and what cannot be right is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from pydantic import ValidationError

from officegen.documents.blocks import Block, Paragraph, Section
from officegen.documents.entries import entries
from officegen.documents.meeting_notice import MeetingNotice
from officegen.documents.table import Table

TITLE = "关于召开工作例会的通知"


def _notice(**fields: Any) -> MeetingNotice:
    return MeetingNotice.model_validate({"标题": TITLE, **fields})


def _text(**fields: Any) -> list[str]:
    """The main text as it is printed, a line for each paragraph."""
    return _printed(_notice(**fields).main_text())


def _printed(blocks: Sequence[Block]) -> list[str]:
    return [
        "〔表格〕"
        if isinstance(entry.block, Table)
        else f"{entry.label}{entry.heading or ''}{entry.text or ''}"
        for entry in entries(blocks)
    ]


def _faults(**fields: Any) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(ValidationError) as refused:
        _notice(**fields)
    (error,) = refused.value.errors()
    faults: list[tuple[tuple[str | int, ...], str]] = error["ctx"]["faults"]
    assert error["msg"] == "\n".join(message for _, message in faults)
    return faults


def _doubts(**fields: Any) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [(doubt.code, doubt.path, doubt.message) for doubt in _notice(**fields).doubts()]


# From fields to sections ------------------------------------------------------------------------------------


def test_the_fields_stand_in_the_customary_order_whatever_their_order_in_the_form() -> None:
    assert _text(
        结束语="特此通知。",
        联系人={"姓名": "刘洋", "电话": "0558-3126018"},
        会议报名={"截止时间": "3月17日12:00", "方式": "报局办公室"},
        有关要求=["提前10分钟入场。", "不得请假。"],
        会议议程=["通报情况", "局长讲话"],
        参会人员=["局领导", "各科室负责人"],
        会议地点="三楼会议室",
        会议时间="明天上午9:00",
        正文="会期半天。",
        开头语="经研究，定于明天开会。",
    ) == [
        "经研究，定于明天开会。",
        "会期半天。",
        "一、会议时间", "明天上午9:00。",
        "二、会议地点", "三楼会议室。",
        "三、参会人员", "局领导，各科室负责人。",
        "四、会议议程", "1.通报情况", "2.局长讲话",
        "五、有关要求", "1.提前10分钟入场。", "2.不得请假。",
        "六、会议报名", "报名截止时间：3月17日12:00。", "报名方式：报局办公室。",
        "联系人：刘洋，电话：0558-3126018。",
        "特此通知。",
    ]  # fmt: skip


def test_a_field_that_is_absent_leaves_no_trace() -> None:
    assert _text(会议时间="明天") == ["一、会议时间", "明天。"]
    assert _text() == []


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        # several sessions
        (
            {
                "会议安排": [
                    {"名称": "报到", "时间": "14日", "地点": "大堂"},
                    {"名称": "全体会议", "时间": "15日"},
                ]
            },
            ["一、会议时间、地点", "（一）报到14日，大堂。", "（二）全体会议15日。"],
        ),
        ({"会议安排": {"名称": "报到", "时间": "14日"}}, ["一、会议时间", "（一）报到14日。"]),
        (
            {"会议时间": "14日至15日", "会议安排": {"名称": "报到", "时间": "14日"}},
            ["一、会议时间", "14日至15日。", "（一）报到14日。"],
        ),
        # places
        ({"会议地点": ["大礼堂", "二楼会议室"]}, ["一、会议地点", "大礼堂，二楼会议室。"]),
        (
            {"会议地点": "市政府", "分会场": ["各县", "各区"]},
            ["一、会议地点", "主会场：市政府。", "分会场：各县，各区。"],
        ),
        ({"分会场": "各县"}, ["一、会议地点", "分会场：各县。"]),
        # people
        ({"参会人员": "局领导"}, ["一、参会人员", "局领导。"]),
        (
            {"参会人员": [{"标题": "市级", "文字": "局长。"}, {"标题": "县级", "文字": "科长。"}]},
            ["一、参会人员", "（一）市级局长。", "（二）县级科长。"],
        ),
        ({"参会人员": ["局领导；", "各科室负责人。"]}, ["一、参会人员", "1.局领导；", "2.各科室负责人。"]),
        # agenda
        ({"主持人": "周建平"}, ["一、会议主持", "主持人：周建平。"]),
        ({"主持人": "周建平", "会议议程": "讲话"}, ["一、会议议程", "主持人：周建平。", "讲话"]),
        ({"会议议程": {"表头": ["时间", "内容"], "行": [["9:00", "开幕"]]}}, ["一、会议议程", "〔表格〕"]),
        # marks typed by the author
        ({"有关要求": ["1、准时。", "2、静音。"]}, ["一、有关要求", "1.准时。", "2.静音。"]),
        ({"有关要求": ["一是准时。", "二是静音。"]}, ["一、有关要求", "一是准时。", "二是静音。"]),
        ({"有关要求": "请准时参加。"}, ["一、有关要求", "请准时参加。"]),
        # a stop is supplied where there is none, and never doubled
        ({"会议时间": "明天。"}, ["一、会议时间", "明天。"]),
        ({"会议时间": "**明天。**"}, ["一、会议时间", "**明天。**"]),
        ({"会议报名": {"说明": "每单位限报2人"}}, ["一、会议报名", "每单位限报2人。"]),
    ],
)
def test_what_each_field_becomes(fields: dict[str, Any], lines: list[str]) -> None:
    assert _text(**fields) == lines


def test_items_count_one_level_down_where_another_part_uses_that_level() -> None:
    """GB/T 9704-2012 7.3.3: 1. may stand right under 一、 only where （一） is not used at all."""
    grouped = {"参会人员": [{"标题": "市级", "文字": "局长。"}, {"标题": "县级", "文字": "科长。"}]}
    assert _text(有关要求=["准时。", "静音。"])[1:] == ["1.准时。", "2.静音。"]
    assert _text(有关要求=["准时。", "静音。"], **grouped)[-2:] == ["（一）准时。", "（二）静音。"]


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        ("刘洋", "联系人：刘洋。"),
        ({"姓名": "刘洋", "电话": 3126018}, "联系人：刘洋，电话：3126018。"),
        ({"姓名": "刘洋", "单位": "局办公室", "分工": "会务"}, "会务联系人：刘洋（局办公室）。"),
        ({"姓名": "刘洋", "电话": "1", "邮箱": "a@b.cn"}, "联系人：刘洋，电话：1，电子邮箱：a@b.cn。"),
    ],
)
def test_whom_to_ask(contact: Any, line: str) -> None:
    assert _text(联系人=contact) == [line]
    assert _text(联系人=contact, 顺序=["联系方式"]) == ["一、联系方式", line]
    assert _text(联系人=contact, 改标题={"联系方式": "会务联系"}) == ["一、会务联系", line]


# Rearranged by the author -----------------------------------------------------------------------------------

WHEN_AND_WHERE = {"会议时间": "明天", "会议地点": "三楼", "参会人员": "全体职工"}


@pytest.mark.parametrize(
    ("wish", "lines"),
    [
        ({"改标题": {"会议时间": "培训时间", "place": "培训地点"}}, ["一、培训时间", "明天。", "二、培训地点", "三楼。", "三、参会人员", "全体职工。"]),
        ({"改标题": {"会议时间": " "}}, ["一、会议时间", "明天。", "二、会议地点", "三楼。", "三、参会人员", "全体职工。"]),
        ({"顺序": ["参会人员"]}, ["一、参会人员", "全体职工。", "二、会议时间", "明天。", "三、会议地点", "三楼。"]),
        ({"顺序": [["会议时间", "会议地点"]]}, ["一、会议时间、地点", "明天。", "三楼。", "二、参会人员", "全体职工。"]),
        ({"顺序": [{"部分": ["会议时间", "会议地点"], "标题": "时间和地点"}]}, ["一、时间和地点", "明天。", "三楼。", "二、参会人员", "全体职工。"]),
        (
            {"其他部分": [{"标题": "会议费用", "内容": "自理。", "放在之后": "会议时间"}]},
            ["一、会议时间", "明天。", "二、会议费用", "自理。", "三、会议地点", "三楼。", "四、参会人员", "全体职工。"],
        ),
        (
            {"其他部分": [{"标题": "议程安排", "文字": "另发", "代替": "会议议程"}]},
            ["一、会议时间", "明天。", "二、会议地点", "三楼。", "三、参会人员", "全体职工。", "四、议程安排另发"],
        ),
    ],
)  # fmt: skip
def test_the_author_renames_reorders_merges_and_adds(wish: dict[str, Any], lines: list[str]) -> None:
    assert _text(**WHEN_AND_WHERE, **wish) == lines


def test_an_extra_section_holds_whatever_a_body_may() -> None:
    extra = {
        "标题": "会议费用",
        "内容": ["食宿自理。", {"标题": "住宿", "内容": "自行安排。"}, {"表头": ["项目"], "空行": 1}],
    }
    assert _text(其他部分=extra) == ["一、会议费用", "食宿自理。", "（一）住宿", "自行安排。", "〔表格〕"]


def test_typesetting_gets_blocks_that_can_be_read_again() -> None:
    blocks = _notice(**WHEN_AND_WHERE, 开头语="经研究。").main_text()
    assert [type(block) for block in blocks] == [Paragraph, Section, Section, Section]


# Faults -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "path", "said"),
    [
        (
            {"会议时间": "2025年3月18日（星期三）下午2:30"},
            ("time",),
            "2025年3月18日是星期二，不是星期三，请核对日期或改写星期。",
        ),
        (
            {"会议安排": [{"名称": "报到", "时间": "2025年2月29日"}]},
            ("sessions", 0, "time"),
            "日历上没有“2025年2月29日”这一天，请核对。",
        ),
        (
            {"会议安排": [{"名称": "报到", "时间": "明天"}, {"名称": "讨论", "时间": "15:00—14:00"}]},
            ("sessions", 1, "time"),
            "“15:00—14:00”的结束时间早于开始时间，请核对。",
        ),
        (
            {"会议时间": "2025年3月18日", "会议报名": {"截止时间": "2025年3月19日12:00"}},
            ("registration", "deadline"),
            "报名截止时间2025年3月19日晚于会议日期2025年3月18日，请核对。",
        ),
        (
            {"有关要求": ["准时。", "请于2025年3月32日前请假。"]},
            ("requirements", 1),
            "日历上没有“2025年3月32日”这一天，请核对。",
        ),
        (
            {"会议议程": "讲话", "其他部分": [{"标题": "议程", "内容": "另发。", "代替": "会议议程"}]},
            ("sections", 0),
            "“议程”代替了“会议议程”，可是“会议议程”也写了内容。请删去其中一处。",
        ),
    ],
)
def test_what_contradicts_itself_is_refused_at_its_place(
    fields: dict[str, Any], path: tuple[str | int, ...], said: str
) -> None:
    assert _faults(**fields) == [(path, said)]


def test_all_faults_are_told_at_once() -> None:
    paths = [path for path, _ in _faults(开头语="定于2025年3月18日（周三）", 会议时间="2025年2月30日")]
    assert paths == [("opening",), ("time",)]


def test_a_meeting_over_the_new_year_is_no_fault() -> None:
    notice = _notice(
        会议时间="2025年12月31日（星期三）至1月2日（星期五）",
        会议报名={"截止时间": "2025年12月28日"},
        成文日期="2025-12-20",
    )
    assert list(notice.doubts()) == []


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("云城管[2025]9号", "云城管〔2025〕9号"),
        ("云城管（2025）第9号", "云城管〔2025〕9号"),
        ("云城管〔2025〕09号", "云城管〔2025〕9号"),
        ("云城管【2025】9", "云城管〔2025〕9号"),
        ("云城管2025-9", "云城管〔2025〕9号”这样的形式"),
    ],
)
def test_a_document_number_is_corrected_and_not_guessed(number: str, right: str) -> None:
    with pytest.raises(ValidationError) as refused:
        _notice(版头={"发文机关标志": "云泽市城市管理局文件", "发文字号": number})
    (error,) = refused.value.errors()
    assert error["loc"][:2] == ("masthead", "document_number")
    assert f"请写成“{right}" in error["msg"]


@pytest.mark.parametrize("number", ["云城管〔2025〕9号", {"机关代字": "云城管", "年份": 2025, "序号": 9}])
def test_a_right_document_number_is_printed_as_it_is(number: Any) -> None:
    masthead = _notice(版头={"发文机关标志": "云泽市城市管理局文件", "发文字号": number}).masthead
    assert masthead is not None
    assert str(masthead.document_number) == "云城管〔2025〕9号"


@pytest.mark.parametrize(
    ("colophon", "said"),
    [
        ({"印发机关": "局办公室"}, "“印发机关”和“印发日期”印在同一行，要写就都写。"),
        ({"抄送": "市委办", "印发日期": "2025-03-14"}, "“印发机关”和“印发日期”印在同一行，要写就都写。"),
        ({}, "版记里什么也没有，请写“抄送”或“印发机关”，或者删去版记。"),
    ],
)
def test_half_a_colophon_is_refused(colophon: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        _notice(版记=colophon)


@pytest.mark.parametrize(
    ("masthead", "suffix"),
    [
        ({"发文机关标志": "云泽市城市管理局文件"}, ""),
        ({"发文机关标志": "云泽市城市管理局", "标志后缀": "文件"}, "文件"),
        ({"发文机关标志": ["甲局", "乙局"]}, "文件"),
        ({"发文机关标志": ["甲局", "乙局"], "标志后缀": "无"}, ""),
    ],
)
def test_the_word_behind_the_issuing_mark(masthead: dict[str, Any], suffix: str) -> None:
    found = _notice(版头=masthead).masthead
    assert found is not None
    assert found.suffix == suffix


# Doubts -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "doubt"),
    [
        (
            {"会议时间": "3月18日（星期三）", "成文日期": "2025-03-01"},
            ("date", ("time",), "2025年3月18日是星期二，不是星期三，请核对日期或改写星期。"),
        ),
        (
            {"会议时间": "3月18日", "会议报名": {"截止时间": "3月19日"}, "成文日期": "2025-03-01"},
            (
                "deadline-after-meeting",
                ("registration", "deadline"),
                "报名截止时间2025年3月19日晚于会议日期2025年3月18日，请核对。",
            ),
        ),
        (
            {"会议时间": "2025年3月18日", "成文日期": "2025-03-19"},
            ("issued-late", ("date",), "成文日期2025年3月19日晚于会议日期2025年3月18日。"),
        ),
        (
            {"正文": "一、甲\n三、乙"},
            ("missing-number", ("body",), "序号“三、”接不上前文，按顺序应是“二、”。"),
        ),
        (
            {"附件": "参会回执"},
            (
                "attachment-without-content",
                ("attachments", 0),
                "附件“参会回执”没有内容，只列入附件说明，不另起页。",
            ),
        ),
    ],
)
def test_what_looks_wrong_but_may_be_meant_is_asked(fields: dict[str, Any], doubt: tuple[Any, ...]) -> None:
    assert _doubts(**fields) == [doubt]


def test_a_january_meeting_called_in_december_is_no_doubt() -> None:
    assert _doubts(会议时间="1月6日（星期二）上午9:00", 成文日期="2025-12-25") == []


def test_without_any_year_nothing_is_guessed() -> None:
    assert _doubts(会议时间="3月18日（星期三）", 会议报名={"截止时间": "3月19日"}) == []
