"""``styles.xml``: one Word style for each element of the standard."""

from dataclasses import replace

from officegen.packs.build.borders import border
from officegen.packs.build.geometry import colophon_foot
from officegen.packs.build.markup import root, w, when
from officegen.packs.build.names import DIRECTIVE, style_id
from officegen.packs.build.properties import fonts, paragraph_properties, run_properties
from officegen.standard import Element, Layout, RunStyle, TableStyle, load, units

_NORMAL = "Normal"
_DEFAULT_FONT = "DefaultParagraphFont"
_TABLE_NORMAL = "TableNormal"
_LAST_PRIORITY = 99


def styles_part(layout: Layout) -> str:
    """Write ``styles.xml`` for a layout."""
    standard = load()
    elements = enumerate(standard.elements.values(), start=1)
    run_styles = enumerate(standard.run_styles.values(), start=1 + len(standard.elements))
    gallery = w("qFormat")
    return root(
        "styles",
        _defaults(layout),
        _normal(layout),
        _style("character", _DEFAULT_FONT, "Default Paragraph Font", w("semiHidden"), default=True),
        _style(
            "table",
            _TABLE_NORMAL,
            "Normal Table",
            w("semiHidden"),
            w("tblPr", _cell_margins(0)),
            default=True,
        ),
        *(_paragraph_style(each, layout, w("uiPriority", val=rank) + gallery) for rank, each in elements),
        _paragraph_style(DIRECTIVE, layout, w("uiPriority", val=_LAST_PRIORITY) + w("semiHidden")),
        *(_run_style(each, layout, w("uiPriority", val=rank) + gallery) for rank, each in run_styles),
        *(_table_style(each, layout) for each in standard.table_styles.values()),
    )


def _defaults(layout: Layout) -> str:
    body = load().elements["body"]
    size = units.half_points(body.size)
    run = w(
        "rPr",
        fonts(body.face, layout),
        w("sz", val=size),
        w("szCs", val=size),
        w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _normal(layout: Layout) -> str:
    plain = replace(load().elements["body"], first_line=0)
    look = paragraph_properties(plain, layout) + run_properties(plain, layout)
    return _style("paragraph", _NORMAL, "Normal", w("uiPriority", val=0), look, default=True)


def _style(kind: str, identifier: str, name: str, *content: str, default: bool = False) -> str:
    marks = {"default": 1} if default else {}
    return w("style", w("name", val=name), *content, type=kind, **marks, styleId=identifier)


def _paragraph_style(element: Element, layout: Layout, place: str) -> str:
    following = when(element.level, w("next", val=style_id(load().elements["body"])))
    look = paragraph_properties(element, layout) + run_properties(element, layout)
    based = w("basedOn", val=_NORMAL)
    return _style("paragraph", style_id(element), element.style, based, following, place, look)


def _run_style(style: RunStyle, layout: Layout, place: str) -> str:
    based = w("basedOn", val=_DEFAULT_FONT)
    return _style("character", style_id(style), style.style, based, place, run_properties(style, layout))


def _table_style(style: TableStyle, layout: Layout) -> str:
    borders = w(
        "tblBorders",
        *(
            border(side, thickness)
            for side, thickness in (
                ("top", style.top),
                ("left", style.sides),
                ("bottom", style.bottom),
                ("right", style.sides),
                ("insideH", style.inside_horizontal),
                ("insideV", style.inside_vertical),
            )
        ),
    )
    margins = _cell_margins(units.twips_from_millimetres(style.cell_margin))
    return _style(
        "table",
        style_id(style),
        style.style,
        w("basedOn", val=_TABLE_NORMAL),
        w("uiPriority", val=_LAST_PRIORITY),
        w("tblPr", borders + margins),
        w("tcPr", w("vAlign", val="center")),
        when(style.key == "colophon" and colophon_foot(layout), _row_below_the_last_rule(style)),
    )


def _row_below_the_last_rule(style: TableStyle) -> str:
    """Move the bottom rule of a table above its last row, which then is white to the foot of the page."""
    borders = border("top", style.bottom) + border("bottom", 0)
    return w("tblStylePr", w("tcPr", w("tcBorders", borders)), type="lastRow")


def _cell_margins(twips: int) -> str:
    return w("tblCellMar", w("left", w=twips, type="dxa"), w("right", w=twips, type="dxa"))
