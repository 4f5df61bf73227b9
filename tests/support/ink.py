"""Where ink really is: pages as pictures of 300 dots to the inch, 0.085 mm a dot."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Literal

import pypdfium2
from PIL import Image, ImageChops

from tests.support.page import Box, Page

DOTS_PER_MM = 300 / 25.4

THRESHOLD = 64
"""How dark (0 to 255) a dot must be to count: low, because strokes thinner than a dot come out grey."""

Ink = Literal["any", "black", "red"]
"""Which ink counts: all that is not white, dark only, or red only."""


def ink_box(page: Page, window: Box, ink: Ink = "any") -> Box | None:
    """The smallest box around the ink inside `window`; None where the paper is bare."""
    mask, left, top = _mask(page, window, ink)
    found = mask.getbbox()
    if found is None:
        return None
    x0, y0, x1, y1 = found
    return Box(
        (left + x0) / DOTS_PER_MM,
        (top + y0) / DOTS_PER_MM,
        (left + x1) / DOTS_PER_MM,
        (top + y1) / DOTS_PER_MM,
    )


def ink_rows(page: Page, window: Box, ink: Ink = "any") -> list[tuple[float, float]]:
    """The (top, bottom) of every unbroken band of inked rows inside `window`, in mm."""
    mask, _, top = _mask(page, window, ink)
    return _bands(mask.getprojection()[1], top)


def ink_columns(page: Page, window: Box, ink: Ink = "any") -> list[tuple[float, float]]:
    """The (left, right) of every unbroken band of inked columns inside `window`, in mm."""
    mask, left, _ = _mask(page, window, ink)
    return _bands(mask.getprojection()[0], left)


def whole(page: Page) -> Box:
    """The whole page as a window."""
    return Box(0, 0, page.width, page.height)


def _mask(page: Page, window: Box, ink: Ink) -> tuple[Image.Image, int, int]:
    """The window as a picture that is white where ink is, and its left and top in dots."""
    left, top, right, bottom = (
        round(edge * DOTS_PER_MM) for edge in (window.x0, window.top, window.x1, window.bottom)
    )
    red, green, blue = _picture(page).crop((left, top, right, bottom)).split()
    if ink == "red":
        strength = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    elif ink == "black":
        strength = ImageChops.invert(ImageChops.lighter(red, ImageChops.lighter(green, blue)))
    else:
        strength = ImageChops.invert(ImageChops.darker(red, ImageChops.darker(green, blue)))
    return strength.point([0] * THRESHOLD + [255] * (256 - THRESHOLD)), left, top


@lru_cache(maxsize=2)
def _picture(page: Page) -> Image.Image:
    document = pypdfium2.PdfDocument(page.pdf)
    try:
        bitmap = document[page.number - 1].render(scale=300 / 72)
        picture: Image.Image = bitmap.to_pil().convert("RGB")
    finally:
        document.close()
    return picture


def _bands(inked: list[int], offset: int) -> list[tuple[float, float]]:
    bands = []
    position = offset
    for has_ink, run in groupby(inked, key=bool):
        end = position + sum(1 for _ in run)
        if has_ink:
            bands.append((position / DOTS_PER_MM, end / DOTS_PER_MM))
        position = end
    return bands
