"""Where the lines of a title break.

GB/T 9704-2012 7.3.1: lines keep words whole and are set as a trapezoid or a diamond, so neither as a
rectangle nor as an hourglass. The words come from a segmenter; of all ways to break between them the
one that costs least is taken.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from officegen.typesetting import cache
from officegen.typesetting.widths import text_width

_SEGMENTER = "rjieba"
_LEAST = 3
"""No line has fewer characters than this."""

_MANY_BREAKS = 60
"""A title with more places to break than this is no title; its lines are just filled."""

_CLOSING = tuple("，。、；：？！）》〉」』】〕”’…—·")
_OPENING = tuple("（《〈「『【〔“‘")

# Words that belong to what stands before them, and words that belong to what follows.
_ENDINGS = ("的", "等", "了", "们", "会", "暨", "上", "中", "和", "与", "及", "以及", "或")
_BEGINNINGS = ("关于", "在", "对", "向", "和", "与", "及", "以及", "或", "暨", "为", "把", "将", "第", "《")

# Nouns in a row make one phrase (文明｜典范｜城市), and some nouns close the phrase before them (创建｜工作).
# Kinds of words as the segmenter names them.
_NOUN_LIKE = frozenset(("n", "nr", "ns", "nt", "nz", "a", "an", "b", "j", "vn"))
_TRAILING_NOUNS = ("工作", "活动", "事项", "方案", "规划", "意见", "办法", "情况")

_COST_BAD_BREAK = 30.0
_COST_IN_PHRASE = 3.0
_GAIN_AT_SPACE = 6.0
_COST_MORE_LINES = 10.0
_COST_RECTANGLE = 8.0
_COST_HOURGLASS = 60.0
_COST_UNEVEN = 0.12
_COST_OPEN_QUOTE = 4.0


def break_title(title: str, width: float) -> str:
    """The title with a line feed wherever a line ends.

    Args:
        title: The title; where its author broke it into lines, those lines stand.
        width: How many Chinese characters fit into a line.
    """
    if "\n" in title or text_width(title) <= width:
        return title
    return "\n".join(_lines(title, width))


@lru_cache(maxsize=1024)
def _lines(title: str, width: float) -> tuple[str, ...]:
    places = _places(title)
    fewest = -int(-text_width(title) // width)
    if len(places) > _MANY_BREAKS:
        return _filled(title, set(places), width)
    best: tuple[float, tuple[str, ...]] | None = None
    for count in (fewest, fewest + 1):
        for lines in _ways(title, places, count, width):
            cost = _cost(lines, places, title) + _COST_MORE_LINES * (count - fewest)
            if best is None or cost < best[0]:
                best = (cost, lines)
    return best[1] if best else _filled(title, set(places), width)


def _places(title: str) -> dict[int, float]:
    """Where the title may be broken, and what a break there costs by its words alone."""
    places: dict[int, float] = {}
    position = 0
    for (before, kind), (after, next_kind) in pairwise(_words(title)):
        position += len(before)
        if not _splittable(before, after):
            continue
        if before.isspace():
            places[position] = -_GAIN_AT_SPACE
            continue
        cost = _COST_OPEN_QUOTE * _open_marks(title[:position])
        if _belongs_to_before(after):
            cost += _COST_BAD_BREAK
        if before in _BEGINNINGS:
            cost += _COST_BAD_BREAK
        if (kind in _NOUN_LIKE and next_kind in _NOUN_LIKE) or after in _TRAILING_NOUNS:
            cost += _COST_IN_PHRASE
        places[position] = cost
    return places


def _words(title: str) -> list[tuple[str, str]]:
    """The words of a title and their kinds.

    The segmenter takes as long to load as all the rest of a command line, and most command lines set a
    title that was set before: the words of the first title in a process are looked up on disk.
    """
    if _SEGMENTER in sys.modules:
        return _segmented(title)
    known = cache.remember(f"title {title}".encode(), lambda: {"words": _segmented(title)}, {"words"})
    try:
        words = [(str(word), str(kind)) for word, kind in known["words"]]
    except (TypeError, ValueError):
        words = []
    return words if "".join(word for word, _ in words) == title else _segmented(title)


def _segmented(title: str) -> list[tuple[str, str]]:
    import rjieba

    words: list[tuple[str, str]] = rjieba.tag(title)
    return words


def _belongs_to_before(word: str) -> bool:
    """Whether a line must not begin with a word: 的, 和, and the 会 of 推进会 that the segmenter cut off."""
    return word.startswith(_ENDINGS) and not word.startswith(("上级", "中央", "中国", "上海"))


def _splittable(before: str, after: str) -> bool:
    if after.isspace() or after.startswith(_CLOSING) or before.endswith(_OPENING):
        return False
    # A number stays with its unit and with the rest of itself, a Latin word with its hyphen.
    return not (
        before[-1].isascii() and not before[-1].isspace() and (after[0].isascii() or before[-1].isdigit())
    )


def _open_marks(text: str) -> int:
    return sum(text.count(mark) for mark in _OPENING) - sum(text.count(mark) for mark in "）》〉」』】〕”’")


def _ways(
    title: str, places: dict[int, float], count: int, width: float, start: int = 0
) -> Iterator[tuple[str, ...]]:
    """Every way to break the rest of a title into so many lines that fit."""
    if count == 1:
        if _fits(title[start:], width):
            yield (title[start:],)
        return
    for place in places:
        if place <= start or not _fits(title[start:place], width):
            continue
        if text_width(title[place:]) > width * (count - 1):
            continue
        for rest in _ways(title, places, count - 1, width, place):
            yield (title[start:place], *rest)


def _fits(line: str, width: float) -> bool:
    return _LEAST <= text_width(line.strip()) <= width


def _cost(lines: Sequence[str], places: dict[int, float], title: str) -> float:
    widths = [text_width(line.strip()) for line in lines]
    position, words = 0, 0.0
    for line in lines[:-1]:
        position += len(line)
        words += places[position]
    mean = text_width(title) / len(lines)
    return words + _shape_cost(widths) + _COST_UNEVEN * sum((one - mean) ** 2 for one in widths)


def _shape_cost(widths: Sequence[float]) -> float:
    """What the outline costs: nothing for a trapezoid or a diamond."""
    if max(widths) - min(widths) < 1:
        return _COST_RECTANGLE
    steps = [after - before for before, after in pairwise(widths)]
    narrows = [step < 0 for step in steps if step]
    # A line that is narrower than both its neighbours makes a waist.
    waists = sum(first and not second for first, second in pairwise(narrows))
    return _COST_HOURGLASS * waists


def _filled(title: str, places: set[int], width: float) -> tuple[str, ...]:
    """Lines filled as far as they go, between words where that is possible."""
    lines, start = [], 0
    while text_width(title[start:]) > width:
        end = start + 1
        while text_width(title[start : end + 1]) <= width:
            end += 1
        end = max((place for place in places if start + _LEAST <= place <= end), default=end)
        if 0 < len(title) - end < _LEAST:
            end -= _LEAST - (len(title) - end)
        lines.append(title[start:end])
        start = end
    return (*lines, title[start:])
