"""The same document, the same pack, the same version: the same bytes, wherever and however often."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officegen.documents.document import Document
from officegen.documents.meeting_notice import MeetingNotice
from officegen.documents.speech import Speech
from officegen.typesetting.render import Numbering, render
from tests.strategies import MODELS, documents, words
from tests.support.fandol import ROOT
from tests.support.images import png

NOTICE = {
    "版头": {"发文机关标志": ["云泽市教育局", "云泽市财政局"], "发文字号": "云教发〔2025〕3号"},
    "标题": "关于召开全市义务教育优质均衡发展推进会暨家校社协同育人工作会议的通知",
    "主送机关": ["各县（区）教育局", "各县（区）财政局"],
    "会议安排": [
        {"名称": "报到", "时间": "2025年5月14日（星期三）15:00—18:00", "地点": "云泽宾馆"},
        {"名称": "全体会议", "时间": "2025年5月15日（星期四）8:30—11:30"},
    ],
    "参会人员": [{"标题": "县（区）参会人员", "文字": "局长。"}, {"标题": "市直参会人员", "文字": "科长。"}],
    "附件": [{"标题": "参会回执", "内容": {"表头": ["单位", "姓名"], "空行": 3}}],
    "发文机关": ["云泽市教育局", "云泽市财政局"],
    "成文日期": "2025-05-06",
    "加盖印章": True,
    "版记": {"抄送": "市委办公室", "印发机关": "云泽市教育局办公室", "印发日期": "2025-05-06"},
}
SPEECH = {
    "标题": "在全区深化全国文明城市创建工作推进会上的讲话",
    "正文": "一、提高认识\n（一）统一思想。各单位要重视。\n（二）压实责任。主要负责同志亲自抓。\n二、狠抓落实\n一是抓紧。二是抓实。",
}


@pytest.mark.parametrize("kind", sorted(MODELS))
@settings(max_examples=15)
@given(data=st.data())
def test_the_same_bytes_twice(kind: str, data: st.DataObject) -> None:
    document = data.draw(documents(kind, words()))
    again = type(document).model_validate(document.model_dump(mode="json", exclude_unset=True))
    for numbering in ("text", "auto"):
        assert render(document, numbering=numbering) == render(document, numbering=numbering)
        assert render(again, numbering=numbering) == render(document, numbering=numbering)


def test_every_process_makes_the_same_bytes(tmp_path: Path) -> None:
    """With the order of sets shaken, with and without a cache, in another place and another language."""
    picture = tmp_path / "图.png"
    picture.write_bytes(png(40, 30))
    code = f"""
import hashlib
from officegen import MeetingNotice, Speech, render
from tests.test_determinism import NOTICE, SPEECH
notice = MeetingNotice.model_validate(NOTICE | {{"正文": ["会场如图。", {{"图片": {str(picture)!r}}}]}})
speech = Speech.model_validate(SPEECH)
for document in (notice, speech):
    for numbering in ("text", "auto"):
        print(hashlib.sha256(render(document, numbering=numbering)).hexdigest())
"""
    runs = [
        {"PYTHONHASHSEED": "0", "OFFICEGEN_CACHE": str(tmp_path / "cache")},
        {"PYTHONHASHSEED": "1", "OFFICEGEN_CACHE": str(tmp_path / "cache")},
        {
            "PYTHONHASHSEED": "2",
            "OFFICEGEN_CACHE": "/dev/null/no-cache",
            "TZ": "Asia/Shanghai",
            "LC_ALL": "C",
        },
    ]
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONPATH": str(ROOT)} | run,
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
        ).stdout.split()
        for run in runs
    ]
    assert len(set(said[0])) == 4
    assert said[0] == said[1] == said[2]


def test_eight_threads_at_once_make_what_one_makes() -> None:
    wanted = [hashlib.sha256(render(document, numbering=how)).digest() for document, how in _work()]
    with ThreadPoolExecutor(8) as pool:
        made = [list(pool.map(lambda work: render(work[0], numbering=work[1]), _work())) for _ in range(8)]
    assert [[hashlib.sha256(docx).digest() for docx in one] for one in made] == [wanted] * 8


def _work() -> Iterator[tuple[Document, Numbering]]:
    for number in range(12):
        yield MeetingNotice.model_validate(NOTICE | {"标题": f"第{number}号通知"}), "text"
        yield Speech.model_validate(SPEECH | {"标题": f"第{number}次讲话"}), "auto"
