"""Every must_appear and must_not_appear of the forms, on the Word output."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.samples.expectations import NAMES, Wanted, claims, must_appear, must_not_appear, spots
from tests.samples.samples import FORMS, paragraphs, word_file
from tests.support.docx_text import headers_and_footers, text_of
from tests.support.package import Package, qn

WANTED = [(name, wanted) for name in NAMES for wanted in must_appear(name)]
UNWANTED = [(name, unwanted) for name in NAMES for unwanted in must_not_appear(name)]

RED_HEAD = {"发文机关标志", "联合发文机关标志", "发文字号", "红色分隔线"}
"""The styles of a masthead."""

SIMPLEST = "会议通知-工作例会"
JOINT = "会议通知-联合发文"


def test_every_form_with_expectations_is_a_sample() -> None:
    assert set(NAMES) <= FORMS.keys()
    assert len(NAMES) == 6


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        pytest.param(name, wanted, id=f"{name}-{wanted.text[:12]}")
        for name, wanted in WANTED
        if wanted.kind == "text"
    ],
)
def test_must_appear(name: str, wanted: Wanted) -> None:
    found = spots(paragraphs(name), wanted)
    assert found, f"{wanted.text!r} stands nowhere"
    meanings = claims(wanted)
    failed = [
        (
            spot.here.text[:40],
            spot.here.style,
            [words for words, claim in meanings.items() if not claim(spot)],
        )
        for spot in found
    ]
    assert any(not words for _, _, words in failed), f"{wanted.text!r} stands there, but not so: {failed}"


@pytest.mark.parametrize("name", NAMES)
def test_headings_keep_their_order(name: str) -> None:
    ordered = [wanted for wanted in must_appear(name) if wanted.where.endswith(("in this order", "heading"))]
    places = [
        next(spot.index for spot in spots(paragraphs(name), wanted) if claims(wanted)[wanted.where](spot))
        for wanted in ordered
    ]
    assert places == sorted(set(places))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        pytest.param(name, wanted, id=f"{name}-{wanted.text}")
        for name, wanted in WANTED
        if wanted.kind == "table-header"
    ],
)
def test_table_header(name: str, wanted: Wanted) -> None:
    headers: dict[int, list[str]] = {}
    for paragraph in paragraphs(name):
        if paragraph.place and paragraph.place.header:
            headers.setdefault(paragraph.place.table, []).append(paragraph.text)
    assert wanted.text.split("|") in headers.values()


def test_the_joint_red_head() -> None:
    (wanted,) = (wanted for _, wanted in WANTED if wanted.kind == "layout")
    *names, suffix = re.split(r" / | \+ ", wanted.text)
    package = Package.read(word_file(JOINT))
    table = next(package.trees[package.main()].iter(qn("w:tbl")))
    rows = [list(row.iterfind(qn("w:tc"))) for row in table.iterfind(qn("w:tr"))]
    cells = [["".join(map(text_of, cell.iter(qn("w:p")))) for cell in row] for row in rows]
    assert cells == [[name, suffix if number == 0 else ""] for number, name in enumerate(names)]
    # One cell beside all the names, its text in the middle of their height.
    merged = [row[1].find(f"{qn('w:tcPr')}/{qn('w:vMerge')}") for row in rows]
    assert [cell is not None and cell.get(qn("w:val")) for cell in merged] == ["restart", None, None]
    middle = rows[0][1].find(f"{qn('w:tcPr')}/{qn('w:vAlign')}")
    assert middle is not None
    assert middle.get(qn("w:val")) == "center"


def _no_style(*styles: str) -> Callable[[str], bool]:
    return lambda name: not any(one.style in styles for one in paragraphs(name))


def _no_text(text: str) -> Callable[[str], bool]:
    return lambda name: not any(text in one for one in _all_texts(name))


def _one_date_of_issue(name: str) -> bool:
    signoff = [one.text for one in paragraphs(name) if one.style in ("联合署名", "成文日期")]
    return len([text for text in signoff if re.fullmatch(r"\d{4}年\d+月\d+日", text)]) == 1


def _all_texts(name: str) -> list[str]:
    margins = [text for texts in headers_and_footers(word_file(name)).values() for text in texts]
    return [one.text for one in paragraphs(name)] + margins


DESCRIBED: dict[str, Callable[[str], bool]] = {
    "文件（红头）": _no_style(*RED_HEAD),
    "红头": _no_style(*RED_HEAD),
    "红色分隔线": _no_style("红色分隔线"),
    "发文字号": _no_style("发文字号"),
    "三个成文日期": _one_date_of_issue,
}
"""Entries that describe something instead of quoting it."""


@pytest.mark.parametrize(("name", "unwanted"), UNWANTED)
def test_must_not_appear(name: str, unwanted: str) -> None:
    assert _no_text(unwanted)(name)
    assert DESCRIBED.get(unwanted, _no_text(unwanted))(name)


def test_absent_parts_leave_no_trace() -> None:
    printed = paragraphs(SIMPLEST)
    assert [one.style for one in printed if not one.text.strip()] == []
    assert [one.text for one in printed if one.text.endswith("：") and one.style != "主送机关"] == []
    assert {one.style for one in printed} == {
        "公文标题", "主送机关", "公文正文", "heading 1", "发文机关署名", "成文日期",
    }  # fmt: skip
    assert not any(one.place for one in printed)
    body = Package.read(word_file(SIMPLEST)).parts["word/document.xml"].decode()
    assert not re.search("<w:(br|drawing|pict|sectPr).*<w:(br|drawing|pict|sectPr)", body)


def test_points_stay_in_the_paragraph_of_their_lead() -> None:
    (lead,) = (one for one in paragraphs("表态发言-街道") if "逐一建账、逐项销号。" in one.text)
    assert re.search("逐项销号。一是整治老旧小区。.*二是整治背街小巷。.*三是整治农贸市场。", lead.text)


def test_run_in_headings_end_at_their_stop() -> None:
    host_script = paragraphs("讲话稿-迎检动员会")
    run_in = [one for one in host_script if re.match("[一二三]、", one.text)]
    assert len(run_in) == 3
    for one in run_in:
        (heading, black), (text, body), *_ = one.stretches
        assert heading.endswith("。")
        assert (black.face, body.face) == ("黑体", "仿宋_GB2312")
        assert text


def test_agenda_cues_stand_out() -> None:
    cues = [one for one in paragraphs("讲话稿-迎检动员会") if re.match("(首先|下面)：", one.text)]
    assert len(cues) == 5
    assert all(one.stretches[0][1].style == "Strong" for one in cues)


def test_alike_cells_and_rows_hold_together() -> None:
    """“同上” stays, time ranges have one kind of dash, and no row breaks over two pages."""
    texts = [one.text for one in paragraphs(JOINT)]
    assert "同上" in texts
    assert not any(re.search(r"\d:\d\d\s*[-–~～]\s*\d", text) for text in texts)
    document = Package.read(word_file(JOINT))
    for row in document.trees[document.main()].iter(qn("w:tr")):
        assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
