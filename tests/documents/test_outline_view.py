"""What ``officegen outline`` shows: nothing of the body is missing, headings and marks apart."""

from __future__ import annotations

from datetime import date

from officegen.documents.meeting_notice import MeetingNotice
from officegen.documents.outline_view import as_json, as_tree, table_rows
from officegen.documents.speech import Speech
from officegen.documents.table import Table

_KEYS = [
    "kind", "title", "speaker", "post", "organization", "occasion", "date", "salutation", "closing",
    "addressees", "issuers", "entries", "tables",
]  # fmt: skip


def _speech() -> Speech:
    return Speech.model_validate(
        {
            "title": "讲话",
            "speaker": "周海涛",
            "date": date(2020, 5, 12),
            "salutation": "同志们：",
            "body": "开头。\n一、甲\n（一）乙。**丙**做好。\n一是丁。二是戊。\n1.只有一句话，没有标题。",
            "closing": "谢谢！",
        }
    )


def test_a_speech_as_json() -> None:
    view = as_json(_speech())
    assert list(view) == _KEYS
    assert view["kind"] == "speech"
    assert view["date"] == "2020-05-12"
    assert view["post"] is None
    assert view["addressees"] == []
    assert [(e["level"], e["depth"], e["label"], e["heading"], e["text"]) for e in view["entries"]] == [
        (0, 1, "", None, "开头。"),
        (1, 1, "一、", "甲", ""),
        (2, 2, "（一）", "乙", "丙做好。"),
        (5, 3, "一是", "丁", "二是戊。"),
        (3, 3, "1.", None, "只有一句话，没有标题。"),
    ]
    assert all(entry["starts_paragraph"] for entry in view["entries"])


def test_points_in_one_paragraph_do_not_start_their_own() -> None:
    points = {"lead": "做到：", "items": ["甲；", "乙。"], "one_paragraph": True}
    view = as_json(Speech.model_validate({"title": "x", "body": [points]}))
    assert [entry["starts_paragraph"] for entry in view["entries"]] == [True, False, False]


def test_a_notice_with_tables_in_text_and_attachment() -> None:
    notice = MeetingNotice.model_validate(
        {
            "title": "通知",
            "addressees": "各单位",
            "agenda": {"columns": ["时间", "内容"], "rows": [["9:00", "开幕"]]},
            "attachments": [{"title": "回执", "body": {"columns": ["姓名"], "blank_rows": 2}}],
            "issuers": "某局",
        }
    )
    view = as_json(notice)
    assert view["tables"] == [[["时间", "内容"], ["9:00", "开幕"]], [["姓名"], [""], [""]]]
    assert (view["addressees"], view["issuers"]) == (["各单位"], ["某局"])
    tree = as_tree(notice)
    assert "〔表格：2列1行〕时间｜内容" in tree
    assert "附件1：回执" in tree


def test_merged_cells_leave_their_places_empty() -> None:
    rows = [[{"text": "甲", "rows": 2}, {"text": "乙", "columns": 2}], ["丙", "丁"]]
    assert table_rows(Table.model_validate({"rows": rows})) == [["甲", "乙", ""], ["", "丙", "丁"]]


def test_a_tree_for_people() -> None:
    assert as_tree(_speech()).splitlines() == [
        "讲话稿：讲话",
        "  发言人（speaker）：周海涛",
        "  日期（date）：2020-05-12",
        "  称呼（salutation）：同志们：",
        "  结束语（closing）：谢谢！",
        "  正文",
        "    开头。",
        "    一、甲",
        "      （一）乙。　丙做好。",
        "        一是丁。　二是戊。",
        "        1.只有一句话，没有标题。",
    ]


def test_long_texts_are_shortened_in_the_tree() -> None:
    tree = as_tree(Speech.model_validate({"title": "x", "body": "字" * 100}))
    assert tree.splitlines()[-1] == "    " + "字" * 30 + "…"
