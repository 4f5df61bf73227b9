"""The columns of a table: how wide, and whether their cells are centred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from officegen.documents.table import Table
from officegen.documents.text import plain
from officegen.standard import load
from officegen.typesetting.grid import shared_out
from officegen.typesetting.places import is_plain, places
from officegen.typesetting.widths import text_width, widest

# All in characters of the table's own size.
_MARGINS = 1.2
"""What a cell needs beside its text: its margins, and a little air."""
_LEAST = 3.2
_TO_WRITE_IN = 6.0
"""Room to write a name, a post or a number by hand."""
_SHORT_ENTRIES = ("序号", "性别", "民族", "年龄", "人数", "组别", "备注")
"""Headings over blanks that take a word or a number."""
_WHOLE_HEADING = 4.0
"""A heading of up to so many characters is not broken."""
_CENTRED = 8.0
"""A column whose texts are all at most this wide is centred; longer texts are read better from the left."""
_SHORT = 5.0
"""A text of up to so many characters is not broken."""
_JOINT = 0.2
_STEP = 0.5
_ROWS_WEIGHED = 40
"""Rows that have a say in the widths; a long table looks like its first page."""

_JOINTS = re.compile(r"(?<=[!-~])(?=[\u2e80-\U0010ffff])|(?<=[\u2e80-\U0010ffff])(?=[!-~])")
_UNBREAKABLE = re.compile(r"[!-~—–:：]+")


class Column(NamedTuple):
    """A column: its width in twips, and whether its cells are centred."""

    width: int
    centred: bool


def plan_columns(table: Table, available: int) -> list[Column]:
    """Part the width among the columns, as the author asked or so that the table becomes short.

    Args:
        table: The table.
        available: The width of the text in twips.
    """
    texts = _texts(table)
    needs = [max(map(_spaced_width, column)) + _MARGINS for column in texts]
    room = available / load().elements["table_text"].size_twips
    widths = shared_out(available, table.widths or _widths(table, texts, needs, room))
    return [Column(width, need - _MARGINS <= _CENTRED) for width, need in zip(widths, needs, strict=True)]


def is_centred(text: str) -> bool:
    """Whether a cell over several columns is centred."""
    return text_width(plain(text)) <= _CENTRED


def _texts(table: Table) -> list[list[str]]:
    """The lines of text of each column, its heading first; cells over several columns belong to none."""
    texts = [[name] for name in table.columns] or [[""] for _ in range(table.width)]
    if is_plain(table):
        for row in table.rows:
            for column, cell in zip(texts, row, strict=True):
                column.append(cell.text)
    else:
        for places_of_row in places(table):
            for place in places_of_row:
                if place.columns == 1:
                    texts[place.column].append(place.cell.text if place.cell else "")
    return [plain("\n".join(column)).split("\n") for column in texts]


def _widths(table: Table, texts: Sequence[list[str]], needs: Sequence[float], room: float) -> list[float]:
    """What each column gets: all it needs if there is room, else what keeps the table short."""
    to_write_in = [_TO_WRITE_IN if _takes_writing(table, column) else 0.0 for column in texts]
    wanted = [max(three) for three in zip(needs, to_write_in, map(_least, texts), strict=True)]
    if sum(wanted) <= room:
        return wanted
    widths = [_least(column) for column in texts]
    if sum(widths) > room:
        widths = [_least(column, whole_heading=_WHOLE_HEADING / 2) for column in texts]
    lines = [
        [*(text_width(text) for text in column[:_ROWS_WEIGHED]), writing]
        for column, writing in zip(texts, to_write_in, strict=True)
    ]
    while sum(widths) + _STEP <= room:
        tallest = [0.0] * len(widths)
        for cells in zip(*lines, strict=False):
            heights = [cell / (width - _MARGINS) for cell, width in zip(cells, widths, strict=True)]
            tall = max(heights)
            tallest[heights.index(tall)] += tall
        # The column that makes most rows tall is widened.
        widths[tallest.index(max(tallest))] += _STEP
    return widths


def _takes_writing(table: Table, column: Sequence[str]) -> bool:
    """Whether a column is filled in by hand with more than a word or a number."""
    return bool(table.blank_rows) and len(column) == 1 and column[0] not in _SHORT_ENTRIES


def _least(column: Sequence[str], whole_heading: float = _WHOLE_HEADING) -> float:
    """The width below which a column would look broken: short texts, times and numbers are in one piece."""
    whole = [run for text in column for run in _UNBREAKABLE.findall(text)]
    short = [width for text in column[1:] if (width := _spaced_width(text)) <= _SHORT]
    least = max(widest([*whole, ""]), min(text_width(column[0]), whole_heading), *short, 0.0)
    return max(least + _MARGINS, _LEAST)


def _spaced_width(text: str) -> float:
    """The width of a text with the space that some programs put between Chinese characters and others."""
    return text_width(text) + _JOINT * len(_JOINTS.findall(text))
