"""Whether the days and hours named in a meeting notice agree with each other."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from officegen.documents.dates import clock_faults, day_faults, find_days, write_date
from officegen.documents.document import Path, Remark


class MeetingDates(NamedTuple):
    """What a meeting notice says about days and hours.

    Attributes:
        texts: Every text in which a day or an hour may be named, with where it stands.
        meeting: Those that say when the meeting is.
        deadline: By when to register.
        issued: The date of the notice; it supplies the year where a text names none.
    """

    texts: list[tuple[Path, str]]
    meeting: list[str]
    deadline: str | None
    issued: date | None

    def faults(self) -> Iterator[Remark]:
        """Contradictions between what is written: days, weekdays, hours, and the deadline."""
        yield from (remark for certain, remark in self._remarks() if certain)
        for path, text in self.texts:
            yield from (Remark("end-before-start", path, message) for message in clock_faults(text))

    def doubts(self) -> Iterator[Remark]:
        """Days that look wrong once a year is supplied, and a notice issued after its meeting."""
        yield from (remark for certain, remark in self._remarks() if not certain)
        first = self._first_day()
        if self.issued and first and first[0] < self.issued:
            yield Remark(
                "issued-late",
                ("date",),
                f"成文日期{write_date(self.issued)}晚于会议日期{write_date(first[0])}。",
            )

    def _remarks(self) -> Iterator[tuple[bool, Remark]]:
        """What is wrong with the days named, each with whether it is certain."""
        for path, text in self.texts:
            for certain, message in day_faults(text, self.issued):
                yield certain, Remark("date", path, message)
        first = self._first_day()
        if first and self.deadline:
            for found in find_days(self.deadline, self.issued):
                if found.day and found.day > first[0]:
                    yield (
                        found.certain and first[1],
                        Remark(
                            "deadline-after-meeting",
                            ("registration", "deadline"),
                            f"报名截止时间{write_date(found.day)}晚于会议日期{write_date(first[0])}，请核对。",
                        ),
                    )

    def _first_day(self) -> tuple[date, bool] | None:
        """The first day of the meeting and whether its year is written."""
        days = [(f.day, f.certain) for text in self.meeting for f in find_days(text, self.issued) if f.day]
        return min(days, default=None)
