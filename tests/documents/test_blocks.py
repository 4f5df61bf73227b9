"""The body: written as plain text, as a tree, or as both; held as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from officegen.documents.blocks import Block, Figure, Paragraph, Point, Points, Section
from officegen.documents.speech import Speech
from officegen.documents.table import Table
from tests.strategies import bodies, words


def _body(written: Any) -> list[Block]:
    return Speech.model_validate({"标题": "讲话", "正文": written}).body


def _tree(blocks: Sequence[Block]) -> list[Any]:
    """A body as a clerk would sketch it: a text is a paragraph, a pair is a line and what stands under it."""
    return [_sketch(block) for block in blocks]


def _sketch(block: Block | Point) -> Any:
    if isinstance(block, Paragraph):
        return block.text
    if isinstance(block, Points):
        return {block.series: [_sketch(item) for item in block.items]}
    if isinstance(block, Section | Point):
        line = "|".join(filter(None, (block.mark, block.heading, block.text)))
        return (line, _tree(block.blocks)) if block.blocks else (line,)
    return type(block).__name__


def _error(written: Any) -> tuple[tuple[int | str, ...], str]:
    with pytest.raises(ValidationError) as refused:
        _body(written)
    error = refused.value.errors()[0]
    return error["loc"], error["msg"]


# Plain text -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            """
            今天会议的任务是总结工作。
            一、提高认识
            创建工作意义重大。
            （一）统一思想。各单位要重视。
            （二）压实责任
            主要负责同志亲自抓。
            二、狠抓落实
            """,
            [
                "今天会议的任务是总结工作。",
                (
                    "一、|提高认识",
                    ["创建工作意义重大。", ("（一）|统一思想。|各单位要重视。",), ("（二）|压实责任", ["主要负责同志亲自抓。"])],
                ),
                ("二、|狠抓落实",),
            ],
        ),
        # a level may be left out, and 1. may stand right under 一、
        (
            """
            一、时间
            1.报到
            （1）签到
            2.开会
            二、地点
            """,
            [("一、|时间", [("1.|报到", [("（1）|签到",)]), ("2.|开会",)]), ("二、|地点",)],
        ),
        # points are one list as long as they follow each other
        (
            """
            要做到三点：
            一是提高认识。思想要到位。
            二是压实责任。
            第一，抓紧。
            以上请落实。
            三是督查。
            """,
            [
                "要做到三点：",
                {"一是": [("一是|提高认识。|思想要到位。",), ("二是|压实责任。",)]},
                {"第一，": [("第一，|抓紧。",)]},
                "以上请落实。",
                {"一是": [("三是|督查。",)]},
            ],
        ),
        # points given inside one paragraph stay there
        ("要做到：一是提高认识；二是压实责任。", ["要做到：一是提高认识；二是压实责任。"]),
        ("1.请提前10分钟入场，手机调至静音。", [("1.|请提前10分钟入场，手机调至静音。",)]),
    ],
)  # fmt: skip
def test_marks_in_plain_text_say_what_stands_under_what(text: str, tree: list[Any]) -> None:
    assert _tree(_body(text)) == tree


def test_texts_and_blocks_may_be_mixed() -> None:
    written = [
        "一、会议安排\n安排如下：",
        {"表头": ["时间", "内容"], "行": [["9:00", "开幕"]]},
        "（一）报到",
        {"标题": "会议纪律", "内容": ["不得请假。", {"要点": ["准时", "静音"]}]},
        "请遵守。",
    ]
    assert _tree(_body(written)) == [
        ("一、|会议安排", ["安排如下：", "Table", ("（一）|报到",)]),
        ("会议纪律", ["不得请假。", {"一是": [("准时",), ("静音",)]}]),
        "请遵守。",
    ]


def test_one_block_needs_no_list() -> None:
    assert _tree(_body({"标题": "提高认识", "文字": "统一思想。"})) == [("提高认识|统一思想。",)]


@pytest.mark.parametrize("written", ["", "\n \u3000\n", [], None, [""]])
def test_a_speech_without_a_word_is_refused(written: Any) -> None:
    with pytest.raises(ValidationError):
        _body(written)


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ({"文字": "甲"}, Paragraph),
        ({"text": "甲"}, Paragraph),
        ({"标题": "甲"}, Section),
        ({"序号": "一、", "文字": "甲"}, Section),
        ({"要点": ["甲"]}, Points),
        ({"表头": ["甲"]}, Table),
        ({"行": [["甲"]]}, Table),
        ({"图片": "图.png"}, Figure),
        (Paragraph(text="甲"), Paragraph),
    ],
)
def test_a_block_is_told_by_what_it_says(block: Any, kind: type[Block]) -> None:
    assert [type(found) for found in _body([block])] == [kind]


@given(bodies(words()))
def test_reading_a_body_again_changes_nothing(written: Any) -> None:
    body = _body(written)
    assert _body(body) == body


def test_a_block_given_as_an_object_is_left_as_it_is() -> None:
    mine = Points(items=["提高认识。"])
    assert _tree(_body([mine, "二是压实责任。"])) == [{"一是": [("提高认识。",), ("二是|压实责任。",)]}]
    assert len(mine.items) == 1
    assert _tree(_body([mine, "二是压实责任。"])) == [{"一是": [("提高认识。",), ("二是|压实责任。",)]}]


# Marks typed into a tree ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "tree"),
    [
        ({"标题": "一、提高认识"}, ("一、|提高认识",)),
        ({"标题": "（一） 提高认识", "文字": "统一思想。"}, ("（一）|提高认识|统一思想。",)),
        ({"标题": "", "文字": "1.请提前入场。"}, ("1.|请提前入场。",)),
        ({"序号": "", "标题": "一、提高认识"}, ("一、|提高认识",)),
        ({"序号": "二、", "标题": "一、提高认识"}, ("二、|一、提高认识",)),
        ({"标题": "1.5万元以上项目"}, ("1.5万元以上项目",)),
    ],
)
def test_a_mark_at_the_head_of_a_heading_is_taken_for_what_it_is(block: Any, tree: Any) -> None:
    assert _tree(_body([block])) == [tree]


# What is refused, and where ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "place", "said"),
    [
        ([3.5], ("body", 0), "看不出这一块是什么"),
        ([{"内容": "甲"}], ("body", 0), "看不出这一块是什么"),
        (["甲", {"标题": "乙", "内容": [{"文字": ["丙"]}]}], ("body", 1, "section", "blocks", 0, "paragraph", "text"), "string"),
        ([{"要点": ["甲", {"文字": "乙", "内客": "丙"}]}], ("body", 0, "points", "items", 1), "没有“内客”这一项。是不是“内容（blocks）”？"),
        ([{"要点": []}], ("body", 0, "points"), "要点里一条也没有"),
        ([{"要点": ["甲"], "编号方式": "甲、"}], ("body", 0, "points", "series"), ""),
        ([{"要点": list("甲乙丙丁戊"), "编号方式": "首先，"}], ("body", 0, "points"), "只有4项，这里有5条。请把“编号方式”改为“第一，”"),
        ([{"要点": [{"文字": "甲", "内容": "乙"}], "同段": "是"}], ("body", 0, "points"), "请把“同段”改为“否”"),
        ([{"序号": "一、"}], ("body", 0, "section"), "既没有标题也没有文字"),
        ([{"表头": ["甲"], "行": [["乙", "丙"]]}], ("body", 0, "table"), "表格第1行占2列，应是1列"),
        ([{"行": [["甲", "乙"], ["丙"]]}], ("body", 0, "table"), "表格第2行占1列，应是2列"),
        ([{"行": [["甲", {"文字": "乙", "跨行": 3}], ["丙"]]}], ("body", 0, "table"), "请减小它的跨行数"),
        ([{"行": [["甲", {"文字": "乙", "跨行": 2}, "丙"], [{"文字": "丁", "跨列": 2}]]}], ("body", 0, "table"), "表格第2行有“跨列”的格被上面“跨行”的格隔断了"),
        ([{"行": [[]]}], ("body", 0, "table"), "既没有表头也没有行"),
        ([{"行": [["甲"] * 64]}], ("body", 0, "table"), "Word 的表格最多63列"),
        ([{"表头": ["甲", "乙"], "列宽": [1]}], ("body", 0, "table"), "“列宽”有1个数，表格有2列"),
        ([{"表头": ["甲"], "列宽": [0]}], ("body", 0, "table", "widths", 0), ""),
        ([{"表头": ["甲"], "列宽": [float("inf")]}], ("body", 0, "table", "widths", 0), ""),
        ([{"表头": ["甲"], "行": [["乙"]], "合并相同": "丙"}], ("body", 0, "table"), "“合并相同”里的“丙”不是表头里的列名"),
        ([{"图片": "图.png", "宽度": 157}], ("body", 0, "figure", "width"), ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(written: Any, place: tuple[int | str, ...], said: str) -> None:
    where, message = _error(written)
    assert where == place
    assert said in message


def test_merged_cells_that_fit_are_a_table() -> None:
    rows = [
        [{"文字": "6月18日", "跨行": 2}, "上午", "观摩"],
        ["下午", "讨论"],
        [{"文字": "自带午餐", "跨列": 3}],
        [{"文字": "甲", "跨列": 2, "跨行": 2}, None],
        ["乙"],
    ]
    (table,) = _body([{"表头": ["日期", "时间", "内容"], "行": rows}])
    assert isinstance(table, Table)
    assert table.width == 3
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["6月18日", "上午", "观摩"], ["下午", "讨论"], ["自带午餐"], ["甲", ""], ["乙"],
    ]  # fmt: skip
