"""The marks 一、（一）1.（1）一是 第一，首先，: written, recognised as people type them, and told from numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officegen.numbering import (
    FIRST,
    FOURTH,
    HEADING_SERIES,
    LAST_WORD,
    POINT_SERIES,
    SECOND,
    SERIES,
    THIRD,
    Series,
    from_chinese,
    next_series,
    read_mark,
    to_chinese,
)

ENDLESS = [series for series in SERIES.values() if series.last is None]
ORDER_WORDS = SERIES["首先，"]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (2023, "二千零二十三"),
        (9999, "九千九百九十九"),
        (10_000, "一万"),
        (10_001, "一万零一"),
        (12_345, "一万二千三百四十五"),
        (100_010, "十万零一十"),
    ],
)
def test_numbers_are_written_as_they_are_read_aloud(number: int, written: str) -> None:
    assert to_chinese(number) == written
    assert from_chinese(written) == number


def test_every_number_to_9999_is_written_in_its_own_way_and_read_back() -> None:
    written = [to_chinese(number) for number in range(1, 10_000)]
    assert len(set(written)) == len(written)
    assert [from_chinese(text) for text in written] == list(range(1, 10_000))


@given(st.integers(10_000, 99_999_999))
def test_larger_numbers_are_read_back_too(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize("number", [0, -1, 100_000_000])
def test_a_number_that_counts_nothing_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="序号只能在1到99999999之间"):
        to_chinese(number)


@pytest.mark.parametrize(
    "text", ["", "零", "一二", "百", "一十", "十十", "二百三", "万", "一百五", "壹", "1", "一万万"]
)
def test_other_words_are_no_number(text: str) -> None:
    assert from_chinese(text) is None


# Marks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("series", ENDLESS, ids=lambda series: series.name)
@given(number=st.integers(1, 99), rest=st.sampled_from(["提高认识", "“双减”工作", "各单位：", "A类", ""]))
def test_a_written_mark_is_recognised(series: Series, number: int, rest: str) -> None:
    written = series.write(number)
    found = read_mark(written + rest)
    assert found is not None
    mark, behind = found
    assert (mark.series, mark.number, mark.typed, behind) == (series, number, written, rest)
    assert mark.text == written


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_words_of_order_are_recognised(number: int) -> None:
    found = read_mark(f"{ORDER_WORDS.write(number)}要抓紧。")
    assert found is not None
    assert (found[0].series, found[0].number) == (ORDER_WORDS, number)
    assert [ORDER_WORDS.write(n) for n in (1, 2, 3, 4)] == ["首先，", "其次，", "再次，", LAST_WORD]


def test_behind_the_last_word_of_order_counting_goes_on_in_numbers() -> None:
    assert ORDER_WORDS.write(5) == "第五，"


@pytest.mark.parametrize(
    ("typed", "series", "number", "standard"),
    [
        ("一、", FIRST, 1, "一、"),
        ("十二、", FIRST, 12, "十二、"),
        ("一百零三、", FIRST, 103, "一百零三、"),
        ("二．", FIRST, 2, "二、"),
        ("三.", FIRST, 3, "三、"),
        ("（一）", SECOND, 1, "（一）"),
        ("(一)", SECOND, 1, "（一）"),
        ("（二)", SECOND, 2, "（二）"),
        ("（三）、", SECOND, 3, "（三）"),
        ("1.", THIRD, 1, "1."),
        ("1、", THIRD, 1, "1."),
        ("1．", THIRD, 1, "1."),
        ("12.", THIRD, 12, "12."),
        ("（1）", FOURTH, 1, "（1）"),
        ("(1)", FOURTH, 1, "（1）"),
        ("（11）、", FOURTH, 11, "（11）"),
        ("一是", SERIES["一是"], 1, "一是"),
        ("三要", SERIES["一要"], 3, "三要"),
        ("第二,", SERIES["第一，"], 2, "第二，"),
        ("其次,", ORDER_WORDS, 2, "其次，"),
    ],
)
def test_marks_as_people_type_them(typed: str, series: Series, number: int, standard: str) -> None:
    found = read_mark(f"{typed}提高认识")
    assert found is not None
    mark, behind = found
    assert (mark.series, mark.number, mark.typed, mark.text, behind) == (
        series,
        number,
        typed,
        standard,
        "提高认识",
    )


@pytest.mark.parametrize(
    "text",
    [
        "1.5万元以上的项目",
        "3、4天内办结",
        "2020.5以来",
        "2025.3.14上午",
        "9:00—11:30集合",
        "（2025年）工作要点",
        "（一季度）完成投资",
        "一季度完成投资",
        "三五天之内",
        "第一名获得表彰",
        "第一季度，全市",
        "一个是不足，一个是差距",
        "十分要紧的是",
        "首先要看到",
        "最后请主持人总结",
        "0.5个百分点",
        "100.讨论",
        "（100）",
        "（〇）",
        "零、开头",
        "第零，开头",
        "提高认识一、",
        " 一、前面有空格",
        "",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert read_mark(text) is None


@given(st.text(max_size=12))
def test_a_mark_and_what_follows_are_the_whole_text(text: str) -> None:
    for head in ("", "一、", "(二)", "3．", "（4）", "五是", "第六,"):
        found = read_mark(head + text)
        if found:
            assert found[0].typed + found[1] == head + text


# Levels -----------------------------------------------------------------------------------------------------


def test_headings_stand_below_each_other_as_in_gbt_9704_7_3_3() -> None:
    assert [series.name for series in HEADING_SERIES] == ["一、", "（一）", "1.", "（1）"]
    assert [series.level for series in HEADING_SERIES] == [1, 2, 3, 4]
    below = [next_series(series) for series in (None, *HEADING_SERIES)]
    assert below == [FIRST, SECOND, THIRD, FOURTH, FOURTH]


@pytest.mark.parametrize("series", POINT_SERIES, ids=lambda series: series.name)
def test_under_points_the_lowest_headings_follow(series: Series) -> None:
    assert next_series(series) is FOURTH
