"""Whatever goes into a document comes out of the Word file, to the character, in order, and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pydantic import ValidationError

from officegen.documents.document import Document
from officegen.documents.speech import Speech
from officegen.typesetting.render import render
from tests.strategies import ILLEGAL, MODELS, Form, bodies, documents, forms, tagged_words, words
from tests.support.docx_text import headers_and_footers, paragraphs
from tests.support.expected import expected, signed_side_by_side
from tests.support.package import Package

KINDS = sorted(MODELS)
FOOTERS = {"word/footer1.xml": ["— 1 —"], "word/footer2.xml": ["— 1 —"]}


def _assert_says_exactly(document: Document, docx: bytes, *, auto: bool = False) -> None:
    found, wanted = paragraphs(docx), expected(document, auto=auto)
    if signed_side_by_side(document):
        found, wanted = [text for text in found if text], [text for text in wanted if text]
    assert found == wanted
    assert headers_and_footers(docx) == FOOTERS


@pytest.mark.parametrize("numbering", ["text", "auto"])
@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40)
@given(data=st.data())
def test_the_file_says_what_the_document_says(
    kind: str, numbering: Literal["text", "auto"], data: st.DataObject
) -> None:
    document = data.draw(documents(kind, words()))
    docx = render(document, numbering=numbering)
    assert not Package.read(docx).broken
    _assert_says_exactly(document, docx, auto=numbering == "auto")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40)
@given(data=st.data())
def test_every_text_of_a_form_turns_up(kind: str, data: st.DataObject) -> None:
    """Seen from the outside: what was typed into the form is found in the file, whatever lies between."""
    form = data.draw(forms(kind, tagged_words()))
    document = MODELS[kind].model_validate(form)
    said = "".join(paragraphs(render(document))).replace("\n", "")
    told = "".join(doubt.message for doubt in document.doubts())
    assert [text for text in _tagged(form) if text not in said and text not in told] == []


@settings(max_examples=60)
@given(bodies(tagged_words()))
def test_the_body_comes_in_the_order_in_which_it_was_written(body: Any) -> None:
    body = _unmerged(body)
    said = "\n".join(paragraphs(render(Speech.model_validate({"标题": "讲话", "正文": body}))))
    end = 0
    for text in _tagged(body):
        assert text in said[end:]
        end = said.index(text, end) + len(text)


def _unmerged(form: Any) -> Any:
    """The form without the wish to show equal cells of a table only once."""
    if isinstance(form, dict):
        return {key: _unmerged(value) for key, value in form.items() if key not in ("merge_same", "合并相同")}
    return [_unmerged(item) for item in form] if isinstance(form, list) else form


def _tagged(form: object) -> Iterator[str]:
    """The tagged texts of a form in the order in which they stand there."""
    if isinstance(form, str):
        yield from re.findall("❰.*?❱", form)
    elif isinstance(form, dict):
        for value in form.values():
            yield from _tagged(value)
    elif isinstance(form, list):
        for item in form:
            yield from _tagged(item)


# What a document may not hold -------------------------------------------------------------------------------


@pytest.mark.parametrize("character", ILLEGAL)
@pytest.mark.parametrize(
    ("form", "place"),
    [
        ({"title": "讲话{}", "body": "正文"}, ("title",)),
        ({"title": "讲话", "body": "正文", "closing": "谢谢{}大家"}, ("closing",)),
        (
            {"标题": "讲话", "正文": ["好的", {"标题": "小标题", "内容": ["{}"]}]},
            ("body", 1, "section", "blocks", 0),
        ),
        (
            {"标题": "讲话", "正文": {"行": [["甲", "乙"], ["丙", "{}丁"]]}},
            ("body", 0, "table", "rows", 1, 1, "text"),
        ),
    ],
)
def test_a_character_that_word_cannot_hold_is_refused_at_its_place(
    character: str, form: Form, place: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as refused:
        Speech.model_validate(_filled(form, character))
    (error,) = refused.value.errors()
    assert error["loc"][: len(place)] == place
    assert f"U+{ord(character):04X}" in error["msg"]


def _filled(form: Any, character: str) -> Any:
    if isinstance(form, str):
        return form.replace("{}", character)
    if isinstance(form, dict):
        return {key: _filled(value, character) for key, value in form.items()}
    return [_filled(item, character) for item in form]


@given(st.text(st.characters(categories=("Cc", "Cs", "Lo")), min_size=1, max_size=8))
def test_text_is_kept_or_refused_and_never_changed(text: str) -> None:
    """Any text at all, control characters and halves of surrogate pairs among it."""
    line_ends = re.sub("\r\n?", "\n", text)
    try:
        document = Speech(title="讲话", body=[{"文字": f"始{text}终"}])
    except ValidationError as error:
        assert "控制字符" in str(error)  # noqa: PT017 - the other way out is no error
        assert any(character in line_ends for character in _all_illegal())
    else:
        said = "\n".join(paragraphs(render(document)))
        assert said == f"讲话\n\n始{line_ends}终"


def _all_illegal() -> Iterator[str]:
    yield from ILLEGAL
    yield from map(chr, range(0x7F, 0xA0))
    yield from map(chr, range(0xD800, 0xE000))


# Size -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("numbering", ["text", "auto"])
def test_ten_thousand_paragraphs(numbering: Literal["text", "auto"]) -> None:
    lines = [f"（{'一' if n % 2 else '二'}）第{n}件事。办理{n}项&<{{{{{n}}}}}。" for n in range(10_000)]
    document = Speech(title="报告", body="\n".join(lines))
    docx = render(document, numbering=numbering)
    etree.fromstring(Package.read(docx).parts["word/document.xml"], etree.XMLParser(huge_tree=True))
    _assert_says_exactly(document, docx, auto=numbering == "auto")
    said = "".join(paragraphs(docx))
    assert all(line[3:] in said for line in lines)
