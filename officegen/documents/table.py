"""Tables: a header row, filled rows with cells that may span, and rows to be filled in by hand."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from officegen.documents.fields import Part, entry
from officegen.documents.text import Line, OneOrMany, Text
from officegen.documents.yes_no import YesNo

MAX_COLUMNS = 63
"""More columns no table in Word can have."""


class Cell(Part):
    """A cell of a table."""

    label: ClassVar[str] = "单元格"
    short_form: ClassVar[str] = "text"

    text: Annotated[Text, entry("文字", "单元格里的文字。", example="报到")] = ""
    columns: Annotated[int, Field(ge=1, le=MAX_COLUMNS), entry("跨列", "占几列。", example=2)] = 1
    rows: Annotated[int, Field(ge=1), entry("跨行", "占几行。", example=2)] = 1

    @model_validator(mode="before")
    @classmethod
    def _from_nothing(cls, data: Any) -> Any:
        return {} if data is None else data


class Table(Part):
    """A table: a header row, filled rows, and empty rows to be filled in by hand."""

    label: ClassVar[str] = "表格"

    caption: Annotated[Line | None, entry("表题", "表格上方的标题。", example="会议日程表")] = None
    columns: Annotated[list[Line], entry("表头", "各列的名称。", example=["时间", "内容", "地点"])] = Field(
        default=[]
    )
    rows: Annotated[
        list[list[Cell]],
        entry(
            "行",
            "一行一个列表，每格一项；合并的格写成 {文字: …, 跨列: 2}。",
            example=[["9:00", "开幕", "礼堂"]],
        ),
    ] = Field(default=[])
    blank_rows: Annotated[int, Field(ge=0, le=1000), entry("空行", "留给人手写填报的空行数。", example=8)] = 0
    widths: Annotated[
        list[Annotated[float, Field(gt=0, le=1000)]] | None,
        entry("列宽", "各列宽度的比例；不写就按内容分配。", example=[2, 5, 3]),
    ] = None
    merge_same: Annotated[
        YesNo | OneOrMany,
        Field(union_mode="left_to_right"),
        entry("合并相同", "同一列上下相同的格是否合并；只合并某几列就写列名。", example=["时间"]),
    ] = False
    repeat_header: Annotated[YesNo, entry("重复表头", "跨页时是否重复表头。", example=True)] = True

    @model_validator(mode="after")
    def _is_grid(self) -> Self:
        if not self.columns and not any(self.rows):
            raise PydanticCustomError("empty_table", "表格既没有表头也没有行，请写“表头”或“行”。", {})
        if self.width > MAX_COLUMNS:
            raise PydanticCustomError(
                "wide_table",
                "表格有{width}列，Word 的表格最多{most}列。请把它分成几个表格。",
                {"width": self.width, "most": MAX_COLUMNS},
            )
        open_rows: list[int] = [0] * self.width
        for number, row in enumerate(self.rows, start=1):
            span = sum(cell.columns for cell in row) + sum(rows > 0 for rows in open_rows)
            if span != self.width:
                raise PydanticCustomError(
                    "ragged_table",
                    "表格第{row}行占{span}列，应是{width}列。请补齐或删去多余的格。",
                    {"row": number, "span": span, "width": self.width},
                )
            if _is_torn(open_rows, row):
                raise PydanticCustomError(
                    "torn_cell",
                    "表格第{row}行有“跨列”的格被上面“跨行”的格隔断了，请把它分成几格。",
                    {"row": number},
                )
            open_rows = _carry_down(open_rows, row)
        if any(rows > 0 for rows in open_rows):
            raise PydanticCustomError("deep_cell", "最后一行有“跨行”超出表格的格，请减小它的跨行数。", {})
        if isinstance(self.merge_same, list) and (strange := set(self.merge_same) - set(self.columns)):
            raise PydanticCustomError(
                "merge_columns",
                "“合并相同”里的“{name}”不是表头里的列名。",
                {"name": "、".join(sorted(strange))},
            )
        if self.widths is not None and len(self.widths) != self.width:
            raise PydanticCustomError(
                "widths_count",
                "“列宽”有{given}个数，表格有{width}列，请写成一样多。",
                {"given": len(self.widths), "width": self.width},
            )
        return self

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.columns) or sum(cell.columns for cell in self.rows[0])


def _is_torn(open_rows: list[int], row: list[Cell]) -> bool:
    """Whether a cell would have to go on behind a column that is taken from above."""
    free = [column for column, rows in enumerate(open_rows) if rows <= 0]
    start = 0
    for cell in row:
        if free[start + cell.columns - 1] - free[start] >= cell.columns:
            return True
        start += cell.columns
    return False


def _carry_down(open_rows: list[int], row: list[Cell]) -> list[int]:
    """How many further rows each column is taken by cells that reach down, after one row."""
    carried, cells, left = [], iter(row), 0
    cell: Cell | None = None
    for rows in open_rows:
        if rows > 0:
            carried.append(rows - 1)
            continue
        if left == 0:
            cell = next(cells)
            left = cell.columns
        left -= 1
        carried.append(cell.rows - 1 if cell else 0)
    return carried
