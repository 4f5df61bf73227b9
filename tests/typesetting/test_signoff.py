"""Signature and date: GB/T 9704-2012 7.3.5.1 with seal, 7.3.5.2 without, told in characters from the right edge."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officegen.documents.meeting_notice import MeetingNotice
from officegen.standard import load
from officegen.typesetting.render import render
from officegen.typesetting.widths import text_width
from tests.support.docx_text import text_of
from tests.support.package import Package, qn

DAY = "2025年3月14日"
CHARACTER = 320
"""The width of one character of size 3, in twips."""
AGENCIES = st.integers(2, 24).map(lambda length: "云泽市人民政府办公室"[:length].ljust(length, "局"))
DAYS = st.dates()


def _lines(**fields: Any) -> dict[str, tuple[float, float]]:
    """Where each line of the sign-off begins and ends, in characters from the right edge of the text."""
    notice = MeetingNotice.model_validate({"标题": "通知", **fields})
    package = Package.read(render(notice))
    body = package.trees[package.main()]
    found = {}
    for paragraph in body.iter(qn("w:p")):
        indent, text = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}"), text_of(paragraph)
        if indent is not None and (left := indent.get(qn("w:left"))):
            begin = (load().text_width - int(left)) / CHARACTER
            found[text] = (begin, begin - text_width(text))
        elif indent is not None:
            right = int(indent.get(qn("w:rightChars"), "0")) / 100
            assert int(indent.get(qn("w:right"), "0")) == pytest.approx(right * CHARACTER, abs=2)
            found[text] = (right + text_width(text), right)
    return found


def _centre(place: tuple[float, float]) -> float:
    return sum(place) / 2


# With seal --------------------------------------------------------------------------------------------------


def test_with_seal_the_date_is_four_characters_in_and_the_name_over_its_middle() -> None:
    lines = _lines(发文机关="云泽市城管局", 成文日期=DAY, 加盖印章="是")
    assert lines[DAY][1] == 4
    assert _centre(lines["云泽市城管局"]) == pytest.approx(_centre(lines[DAY]), abs=0.02)


@given(AGENCIES, DAYS)
def test_with_seal_name_and_date_share_their_middle_whatever_their_lengths(agency: str, day: Any) -> None:
    lines = _lines(发文机关=agency, 成文日期=day, 加盖印章="是")
    name, date = lines.values()
    assert _centre(name) == pytest.approx(_centre(date), abs=0.02)
    assert date[1] >= 4
    assert name[1] >= 1 or name[1] >= date[1]
    assert max(name[0], date[0]) <= 28 or text_width(agency) > 27


# Without ----------------------------------------------------------------------------------------------------


def test_without_seal_the_name_is_two_characters_in_and_the_date_begins_two_behind_it() -> None:
    lines = _lines(发文机关="云泽市城市管理局办公室", 成文日期=DAY)
    name, date = lines["云泽市城市管理局办公室"], lines[DAY]
    assert name[1] == 2
    assert name[0] - date[0] == pytest.approx(2, abs=0.02)


@given(AGENCIES, DAYS)
def test_without_seal_the_date_begins_two_behind_the_name_and_neither_leaves_the_text(
    agency: str, day: Any
) -> None:
    name, date = _lines(发文机关=agency, 成文日期=day).values()
    assert name[0] - date[0] == pytest.approx(2, abs=0.02)
    assert min(name[1], date[1]) >= 2 - 0.02
    assert min(name[1], date[1]) == pytest.approx(2, abs=0.02)


def test_names_without_seal_stand_below_each_other_with_one_middle() -> None:
    lines = _lines(发文机关=["云泽市教育局", "云泽市卫生健康委员会"], 成文日期=DAY)
    assert list(lines) == ["云泽市教育局", "云泽市卫生健康委员会", DAY]
    assert _centre(lines["云泽市教育局"]) == pytest.approx(_centre(lines["云泽市卫生健康委员会"]), abs=0.02)


# Together ---------------------------------------------------------------------------------------------------


def _table(*issuers: str) -> list[list[str]]:
    notice = MeetingNotice.model_validate(
        {"标题": "通知", "发文机关": list(issuers), "成文日期": DAY, "加盖印章": True}
    )
    package = Package.read(render(notice))
    return [
        ["/".join(text_of(paragraph) for paragraph in cell.iter(qn("w:p"))) for cell in row.iter(qn("w:tc"))]
        for row in package.trees[package.main()].iter(qn("w:tr"))
    ]


@pytest.mark.parametrize(
    ("issuers", "rows"),
    [
        (["甲局", "乙局"], [["甲局/", f"乙局/{DAY}"]]),
        (["甲局", "乙局", "丙局"], [["甲局/", "乙局/", f"丙局/{DAY}"]]),
        (["甲局", "乙局", "丙局", "丁局"], [["甲局", "乙局", "丙局"], ["/", "/", f"丁局/{DAY}"]]),
    ],
)
def test_joint_signatures_stand_three_to_a_row_and_the_date_under_the_last(
    issuers: list[str], rows: list[list[str]]
) -> None:
    assert _table(*issuers) == rows


def test_joint_signatures_too_wide_for_a_row_take_more_rows() -> None:
    long = "云泽市住房和城乡建设局办"
    assert _table(long, long, long) == [[long, long], ["/", f"{long}/{DAY}"]]


# Half a sign-off --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seal", ["是", "否"])
def test_a_date_or_a_name_may_stand_alone(seal: str) -> None:
    assert list(_lines(成文日期=DAY, 加盖印章=seal)) == [DAY]
    assert list(_lines(发文机关="云泽市城管局", 加盖印章=seal)) == ["云泽市城管局"]
    assert _lines(加盖印章=seal) == {}
