"""How the typed fields of a notice become its numbered sections, and how an author rearranges them.

Each field of a notice (time, place, attendees …) gives a *portion*: a heading and blocks. Portions stand
in the customary order; the author renames, reorders, merges and replaces them, or puts others between.
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from officegen.documents.blocks import Block, Body, Section
from officegen.documents.fields import Part, Read, entry, nearest
from officegen.documents.text import Line, as_list

LABELS = {
    "time": "会议时间",
    "place": "会议地点",
    "attendees": "参会人员",
    "agenda": "会议议程",
    "requirements": "有关要求",
    "registration": "会议报名",
    "contacts": "联系方式",
}
"""The portions of a meeting notice by field name, in the customary order, with their customary headings."""

_BY_LABEL = {label: name for name, label in LABELS.items()} | {"会议安排": "time"}
_BY_KEY = _BY_LABEL | {name: name for name in LABELS} | {"sessions": "time"}


def _portion_name(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value in _BY_KEY:
        return _BY_KEY[value]
    close = nearest(value, list(_BY_KEY))
    remedy = f"是不是“{close}”？" if close else "可以写的有：" + "、".join(_BY_LABEL) + "。"
    raise PydanticCustomError(
        "unknown_portion", "没有“{value}”这一部分。{remedy}", {"value": value, "remedy": remedy}
    )


PortionName = Annotated[
    Literal["time", "place", "attendees", "agenda", "requirements", "registration", "contacts"],
    Read(_portion_name, {"enum": list(_BY_KEY)}),
]
"""A portion by its field name or its Chinese label."""


class Placed(Part):
    """One place in the order: a portion, or several merged under one heading."""

    label: ClassVar[str] = "一处"
    short_form: ClassVar[str] = "portions"

    portions: Annotated[
        list[PortionName],
        Field(min_length=1),
        Read(as_list),
        entry("部分", "哪一部分；写几个就合并成一部分。", example=["会议时间", "会议地点"]),
    ]
    heading: Annotated[Line | None, entry("标题", "改用的标题。", example="会议时间、地点")] = None


class ExtraSection(Section):
    """A section of the author's own among the numbered sections."""

    label: ClassVar[str] = "其他部分"

    heading: Annotated[Line, entry("标题", "这一部分的标题，不带序号。", example="会议费用")]
    blocks: Annotated[Body, entry("内容", "这一部分的段落、层次、表格等。", example="食宿统一安排。")] = (
        Field(default=[])
    )
    after: Annotated[PortionName | None, entry("放在之后", "放在哪一部分的后面。", example="有关要求")] = None
    before: Annotated[PortionName | None, entry("放在之前", "放在哪一部分的前面。", example="有关要求")] = (
        None
    )
    replaces: Annotated[
        list[PortionName],
        Read(as_list),
        entry("代替", "代替哪些部分；被代替的部分不要再写。", example=["会议时间"]),
    ] = Field(default=[])

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if sum(bool(place) for place in (self.after, self.before, self.replaces)) > 1:
            raise PydanticCustomError("two_places", "“放在之后”“放在之前”“代替”只能写一个。", {})
        return self

    def section(self) -> Section:
        """The section without the words that place it."""
        return Section.model_construct(
            mark=self.mark, heading=self.heading, text=self.text, blocks=list(self.blocks)
        )


class Portion(NamedTuple):
    """What one field brings to the main text.

    Attributes:
        names: The fields it comes from; several where they are merged, none for an extra section.
        section: Its heading and blocks.
    """

    names: tuple[str, ...]
    section: Section


def merged_heading(labels: Sequence[str]) -> str:
    """会议时间 and 会议地点 give 会议时间、地点: a word that all begin with is said once."""
    first, *others = labels
    word = first[:2]
    if all(len(label) > len(word) and label.startswith(word) for label in labels):
        others = [other.removeprefix(word) for other in others]
    return "、".join([first, *others])


def arrange(
    portions: Iterable[Portion], order: Sequence[Placed], extras: Sequence[ExtraSection]
) -> list[Block]:
    """Bring portions into the author's order, merge them, and put the extra sections in their places."""
    by_name = {portion.names[0]: portion for portion in portions}
    placed: list[Portion] = []
    for place in order:
        there = [by_name.pop(name) for name in place.portions if name in by_name]
        if there:
            placed.append(_merge(there, place.heading))
    # What the author did not list keeps the customary order, behind what was listed.
    placed += by_name.values()
    for extra in extras:
        placed.insert(_index(placed, extra), Portion(tuple(extra.replaces), extra.section()))
    return [portion.section for portion in placed]


def _merge(portions: Sequence[Portion], heading: str | None) -> Portion:
    text = heading or merged_heading([portion.section.heading or "" for portion in portions])
    blocks = [block for portion in portions for block in portion.section.blocks]
    names = tuple(name for portion in portions for name in portion.names)
    return Portion(names, Section.model_construct(mark=None, heading=text, text=None, blocks=blocks))


def _index(placed: Sequence[Portion], extra: ExtraSection) -> int:
    """Where an extra section goes: beside the portion it names, where a replaced one would stand, or last."""
    if extra.replaces:
        customary = list(LABELS)
        rank = min(customary.index(name) for name in extra.replaces)
        ranks = [min((customary.index(name) for name in p.names), default=-1) for p in placed]
        return next((i for i, other in enumerate(ranks) if other > rank), len(placed))
    beside = extra.after or extra.before
    for index, portion in enumerate(placed):
        if beside in portion.names:
            if extra.before:
                return index
            # Behind the extra sections already put here, so that they keep the author's order.
            behind = index + 1
            while behind < len(placed) and not placed[behind].names:
                behind += 1
            return behind
    return len(placed)
