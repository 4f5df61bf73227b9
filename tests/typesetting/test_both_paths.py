"""The short way and docxtpl's own render make the same text of every shipped template."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from officegen.documents.document import Document
from officegen.package import read_package
from officegen.packs.build import build_template
from officegen.standard import Layout, load
from officegen.typesetting.context import build_context
from officegen.typesetting.figures import Figures
from officegen.typesetting.flow import BodySetter
from officegen.typesetting.render import render_with
from officegen.typesetting.template import CompiledTemplate
from tests.strategies import MODELS, documents, words
from tests.support.package import qn
from tests.support.templates import DOCUMENT, compiled

TRICKY = "一、甲&乙<丙>“丁”——{_{ a }_}{_% b %_}{{ c }}{% d %}\t表\n行𠮷\u3000😀"
FORMS: dict[str, dict[str, Any]] = {
    "speech": {
        "标题": f"讲话{TRICKY}",
        "副标题": f"——{TRICKY}",
        "发言人": "周海涛",
        "职务": "区长&书记",
        "日期": "2025-03-20",
        "称呼": "同志们",
        "正文": [TRICKY, {"表头": ["甲&", "乙"], "空行": 2}, {"要点": ["{_{", "}_}"], "同段": "是"}],
        "结束语": TRICKY,
        "附件": [{"标题": "名单<1>", "内容": TRICKY}, "清单"],
    },
    "meeting-notice": {
        "版头": {"发文机关标志": ["甲&局", "乙<局>"], "发文字号": "云发〔2025〕1号"},
        "标题": f"通知{TRICKY}",
        "主送机关": ["各{_{单位", "各}_}科室"],
        "会议时间": TRICKY,
        "结束语": TRICKY,
        "附件": [{"标题": "回执", "内容": {"表头": ["甲"], "空行": 1}}],
        "发文机关": ["甲&局", "乙<局>"],
        "成文日期": "2025-03-14",
        "加盖印章": "是",
        "附注": "此件&公开<发布>",
        "版记": {"抄送": ["市{_{委", "市政府"], "印发机关": "甲&局", "印发日期": "2025-03-14"},
    },
}
FORMS["pledge"] = FORMS["speech"] | {"单位": "街道&党工委"}
TEMPLATES = {
    f"{kind} {page}": CompiledTemplate(build_template(kind, Layout(page=page)), f"{kind}.docx")
    for kind in MODELS
    for page in load().pages
}


def _text(docx: bytes) -> bytes:
    """The document part in canonical form, without the white space that lies between its elements."""
    tree = etree.fromstring(read_package(docx)[DOCUMENT])
    for element in tree.iter(etree.Element):
        if element.tag != qn("w:t"):
            element.text = None
        element.tail = None
    # docxtpl counts the pictures of a document anew; their numbers mean nothing.
    for number, properties in enumerate(tree.iter(qn("wp:docPr"))):
        properties.set("id", str(number))
    etree.cleanup_namespaces(tree)
    return etree.tostring(tree, method="c14n")


def _by_docxtpl(document: Document, template: CompiledTemplate) -> bytes:
    setter = BodySetter(template.sheet, Figures(template.sheet))
    return template.render_by_docxtpl(build_context(document, template.sheet, setter))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_document_that_tries_every_trick_is_the_same(name: str) -> None:
    kind = name.split()[0]
    document = MODELS[kind].model_validate(FORMS[kind])
    short = _text(render_with(document, TEMPLATES[name]))
    assert short == _text(_by_docxtpl(document, TEMPLATES[name]))
    assert b"{_{" in short


@pytest.mark.parametrize("kind", sorted(MODELS))
@settings(max_examples=15)
@given(data=st.data())
def test_any_document_is_the_same(kind: str, data: st.DataObject) -> None:
    document = data.draw(documents(kind, words()))
    template = TEMPLATES[f"{kind} margins37"]
    assert _text(render_with(document, template)) == _text(_by_docxtpl(document, template))


@pytest.mark.parametrize(
    "lines",
    [
        ("{{ 标题 }}{# 注释 #}", "{%p if 副标题 %}", "{{ 副标题 }}", "{%p endif %}"),
        ("{%p for 项 in 正文 %}", "{{ 项.序号 }}{{ 项.文字 }}", "{%p endfor %}"),
        ("{{ 发言人|default('无') }}{{ '有' if 职务 else '无' }}{{ 标题 ~ 称呼 }}", "{{p body }}"),
        ("{{ 标题|length }}{{ 附件|length }}{% for 项 in 附件 %}{{ loop.index }}{{ 项.标题 }}{% endfor %}",),
    ],
)
def test_templates_of_ones_own_are_the_same(lines: tuple[str, ...]) -> None:
    document = MODELS["speech"].model_validate(FORMS["speech"])
    template = compiled(*lines)
    assert _text(render_with(document, template)) == _text(_by_docxtpl(document, template))


def test_literal_braces_of_a_template_are_docxtpls_own_escape() -> None:
    """`{_{` in a template means {{ in the document, as docxtpl's manual says; in a user's text it is itself."""
    document = MODELS["speech"].model_validate(FORMS["speech"] | {"标题": "{_{"})
    template = compiled("写作 {_{ 标题 }_} 的地方，现在是{{ 标题 }}")
    assert _text(render_with(document, template)) == _text(_by_docxtpl(document, template))


def test_what_only_docxtpl_can_do_is_done_by_docxtpl() -> None:
    """Its cell colours and spans need a second pass over the XML that the short way does not make."""
    from tests.support.templates import NAME, changed, part

    whole = build_template("speech")
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>'
        '<w:tr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr><w:p><w:r>'
        "<w:t>{% cellbg 'FF0000' %}{{ 标题 }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    document = part(whole, DOCUMENT)
    place = document.index("<w:sectPr>")
    template = CompiledTemplate(changed(whole, {DOCUMENT: document[:place] + table + document[place:]}), NAME)
    made = render_with(MODELS["speech"].model_validate(FORMS["speech"]), template)
    (shade,) = etree.fromstring(read_package(made)[DOCUMENT]).iter(qn("w:shd"))
    assert shade.get(qn("w:fill")) == "FF0000"
