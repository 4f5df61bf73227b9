"""Sign-off (署名、成文日期): GB/T 9704-2012 7.3.5.1 with seal, 7.3.5.2 without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from officegen.documents.dates import write_date
from officegen.typesetting.grid import cell, shared_out, table
from officegen.typesetting.grid import row as grid_row
from officegen.typesetting.markup import paragraph, run
from officegen.typesetting.sheet import Sheet
from officegen.typesetting.widths import text_width

_COLUMNS = 3
"""Joint signatures stand at most three to a row."""
_APART = 1.0
"""Signatures side by side are at least this many characters apart."""
_SEAL_ROW = 52
"""Room for a row of signatures and their seals, in millimetres."""


def set_signoff(issuers: Sequence[str], day: date | None, sealed: bool, sheet: Sheet) -> str:
    """The signatures and the date of issue, aligned by the widths of their texts.

    Args:
        issuers: The agencies, the host agency first.
        day: The date of issue, or None.
        sealed: Whether a seal will be set on them.
        sheet: The template's styles and measures.
    """
    shown = write_date(day) if day else ""
    if not issuers:
        return _line("发文机关署名", shown, sheet.date_right, sheet) if shown else ""
    if sealed and len(issuers) > 1:
        return _matrix(issuers, shown, sheet)
    return _sealed(issuers[0], shown, sheet) if sealed else _unsealed(issuers, shown, sheet)


def _line(style: str, text: str, right: float, sheet: Sheet, properties: str = "") -> str:
    """A line set flush right, so many characters in from the edge."""
    indent = f'<w:ind w:rightChars="{round(right * 100)}" w:right="{round(right * sheet.signoff_size)}"/>'
    return paragraph(sheet.style(style), run(text), properties + indent)


def _sealed(issuer: str, shown: str, sheet: Sheet) -> str:
    """The date four characters in; the issuer centred over it, both moved left where it would stick out."""
    right = sheet.date_right
    if not shown:
        return _line("盖章署名", issuer, right, sheet)
    half_excess = (text_width(issuer) - text_width(shown)) / 2
    # A name so long that centring would push it over the edge keeps one character of distance.
    shift = max(0.0, half_excess - right + 1)
    return _line("盖章署名", issuer, right - half_excess + shift, sheet) + _line(
        "成文日期", shown, right + shift, sheet
    )


def _unsealed(issuers: Sequence[str], shown: str, sheet: Sheet) -> str:
    """The issuer two characters in; the date begins two characters to the right of its first character.

    Where the date would then stick out beyond the issuer's right end, the date keeps two characters and
    the issuer gives way (the standard says so for a longer date; officegen from the point where it shows).
    """
    widest = max(map(text_width, issuers))
    issuer_right = sheet.issuer_right
    if shown:
        date_right = issuer_right + widest - sheet.date_indent - text_width(shown)
        issuer_right += max(0.0, sheet.issuer_right - date_right)
    lines = []
    for index, issuer in enumerate(issuers):
        style = "发文机关署名" if index == 0 else "成文日期"
        inset = (widest - text_width(issuer)) / 2
        lines.append(_line(style, issuer, issuer_right + inset, sheet, "<w:keepNext/>"))
    if shown:
        # Set from the left: that its first character stands two characters in must not depend on how a
        # program spaces digits and Chinese characters.
        left = sheet.width - round((issuer_right + widest - sheet.date_indent) * sheet.signoff_size)
        place = f'<w:ind w:left="{left}"/><w:jc w:val="left"/>'
        lines.append(paragraph(sheet.style("成文日期"), run(shown), place))
    return "".join(lines)


def _matrix(issuers: Sequence[str], shown: str, sheet: Sheet) -> str:
    """Joint signatures in rows of up to three, room for a seal on each, the date under the last one."""
    from officegen.standard import units

    style = sheet.style("联合署名")
    height = units.twips_from_millimetres(_SEAL_ROW)
    columns = _columns(issuers, shown, sheet)
    texts = _rows(issuers, columns)
    claims = [max(text_width(row[column]) for row in texts) for column in range(columns)]
    claims[-1] = max(claims[-1], text_width(shown))
    widths = shared_out(sheet.width, [claim + _APART for claim in claims])
    rows = []
    for row in texts:
        contents = [paragraph(style, run(text) if text else "") for text in row]
        if shown and row is texts[-1]:
            # The cells beside the date get an empty line, so that all names stay on one height.
            contents = [content + paragraph(style) for content in contents[:-1]] + [
                contents[-1] + paragraph(style, run(shown))
            ]
        rows.append(grid_row([cell(*pair) for pair in zip(widths, contents, strict=True)], height))
    return table(sheet.style("无框表"), widths, rows)


def _columns(issuers: Sequence[str], shown: str, sheet: Sheet) -> int:
    """How many signatures stand side by side: as many as fit with room between them, and at most three."""
    room = sheet.width / sheet.signoff_size
    widest = sorted((text_width(issuer) + _APART for issuer in issuers), reverse=True)
    for columns in range(min(_COLUMNS, len(issuers)), 1, -1):
        if max(sum(widest[:columns]), text_width(shown) + _APART) <= room:
            return columns
    return 1


def _rows(issuers: Sequence[str], columns: int) -> list[list[str]]:
    """The signatures in rows; an incomplete last row stands on the right, where the date belongs."""
    rows = [list(issuers[start : start + columns]) for start in range(0, len(issuers), columns)]
    rows[-1] = [""] * (columns - len(rows[-1])) + rows[-1]
    return rows
