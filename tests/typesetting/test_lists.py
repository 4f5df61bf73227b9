"""Word's own numbering comes to the same marks as the text would carry: counted here as Word counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from officegen.documents.speech import Speech
from officegen.errors import UsageError
from officegen.numbering import to_chinese
from officegen.typesetting.render import render, render_with
from officegen.typesetting.template import CompiledTemplate
from tests.strategies import MODELS, bodies, documents, words
from tests.support.docx_text import paragraphs, text_of
from tests.support.package import Package, qn
from tests.support.templates import NAME, changed, part, template_of

FORMATS: dict[str, Callable[[int], str]] = {"decimal": str, "chineseCountingThousand": to_chinese}
EXAMPLES = settings(max_examples=40)


@dataclass
class WordList:
    """A numbering definition and how far Word has counted in it."""

    levels: list[etree._Element]
    counted: dict[int, int] = field(default_factory=dict)

    def mark(self, level: int) -> str:
        """The mark of the next paragraph of a level; what stands below that level starts anew."""
        self.counted[level] = self.counted[level] + 1 if level in self.counted else self._start(level)
        self.counted = {known: number for known, number in self.counted.items() if known <= level}
        text = _said(self.levels[level], "w:lvlText")
        for known in range(level + 1):
            write = FORMATS[_said(self.levels[known], "w:numFmt")]
            text = text.replace(f"%{known + 1}", write(self.counted.get(known, self._start(known))))
        return text

    def _start(self, level: int) -> int:
        return int(_said(self.levels[level], "w:start"))


def _said(parent: etree._Element, tag: str) -> str:
    child = parent.find(qn(tag))
    assert child is not None
    return child.get(qn("w:val"), "")


def _lists(package: Package) -> dict[str, WordList]:
    """The lists of a file by the id that paragraphs name; two ids of one definition count together."""
    numbering = package.related("numbering")
    if numbering is None:
        return {}
    definitions = {
        one.get(qn("w:abstractNumId")): WordList(one.findall(qn("w:lvl")))
        for one in numbering.iter(qn("w:abstractNum"))
    }
    return {
        one.get(qn("w:numId"), ""): definitions[_said(one, "w:abstractNumId")]
        for one in numbering.iter(qn("w:num"))
    }


def _as_word_shows_it(docx: bytes) -> list[str]:
    """Every paragraph with the mark that Word puts before it."""
    package = Package.read(docx)
    lists, shown = _lists(package), []
    for paragraph in package.trees[package.main()].iter(qn("w:p")):
        place = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        mark = "" if place is None else lists[_said(place, "w:numId")].mark(int(_said(place, "w:ilvl")))
        shown.append(mark + text_of(paragraph))
    return shown


def _both(form: Any) -> tuple[list[str], list[str]]:
    document = Speech.model_validate({"标题": "讲话", **form})
    return _as_word_shows_it(render(document, numbering="auto")), paragraphs(render(document))


@EXAMPLES
@given(bodies(words()))
def test_word_counts_any_body_to_the_same_marks(body: Any) -> None:
    shown, written = _both({"正文": body})
    assert shown == written


@pytest.mark.parametrize("kind", sorted(MODELS))
@EXAMPLES
@given(data=st.data())
def test_word_counts_whole_documents_to_the_same_marks(kind: str, data: st.DataObject) -> None:
    document = data.draw(documents(kind, words()))
    assert _as_word_shows_it(render(document, numbering="auto")) == paragraphs(render(document))


@pytest.mark.parametrize(
    "body",
    [
        "一、甲\n（一）乙\n1.丙\n（1）丁\n（2）戊\n2.己\n（二）庚\n二、辛\n（一）壬",
        "三、甲\n五、乙\n五、丙",
        "1.甲\n2.乙\n一、丙\n1.丁",
        "一、甲\n1.乙\n2.丙\n二、丁\n1.戊",
        [{"要点": ["甲", "乙"], "编号方式": "1."}, "间隔", {"要点": ["丙"], "编号方式": "1."}],
        [{"标题": f"第{number}件"} for number in range(1, 121)],
    ],
)
def test_lists_restart_where_the_text_does(body: Any) -> None:
    shown, written = _both({"正文": body})
    assert shown == written


def test_an_attachment_starts_anew() -> None:
    attachment = {"标题": "细则", "内容": "一、甲\n（一）乙"}
    shown, written = _both({"正文": "一、甲\n二、乙", "附件": [attachment, attachment]})
    assert shown == written
    assert shown.count("一、甲") == 3


def test_an_attachment_that_counts_on_is_still_a_list_of_its_own() -> None:
    """Who deletes a heading of the text in Word must not change the numbers of the attachment."""
    document = Speech.model_validate(
        {"标题": "讲话", "正文": "一、甲\n二、乙", "附件": [{"标题": "续", "内容": "三、丙"}]}
    )
    package = Package.read(render(document, numbering="auto"))
    ids = [one.get(qn("w:val")) for one in package.trees[package.main()].iter(qn("w:numId"))]
    assert ids[0] == ids[1] != ids[2]


def test_marks_that_word_counts_are_not_written_as_well() -> None:
    document = Speech.model_validate({"标题": "讲话", "正文": "一、甲\n（一）乙。丙\n一是丁。戊"})
    assert paragraphs(render(document, numbering="auto"))[-3:] == ["甲", "乙。丙", "一是丁。戊"]


def test_without_headings_there_is_no_list() -> None:
    document = Speech.model_validate({"标题": "讲话", "正文": "同志们好。\n一是丁。戊"})
    assert render(document, numbering="auto") == render(document)


def test_a_list_of_the_template_stays_what_it_was() -> None:
    """Templates that Word saved have lists of their own; ours come behind them, under numbers of their own."""
    whole = template_of("{{p 正文 }}")
    own = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
        "</w:numbering>"
    )
    relationships, types = part(whole, "word/_rels/document.xml.rels"), part(whole, "[Content_Types].xml")
    template = changed(
        whole,
        {
            "word/numbering.xml": own,
            "word/_rels/document.xml.rels": relationships.replace(
                "</Relationships>",
                '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                'numbering" Target="numbering.xml"/></Relationships>',
            ),
            "[Content_Types].xml": types.replace(
                "</Types>",
                '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                'wordprocessingml.numbering+xml"/></Types>',
            ),
        },
    )
    document = Speech.model_validate({"标题": "讲话", "正文": "一、甲\n一、乙"})
    docx = render_with(document, CompiledTemplate(template, NAME), "auto")
    assert _as_word_shows_it(docx) == ["一、甲", "一、乙"]
    assert _lists(Package.read(docx))["3"].mark(0) == "第4条"


def test_another_way_of_numbering_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="没有“word”，可以写 text（文字）或 auto（Word 自动编号）"):
        render(Speech.model_validate({"标题": "讲话", "正文": "好。"}), numbering="word")  # type: ignore[arg-type]
