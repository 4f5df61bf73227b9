"""Where the cells of a table lie in its grid, spans and merges worked out."""

from __future__ import annotations

from typing import NamedTuple

from officegen.documents.table import Cell, Table


class Place(NamedTuple):
    """A place in a row of the grid.

    Attributes:
        cell: What stands in it; None where a cell above reaches down.
        column: Its first column.
        columns: How many columns it takes.
        starts: Whether a cell starts in it that reaches down.
    """

    cell: Cell | None
    column: int
    columns: int = 1
    starts: bool = False


def is_plain(table: Table) -> bool:
    """Whether every cell takes one place."""
    return not table.merge_same and all(
        cell.columns == 1 and cell.rows == 1 for row in table.rows for cell in row
    )


def places(table: Table) -> list[list[Place]]:
    """The rows of a table, every place of the grid taken and cells that are alike merged where it says so."""
    left = [0] * table.width
    spans_at: dict[int, int] = {}
    rows = []
    for row in table.rows:
        found: list[Place] = []
        cells, column = iter(row), 0
        while column < table.width:
            if left[column]:
                found.append(Place(None, column, spans_at[column]))
                left[column] -= 1
            else:
                cell = next(cells)
                if cell.rows > 1:
                    left[column], spans_at[column] = cell.rows - 1, cell.columns
                found.append(Place(cell, column, cell.columns, cell.rows > 1))
            column += found[-1].columns
        rows.append(found)
    return _merged(rows, _merging(table))


def _merging(table: Table) -> set[int]:
    """The columns in which cells that are alike become one."""
    if isinstance(table.merge_same, list):
        return {table.columns.index(name) for name in table.merge_same}
    return set(range(table.width)) if table.merge_same else set()


def _merged(rows: list[list[Place]], columns: set[int]) -> list[list[Place]]:
    """Single cells of a column that repeat the one above become one cell with it."""
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        for index, place in enumerate(row):
            if place.column not in columns or not _can_merge(place):
                for column in range(place.column, place.column + place.columns):
                    above.pop(column, None)
                continue
            known = above.get(place.column)
            if known and place.cell == rows[known[0]][known[1]].cell:
                rows[known[0]][known[1]] = place._replace(starts=True)
                row[index] = place._replace(cell=None)
            else:
                above[place.column] = (number, index)
    return rows


def _can_merge(place: Place) -> bool:
    return place.cell is not None and place.columns == 1 and not place.starts and bool(place.cell.text)
