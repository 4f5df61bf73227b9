"""The page of a layout in twips."""

from officegen.packs.build.markup import w
from officegen.standard import Layout, load, units

_HEADER = 851
"""Distance of headers from the top of the paper; Word's own, no standard page has a header."""

_COLUMN_GAP = 425
"""Word's own distance between columns, of which a page has one."""


def page_setup(layout: Layout) -> str:
    """Write paper, margins and grid, the children of ``w:sectPr`` after the references to footers."""
    standard, page = load(), layout.profile
    paper = standard.rules.paper
    grid = {"type": "lines"} if page.grid else {}
    return "".join(
        [
            w(
                "pgSz",
                w=units.twips_from_millimetres(paper.width),
                h=units.twips_from_millimetres(paper.height),
            ),
            w(
                "pgMar",
                top=units.twips_from_millimetres(page.top),
                right=standard.right_margin,
                bottom=units.twips_from_millimetres(page.bottom),
                left=standard.left_margin,
                header=_HEADER,
                footer=units.twips_from_millimetres(standard.rules.page_number.foot),
                gutter=0,
            ),
            w("cols", space=_COLUMN_GAP),
            w("docGrid", **grid, linePitch=page.line_twips),
        ]
    )


def colophon_foot(layout: Layout) -> int:
    """Return how far above the bottom margin the last rule of the colophon lies, in twips (7.4.1)."""
    rules = load().rules
    return units.twips_from_millimetres(rules.paper.height - layout.profile.bottom - rules.colophon.last_rule)
