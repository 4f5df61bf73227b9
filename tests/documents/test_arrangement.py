"""Portions of a notice: in the author's order, merged under one heading, replaced, or with others between."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from officegen.documents.arrangement import ExtraSection, Placed, Portion, arrange, merged_heading
from officegen.documents.blocks import Paragraph, Section

NAMES = ("time", "place", "attendees", "requirements")


def _portions() -> list[Portion]:
    return [Portion((name,), Section(heading=name, blocks=[Paragraph(text=f"{name}！")])) for name in NAMES]


def _arranged(order: list[object], *extras: Mapping[str, object]) -> list[str]:
    blocks = arrange(
        _portions(),
        [Placed.model_validate(place) for place in order],
        [ExtraSection.model_validate(extra) for extra in extras],
    )
    return [
        f"{block.heading}：{'、'.join(one.text for one in block.blocks if isinstance(one, Paragraph))}"
        for block in blocks
        if isinstance(block, Section)
    ]


def _headings(order: list[object], *extras: Mapping[str, object]) -> list[str]:
    return [line.split("：")[0] for line in _arranged(order, *extras)]


def test_without_a_word_from_the_author_the_order_is_the_customary_one() -> None:
    assert _headings([]) == list(NAMES)


def test_what_is_listed_comes_first_and_the_rest_keeps_its_order() -> None:
    assert _headings(["有关要求", "place"]) == ["requirements", "place", "time", "attendees"]


def test_what_is_listed_together_becomes_one() -> None:
    assert _arranged([["会议时间", "会议地点"], "有关要求"])[0] == "time、place：time！、place！"
    assert _arranged([{"部分": ["time", "place"], "标题": "时间地点"}])[0] == "时间地点：time！、place！"


def test_a_listed_portion_that_says_nothing_leaves_no_trace() -> None:
    assert _headings([["会议议程", "会议报名"], "会议地点"]) == ["place", "time", "attendees", "requirements"]


@pytest.mark.parametrize(
    ("labels", "merged"),
    [
        (["会议时间", "会议地点"], "会议时间、地点"),
        (["会议时间", "会议地点", "会议议程"], "会议时间、地点、议程"),
        (["会议时间", "参会人员"], "会议时间、参会人员"),
        (["报到时间"], "报到时间"),
        (["会议", "会议地点"], "会议、会议地点"),
        (["报到时间", "报名方式"], "报到时间、报名方式"),
        (["会", "会议地点"], "会、会议地点"),
    ],
)
def test_a_common_word_at_the_beginning_is_said_once(labels: list[str], merged: str) -> None:
    assert merged_heading(labels) == merged


@pytest.mark.parametrize(
    ("extra", "headings"),
    [
        ({}, [*NAMES, "费用"]),
        ({"放在之后": "会议时间"}, ["time", "费用", "place", "attendees", "requirements"]),
        ({"after": "requirements"}, [*NAMES, "费用"]),
        ({"放在之前": "会议时间"}, ["费用", *NAMES]),
        ({"before": "attendees"}, ["time", "place", "费用", "attendees", "requirements"]),
        ({"放在之后": "会议议程"}, [*NAMES, "费用"]),
        # where a replaced portion would stand
        ({"代替": "会议议程"}, ["time", "place", "attendees", "费用", "requirements"]),
        ({"代替": ["会议报名", "会议议程"]}, ["time", "place", "attendees", "费用", "requirements"]),
        ({"代替": "联系方式"}, [*NAMES, "费用"]),
    ],
)
def test_an_extra_section_stands_where_it_was_put(extra: dict[str, object], headings: list[str]) -> None:
    assert _headings([], {"标题": "费用", "内容": "自理。"} | extra) == headings


def test_extra_sections_in_one_place_keep_their_order() -> None:
    extras = [{"标题": name, "内容": "。", "放在之后": "会议时间"} for name in ("甲", "乙", "丙")]
    assert _headings([], *extras)[:5] == ["time", "甲", "乙", "丙", "place"]


def test_an_extra_section_may_be_put_beside_a_merged_one() -> None:
    extra = {"标题": "费用", "内容": "自理。", "放在之前": "会议地点"}
    assert _headings([["会议时间", "会议地点"]], extra)[:2] == ["费用", "time、place"]


def test_two_places_at_once_are_refused() -> None:
    with pytest.raises(ValidationError, match="“放在之后”“放在之前”“代替”只能写一个"):
        ExtraSection.model_validate({"标题": "费用", "放在之后": "会议时间", "放在之前": "会议地点"})


def test_a_portion_goes_by_both_names() -> None:
    names = ["会议时间", "time", "会议安排", "sessions", "联系方式", "contacts"]
    assert Placed.model_validate(names).portions == ["time"] * 4 + ["contacts"] * 2


def test_an_unknown_portion_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValidationError, match="没有“会议时候”这一部分。是不是“会议时间”？"):
        Placed.model_validate(["会议时候"])
    with pytest.raises(ValidationError, match="没有“费用”这一部分。可以写的有：会议时间、会议地点"):
        Placed.model_validate("费用")
