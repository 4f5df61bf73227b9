"""Where lines must lie so that the ink keeps the distances of the standard (7.2.4 to 7.3.1).

The standard measures from inked edge to inked edge, Word from line to line; the difference is the white
above and below the ink in a line, which ``rules.ink`` knows.
"""

from dataclasses import dataclass

from officegen.standard import units
from officegen.standard.source import load


@dataclass(frozen=True, slots=True)
class Vertical:
    """Vertical place of a paragraph, in twips.

    Attributes:
        line: Exact line height.
        before: Space above.
        after: Space below.
    """

    line: int
    before: int
    after: int


def mark_line(size: float) -> int:
    """Return the line height in twips of an issuing mark whose font size is ``size`` points."""
    return round(units.twips_from_points(size) * load().rules.issuing_mark.line_factor)


def issuing_mark(size: float, top_margin: int, body_line: int, *, document_number: bool = True) -> Vertical:
    """Place the issuing mark that opens a page (7.2.4).

    Args:
        size: Font size of the mark in points.
        top_margin: Top margin of the page in twips.
        body_line: Pitch of body lines in twips.
        document_number: Whether the document number follows; otherwise the red line does.

    Returns:
        The place: ink top as far from the top of the page as it must be, and below it the distance to what
        follows.
    """
    standard = load()
    rule, ink, number = standard.rules.issuing_mark, standard.rules.ink, standard.elements["document_number"]
    mark = standard.rules.display_ink
    line, height = mark_line(size), units.twips_from_points(size)
    before = units.twips_from_millimetres(rule.top) - top_margin - mark.lead(line, height)
    white = mark.below(line, height)
    if document_number:
        gap = units.twips_from_millimetres(rule.gap_below)
        after = gap - white - ink.lead(body_line, number.size_twips)
    else:
        after = ink.below(body_line, number.size_twips) - white
    return Vertical(line, max(0, round(before)), max(0, round(after)))


def red_line(body_line: int) -> Vertical:
    """Place the empty paragraph whose bottom border is the red line (7.2.7).

    Args:
        body_line: Pitch of body lines in twips.

    Returns:
        The place: the border below the document number, the title below the border. Half the thickness of
        the border counts as part of the paragraph, as some programs draw it inside and others outside.
    """
    standard = load()
    rule, ink = standard.rules.red_line, standard.rules.ink
    number, title = standard.elements["document_number"], standard.elements["title"]
    white = ink.below(body_line, number.size_twips)
    half_rule = units.twips_from_points(rule.thickness) / 2
    line = units.twips_from_millimetres(rule.gap_above) - white + half_rule
    lead = standard.rules.display_ink.lead(title.line_twips(body_line), title.size_twips)
    return Vertical(round(line), 0, round(units.twips_from_millimetres(rule.gap_below) - lead))
