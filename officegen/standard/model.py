"""What the standard fixes, as frozen records. The figures themselves stand in ``gbt9704.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from officegen.standard import units

# Frozen, and without what else a dataclass can do: these classes are made at every start of a command line.
Strength = Literal["应当", "一般", "推荐", "可以", "practice"]
"""How strictly the standard speaks; ``practice`` is custom that the standard does not mention."""

Align = Literal["left", "center", "right", "both", "distribute"]
"""Alignment of a paragraph, in the words of WordprocessingML."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Provision:
    """Anything the standard provides for.

    Attributes:
        clause: Number of the clause, such as ``7.3.1``; for custom, the clause it grew from.
        strength: How strictly it holds.
    """

    clause: str
    strength: Strength


@dataclass(frozen=True, kw_only=True, repr=False)
class Page(Provision):
    """A page profile: one way to lay 22 lines of 28 characters on the sheet (5.2.1, 5.2.3).

    Attributes:
        key: Name of the profile in ``pack.toml``.
        title: Chinese label.
        top: Top margin in millimetres.
        bottom: Bottom margin in millimetres.
        line: Pitch of body lines in points.
        grid: Whether a document grid carries the pitch, instead of lines of exact height.
    """

    key: str
    title: str
    top: float
    bottom: float
    line: float
    grid: bool = False

    @property
    def line_twips(self) -> int:
        """Pitch of body lines in twips."""
        return units.twips_from_points(self.line)


@dataclass(frozen=True, kw_only=True, repr=False)
class Face:
    """A typeface.

    Attributes:
        key: Name in our data.
        name: The font name that documents ask for.
        label: What clerks call it.
        alternatives: Names of fonts that may stand in for it, best first.
        family: Font family class of the font table.
        pitch: Pitch class of the font table.
    """

    key: str
    name: str
    label: str
    alternatives: tuple[str, ...]
    family: Literal["auto", "modern", "roman", "script"]
    pitch: Literal["fixed", "variable"]


@dataclass(frozen=True, kw_only=True, repr=False)
class Element(Provision):
    """A paragraph of a document and how it is set.

    Attributes:
        key: English name.
        style: Name of its paragraph style in Word.
        face: Key of the typeface.
        size: Font size in points.
        line: Exact line height in points; ``body`` is the pitch of the page profile, ``single`` grows
            with what stands in the line, ``derived`` follows from distances that ``rules`` give.
        align: Alignment.
        color: RRGGBB, or ``auto`` for black (5.2.4).
        bold: Whether it is bold.
        letter_spacing: Added after each character, in points.
        first_line: Indent of the first line, in characters.
        left: Indent of all lines but a hanging first one, in characters.
        hanging: How far the first line hangs out to the left of ``left``, in characters.
        right: Indent on the right, in characters.
        lines_before: Blank body lines above.
        lines_after: Blank body lines below.
        tab_from_right: Place of a right-aligned tab stop, in characters from the right edge of the text.
        level: Heading level, 1 to 4; puts the paragraph in the outline.
        keep_next: Whether it stays on the page of the next paragraph.
        page_break_before: Whether it opens a page.
        own_latin: Whether digits and letters keep ``face`` whatever the layout says.
    """

    key: str
    style: str
    face: str
    size: float
    line: float | Literal["body", "single", "derived"] = "body"
    align: Align = "both"
    color: str = "auto"
    bold: bool = False
    letter_spacing: float = 0
    first_line: float = 0
    left: float = 0
    hanging: float = 0
    right: float = 0
    lines_before: float = 0
    lines_after: float = 0
    tab_from_right: float | None = None
    level: int | None = None
    keep_next: bool = False
    page_break_before: bool = False
    own_latin: bool = False

    @property
    def size_twips(self) -> int:
        """Font size in twips."""
        return units.twips_from_points(self.size)

    def line_twips(self, body_line: int) -> int:
        """Return the line height in twips, given the pitch of body lines for the lines that follow it."""
        return body_line if isinstance(self.line, str) else units.twips_from_points(self.line)


@dataclass(frozen=True, kw_only=True, repr=False)
class RunStyle(Provision):
    """A stretch of text that differs from its paragraph.

    Attributes:
        key: English name.
        style: Name of its character style in Word.
        face: Key of the typeface; None keeps the paragraph's.
        bold: Whether it is bold.
        level: Heading level, when it is a heading that runs in.
    """

    key: str
    style: str
    face: str | None = None
    bold: bool = False
    level: int | None = None


@dataclass(frozen=True, kw_only=True, repr=False)
class TableStyle(Provision):
    """The rules of a table, each in points (0: none).

    Attributes:
        key: English name.
        style: Name of its table style in Word.
        top: Above the first row.
        bottom: Below the last row.
        sides: Left of the first column and right of the last.
        inside_horizontal: Between rows.
        inside_vertical: Between columns.
        cell_margin: Room left and right of the text in a cell, in millimetres.
    """

    key: str
    style: str
    top: float = 0
    bottom: float = 0
    sides: float = 0
    inside_horizontal: float = 0
    inside_vertical: float = 0
    cell_margin: float = 0


@dataclass(frozen=True, kw_only=True, repr=False)
class Paper(Provision):
    """The sheet, in millimetres (5.1)."""

    width: float
    height: float


@dataclass(frozen=True, kw_only=True, repr=False)
class TypeArea(Provision):
    """版心 (5.2.1, 5.2.3).

    Attributes:
        width: Width of the text in millimetres.
        right_margin: White on its right in millimetres; the left margin is what then remains of the sheet.
        lines: Lines on a full page.
        characters: Characters in a full line.
    """

    width: float
    right_margin: float
    lines: int
    characters: int


@dataclass(frozen=True, kw_only=True, repr=False)
class IssuingMark(Provision):
    """发文机关标志 (7.2.4).

    Attributes:
        top: From the top of the page to its inked top edge, in millimetres.
        gap_below: From its inked bottom edge to the document number's top edge, in millimetres.
        max_size: Largest font size in points.
        min_size: Smallest font size in points.
        width_share: Share of the text width that the widest line of the mark may fill.
        line_factor: Line height over font size.
    """

    top: float
    gap_below: float
    max_size: float
    min_size: float
    width_share: float
    line_factor: float


@dataclass(frozen=True, kw_only=True, repr=False)
class RedLine(Provision):
    """版头中的分隔线 (7.2.7).

    Attributes:
        gap_above: From the inked bottom of the document number to the line, in millimetres.
        gap_below: From the line to the inked top of the title, in millimetres.
        thickness: In points.
    """

    gap_above: float
    gap_below: float
    thickness: float


@dataclass(frozen=True, kw_only=True, repr=False)
class Sealed(Provision):
    """Sign-off under a seal (7.3.5.1): the date's right indent, in characters."""

    date_right: float


@dataclass(frozen=True, kw_only=True, repr=False)
class Unsealed(Provision):
    """Sign-off without a seal (7.3.5.2), in characters.

    Attributes:
        issuer_right: Right indent of the issuer.
        date_indent: How far right of the issuer's first character the date begins.
    """

    issuer_right: float
    date_indent: float


@dataclass(frozen=True, kw_only=True, repr=False)
class Colophon(Provision):
    """版记 (7.4.1): where its last rule lies, in millimetres from the top of the page."""

    last_rule: float


@dataclass(frozen=True, kw_only=True, repr=False)
class PageNumber(Provision):
    """页码 (7.5), in millimetres.

    Attributes:
        dash: From the top of the page to the dashes beside the number.
        foot: From the foot of the paper to the foot of the number's line.
    """

    dash: float
    foot: float


@dataclass(frozen=True, kw_only=True, repr=False)
class FillInRow(Provision):
    """A table row that is filled in by hand: its least height in millimetres."""

    height: float


@dataclass(frozen=True, kw_only=True, repr=False)
class Ink(Provision):
    """Where a Chinese glyph is inked in a line of exact height.

    Attributes:
        line_above_baseline: Share of the line height above the baseline.
        glyph_above_baseline: Share of the font size that is inked above it.
        line_below_baseline: Share of the line height below the baseline.
        glyph_below_baseline: Share of the font size that is inked below it.
    """

    line_above_baseline: float
    glyph_above_baseline: float
    line_below_baseline: float
    glyph_below_baseline: float

    def lead(self, line: float, size: float) -> float:
        """Return the white above the ink in a line, in the unit (any) of both arguments."""
        return self.line_above_baseline * line - self.glyph_above_baseline * size

    def below(self, line: float, size: float) -> float:
        """Return the white below the ink in a line, in the unit (any) of both arguments."""
        return self.line_below_baseline * line - self.glyph_below_baseline * size


@dataclass(frozen=True, kw_only=True, repr=False)
class Rules:
    """Everything that is not the look of one paragraph."""

    paper: Paper
    type_area: TypeArea
    issuing_mark: IssuingMark
    red_line: RedLine
    sealed: Sealed
    unsealed: Unsealed
    colophon: Colophon
    page_number: PageNumber
    fill_in_row: FillInRow
    ink: Ink
    display_ink: Ink


@dataclass(frozen=True, kw_only=True, repr=False)
class Option(Provision):
    """Something a department may choose.

    Attributes:
        key: Its name in ``[layout]`` of ``pack.toml``.
        title: Chinese label.
        default: Value when nothing is said.
        choices: Allowed values with their Chinese labels, where they do not stand elsewhere in the standard.
        hint: What to write, in Chinese, where any text will do.
    """

    key: str
    title: str
    default: str | bool
    choices: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class Standard:
    """The whole standard.

    Attributes:
        id: Its number.
        title: Its Chinese title.
        pages: Page profiles by key.
        faces: Typefaces by key.
        elements: Paragraphs by key, in document order.
        run_styles: Stretches of text by key.
        table_styles: Tables by key.
        rules: The rest.
        layout: What a department may choose, by key.
    """

    id: str
    title: str
    pages: Mapping[str, Page]
    faces: Mapping[str, Face]
    elements: Mapping[str, Element]
    run_styles: Mapping[str, RunStyle]
    table_styles: Mapping[str, TableStyle]
    rules: Rules
    layout: Mapping[str, Option]

    @property
    def text_width(self) -> int:
        """Width of the text in twips."""
        return units.twips_from_millimetres(self.rules.type_area.width)

    @property
    def right_margin(self) -> int:
        """White on the right of the text in twips."""
        return units.twips_from_millimetres(self.rules.type_area.right_margin)

    @property
    def left_margin(self) -> int:
        """White on the left of the text in twips; what rounding leaves over falls here, never on the text."""
        return units.twips_from_millimetres(self.rules.paper.width) - self.text_width - self.right_margin

    def choices(self, option: Option) -> Mapping[str, str]:
        """Return the values an option may take with their Chinese labels; empty when any text will do."""
        if option.key == "page":
            return {key: page.title for key, page in self.pages.items()}
        return option.choices
