"""The claims hold for a right document, and each one fails where its thing is moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tests.kit.specimen import Specimen
from tests.support import claims
from tests.support.ink import ink_box, ink_columns, ink_rows
from tests.support.libreoffice import ConversionError, LibreOffice
from tests.support.page import Box, Page

pytestmark = pytest.mark.libreoffice

SIX_MM = 340
RIGHT = Specimen()

Pages = list[Page]

CLAIMS: dict[str, Callable[[Pages], None]] = {
    "paper": lambda pages: claims.paper_is_a4(pages[0]),
    "lines": lambda pages: claims.lines_per_full_page(pages[1]),
    "han": lambda pages: claims.han_per_full_line(pages[1]),
    "pitch": lambda pages: claims.line_pitch(claims.text_lines(pages[1]), 29.45),
    "first ink": lambda pages: claims.first_ink(pages[1]),
    "sides": lambda pages: claims.inside_type_area(pages[1]),
    "overlap": lambda pages: claims.no_overlap(pages[1]),
    "fonts": claims.only_stand_in_fonts,
    "mark": lambda pages: claims.issuing_mark_top(pages[0]),
    "number": lambda pages: claims.number_to_red_line(pages[0]),
    "red line": lambda pages: claims.red_line(pages[0]),
    "title": lambda pages: claims.title_below_line(pages[0]),
    "odd number": lambda pages: claims.page_number(pages[0]),
    "even number": lambda pages: claims.page_number(pages[1]),
    "last rule": claims.last_colophon_rule,
    "rule thickness": claims.colophon_rule_thickness,
    "below colophon": claims.nothing_below_colophon,
}

MOVED: list[tuple[str, str, Specimen]] = [
    ("paper", "page height", replace(RIGHT, paper_height=16838 + SIX_MM)),
    ("lines", "lines on page 2", replace(RIGHT, pitch=600)),
    ("han", "wanted 28", replace(RIGHT, tracking=0)),
    ("pitch", "line pitch", replace(RIGHT, pitch=579)),
    ("first ink", "first ink", replace(RIGHT, page_top=1892 + SIX_MM)),
    ("sides", "left edge", replace(RIGHT, page_left=1588 - SIX_MM)),
    ("overlap", "printed over", replace(RIGHT, pitch=200)),
    ("fonts", "is set in", replace(RIGHT, body_font="无此字体")),
    ("mark", "ink top", replace(RIGHT, mark_before=2161 + SIX_MM)),
    ("mark", "no red ink", replace(RIGHT, mark_colour="000000")),
    ("number", "to the red line", replace(RIGHT, line_below_number=141 + SIX_MM)),
    ("red line", "left end", replace(RIGHT, line_indent=SIX_MM)),
    ("red line", "colour", replace(RIGHT, line_colour="FF3333")),
    ("title", "to the title", replace(RIGHT, title_before=972 + SIX_MM)),
    ("odd number", "dash", replace(RIGHT, footer=1425 - SIX_MM)),
    ("odd number", "right edge", replace(RIGHT, number_indent=280 + SIX_MM)),
    ("even number", "left edge", replace(RIGHT, number_indent=280 + SIX_MM)),
    ("last rule", "last rule", replace(RIGHT, colophon_foot=SIX_MM)),
    ("rule thickness", "thickness", replace(RIGHT, colophon_edge=12)),
    ("below colophon", "body text", replace(RIGHT, colophon_size=32)),
]


@pytest.fixture(scope="module")
def laid_out(lay_out: Callable[[Mapping[str, bytes]], dict[str, Pages]]) -> dict[str, Pages]:
    wrong = {f"{claim}: {message}": specimen.docx() for claim, message, specimen in MOVED}
    return lay_out({"right": RIGHT.docx(), **wrong})


@pytest.mark.parametrize("claim", CLAIMS)
def test_claim_holds_for_the_right_document(laid_out: dict[str, Pages], claim: str) -> None:
    CLAIMS[claim](laid_out["right"])


@pytest.mark.parametrize(("claim", "message"), [(claim, message) for claim, message, _ in MOVED])
def test_claim_fails_where_its_thing_is_moved(laid_out: dict[str, Pages], claim: str, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        CLAIMS[claim](laid_out[f"{claim}: {message}"])


def test_every_claim_has_been_seen_to_fail() -> None:
    assert {claim for claim, _, _ in MOVED} == set(CLAIMS)


def test_lines_say_what_was_written_in_which_face_and_size(laid_out: dict[str, Pages]) -> None:
    page = laid_out["right"][0]
    mark = page.line_with("办公厅文件")
    title = page.line_with("关于做好")
    assert (mark.text, mark.font, mark.visible[0].colour) == (
        "××省人民政府办公厅文件",
        "FandolSong-Regular",
        (255, 0, 0),
    )
    assert mark.size == pytest.approx(36, abs=0.1)
    assert (title.text, title.font) == ("关于做好公文处理工作的通知", "FandolSong-Regular")
    assert title.size == pytest.approx(22, abs=0.1)
    assert (mark.x0 + mark.x1) / 2 == pytest.approx(106, abs=0.2)
    assert laid_out["right"][1].lines[3].font == "FandolFang-Regular"


def test_rules_have_their_drawn_thickness(laid_out: dict[str, Pages]) -> None:
    pages = laid_out["right"]
    assert [rule.thickness for rule in pages[0].rules] == [pytest.approx(0.529, abs=0.01)]
    assert [rule.thickness for rule in pages[-1].rules] == pytest.approx([0.353, 0.265, 0.353], abs=0.01)


def test_ink_is_found_by_colour_and_window(laid_out: dict[str, Pages]) -> None:
    page = laid_out["right"][0]
    line = claims.find_red_line(page)
    around = Box(0, line.top - 1, page.width, line.bottom + 1)
    red = ink_box(page, around, "red")
    assert red is not None
    assert (red.x0, red.x1, red.y) == pytest.approx((line.x0, line.x1, line.y), abs=0.1)
    assert ink_box(page, around, "black") is None
    assert ink_box(page, Box(0, 0, page.width, 30)) is None
    assert ink_rows(page, around) == [pytest.approx((red.top, red.bottom))]
    assert ink_columns(page, around) == [pytest.approx((red.x0, red.x1))]


def test_an_unreadable_document_is_named(libreoffice: LibreOffice) -> None:
    with pytest.raises(ConversionError, match="broken"):
        libreoffice.to_pdfs({"broken": b"PK\x03\x04 this is no Word file"})
