"""The issuing mark (发文机关标志), fitted in size: GB/T 9704-2012 7.2.4."""

from __future__ import annotations

from officegen.documents.parts import Masthead
from officegen.standard import load, units
from officegen.standard.vertical import issuing_mark, mark_line
from officegen.typesetting import grid
from officegen.typesetting.markup import paragraph, run
from officegen.typesetting.sheet import Sheet
from officegen.typesetting.widths import text_width

_JOINT_STACK = 60
"""The names of a joint issue stack up to no more than this, in millimetres, so that text fits below."""
_JOINT_ROW = 1.3
"""Row height over font size in a stack of names."""
_ROOM = 1.04
"""A cell is this much wider than its text, or the last character would wrap."""
_GAP = 0.6
"""Between the names and 文件, in characters of the mark."""


def set_issuing_mark(masthead: Masthead, sheet: Sheet) -> str:
    """The mark of one agency as a paragraph, or the marks of several as a stack with 文件 beside it."""
    if len(masthead.issuing_mark) == 1:
        return _single(masthead, sheet)
    return _joint(masthead, sheet)


def _size_for(width: float, sheet: Sheet) -> float:
    """The font size in points at which so many characters fit into the text width."""
    rule = load().rules.issuing_mark
    fitting = sheet.width / 20 * rule.width_share / width
    return int(2 * max(rule.min_size, min(rule.max_size, fitting))) / 2


def _single(masthead: Masthead, sheet: Sheet) -> str:
    text = masthead.issuing_mark[0] + masthead.suffix
    size = _size_for(text_width(text), sheet)
    place = issuing_mark(size, sheet.top, sheet.line, document_number=masthead.document_number is not None)
    spacing = f'<w:spacing w:before="{place.before}" w:after="{place.after}" w:line="{place.line}" w:lineRule="exact"/>'
    return paragraph(sheet.style("发文机关标志"), run(text, properties=_sized(size)), spacing)


def _sized(size: float) -> str:
    half = units.half_points(size)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _joint(masthead: Masthead, sheet: Sheet) -> str:
    """A borderless table: one row an agency, their names spread to one width, 文件 centred beside them."""
    names, suffix = masthead.issuing_mark, masthead.suffix
    longest = max(map(text_width, names))
    beside = text_width(suffix) + _GAP if suffix else 0
    tallest = units.points_from_millimetres(_JOINT_STACK) / len(names) / _JOINT_ROW
    size = min(
        _size_for((longest + beside) * _ROOM, sheet), max(load().rules.issuing_mark.min_size, int(tallest))
    )
    row = round(units.twips_from_points(size) * _JOINT_ROW)
    columns = [round(units.twips_from_points(size) * longest * _ROOM)]
    columns += [round(units.twips_from_points(size) * (text_width(suffix) * _ROOM + _GAP))] if suffix else []
    style, properties = sheet.style("联合发文机关标志"), _sized(size)
    line = f'<w:spacing w:before="0" w:after="0" w:line="{mark_line(size)}" w:lineRule="exact"/>'
    rows = []
    for index, name in enumerate(names):
        cells = [grid.cell(columns[0], paragraph(style, run(name, properties=properties), line))]
        if suffix:
            merge = '<w:vMerge w:val="restart"/>' if index == 0 else "<w:vMerge/>"
            content = run(suffix, properties=properties) if index == 0 else ""
            cells.append(grid.cell(columns[1], paragraph(sheet.style("发文机关标志"), content, line), merge))
        rows.append(grid.row(cells, row, "exact"))
    stack = grid.table(sheet.style("无框表"), columns, rows)
    # A table takes no space above or below; two empty lines of exact height keep the distances.
    place = issuing_mark(size, sheet.top, sheet.line, document_number=masthead.document_number is not None)
    inset = (row - place.line) // 2
    return _spacer(place.before - inset, sheet) + stack + _spacer(place.after - inset, sheet)


def _spacer(height: int, sheet: Sheet) -> str:
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{max(height, 20)}" w:lineRule="exact"/>'
    return paragraph(sheet.style("发文机关标志"), "", spacing)
