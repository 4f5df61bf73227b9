"""Bold typed with stars, and the characters that no Word file can hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from officegen.documents.text import Line, Span, Text, plain, spans
from tests.strategies import ILLEGAL

TEXT: TypeAdapter[str] = TypeAdapter(Text)
LINE: TypeAdapter[str] = TypeAdapter(Line)

STARRED = st.lists(
    st.sampled_from(("*", "**", "\\*", "\\", " ", "重点", "a", "1", "。", "\n")), max_size=12
).map("".join)


def _shown(text: str) -> str:
    """The stretches of a text with bold in brackets."""
    return "".join(f"【{span.text}】" if span.bold else span.text for span in spans(text))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("要**压实责任**。", "要【压实责任】。"),
        ("**全部**", "【全部】"),
        ("**一**和**二**", "【一】和【二】"),
        ("**共 12 个**", "【共 12 个】"),
        ("增长**12.5%**以上", "增长【12.5%】以上"),
        ("GDP**2025**年", "GDP【2025】年"),
        ("**甲*乙**", "**甲*乙**"),
        (r"**甲\*乙**", "【甲*乙】"),
        (r"\*\*不加粗\*\*", "**不加粗**"),
        (r"**\***", "【*】"),
        ("****四星****", "**【四星】**"),
        ("没有星号", "没有星号"),
        ("", ""),
    ],
)
def test_bold_stands_between_two_stars(typed: str, shown: str) -> None:
    assert _shown(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "5*3=15",
        "5**3**2",
        "a**b**c",
        "**没有收尾",
        "没有开头**",
        "** 空格在内 **",
        "****",
        "**",
        "*一星*",
        "注：带*的必填",
    ],
)
def test_other_stars_stay_as_they_were_typed(typed: str) -> None:
    assert plain(typed) == typed
    assert not any(span.bold for span in spans(typed))


@given(STARRED)
def test_without_its_marks_a_text_has_lost_nothing_else(typed: str) -> None:
    assert _without(plain(typed), "*\\") == _without(typed, "*\\")
    assert plain(typed).count("\\") >= typed.count("\\") - typed.count("\\*")


@given(STARRED)
def test_only_pairs_of_stars_that_made_something_bold_are_gone(typed: str) -> None:
    bold = [span for span in spans(typed) if span.bold]
    gone = typed.count("*") - plain(typed).count("*")
    assert gone >= 4 * len(bold)
    if not bold:
        assert plain(typed) == typed.replace("\\*", "*")


@given(STARRED)
def test_stretches_are_whole_and_alternate(typed: str) -> None:
    found = spans(typed)
    assert all(span.text for span in found)
    assert all(before.bold != after.bold for before, after in pairwise(found))


@given(st.text(st.characters(exclude_characters="*")))
def test_a_text_without_stars_is_one_stretch(text: str) -> None:
    assert spans(text) == ([Span(text, bold=False)] if text else [])


def _without(text: str, characters: str) -> str:
    return "".join(character for character in text if character not in characters)


# Characters -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("character", ILLEGAL)
def test_a_character_that_word_cannot_hold_is_shown_with_what_stands_around_it(character: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TEXT.validate_python(f"为贯彻落实{character}市委部署")
    (error,) = refused.value.errors()
    assert error["type"] == "illegal_character"
    assert error["msg"] == (
        f"第6个字符是看不见的控制字符（U+{ord(character):04X}），Word 文件里不能有它。"
        "请删去它，它前后的文字是“为贯彻落实▯市委部署”。"
    )


@pytest.mark.parametrize(
    "text",
    ["𠮷田㐂〇", "😀👨‍👩‍👧", "\u3000缩进", "制\t表", "שלום", "零宽\u200b空格", "\ufeff", "\ue000", "e\u0301"],
)
def test_rare_characters_are_kept(text: str) -> None:
    assert TEXT.validate_python(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("一\r\n二", "一\n二"),
        ("一\r二", "一\n二"),
        ("一\n\n二", "一\n\n二"),
        ("\n一\n", "一"),
        ("一\r\n", "一"),
        (" 一 ", " 一 "),
        (12, "12"),
        (3126018, "3126018"),
        (1.5, "1.5"),
    ],
)
def test_line_ends_of_any_system_and_numbers_are_read(typed: object, kept: str) -> None:
    assert TEXT.validate_python(typed) == kept


@pytest.mark.parametrize("value", [True, None, ["一"], {"一": 1}])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        TEXT.validate_python(value)


def test_one_line_is_one_line() -> None:
    assert LINE.validate_python("一行\n") == "一行"
    with pytest.raises(ValidationError, match="这里只能写一行，不能换行"):
        LINE.validate_python("一\n二")
