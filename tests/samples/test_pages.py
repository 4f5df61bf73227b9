"""Every sample as LibreOffice lays it out: pages that need no touching up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from officegen import render
from tests.samples.samples import FORMS, paragraphs, read, typed, word_file
from tests.support import claims
from tests.support.page import RED, Page

pytestmark = pytest.mark.libreoffice

EVERY = pytest.mark.parametrize("name", FORMS)

NUMBERED_BY_WORD = ("会议通知-红头", "讲话稿-创文动员会")

SIGN_OFF = ("发文机关署名", "盖章署名", "联合署名", "成文日期")
"""The styles of a sign-off."""

Laid = Mapping[str, list[Page]]


@pytest.fixture(scope="module")
def laid(lay_out: Callable[[Mapping[str, bytes]], dict[str, list[Page]]]) -> Laid:
    """The pages of every sample, and of two with numbers made by Word, in one run of LibreOffice."""
    files = {name: word_file(name) for name in FORMS}
    return lay_out(
        files | {f"{name}, auto": render(read(name), numbering="auto") for name in NUMBERED_BY_WORD}
    )


@EVERY
def test_every_page_is_a4_with_its_number_outside(laid: Laid, name: str) -> None:
    for page in laid[name]:
        claims.paper_is_a4(page)
        claims.page_number(page)


@EVERY
def test_only_the_stand_in_fonts_are_used(laid: Laid, name: str) -> None:
    claims.only_stand_in_fonts(laid[name])


@EVERY
def test_everything_is_inside_the_type_area(laid: Laid, name: str) -> None:
    for page in laid[name]:
        claims.inside_type_area(page)
        claims.no_overlap(page)
        below = [line.text for line in page.lines if line.baseline > claims.TYPE_AREA.bottom]
        assert len(below) == 1, f"page {page.number}: below the type area stand {below}"
        for rule in (*page.rules, *page.uprights):
            assert claims.TYPE_AREA.x0 - 0.5 < rule.x0 <= rule.x1 < claims.TYPE_AREA.x1 + 0.5
            assert rule.bottom < claims.TYPE_AREA.bottom + 0.5


@EVERY
def test_the_colophon_stands_at_the_foot_of_the_last_page(laid: Laid, name: str) -> None:
    if "版记" in typed(name):
        claims.last_colophon_rule(laid[name])
        claims.colophon_rule_thickness(laid[name])
        claims.nothing_below_colophon(laid[name])
    else:
        assert not any(claims.find_colophon_rules(page) for page in laid[name])


@EVERY
def test_the_masthead_stands_where_it_must(laid: Laid, name: str) -> None:
    first, *further = laid[name]
    if "版头" in typed(name):
        claims.issuing_mark_top(first)
        claims.number_to_red_line(first)
        claims.red_line(first)
        claims.title_below_line(first)
    else:
        further = laid[name]
    for page in further:
        assert not [rule for rule in page.rules if rule.colour == RED]


@EVERY
def test_no_closing_line_is_alone_on_a_page(laid: Laid, name: str) -> None:
    if closing := typed(name).get("结束语") or typed(name).get("closing"):
        assert closing not in _heads_of_further_pages(laid[name])


@EVERY
def test_no_sign_off_is_without_text_on_its_page(laid: Laid, name: str) -> None:
    signed = [one.text for one in paragraphs(name) if one.style in SIGN_OFF and one.text]
    heads = _heads_of_further_pages(laid[name])
    assert not [head for head in heads if any(text in head for text in signed)]


@EVERY
def test_no_line_of_a_title_is_a_stump(laid: Laid, name: str) -> None:
    title = next(one.text for one in paragraphs(name) if one.style == "公文标题").replace(" ", "")
    lines = [line for line in laid[name][0].lines if abs(line.size - 22) < 0.1]
    assert "".join(line.text for line in lines).replace(" ", "") == title
    assert all(len(line.text) > 2 for line in lines)
    middle = (claims.TYPE_AREA.x0 + claims.TYPE_AREA.x1) / 2
    for line in lines:
        assert (line.x0 + line.x1) / 2 == pytest.approx(middle, abs=1.5), line.text


@pytest.mark.parametrize("name", NUMBERED_BY_WORD)
def test_word_counts_as_the_text_does(laid: Laid, name: str) -> None:
    as_text, by_word = (
        ["".join(line.text for line in page.lines).replace(" ", "") for page in laid[key]]
        for key in (name, f"{name}, auto")
    )
    assert by_word == as_text


def _heads_of_further_pages(pages: list[Page]) -> list[str]:
    """The first line of every page but the first, which begins with the title or the masthead."""
    return [page.lines[0].text for page in pages[1:]]
