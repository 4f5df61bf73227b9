"""Tables of the body and of attachments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from officegen.documents.blocks import Cell, Table
from officegen.documents.text import plain
from officegen.standard import load, units
from officegen.typesetting import grid
from officegen.typesetting.grid import shared_out
from officegen.typesetting.markup import paragraph, runs
from officegen.typesetting.sheet import Sheet
from officegen.typesetting.widths import widest

# A column is at least wide enough for two characters and their margins, and a long text does not
# claim more than this many characters of width, because it can wrap.
_LEAST, _MOST = 2.5, 14


_SLOT = "\0"
"""Stands for a cell's text while its frame is made; no text can hold it."""


class _Placed(NamedTuple):
    """A cell at its place in the grid.

    Attributes:
        cell: What stands in it; None where a cell above reaches down.
        columns: How many columns it takes.
        starts: Whether it starts a vertical merge.
    """

    cell: Cell | None
    columns: int
    starts: bool = False


class TableSetter:
    """Sets tables in the template's own table style."""

    def __init__(self, sheet: Sheet, strong: str) -> None:
        self._sheet = sheet
        self._strong = strong

    def set(self, table: Table) -> str:
        """The table with its caption, followed by nothing."""
        widths = shared_out(self._sheet.width, table.widths or _claims(table))
        rows = [self._header(table, widths)] if table.columns else []
        rows += self._rows(table, widths)
        rows += [self._blank(widths)] * table.blank_rows
        caption = paragraph(self._sheet.style("表题"), self._runs(table.caption)) if table.caption else ""
        return caption + grid.table(self._sheet.style("公文表格"), widths, rows)

    def _header(self, table: Table, widths: Sequence[int]) -> str:
        frames = self._frames("表头", widths)
        return grid.row(self._filled(frames, table.columns), repeats=table.repeat_header)

    def _rows(self, table: Table, widths: Sequence[int]) -> Iterator[str]:
        if table.merge_same or not _is_plain(table):
            yield from (self._merged_row(row, widths) for row in _grid(table))
            return
        frames = self._frames("表格文字", widths)
        for row in table.rows:
            yield grid.row(self._filled(frames, [cell.text for cell in row]))

    def _blank(self, widths: Sequence[int]) -> str:
        height = units.twips_from_millimetres(load().rules.fill_in_row.height)
        return grid.row(self._filled(self._frames("表格文字", widths), [""] * len(widths)), height)

    def _frames(self, style: str, widths: Sequence[int]) -> list[tuple[str, str, str]]:
        """What stands before the runs of a cell of each column, between its paragraphs, and behind them."""
        opening, closing = paragraph(self._sheet.style(style), _SLOT).split(_SLOT)
        cells = [grid.cell(width, opening + _SLOT + closing).split(_SLOT) for width in widths]
        return [(before, closing + opening, after) for before, after in cells]

    def _filled(self, frames: Sequence[tuple[str, str, str]], texts: Sequence[str]) -> list[str]:
        return [
            before + between.join([runs(line, self._strong) for line in text.split("\n")]) + after
            for (before, between, after), text in zip(frames, texts, strict=True)
        ]

    def _merged_row(self, row: Sequence[_Placed], widths: Sequence[int]) -> str:
        style = self._sheet.style("表格文字")
        cells, column = [], 0
        for placed in row:
            width = sum(widths[column : column + placed.columns])
            column += placed.columns
            lines = placed.cell.text.split("\n") if placed.cell else [""]
            content = "".join(paragraph(style, self._runs(line)) for line in lines)
            span = f'<w:gridSpan w:val="{placed.columns}"/>' if placed.columns > 1 else ""
            cells.append(grid.cell(width, content, span + _merge(placed)))
        return grid.row(cells)

    def _runs(self, text: str) -> str:
        return runs(text, self._strong)


def _merge(placed: _Placed) -> str:
    if placed.starts:
        return '<w:vMerge w:val="restart"/>'
    return "" if placed.cell else "<w:vMerge/>"


def _grid(table: Table) -> Iterator[list[_Placed]]:
    """The rows with every place of the grid taken; cells that are alike merge where the table says so."""
    left: list[int] = [0] * table.width
    spans_at: dict[int, int] = {}
    rows = _merged(table) if table.merge_same else table.rows
    for row in rows:
        placed: list[_Placed] = []
        cells, column = iter(row), 0
        while column < table.width:
            if left[column]:
                columns = spans_at[column]
                placed.append(_Placed(None, columns))
                left[column] -= 1
                column += columns
                continue
            cell = next(cells)
            if cell.rows > 1:
                left[column], spans_at[column] = cell.rows - 1, cell.columns
            placed.append(_Placed(cell, cell.columns, cell.rows > 1))
            column += cell.columns
        yield placed


def _is_plain(table: Table) -> bool:
    """Whether no cell spans columns or rows."""
    return all(cell.columns == 1 and cell.rows == 1 for row in table.rows for cell in row)


def _merged(table: Table) -> list[list[Cell]]:
    """Cells of one column that repeat the one above become one cell; only in tables of single cells."""
    rows = [list(row) for row in table.rows]
    if not _is_plain(table):
        return rows
    kept: list[list[Cell]] = [[] for _ in rows]
    for column in range(table.width):
        start = 0
        while start < len(rows):
            cell, end = rows[start][column], start + 1
            while cell.text and end < len(rows) and rows[end][column].text == cell.text:
                end += 1
            kept[start].append(_spanning(cell, end - start))
            start = end
    return kept


def _spanning(cell: Cell, rows: int) -> Cell:
    return Cell.model_construct(text=cell.text, columns=1, rows=rows)


def _claims(table: Table) -> list[float]:
    """How much of the width each column claims by its longest text."""
    return [_claim(table, column) for column in range(table.width)]


def _claim(table: Table, column: int) -> float:
    texts = [table.columns[column]] if table.columns else []
    texts += [row[column].text for row in table.rows if column < len(row) and row[column].columns == 1]
    lines = plain("\n".join(texts)).split("\n")
    return min(max(widest(lines) + 1, _LEAST), _MOST)
