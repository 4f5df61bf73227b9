"""Dates and hours as officials write them, and what cannot be right about them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from officegen.documents.dates import IssueDate, clock_faults, day_faults, find_days, write_date

ISSUE_DATE: TypeAdapter[date] = TypeAdapter(IssueDate)
DAYS = st.dates(date(1949, 10, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2025-03-14", "2025-3-14", "2025年3月14日", "2025年03月14日", "2025.3.14", "2025/3/14", "2025．3．14",
        " 2025年3月14日 ", "2025 年 3 月 14 日", "二〇二五年三月十四日", "二零二五年三月十四日", "二○二五年三月十四日",
        date(2025, 3, 14), datetime(2025, 3, 14, 9, 30),
    ],
)  # fmt: skip
def test_every_written_form_is_read(typed: object) -> None:
    assert ISSUE_DATE.validate_python(typed) == date(2025, 3, 14)


@given(DAYS)
def test_what_is_written_is_read_back(day: date) -> None:
    assert ISSUE_DATE.validate_python(write_date(day)) == day
    assert ISSUE_DATE.validate_python(day.isoformat()) == day
    assert "年0" not in write_date(day)
    assert "月0" not in write_date(day)


@pytest.mark.parametrize(
    "typed", ["2025年3月", "3月14日", "三月十四日", "2025", "明天", "25-03-14", "2025-03-14 上午"]
)
def test_half_a_date_is_refused_with_how_to_write_it(typed: str) -> None:
    with pytest.raises(ValidationError, match="不是年月日齐全的日期。请写成 2025-03-14 或 2025年3月14日"):
        ISSUE_DATE.validate_python(typed)


@pytest.mark.parametrize(
    "typed", ["2025-02-30", "2025年13月1日", "2023-2-29", "0000-01-01", "二〇二五年二月三十日"]
)
def test_a_day_that_no_calendar_has_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match=f"日历上没有“{typed}”这一天"):
        ISSUE_DATE.validate_python(typed)


# Days in running text ---------------------------------------------------------------------------------------


def _found(text: str, near: date | None = None) -> list[tuple[str, date | None, bool]]:
    return [(found.typed, found.day, found.certain) for found in find_days(text, near)]


def test_days_are_found_where_they_stand() -> None:
    text = "定于2025年3月18日（星期二）下午2:30报到，20日周四离会，回执于2025年3月10日前报送。"
    assert _found(text) == [
        ("2025年3月18日（星期二）", date(2025, 3, 18), True),
        ("2025年3月10日", date(2025, 3, 10), True),
    ]


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("3月18日（星期二）", "二"),
        ("3月18日(周二)", "二"),
        ("3月18日 星期二", "二"),
        ("3月16日礼拜天", "日"),
        ("3月18日周二下午", "二"),
        ("3月18日周一峰主持", ""),
        ("3月18日", ""),
    ],
)
def test_weekdays_are_found_behind_them(text: str, weekday: str) -> None:
    assert [found.weekday for found in find_days(text, date(2025, 3, 1))] == [weekday]


def test_a_year_goes_on_holding_in_the_same_text() -> None:
    assert _found("2025年3月18日报到，3月19日开会")[1] == ("3月19日", date(2025, 3, 19), True)


def test_ranges_are_found_with_their_later_day() -> None:
    for dash in ("—", "——", "-", "~", "～", "至", "到"):
        assert [day for _, day, _ in _found(f"2025年3月18日{dash}20日")] == [
            date(2025, 3, 18),
            date(2025, 3, 20),
        ]


@pytest.mark.parametrize(
    ("near", "year"),
    [
        (date(2025, 12, 20), 2026),
        (date(2026, 1, 10), 2026),
        (date(2025, 3, 1), 2025),
        (date(2024, 12, 31), 2025),
    ],
)
def test_a_year_that_is_not_written_is_the_nearest_one(near: date, year: int) -> None:
    """A meeting on 6 January called in December is one of next year."""
    assert _found("1月6日上午9:00", near) == [("1月6日", date(year, 1, 6), False)]


def test_across_a_new_year_the_later_day_is_one_of_the_next_year() -> None:
    """Years are told from the text before, too: nobody writes 2025年 and means a meeting that ends before it starts."""
    assert [day for _, day, _ in _found("2025年12月31日至1月2日")] == [date(2025, 12, 31), date(2026, 1, 2)]
    assert list(day_faults("2025年12月31日（星期三）至1月2日（星期五）")) == []


def test_without_any_year_a_day_is_passed_over() -> None:
    assert _found("3月18日下午") == []


@pytest.mark.parametrize("near", [date.min, date.max])
def test_the_ends_of_the_calendar_do_no_harm(near: date) -> None:
    assert len(_found("12月31日至1月2日，2月29日", near)) == 3


@given(DAYS, st.booleans())
def test_a_right_weekday_is_no_fault_and_a_wrong_one_is(day: date, in_brackets: bool) -> None:
    names = "一二三四五六日"
    right, wrong = names[day.weekday()], names[(day.weekday() + 1) % 7]

    def text(weekday: str) -> str:
        return write_date(day) + (f"（星期{weekday}）" if in_brackets else f"周{weekday}")

    assert list(day_faults(text(right))) == []
    assert list(day_faults(text(wrong))) == [
        (True, f"{write_date(day)}是星期{right}，不是星期{wrong}，请核对日期或改写星期。")
    ]


@pytest.mark.parametrize(
    ("text", "certain", "said"),
    [
        ("2025年2月30日召开", True, "日历上没有“2025年2月30日”这一天，请核对。"),
        ("2月30日召开", False, "日历上没有“2月30日”这一天，请核对。"),
        ("3月18日（星期三）", False, "2025年3月18日是星期二，不是星期三，请核对日期或改写星期。"),
        ("2025年3月20日至18日", True, "结束日期“至18日”早于开始日期“2025年3月20日”，请核对。"),
        ("2025年3月18日至20日（星期五）", True, "2025年3月20日是星期四，不是星期五，请核对日期或改写星期。"),
        ("2025年4月30日至31日", True, "日历上没有“至31日”这一天，请核对。"),
    ],
)
def test_what_cannot_be_right_is_told(text: str, certain: bool, said: str) -> None:
    assert list(day_faults(text, date(2025, 3, 1))) == [(certain, said)]


@pytest.mark.parametrize(
    "text", ["2025年3月18日至20日", "2025年3月18日（星期二）—20日（星期四）", "会期2天", "3月中旬", ""]
)
def test_what_may_be_right_is_not(text: str) -> None:
    assert list(day_faults(text, date(2025, 3, 1))) == []


# Hours ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["15:00—14:00", "15：00-14：30", "下午3:00至2:00", "14:30到9:00", "晚上10:00~9:00"]
)
def test_hours_that_end_before_they_start_are_a_fault(text: str) -> None:
    assert list(clock_faults(f"3月18日{text}")) == [f"“{text}”的结束时间早于开始时间，请核对。"]


@pytest.mark.parametrize(
    "text",
    [
        "8:30—11:30",
        "上午9:00—下午5:00",
        "上午9:00—5:00",
        "22:00—次日2:00",
        "14:30—18:00",
        "9:00",
        "3月18日9:00至3月19日8:00",
        "9:00—9:00",
    ],
)
def test_hours_that_may_be_right_are_none(text: str) -> None:
    assert list(clock_faults(text)) == []
