"""Values from JSON and TOML, brought to what a form holds: mappings, lists, text, truth and nothing."""

from __future__ import annotations

from datetime import date, time

from officegen.reading.form import MAX_DEPTH


def plain(value: object, depth: int = 0) -> object:
    """The value with dates, hours and numbers as the text that stands for them.

    Raises:
        RecursionError: It is nested deeper than a form may be.
    """
    if depth > MAX_DEPTH:
        raise RecursionError
    if isinstance(value, dict):
        return {key: plain(each, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each, depth + 1) for each in value]
    # datetime is a date; Python writes the T of ISO 8601 between day and hour, people write a space.
    if isinstance(value, date | time):
        return str(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
