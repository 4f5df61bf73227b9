"""Titles: words whole, no line of one or two characters, a trapezoid or a diamond, the author's breaks first."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from officegen.documents.speech import Speech
from officegen.typesetting.render import render
from officegen.typesetting.titles import break_title
from officegen.typesetting.widths import text_width
from tests.strategies import words
from tests.support.docx_text import paragraphs

WIDTH = 20.0
BLOCKS = Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").split("\n\n")[1:]
REAL = [block.strip() for block in BLOCKS]

AGENCIES = ("", "云泽市人民政府办公室", "中共云泽市委办公室", "云泽市住房和城乡建设局", "云泽市教育局")
SCOPES = ("", "全市", "全省", "2025年", "2025年度", "第100届", "“十四五”")
TOPICS = (
    "安全生产",
    "优化营商环境",
    "老旧小区改造",
    "义务教育优质均衡发展",
    "生态环境保护",
    "数字政府建设",
    "乡村振兴",
)
MEETINGS = ("工作会议", "推进会", "现场会", "动员大会", "电视电话会议", "专题培训班", "座谈会")
KEPT_WHOLE = ("云泽市", "人民政府", "办公室", "教育局", "2025", "100", "十四五", "安全", "营商", "环境", "小区", "改造", "均衡", "生态", "数字", "政府", "振兴", "会议", "推进会", "现场会", "动员", "电话", "培训班", "座谈会", "关于", "召开", "通知")  # fmt: skip
LONG_AND_SHORT = (
    "会议",
    "的",
    "在",
    "通知",
    "全市",
    "中国共产党",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "2025",
    "（试行）",
    "人民代表大会常务委员会",
)
TITLES: SearchStrategy[str] = st.builds(
    lambda agency, scope, topic, second, meeting: f"{agency}关于召开{scope}{topic}{second}{meeting}的通知",
    st.sampled_from(AGENCIES),
    st.sampled_from(SCOPES),
    st.sampled_from(TOPICS),
    st.sampled_from(("", *(f"暨{topic}" for topic in TOPICS))),
    st.sampled_from(MEETINGS),
)
WIDTHS = st.sampled_from((18.0, 19.0, WIDTH))


def _break(title: str, width: float = WIDTH) -> list[str]:
    return break_title(title, width).split("\n")


@pytest.mark.parametrize("title", REAL)
def test_real_titles_break_where_a_person_breaks_them(title: str) -> None:
    assert break_title(title.replace("\n", ""), WIDTH) == title


@given(TITLES, WIDTHS)
def test_the_lines_together_are_the_title_and_each_fits(title: str, width: float) -> None:
    lines = _break(title, width)
    assert "".join(lines) == title
    assert all(text_width(line) <= width for line in lines)


@given(TITLES, WIDTHS)
def test_no_line_is_of_one_or_two_characters(title: str, width: float) -> None:
    assert all(len(line) > 2 for line in _break(title, width))


@given(st.lists(st.sampled_from(LONG_AND_SHORT), min_size=2, max_size=9).map("".join), WIDTHS)
def test_no_line_is_of_one_or_two_characters_however_awkward_the_words(title: str, width: float) -> None:
    lines = _break(title, width)
    assert len(lines) == 1 or all(len(line.strip()) > 2 for line in lines)


@given(TITLES, WIDTHS)
def test_no_word_is_broken(title: str, width: float) -> None:
    for before, after in pairwise(_break(title, width)):
        for word in KEPT_WHOLE:
            cuts = [word[:place] for place in range(1, len(word)) if before.endswith(word[:place])]
            assert not [cut for cut in cuts if after.startswith(word[len(cut) :])], (
                f"{before}|{after} breaks {word}"
            )


@given(TITLES, WIDTHS)
def test_lines_begin_and_end_well(title: str, width: float) -> None:
    for before, after in pairwise(_break(title, width)):
        assert not after.startswith(tuple("的暨”》）、，。"))
        assert not before.endswith(("暨", "“", "《", "（", "关于"))


@given(TITLES, WIDTHS)
def test_the_lines_are_no_hourglass(title: str, width: float) -> None:
    """GB/T 9704-2012 7.3.1: a trapezoid or a diamond; no line is narrower than both its neighbours."""
    widths = [text_width(line) for line in _break(title, width)]
    for above, middle, below in zip(widths, widths[1:], widths[2:], strict=False):
        assert not (middle < above and middle < below)


@given(TITLES)
def test_a_title_that_fits_is_left_on_one_line(title: str) -> None:
    assert break_title(title, text_width(title)) == title
    assert len(_break(title, text_width(title) - 1)) > 1


@pytest.mark.parametrize(
    "title", ["关于开会\n的通知", "在全区深化全国文明城市创建工作推进会上的讲话\n（提纲）"]
)
def test_the_breaks_of_the_author_win(title: str) -> None:
    assert break_title(title, WIDTH) == title
    assert paragraphs(render(Speech.model_validate({"标题": title, "正文": "好。"})))[0] == title


@given(words(), st.integers(5, 40))
def test_of_any_text_at_all_nothing_is_lost(text: str, width: int) -> None:
    lines = _break(text, width)
    assert "".join(lines) == text
    assert all(text_width(line.strip()) <= width for line in lines) or text_width(text) <= width


@pytest.mark.parametrize(
    "title", ["A" * 100, "9" * 100, "关于" * 80, "关于召开会议的通知" * 30, "——" * 40, "（" * 50 + "）" * 50]
)
def test_what_is_no_title_is_still_set_and_soon(title: str) -> None:
    started = time.perf_counter()
    lines = _break(title)
    assert time.perf_counter() - started < 2
    assert "".join(lines) == title
    assert all(text_width(line) <= WIDTH for line in lines)


def test_agencies_side_by_side_part_between_them() -> None:
    lines = _break("云泽市教育局 云泽市公安局 云泽市卫生健康委员会关于召开全市校园安全工作现场会的通知")
    assert lines[0].strip() == "云泽市教育局 云泽市公安局"


def test_a_title_in_the_file_is_broken_by_line_breaks_of_one_paragraph() -> None:
    title = "在全区深化全国文明城市创建工作推进会上的讲话"
    found = paragraphs(render(Speech.model_validate({"标题": title, "正文": "好。"})))
    assert found[0] == "在全区深化全国文明城市创建工作\n推进会上的讲话"


_SEEN = """
import sys
from officegen.typesetting.titles import break_title
print(break_title("在全区深化全国文明城市创建工作推进会上的讲话", 20).replace("\\n", "/"), "rjieba" in sys.modules)
"""


def test_a_title_that_was_set_before_needs_no_segmenter(tmp_path: Path) -> None:
    broken = "在全区深化全国文明城市创建工作/推进会上的讲话"
    assert _in_a_new_process(tmp_path) == f"{broken} True"
    assert _in_a_new_process(tmp_path) == f"{broken} False"
    for spoiled in ("[]", '[["别的", "n"]]', '"讲话"', "[1, 2]"):
        (kept,) = tmp_path.glob("*.json")
        kept.write_text(f'{{"words": {spoiled}}}', encoding="utf-8")
        assert _in_a_new_process(tmp_path) == f"{broken} True"


def _in_a_new_process(cache: Path) -> str:
    environment = os.environ | {"OFFICEGEN_CACHE": str(cache), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", _SEEN], env=environment, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()
