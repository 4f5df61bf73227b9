"""The marks that order a Chinese official document: 一、（一）1.（1） and 一是 第一， 首先，.

A *series* is a way of counting (``一、`` ``二、`` …), a *mark* is one member of it. This module writes
marks, recognises them at the head of a line, and knows their order. It knows nothing of documents.

Source: GB/T 9704-2012 7.3.3 for the four levels; the worded series are practice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_TEN_THOUSAND = 10_000
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
    return total if 0 < total < _TEN_THOUSAND**2 and to_chinese(total) == text else None


class Series(NamedTuple):
    """One way of counting.

    Attributes:
        name: The series by its first member, as authors name it: ``一、``, ``（一）``, ``一是`` …
        level: 1 to 4 for the levels of GB/T 9704-2012 7.3.3, :data:`WORDED_LEVEL` for worded series.
        spell: Writes the mark of a number.
        last: The number of its last member; None where it has no end.
    """

    name: str
    level: int
    spell: Callable[[int], str]
    last: int | None = None

    def write(self, number: int) -> str:
        """The mark of the given number, counted from 1."""
        return self.spell(number)


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


class Mark(NamedTuple):
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


_HAN_DIGITS = frozenset("一二三四五六七八九十百零")
_ASCII_DIGITS = frozenset("0123456789")
_LONGEST = 7
_OPENING, _CLOSING = "（(", "）)"
_STOPS = "、．."
_COMMAS = "，,"
_AFTER_HAN = {"是": POINT_SERIES[0], "要": POINT_SERIES[1]}


def read_mark(text: str) -> tuple[Mark, str] | None:
    """Recognise the mark at the very start of a text.

    Scanned by hand and not by patterns: it looks at the head of every line of every document, and compiling
    patterns over Chinese numerals would cost a command line more than reading its form.

    Returns:
        The mark and what follows it, or None where the text starts with no mark.
    """
    if not text:
        return None
    found = _bracketed(text) if text[0] in _OPENING else _worded(text) or _stopped(text)
    if found is None:
        return None
    series, number, end = found
    return Mark(series, number, text[:end]), text[end:]


_Found = tuple[Series, int, int]
"""The series, the number, and where the mark ends in the text."""


def _bracketed(text: str) -> _Found | None:
    """（一） and （1）, with a stop behind the bracket that does not belong there taken along."""
    han, end = _number(text, 1)
    if han is None or text[end : end + 1] not in tuple(_CLOSING):
        return None
    end += 1
    if text[end : end + 1] in tuple(_STOPS):
        end += 1
    return (FOURTH if text[1] in _ASCII_DIGITS else SECOND), han, end


def _stopped(text: str) -> _Found | None:
    """一、 and 1., and 一是 and 一要.

    A digit after 1. makes it a decimal (1.5万元), a digit after 3、 an approximate number (3、4天).
    """
    number, end = _number(text, 0)
    if number is None:
        return None
    mark, behind = text[end : end + 1], text[end + 1 : end + 2]
    if mark in tuple(_STOPS) and not behind.isdecimal():
        return (THIRD if text[0] in _ASCII_DIGITS else FIRST), number, end + 1
    if mark in _AFTER_HAN and text[0] in _HAN_DIGITS:
        return _AFTER_HAN[mark], number, end + 1
    return None


def _worded(text: str) -> _Found | None:
    """第一， and 首先，."""
    if text[0] == "第" and text[1:2] in _HAN_DIGITS:
        number, end = _number(text, 1)
        if number is not None and text[end : end + 1] in tuple(_COMMAS):
            return POINT_SERIES[2], number, end + 1
    if text[:2] in _ORDER_WORDS and text[2:3] in tuple(_COMMAS):
        return POINT_SERIES[3], _ORDER_WORDS.index(text[:2]) + 1, 3
    return None


def _number(text: str, start: int) -> tuple[int | None, int]:
    """The number that stands at a place, in Chinese or in up to two Arabic digits, and where it ends."""
    digits = _ASCII_DIGITS if text[start : start + 1] in _ASCII_DIGITS else _HAN_DIGITS
    end = start
    while end < len(text) and end - start <= _LONGEST and text[end] in digits:
        end += 1
    typed = text[start:end]
    if digits is _HAN_DIGITS:
        return (from_chinese(typed) if 0 < len(typed) <= _LONGEST else None), end
    return (int(typed) if len(typed) <= 2 and typed[0] != "0" else None), end


def next_series(series: Series | None) -> Series:
    """The series one level below; the first level under nothing, the fourth below the fourth."""
    level = 0 if series is None else min(series.level, len(HEADING_SERIES))
    return HEADING_SERIES[min(level, len(HEADING_SERIES) - 1)]
