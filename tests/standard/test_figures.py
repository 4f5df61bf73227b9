"""The data of the standard: complete, and the figures that were measured come out of it."""

import re

import pytest

from officegen.standard import Element, Provision, RunStyle, TableStyle, load, units, vertical

STANDARD = load()
PROVISIONS: dict[str, Provision] = {
    **{f"elements.{key}": each for key, each in STANDARD.elements.items()},
    **{f"run_styles.{key}": each for key, each in STANDARD.run_styles.items()},
    **{f"table_styles.{key}": each for key, each in STANDARD.table_styles.items()},
    **{f"pages.{key}": each for key, each in STANDARD.pages.items()},
    **{f"layout.{key}": each for key, each in STANDARD.layout.items()},
    **{f"rules.{key}": getattr(STANDARD.rules, key) for key in STANDARD.rules.__dataclass_fields__},
}


@pytest.mark.parametrize("name", PROVISIONS)
def test_everything_names_its_clause_and_strength(name: str) -> None:
    provision = PROVISIONS[name]
    assert re.fullmatch(r"\d+(\.\d+)*", provision.clause)
    assert provision.strength in ("应当", "一般", "推荐", "可以", "practice")


def test_no_two_styles_share_a_name() -> None:
    standard = STANDARD
    styled: tuple[Element | RunStyle | TableStyle, ...] = (
        *standard.elements.values(),
        *standard.run_styles.values(),
        *standard.table_styles.values(),
    )
    names = [each.style for each in styled]
    assert len(names) == len(set(names))


def test_text_is_156_millimetres_wide_between_margins_of_28_and_26() -> None:
    assert (STANDARD.left_margin, STANDARD.text_width, STANDARD.right_margin) == (1588, 8844, 1474)


@pytest.mark.parametrize("page", STANDARD.pages)
def test_22_lines_fill_a_page_and_23_do_not_fit(page: str) -> None:
    profile = STANDARD.pages[page]
    height = STANDARD.rules.paper.height - profile.top - profile.bottom
    lines = units.twips_from_millimetres(height) // profile.line_twips
    assert lines == STANDARD.rules.type_area.lines


def test_28_characters_fill_a_body_line_and_29_do_not_fit() -> None:
    body = STANDARD.elements["body"]
    advance = units.twips_from_points(body.size + body.letter_spacing)
    assert STANDARD.text_width // advance == STANDARD.rules.type_area.characters


@pytest.mark.parametrize("page", STANDARD.pages)
def test_the_mark_is_inked_72_millimetres_below_the_top_of_the_page(page: str) -> None:
    profile = STANDARD.pages[page]
    top = units.twips_from_millimetres(profile.top)
    mark = vertical.issuing_mark(36, top, profile.line_twips)
    ink = top + mark.before + STANDARD.rules.display_ink.lead(mark.line, units.twips_from_points(36))
    assert ink == pytest.approx(units.twips_from_millimetres(72), abs=1)


def test_a_mark_over_the_red_line_keeps_the_distance_of_a_document_number() -> None:
    assert vertical.issuing_mark(62, 2098, 579, document_number=False).after == 0
    assert vertical.issuing_mark(22, 2098, 579, document_number=False).after == pytest.approx(53, abs=1)


def test_measured_places_of_red_line() -> None:
    assert vertical.red_line(589) == vertical.Vertical(line=156, before=0, after=950)
