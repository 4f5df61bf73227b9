"""The default templates: built from the standard, clean, and the ones that are shipped are these."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from officegen.packs.build import KINDS, build_template
from officegen.standard import Element, Layout, RunStyle, TableStyle, load
from tests.support.ooxml import sdk_errors_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHIPPED = Path(__file__).parents[2] / "templates" / "gbt9704"
HOUSE_STYLE = Layout("gbt33476", "Times New Roman", "date-first", True)
LAYOUTS = {page: Layout(page=page) for page in load().pages} | {"house-style": HOUSE_STYLE}
FORMATTING_OF_A_PARAGRAPH = {f"{W}pStyle"}


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(docx: bytes, part: str) -> etree._Element:
    return etree.fromstring(parts(docx)[f"word/{part}.xml"])


def style(docx: bytes, name: str) -> etree._Element:
    found = tree(docx, "styles").find(f"{W}style/{W}name[@{W}val='{name}']/..")
    assert found is not None, f"no style {name}"
    return found


def attributes(element: etree._Element | None) -> dict[str, str]:
    assert element is not None
    return {str(key).removeprefix(W): str(value) for key, value in element.attrib.items()}


def rendered(kind: str, layout: Layout | None = None, **values: object) -> list[str]:
    """Text of each paragraph outside tables; a tag that has no value counts as nothing said."""
    template = DocxTemplate(io.BytesIO(build_template(kind, layout)))
    template.render(values, autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    body = tree(buffer.getvalue(), "document").find(f"{W}body")
    assert body is not None
    return ["".join(str(text) for text in each.itertext()) for each in body.findall(f"{W}p")]


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_template_is_the_built_one(kind: str) -> None:
    shipped = (SHIPPED / f"{kind}.docx").read_bytes()
    assert parts(shipped) == parts(build_template(kind)), "run: python -m officegen.packs.build"


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_layout_gives_the_same_bytes(kind: str) -> None:
    assert build_template(kind) == build_template(kind, Layout())


@pytest.mark.parametrize("kind", KINDS)
def test_every_style_of_the_standard_is_there(kind: str) -> None:
    names = {each.get(f"{W}val") for each in tree(build_template(kind), "styles").iter(f"{W}name")}
    standard = load()
    styled: tuple[Element | RunStyle | TableStyle, ...] = (
        *standard.elements.values(),
        *standard.run_styles.values(),
        *standard.table_styles.values(),
    )
    assert {each.style for each in styled} <= names


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", ["document", "footer1", "footer2"])
def test_nothing_is_formatted_by_hand(kind: str, part: str) -> None:
    root = tree(build_template(kind), part)
    assert root.find(f".//{W}rPr") is None
    for paragraph in root.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        assert properties is not None
        assert {each.tag for each in properties} == FORMATTING_OF_A_PARAGRAPH


@pytest.mark.parametrize("kind", KINDS)
def test_every_tag_stands_in_one_run(kind: str) -> None:
    for text in tree(build_template(kind), "document").iter(f"{W}t"):
        words = text.text or ""
        assert words.count("{{") == words.count("}}")
        assert words.count("{%") == words.count("%}")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_theme_decides_a_font(layout: str) -> None:
    docx = build_template("meeting-notice", LAYOUTS[layout])
    assert not any("theme" in name for name in parts(docx))
    assert b"Theme=" not in parts(docx)["word/styles.xml"]


@pytest.mark.ooxml
def test_every_template_is_valid() -> None:
    templates = {
        f"{kind} {name}": build_template(kind, layout) for kind in KINDS for name, layout in LAYOUTS.items()
    }
    assert {name: found for name, found in sdk_errors_of(templates).items() if found} == {}


def test_characters_are_counted_for_word_and_measured_for_the_others() -> None:
    docx = build_template("meeting-notice")
    body = style(docx, "公文正文").find(f"{W}pPr/{W}ind")
    assert attributes(body) == {"firstLineChars": "200", "firstLine": "640"}
    copy_to = attributes(style(docx, "抄送").find(f"{W}pPr/{W}ind"))
    assert (copy_to["leftChars"], copy_to["left"]) == ("100", "1120"), "Word counts to the hanging first line"


def test_a_style_does_not_inherit_letter_spacing() -> None:
    spacing = style(build_template("speech"), "公文标题").find(f"{W}rPr/{W}spacing")
    assert attributes(spacing) == {"val": "0"}


@pytest.mark.parametrize(
    ("page", "line", "grid"),
    [
        ("margins37", {"line": "579", "lineRule": "exact"}, {"linePitch": "579"}),
        ("ink37", {"line": "589", "lineRule": "exact"}, {"linePitch": "589"}),
        ("gbt33476", {"line": "240", "lineRule": "auto"}, {"type": "lines", "linePitch": "592"}),
    ],
)
def test_lines_of_a_page_profile(page: str, line: dict[str, str], grid: dict[str, str]) -> None:
    docx = build_template("speech", Layout(page=page))
    properties = style(docx, "公文正文").find(f"{W}pPr")
    assert properties is not None
    assert attributes(properties.find(f"{W}spacing")) == {"before": "0", "after": "0"} | line
    assert attributes(properties.find(f"{W}snapToGrid")) == {"val": str(int("type" in grid))}
    assert attributes(tree(docx, "document").find(f".//{W}docGrid")) == grid


def test_a_latin_font_is_used_for_text_but_not_for_page_numbers() -> None:
    docx = build_template("pledge", HOUSE_STYLE)
    body = attributes(style(docx, "公文正文").find(f"{W}rPr/{W}rFonts"))
    assert (body["ascii"], body["hAnsi"], body["eastAsia"]) == (
        "Times New Roman",
        "Times New Roman",
        "仿宋_GB2312",
    )
    assert attributes(style(docx, "页码").find(f"{W}rPr/{W}rFonts"))["ascii"] == "宋体"
    for run in tree(docx, "document").iter(f"{W}r"):
        assert attributes(run.find(f"{W}rPr/{W}rFonts")) == {"hint": "eastAsia"}


def test_a_chinese_font_for_latin_text_stands_once_in_the_font_table() -> None:
    fonts = tree(build_template("speech", Layout(latin="仿宋_GB2312")), "fontTable").findall(f"{W}font")
    names = [attributes(font)["name"] for font in fonts]
    assert len(names) == len(set(names))


def test_second_level_bold() -> None:
    bold, plain = build_template("speech", HOUSE_STYLE), build_template("speech")
    for name in ("heading 2", "段首二级标题"):
        assert style(bold, name).find(f"{W}rPr/{W}b") is not None
        assert style(plain, name).find(f"{W}rPr/{W}b") is None


def test_date_and_name_change_places() -> None:
    said: dict[str, Any] = {
        "标题": "讲话",
        "发言人": "张三",
        "职务": "主任",
        "日期": "2026年11月21日",
        "称呼": "同志们：",
    }
    assert rendered("speech", **said) == ["讲话", "主任　张三", "（2026年11月21日）", "同志们："]
    assert rendered("speech", HOUSE_STYLE, **said) == [
        "讲话",
        "（2026年11月21日）",
        "主任　张三",
        "同志们：",
    ]


@pytest.mark.parametrize("who", [{"发言人": "张三"}, {"职务": "张三"}])
def test_a_speaker_or_a_post_alone(who: dict[str, Any]) -> None:
    assert rendered("pledge", 标题="表态", 单位="某局", 称呼="同志们：", **who) == [
        "表态",
        "某局",
        "张三",
        "同志们：",
    ]


def test_what_is_not_said_leaves_only_the_line_below_the_title() -> None:
    assert rendered("meeting-notice", 标题="通知") == ["通知", ""]
    assert rendered("meeting-notice", 标题="通知", 主送机关="各单位：") == ["通知", "各单位："]


def test_attachments_leave_no_empty_paragraph_behind() -> None:
    attachments = [{"序号": "1", "标题": "回执", "正文": ""}, {"序号": "2", "标题": "议程", "正文": ""}]
    assert rendered("meeting-notice", 标题="通知", 主送机关="各单位：", 附件=attachments)[2:] == [
        "附件1",
        "回执",
        "附件2",
        "议程",
    ]


def test_the_colophon_hangs_on_the_last_paragraph() -> None:
    colophon = {"抄送": "各部门。", "印发机关": "某办", "印发日期": "2026年11月21日"}
    assert rendered("meeting-notice", 标题="通知", 主送机关="各单位：", 版记=colophon)[2:] == [""]


def test_a_kind_without_a_template_is_refused() -> None:
    with pytest.raises(ValueError, match=r"没有文种 novel 的默认模板，有的是：meeting-notice"):
        build_template("novel")
