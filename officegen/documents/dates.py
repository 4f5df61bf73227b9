"""Dates as officials write them: read, written, found in running text, and checked.

GB/T 9704-2012 7.3.5.4: Arabic digits, the full year, no zero before month or day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, NamedTuple

from pydantic_core import PydanticCustomError

from officegen.documents.fields import Read
from officegen.numbering import from_chinese

WEEKDAYS = "一二三四五六日"
_HAN_DIGITS = {"〇": "0", "零": "0", "○": "0"} | {
    han: str(n) for n, han in enumerate("一二三四五六七八九", start=1)
}

_DIGITAL = r"\s*(\d{4})\s*(?:[-./－．／]|年)\s*(\d{1,2})\s*(?:[-./－．／]|月)\s*(\d{1,2})\s*日?\s*"
_HAN = r"\s*([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日\s*"


def write_date(day: date) -> str:
    """The date as a document shows it: 2025年3月14日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _read_date(value: object) -> object:
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, str):
        return value
    if match := re.fullmatch(_DIGITAL, value):
        year, month, day = (int(group) for group in match.groups())
    elif match := re.fullmatch(_HAN, value):
        year = int("".join(_HAN_DIGITS[han] for han in match[1]))
        month, day = from_chinese(match[2]) or 0, from_chinese(match[3]) or 0
    else:
        raise PydanticCustomError(
            "date_form", "“{text}”不是年月日齐全的日期。请写成 2025-03-14 或 2025年3月14日。", {"text": value}
        )
    try:
        return date(year, month, day)
    except ValueError:
        raise PydanticCustomError(
            "date_impossible", "日历上没有“{text}”这一天，请核对。", {"text": value.strip()}
        ) from None


IssueDate = Annotated[
    date,
    Read(_read_date, {"type": "string", "examples": ["2025-03-14", "2025年3月14日"]}),
]
"""A calendar day, typed as 2025-03-14, 2025年3月14日, 2025.3.14 or 二〇二五年三月十四日."""


class FoundDay(NamedTuple):
    """A day named in running text.

    Attributes:
        typed: The words in the text.
        day: The calendar day; None where the calendar has no such day.
        weekday: The weekday typed behind it, one of 一…日, or empty.
        certain: Whether the year stands in the text itself and was not taken from elsewhere.
        end: Where the words end in the text.
    """

    typed: str
    day: date | None
    weekday: str
    certain: bool
    end: int


# Behind 周 a time of day or the end must follow: in “3月18日周一峰主持” it is a name.
_WEEKDAY = (
    r"(?:\s*(?:[（(](?:星期|周|礼拜)|星期|(?:周|礼拜)(?=.(?:[上下中晚凌早全，,。；;、\s\d（(至到—–～-]|$)))"
    r"(?P<weekday>[一二三四五六日天])[）)]?)?"
)
_FOUND = r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日" + _WEEKDAY
_LATER_DAY = r"\s*(?:[—–~～-]{1,2}|至|到)\s*(?P<day>\d{1,2})日" + _WEEKDAY


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_year(month: int, day: int, near: date) -> int:
    """The year that brings a month and day closest to a known date (a January meeting called in December)."""
    days = [_calendar_day(year, month, day) for year in (near.year, near.year - 1, near.year + 1)]
    return min((one for one in days if one), key=lambda one: abs((one - near).days), default=near).year


def find_days(text: str, near: date | None = None) -> Iterator[FoundDay]:
    """Find every day named in a text, in order.

    Args:
        text: Running text, such as ``2025年3月18日（星期二）下午2:30``.
        near: A date close to those in the text, from which a year that is not written is taken until
            the text itself names one. Without either, a day with no year is passed over.
    """
    certain = False
    for match in re.finditer(_FOUND, text):
        month, day = int(match["month"]), int(match["day"])
        certain = certain or bool(match["year"])
        if match["year"]:
            year = int(match["year"])
        elif near:
            year = _nearest_year(month, day, near)
        else:
            continue
        here = _calendar_day(year, month, day)
        near = here or _calendar_day(year, 1, 1) or near
        yield FoundDay(match.group(), here, _weekday(match), certain, match.end())
        if later := re.compile(_LATER_DAY).match(text, match.end()):
            found = _calendar_day(year, month, int(later["day"]))
            yield FoundDay(later.group(), found, _weekday(later), certain, later.end())


def _weekday(match: re.Match[str]) -> str:
    return (match["weekday"] or "").replace("天", "日")


def day_faults(text: str, near: date | None = None) -> Iterator[tuple[bool, str]]:
    """What is wrong with the days named in a text.

    Yields:
        Whether it is certain (the year stands in the text), and the Chinese sentence that says it.
    """
    previous: FoundDay | None = None
    for found in find_days(text, near):
        if found.day is None:
            yield found.certain, f"日历上没有“{found.typed}”这一天，请核对。"
            continue
        real = WEEKDAYS[found.day.weekday()]
        if found.weekday and found.weekday != real:
            yield (
                found.certain,
                f"{write_date(found.day)}是星期{real}，不是星期{found.weekday}，请核对日期或改写星期。",
            )
        if previous and previous.day and re.fullmatch(_LATER_DAY, found.typed) and found.day < previous.day:
            yield found.certain, f"结束日期“{found.typed}”早于开始日期“{previous.typed}”，请核对。"
        previous = found


_CLOCK_RANGE = (
    r"(?P<half>上午|下午|晚上|晚)?\s*(?P<h1>\d{1,2})[:：](?P<m1>\d{2})\s*(?:[—–~～-]{1,2}|至|到)\s*"
    r"(?P<next>次日|翌日|第二天|上午|下午|晚上|晚|\d{1,2}[月日])?\s*(?P<h2>\d{1,2})[:：](?P<m2>\d{2})"
)


def clock_faults(text: str) -> Iterator[str]:
    """Ranges of hours that end before they start, such as 15:00—14:00."""
    for match in re.finditer(_CLOCK_RANGE, text):
        if match["next"]:
            continue
        start = int(match["h1"]) * 60 + int(match["m1"])
        end = int(match["h2"]) * 60 + int(match["m2"])
        if end < start and match["half"] != "上午":
            yield f"“{match.group().strip()}”的结束时间早于开始时间，请核对。"
