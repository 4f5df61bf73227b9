"""The body in reading order, each piece with the mark it carries and its place in the tree.

Typesetting and ``officegen outline`` both walk a body this way, so they can never number differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from officegen.documents.blocks import Block, Paragraph, Point, Points, Section
from officegen.numbering import LAST_WORD, ORDINALS, SERIES, Mark, Series, next_series, read_mark


class Entry(NamedTuple):
    """One piece of a body.

    Attributes:
        block: Where it comes from.
        depth: Its place in the tree, 1 at the top.
        level: The style of its mark: 0 none, 1 一、 2 （一） 3 1. 4 （1） 5 一是 and the like.
        label: The mark as it is printed; empty where there is none.
        heading: The heading as typed, without its mark; None where there is none.
        text: The text behind the heading, or all of it; None where there is none.
        starts_paragraph: False for a point that goes on in the paragraph before it.
        numbered: The series and number of a recognised mark.
        siblings: Which run of siblings it is counted in; the same number for all of one list.
    """

    block: Block | Point
    depth: int
    level: int = 0
    label: str = ""
    heading: str | None = None
    text: str | None = None
    starts_paragraph: bool = True
    numbered: tuple[Series, int] | None = None
    siblings: int = 0


class _Count:
    """Counts the siblings of one list: each goes on from the one before, or by the mark it was given."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self.number = 0

    def take(self, typed: str | None) -> tuple[str, int, tuple[Series, int] | None]:
        """The label, level and place of the next sibling."""
        if typed is None:
            self.number += 1
            return self.series.write(self.number), self.series.level, (self.series, self.number)
        mark = whole_mark(typed)
        if mark is None:
            return typed, self.series.level, None
        self.series, self.number = mark.series, mark.number
        return mark.text, mark.series.level, (mark.series, mark.number)


@lru_cache(maxsize=1024)
def whole_mark(typed: str) -> Mark | None:
    """The mark that a text is, and nothing besides; None where it is anything else."""
    found = read_mark(typed)
    return found[0] if found and not found[1] else None


class _Walk:
    def __init__(self) -> None:
        self._lists = 0

    def blocks(self, blocks: Sequence[Block], depth: int, above: Series | None) -> Iterator[Entry]:
        count = _Count(next_series(above))
        self._lists += 1
        siblings = self._lists
        for block in blocks:
            if isinstance(block, Section):
                label, level, place = count.take(block.mark)
                yield Entry(
                    block, depth, level, label, block.heading, block.text, numbered=place, siblings=siblings
                )
                yield from self.blocks(block.blocks, depth + 1, count.series)
            elif isinstance(block, Points):
                yield from self._points(block, depth, above)
            elif isinstance(block, Paragraph):
                yield Entry(block, depth, text=block.text)
            else:
                yield Entry(block, depth)

    def _points(self, points: Points, depth: int, above: Series | None) -> Iterator[Entry]:
        if points.lead is not None:
            yield Entry(points, depth, text=points.lead)
        count = _Count(SERIES[points.series])
        self._lists += 1
        siblings = self._lists
        goes_on = points.one_paragraph and points.lead is not None
        for item in points.items:
            label, level, place = count.take(item.mark)
            yield Entry(
                item, depth, level, label, item.heading, item.text, not goes_on, place, siblings=siblings
            )
            goes_on = points.one_paragraph
            yield from self.blocks(item.blocks, depth + 1, above)


def entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Walk a body in reading order."""
    return _Walk().blocks(blocks, 1, None)


def changed_marks(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Marks that are printed otherwise than typed, such as 1、 as 1. : what was typed, what is printed."""
    for entry in entries(blocks):
        typed = entry.block.mark if isinstance(entry.block, Section | Point) else None
        if typed and typed != entry.label:
            yield typed, entry.label


def number_gaps(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Typed marks that do not follow the one before: the mark, and the one that was to be expected."""
    last: dict[tuple[int, str], int] = {}
    for entry in entries(blocks):
        if entry.numbered is None:
            continue
        series, number = entry.numbered
        counted = ORDINALS[0] if series in ORDINALS else series
        if entry.label == LAST_WORD:
            # It closes its list after any number of items; what follows starts anew.
            last[entry.siblings, counted.name] = 0
            continue
        expected = last.get((entry.siblings, counted.name), 0) + 1
        if number != expected:
            has_it = series.last is None or expected <= series.last
            yield entry.label, (series if has_it else counted).write(expected)
        last[entry.siblings, counted.name] = number
