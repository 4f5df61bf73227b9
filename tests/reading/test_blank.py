"""The form of ``officegen new`` is a good document as it stands, and with any of its comments made true."""

from __future__ import annotations

import re

import pytest

from officegen.documents.fields import label_of
from officegen.documents.kinds import Kind, kinds
from officegen.reading import read_text
from officegen.reading.blank import blank_form

_COMMENTED_FIELD = re.compile(r"(?m)^# (?=[^\s#:：]+:(?: |$))(?:.*\n)(?:^#   .*\n)*")


def _forms_with_one_more_field(kind: Kind) -> list[str]:
    form = blank_form(kind)
    start = form.index("# ————") if "# ————" in form else len(form)
    return [
        form[: found.start()] + re.sub(r"(?m)^# ", "", found.group()) + form[found.end() :]
        for found in _COMMENTED_FIELD.finditer(form, start)
    ]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_it_reads_as_it_stands(kind: Kind) -> None:
    reading = read_text(blank_form(kind))
    assert [type(document) for document in reading.documents] == [kind.model]
    assert reading.report.doubts == ()
    assert reading.report.changed == ()


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_it_reads_with_each_commented_field(kind: Kind) -> None:
    plain = read_text(blank_form(kind)).documents[0]
    others = _forms_with_one_more_field(kind)
    assert len(others) == blank_form(kind).split("# ————")[-1].count("\n\n")
    for form in others:
        assert read_text(form).documents[0] != plain


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_field_is_shown_and_explained(kind: Kind) -> None:
    form = blank_form(kind)
    assert form.startswith(f"文种: {kind.label}\n# 改好后运行：officegen render")
    for name, info in kind.model.model_fields.items():
        shown = re.search(
            rf"(?m)^# {re.escape(info.description or '')}(?:（必填）)?\n(?:# )?{label_of(name, info)}:", form
        )
        assert shown, name
    assert all(len(line) < 100 for line in form.splitlines())
