"""How wide a text is, in characters (字): the width of one Chinese character is 1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# Western letters and digits as 仿宋 and 小标宋 draw them; M, W and capitals are wider than the rest.
_HALF = 0.5
_CAPITAL = 0.65
_FIRST_WIDE = "\u2e80"
_ALSO_WIDE = "“”‘’…—·×"
_WIDE = f"[{_FIRST_WIDE}-\U0010ffff{_ALSO_WIDE}]+"


def text_width(text: str) -> float:
    """The width of a text set on one line."""
    narrow = [character for character in text if character < _FIRST_WIDE and character not in _ALSO_WIDE]
    return len(text) - len(narrow) + _narrow_width(narrow)


def widest(lines: Sequence[str]) -> float:
    """The width of the widest of several lines; measured together, because tables have many cells."""
    narrow = re.sub(_WIDE, "", "\n".join(lines)).split("\n")
    return max(len(line) - len(rest) + _narrow_width(rest) for line, rest in zip(lines, narrow, strict=True))


def _narrow_width(characters: Iterable[str]) -> float:
    return sum(_CAPITAL if character.isupper() else _HALF for character in characters)
