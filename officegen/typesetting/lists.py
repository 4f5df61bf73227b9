"""Real Word lists for ``--numbering auto``.

Every list that has to restart gets a numbering definition of its own, with every level's start in it.
That way Word, which counts per definition, and LibreOffice, which counts per list, come to the same
numbers, and the numbers are those that the text would carry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from officegen.documents.entries import Entry
from officegen.numbering import HEADING_SERIES

_FORMATS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
# A list level's indent goes before the style's, so it says again what every style of the body says.
_INDENT = '<w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="640"/></w:pPr>'
_ABSTRACT_ID = re.compile(r'<w:abstractNum\b[^>]*w:abstractNumId="(\d+)"')
_NUM_ID = re.compile(r'<w:num\b[^>]*w:numId="(\d+)"')
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>'
)


@dataclass(slots=True)
class _List:
    """One numbering definition and how far it has counted."""

    starts: dict[int, int]
    counted: list[int] = field(default_factory=lambda: [0] * len(_FORMATS))

    def next(self, level: int) -> int:
        """The number that Word would give to the next paragraph of a level."""
        return self.counted[level] + 1 if self.counted[level] else self.starts.get(level, 1)

    def count(self, level: int) -> None:
        self.counted[level] = self.next(level)
        self.counted[level + 1 :] = [0] * (len(_FORMATS) - level - 1)


class Lists:
    """Gives each marked paragraph its place in a Word list, and writes the lists that were needed.

    Args:
        numbering_xml: The template's own ``word/numbering.xml``, or None where it has none.
    """

    def __init__(self, numbering_xml: str | None = None) -> None:
        self._xml = numbering_xml or _EMPTY
        self._lists: list[_List] = []
        self._of_siblings: dict[tuple[int, int], int] = {}
        self._current = -1
        self._first_id = 1 + max((int(number) for number in _NUM_ID.findall(self._xml)), default=0)

    def new_text(self) -> None:
        """Start a body of its own: an attachment never goes on with the numbers of the text before it."""
        self._of_siblings.clear()
        self._current = -1

    def place(self, entry: Entry) -> str | None:
        """The ``w:numPr`` of a paragraph; None where its mark is not one that Word counts."""
        if entry.numbered is None or entry.numbered[0] not in HEADING_SERIES:
            return None
        series, number = entry.numbered
        level = series.level - 1
        index = self._choose(entry.siblings, level, number)
        self._of_siblings[entry.siblings, level] = self._current = index
        self._lists[index].count(level)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self._first_id + index}"/></w:numPr>'

    def _choose(self, siblings: int, level: int, number: int) -> int:
        for index in (self._of_siblings.get((siblings, level), -1), self._current):
            if index >= 0 and self._lists[index].next(level) == number:
                return index
        self._lists.append(_List({level: number}))
        return len(self._lists) - 1

    def write(self) -> str | None:
        """The whole ``word/numbering.xml``; None where no list was needed."""
        if not self._lists:
            return None
        first = 1 + max((int(number) for number in _ABSTRACT_ID.findall(self._xml)), default=-1)
        definitions = "".join(_definition(first + index, one) for index, one in enumerate(self._lists))
        instances = "".join(
            f'<w:num w:numId="{self._first_id + index}"><w:abstractNumId w:val="{first + index}"/></w:num>'
            for index in range(len(self._lists))
        )
        # The schema wants every definition before the first instance.
        own = self._xml.find("<w:num ")
        end = self._xml.rindex("</w:numbering>")
        middle = own if own >= 0 else end
        return self._xml[:middle] + definitions + self._xml[middle:end] + instances + self._xml[end:]


def _definition(number: int, one: _List) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{one.starts.get(level, 1)}"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{_INDENT}</w:lvl>'
        for level, (form, text) in enumerate(_FORMATS)
    )
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
