"""A body in the template's own styles: levels, run-in headings in two faces, and an outline of headings only."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from officegen.documents.blocks import Section
from officegen.documents.entries import entries
from officegen.documents.speech import Speech
from officegen.documents.text import plain
from officegen.typesetting.render import Numbering, render
from tests.strategies import bodies, words
from tests.support.docx_text import text_of
from tests.support.package import Package, qn
from tests.support.printed import Paragraph, printed

NUMBERINGS: list[Numbering] = ["text", "auto"]


def _speech(body: Any) -> Speech:
    return Speech.model_validate({"标题": "讲话", "正文": body})


def _printed(body: Any, numbering: Numbering = "text") -> list[Paragraph]:
    """The body as it is printed, without the title and the line below it."""
    return printed(render(_speech(body), numbering=numbering))[2:]


def _styles(body: Any) -> list[tuple[str, str]]:
    return [(paragraph.style, paragraph.text) for paragraph in _printed(body)]


def _faces(paragraph: Paragraph, *texts: str) -> list[str]:
    return ["/".join(sorted(look.face for look in paragraph.looks(text))) for text in texts]


def _outline(docx: bytes) -> list[str]:
    """What Word's navigation pane shows: the paragraphs whose style has a level of outline."""
    package = Package.read(docx)
    styles = package.related("styles")
    assert styles is not None
    levelled = {
        style.get(qn("w:styleId"))
        for style in styles.iter(qn("w:style"))
        if style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") is not None
    }
    shown = []
    for paragraph in package.trees[package.main()].iter(qn("w:p")):
        properties = paragraph.find(qn("w:pPr"))
        assert properties is not None
        style = properties.find(qn("w:pStyle"))
        assert properties.find(qn("w:outlineLvl")) is None
        if style is not None and style.get(qn("w:val")) in levelled:
            shown.append(text_of(paragraph))
    return shown


def test_every_level_has_its_style() -> None:
    text = "一、甲\n（一）乙\n1.丙\n（1）丁\n正文\n一是戊。\n二是己。庚"
    assert _styles(text) == [
        ("heading 1", "一、甲"),
        ("heading 2", "（一）乙"),
        ("heading 3", "1.丙"),
        ("heading 4", "（1）丁"),
        ("公文正文", "正文"),
        ("公文正文", "一是戊。"),
        ("公文正文", "二是己。庚"),
    ]


def test_an_authors_mark_decides_the_style_and_not_the_depth() -> None:
    assert _styles(
        [{"标题": "1.甲", "内容": [{"标题": "一、乙"}]}, {"标题": "附则", "序号": "第五章　"}]
    ) == [
        ("heading 3", "1.甲"),
        ("heading 1", "一、乙"),
        ("heading 3", "第五章　附则"),
    ]


@pytest.mark.parametrize("heading", ["一是提高认识", "首先，提高认识"])
def test_a_heading_with_a_worded_mark_is_a_paragraph_like_any_point(heading: str) -> None:
    assert _styles([{"标题": heading}]) == [("公文正文", heading)]


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_a_run_in_heading_and_its_text_are_one_paragraph_in_two_faces(numbering: Numbering) -> None:
    (paragraph,) = _printed("（一）提升设施。年内新建12个。", numbering)
    assert paragraph.style == "公文正文"
    assert paragraph.text.endswith("提升设施。年内新建12个。")
    assert _faces(paragraph, "提升设施。", "年内新建12个。") == ["楷体_GB2312", "仿宋_GB2312"]


@pytest.mark.parametrize(
    ("line", "face"),
    [
        ("一、提高认识。要统一思想。", "黑体"),
        ("（一）提高认识。要统一思想。", "楷体_GB2312"),
        ("1.提高认识。要统一思想。", "仿宋_GB2312"),
        ("一是提高认识。要统一思想。", "仿宋_GB2312"),
    ],
)
def test_the_face_of_a_run_in_heading_is_that_of_its_level(line: str, face: str) -> None:
    (paragraph,) = _printed(line)
    assert _faces(paragraph, line[:2], "提高认识", "要统一思想") == [face, face, "仿宋_GB2312"]


@pytest.mark.parametrize(
    ("section", "shown"),
    [
        ({"标题": "提高认识", "文字": "要重视。"}, "一、提高认识。要重视。"),
        ({"标题": "提高认识。", "文字": "要重视。"}, "一、提高认识。要重视。"),
        ({"标题": "提高认识！", "文字": "要重视。"}, "一、提高认识！要重视。"),
        ({"标题": "**提高认识。**", "文字": "要重视。"}, "一、提高认识。要重视。"),
        ({"标题": "提高认识"}, "一、提高认识"),
        ({"标题": "提高认识。"}, "一、提高认识。"),
    ],
)
def test_a_run_in_heading_ends_with_one_stop(section: Any, shown: str) -> None:
    assert [text for _, text in _styles([section])] == [shown]


@pytest.mark.parametrize(
    ("points", "shown"),
    [
        (["甲", "乙", "丙"], "一是甲；二是乙；三是丙。"),
        (["甲；", "乙。"], "一是甲；二是乙。"),
        (["**甲。**", "**乙**"], "一是甲。二是乙。"),
        ([{"标题": "甲", "文字": "子"}, {"标题": "乙。", "文字": "丑。"}], "一是甲。子；二是乙。丑。"),
    ],
)
def test_points_in_one_paragraph_are_parted_by_stops(points: Any, shown: str) -> None:
    assert [text for _, text in _styles([{"要点": points, "同段": "是"}])] == [shown]


def test_bold_is_a_style_of_characters_and_nothing_else() -> None:
    (paragraph,) = _printed("要**压实责任**，抓好落实。")
    assert paragraph.text == "要压实责任，抓好落实。"
    assert [look.style for look in paragraph.looks("压实责任")] == ["Strong"]
    assert [look.style for look in paragraph.looks("抓好落实")] == [""]


def test_lines_of_one_text_are_paragraphs_and_tabs_are_tabs() -> None:
    assert _styles([{"标题": "甲", "文字": "第一行\n第二行"}]) == [
        ("公文正文", "一、甲。第一行"),
        ("公文正文", "第二行"),
    ]
    assert _styles("姓名：\t电话：") == [("公文正文", "姓名：\t电话：")]


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_the_navigation_pane_shows_headings_and_never_text(numbering: Numbering) -> None:
    docx = render(
        _speech("引言\n一、甲\n（一）乙。丙丁\n（二）戊\n己\n1.一个整句，没有标题。\n二、庚"),
        numbering=numbering,
    )
    marks = {"text": ["一、", "（二）", "二、"], "auto": ["", "", ""]}[numbering]
    assert _outline(docx) == [mark + heading for mark, heading in zip(marks, ["甲", "戊", "庚"], strict=True)]


@settings(max_examples=50)
@given(bodies(words()))
def test_the_outline_of_any_body_is_its_headings(body: Any) -> None:
    speech = _speech(body)
    wanted = [
        plain(entry.label + entry.heading)
        for entry in entries(speech.body)
        if isinstance(entry.block, Section)
        and entry.heading is not None
        and entry.text is None
        and entry.level <= 4
    ]
    assert _outline(render(speech)) == wanted


def test_quotes_and_dashes_are_set_in_the_chinese_face() -> None:
    """They stand in Western fonts too, and Word takes those unless it is told."""
    package = Package.read(render(_speech("要做到“两个维护”——坚决做到……")))
    runs = [run for run in package.trees[package.main()].iter(qn("w:r")) if "“" in text_of(run)]
    fonts = [run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for run in runs]
    assert [font is not None and font.get(qn("w:hint")) for font in fonts] == ["eastAsia"]
