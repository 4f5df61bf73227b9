"""Paragraph and run properties of an element, their children in the order that the schema asks for."""

from dataclasses import dataclass

from officegen.packs.build.markup import w, when
from officegen.standard import Element, Layout, Page, RunStyle, load, units, vertical

LATIN_FALLBACK = "Times New Roman"
"""Font of complex scripts, and of nothing else unless a layout asks for it."""

_SINGLE = 240
_PERCENT = 100


def paragraph_properties(element: Element, layout: Layout) -> str:
    """Write the ``w:pPr`` of the paragraph style of an element."""
    spacing = _spacing(element, layout)
    return w(
        "pPr",
        when(element.keep_next, w("keepNext")),
        when(element.page_break_before, w("pageBreakBefore")),
        w("widowControl", val=0),
        _rule_below(element),
        _tabs(element),
        w("kinsoku", val=1),
        w("overflowPunct", val=0),
        w("autoSpaceDE", val=0),
        w("autoSpaceDN", val=0),
        w("adjustRightInd", val=0),
        w("snapToGrid", val=int(spacing.on_grid)),
        w("spacing", before=spacing.before, after=spacing.after, line=spacing.line, lineRule=spacing.rule),
        _indent(element),
        w("jc", val=element.align),
        _outline(element),
    )


def run_properties(element: Element | RunStyle, layout: Layout) -> str:
    """Write the ``w:rPr`` of the style of an element or of a stretch of text."""
    bold = element.bold or (element.level == 2 and layout.second_level_bold)
    weight = when(bold, w("b") + w("bCs"))
    if isinstance(element, RunStyle):
        return w("rPr", fonts(element.face, layout) if element.face else "", weight)
    size = units.half_points(element.size)
    return w(
        "rPr",
        fonts(element.face, layout, own_latin=element.own_latin),
        weight,
        when(element.color != "auto", w("color", val=element.color)),
        w("spacing", val=units.twips_from_points(element.letter_spacing)),
        w("sz", val=size),
        w("szCs", val=size),
    )


def fonts(face: str, layout: Layout, *, own_latin: bool = False) -> str:
    """Write the ``w:rFonts`` of a typeface.

    Args:
        face: Key of the typeface.
        layout: Says which font digits and letters take.
        own_latin: Whether digits and letters stay in the typeface all the same.

    Returns:
        The element. Its hint sets characters that both scripts use, such as “ ” and —, in the Chinese font.
    """
    chinese = load().faces[face]
    latin = chinese.name if own_latin else layout.latin_font or chinese.name
    return w("rFonts", hint="eastAsia", ascii=latin, hAnsi=latin, eastAsia=chinese.name, cs=LATIN_FALLBACK)


@dataclass(frozen=True, slots=True)
class _Spacing:
    """Values of ``w:spacing`` in twips, and whether lines stand on the document grid."""

    line: int
    rule: str
    before: int
    after: int = 0
    on_grid: bool = False


def _spacing(element: Element, layout: Layout) -> _Spacing:
    page = layout.profile
    before = round(element.lines_before * page.line_twips)
    after = round(element.lines_after * page.line_twips)
    match element.line:
        case "derived":
            place = _derived(element, page)
            return _Spacing(place.line, "exact", place.before, place.after)
        case "single":
            return _Spacing(_SINGLE, "auto", before, after)
        case "body" if page.grid:
            return _Spacing(_SINGLE, "auto", before, after, on_grid=True)
        case _:
            return _Spacing(element.line_twips(page.line_twips), "exact", before, after)


def _derived(element: Element, page: Page) -> vertical.Vertical:
    match element.key:
        case "red_line":
            return vertical.red_line(page.line_twips)
        case "issuing_mark":
            return vertical.issuing_mark(
                element.size, units.twips_from_millimetres(page.top), page.line_twips
            )
        case _:
            return vertical.Vertical(vertical.mark_line(element.size), 0, 0)


def _rule_below(element: Element) -> str:
    if element.key != "red_line":
        return ""
    thickness = units.eighth_points(load().rules.red_line.thickness)
    return w("pBdr", w("bottom", val="single", sz=thickness, space=0, color=element.color))


def _tabs(element: Element) -> str:
    if element.tab_from_right is None:
        return ""
    position = load().text_width - _characters(element.tab_from_right, element)
    return w("tabs", w("tab", val="right", pos=position))


def _indent(element: Element) -> str:
    """Write ``w:ind`` in characters for Word and in twips for the others.

    In Word ``leftChars`` counts to the first line, ``left`` to the lines below a hanging one.
    """
    distances = {
        "left": (element.left - element.hanging, element.left),
        "right": (element.right, element.right),
        "hanging": (element.hanging, element.hanging),
        "firstLine": (element.first_line, element.first_line),
    }
    attributes: dict[str, str | int] = {}
    for name, (in_characters, whole) in distances.items():
        if in_characters:
            attributes[f"{name}Chars"] = round(in_characters * _PERCENT)
        if whole:
            attributes[name] = _characters(whole, element)
    return when(attributes, w("ind", **attributes))


def _outline(element: Element) -> str:
    return "" if element.level is None else w("outlineLvl", val=element.level - 1)


def _characters(count: float, element: Element) -> int:
    return units.twips_from_points(count * element.size)
