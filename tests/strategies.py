"""What hypothesis writes: texts that try every trick, bodies of any shape, and whole documents of each kind.

Documents come as forms (the mappings that a YAML file would give), so that what went in can be told from
what came out. Every strategy that takes `words` fills the texts of its forms with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from officegen.documents.document import Document
from officegen.documents.meeting_notice import MeetingNotice
from officegen.documents.pledge import Pledge
from officegen.documents.speech import Speech

Form = dict[str, Any]

MODELS: dict[str, type[Document]] = {model.kind: model for model in (MeetingNotice, Speech, Pledge)}

# Texts ------------------------------------------------------------------------------------------------------

_PLAIN = (
    "会议", "要求", "2025年", "1.5万元", "A", "b", "。", "，", "：", "；", "！", "“", "”", "——", "……", "（", "）",
    "&", "<", ">", '"', "'", "&amp;", "]]>", "<w:p/>", "_", " ", "  ", "\t", "\u3000", "\u00a0",
    "𠮷", "㐂", "〇", "😀", "👨‍👩‍👧", "e\u0301", "שלום", "\u202e", "\u200b", "\ufeff", "①",
)  # fmt: skip
_TEMPLATE = (
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{_{",
    "}_}",
    "{_%",
    "%_}",
    "｛｛",
    "｝｝",
    "{{ 标题 }}",
    "{{p body }}",
)
_STARS = ("*", "**", "\\*", "**重点**", "5**3**2")
_MARKS = (
    "一、",
    "二、",
    "三、",
    "（一）",
    "(二)",
    "1.",
    "2、",
    "（1）",
    "(2)",
    "一是",
    "二是",
    "一要",
    "第一，",
    "首先，",
    "最后，",
)

ILLEGAL = (
    *(chr(code) for code in range(0x20) if chr(code) not in "\t\n\r"),
    "\x7f",
    "\x85",
    "\ud800",
    "\udfff",
    "\ufffe",
    "\uffff",
)
"""Characters that no Word file may hold."""

_ANY = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff*")
_TAME = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff*{}｛｝%％#")


@cache
def _lines(*, template: bool, stars: bool) -> SearchStrategy[list[str]]:
    tokens = _PLAIN + (_TEMPLATE if template else ()) + (_STARS if stars else ())
    free = st.text(_ANY if template else _TAME, min_size=1, max_size=3)
    return st.lists(st.sampled_from(tokens) | free, min_size=1, max_size=4)


@st.composite
def words(draw: st.DrawFn, *, template: bool = True, stars: bool = True) -> str:
    """One line of text that is not blank.

    Args:
        draw: Hypothesis's own.
        template: Whether the marks of the template language may stand in it.
        stars: Whether stars may, which mean bold in places.
    """
    text = "".join(draw(_lines(template=template, stars=stars)))
    return text if text.strip() else f"{text}会议"


@st.composite
def tagged_words(draw: st.DrawFn) -> str:
    """One line that can be recognised wherever it turns up: ❰17：…❱."""
    return f"❰{draw(st.integers(0, 10**6))}：{draw(words(stars=False))}❱"


@cache
def texts(words: SearchStrategy[str]) -> SearchStrategy[str]:
    """Text of one or several lines."""
    return words | st.lists(words, min_size=2, max_size=3).map("\n".join)


# Bodies -----------------------------------------------------------------------------------------------------


def _key(english: str, chinese: str) -> SearchStrategy[str]:
    return st.sampled_from((english, chinese))


@st.composite
def _mapping(
    draw: st.DrawFn,
    fields: Mapping[tuple[str, str], SearchStrategy[Any]],
    needed: Sequence[str] = (),
) -> Form:
    """A form with the needed fields and any of the others, under either key, in the order given.

    A field that is left out may also stand there with nothing behind it, as in a form half filled in.
    """
    form: Form = {}
    for names, values in fields.items():
        name = draw(st.sampled_from(names))
        if names[0] in needed or draw(st.booleans()):
            form[name] = draw(values)
        elif draw(st.integers(0, 3)) == 0:
            form[name] = draw(st.sampled_from((None, "", " \u3000")))
    return form


@cache
def plain_bodies(words: SearchStrategy[str]) -> SearchStrategy[str]:
    """Plain text with marks typed at the heads of lines, and with blank lines and indents as people leave them."""
    marked = st.tuples(st.sampled_from(_MARKS), words).map("".join)
    line = st.tuples(st.sampled_from(("", "　　", " ", "\n")), words | marked).map("".join)
    return st.lists(line, min_size=1, max_size=8).map("\n".join)


@cache
def sections(words: SearchStrategy[str], depth: int) -> SearchStrategy[Form]:
    """A section as a form; its mark may be typed apart, typed in the heading, or left to the program."""
    marked = st.tuples(st.sampled_from(_MARKS), words).map("".join)
    content: dict[tuple[str, str], SearchStrategy[Any]] = {
        ("heading", "标题"): words | marked,
        ("text", "文字"): texts(words),
    }
    if depth > 1:
        content["blocks", "内容"] = bodies(words, depth - 1)
    headed = _mapping({("mark", "序号"): st.sampled_from(_MARKS), **content}, needed=("heading",))
    unheaded = _mapping(
        {("mark", "序号"): st.sampled_from(_MARKS), ("text", "文字"): texts(words)}, needed=("mark", "text")
    )
    return headed | unheaded


@st.composite
def points(draw: st.DrawFn, words: SearchStrategy[str], depth: int) -> Form:
    """Points, each in a paragraph of its own or all in one."""
    together = draw(st.booleans())
    item: dict[tuple[str, str], SearchStrategy[Any]] = {
        ("heading", "标题"): words,
        ("text", "文字"): texts(words),
    }
    if depth > 1 and not together:
        item["blocks", "内容"] = bodies(words, depth - 1)
    items = words | _mapping(item, needed=("heading",)) | _mapping(item, needed=("text",))
    form: Form = {}
    if draw(st.booleans()):
        form[draw(_key("lead", "引语"))] = draw(texts(words))
    form[draw(_key("items", "要点"))] = draw(st.lists(items, min_size=1, max_size=4))
    form[draw(_key("series", "编号方式"))] = draw(
        st.sampled_from(("一是", "一要", "第一，", "首先，", "1.", "（1）"))
    )
    form[draw(_key("one_paragraph", "同段"))] = draw(
        st.sampled_from(("是", True) if together else ("否", False))
    )
    return form


@st.composite
def tables(draw: st.DrawFn, words: SearchStrategy[str]) -> Form:
    """A table with cells merged across and down, blank rows, and the same text in cells below each other."""
    width = draw(st.integers(1, 4))
    height = draw(st.integers(0, 4))
    some = draw(st.lists(texts(words) | st.just(""), min_size=1, max_size=4))
    cell_text = st.sampled_from(some)
    form: Form = {}
    if draw(st.booleans()):
        form[draw(_key("caption", "表题"))] = draw(words)
    if not height or draw(st.booleans()):
        form[draw(_key("columns", "表头"))] = draw(
            st.lists(words | st.just(""), min_size=width, max_size=width)
        )
    if height:
        form[draw(_key("rows", "行"))] = _grid(draw, width, height, cell_text)
    form[draw(_key("blank_rows", "空行"))] = draw(st.integers(0, 2))
    form[draw(_key("merge_same", "合并相同"))] = draw(st.booleans())
    form[draw(_key("repeat_header", "重复表头"))] = draw(st.booleans())
    if draw(st.booleans()):
        form[draw(_key("widths", "列宽"))] = draw(st.lists(st.integers(1, 9), min_size=width, max_size=width))
    return form


def _grid(draw: st.DrawFn, width: int, height: int, cell_text: SearchStrategy[str]) -> list[list[Any]]:
    merges = draw(st.booleans())
    taken: set[tuple[int, int]] = set()
    rows: list[list[Any]] = []
    for row in range(height):
        cells: list[Any] = []
        for column in range(width):
            if (row, column) in taken:
                continue
            text = draw(cell_text)
            room = next((end for end in range(column, width) if (row, end) in taken), width) - column
            across = draw(st.integers(1, room)) if merges else 1
            down = draw(st.integers(1, height - row)) if merges else 1
            taken |= {(row + y, column + x) for x in range(across) for y in range(down)}
            cells.append(text if across == down == 1 else {"文字": text, "columns": across, "跨行": down})
        rows.append(cells)
    return rows


@cache
def bodies(words: SearchStrategy[str], depth: int = 3) -> SearchStrategy[Any]:
    """A body as a form: plain text, one block, or blocks and texts mixed."""
    paragraph = _mapping({("text", "文字"): texts(words)}, needed=("text",))
    block = plain_bodies(words) | paragraph | sections(words, depth) | points(words, depth) | tables(words)
    return plain_bodies(words) | st.lists(block, min_size=1, max_size=4 if depth > 2 else 2)


# Documents --------------------------------------------------------------------------------------------------

_DAYS = st.dates().filter(lambda day: day.year > 1948)


def _dates() -> SearchStrategy[Any]:
    return (
        _DAYS
        | _DAYS.map(lambda day: day.isoformat())
        | _DAYS.map(lambda day: f"{day.year}年{day.month}月{day.day}日")
    )


def _some(words: SearchStrategy[str]) -> SearchStrategy[Any]:
    """One text or a list of them, with blank ones among them as in a form half filled in."""
    return words | st.lists(words | st.just(""), min_size=1, max_size=3).filter(any)


@cache
def _attachments(words: SearchStrategy[str]) -> SearchStrategy[Any]:
    whole = _mapping({("title", "标题"): words, ("body", "内容"): bodies(words, 2)}, needed=("title",))
    return st.lists(words | whole, min_size=1, max_size=3)


def _kind(name: str, label: str) -> SearchStrategy[Form]:
    return st.sampled_from(({}, {"kind": name}, {"文种": label}))


@st.composite
def addresses(draw: st.DrawFn, words: SearchStrategy[str], model: type[Speech] | type[Pledge]) -> Form:
    """A speech or a pledge as a form."""
    form = _mapping(
        {
            ("title", "标题"): texts(words),
            ("subtitle", "副标题"): texts(words),
            ("organization", "单位"): words,
            ("speaker", "发言人"): words,
            ("post", "职务"): words,
            ("occasion", "场合"): words,
            ("date", "日期"): _dates(),
            ("salutation", "称呼"): words | words.map(lambda text: f"{text}：") | st.just("同志们:"),
            ("body", "正文"): bodies(words),
            ("closing", "结束语"): texts(words),
            ("attachments", "附件"): _attachments(words),
        },
        needed=("title", "body"),
    )
    return draw(_kind(model.kind, model.label)) | draw(form)


@cache
def mastheads(words: SearchStrategy[str]) -> SearchStrategy[Form]:
    """A masthead as a form, of one agency or of several."""
    number = st.tuples(st.sampled_from(("云城管", "云办发")), st.integers(1949, 2199), st.integers(1, 9999))
    return _mapping(
        {
            ("issuing_mark", "发文机关标志"): _some(words),
            ("mark_suffix", "标志后缀"): st.sampled_from(("文件", "无")),
            ("document_number", "发文字号"): number.map(
                lambda parts: f"{parts[0]}〔{parts[1]}〕{parts[2]}号"
            ),
        },
        needed=("issuing_mark",),
    )


@cache
def colophons(words: SearchStrategy[str]) -> SearchStrategy[Form]:
    """A colophon as a form."""
    copy_to = {("copy_to", "抄送"): _some(words)}
    imprint: dict[tuple[str, str], SearchStrategy[Any]] = {
        ("printed_by", "印发机关"): words,
        ("printed_on", "印发日期"): _dates(),
    }
    return _mapping(copy_to, needed=("copy_to",)) | _mapping(
        {**copy_to, **imprint}, needed=("printed_by", "printed_on")
    )


_PORTIONS = {
    "time": "会议时间",
    "place": "会议地点",
    "attendees": "参会人员",
    "agenda": "会议议程",
    "requirements": "有关要求",
    "registration": "会议报名",
    "contacts": "联系方式",
}
_GIVEN_BY = {"time": ("time", "sessions"), "place": ("place", "sub_venues"), "agenda": ("agenda", "host")}
"""The fields that give a portion, where it is not the one of its own name."""


@cache
def _groups(words: SearchStrategy[str]) -> SearchStrategy[Any]:
    group = words | _mapping({("heading", "标题"): words, ("text", "文字"): texts(words)}, needed=("text",))
    return words | st.lists(group, min_size=1, max_size=3)


@st.composite
def notices(draw: st.DrawFn, words: SearchStrategy[str]) -> Form:
    """A meeting notice as a form: any fields, renamed, reordered, merged or replaced."""
    session = _mapping(
        {("name", "名称"): words, ("time", "时间"): words, ("place", "地点"): words}, needed=("name", "time")
    )
    contact = words | _mapping(
        {
            ("name", "姓名"): words,
            ("phone", "电话"): words | st.integers(0, 10**11),
            ("role", "分工"): words,
            ("agency", "单位"): words,
            ("email", "邮箱"): words,
        },
        needed=("name",),
    )
    registration = _mapping(
        {("deadline", "截止时间"): words, ("channel", "方式"): words, ("text", "说明"): texts(words)}
    )
    times = st.just("2025年3月18日（星期二）下午2:30") | texts(words)
    form = draw(_kind("meeting-notice", "会议通知")) | draw(
        _mapping(
            {
                ("masthead", "版头"): mastheads(words),
                ("title", "标题"): texts(words),
                ("addressees", "主送机关"): _some(words),
                ("opening", "开头语"): texts(words),
                ("time", "会议时间"): times,
                ("sessions", "会议安排"): st.lists(session, min_size=1, max_size=3) | session,
                ("place", "会议地点"): _some(words),
                ("sub_venues", "分会场"): _some(words),
                ("attendees", "参会人员"): _groups(words),
                ("host", "主持人"): words,
                ("agenda", "会议议程"): _some(words) | tables(words),
                ("requirements", "有关要求"): _groups(words),
                ("registration", "会议报名"): registration,
                ("contacts", "联系人"): st.lists(contact, min_size=1, max_size=2) | contact,
                ("body", "正文"): bodies(words, 2),
                ("closing", "结束语"): texts(words),
                ("issuers", "发文机关"): _some(words),
                ("date", "成文日期"): _dates(),
                ("seal", "加盖印章"): st.sampled_from((True, False, "是", "否")),
                ("annotation", "附注"): words | words.map(lambda text: f"（{text}）"),
                ("attachments", "附件"): _attachments(words),
                ("colophon", "版记"): colophons(words),
            },
            needed=("title",),
        )
    )
    return form | _arrangement(draw, words, MeetingNotice.names_by_key(), form)


def _arrangement(draw: st.DrawFn, words: SearchStrategy[str], names: Mapping[str, str], form: Form) -> Form:
    """Extra sections, and either new headings or a new order with merged portions."""
    said = {names[key] for key, value in form.items() if key in names and value and str(value).strip()}
    given = [name for name in _PORTIONS if said.intersection(_GIVEN_BY.get(name, (name,)))]
    free = [name for name in _PORTIONS if name not in given]
    extra: Form = {}
    match draw(st.sampled_from(("plain", "renamed", "reordered"))):
        case "renamed" if given:
            renamed = draw(st.lists(st.sampled_from(given), unique=True))
            extra["改标题"] = {draw(_key(name, _PORTIONS[name])): draw(words) for name in renamed}
        case "reordered" if given:
            order = draw(st.permutations(given))
            cut = draw(st.integers(0, len(order)))
            merged: Any = list(order[:cut])
            if draw(st.booleans()):
                merged = {"部分": merged, "标题": draw(words)}
            extra["顺序"] = ([merged] if cut else []) + [_PORTIONS[name] for name in order[cut:]]
    if draw(st.booleans()):
        places: list[Form] = [
            {},
            *({"放在之后": _PORTIONS[name]} for name in given),
            *({"before": name} for name in given),
        ]
        places += [{"代替": [name]} for name in free]
        section = _mapping(
            {
                ("heading", "标题"): words,
                ("text", "文字"): texts(words),
                ("blocks", "内容"): bodies(words, 1),
            },
            needed=("heading",),
        )
        placed = st.tuples(section, st.sampled_from(places)).map(lambda pair: pair[0] | pair[1])
        extra["其他部分"] = draw(st.lists(placed, min_size=1, max_size=2))
    return extra


def forms(kind: str, words: SearchStrategy[str]) -> SearchStrategy[Form]:
    """A form of that kind."""
    if kind == MeetingNotice.kind:
        return notices(words)
    return addresses(words, Speech if kind == Speech.kind else Pledge)


def documents(kind: str, words: SearchStrategy[str]) -> SearchStrategy[Document]:
    """A document of that kind; a form that is refused is a failure of the test that draws it."""
    return forms(kind, words).map(MODELS[kind].model_validate)
