"""Plain text with the marks typed in, read line by line: which mark, which heading, which text.

A line is one paragraph. ``（一）提升设施。年内新建12个。`` is a heading that runs into its text;
``一、肯定成绩，正视问题`` is a heading on its own line; ``1.请提前10分钟入场，手机调至静音。`` is one whole
sentence with a mark and no heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from officegen.documents.text import plain
from officegen.numbering import FIRST, SECOND, Mark, read_mark

_INDENT = " \t\u3000\u00a0"
_STARS = "**"
_SENTENCE_END = re.compile(r"[。！？]")

# How many characters the first sentence behind a mark may have and still be a heading: by level of the
# mark. Measured on the speeches of the corpus: headings of the first level run to about 60, points and
# lower levels stay below 30; longer first sentences are text.
_LONGEST_HEADING = {1: 60, 2: 40, 3: 30, 4: 30, 5: 30}


class OutlineLine(NamedTuple):
    """One line of plain text, parted.

    Attributes:
        mark: The mark at its head, or None.
        heading: The heading as typed, with its final 。 where it had one; None where the line has none.
        text: What follows the heading in the same paragraph, or the whole line; None where nothing does.
    """

    mark: Mark | None
    heading: str | None
    text: str | None


def read_lines(text: str) -> Iterator[OutlineLine]:
    """Part a text into its lines; blank lines and indentation are layout and fall away."""
    for raw in text.split("\n"):
        line = raw.strip(_INDENT)
        if line:
            yield _read_line(line)


def _read_line(line: str) -> OutlineLine:
    found = read_mark(line)
    if found is None or not found[1].strip(_INDENT):
        return OutlineLine(None, None, line)
    mark, rest = found[0], found[1].lstrip(_INDENT)
    return OutlineLine(mark, *_part(rest, mark))


def _part(rest: str, mark: Mark) -> tuple[str | None, str | None]:
    """Part what follows a mark into heading and text."""
    end = _SENTENCE_END.search(rest)
    longest = _LONGEST_HEADING[mark.series.level]
    if end is None:
        return (rest, None) if len(rest) <= longest else (None, rest)
    stop = end.end()
    if _tears(rest, stop):
        stop += len(_STARS)
        if not rest.endswith(_STARS, 0, stop) or _tears(rest, stop):
            return None, rest
    first, remainder = rest[:stop], rest[stop:]
    if len(first) > longest:
        return None, rest
    if remainder:
        return first, remainder
    # One sentence and nothing else: on the two upper levels a heading that was given a full stop,
    # below them an item that is a sentence of its own.
    return (first, None) if mark.series in (FIRST, SECOND) else (None, rest)


def _tears(text: str, place: int) -> bool:
    """Whether a cut at that place would part the two ends of something bold."""
    return plain(text[:place]) + plain(text[place:]) != plain(text)
