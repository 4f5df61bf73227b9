"""The body of a document: a tree of paragraphs, sections, points, tables and figures.

Authors may write it as a tree, as plain text with the marks typed in, or as both mixed; whatever they
write, what a document holds afterwards is the tree.
"""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Self, cast

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Tag,
    TypeAdapter,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from officegen.documents.fields import Part, entry, is_blank
from officegen.documents.outline import OutlineLine, read_lines
from officegen.documents.table import Table
from officegen.documents.text import Line, Text, as_list
from officegen.documents.yes_no import YesNo
from officegen.numbering import ORDINALS, SERIES, WORDED_LEVEL, Mark, Series, read_mark


class Paragraph(Part):
    """A paragraph of text."""

    label: ClassVar[str] = "段落"

    text: Annotated[
        Text, entry("文字", "这一段的文字；**两对星号之间**加粗。", example="会议强调，要压实责任。")
    ]


class _Marked(Part):
    """A heading or item that carries a mark, typed apart or at the head of its own text."""

    mark: Annotated[
        Line | None,
        entry("序号", "自己指定的序号，如“一、”“1.”；不写就按层次自动编排。", example="（一）"),
    ] = None
    heading: Annotated[Text | None, entry("标题", "小标题，不带序号。", example="提高认识")] = None
    text: Annotated[
        Text | None, entry("文字", "紧接在标题后面、与标题同段的文字。", example="各单位要统一思想。")
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _typed_mark(cls, data: Any) -> Any:
        """Take a mark typed at the head of the heading or text apart, so that it is never written twice."""
        if not isinstance(data, Mapping):
            return data
        names = cls.names_by_key()
        keys = {names.get(key, key): key for key, value in data.items() if not is_blank(value)}
        if "mark" in keys:
            return data
        first = keys.get("heading") or keys.get("text")
        typed = data.get(first) if first else None
        if isinstance(typed, str) and (found := read_mark(typed)) and found[1].strip():
            others = {key: value for key, value in data.items() if names.get(key) != "mark"}
            return {**others, "mark": found[0].typed, first: found[1].lstrip()}
        return data

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.heading is None and self.text is None:
            raise PydanticCustomError("empty_item", "这里既没有标题也没有文字，请写“标题”或“文字”。", {})
        return self


def _content(meaning: str, *, example: str | None = None) -> Any:
    """Declare the blocks under a section or point.

    As the default and not inside ``Annotated``: Body holds sections and is not known yet where they are
    defined, and until it is, pydantic reads no further than the default. The name must be known before.
    """
    declared = entry("内容", meaning, example=example)
    return Field(
        default=[],
        title=declared.title,
        description=declared.description,
        examples=declared.examples,
    )


class Section(_Marked):
    """A section: a heading, on its own line or run into its text, and what stands under it."""

    label: ClassVar[str] = "层次"

    blocks: "Body" = _content("这一层次下面的段落、下级层次、表格等。", example="各单位要统一思想。")


class Point(_Marked):
    """One of several points: 一是……；二是……。"""

    label: ClassVar[str] = "要点"
    short_form: ClassVar[str] = "text"

    blocks: "Body" = _content("这一点下面另起的段落。")


SeriesName = Literal["一是", "一要", "第一，", "首先，", "一、", "（一）", "1.", "（1）"]
"""A way of counting, named by its first member."""


class Points(Part):
    """Points that are counted in words, each its own paragraph or all in one."""

    label: ClassVar[str] = "要点"

    items: Annotated[
        list[Point],
        entry(
            "要点", "逐条的要点；每条可以只写文字，也可以写标题和文字。", example=["提高认识。", "压实责任。"]
        ),
    ]
    series: Annotated[
        SeriesName,
        entry("编号方式", "按第一条的写法：一是、一要、第一，、首先，、1. 等。", example="一是"),
    ] = "一是"
    lead: Annotated[Text | None, entry("引语", "要点之前的一句话。", example="要做到三个坚决。")] = None
    one_paragraph: Annotated[YesNo, entry("同段", "各条是否连成一段。", example=True)] = False

    @model_validator(mode="after")
    def _countable(self) -> Self:
        if not self.items:
            raise PydanticCustomError("empty_points", "要点里一条也没有，请至少写一条。", {})
        last = SERIES[self.series].last
        if last and len(self.items) > last:
            raise PydanticCustomError(
                "too_many_points",
                "“首先，其次，再次，最后，”只有{last}项，这里有{given}条。请把“编号方式”改为“第一，”。",
                {"last": last, "given": len(self.items)},
            )
        if self.one_paragraph and any(item.blocks for item in self.items):
            raise PydanticCustomError(
                "blocks_in_line", "连成一段的要点下面不能再分段，请把“同段”改为“否”。", {}
            )
        return self


class Figure(Part):
    """A picture, with or without a caption."""

    label: ClassVar[str] = "图片"

    image: Annotated[
        Line, entry("图片", "图片文件（PNG 或 JPEG），相对于表单所在的文件夹。", example="会场示意图.png")
    ]
    caption: Annotated[Line | None, entry("图题", "图片下方的标题。", example="图1　会场示意图")] = None
    width: Annotated[
        float | None,
        Field(gt=0, le=156),
        entry("宽度", "图片的宽度，单位毫米，不超过156；不写就按原大。", example=120),
    ] = None


Block = Paragraph | Section | Points | Table | Figure
"""One block of the body."""

_BLOCKS: tuple[tuple[str, type[Part], tuple[str, ...]], ...] = (
    ("section", Section, ("heading", "mark")),
    ("points", Points, ("items",)),
    ("table", Table, ("columns", "rows")),
    ("figure", Figure, ("image",)),
    ("paragraph", Paragraph, ("text",)),
)
"""Each kind of block with the fields that give it away; the first that fits is meant."""


def _tag_of(value: Any) -> str | None:
    """Which kind of block a form's value means, told by its keys."""
    if isinstance(value, str):
        return "text"
    for tag, model, telling in _BLOCKS:
        if isinstance(value, model):
            return tag
        if isinstance(value, Mapping):
            names = model.names_by_key()
            if any(names.get(key) in telling for key in value):
                return tag
    return None


_AnyBlock = Annotated[
    Annotated[Paragraph, Tag("paragraph")]
    | Annotated[Section, Tag("section")]
    | Annotated[Points, Tag("points")]
    | Annotated[Table, Tag("table")]
    | Annotated[Figure, Tag("figure")]
    | Annotated[Text, Tag("text")],
    Discriminator(
        _tag_of,
        custom_error_type="unknown_block",
        custom_error_message="看不出这一块是什么。请写成一段文字，或写“文字”“标题”“要点”“表头”“行”“图片”之一。",
    ),
]


BODY_MARK = "officegenBody"
"""Marks a body in a JSON Schema."""


class _BodySchema:
    """Reads a list of blocks and texts, then joins them into one tree.

    What blocks may be is worked out when a body first has some: most are plain text.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_read_body)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Any:
        # A body holds sections, and they hold bodies: documents/schema.py writes it out once.
        return {"anyOf": [{"type": "string"}, {"type": "array"}], BODY_MARK: True}


@cache
def pieces_adapter() -> TypeAdapter[list[Block | str]]:
    """Reads the pieces of a body, before they are joined."""
    return TypeAdapter(Annotated[list[_AnyBlock], BeforeValidator(as_list)])


@cache
def _text_adapter() -> TypeAdapter[str]:
    return TypeAdapter(Text)


def _read_body(value: object) -> list[Block]:
    if isinstance(value, str):
        return _grow([_text_adapter().validate_python(value)])
    return _grow(pieces_adapter().validate_python(value))


class _Tree:
    """Grows the tree of blocks from pieces in reading order; marks in plain text say what stands under what.

    Its texts were checked before, so blocks are constructed and not validated again.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[tuple[Series, Section]] = []
        self._growing: Points | None = None

    def add(self, piece: Block | str) -> None:
        if isinstance(piece, str):
            for line in read_lines(piece):
                self._add_line(line)
            return
        if isinstance(piece, Section):
            self._open.clear()
        self._here.append(piece)

    @property
    def _here(self) -> list[Block]:
        return self._open[-1][1].blocks if self._open else self.blocks

    def _add_line(self, line: OutlineLine) -> None:
        if line.mark is None:
            self._here.append(Paragraph.model_construct(text=line.text or ""))
        elif line.mark.series.level == WORDED_LEVEL:
            self._add_point(line, line.mark)
        else:
            self._add_section(line, line.mark)

    def _add_point(self, line: OutlineLine, mark: Mark) -> None:
        point = Point.model_construct(mark=mark.typed, heading=line.heading, text=line.text, blocks=[])
        last = self._here[-1] if self._here else None
        if not isinstance(last, Points) or not _counts_on(SERIES[last.series], mark.series):
            self._growing = Points.model_construct(items=[], series=cast("SeriesName", mark.series.name))
            self._here.append(self._growing)
        elif last is not self._growing:
            # Somebody else's block: he may use it again, so it is left as it is.
            self._growing = last.model_copy(update={"items": list(last.items)})
            self._here[-1] = self._growing
        self._growing.items.append(point)

    def _add_section(self, line: OutlineLine, mark: Mark) -> None:
        known = [series for series, _ in self._open]
        if mark.series in known:
            del self._open[known.index(mark.series) :]
        else:
            while self._open and self._open[-1][0].level > mark.series.level:
                self._open.pop()
        section = Section.model_construct(mark=mark.typed, heading=line.heading, text=line.text, blocks=[])
        self._here.append(section)
        self._open.append((mark.series, section))


def _counts_on(series: Series, following: Series) -> bool:
    """Whether points of one series may go on in the other."""
    return series == following or (series in ORDINALS and following in ORDINALS)


def _grow(pieces: list[Block | str]) -> list[Block]:
    tree = _Tree()
    for piece in pieces:
        tree.add(piece)
    return tree.blocks


Body = Annotated[list[Block], _BodySchema()]
"""What stands in the body: written as plain text, as blocks, or mixed; held as blocks."""
