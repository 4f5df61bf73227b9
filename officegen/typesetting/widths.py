"""How wide a text is, in characters (字): the width of one Chinese character is 1."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Western letters and digits as 仿宋 and 小标宋 draw them; M, W and capitals are wider than the rest.
_HALF = 0.5
_CAPITAL = 0.65
_WIDE = re.compile("[\u2e80-\U0010ffff“”‘’…—·×]+")


def text_width(text: str) -> float:
    """The width of a text set on one line."""
    narrow = _WIDE.sub("", text)
    return len(text) - len(narrow) + _narrow_width(narrow)


def widest(lines: Sequence[str]) -> float:
    """The width of the widest of several lines; measured together, because tables have many cells."""
    narrow = _WIDE.sub("", "\n".join(lines)).split("\n")
    return max(len(line) - len(rest) + _narrow_width(rest) for line, rest in zip(lines, narrow, strict=True))


def _narrow_width(text: str) -> float:
    return sum(_CAPITAL if character.isupper() else _HALF for character in text)
