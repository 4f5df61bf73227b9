"""From inputs to rendered documents, all of them or none; what ``render`` and ``preview`` share."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from officegen.cli.console import hint
from officegen.documents.document import Document
from officegen.errors import InputError, Problem, UsageError
from officegen.reading import Reading, read, read_bytes

STANDARD = "-"
"""Standard input or output on the command line."""

_STANDARD_INPUT = "标准输入"
_STEM_OF_STANDARD_INPUT = "公文"
_MOST_HINTS = 20
"""So many hints are read; more of them only hide the errors."""
_TRUTH = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


class Style(NamedTuple):
    """How documents are rendered: the options of the command line.

    Attributes:
        department: The pack whose templates are used.
        templates: A folder of packs that is looked into first.
        numbering: ``text`` or ``auto``.
        layout: Layout options as ``KEY=VALUE``.
    """

    department: str | None
    templates: Path | None
    numbering: str
    layout: Sequence[str]

    def options(self) -> dict[str, str | bool]:
        """The layout options by key.

        Raises:
            UsageError: One is not written as ``KEY=VALUE``.
        """
        parted = [option.partition("=") for option in self.layout]
        if wrong := next((key for key, equals, value in parted if not (key and equals and value)), None):
            raise UsageError(f"--layout 要写成“名称=内容”，写的是“{wrong}”。如：--layout page=gbt33476")
        return {key: _TRUTH.get(value.lower(), value) for key, _, value in parted}


class Named(NamedTuple):
    """A document and the path, without suffix, that its files take by default.

    Attributes:
        source: What messages call the input.
        stem: The path without suffix.
        document: The document.
    """

    source: str
    stem: Path
    document: Document


def read_input(source: str, kind: str | None) -> Reading:
    """Read one input.

    Raises:
        InputError: It is at fault.
        UsageError: There is no such kind.
    """
    if source == STANDARD:
        return read_bytes(sys.stdin.buffer.read(), name=_STANDARD_INPUT, kind=kind)
    return read(source, kind=kind)


def read_inputs(sources: Iterable[str], kind: str | None, *, strict: bool) -> list[Named]:
    """Read all inputs, and tell what is doubtful in them.

    Raises:
        InputError: Some are at fault; what is wrong with each of them is told.
        UsageError: There is no such kind.
    """
    documents: list[Named] = []
    faults: list[InputError] = []
    for source in sources:
        try:
            reading = read_input(source, kind)
            tell_doubts(source, reading, strict=strict)
        except InputError as error:
            faults.append(error)
            continue
        documents += _named(source, reading)
    _raise_together(faults)
    return documents


def render_all(documents: Iterable[Named], style: Style) -> list[bytes]:
    """Render every document.

    Raises:
        InputError: Some refer to what is not there; what is wrong with each of them is told.
        UsageError: An option has no such value.
        TemplateError: The pack or its template is at fault.
    """
    from officegen.api import render

    layout = style.options()
    rendered: list[bytes] = []
    faults: list[InputError] = []
    for named in documents:
        try:
            data = render(
                named.document,
                department=style.department,
                templates=style.templates,
                numbering=style.numbering,  # type: ignore[arg-type] # it is checked there
                layout=layout,
            )
        except InputError as error:
            faults.append(InputError(error.problems, error.source or named.source))
            continue
        rendered.append(data)
    _raise_together(faults)
    return rendered


def _raise_together(faults: Sequence[InputError]) -> None:
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise InputError(
            [Problem(problem.describe(fault.source)) for fault in faults for problem in fault.problems]
        )


def tell_doubts(source: str, reading: Reading, *, strict: bool = False) -> None:
    """Tell what is doubtful in an input, and what is printed otherwise than it was typed.

    Raises:
        InputError: Something is doubtful, and the call is strict.
    """
    name = _STANDARD_INPUT if source == STANDARD else source
    doubts = [Problem(doubt.message, line=doubt.line) for doubt in reading.report.doubts]
    if doubts and strict:
        raise InputError(doubts, name)
    changes = [
        Problem(f"“{change.before}”在成文里写作“{change.after}”。", line=change.line)
        for change in reading.report.changed
    ]
    said = [*doubts, *changes]
    for problem in said[:_MOST_HINTS]:
        hint(problem.describe(name))
    if len(said) > _MOST_HINTS:
        hint(f"{name}：另有{len(said) - _MOST_HINTS}条，可以用 officegen outline {source} --json 查看。")


def default_stem(source: str) -> Path:
    """The path, without suffix, that the files of an input take by default."""
    return Path(_STEM_OF_STANDARD_INPUT) if source == STANDARD else Path(source).with_suffix("")


def _named(source: str, reading: Reading) -> list[Named]:
    stem = default_stem(source)
    if len(reading.documents) == 1:
        return [Named(source, stem, reading.documents[0])]
    return [
        Named(source, stem.with_name(f"{stem.name}-{number}"), document)
        for number, document in enumerate(reading.documents, start=1)
    ]
