"""What GB/T 9704-2012 asks of a laid-out page, each figure as one claim.

A claim is a function that raises AssertionError with the measured value beside the wanted one. Distances are mm
from the top left corner of the page and are measured on the ink, as the standard means them; edges of text are
those of the characters' advance. Targets and tolerances are those that hold in LibreOffice with the stand-in
fonts; another target (a letter's mark, a profile whose first line sits lower) is an argument.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from tests.support.fandol import STAND_INS
from tests.support.ink import ink_box, ink_rows, whole
from tests.support.page import BLACK, MM_PER_POINT, RED, Box, Page, Rule, TextLine, gaps

TYPE_AREA = Box(x0=28.0, top=37.0, x1=184.0, bottom=262.0)
"""The 版心 on A4: 156 × 225 mm."""

HANGING = 5.7
"""How far (mm) a mark of punctuation at the end of a line may hang outside: one 字 at size 3."""

NUMBER_ONE_EM = 14 * MM_PER_POINT
"""One 字 at size 4, the size of the page number and of the colophon: 4.94 mm."""

_BELOW_TYPE_AREA = TYPE_AREA.bottom + 3
"""Lines with baselines under this are no part of the text."""

_PAGE_NUMBER = re.compile(r"— ?(\d+) ?—")


def _near(what: str, measured: float, target: float, tolerance: float, unit: str = "mm") -> None:
    assert abs(measured - target) <= tolerance, (
        f"{what}: measured {measured:.2f} {unit}, wanted {target:.2f} ± {tolerance:g}"
    )


def _ink(page: Page, what: str, window: Box, red: bool = False) -> Box:
    found = ink_box(page, window, "red" if red else "black")
    assert found is not None, f"{what}: no {'red' if red else 'black'} ink on page {page.number} in {window}"
    return found


# Paper and text ---------------------------------------------------------------------------------------------


def text_lines(page: Page) -> list[TextLine]:
    """The lines above the foot of the type area: all but the page number."""
    return [line for line in page.lines if line.baseline < _BELOW_TYPE_AREA]


def paper_is_a4(page: Page) -> None:
    """210 × 297 mm."""
    _near("page width", page.width, 210, 0.2)
    _near("page height", page.height, 297, 0.2)


def lines_per_full_page(page: Page, lines: int = 22) -> None:
    """A page full of text holds 22 lines."""
    measured = len(text_lines(page))
    assert measured == lines, f"lines on page {page.number}: measured {measured}, wanted {lines}"


def han_per_full_line(page: Page, han: int = 28) -> None:
    """Every line that is all Chinese characters and fills the width holds 28; the page has such a line."""
    full = [
        line
        for line in text_lines(page)
        if line.only_han and line.x0 < TYPE_AREA.x0 + 0.5 and line.x1 > TYPE_AREA.x1 - 1.5
    ]
    assert full, f"page {page.number} has no full line of Chinese characters to count"
    for line in full:
        assert line.han == han, f"characters in a full line: measured {line.han}, wanted {han}: {line.text}"


def line_pitch(lines: Sequence[TextLine], points: float, tolerance: float = 0.1) -> None:
    """From each of the lines to the next it is `points`."""
    assert len(lines) > 1, "line pitch: fewer than two lines to measure"
    for line, gap in zip(lines[1:], gaps(lines), strict=True):
        _near(f"line pitch above {line.text!r}", gap / MM_PER_POINT, points, tolerance, "pt")


def first_ink(page: Page, top: float = TYPE_AREA.top, tolerance: float = 1.0) -> None:
    """The first ink on the page is at the head of the type area."""
    bands = ink_rows(page, whole(page))
    assert bands, f"page {page.number} is bare"
    _near(f"first ink on page {page.number}", bands[0][0], top, tolerance)


def inside_type_area(page: Page, tolerance: float = 0.3) -> None:
    """No text line leaves the type area at the sides, but for hanging punctuation."""
    for line in text_lines(page):
        assert line.x0 > TYPE_AREA.x0 - tolerance, (
            f"left edge: measured {line.x0:.2f} mm, wanted {TYPE_AREA.x0}: {line.text}"
        )
        hanging = 0.0 if line.visible[-1].text.isalnum() else HANGING
        assert line.x1 < TYPE_AREA.x1 + hanging + tolerance, (
            f"right edge: measured {line.x1:.2f} mm, wanted {TYPE_AREA.x1}: {line.text}"
        )


def no_overlap(page: Page) -> None:
    """No two lines are printed over each other."""
    for above, below in combinations(page.lines, 2):
        apart = below.baseline - above.baseline
        if apart < 0.7 * min(above.size, below.size) * MM_PER_POINT:
            clash = min(above.x1, below.x1) - max(above.x0, below.x0)
            assert clash <= 0, (
                f"page {page.number}: {below.text!r} is {apart:.2f} mm under {above.text!r}, printed over it"
            )


def only_stand_in_fonts(pages: Iterable[Page], also: Iterable[str] = ()) -> None:
    """Every visible character is in a stand-in font (or one whose name starts as in `also`): no fallback."""
    allowed = (*STAND_INS, *also)
    for page in pages:
        for line in page.lines:
            for char in line.visible:
                assert char.font.startswith(allowed), (
                    f"page {page.number}: {char.text!r} in {line.text!r} is set in {char.font}, not in one of "
                    f"{', '.join(allowed)}"
                )


# Masthead ---------------------------------------------------------------------------------------------------


def find_red_line(page: Page) -> Rule:
    """The one red rule across the page (the uppermost, in a letter)."""
    red = [rule for rule in page.rules if rule.colour[0] > 150 and max(rule.colour[1:]) < 100]
    assert red, f"page {page.number} has no red line"
    return red[0]


def issuing_mark_top(page: Page, top: float = 72.0, tolerance: float = 1.0) -> None:
    """The red ink of the issuing mark begins 35 mm below the head of the type area."""
    window = Box(0, 0, page.width, find_red_line(page).top - 0.5)
    _near("issuing mark, ink top", _ink(page, "issuing mark", window, red=True).top, top, tolerance)


def number_to_red_line(page: Page, gap: float = 4.0, tolerance: float = 0.6) -> None:
    """From the foot of the document number's ink to the red line's upper edge it is 4 mm."""
    line = find_red_line(page)
    above = [text for text in page.lines if text.baseline < line.top]
    assert above, "document number: no text above the red line"
    number = above[-1]
    window = Box(0, number.baseline - number.size * MM_PER_POINT, page.width, line.top - 0.1)
    bottom = _ink(page, "document number", window).bottom
    _near(f"from {number.text!r} to the red line", line.top - bottom, gap, tolerance)


def red_line(page: Page, tolerance: float = 0.2) -> None:
    """The red line is as wide as the type area, and pure red."""
    line = find_red_line(page)
    _near("red line, left end", line.x0, TYPE_AREA.x0, tolerance)
    _near("red line, right end", line.x1, TYPE_AREA.x1, tolerance)
    assert line.colour == RED, f"red line: measured colour {line.colour}, wanted {RED}"


def title_below_line(page: Page, gap: float = 20.78, tolerance: float = 0.8) -> None:
    """From the red line's lower edge to the title's ink there are two lines."""
    line = find_red_line(page)
    ink = _ink(page, "title", Box(0, line.bottom + 0.2, page.width, page.height))
    _near("from the red line to the title", ink.top - line.bottom, gap, tolerance)


# Page number ------------------------------------------------------------------------------------------------


def find_page_number(page: Page) -> TextLine | None:
    """The line `— 1 —` below the type area; None where the page carries none."""
    return next(
        (
            line
            for line in page.lines
            if line.baseline >= _BELOW_TYPE_AREA and _PAGE_NUMBER.fullmatch(line.text)
        ),
        None,
    )


def page_number(page: Page, number: int | None = None, tolerance: float = 0.3) -> None:
    """The page carries its number, `page.number` unless told, at the outer side, one 字 from the edge.

    Odd pages at the right, even ones at the left, `tolerance` mm; the ink of the dash is 7 mm below the type
    area, ± 0.7 mm; the size is 14 pt.
    """
    wanted = page.number if number is None else number
    line = find_page_number(page)
    assert line is not None, f"page {page.number}: no page number below the type area"
    match = _PAGE_NUMBER.fullmatch(line.text)
    assert match is not None
    assert int(match[1]) == wanted, f"page {page.number}: measured number {match[1]}, wanted {wanted}"
    if wanted % 2:
        _near("odd page number, right edge", line.x1, TYPE_AREA.x1 - NUMBER_ONE_EM, tolerance)
    else:
        _near("even page number, left edge", line.x0, TYPE_AREA.x0 + NUMBER_ONE_EM, tolerance)
    _near("page number, size", line.size, 14, 0.1, "pt")
    dash = line.visible[0]
    window = Box(dash.x0, dash.baseline - NUMBER_ONE_EM, dash.x1, dash.baseline + 1)
    _near("page number, dash", _ink(page, "page number's dash", window).y, TYPE_AREA.bottom + 7, 0.7)


# Colophon ---------------------------------------------------------------------------------------------------


def find_colophon_rules(page: Page) -> list[Rule]:
    """The black rules as wide as the type area that belong to no table with upright lines."""

    def crossed(rule: Rule) -> bool:
        return any(
            upright.box.top < rule.bottom + 0.3 and upright.box.bottom > rule.top - 0.3
            for upright in page.uprights
        )

    return [
        rule
        for rule in page.rules
        if rule.colour == BLACK
        and abs(rule.x0 - TYPE_AREA.x0) < 0.3
        and abs(rule.x1 - TYPE_AREA.x1) < 0.3
        and not crossed(rule)
    ]


def last_colophon_rule(pages: Sequence[Page], y: float = TYPE_AREA.bottom, tolerance: float = 0.5) -> None:
    """The last rule of the colophon is the foot of the last page's type area; no other page has such rules."""
    rules = find_colophon_rules(pages[-1])
    assert rules, f"the last page ({len(pages)}) has no rule as wide as the type area"
    _near("last rule of the colophon", rules[-1].y, y, tolerance)
    for page in pages[:-1]:
        assert not find_colophon_rules(page), f"page {page.number} of {len(pages)} has rules of the colophon"


def colophon_rule_thickness(pages: Sequence[Page], tolerance: float = 0.03) -> None:
    """The first and the last rule are 0.35 mm thick, those between 0.25 mm."""
    rules = find_colophon_rules(pages[-1])
    assert len(rules) > 1, f"colophon: measured {len(rules)} rules, wanted at least 2"
    for place, rule in enumerate(rules):
        wanted = 0.35 if place in (0, len(rules) - 1) else 0.25
        _near(f"rule {place + 1} of the colophon, thickness", rule.thickness, wanted, tolerance)


def nothing_below_colophon(pages: Sequence[Page]) -> None:
    """Below the first rule there is only the colophon, size 4, and its lines do not overlap.

    Nothing but the page number stands below the last rule.
    """
    page = pages[-1]
    rules = find_colophon_rules(page)
    assert rules, f"the last page ({len(pages)}) has no rule as wide as the type area"
    for line in text_lines(page):
        if line.baseline > rules[0].top:
            assert abs(line.size - 14) < 0.2, (
                f"below the first rule of the colophon ({rules[0].y:.2f} mm) stands body text of "
                f"{line.size:.1f} pt at {line.baseline:.2f} mm: {line.text}"
            )
            assert line.baseline < rules[-1].bottom, (
                f"below the last rule of the colophon ({rules[-1].y:.2f} mm) stands {line.text!r}"
            )
    no_overlap(page)
