"""What the tags of a template name: every field under both names, shown as a document shows it."""

from __future__ import annotations

from typing import Any

import pytest

from officegen.documents.document import Document
from officegen.documents.fields import label_of
from officegen.documents.meeting_notice import MeetingNotice
from officegen.documents.speech import Speech
from officegen.typesetting.context import DERIVED
from tests.strategies import MODELS
from tests.support.templates import said


def _notice(**fields: Any) -> MeetingNotice:
    return MeetingNotice.model_validate({"标题": "通知", **fields})


def _speech(**fields: Any) -> Speech:
    return Speech.model_validate({"标题": "讲话", "正文": "好。", **fields})


def _shown(document: Document, tag: str) -> str:
    (line,) = said(document, f"{{{{ {tag} }}}}")
    return line


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_every_field_has_both_tags_even_where_it_says_nothing(kind: str) -> None:
    document = MODELS[kind].model_validate(
        {"标题": "题", **({} if kind == "meeting-notice" else {"正文": "好。"})}
    )
    fields = {name: label_of(name, info) for name, info in type(document).model_fields.items()}
    for english, chinese in {**fields, **DERIVED}.items():
        assert said(document, f"{{% if {english} is defined and {chinese} is defined %}}有{{% endif %}}") == [
            "有"
        ]
        if english not in ("body", "sections", "agenda"):
            assert said(document, f"{{% if ({english} == {chinese}) %}}同{{% endif %}}") == ["同"]


@pytest.mark.parametrize(
    ("fields", "tag", "shown"),
    [
        ({"主送机关": ["各科室", "各单位"]}, "主送机关", "各科室，各单位："),
        ({"主送机关": "各科室："}, "主送机关", "各科室："),
        ({"主送机关": "各科室:"}, "addressees", "各科室："),
        ({"主送机关": "各科室　"}, "主送机关", "各科室："),
        ({}, "主送机关", ""),
        ({"成文日期": "2025-03-04"}, "成文日期", "2025年3月4日"),
        ({"附注": "此件公开发布"}, "附注", "此件公开发布"),
        ({"附注": "（此件公开发布）"}, "附注", "此件公开发布"),
        ({"会议地点": ["三楼", "四楼"]}, "会议地点", "三楼，四楼"),
        ({"版记": {"抄送": ["市委办", "市政府办"]}}, "版记.抄送", "市委办，市政府办。"),
        ({"版记": {"抄送": "市委办。"}}, "colophon.copy_to", "市委办。"),
        ({"版记": {"抄送": "市委办"}}, "版记.印发机关", ""),
        ({"版头": {"发文机关标志": "甲局文件", "发文字号": "甲〔2025〕1号"}}, "发文字号", "甲〔2025〕1号"),
        (
            {"版头": {"发文机关标志": "甲局文件", "发文字号": "甲〔2025〕1号"}},
            "版头.发文字号",
            "甲〔2025〕1号",
        ),
        ({"版头": {"发文机关标志": "甲局文件"}}, "发文字号", ""),
        ({"联系人": [{"姓名": "刘洋"}]}, "联系人[0].姓名", "刘洋"),
        ({"会议报名": {"方式": "电话"}}, "会议报名.方式", "电话"),
    ],
)
def test_fields_of_a_notice_are_shown_as_a_document_shows_them(
    fields: dict[str, Any], tag: str, shown: str
) -> None:
    assert _shown(_notice(**fields), tag) == shown


@pytest.mark.parametrize(
    ("fields", "tag", "shown"),
    [
        ({"称呼": "同志们"}, "称呼", "同志们："),
        ({"称呼": "同志们："}, "salutation", "同志们："),
        ({"场合": "全区大会"}, "副标题", "——在全区大会上的讲话"),
        ({"副标题": "——在大会上"}, "subtitle", "——在大会上"),
        ({"日期": "2025-03-20"}, "date", "2025年3月20日"),
    ],
)
def test_fields_of_a_speech_are_shown_as_a_document_shows_them(
    fields: dict[str, Any], tag: str, shown: str
) -> None:
    assert _shown(_speech(**fields), tag) == shown


def test_only_attachments_with_content_have_a_page() -> None:
    lines = ["{%p for 项 in 附件 %}", "{{ 项.序号 }}/{{ 项.标题 }}", "{{p 项.正文 }}", "{%p endfor %}"]
    one = _notice(附件=[{"标题": "名单", "内容": "刘洋"}])
    assert said(one, *lines) == ["/名单", "刘洋"]
    three = _notice(附件=["另附", {"标题": "名单", "内容": "刘洋"}, {"标题": "回执", "内容": "请填写"}])
    assert said(three, *lines) == ["2/名单", "刘洋", "3/回执", "请填写"]


@pytest.mark.parametrize(
    ("attachments", "note"),
    [
        ([], []),
        ("名单", ["附件：名单"]),
        (["名单", "回执"], ["附件：1.名单", "2.回执"]),
    ],
)
def test_the_attachment_note_counts_where_there_are_several(attachments: Any, note: list[str]) -> None:
    assert said(_notice(附件=attachments), "{{p 附件说明 }}") == note


def test_long_titles_come_broken_and_titles_of_attachments_too() -> None:
    title = "在全区深化全国文明城市创建工作推进会上的讲话"
    speech = _speech(标题=title, 附件=[{"标题": title, "内容": "好。"}])
    assert (
        said(speech, "{{ 标题 }}", "{{ 附件[0].标题 }}")
        == ["在全区深化全国文明城市创建工作\n推进会上的讲话"] * 2
    )
