"""Every sample: a sound Word file that says all that its form says, the same each time."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import officegen
from officegen import render
from tests.samples.expectations import Wanted, claims
from tests.samples.samples import FOLDER, FORMS, leaves, paragraphs, read, typed, word_file
from tests.support.ooxml import sdk_errors_of
from tests.support.package import Package
from tests.support.structure import structural_errors

EVERY = pytest.mark.parametrize("name", FORMS)

NOT_PRINTED = {
    "kind", "文种", "图片", "空行", "列宽", "跨行", "跨列", "series", "同段", "合并相同", "重复表头", "加盖印章",
    "宽度", "放在之后",
}  # fmt: skip
"""Keys whose values steer the layout and are no text."""

DOUBTS = {
    # The second attachment is sent apart.
    "会议通知-联合发文": ["attachment-without-content"],
    # The source jumps from 一、 to 三、.
    "讲话稿-创文动员会": ["missing-number"],
}
"""What reading asks about; of the other samples, nothing."""

DATE = re.compile(r"(\d{4})-0?(\d+)-0?(\d+)")


def test_there_is_a_sample_of_everything() -> None:
    assert len(FORMS) >= 9
    assert {read(name).kind for name in FORMS} == {"meeting-notice", "speech", "pledge"}
    assert {path.suffix for path in FORMS.values()} == {".yaml", ".json", ".toml"}
    assert {"kind", "文种"} <= {key for name in FORMS for key in typed(name)}


@EVERY
def test_the_structure_is_sound(name: str) -> None:
    assert structural_errors(word_file(name)) == []
    assert structural_errors(render(read(name), numbering="auto")) == []


@pytest.mark.ooxml
def test_the_open_xml_sdk_finds_nothing() -> None:
    files = {name: word_file(name) for name in FORMS}
    files |= {f"{name}, auto": render(read(name), numbering="auto") for name in FORMS}
    assert {name: errors for name, errors in sdk_errors_of(files).items() if errors} == {}


@EVERY
def test_the_same_form_gives_the_same_bytes(name: str) -> None:
    assert render(read(name)) == word_file(name)


@EVERY
def test_everything_typed_is_printed(name: str) -> None:
    printed = [paragraph.text for paragraph in paragraphs(name)]
    missing = [text for text in _texts(name) if not any(text in one for one in printed)]
    assert missing == []


@pytest.mark.parametrize("name", ["讲话稿-推进会", "讲话稿-创文动员会", "讲话稿-典范城市动员大会"])
def test_a_body_typed_as_text_is_printed_line_by_line(name: str) -> None:
    form = typed(name)
    lines = [*form["正文"].splitlines(), *form.get("结束语", "").splitlines()]
    body = [one.text for one in paragraphs(name) if one.style in ("公文正文", "heading 1")]
    assert body == lines


@EVERY
def test_reading_doubts_only_what_is_doubtful(name: str) -> None:
    report = officegen.read(FORMS[name]).report
    assert [doubt.code for doubt in report.doubts] == DOUBTS.get(name, [])
    assert (report.dropped, report.changed) == ((), ())


def test_the_picture_is_small_and_in_the_file() -> None:
    picture = (FOLDER / "会场示意图.png").read_bytes()
    assert len(picture) < 30_000
    assert picture in Package.read(word_file("会议通知-红头")).parts.values()


def test_a_note_without_meaning_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        claims(Wanted("一、", where="somewhere nice"))
    with pytest.raises(KeyError):
        claims(Wanted("一、", where="heading", look="五号隶书"))


def _texts(name: str) -> Iterator[str]:
    """Every line of text in a form as it is to be printed: without the marks of bold, dates in words."""
    for path, value in leaves(typed(name)):
        if path[-1] in NOT_PRINTED:
            continue
        for line in value.replace("**", "").splitlines():
            if line.strip():
                yield DATE.sub(r"\1年\2月\3日", line.strip())
