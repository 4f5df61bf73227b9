"""What a template may ask for, and what it can never do: everything else is refused with its paragraph."""

from __future__ import annotations

import contextlib

import pytest

from officegen.documents.meeting_notice import MeetingNotice
from officegen.errors import TemplateError
from tests.support.templates import compiled, said

NOTICE = MeetingNotice.model_validate(
    {
        "标题": "关于开会的通知",
        "主送机关": ["各科室", "各单位"],
        "会议时间": "明天<上午>&9:00",
        "联系人": [{"姓名": "刘洋", "电话": "1"}, {"姓名": "宋佳"}],
        "成文日期": "2025-03-14",
    }
)


def _refused(*lines: str) -> str:
    with pytest.raises(TemplateError) as refused:
        said(NOTICE, *lines)
    return str(refused.value)


# What a template may do -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("{{ 标题 }}", "关于开会的通知"),
        ("{{ title }}", "关于开会的通知"),
        ("{{标题}}（{{ 成文日期 }}）", "关于开会的通知（2025年3月14日）"),
        ("{{ 会议时间 }}", "明天<上午>&9:00"),
        ("{{ 主送机关 }}", "各科室，各单位："),
        ("{{ 结束语 }}。", "。"),
        ("{{ 联系人[0].姓名 }}、{{ contacts[1]['name'] }}", "刘洋、宋佳"),
        ("{% if 附注 %}有{% elif 标题 %}题{% else %}无{% endif %}", "题"),
        ("{% if not 附注 and 标题 == '关于开会的通知' %}是{% endif %}", "是"),
        (
            "{% for 人 in 联系人 %}{{ loop.index }}.{{ 人.姓名 }}{% if not loop.last %}；{% endif %}{% endfor %}",
            "1.刘洋；2.宋佳",
        ),
        ("{% for 项 in 附件 %}{{ 项.标题 }}{% else %}没有附件{% endfor %}", "没有附件"),
        ("{{ 联系人|length }}人", "2人"),
        ("{{ '甲乙丙'|join('、') }}", "甲、乙、丙"),
        ("{{ '甲乙丙'|join(1) }}", "甲1乙1丙"),
        ("{{ (联系人|first).姓名 }}到{{ (联系人|last).姓名 }}", "刘洋到宋佳"),
        ("{{ 没有的字段|default('缺') }}", "缺"),
        ("{{ '有' if 附注 is none else '无' }}", "有"),
        ("{{ 标题 is defined }}", "True"),
        ("{{ 标题 ~ '：' ~ 成文日期 }}", "关于开会的通知：2025年3月14日"),
        ("{{ '有' if '会' in 标题 and 1 < 2 <= 2 }}", "有"),
        ("{# 给同事的话 #}{{ 标题 }}", "关于开会的通知"),
    ],
)
def test_it_may_show_choose_and_repeat(line: str, shown: str) -> None:
    assert said(NOTICE, line) == [shown]


def test_paragraphs_may_be_chosen_and_repeated() -> None:
    lines = ["{%p if 附注 %}", "（{{ 附注 }}）", "{%p else %}", "没有附注", "{%p endif %}"]
    assert said(NOTICE, *lines) == ["没有附注"]
    lines = ["{%p for 人 in 联系人 %}", "{{ 人.姓名 }}：{{ 人.电话 }}", "{%p endfor %}"]
    assert said(NOTICE, *lines) == ["刘洋：1", "宋佳："]


def test_the_body_may_be_gone_through_by_hand() -> None:
    lines = [
        "{%p for 项 in 正文 %}",
        "{{ 项.层次 }}/{{ 项.序号 }}/{{ 项.标题 }}/{{ 项.文字 }}",
        "{%p endfor %}",
    ]
    assert said(NOTICE, *lines)[:2] == ["1/一、/会议时间/", "0///明天<上午>&9:00。"]
    english = [
        "{%p for entry in body %}",
        "{{ entry.level }}/{{ entry.label }}/{{ entry.heading }}/{{ entry.text }}",
        "{%p endfor %}",
    ]
    assert said(NOTICE, *english) == said(NOTICE, *lines)


def test_what_a_user_wrote_is_never_taken_for_a_tag() -> None:
    tricky = "{{ 联系人 }}{% if 1 %}{_{ x }_}{_% y %_}{# z #}"
    assert said(NOTICE.replace(time=tricky), "{{ 会议时间 }}") == [tricky]


# What it can never do ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 标题.upper() }}",
        "{{ 标题.format(标题) }}",
        "{{ range(9) }}",
        "{{ cycler('a', 'b') }}",
        "{{ lipsum() }}",
        "{{ self }}",
        "{{ self.title() }}",
        "{{ caller() }}",
        "{{ ''.__class__ }}",
        "{{ 标题.__class__.__mro__ }}",
        "{{ 标题['__class__'] }}",
        "{{ 联系人[0]['__init__'] }}",
        "{{ 联系人.append }}",
        "{{ 联系人.sort }}",
        "{{ 标题._name }}",
        "{{ 正文.xml }}",
        "{{ 正文._entries }}",
        "{{ 标题|upper }}",
        "{{ 标题|attr('__class__') }}",
        "{{ 联系人|map(attribute='姓名')|list }}",
        "{{ 标题|safe }}",
        "{{ 标题|format }}",
        "{{ 标题 is callable }}",
        "{{ 标题 is divisibleby 3 }}",
        "{{ 'a' * 999999999 }}",
        "{{ 9 ** 999999999 }}",
        "{{ 1 + 1 }}",
        "{{ -1 }}",
        "{{ '%s' % 标题 }}",
        "{{ [标题] }}",
        "{{ {'a': 1} }}",
        "{{ 标题[0:3] }}",
        "{% import 'os' as os %}",
        "{% from 'os' import path %}",
        "{% include '/etc/passwd' %}",
        "{% extends 'base' %}",
        "{% block a %}{% endblock %}",
        "{% macro a() %}{% endmacro %}",
        "{% call a() %}{% endcall %}",
        "{% set x = 1 %}",
        "{% set x %}a{% endset %}",
        "{% with x = 1 %}{% endwith %}",
        "{% filter upper %}a{% endfilter %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% do 联系人.clear() %}",
        "{% for x in 联系人 if x %}{% endfor %}",
        "{% for x in 联系人 recursive %}{% endfor %}",
        "{% for x in 'abc' %}{% endfor %}",
        "{% for x in 标题 %}{% endfor %}",
        "{% raw %}{{ x }}",
    ],
)
def test_it_can_call_nothing_and_reach_behind_nothing(tag: str) -> None:
    message = _refused("前一段", f"这一段{tag}在此", "后一段")
    assert message.startswith("模板有误（本单位.docx 正文")


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        ("{{ 标提 }}", "没有“标提”这个字段"),
        ("{{ 联系人[0].手机 }}", "没有“手机”这个字段"),
        ("{{ 联系人[7].姓名 }}", "没有“7”这个字段"),
        ("{{ 标题|upper }}", "没有“upper”这个过滤器，可用的有：join、first、last、length、default"),
        ("{{ 标题 is callable }}", "没有“callable”这个判断，可用的有：defined、undefined、none"),
        ("{{ 标题.__class__ }}", "不能取以下划线开头的“__class__”"),
        ("{{ 标题.upper() }}", "模板里不允许用 call，只能取值、判断和循环"),
        ("{% set x = 1 %}", "模板里不允许用 assign，只能取值、判断和循环"),
        ("{% 循环 %}", "不认识的标记“循环”"),
        ("{% if 标题 %}", "有没写完的 if 或 for，缺少 endif 或 endfor"),
        ("{% for x in 标题 %}{% endfor %}", "for 后面的不是可以逐项列出的内容"),
        ("{{ 标题 标题 }}", "标记写得不完整"),
        ("{{ 1|length }}", "标记里的内容不能这样用"),
        ("{{ 1 < 标题 }}", "标记里的内容不能这样用"),
    ],
)
def test_what_is_wrong_is_said_in_chinese_with_its_paragraph(tag: str, reason: str) -> None:
    message = _refused("前一段", f"这一段{tag}在此", "后一段")
    assert reason in message
    assert "，第2段“这一段" in message or "有没写完的" in message


def test_a_fault_far_down_is_found_there() -> None:
    lines = [f"第{number}段落" for number in range(1, 40)]
    lines[29] = "这里有{{ 错字 }}"
    assert "，第30段“这里有{{ 错字 }}”" in _refused(*lines)


def test_a_fault_that_no_document_meets_is_still_found_when_it_is_one_of_language() -> None:
    with pytest.raises(TemplateError, match="没有“upper”这个过滤器"):
        compiled("{% if false %}{{ 标题|upper }}{% endif %}")


@pytest.mark.parametrize("depth", [40, 150, 400, 5000])
@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("not not ", ""), ("标题 if 标题 else ", "")])
def test_tags_nested_as_deep_as_you_like_do_no_harm(opening: str, closing: str, depth: int) -> None:
    """Up to a depth they are read, beyond it refused; brackets alone are no depth until Jinja gives up."""
    line = "{{ " + opening * depth + "标题" + closing * depth + " }}"
    if depth == 40:
        assert said(NOTICE, line) in ([NOTICE.title], ["True"])
    elif opening != "(":
        assert _refused(line).endswith("：标记里的括号、判断或循环套得太深。")
    else:
        with contextlib.suppress(TemplateError):
            said(NOTICE, line)
