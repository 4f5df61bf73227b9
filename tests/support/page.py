"""The ruler: what stands where on the pages of a PDF.

Millimetres from the top left corner of the page everywhere, except that type sizes are in points.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber

MM_PER_POINT = 25.4 / 72

Rgb = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""

BLACK: Rgb = (0, 0, 0)
RED: Rgb = (255, 0, 0)
WHITE: Rgb = (255, 255, 255)

SAME_BASELINE = 0.5
"""Characters whose baselines differ by less than this (mm) stand in one line."""

THICKEST_RULE = 3.0
"""A painted box thicker than this (mm) is a surface, not a rule."""

_HAN = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in mm."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def y(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Char:
    """One character as it was set; `x0` and `x1` are the edges of its advance, not of its ink."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    """Points."""
    font: str
    """PostScript name without the subset prefix, as in `FandolFang-Regular`."""
    colour: Rgb


@dataclass(frozen=True)
class TextLine:
    """The characters on one baseline, left to right; at least one of them is not a space."""

    chars: tuple[Char, ...]

    @cached_property
    def text(self) -> str:
        """What it says, without the spaces at either end."""
        return "".join(char.text for char in self.chars).strip()

    @cached_property
    def visible(self) -> tuple[Char, ...]:
        """The characters that are not spaces."""
        return tuple(char for char in self.chars if not char.text.isspace())

    @property
    def x0(self) -> float:
        """Left edge of the first visible character."""
        return self.visible[0].x0

    @property
    def x1(self) -> float:
        """Right edge of the last visible character."""
        return max(char.x1 for char in self.visible)

    @property
    def baseline(self) -> float:
        """Height of the baseline."""
        return self.visible[0].baseline

    @property
    def size(self) -> float:
        """The largest size in the line, in points."""
        return max(char.size for char in self.visible)

    @property
    def font(self) -> str:
        """The font of most of its characters."""
        return Counter(char.font for char in self.visible).most_common(1)[0][0]

    @property
    def han(self) -> int:
        """How many Chinese characters it holds."""
        return sum(1 for char in self.visible if _HAN.match(char.text))

    @property
    def only_han(self) -> bool:
        """Whether it holds nothing but Chinese characters."""
        return self.han == len(self.visible)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight painted line, whether the PDF strokes a path or fills a thin box."""

    box: Box
    colour: Rgb

    @property
    def x0(self) -> float:
        """Left end."""
        return self.box.x0

    @property
    def x1(self) -> float:
        """Right end."""
        return self.box.x1

    @property
    def y(self) -> float:
        """Height of its middle."""
        return self.box.y

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.box.top

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.box.bottom

    @property
    def lies_flat(self) -> bool:
        """Whether it runs across the page."""
        return self.box.x1 - self.box.x0 > self.box.bottom - self.box.top

    @property
    def thickness(self) -> float:
        """Its thickness in mm."""
        return min(self.box.x1 - self.box.x0, self.box.bottom - self.box.top)


@dataclass(frozen=True, eq=False)
class Page:
    """One page; `pdf` is kept to rasterise it when ink is asked for."""

    number: int
    """Its place in the PDF, from 1."""
    width: float
    height: float
    lines: tuple[TextLine, ...]
    """Top to bottom."""
    rules: tuple[Rule, ...]
    """Lines across the page, top to bottom; pieces that touch are one."""
    uprights: tuple[Rule, ...]
    """Lines down the page."""
    pdf: bytes

    def line_with(self, text: str) -> TextLine:
        """The first line that holds `text`."""
        found = next((line for line in self.lines if text in line.text), None)
        assert found is not None, f"page {self.number} has no line with {text!r}: {self.text!r}"
        return found

    @property
    def text(self) -> str:
        """All lines of the page."""
        return "\n".join(line.text for line in self.lines)


def read_pages(pdf: bytes) -> list[Page]:
    """The pages of a PDF, measured."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [_page(page, pdf) for page in document.pages]


def _page(page: Any, pdf: bytes) -> Page:
    strokes = [rule for item in (*page.lines, *page.rects, *page.curves) if (rule := _rule(item)) is not None]
    return Page(
        number=page.page_number,
        width=page.width * MM_PER_POINT,
        height=page.height * MM_PER_POINT,
        lines=tuple(_lines(_char(item, page.height) for item in page.chars)),
        rules=tuple(_joined(rule for rule in strokes if rule.lies_flat)),
        uprights=tuple(rule for rule in strokes if not rule.lies_flat),
        pdf=pdf,
    )


def _char(item: dict[str, Any], page_height: float) -> Char:
    return Char(
        text=item["text"],
        x0=item["x0"] * MM_PER_POINT,
        x1=item["x1"] * MM_PER_POINT,
        # The text matrix ends in the glyph's origin, measured upwards from the foot of the page.
        baseline=(page_height - item["matrix"][5]) * MM_PER_POINT,
        size=item["size"],
        font=item["fontname"].partition("+")[2] or item["fontname"],
        colour=_rgb(item["non_stroking_color"]),
    )


def _lines(chars: Iterable[Char]) -> list[TextLine]:
    """Characters grouped by baseline; lines of spaces only are left out."""
    groups: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: char.baseline):
        if groups and char.baseline - groups[-1][0].baseline < SAME_BASELINE:
            groups[-1].append(char)
        else:
            groups.append([char])
    lines = (TextLine(tuple(sorted(group, key=lambda char: char.x0))) for group in groups)
    return [line for line in lines if line.visible]


def _rule(item: dict[str, Any]) -> Rule | None:
    """A painted path as a rule; None for what is invisible or too thick."""
    colour = _rgb(item["stroking_color" if item["stroke"] else "non_stroking_color"])
    half = (item["linewidth"] or 0) / 2 if item["stroke"] else 0
    flat = item["x1"] - item["x0"] > item["bottom"] - item["top"]
    # Strokes are cut square at their ends: the pen's width counts across the line only.
    across, along = (half, 0) if flat else (0, half)
    rule = Rule(
        Box(
            x0=(item["x0"] - along) * MM_PER_POINT,
            top=(item["top"] - across) * MM_PER_POINT,
            x1=(item["x1"] + along) * MM_PER_POINT,
            bottom=(item["bottom"] + across) * MM_PER_POINT,
        ),
        colour,
    )
    painted = (item["stroke"] or item["fill"]) and colour != WHITE
    return rule if painted and rule.thickness <= THICKEST_RULE else None


def _joined(rules: Iterable[Rule], touch: float = 0.2) -> list[Rule]:
    """Rules at one height and of one colour that touch or overlap (mm), made one."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.y, 1), rule.x0)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.colour == rule.colour
            and abs(last.top - rule.top) < touch / 4
            and abs(last.bottom - rule.bottom) < touch / 4
            and rule.x0 <= last.x1 + touch
        ):
            joined[-1] = Rule(
                Box(last.x0, last.top, max(last.x1, rule.x1), last.bottom),
                last.colour,
            )
        else:
            joined.append(rule)
    return joined


def _rgb(colour: Sequence[float] | float | None) -> Rgb:
    """A PDF colour (grey, RGB or CMYK, 0 to 1) as RGB; none given is black."""
    parts = [colour] if isinstance(colour, int | float) else list(colour or [0])
    if len(parts) == 1:
        parts *= 3
    elif len(parts) == 4:
        parts = [(1 - ink) * (1 - parts[3]) for ink in parts[:3]]
    red, green, blue = (round(part * 255) for part in parts)
    return red, green, blue


def gaps(lines: Sequence[TextLine]) -> list[float]:
    """Distances in mm from each baseline to the next."""
    return [below.baseline - above.baseline for above, below in pairwise(lines)]
