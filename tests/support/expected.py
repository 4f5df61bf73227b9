"""What a Word file has to say, paragraph by paragraph, told from the document alone.

Written from GB/T 9704-2012 and the templates' order, not from the code that sets the type: the texts of the
document in reading order, and the few words that are supplied around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise, zip_longest

from officegen.documents.attachment import Attachment
from officegen.documents.blocks import Block, Figure, Point, Section
from officegen.documents.document import Document
from officegen.documents.entries import Entry, entries
from officegen.documents.meeting_notice import MeetingNotice
from officegen.documents.parts import Masthead
from officegen.documents.speech import Address
from officegen.documents.table import Cell, Table
from officegen.documents.text import plain
from officegen.numbering import HEADING_SERIES

STOPS = ("。", "！", "？", "；", "：", "，", "、", "……", "”", "）")
"""Where a run-in heading or a point ends with none of these, the program supplies one."""


class Title(str):
    """A title, which may be broken into lines anywhere; the breaks of its author stand."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if "\n" in self or not isinstance(other, str):
            return super().__eq__(other)
        return super().__eq__(other.replace("\n", ""))

    __hash__ = str.__hash__


def expected(document: Document, *, auto: bool = False) -> list[str]:
    """Every paragraph of the finished file.

    Args:
        document: What it is made from.
        auto: Whether Word counts the headings, so that their marks are not in the text.
    """
    if isinstance(document, MeetingNotice):
        return list(_notice(document, auto))
    assert isinstance(document, Address)
    return list(_address(document, auto))


def signed_side_by_side(document: Document) -> bool:
    """Whether signatures stand in a table, whose empty places are a matter of layout."""
    return isinstance(document, MeetingNotice) and document.seal and len(document.issuers) > 1


def _address(document: Address, auto: bool) -> Iterator[str]:
    yield Title(document.title)
    if document.subtitle_line:
        yield document.subtitle_line
    if document.organization:
        yield document.organization
    if document.post or document.speaker:
        yield "\u3000".join(filter(None, (document.post, document.speaker)))
    if document.date:
        yield f"（{_written(document.date)}）"
    yield _with_colon(document.salutation)
    yield from _body(document.main_text(), auto)
    if document.closing:
        yield document.closing
    yield from _attachment_note(document.attachments)
    yield from _attachments(document.attachments, auto)


def _notice(document: MeetingNotice, auto: bool) -> Iterator[str]:
    if document.masthead:
        yield from _masthead(document.masthead)
    yield Title(document.title)
    yield _with_colon("，".join(document.addressees))
    yield from _body(document.main_text(), auto)
    yield from _attachment_note(document.attachments)
    yield from document.issuers
    if document.date:
        yield _written(document.date)
    if document.annotation:
        inner = document.annotation
        bracketed = inner[0] in "（(" and inner[-1] in "）)"
        yield f"（{inner[1:-1] if bracketed else inner}）"
    yield from _attachments(document.attachments, auto)
    if document.colophon:
        if document.colophon.copy_to:
            copies = "，".join(document.colophon.copy_to)
            yield f"抄送：{copies}" + ("" if copies.endswith("。") else "。")
        if document.colophon.printed_on:
            yield f"{document.colophon.printed_by}\t{_written(document.colophon.printed_on)}印发"
        yield ""


def _masthead(masthead: Masthead) -> Iterator[str]:
    suffix = "" if masthead.mark_suffix == "无" else "文件"
    if len(masthead.issuing_mark) == 1:
        yield masthead.issuing_mark[0] + ("文件" if masthead.mark_suffix == "文件" else "")
    else:
        yield ""
        for index, agency in enumerate(masthead.issuing_mark):
            yield agency
            if suffix:
                yield suffix if index == 0 else ""
        yield ""
    if masthead.document_number:
        number = masthead.document_number
        yield f"{number.code}〔{number.year}〕{number.serial}号"
    yield ""


def _attachment_note(attachments: Sequence[Attachment]) -> Iterator[str]:
    for number, attachment in enumerate(attachments, start=1):
        head = "附件：" if number == 1 else ""
        yield head + (f"{number}." if len(attachments) > 1 else "") + attachment.title


def _attachments(attachments: Sequence[Attachment], auto: bool) -> Iterator[str]:
    for number, attachment in enumerate(attachments, start=1):
        if attachment.body:
            yield f"附件{number if len(attachments) > 1 else ''}"
            yield Title(attachment.title)
            yield from _body(attachment.body, auto)


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _with_colon(text: str | None) -> str:
    """Whom the text addresses; the line is there and empty where it is nobody."""
    if not text:
        return ""
    text = text.rstrip(" \u3000")
    return text if text.endswith("：") else text.removesuffix(":") + "："


# Bodies -----------------------------------------------------------------------------------------------------


def _body(blocks: Sequence[Block], auto: bool) -> Iterator[str]:
    pieces = list(entries(blocks))
    starts = [index for index, entry in enumerate(pieces) if index == 0 or entry.starts_paragraph]
    groups = [pieces[start:end] for start, end in pairwise([*starts, len(pieces)])]
    for group, follower in zip_longest(groups, groups[1:]):
        yield from _paragraphs(group, auto)
        # Air between text and tables or pictures; a table is never the last thing.
        apart = [isinstance(side[0].block, Table | Figure) for side in (group, follower or group)]
        if any(apart) if follower else isinstance(group[0].block, Table):
            yield ""


def _paragraphs(together: Sequence[Entry], auto: bool) -> Iterator[str]:
    first = together[0]
    if len(together) > 1:
        yield "".join(_point(entry, last=entry is together[-1]) for entry in together)
    elif isinstance(first.block, Table):
        yield from _table(first.block)
    elif isinstance(first.block, Figure):
        yield ""
        if first.block.caption:
            yield first.block.caption
    else:
        counted = auto and first.numbered is not None and first.numbered[0] in HEADING_SERIES
        label = "" if counted else first.label
        lines = (first.text or "").split("\n")
        yield _head(label, first.heading, goes_on=bool(lines[0])) + plain(lines[0])
        yield from map(plain, lines[1:])


def _head(label: str, heading: str | None, *, goes_on: bool) -> str:
    if heading is None:
        return label
    shown = label + plain(heading)
    return shown + ("。" if goes_on and not shown.endswith(STOPS) else "")


def _point(entry: Entry, *, last: bool) -> str:
    shown = _head(entry.label, entry.heading, goes_on=bool(entry.text)) + plain(entry.text or "")
    said = plain(entry.text or entry.heading or "")
    stop = (
        "" if not isinstance(entry.block, Point | Section) or said.endswith(STOPS) else "。" if last else "；"
    )
    return shown + stop


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield plain(table.caption)
    yield from map(plain, table.columns)
    for row in _cells(table):
        for cell in row:
            yield from map(plain, cell.split("\n"))
    yield from [""] * (table.width * table.blank_rows)


def _cells(table: Table) -> Iterator[list[str]]:
    """The texts of each row; a place that a cell from above reaches into is there and empty."""
    reached: dict[tuple[int, int], int] = {}
    above: dict[int, Cell] = {}
    for row, cells in enumerate(table.rows):
        waiting, column, texts = iter(cells), 0, list[str]()
        while column < table.width:
            place = column
            if across := reached.get((row, column)):
                texts.append("")
                column += across
                above = {key: cell for key, cell in above.items() if not place <= key < column}
                continue
            cell = next(waiting)
            column += cell.columns
            reached |= {(row + below, place): cell.columns for below in range(1, cell.rows)}
            single = cell.rows == cell.columns == 1
            repeats = table.merge_same is True and single and cell.text and above.get(place) == cell
            texts.append("" if repeats else cell.text)
            above = {key: one for key, one in above.items() if not place <= key < column}
            if single:
                above[place] = cell
        yield texts
