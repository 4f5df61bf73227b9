"""讲话稿 and 表态发言: where they were said, and what is doubtful about them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from officegen.documents.pledge import Pledge
from officegen.documents.speech import Address, Speech

OCCASION = "全区招商引资大会"
DELIVERED: list[type[Speech] | type[Pledge]] = [Speech, Pledge]


@pytest.mark.parametrize("model", DELIVERED)
@pytest.mark.parametrize("missing", ["标题", "正文"])
def test_title_and_body_are_needed(model: type[Address], missing: str) -> None:
    form = {"标题": "讲话", "正文": "同志们好。"}
    del form[missing]
    with pytest.raises(ValidationError) as refused:
        model.model_validate(form)
    assert [error["type"] for error in refused.value.errors()] == ["missing"]


@pytest.mark.parametrize(
    ("model", "title", "subtitle", "shown"),
    [
        (Speech, "凝心聚力抓招商", None, "——在全区招商引资大会上的讲话"),
        (Pledge, "扛牢责任，奋勇争先", None, "——在全区招商引资大会上的表态发言"),
        (Speech, "在全区招商引资大会上的讲话", None, None),
        (Speech, "在全区招商\n引资大会上的讲话", None, None),
        (Speech, "凝心聚力抓招商", "——在动员会上的讲话", "——在动员会上的讲话"),
    ],
)
def test_the_occasion_is_told_in_the_subtitle_unless_the_title_says_it(
    model: type[Address], title: str, subtitle: str | None, shown: str | None
) -> None:
    document = model.model_validate({"标题": title, "副标题": subtitle, "场合": OCCASION, "正文": "好。"})
    assert document.subtitle_line == shown


def test_without_an_occasion_there_is_no_subtitle() -> None:
    assert Speech.model_validate({"标题": "讲话", "正文": "好。"}).subtitle_line is None


def test_an_occasion_that_will_not_be_printed_is_doubtful() -> None:
    document = Speech.model_validate({"标题": "讲话", "副标题": "——在会上", "场合": OCCASION, "正文": "好。"})
    assert [(doubt.code, doubt.path) for doubt in document.doubts()] == [
        ("occasion-not-shown", ("occasion",))
    ]


def test_a_number_that_does_not_follow_is_doubtful() -> None:
    (doubt,) = Pledge.model_validate({"标题": "表态", "正文": "一、甲\n三、乙"}).doubts()
    assert (doubt.code, doubt.path) == ("missing-number", ("body",))
    assert doubt.message == "序号“三、”接不上前文，按顺序应是“二、”。"


def test_an_attachment_without_content_is_told() -> None:
    (doubt,) = Speech.model_validate({"标题": "讲话", "正文": "好。", "附件": ["名单"]}).doubts()
    assert (doubt.code, doubt.path) == ("attachment-without-content", ("attachments", 0))
    assert "“名单”没有内容" in doubt.message


@pytest.mark.parametrize("given", ["speech", "讲话稿", None])
def test_a_form_may_name_its_own_kind(given: str | None) -> None:
    assert Speech.model_validate({"文种": given, "标题": "讲话", "正文": "好。"}).title == "讲话"


def test_a_form_of_another_kind_is_refused() -> None:
    with pytest.raises(ValidationError, match="这是“讲话稿”，表单里写的文种却是“表态发言”"):
        Speech.model_validate({"文种": "表态发言", "标题": "讲话", "正文": "好。"})
