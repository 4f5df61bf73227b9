"""What a department may choose, and what it is told when it chooses what it may not."""

import pytest

from officegen.standard import Layout, load


def test_nothing_said_is_the_standard() -> None:
    assert Layout() == Layout.from_mapping({}) == Layout("margins37", "same", "name-first", False)


def test_a_layout_knows_its_page() -> None:
    assert Layout.from_mapping({"page": "gbt33476"}).profile is load().pages["gbt33476"]


def test_every_option_is_a_field_of_the_layout() -> None:
    assert set(load().layout) == set(Layout.__dataclass_fields__)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"page": "a3"}, ["page（页面）", '"a3"', "margins37（", "gbt33476（", "ink37（"]),
        ({"page": ["margins37"]}, ["page（页面）", "margins37（"]),
        ({"byline": 3}, ["byline（", "3", "name-first（姓名在前）", "date-first（日期在前）"]),
        ({"second_level_bold": "是"}, ["second_level_bold（二级标题加粗）", '"是"', "true 或 false"]),
        ({"latin": True}, ["latin（西文字体）", "true", "Times New Roman"]),
        ({"latin": " "}, ["latin（西文字体）", "same"]),
    ],
)
def test_a_wrong_value_is_named_with_what_may_be_written(values: dict[str, object], told: list[str]) -> None:
    with pytest.raises(ValueError, match="版式选项") as caught:
        Layout.from_mapping(values)
    assert [part for part in told if part not in str(caught.value)] == []


def test_an_unknown_option_is_answered_with_the_nearest() -> None:
    with pytest.raises(ValueError, match=r"没有版式选项 second_levl_bold。是不是 second_level_bold？"):
        Layout.from_mapping({"second_levl_bold": True})


def test_an_option_like_none_of_ours_is_answered_with_all() -> None:
    with pytest.raises(ValueError, match=r"没有版式选项 行距。可用的选项：page（页面）、latin"):
        Layout.from_mapping({"行距": 28})
