"""The colophon (7.4): a floating table whose last rule lies on the foot of the type area."""

from officegen.packs.build.geometry import colophon_foot
from officegen.packs.build.markup import w, when
from officegen.packs.build.names import style_id
from officegen.packs.build.sheet import Sheet
from officegen.standard import load


def colophon(sheet: Sheet) -> str:
    """Write the colophon with its tags, and below it the paragraph on which it hangs.

    That paragraph must be the last one of the document.
    """
    width = load().text_width
    foot = colophon_foot(sheet.layout)
    table = w(
        "tbl",
        _properties(has_foot=bool(foot)),
        w("tblGrid", w("gridCol", w=width)),
        sheet.rows_when("版记.抄送", sheet.row("copy_to", "抄送：{{ 版记.抄送 }}")),
        sheet.rows_when(
            "版记.印发机关", sheet.row("printed", "{{ 版记.印发机关 }}\t{{ 版记.印发日期 }}印发")
        ),
        when(foot, sheet.blank_row("sliver", foot)),
    )
    return table + sheet.paragraph("sliver")


def _properties(*, has_foot: bool) -> str:
    """Write the place of the table: at the foot of the margin, as wide as the text.

    It is placed from the edge of the page, because LibreOffice leaves a table that is placed from the
    margin in the flow of the text.
    """
    standard = load()
    return w(
        "tblPr",
        w("tblStyle", val=style_id(standard.table_styles["colophon"])),
        w(
            "tblpPr",
            leftFromText=0,
            rightFromText=0,
            topFromText=0,
            bottomFromText=0,
            vertAnchor="margin",
            horzAnchor="page",
            tblpX=standard.left_margin,
            tblpYSpec="bottom",
        ),
        w("tblOverlap", val="never"),
        w("tblW", w=standard.text_width, type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val="0040" if has_foot else "0000",
            firstRow=0,
            lastRow=int(has_foot),
            firstColumn=0,
            lastColumn=0,
            noHBand=0,
            noVBand=0,
        ),
    )
