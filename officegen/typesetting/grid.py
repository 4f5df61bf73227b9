"""Tables as markup: cells, rows and the frame around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal


def cell(width: int, content: str, properties: str = "") -> str:
    """A cell.

    Args:
        width: Its width in twips.
        content: Its paragraphs; there is at least one.
        properties: How it is merged, as XML in the order of the schema.
    """
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}<w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def row(
    cells: Iterable[str],
    height: int | None = None,
    rule: Literal["atLeast", "exact"] = "atLeast",
    repeats: bool = False,
) -> str:
    """A row that is never split over two pages.

    Args:
        cells: Its cells.
        height: Its height in twips; None lets the content decide.
        rule: Whether the row may grow beyond its height.
        repeats: Whether it is repeated on every page that the table runs over.
    """
    tall = "" if height is None else f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'
    header = "<w:tblHeader/>" if repeats else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{header}</w:trPr>{''.join(cells)}</w:tr>"


def table(style: str, widths: Sequence[int], rows: Iterable[str]) -> str:
    """A table of fixed widths, in the middle of the text.

    Args:
        style: The id of its style.
        widths: The widths of its columns in twips.
        rows: Its rows.
    """
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def shared_out(available: int, shares: Sequence[float]) -> list[int]:
    """A width in twips parted by shares; the parts add up to it to the twip."""
    total = sum(shares)
    edges = [round(available * sum(shares[:index]) / total) for index in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]
