"""The body in reading order, each piece with the mark that is printed before it."""

from __future__ import annotations

from typing import Any

import pytest

from officegen.documents.entries import changed_marks, entries, number_gaps
from officegen.documents.speech import Speech


def _walk(written: Any) -> list[str]:
    """Each piece as it is printed, led by its depth and, where it has a mark, the mark's level."""
    body = Speech.model_validate({"标题": "讲话", "正文": written}).body
    return [
        f"{entry.depth}/{entry.level} {entry.label}{entry.heading or ''}{entry.text or ''}"
        for entry in entries(body)
    ]


def _section(heading: str, *content: Any, mark: str | None = None) -> dict[str, Any]:
    return {"标题": heading, "序号": mark, "内容": list(content)}


def test_a_mark_comes_from_the_place_in_the_tree() -> None:
    tree = [
        _section("总体要求", _section("指导思想", _section("总的", _section("细的", _section("更细"))))),
        "一段话。",
        _section("重点任务", "又一段。", _section("任务甲"), _section("任务乙")),
    ]
    assert _walk(tree) == [
        "1/1 一、总体要求",
        "2/2 （一）指导思想",
        "3/3 1.总的",
        "4/4 （1）细的",
        "5/4 （1）更细",
        "1/0 一段话。",
        "1/1 二、重点任务",
        "2/0 又一段。",
        "2/2 （一）任务甲",
        "2/2 （二）任务乙",
    ]


def test_an_authors_mark_sets_the_series_and_the_count_of_what_follows() -> None:
    tree = [
        _section("甲", mark="三、"),
        _section("乙"),
        _section("丙", _section("丁"), mark="1."),
        _section("戊"),
    ]
    assert _walk(tree) == ["1/1 三、甲", "1/1 四、乙", "1/3 1.丙", "2/4 （1）丁", "1/3 2.戊"]


def test_a_mark_of_ones_own_is_printed_as_it_is_and_not_counted() -> None:
    tree = [_section("甲"), _section("乙", mark="附则　"), _section("丙")]
    assert _walk(tree) == ["1/1 一、甲", "1/1 附则　乙", "1/1 二、丙"]


@pytest.mark.parametrize(
    ("series", "labels"),
    [
        ("一是", ["一是", "二是", "三是"]),
        ("一要", ["一要", "二要", "三要"]),
        ("第一，", ["第一，", "第二，", "第三，"]),
        ("首先，", ["首先，", "其次，", "再次，"]),
        ("一、", ["一、", "二、", "三、"]),
        ("（一）", ["（一）", "（二）", "（三）"]),
        ("1.", ["1.", "2.", "3."]),
        ("（1）", ["（1）", "（2）", "（3）"]),
    ],
)
def test_points_count_in_their_series(series: str, labels: list[str]) -> None:
    body = Speech.model_validate(
        {"标题": "讲话", "正文": {"要点": ["甲", "乙", "丙"], "编号方式": series}}
    ).body
    assert [entry.label for entry in entries(body)] == labels


def test_points_in_one_paragraph_go_on_in_it() -> None:
    body = Speech.model_validate(
        {
            "标题": "讲话",
            "正文": [
                {"引语": "要做到：", "要点": ["甲", "乙"], "同段": "是"},
                {"要点": ["丙", "丁"], "同段": "是"},
            ],
        }
    ).body
    assert [(entry.label, entry.text, entry.starts_paragraph) for entry in entries(body)] == [
        ("", "要做到：", True),
        ("一是", "甲", False),
        ("二是", "乙", False),
        ("一是", "丙", True),
        ("二是", "丁", False),
    ]


def test_every_list_starts_anew() -> None:
    tree = [
        _section("甲", _section("乙"), {"要点": ["子", "丑"]}),
        _section("丙", {"要点": ["寅"]}, _section("丁")),
    ]
    assert _walk(tree) == [
        "1/1 一、甲", "2/2 （一）乙", "2/5 一是子", "2/5 二是丑", "1/1 二、丙", "2/5 一是寅", "2/2 （一）丁",
    ]  # fmt: skip


# Marks of the author ----------------------------------------------------------------------------------------


def _marks(text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    body = Speech(title="讲话", body=text).body
    return list(changed_marks(body)), list(number_gaps(body))


def test_marks_in_another_form_are_printed_in_the_standard_one() -> None:
    changed, gaps = _marks("一、甲\n(一)乙\n（二）丙\n1、丁\n2．戊\n(1)己")
    assert changed == [("(一)", "（一）"), ("1、", "1."), ("2．", "2."), ("(1)", "（1）")]
    assert gaps == []


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("一、甲\n三、乙", [("三、", "二、")]),
        ("一、甲\n二、乙\n二、丙", [("二、", "三、")]),
        ("二、甲", [("二、", "一、")]),
        ("一、甲\n（一）乙\n二、丙\n（一）丁", []),
        ("一、甲\n（一）乙\n二、丙\n（二）丁", [("（二）", "（一）")]),
        ("一是甲。\n三是乙。", [("三是", "二是")]),
        ("首先，甲。\n其次，乙。\n最后，丙。", []),
        ("首先，甲。\n最后，乙。", []),
        ("一是甲。\n二是乙。\n又及：\n一是丙。", []),
        ("一是甲。\n一、乙\n一是丙。", []),
        ("首先，甲。\n其次，乙。\n再次，丙。\n最后，丁。\n首先，戊。", []),
        ("首先，甲。\n再次，乙。", [("再次，", "其次，")]),
        ("首先，甲。\n其次，乙。\n第三，丙。", []),
        ("首先，甲。\n第三，乙。", [("第三，", "第二，")]),
    ],
)
def test_a_number_that_does_not_follow_is_told_with_the_one_expected(
    text: str, gaps: list[tuple[str, str]]
) -> None:
    assert _marks(text)[1] == gaps


def test_points_in_the_series_of_headings_are_a_list_of_their_own() -> None:
    points = {"要点": ["子"], "编号方式": "（一）"}
    body = Speech.model_validate({"标题": "讲话", "正文": _section("甲", points, _section("乙"))}).body
    assert [entry.label for entry in entries(body)] == ["一、", "（一）", "（一）"]
    assert list(number_gaps(body)) == []


def test_a_tree_counted_by_the_program_has_no_gaps() -> None:
    body = Speech.model_validate({"标题": "讲话", "正文": [_section(f"第{n}") for n in range(120)]}).body
    assert list(number_gaps(body)) == []
    assert [entry.label for entry in entries(body)][-1] == "一百二十、"
