"""Tables: merged cells, header rows, blank rows to write in, and widths that add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from officegen.documents.speech import Speech
from officegen.standard import load, units
from officegen.typesetting.render import render
from tests.strategies import tables, words
from tests.support.docx_text import text_of
from tests.support.package import Package, qn


@dataclass(frozen=True)
class Cell:
    """A cell as Word reads it."""

    text: str
    width: int
    columns: int = 1
    merge: str = ""
    """`restart` where a merge downwards begins, `continue` where it goes on."""
    styles: tuple[str, ...] = ()


def _tables(*blocks: Any) -> list[etree._Element]:
    package = Package.read(render(Speech.model_validate({"标题": "讲话", "正文": list(blocks)})))
    return list(package.trees[package.main()].iter(qn("w:tbl")))


def _table(**form: Any) -> etree._Element:
    (table,) = _tables(form)
    return table


def _rows(table: etree._Element) -> list[list[Cell]]:
    return [[_cell(cell) for cell in row.iterfind(qn("w:tc"))] for row in table.iterfind(qn("w:tr"))]


def _cell(cell: etree._Element) -> Cell:
    properties = cell.find(qn("w:tcPr"))
    assert properties is not None
    span, merge, width = (properties.find(qn(tag)) for tag in ("w:gridSpan", "w:vMerge", "w:tcW"))
    assert width is not None
    return Cell(
        "/".join(text_of(paragraph) for paragraph in cell.iterfind(qn("w:p"))),
        int(width.get(qn("w:w"), "")),
        1 if span is None else int(span.get(qn("w:val"), "")),
        "" if merge is None else merge.get(qn("w:val"), "continue"),
        tuple(style.get(qn("w:val"), "") for style in cell.iter(qn("w:pStyle"))),
    )


def _shown(table: etree._Element) -> list[list[str]]:
    """The texts as a reader sees them: →n over columns, ↓ at the head of a merge downwards, ⋮ within it."""
    signs = {"": "", "restart": "↓", "continue": "⋮"}
    return [
        [cell.text + signs[cell.merge] + (f"→{cell.columns}" if cell.columns > 1 else "") for cell in row]
        for row in _rows(table)
    ]


def _grid(table: etree._Element) -> list[int]:
    return [int(column.get(qn("w:w"), "")) for column in table.iter(qn("w:gridCol"))]


# Any table --------------------------------------------------------------------------------------------------


@settings(max_examples=80)
@given(tables(words()))
def test_any_table_is_a_grid_that_word_can_read(form: dict[str, Any]) -> None:
    table = _table(**form)
    grid, rows = _grid(table), _rows(table)
    assert sum(grid) == load().text_width
    open_merges: dict[int, int] = {}
    for row in rows:
        column, still_open = 0, dict[int, int]()
        for cell in row:
            assert cell.width == sum(grid[column : column + cell.columns])
            if cell.merge == "continue":
                assert cell.text == ""
                assert open_merges.get(column) == cell.columns, "a merge goes on where none was begun"
            if cell.merge:
                still_open[column] = cell.columns
            column += cell.columns
        assert column == len(grid)
        open_merges = still_open


@settings(max_examples=60)
@given(tables(words()))
def test_in_any_table_rows_stay_whole_on_their_page(form: dict[str, Any]) -> None:
    rows = list(_table(**form).iterfind(qn("w:tr")))
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


# Merges -----------------------------------------------------------------------------------------------------


def test_cells_are_merged_across_and_down() -> None:
    rows = [
        [{"文字": "6月18日", "跨行": 2}, "上午", "观摩"],
        ["下午", "讨论"],
        [{"文字": "甲", "跨列": 2, "跨行": 2}, "乙"],
        ["丙"],
        [{"文字": "午餐自理", "跨列": 3}],
    ]
    assert _shown(_table(表头=["日期", "时间", "内容"], 行=rows)) == [
        ["日期", "时间", "内容"],
        ["6月18日↓", "上午", "观摩"],
        ["⋮", "下午", "讨论"],
        ["甲↓→2", "乙"],
        ["⋮→2", "丙"],
        ["午餐自理→3"],
    ]


ALIKE = [["上午", "开幕", "礼堂"], ["上午", "讲话", "礼堂"], ["下午", "讲话", ""], ["下午", "讨论", ""]]


def test_equal_cells_of_a_column_become_one_where_it_is_asked() -> None:
    assert _shown(_table(行=ALIKE, 合并相同="是")) == [
        ["上午↓", "开幕", "礼堂↓"],
        ["⋮", "讲话↓", "⋮"],
        ["下午↓", "⋮", ""],
        ["⋮", "讨论", ""],
    ]
    assert _shown(_table(行=ALIKE)) == ALIKE


def test_equal_cells_may_be_merged_in_some_columns_only() -> None:
    assert _shown(_table(表头=["时间", "内容", "地点"], 行=ALIKE, 合并相同=["时间"]))[1:] == [
        ["上午↓", "开幕", "礼堂"],
        ["⋮", "讲话", "礼堂"],
        ["下午↓", "讲话", ""],
        ["⋮", "讨论", ""],
    ]


def test_equal_cells_with_another_between_are_not_one() -> None:
    """A cell over both columns parts what is above it from what is below."""
    rows = [["甲", "礼堂"], [{"文字": "午餐", "跨列": 2}], ["乙", "礼堂"]]
    assert _shown(_table(行=rows, 合并相同="是")) == [["甲", "礼堂"], ["午餐→2"], ["乙", "礼堂"]]


# Rows -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("wish", "repeated"), [({}, 1), ({"重复表头": "否"}, 0)])
def test_the_header_is_repeated_on_every_page_unless_refused(wish: dict[str, str], repeated: int) -> None:
    table = _table(表头=["姓名"], 行=[["甲"]], **wish)
    headers = [
        row
        for row in table.iterfind(qn("w:tr"))
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    ]
    assert len(headers) == repeated
    assert all(row is table.find(qn("w:tr")) for row in headers)


def test_blank_rows_are_high_enough_to_write_in() -> None:
    table = _table(表头=["姓名", "单位"], 空行=3)
    assert _shown(table) == [["姓名", "单位"], ["", ""], ["", ""], ["", ""]]
    heights = [row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}") for row in table.iterfind(qn("w:tr"))]
    assert heights[0] is None
    least = units.twips_from_millimetres(load().rules.fill_in_row.height)
    for height in heights[1:]:
        assert height is not None
        assert (height.get(qn("w:val")), height.get(qn("w:hRule"))) == (str(least), "atLeast")


def test_lines_of_a_cell_are_paragraphs() -> None:
    (row,) = _rows(_table(行=[["会务组\n食宿组", "甲"]]))
    assert [cell.text for cell in row] == ["会务组/食宿组", "甲"]


# Widths -----------------------------------------------------------------------------------------------------


def test_widths_are_shared_out_as_the_author_asks() -> None:
    grid = _grid(_table(表头=["序号", "姓名", "单位"], 列宽=[1, 1, 2]))
    assert [round(width / sum(grid), 3) for width in grid] == [0.25, 0.25, 0.5]


def test_a_longer_text_gets_more_room() -> None:
    number, name, unit = _grid(
        _table(表头=["序号", "姓名", "单位"], 行=[["1", "刘洋", "云泽市城市管理局办公室综合科"]])
    )
    assert number <= name < unit


def test_sixty_three_columns_still_fit() -> None:
    grid = _grid(_table(行=[["甲"] * 63]))
    assert len(grid) == 63
    assert min(grid) > 0


# Around -----------------------------------------------------------------------------------------------------


def test_tables_that_follow_each_other_stay_two() -> None:
    first, second = _tables({"行": [["甲"]]}, {"行": [["乙"]]})
    between = first.getnext()
    assert between is not None
    assert between.tag == qn("w:p")
    assert second.getprevious() is between


def test_the_caption_stands_above() -> None:
    table = _table(表题="会议**日程**表", 行=[["甲"]])
    caption = table.getprevious()
    assert caption is not None
    assert text_of(caption) == "会议日程表"
