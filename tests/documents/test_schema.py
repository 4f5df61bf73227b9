"""The JSON Schema accepts what the models accept, in both names, and explains every field in Chinese."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from officegen.documents.fields import Part, label_of
from officegen.documents.kinds import Kind, find_kind, kinds
from officegen.documents.schema import json_schema
from officegen.reading.blank import blank_form

_KINDS = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)


def _notice_faults(**fields: Any) -> list[str]:
    schema = json_schema(find_kind("meeting-notice").model)
    form = {"文种": "会议通知", "标题": "通知"} | fields
    return [fault.message for fault in Draft202012Validator(schema).iter_errors(form)]


@_KINDS
def test_it_is_sound_and_accepts_the_blank_form(kind: Kind) -> None:
    schema = json_schema(kind.model)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    form = yaml.load(blank_form(kind), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text
    assert list(Draft202012Validator(schema).iter_errors(form)) == []


def _objects(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for each in schema for found in _objects(each)]
    if not isinstance(schema, dict):
        return []
    here = [schema] if "properties" in schema else []
    return here + [found for each in schema.values() for found in _objects(each)]


@_KINDS
def test_every_field_has_both_names_a_title_and_a_meaning(kind: Kind) -> None:
    schema = json_schema(kind.model)
    for name, info in kind.model.model_fields.items():
        label = label_of(name, info)
        assert schema["properties"][name] == schema["properties"][label]
        assert schema["properties"][name]["title"] == label
        assert schema["properties"][name]["description"] == f"{label} — {info.description}"
        assert schema["properties"][name].get("examples") == info.examples
    for found in _objects(schema):
        assert found["additionalProperties"] is False
        assert not found["title"].isascii()
        assert len(found["properties"]) % 2 == 0


def test_the_kind_goes_by_either_name() -> None:
    assert _notice_faults(kind="meeting-notice") == []
    assert len(_notice_faults(kind="speech")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"会议地点": "一楼"},
        {"place": ["一楼", 302]},
        {"会议地点": 302},
        {"加盖印章": "是"},
        {"加盖印章": True},
        {"附件": "参会回执"},
        {"附件": ["参会回执", {"title": "名单", "body": ["文字", {"表头": ["a"], "空行": 3}]}]},
        {"附件": [{"标题": "x", "内容": {"表头": ["a", "b"], "行": [["x", {"文字": 1, "跨列": 1}]]}}]},
        {"参会人员": [{"标题": "市级", "文字": "各局"}, "各县"]},
        {"会议议程": {"表头": ["a"], "空行": 1}},
        {"会议议程": ["a", "b"]},
        {"版头": {"发文机关标志": "x文件", "发文字号": "云〔2025〕9号"}},
        {"版头": {"发文机关标志": ["x", "y"], "发文字号": {"机关代字": "云", "年份": 2025, "序号": 9}}},
        {"顺序": [["会议时间", "place"], "会议议程", {"部分": ["contacts"], "标题": "联系"}]},
        {"改标题": {"会议时间": "培训时间", "place": "地点"}},
        {"正文": ["一、标题", {"标题": "二", "内容": {"要点": ["a"], "同段": "否"}}, {"文字": "三"}]},
        {"联系人": {"姓名": "x", "电话": 5583126018}},
        {"结束语": None},
    ],
)
def test_what_a_form_may_say(fields: dict[str, Any]) -> None:
    assert _notice_faults(**fields) == []
    model: type[Part] = find_kind("meeting-notice").model
    model.model_validate({"标题": "通知"} | fields)


@pytest.mark.parametrize(
    "fields",
    [{"地点": "x"}, {"加盖印章": "好"}, {"附件": [{"内容": "x"}]}, {"开头语": ["x"]}, {"顺序": ["x"]}],
)
def test_what_a_form_may_not_say(fields: dict[str, Any]) -> None:
    assert _notice_faults(**fields) != []
