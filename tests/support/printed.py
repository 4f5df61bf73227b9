"""What a Word file prints: every paragraph with its style, its place, and the look of its text.

Styles are resolved here, from the paragraph up to the document's defaults, with nothing of officegen's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tests.support.docx_text import text_of
from tests.support.package import Package, qn


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text looks."""

    face: str
    """The font of Chinese characters."""
    size: float
    """Points."""
    style: str
    """The name of its character style; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a table."""

    table: int
    row: int
    column: int
    """The cell's place among the cells of its row."""
    header: bool
    """Whether the row is repeated on every page."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body."""

    text: str
    """All its text; line breaks are left out, for they belong to the layout."""
    style: str
    """The name of its style."""
    align: str
    """As in `w:jc`."""
    first_line: float
    """First-line indent in characters."""
    left: float
    """Left indent in characters."""
    numbered: bool
    """Whether Word numbers it."""
    stretches: tuple[tuple[str, Look], ...]
    place: Place | None

    def looks(self, text: str) -> set[Look]:
        """The looks that the characters of `text` have here, where it first stands."""
        start = self.text.index(text)
        spread = [look for piece, look in self.stretches for _ in piece]
        return set(spread[start : start + len(text)])


def printed(docx: bytes) -> list[Paragraph]:
    """Every paragraph of the body in reading order, those of tables included."""
    package = Package.read(docx)
    body = package.trees[package.main()].find(qn("w:body"))
    styles = package.related("styles")
    assert body is not None
    assert styles is not None
    return list(_Printer(_Styles(styles)).blocks(body, None))


class _Styles:
    """The styles of a document by id."""

    def __init__(self, tree: etree._Element) -> None:
        self._by_id = {style.get(qn("w:styleId"), ""): style for style in tree.iter(qn("w:style"))}
        self._defaults = tree.find(qn("w:docDefaults"))

    @cached_property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        return next(
            (
                key
                for key, style in self._by_id.items()
                if style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph"
            ),
            "",
        )

    def name(self, identifier: str) -> str:
        found = self._by_id.get(identifier)
        name = None if found is None else found.find(qn("w:name"))
        return "" if name is None else name.get(qn("w:val"), "")

    def chain(self, identifier: str) -> Iterator[etree._Element]:
        """The style and those it is based on, nearest first."""
        while (style := self._by_id.get(identifier)) is not None:
            yield style
            based = style.find(qn("w:basedOn"))
            identifier = "" if based is None else based.get(qn("w:val"), "")

    def first(self, holders: Iterator[etree._Element], tag: str, attribute: str, missing: str) -> str:
        """The attribute's nearest value, at last that of the document's defaults."""
        for holder in holders:
            if (value := _value(holder, tag, attribute)) is not None:
                return value
        found = None if self._defaults is None else _value(self._defaults, tag, attribute)
        return missing if found is None else found


class _Printer:
    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self._tables = 0

    def blocks(self, parent: etree._Element, place: Place | None) -> Iterator[Paragraph]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield self._paragraph(child, place)
            elif child.tag == qn("w:tbl"):
                self._tables += 1
                yield from self._table(child, self._tables)

    def _table(self, table: etree._Element, number: int) -> Iterator[Paragraph]:
        for row_number, row in enumerate(table.iterfind(qn("w:tr"))):
            header = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            for column, cell in enumerate(row.iterfind(qn("w:tc"))):
                yield from self.blocks(cell, Place(number, row_number, column, header))

    def _paragraph(self, paragraph: etree._Element, place: Place | None) -> Paragraph:
        style = _value(paragraph, "w:pPr/w:pStyle", "w:val") or self._styles.default

        def said(tag: str, attribute: str, missing: str = "") -> str:
            holders = iter([paragraph, *self._styles.chain(style)])
            return self._styles.first(holders, f"w:pPr/{tag}", attribute, missing)

        return Paragraph(
            text=text_of(paragraph).replace("\n", ""),
            style=self._styles.name(style),
            align=said("w:jc", "w:val", "left"),
            first_line=int(said("w:ind", "w:firstLineChars", "0")) / 100,
            left=int(said("w:ind", "w:leftChars", "0")) / 100,
            numbered=bool(said("w:numPr/w:numId", "w:val")),
            stretches=tuple(self._stretches(paragraph, style)),
            place=place,
        )

    def _stretches(self, paragraph: etree._Element, style: str) -> Iterator[tuple[str, Look]]:
        for run in paragraph.iter(qn("w:r")):
            own = _value(run, "w:rPr/w:rStyle", "w:val") or ""
            holders = [run, *self._styles.chain(own), *self._styles.chain(style)]
            face = self._styles.first(iter(holders), "w:rPr/w:rFonts", "w:eastAsia", "")
            half_points = self._styles.first(iter(holders), "w:rPr/w:sz", "w:val", "0")
            yield text_of(run).replace("\n", ""), Look(face, int(half_points) / 2, self._styles.name(own))


def _value(holder: etree._Element, path: str, attribute: str) -> str | None:
    """The attribute of the element at the path, inside the holder or in one of its default sections."""
    steps = "/".join(qn(step) for step in path.split("/"))
    for where in (steps, f"{qn('w:rPrDefault')}/{steps}", f"{qn('w:pPrDefault')}/{steps}"):
        if (found := holder.find(where)) is not None and (value := found.get(qn(attribute))) is not None:
            return value
    return None
