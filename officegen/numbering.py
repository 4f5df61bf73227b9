"""The marks that order a Chinese official document: 一、（一）1.（1） and 一是 第一， 首先，.

A *series* is a way of counting (``一、`` ``二、`` …), a *mark* is one member of it. This module writes
marks, recognises them at the head of a line, and knows their order. It knows nothing of documents.

Source: GB/T 9704-2012 7.3.3 for the four levels; the worded series are practice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_TEN_THOUSAND = 10_000
_HAN_NUMBER = "[一二三四五六七八九十百零]{1,7}"
_ORDER_WORDS = ("首先", "其次", "再次", "最后")

LAST_WORD = "最后，"
"""The mark that closes a list of 首先，其次， however many it has."""

WORDED_LEVEL = 5
"""The level of every series made of words (一是, 第一，, 首先，)."""


def to_chinese(number: int) -> str:
    """Write a number from 1 to 99,999,999 as it is read aloud: 10 → 十, 21 → 二十一, 105 → 一百零五."""
    if not 1 <= number < _TEN_THOUSAND**2:
        raise ValueError(f"序号只能在1到99999999之间，不能是{number}")
    high, low = divmod(number, _TEN_THOUSAND)
    text = _below_ten_thousand(high) + "万" if high else ""
    if low:
        text += ("零" if text and low < _TEN_THOUSAND // 10 else "") + _below_ten_thousand(low)
    return text.removeprefix("一") if text.startswith("一十") else text


def _below_ten_thousand(number: int) -> str:
    text, rest, gap = "", number, False
    for unit, name in _UNITS:
        digit, rest = divmod(rest, unit)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = True
    if rest:
        text += ("零" if gap and text else "") + _DIGITS[rest]
    return text


def from_chinese(text: str) -> int | None:
    """Read a number written as :func:`to_chinese` writes it; None where the text is no such number."""
    total, digit = 0, 0
    units = {name: unit for unit, name in _UNITS}
    high, _, low = text.rpartition("万")
    if high:
        total = _TEN_THOUSAND * (from_chinese(high) or 0)
    for character in low:
        if character in units:
            total += (digit or 1) * units[character]
            digit = 0
        elif (found := _DIGITS.find(character)) >= 0:
            digit = found
        else:
            return None
    total += digit
    return total if total and to_chinese(total) == text else None


@dataclass(frozen=True, slots=True)
class Series:
    """One way of counting.

    Attributes:
        name: The series by its first member, as authors name it: ``一、``, ``（一）``, ``一是`` …
        level: 1 to 4 for the levels of GB/T 9704-2012 7.3.3, :data:`WORDED_LEVEL` for worded series.
        last: The number of its last member; None where it has no end.
    """

    name: str
    level: int
    _write: Callable[[int], str]
    last: int | None = None

    def write(self, number: int) -> str:
        """The mark of the given number, counted from 1."""
        return self._write(number)


def _order_word(number: int) -> str:
    """The words end with 最后; where somebody counts on behind it, 第五， is the only thing left to say."""
    return f"{_ORDER_WORDS[number - 1] if number <= len(_ORDER_WORDS) else f'第{to_chinese(number)}'}，"


FIRST = Series("一、", 1, lambda n: f"{to_chinese(n)}、")
SECOND = Series("（一）", 2, lambda n: f"（{to_chinese(n)}）")
THIRD = Series("1.", 3, lambda n: f"{n}.")
FOURTH = Series("（1）", 4, lambda n: f"（{n}）")
HEADING_SERIES = (FIRST, SECOND, THIRD, FOURTH)
"""The four levels of headings, from the highest down."""

POINT_SERIES = (
    Series("一是", WORDED_LEVEL, lambda n: f"{to_chinese(n)}是"),
    Series("一要", WORDED_LEVEL, lambda n: f"{to_chinese(n)}要"),
    Series("第一，", WORDED_LEVEL, lambda n: f"第{to_chinese(n)}，"),
    Series("首先，", WORDED_LEVEL, _order_word, last=len(_ORDER_WORDS)),
)
"""The worded series that points carry."""

ORDINALS = (POINT_SERIES[2], POINT_SERIES[3])
"""Two series that authors mix while they count on: 首先，其次，第三，."""

SERIES = {series.name: series for series in (*HEADING_SERIES, *POINT_SERIES)}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark as an author typed it.

    Attributes:
        series: What it counts in.
        number: Its place in the series, from 1.
        typed: Exactly what stood in the text, such as ``(一)`` or ``1、``.
    """

    series: Series
    number: int
    typed: str

    @property
    def text(self) -> str:
        """The mark in its standard form: ``(一)`` gives ``（一）``, ``1、`` gives ``1.``."""
        return self.series.write(self.number)


# A digit after 1. makes it a decimal (1.5万元), a digit after 3、 an approximate number (3、4天).
_PATTERNS: tuple[tuple[re.Pattern[str], Series], ...] = (
    (re.compile(rf"(?P<han>{_HAN_NUMBER})[、．.](?!\d)"), FIRST),
    (re.compile(rf"[（(](?P<han>{_HAN_NUMBER})[）)][、．.]?"), SECOND),
    (re.compile(r"(?P<digits>[1-9]\d?)[.．、](?!\d)"), THIRD),
    (re.compile(r"[（(](?P<digits>[1-9]\d?)[）)][、．.]?"), FOURTH),
    (re.compile(rf"(?P<han>{_HAN_NUMBER})是"), POINT_SERIES[0]),
    (re.compile(rf"(?P<han>{_HAN_NUMBER})要"), POINT_SERIES[1]),
    (re.compile(rf"第(?P<han>{_HAN_NUMBER})[，,]"), POINT_SERIES[2]),
    (re.compile(rf"(?P<word>{'|'.join(_ORDER_WORDS)})[，,]"), POINT_SERIES[3]),
)


def _number(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if "han" in groups:
        return from_chinese(groups["han"])
    if "digits" in groups:
        return int(groups["digits"])
    return _ORDER_WORDS.index(groups["word"]) + 1


def read_mark(text: str) -> tuple[Mark, str] | None:
    """Recognise the mark at the very start of a text.

    Returns:
        The mark and what follows it, or None where the text starts with no mark.
    """
    for pattern, series in _PATTERNS:
        match = pattern.match(text)
        if match and (number := _number(match)) is not None:
            return Mark(series, number, match.group()), text[match.end() :]
    return None


def next_series(series: Series | None) -> Series:
    """The series one level below; the first level under nothing, the fourth below the fourth."""
    level = 0 if series is None else min(series.level, len(HEADING_SERIES))
    return HEADING_SERIES[min(level, len(HEADING_SERIES) - 1)]
