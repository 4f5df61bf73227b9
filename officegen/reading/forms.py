"""Forms → documents: which kind each is, what is wrong with it, and what is doubtful in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from officegen.documents.blocks import Figure
from officegen.documents.document import KIND_KEYS, Document
from officegen.documents.entries import changed_marks
from officegen.documents.kinds import Kind, find_kind, kinds
from officegen.errors import InputError, Problem, UsageError
from officegen.reading.figures import place_figures
from officegen.reading.form import Form
from officegen.reading.lines import Lines
from officegen.reading.report import Changed, Doubt, Reading, Report

Syntax = Literal["yaml", "json", "toml"]
"""What a form may be written in."""

_SYNTAX_BY_SUFFIX: dict[str, Syntax] = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml"}


def syntax_of(path: Path, name: str) -> Syntax:
    """What a file is written in, told by its suffix.

    Raises:
        InputError: The suffix is none of a form's.
    """
    try:
        return _SYNTAX_BY_SUFFIX[path.suffix.lower()]
    except KeyError:
        raise InputError(
            f"读不了“{path.suffix or path.name}”这种文件。现在能读的表单有 YAML（.yaml、.yml）、JSON（.json）"
            "和 TOML（.toml）。",
            name,
        ) from None


def guess_syntax(text: str) -> Syntax:
    """What a form without a file name is written in."""
    return "json" if text.lstrip().startswith("{") else "yaml"


def read_forms(text: str, source: str, syntax: Syntax, kind: str | None, folder: Path) -> Reading:
    """Every document of a text, or every fault of all its forms.

    Raises:
        InputError: What the text says is at fault.
        UsageError: There is no such kind as the caller named.
    """
    wanted = find_kind(kind) if kind else None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    forms = [form for form in _parse(text, source, syntax) if form.value is not None]
    if not forms:
        raise InputError("里面什么也没有写。可以用“officegen new 会议通知”得到一份带说明的表单。", source)
    reader = _Reader(text, wanted, folder)
    for form in forms:
        reader.add(form)
    if reader.problems:
        raise InputError(sorted(reader.problems, key=lambda problem: problem.line or 0), source)
    return Reading(
        tuple(reader.documents), Report(changed=tuple(reader.changed), doubts=tuple(reader.doubts))
    )


def _parse(text: str, source: str, syntax: Syntax) -> list[Form]:
    # Each parser is loaded only when a form is written in it.
    if syntax == "json":
        from officegen.reading.json_form import parse
    elif syntax == "toml":
        from officegen.reading.toml_form import parse
    else:
        from officegen.reading.yaml_form import parse
    return parse(text, source) if text.strip() else []


class _Reader:
    """Makes documents of the forms of one text, and collects what there is to say of them.

    Attributes:
        documents: The documents so far.
        problems: What is wrong with the forms.
        changed: What stands in the documents otherwise than typed.
        doubts: What a person should look at.
    """

    def __init__(self, text: str, kind: Kind | None, folder: Path) -> None:
        self._lines = Lines(text)
        self._kind = kind
        self._folder = folder
        self.documents: list[Document] = []
        self.problems: list[Problem] = []
        self.changed: list[Changed] = []
        self.doubts: list[Doubt] = []

    def add(self, form: Form) -> None:
        """Read one form."""
        if not isinstance(form.value, Mapping):
            self.problems.append(_no_mapping(form))
            return
        kind = self._kind or self._kind_of(form.value, form)
        if kind is None:
            return
        model = kind.model
        fields = {key: value for key, value in form.value.items() if key not in KIND_KEYS}
        try:
            document = model.model_validate(fields)
        except ValidationError as error:
            from officegen.reading.faults import problems

            self.problems += problems(error, model, form.locate())
            return
        document, missing = place_figures(document, self._folder)
        self.problems += (self._missing_figure(image) for image in missing)
        self.documents.append(document)
        self._remark(document, form)

    def _kind_of(self, value: Mapping[str, object], form: Form) -> Kind | None:
        """The kind that a form names; None, and a problem more, where it names none."""
        named = [key for key in KIND_KEYS if value.get(key)]
        if not named:
            self.problems.append(
                Problem(
                    "没有写明文种。",
                    line=form.locate().line,
                    remedy=f"请在开头写“文种: 会议通知”。{_known_kinds()}",
                )
            )
            return None
        line = form.locate().keys[named[0]].line
        if len(named) > 1:
            self.problems.append(Problem("文种写了两次，请只留一处。", _KIND_FIELD, line))
            return None
        name = value[named[0]]
        try:
            if not isinstance(name, str):
                raise UsageError(f"文种要写成一个词。{_known_kinds()}")
            return find_kind(name)
        except UsageError as error:
            self.problems.append(Problem(str(error), _KIND_FIELD, line))
            return None

    def _missing_figure(self, image: str) -> Problem:
        return Problem(
            f"没有找到图片“{image}”。",
            Figure.both_names("image"),
            self._lines.find_next(image),
            f"请检查文件名；路径从“{self._folder.absolute()}”算起。",
        )

    def _remark(self, document: Document, form: Form) -> None:
        """Add to the report what this document is doubtful about, and which marks it prints otherwise."""
        for before, after in changed_marks(document.main_text()):
            self.changed.append(Changed(self._lines.find_next(before), before, after, "mark-normalised"))
        for remark in document.doubts():
            from officegen.reading.paths import nearest_place, trace

            root = form.locate()
            place = nearest_place(root, trace(type(document), remark.path))
            line = None if place is root else place.line
            self.doubts.append(Doubt(line, remark.code, remark.message, self._lines.quote(line)))


_KIND_FIELD = "文种（kind）"


def _known_kinds() -> str:
    return f"现有文种：{'、'.join(f'{kind.label}（{kind.name}）' for kind in kinds())}。"


def _no_mapping(form: Form) -> Problem:
    hint = (
        "冒号要用半角，后面空一格。" if isinstance(form.value, str) and set("：:") & set(form.value) else ""
    )
    return Problem(
        "表单要写成一项一项的“名称: 内容”。",
        line=form.locate().line,
        remedy=f"{hint}可以用“officegen new 会议通知”得到一份带说明的表单。",
    )
