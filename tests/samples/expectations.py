"""What the makers of the forms wanted to see in each Word file, and how it is checked.

The lists in ``expectations/`` are theirs, word for word. `where` and `look` are notes for people; here each
note is given its meaning, and a note that has none fails, so that nothing is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.support.printed import Look, Paragraph

FOLDER = Path(__file__).parent / "expectations"

NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
"""The samples that have expectations."""


@dataclass(frozen=True)
class Wanted:
    """A text that must appear."""

    text: str
    where: str
    also_ok: str = ""
    look: str = ""
    kind: str = "text"
    """`text`, `layout` (the shape is described, there is no text to look for) or `table-header`."""


@dataclass(frozen=True)
class Spot:
    """A paragraph in which a wanted text was found."""

    paragraphs: Sequence[Paragraph]
    index: int
    wanted: Wanted
    text: str
    """The wanted text, or the other one that will do as well."""

    @property
    def here(self) -> Paragraph:
        """The paragraph."""
        return self.paragraphs[self.index]

    @property
    def before(self) -> Paragraph:
        """The paragraph before."""
        return self.paragraphs[self.index - 1]

    @property
    def is_last(self) -> bool:
        """Whether nothing follows."""
        return self.index == len(self.paragraphs) - 1

    @property
    def heading(self) -> str:
        """The heading of the first level that it stands under."""
        above = (one for one in reversed(self.paragraphs[: self.index]) if _heads(one))
        return next((one.text for one in above), "")

    @property
    def looks(self) -> set[Look]:
        """How the text looks."""
        return self.here.looks(self.text)


Claim = Callable[[Spot], bool]


def must_appear(name: str) -> list[Wanted]:
    """What must appear in a sample's Word file."""
    return [Wanted(**item) for item in _lists(name)["must_appear"]]


def must_not_appear(name: str) -> list[str]:
    """What must not."""
    return [str(item) for item in _lists(name)["must_not_appear"]]


def spots(paragraphs: Sequence[Paragraph], wanted: Wanted) -> list[Spot]:
    """Every paragraph with the text, or with the other one that will do as well."""
    return [
        Spot(paragraphs, index, wanted, text)
        for index, paragraph in enumerate(paragraphs)
        for text in (wanted.text, wanted.also_ok)
        if text and text in paragraph.text
    ]


def claims(wanted: Wanted) -> dict[str, Claim]:
    """What the notes say, each part by its words.

    Raises:
        KeyError: A note that nobody gave a meaning.
    """
    found = {wanted.where: _place(wanted.where)}
    for part in re.split("[，（）]", wanted.look):
        if part:
            found[part] = LOOKS[part]
    return found


def _lists(name: str) -> dict[str, list[dict[str, str]]]:
    lists: dict[str, list[dict[str, str]]] = yaml.safe_load(
        (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    )
    return lists


def _heads(paragraph: Paragraph) -> bool:
    """Whether it is, or begins with, a heading of the first level."""
    return paragraph.style == "heading 1" or (
        bool(paragraph.stretches) and paragraph.stretches[0][1].style == "段首一级标题"
    )


# Places -----------------------------------------------------------------------------------------------------


def _styled(*styles: str) -> Claim:
    return lambda spot: spot.here.style in styles


def _whole(spot: Spot) -> bool:
    return spot.here.text == spot.text


def _begins(spot: Spot) -> bool:
    return spot.here.text.startswith(spot.text)


def _anywhere(spot: Spot) -> bool:
    return spot.text in spot.here.text


def _all_of(*claims: Claim) -> Claim:
    return lambda spot: all(claim(spot) for claim in claims)


def _in_contact_line(spot: Spot) -> bool:
    return "联系人：" in spot.here.text


def _before_signoff(spot: Spot) -> bool:
    following = spot.paragraphs[spot.index + 1]
    return _whole(spot) and following.style == "发文机关署名"


def _in_session(spot: Spot) -> bool:
    return "会议时间" in spot.heading and spot.here.style == "公文正文"


def _agenda_marks(spot: Spot) -> bool:
    """The items of the agenda begin with 1. 2. 3. as text, and Word numbers none of them."""
    items = [
        one
        for index, one in enumerate(spot.paragraphs)
        if Spot(spot.paragraphs, index, spot.wanted, "").heading == spot.heading and one.text[:1].isdigit()
    ]
    marks = [re.match(r"(\d)[.．]", one.text) for one in items]
    return [mark and mark[1] for mark in marks] == ["1", "2", "3"] and not any(one.numbered for one in items)


def _signature(number: int) -> Claim:
    """One of the joint signatures: side by side in one row, in the order of the agencies."""

    def claim(spot: Spot) -> bool:
        place = spot.here.place
        return spot.here.style == "联合署名" and place is not None and place.column == number - 1

    return claim


def _only_date(spot: Spot) -> bool:
    dates = [
        one for one in spot.paragraphs if one.style in ("联合署名", "成文日期") and spot.text in one.text
    ]
    return dates == [spot.here] and spot.here.place is not None and spot.here.place.column == 2


def _only_number(spot: Spot) -> bool:
    return [one.text for one in spot.paragraphs if one.style == "发文字号" or "〔" in one.text] == [spot.text]


def _name_after_post(spot: Spot) -> bool:
    post, _, name = spot.here.text.partition("　")
    return spot.here.style == "发言人" and bool(post) and name == spot.text


_title = _all_of(_styled("公文标题"))
_byline = _all_of(_styled("发言人"), lambda spot: spot.here.align == "center")
_date_line = _all_of(_styled("发言日期"), lambda spot: spot.here.align == "center")
_point = _all_of(_styled("公文正文"), _begins)
_heading = _all_of(_begins, lambda spot: _heads(spot.here) or _point(spot))

_PLACES: dict[str, Claim] = {
    "first line": _all_of(_title, lambda spot: spot.index == 0),
    "title, centred": _title,
    "title, agency names separated by a space or on their own lines": _title,
    "below title, centred, in brackets": _all_of(
        _date_line, lambda spot: spot.here.text == f"（{spot.text}）"
    ),
    "date line, centred": _all_of(_date_line, _whole),
    "byline, centred": _byline,
    "byline: organisation, centred": _all_of(_byline, _whole),
    "byline: name after post": _all_of(_byline, _name_after_post),
    "after title": _all_of(_styled("主送机关"), _whole, lambda spot: spot.before.style == "公文标题"),
    "addressees": _all_of(_styled("主送机关"), _whole),
    "salutation": _all_of(_styled("称呼"), _whole),
    "opening": _all_of(_styled("公文正文"), lambda spot: spot.before.style == "主送机关"),
    "end of opening": lambda spot: (
        spot.here.text.endswith(spot.text) and _heads(spot.paragraphs[spot.index + 1])
    ),
    "heading": _heading,
    "heading, in this order": _heading,
    "sub-heading": _all_of(_begins, lambda spot: {look.style for look in spot.looks} == {"段首二级标题"}),
    "registration": _all_of(_in_session, lambda spot: "报到" in spot.here.text),
    "session": _in_session,
    "session and table": _all_of(
        _anywhere,
        lambda spot: {bool(one.here.place) for one in spots(spot.paragraphs, spot.wanted)} == {True, False},
    ),
    "table cell": _all_of(_styled("表格文字"), _whole),
    "agenda numbering 1. 2. 3. with full-width or half-width dot, never a Word auto bullet": _agenda_marks,
    "point, inside or at the start of a paragraph": _styled("公文正文"),
    "fact, digits unchanged": _anywhere,
    "own paragraph": _whole,
    "agenda cue, own paragraph": _begins,
    "contact": _in_contact_line,
    "contact line": _in_contact_line,
    "last paragraph": _all_of(_begins, lambda spot: spot.is_last),
    "last paragraph before the closing": _all_of(
        _begins, lambda spot: spot.index == len(spot.paragraphs) - 2
    ),
    "closing, own paragraph": _all_of(_whole, lambda spot: spot.is_last),
    "own paragraph before sign-off": _before_signoff,
    "sign-off, right": _all_of(_styled("发文机关署名"), _whole, lambda spot: spot.here.align == "right"),
    "below issuer": _all_of(_styled("成文日期"), _whole, lambda spot: spot.before.style == "发文机关署名"),
    "one date only, right": _only_date,
    "one document number only, lead agency": _all_of(_styled("发文字号"), _only_number),
    "attachment note": _all_of(_styled("附件说明首项", "附件说明续项"), _whole),
    "版记": _all_of(_styled("抄送"), _begins),
    "版记, left": _all_of(_styled("印发"), lambda spot: spot.here.text.split("\t")[0] == spot.text),
    "版记, right": _all_of(_styled("印发"), lambda spot: spot.here.text.split("\t")[-1] == spot.text),
}


def _place(where: str) -> Claim:
    """The meaning of a note on the place."""
    if under := re.fullmatch("under ([一二三四五六七八九十]、)", where):
        return lambda spot: spot.heading.startswith(under[1])
    if signature := re.fullmatch(r"sign-off (\d)", where):
        return _signature(int(signature[1]))
    return _PLACES[where]


# Looks ------------------------------------------------------------------------------------------------------


def _set_in(face: str, size: float) -> Claim:
    return lambda spot: {(look.face, look.size) for look in spot.looks} == {(face, size)}


LOOKS: dict[str, Claim] = {
    "2号小标宋": _set_in("方正小标宋简体", 22),
    "3号仿宋": _set_in("仿宋_GB2312", 16),
    "3号黑体": _set_in("黑体", 16),
    "3号楷体": _set_in("楷体_GB2312", 16),
    "同正文": _set_in("仿宋_GB2312", 16),
    "居中": lambda spot: spot.here.align == "center",
    "首行缩进2字": lambda spot: spot.here.first_line == 2,
    "顶格": lambda spot: spot.here.first_line == 0 == spot.here.left,
    "全角冒号": lambda spot: spot.here.text.endswith("："),
    "全角冒号结尾": lambda spot: spot.here.text.endswith("："),
    "右对齐/右空字": lambda spot: spot.here.align == "right",
    "阿拉伯数字": lambda spot: bool(re.match(r"\d{4}年\d", spot.text)),
    "月日不补零": lambda spot: not re.search("[年月]0", spot.here.text),
    # Side by side: all signatures stand in one row of one table.
    "三个署名并排": lambda spot: (
        len(
            {
                (one.place.table, one.place.row)
                for one in spot.paragraphs
                if one.style == "联合署名" and one.place
            }
        )
        == 1
    ),
    # The rest is for the eye, or is a freedom that need not be taken.
    "印章各压其名": _anywhere,
    "或后备宋体加粗": _anywhere,
    "可回行": _anywhere,
    "回行词意完整": _anywhere,
    "可加粗": _anywhere,
}
"""The meaning of each note on the look."""
