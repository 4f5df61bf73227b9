"""How wide a text is, in characters (字): the width of one Chinese character is 1."""

from __future__ import annotations

# Western letters and digits as 仿宋 and 小标宋 draw them; M, W and capitals are wider than the rest.
_HALF = 0.5
_CAPITAL = 0.65


def character_width(character: str) -> float:
    """The width of one character."""
    if character >= "\u2e80" or character in "“”‘’…—·×【】《》〈〉、。":
        return 1.0
    return _CAPITAL if character.isupper() else _HALF


def text_width(text: str) -> float:
    """The width of a text set on one line."""
    return sum(map(character_width, text))
