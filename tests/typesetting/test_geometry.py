"""What officegen makes, laid out by LibreOffice and measured in millimetres, in every page profile.

Each claim of the standard also fails on the same document with that one thing moved by 6 mm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

import pytest

from officegen import MeetingNotice, Speech, render
from officegen.package import deflate, read_package, write_package
from tests.support import claims
from tests.support.ink import ink_box
from tests.support.page import MM_PER_POINT, Box, Page

pytestmark = pytest.mark.libreoffice

Pages = list[Page]

PROFILES = {"margins37": 28.95, "gbt33476": 29.6, "ink37": 29.45}
"""The pitch of body lines in points, by page profile."""

# Where the first ink of a page lies. With page margins of 37 mm the first character sits half the spare room
# of its line lower. On the grid of gbt33476 it depends on the face: 38.0 mm with the stand-in, 37.2 with others.
FIRST_INK = {"margins37": 40.6, "gbt33476": 37.5, "ink37": 37.0}

LENGTHS = range(1, 49, 2)
"""24 body lengths, in lines: from one page with room to spare to three."""

MARKS = {"县政府文件": 62, "云泽市城市管理局文件": 43, "云泽经济技术开发区住房和城乡建设管理局文件": 20.5}
"""Issuing marks from the largest size to the smallest, with the size in points that they are fitted to."""

SIX_MM = 340

HAN = "会议要求各级各部门坚持以人民为中心的发展思想切实把各项工作落到实处"


def red_head_notice(lines: int = 60, **changes: object) -> MeetingNotice:
    """A notice with masthead and colophon whose body is so many full lines of Chinese characters."""
    text = (HAN * (lines * 28 // len(HAN) + 1))[: lines * 28 - 2]
    fields: dict[str, object] = {
        "title": "云泽市城市管理局关于召开城市精细化管理工作会议的通知",
        "masthead": {"issuing_mark": "云泽市城市管理局文件", "document_number": "云城管〔2025〕9号"},
        "addressees": ["机关各科室", "局属各单位"],
        "opening": text,
        "issuers": ["云泽市城市管理局"],
        "date": date(2025, 3, 14),
        "seal": True,
        "annotation": "此件公开发布",
        "colophon": {
            "copy_to": ["市委办公室、市政府办公室"],
            "printed_by": "云泽市城市管理局办公室",
            "printed_on": "2025-03-14",
        },
    }
    return MeetingNotice.model_validate(fields | changes)


def joint_notice() -> MeetingNotice:
    agencies = ["云泽市教育局", "云泽市公安局", "云泽市卫生健康委员会"]
    return red_head_notice(
        20,
        masthead={"issuing_mark": agencies, "document_number": "云教联〔2025〕9号"},
        issuers=agencies,
    )


def moved(docx: bytes, part: str, pattern: str, by: int) -> bytes:
    """The file with one number in one part changed; the pattern's only group is that number."""
    parts = read_package(docx)
    text = parts[part].decode("utf-8")
    found = re.search(pattern, text, re.DOTALL)
    assert found, f"{pattern} is not in {part}"
    start, end = found.span(1)
    parts[part] = f"{text[:start]}{int(found[1]) + by}{text[end:]}".encode()
    return write_package(deflate(name, data) for name, data in parts.items())


def style(name: str, attribute: str) -> str:
    """A pattern for a number in the style of that name."""
    return rf'<w:name w:val="{name}"/>(?:(?!</w:style>).)*?w:{attribute}="(-?\d+)"'


DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
MOVED: dict[str, tuple[str, str, int]] = {
    "issuing mark": (DOCUMENT, r'<w:spacing w:before="(\d+)"', SIX_MM),
    "number to line": (STYLES, style("红色分隔线", "line"), SIX_MM),
    "line to title": (STYLES, style("红色分隔线", "after"), SIX_MM),
    "red line": (DOCUMENT, r'<w:pgMar[^>]*w:left="(\d+)"', SIX_MM),
    "first ink": (DOCUMENT, r'<w:pgMar[^>]*w:top="(\d+)"', SIX_MM),
    "odd number": (STYLES, style("页码", "right"), SIX_MM),
    "even number": (STYLES, style("双页页码", "left"), SIX_MM),
    "dash": (DOCUMENT, r'<w:pgMar[^>]*w:footer="(\d+)"', -SIX_MM),
    "last rule": (DOCUMENT, r'<w:pgMar[^>]*w:bottom="(\d+)"', SIX_MM),
}


@pytest.fixture(scope="module")
def pages(lay_out: Callable[[Mapping[str, bytes]], dict[str, Pages]]) -> dict[str, Pages]:
    documents: dict[str, bytes] = {}
    for profile in PROFILES:
        documents[profile] = render(red_head_notice(), layout={"page": profile})
        for lines in LENGTHS:
            documents[f"{profile} {lines}"] = render(red_head_notice(lines), layout={"page": profile})
    standard = documents["ink37"]
    for name, (part, pattern, by) in MOVED.items():
        documents[f"moved {name}"] = moved(standard, part, pattern, by)
    for mark in MARKS:
        masthead = {"issuing_mark": mark, "document_number": "云城管〔2025〕9号"}
        documents[f"mark {mark}"] = render(red_head_notice(3, masthead=masthead))
    documents["joint"] = render(joint_notice())
    documents["long name"] = render(red_head_notice(1, issuers=["中国共产党云泽市城市管理局机关委员会"]))
    for name in ("云泽市住房和城乡建设局", "市水利局"):
        documents[f"unsealed {name}"] = render(red_head_notice(1, issuers=[name], seal=False))
    documents["speech"] = render(
        Speech(
            title="在全区深化全国文明城市创建工作推进会上的讲话",
            speaker="周海涛",
            date=date(2025, 3, 20),
            salutation="同志们",
            body=HAN * 60,
        )
    )
    return lay_out(documents)


@pytest.mark.parametrize("profile", PROFILES)
class TestProfile:
    def test_paper(self, pages: dict[str, Pages], profile: str) -> None:
        for page in pages[profile]:
            claims.paper_is_a4(page)

    def test_full_page_holds_22_lines_of_28_characters(self, pages: dict[str, Pages], profile: str) -> None:
        claims.lines_per_full_page(pages[profile][1])
        claims.han_per_full_line(pages[profile][1])
        claims.line_pitch(claims.text_lines(pages[profile][1]), PROFILES[profile])

    def test_first_ink(self, pages: dict[str, Pages], profile: str) -> None:
        claims.first_ink(pages[profile][1], top=FIRST_INK[profile], tolerance=0.6)

    def test_masthead(self, pages: dict[str, Pages], profile: str) -> None:
        first = pages[profile][0]
        claims.issuing_mark_top(first)
        claims.number_to_red_line(first)
        claims.red_line(first)
        claims.title_below_line(first)

    def test_page_numbers_stand_outside(self, pages: dict[str, Pages], profile: str) -> None:
        for page in pages[profile]:
            claims.page_number(page)

    def test_faces(self, pages: dict[str, Pages], profile: str) -> None:
        claims.only_stand_in_fonts(pages[profile])

    @pytest.mark.parametrize("lines", LENGTHS)
    def test_colophon_closes_the_last_page(self, pages: dict[str, Pages], profile: str, lines: int) -> None:
        document = pages[f"{profile} {lines}"]
        claims.last_colophon_rule(document)
        claims.colophon_rule_thickness(document)
        claims.nothing_below_colophon(document)
        for page in document:
            claims.no_overlap(page)
            claims.inside_type_area(page)


FAILING: list[tuple[str, Callable[[Pages], None]]] = [
    ("issuing mark", lambda pages: claims.issuing_mark_top(pages[0])),
    ("number to line", lambda pages: claims.number_to_red_line(pages[0])),
    ("line to title", lambda pages: claims.title_below_line(pages[0])),
    ("red line", lambda pages: claims.red_line(pages[0])),
    ("first ink", lambda pages: claims.first_ink(pages[1])),
    ("odd number", lambda pages: claims.page_number(pages[0])),
    ("even number", lambda pages: claims.page_number(pages[1])),
    ("dash", lambda pages: claims.page_number(pages[0])),
    ("last rule", lambda pages: claims.last_colophon_rule(pages)),
]


@pytest.mark.parametrize(("name", "claim"), FAILING, ids=[name for name, _ in FAILING])
def test_claim_fails_when_moved_by_6_mm(
    pages: dict[str, Pages], name: str, claim: Callable[[Pages], None]
) -> None:
    claim(pages["ink37"])
    with pytest.raises(AssertionError, match="measured"):
        claim(pages[f"moved {name}"])


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_of_any_length_keeps_its_place(pages: dict[str, Pages], mark: str) -> None:
    first = pages[f"mark {mark}"][0]
    assert first.line_with(mark).size == pytest.approx(MARKS[mark], abs=0.1)
    claims.issuing_mark_top(first, tolerance=0.6)
    claims.number_to_red_line(first)
    line = claims.find_red_line(first)
    red = ink_box(first, Box(0, 0, first.width, line.top - 0.5), "red")
    assert red
    number = ink_box(first, Box(0, red.bottom + 1, first.width, line.top - 0.1), "black")
    assert number
    assert number.top - red.bottom == pytest.approx(20.78, abs=1)  # two lines (7.2.5)


EM = 16 * MM_PER_POINT
"""One 字 at size 3: 5.64 mm."""


def test_sealed_issuer_is_centred_over_the_date(pages: dict[str, Pages]) -> None:
    document = pages["margins37 1"]
    issuer = _last_line_with(document, "云泽市城市管理局")
    day = _last_line_with(document, "2025年3月14日")
    assert day.x1 == pytest.approx(claims.TYPE_AREA.x1 - 4 * EM, abs=0.3)
    # LibreOffice widens the joints of digits and Chinese characters, to the date's left.
    assert (issuer.x0 + issuer.x1) / 2 == pytest.approx((day.x0 + day.x1) / 2, abs=4.2)


def test_long_issuer_stays_inside_the_type_area(pages: dict[str, Pages]) -> None:
    line = _last_line_with(pages["long name"], "机关委员会")
    assert line.text == "中国共产党云泽市城市管理局机关委员会"
    claims.inside_type_area(pages["long name"][0])


@pytest.mark.parametrize("name", ["云泽市住房和城乡建设局", "市水利局"])
def test_unsealed_date_begins_two_characters_in(pages: dict[str, Pages], name: str) -> None:
    issuer = _last_line_with(pages[f"unsealed {name}"], name)
    day = _last_line_with(pages[f"unsealed {name}"], "2025年3月14日")
    assert day.x0 == pytest.approx(issuer.x0 + 2 * EM, abs=0.3)
    joints = 5 * 0.2 * EM  # what LibreOffice adds between digits and Chinese characters
    rightmost = max(issuer.x1, day.x1 - joints)
    assert rightmost == pytest.approx(claims.TYPE_AREA.x1 - 2 * EM, abs=0.3)


def test_joint_mark_stands_beside_the_stack(pages: dict[str, Pages]) -> None:
    first = pages["joint"][0]
    claims.issuing_mark_top(first)
    claims.number_to_red_line(first)
    lines = {name: first.line_with(name) for name in ("教育局", "公安局", "卫生健康委员会", "文件")}
    middle = lines["公安局"].baseline
    assert lines["文件"].baseline == pytest.approx(middle, abs=1.0)
    assert lines["教育局"].baseline < middle < lines["卫生健康委员会"].baseline
    claims.no_overlap(first)
    assert any("会议要求" in line.text for line in first.lines), "no body text on the first page"


def test_speech_has_a_plain_head(pages: dict[str, Pages]) -> None:
    first = pages["speech"][0]
    title = first.line_with("在全区深化全国文明城市创建")
    assert title.size == pytest.approx(22, abs=0.1)
    assert (title.x0 + title.x1) / 2 == pytest.approx(106, abs=0.5)
    salutation = first.line_with("同志们：")
    assert salutation.x0 == pytest.approx(claims.TYPE_AREA.x0, abs=0.3)
    assert first.line_with("（2025年3月20日）").font.startswith("FandolKai")
    claims.lines_per_full_page(pages["speech"][1])


def _last_line_with(document: Pages, text: str):  # type: ignore[no-untyped-def]  # a TextLine
    found = [
        line for page in document for line in page.lines if text in line.text and "印发" not in line.text
    ]
    assert found, f"{text} is on no page"
    return found[-1]
