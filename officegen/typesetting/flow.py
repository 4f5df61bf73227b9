"""A body becomes paragraphs in the template's own styles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from officegen.documents.blocks import Block, Figure, Point, Section
from officegen.documents.entries import Entry, entries
from officegen.documents.table import Table
from officegen.documents.text import plain, spans
from officegen.typesetting.markup import Finished, kept_with_next, paragraph, run, runs
from officegen.typesetting.sheet import Sheet

if TYPE_CHECKING:
    from officegen.typesetting.figures import Figures
    from officegen.typesetting.lists import Lists
    from officegen.typesetting.tables import TableSetter

BODY = "公文正文"
STRONG = "Strong"
_HEADINGS = {1: "heading 1", 2: "heading 2", 3: "heading 3", 4: "heading 4"}
_RUN_IN = {1: "段首一级标题", 2: "段首二级标题"}
# What the character style of a heading leaves to the author.
_BOLD = "<w:b/><w:bCs/>"
_SET_APART = (Table, Figure)
_ONE_LINE = 26
"""Characters of an indented line (GB/T 9704-2012 5.2.3: 28, less two)."""
_FEW_LINES = 3 * 28
"""A longer paragraph is never kept with the next: LibreOffice would move all of it to the next page."""
_STOPS = ("。", "！", "？", "；", "：", "，", "、", "……", "”", "）")


class Flow(Finished):
    """Finished paragraphs at a tag like ``{{p 正文 }}``, and the entries behind them for hand-made loops.

    In a template, ``{{p 正文 }}`` gives the paragraphs; ``{%p for 项 in 正文 %}`` goes through the entries,
    each with 序号, 标题, 文字, 层次 (and label, heading, text, level).
    """

    __slots__ = ("_entries",)

    def __init__(self, xml: str, entries: Sequence[Entry]) -> None:
        super().__init__(xml)
        self._entries = entries

    def __iter__(self) -> Iterator[dict[str, object]]:
        for entry in self._entries:
            yield {
                "label": entry.label, "序号": entry.label,
                "heading": entry.heading, "标题": entry.heading,
                "text": entry.text, "文字": entry.text,
                "level": entry.level, "层次": entry.level,
            }  # fmt: skip


class BodySetter:
    """Sets bodies into one template; collects the lists and pictures they need.

    Args:
        sheet: The template's styles and measures.
        figures: Collects the pictures.
        lists: Makes Word lists of the marks; None writes the marks as text.
    """

    def __init__(self, sheet: Sheet, figures: Figures, lists: Lists | None = None) -> None:
        self._sheet = sheet
        self._figures = figures
        self._lists = lists
        self._body = sheet.style(BODY)
        self._strong = sheet.style(STRONG)
        self._opening = paragraph(self._body).removesuffix("</w:p>")

    @cached_property
    def _tables(self) -> TableSetter:
        from officegen.typesetting.tables import TableSetter

        return TableSetter(self._sheet, self._strong)

    def set(self, blocks: Sequence[Block], *, goes_on: bool = False) -> Flow:
        """Set one body; its numbers start anew.

        Args:
            blocks: The body.
            goes_on: Whether something follows that must not stand alone on a page, such as a sign-off.
        """
        if self._lists:
            self._lists.new_text()
        pieces = list(entries(blocks))
        paragraphs = list(self._paragraphs(pieces))
        if goes_on:
            _keep_end_together(pieces, paragraphs)
        return Flow("".join(paragraphs), pieces)

    def _paragraphs(self, pieces: Sequence[Entry]) -> Iterator[str]:
        index = 0
        while index < len(pieces):
            end = index + 1
            while end < len(pieces) and not pieces[end].starts_paragraph:
                end += 1
            yield self._joined(pieces[index:end]) if end - index > 1 else self._single(pieces[index])
            yield from self._gap(pieces[end - 1], pieces[end] if end < len(pieces) else None)
            index = end

    def _gap(self, entry: Entry, follower: Entry | None) -> Iterator[str]:
        """Half a line between text and a table or picture; a paragraph after a table that ends the body."""
        if follower is None:
            if isinstance(entry.block, Table):  # Word wants a paragraph between a table and what follows
                yield paragraph(self._sheet.style("细空行"))
        elif isinstance(entry.block, _SET_APART) or isinstance(follower.block, _SET_APART):
            yield paragraph(self._sheet.style("半空行"))

    def _single(self, entry: Entry) -> str:
        block = entry.block
        if isinstance(block, Table):
            return self._tables.set(block)
        if isinstance(block, Figure):
            return self._figures.set(block)
        numbering = self._lists.place(entry) if self._lists else None
        label = "" if numbering else entry.label
        style = _HEADINGS.get(entry.level)
        if isinstance(block, Section) and style and entry.heading is not None and entry.text is None:
            return paragraph(self._sheet.style(style), self._runs(label + entry.heading), numbering or "")
        return self._running(entry, label, numbering or "")

    def _running(self, entry: Entry, label: str, numbering: str) -> str:
        """A paragraph of text, with the mark and the run-in heading at its head; further lines follow on."""
        if not entry.label and not numbering and entry.heading is None and "\n" not in (entry.text or ""):
            return self._plain(entry.text or "")
        first, *further = (entry.text or "").split("\n")
        head = self._head(entry, label, bool(first))
        if numbering and entry.heading is not None and (run_in := _RUN_IN.get(entry.level)):
            # A number that Word writes takes its face from the paragraph mark.
            numbering += f'<w:rPr><w:rStyle w:val="{self._sheet.style(run_in)}"/></w:rPr>'
        paragraphs = [paragraph(self._body, head + self._runs(first), numbering)]
        paragraphs += [self._plain(line) for line in further if line]
        return "".join(paragraphs)

    def _plain(self, text: str) -> str:
        return f"{self._opening}{runs(text, self._strong)}</w:p>"

    def _head(self, entry: Entry, label: str, goes_on: bool) -> str:
        if entry.heading is None:
            return self._runs(label)
        heading = label + entry.heading
        if goes_on and not plain(heading).endswith(_STOPS):
            heading += "。"
        style = _RUN_IN.get(entry.level)
        if style is None:
            return self._runs(heading)
        return "".join(
            run(span.text, self._sheet.style(style), _BOLD if span.bold else "") for span in spans(heading)
        )

    def _joined(self, together: Sequence[Entry]) -> str:
        """Points that share one paragraph; what an item lacks of punctuation at its end is supplied."""
        content = []
        for index, entry in enumerate(together):
            last = plain(entry.text or entry.heading or "")
            is_point = isinstance(entry.block, Point)
            content.append(self._head(entry, entry.label, bool(entry.text)))
            content.append(self._runs(entry.text or ""))
            if is_point and not last.endswith(_STOPS):
                content.append(run("。" if index == len(together) - 1 else "；"))
        return paragraph(self._body, "".join(content))

    def _runs(self, text: str) -> str:
        return runs(text, self._strong)


def _keep_end_together(pieces: Sequence[Entry], paragraphs: list[str]) -> None:
    """Keep the end of a body on the page of what follows it.

    A last line such as 特此通知。 is not text enough to stand above a sign-off: it takes along the paragraph
    before it.
    """
    for back, entry in enumerate(reversed(pieces[-2:]), start=1):
        length = len(entry.heading or "") + len(entry.text or "")
        if length > _FEW_LINES or back > len(paragraphs):
            return
        paragraphs[-back] = kept_with_next(paragraphs[-back])
        if length > _ONE_LINE:
            return
