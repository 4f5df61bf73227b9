"""Whatever is rendered is a sound Word file: by our own structural check, and by the Open XML SDK."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from officegen.documents.document import Document
from officegen.documents.meeting_notice import MeetingNotice
from officegen.typesetting.render import Numbering, render
from tests.strategies import MODELS, documents, words
from tests.support.images import png
from tests.support.ooxml import sdk_errors_of
from tests.support.structure import structural_errors

JUDGED = 200
SEED = 9704
NUMBERINGS: list[Numbering] = ["text", "auto"]
# Marks of the template language are left out: the structural check would take them for leftovers of a template.
TAME = words(template=False)


@pytest.mark.parametrize("numbering", NUMBERINGS)
@pytest.mark.parametrize("kind", sorted(MODELS))
@settings(max_examples=20)
@given(data=st.data())
def test_any_document_is_sound(kind: str, numbering: Numbering, data: st.DataObject) -> None:
    document = data.draw(documents(kind, TAME))
    assert structural_errors(render(document, numbering=numbering)) == []


def test_a_document_with_everything_is_sound_and_opens_elsewhere(tmp_path: Path) -> None:
    data = render(_everything(tmp_path), numbering="auto")
    assert structural_errors(data) == []
    opened = docx.Document(io.BytesIO(data))
    assert opened.core_properties.title == "关于开会的通知"
    assert len(opened.inline_shapes) == 2
    assert len(opened.tables) >= 4


@pytest.mark.ooxml
def test_two_hundred_documents_have_no_error_for_the_sdk(tmp_path: Path) -> None:
    judged = {
        f"{number} {document.label}": _rendered(number, document)
        for number, document in enumerate(_generated())
    }
    judged["样样齐全"] = render(_everything(tmp_path), numbering="auto")
    assert len(judged) == JUDGED + 1
    assert {name: errors for name, errors in sdk_errors_of(judged).items() if errors} == {}


def _rendered(number: int, document: Document) -> bytes:
    return render(document, numbering=NUMBERINGS[number % 2])


def _generated() -> list[Document]:
    """Documents of all kinds, the same in every run."""
    found: list[Document] = []
    for kind in sorted(MODELS):

        @settings(
            max_examples=JUDGED // len(MODELS) + 1,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(documents(kind, words()))
        def collect(document: Document) -> None:
            found.append(document)

        collect()
    random.Random(SEED).shuffle(found)  # noqa: S311 - a fixed mixture, not a secret
    return found[:JUDGED]


def _everything(folder: Path) -> MeetingNotice:
    picture = folder / "图.png"
    picture.write_bytes(png(300, 200, dpi=150))
    figure: dict[str, Any] = {"图片": str(picture), "图题": "图1"}
    table = {"表题": "表1", "表头": ["甲", "乙"], "行": [[{"文字": "丙", "跨列": 2}]], "空行": 2}
    return MeetingNotice.model_validate(
        {
            "版头": {"发文机关标志": ["甲局", "乙局"], "发文字号": "甲〔2025〕1号"},
            "标题": "关于开会的通知",
            "主送机关": ["各科室", "各单位"],
            "开头语": "经研究，定于近期开会。",
            "会议安排": [{"名称": "报到", "时间": "14日", "地点": "大堂"}, {"名称": "开会", "时间": "15日"}],
            "参会人员": [{"标题": "市级", "文字": "局长。"}, {"标题": "县级", "文字": "科长。"}],
            "会议议程": table,
            "有关要求": ["准时。", "**静音**。"],
            "联系人": {"姓名": "刘洋", "电话": "1"},
            "正文": ["一、甲\n（一）乙。丙\n1.丁\n（1）戊", figure, table, table],
            "附件": [{"标题": "回执", "内容": [table, figure]}, {"标题": "名单", "内容": "一、甲"}, "另附"],
            "发文机关": ["甲局", "乙局"],
            "成文日期": "2025-03-14",
            "加盖印章": "是",
            "附注": "此件公开发布",
            "版记": {"抄送": "市委办", "印发机关": "甲局", "印发日期": "2025-03-14"},
        }
    )
