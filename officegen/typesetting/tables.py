"""Tables of the body and of attachments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from officegen.documents.table import Table
from officegen.standard import load, units
from officegen.typesetting import grid
from officegen.typesetting.columns import Column, is_centred, plan_columns
from officegen.typesetting.markup import paragraph, runs
from officegen.typesetting.places import Place, is_plain, places
from officegen.typesetting.sheet import Sheet

_SLOT = "\0"
"""Stands for a cell's text while its frame is made; no text can hold it."""


class _Frame(NamedTuple):
    """What stands before the runs of a cell, between its paragraphs, and behind them."""

    before: str
    between: str
    after: str


class TableSetter:
    """Sets tables in the template's own table style."""

    def __init__(self, sheet: Sheet, strong: str) -> None:
        self._sheet = sheet
        self._strong = strong

    def set(self, table: Table) -> str:
        """The table with its caption, followed by nothing."""
        columns = plan_columns(table, self._sheet.width)
        rows = [self._header(table, columns)] if table.columns else []
        rows += self._rows(table, columns)
        rows += [self._blank(columns)] * table.blank_rows
        caption = (
            paragraph(self._sheet.style("表题"), runs(table.caption, self._strong)) if table.caption else ""
        )
        return caption + grid.table(self._sheet.style("公文表格"), [column.width for column in columns], rows)

    def _header(self, table: Table, columns: Sequence[Column]) -> str:
        style = self._sheet.style("表头")
        frames = [_frame(column.width, style) for column in columns]
        return grid.row(self._filled(frames, table.columns), repeats=table.repeat_header)

    def _rows(self, table: Table, columns: Sequence[Column]) -> Iterator[str]:
        if not is_plain(table):
            yield from (self._row_of_places(row, columns) for row in places(table))
            return
        frames = self._frames(columns)
        for row in table.rows:
            yield grid.row(self._filled(frames, [cell.text for cell in row]))

    def _blank(self, columns: Sequence[Column]) -> str:
        height = units.twips_from_millimetres(load().rules.fill_in_row.height)
        return grid.row(self._filled(self._frames(columns), [""] * len(columns)), height)

    def _frames(self, columns: Sequence[Column]) -> list[_Frame]:
        return [_frame(column.width, self._style(column.centred)) for column in columns]

    def _style(self, centred: bool) -> str:
        return self._sheet.style("表格居中文字" if centred else "表格文字")

    def _filled(self, frames: Sequence[_Frame], texts: Sequence[str]) -> list[str]:
        return [
            before + between.join([runs(line, self._strong) for line in text.split("\n")]) + after
            for (before, between, after), text in zip(frames, texts, strict=True)
        ]

    def _row_of_places(self, row: Sequence[Place], columns: Sequence[Column]) -> str:
        cells = []
        for place in row:
            taken = columns[place.column : place.column + place.columns]
            text = place.cell.text if place.cell else ""
            style = self._style(taken[0].centred if len(taken) == 1 else is_centred(text))
            content = "".join(paragraph(style, runs(line, self._strong)) for line in text.split("\n"))
            span = f'<w:gridSpan w:val="{place.columns}"/>' if place.columns > 1 else ""
            cells.append(grid.cell(sum(column.width for column in taken), content, span + _merge(place)))
        return grid.row(cells)


def _frame(width: int, style: str) -> _Frame:
    opening, closing = paragraph(style, _SLOT).split(_SLOT)
    before, after = grid.cell(width, opening + _SLOT + closing).split(_SLOT)
    return _Frame(before, closing + opening, after)


def _merge(place: Place) -> str:
    if place.starts:
        return '<w:vMerge w:val="restart"/>'
    return "" if place.cell else "<w:vMerge/>"
