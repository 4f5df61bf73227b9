"""The lines of a source, to be quoted and searched."""

from __future__ import annotations

_LONGEST_QUOTE = 40


class Lines:
    """The lines of a source."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._passed: dict[str, int] = {}

    def quote(self, line: int | None) -> str:
        """A line without its indentation, shortened where it is long."""
        if line is None or line > len(self._lines):
            return ""
        text = self._lines[line - 1].strip()
        return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"

    def find_next(self, words: str) -> int | None:
        """The line of the next occurrence of words, each search for the same words going on from the last."""
        for number in range(self._passed.get(words, 0), len(self._lines)):
            if words in self._lines[number]:
                self._passed[words] = number + 1
                return number + 1
        return None
