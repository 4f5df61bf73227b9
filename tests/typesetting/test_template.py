"""A template from another office: what must be in it, what Word may have done to it, and how faults are told."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from officegen.documents.document import Document
from officegen.documents.meeting_notice import MeetingNotice
from officegen.documents.speech import Speech
from officegen.errors import TemplateError
from officegen.packs.build import build_template
from officegen.typesetting.render import render_with
from officegen.typesetting.template import CompiledTemplate
from tests.support.docx_text import headers_and_footers, paragraphs
from tests.support.package import Package
from tests.support.structure import structural_errors
from tests.support.templates import DOCUMENT, NAME, changed, compiled, part, said, template_of

SPEECH = Speech.model_validate({"标题": "讲话", "称呼": "同志们", "正文": "一、甲\n好。"})
STYLES = "word/styles.xml"


def _without_style(name: str) -> bytes:
    whole = build_template("meeting-notice")
    return changed(whole, {STYLES: part(whole, STYLES).replace(f'w:val="{name}"', 'w:val="别的"')})


# What must be in it -----------------------------------------------------------------------------------------

NEEDS: dict[str, dict[str, object]] = {
    "公文正文": {},
    "Strong": {},
    "heading 1": {"会议时间": "明天"},
    "heading 3": {"有关要求": [{"标题": "1.甲", "文字": "乙"}], "正文": [{"标题": "1.甲"}]},
    "段首二级标题": {"正文": [{"标题": "（一）甲", "文字": "乙"}]},
    "公文表格": {"正文": {"行": [["甲"]]}},
    "表头": {"正文": {"表头": ["甲"]}},
    "表题": {"正文": {"表题": "表1", "行": [["甲"]]}},
    "附件说明": {"附件": "名单"},
    "附件说明首项": {"附件": ["名单", "回执"]},
    "发文机关标志": {"版头": {"发文机关标志": "云泽市城市管理局文件"}},
    "联合发文机关标志": {"版头": {"发文机关标志": ["甲局", "乙局"]}},
    "盖章署名": {"发文机关": "甲局", "成文日期": "2025-03-14", "加盖印章": "是"},
    "发文机关署名": {"发文机关": "甲局"},
    "联合署名": {"发文机关": ["甲局", "乙局"], "加盖印章": "是"},
}


@pytest.mark.parametrize("style", NEEDS)
def test_a_style_that_is_needed_and_not_there_is_named(style: str) -> None:
    notice = MeetingNotice.model_validate({"标题": "通知", **NEEDS[style]})
    assert (
        structural_errors(render_with(notice, CompiledTemplate(build_template("meeting-notice"), NAME))) == []
    )
    with pytest.raises(TemplateError) as refused:
        render_with(notice, CompiledTemplate(_without_style(style), NAME))
    assert str(refused.value) == (
        f"模板里没有名为“{style}”的样式。请在 Word 的“样式”窗格里新建同名样式，或从默认模板复制过来。"
    )


def test_a_style_that_this_document_does_not_need_may_be_missing() -> None:
    template = CompiledTemplate(_without_style("公文表格"), NAME)
    assert paragraphs(render_with(MeetingNotice(title="通知"), template))[0] == "通知"


def test_styles_go_by_the_names_that_word_shows_and_not_by_their_ids() -> None:
    """Word gives styles new ids when it saves; the names stay."""
    whole = build_template("speech")
    renamed = {name: part(whole, name).replace('"GwBody"', '"a7"') for name in (STYLES, DOCUMENT)}
    docx = render_with(SPEECH, CompiledTemplate(changed(whole, renamed), NAME))
    assert structural_errors(docx) == []
    assert '"a7"' in part(docx, DOCUMENT)


@pytest.mark.parametrize("missing", [DOCUMENT, STYLES, "[Content_Types].xml", "word/_rels/document.xml.rels"])
def test_a_package_without_its_parts_is_no_template(missing: str) -> None:
    with pytest.raises(TemplateError, match=f"模板“{NAME}”不是 Word 文件（.docx），里面没有正文"):
        CompiledTemplate(changed(build_template("speech"), {missing: None}), NAME)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(600), "讲话稿".encode()])
def test_what_is_no_zip_is_no_template(data: bytes) -> None:
    with pytest.raises(TemplateError, match=f"模板“{NAME}”打不开：不是可以打开的 Word 文件"):
        CompiledTemplate(data, NAME)


def test_text_that_is_not_utf_8_is_told() -> None:
    from officegen.package import deflate, read_package, write_package

    parts = read_package(build_template("speech"))
    parts[DOCUMENT] = parts[DOCUMENT].decode().encode("utf-16")
    data = write_package(deflate(name, content) for name, content in parts.items())
    with pytest.raises(TemplateError, match="不是 UTF-8"):
        CompiledTemplate(data, NAME)


# What Word may have done to it ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "{{ 标题 }}",
        "{{ 标</w:t></w:r><w:r><w:t>题 }}",
        '{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ 标题 }</w:t></w:r><w:proofErr w:type="gramEnd"/><w:r><w:t>}',
        '{{</w:t></w:r><w:r><w:t xml:space="preserve"> 标题 </w:t></w:r><w:r><w:t>}}',
        "{% if 标题 %}{{ 标题</w:t></w:r><w:r><w:t> }}{% endif %}",
    ],
)
def test_a_tag_that_word_split_over_runs_is_whole(written: str) -> None:
    whole = template_of("〔这里〕")
    document = part(whole, DOCUMENT).replace("〔这里〕", written)
    template = CompiledTemplate(changed(whole, {DOCUMENT: document}), NAME)
    assert paragraphs(render_with(SPEECH, template)) == ["讲话"]


def test_quotes_that_word_made_round_are_read_in_conditions() -> None:
    assert said(SPEECH, "{% if 标题 == ‘讲话’ %}是{% endif %}") == ["是"]


def test_headers_and_footers_may_have_tags() -> None:
    whole = build_template("speech")
    footer = part(whole, "word/footer1.xml").replace("</w:p>", "<w:r><w:t>{{ 标题 }}&amp;</w:t></w:r></w:p>")
    docx = render_with(
        SPEECH.replace(title="甲<乙>"), CompiledTemplate(changed(whole, {"word/footer1.xml": footer}), NAME)
    )
    assert headers_and_footers(docx) == {"word/footer1.xml": ["— 1 —甲<乙>&"], "word/footer2.xml": ["— 1 —"]}


def test_a_fault_in_a_footer_is_told_as_one() -> None:
    whole = build_template("speech")
    footer = part(whole, "word/footer1.xml").replace("</w:p>", "<w:r><w:t>{{ 错字 }}</w:t></w:r></w:p>")
    template = CompiledTemplate(changed(whole, {"word/footer1.xml": footer}), NAME)
    with pytest.raises(TemplateError, match=r"模板有误（本单位\.docx 页脚，.*没有“错字”这个字段"):
        render_with(SPEECH, template)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("在全区深化全国文明城市创建工作推进会上的讲话", "在全区深化全国文明城市创建工作推进会上的讲话"),
        ("甲&乙<丙>\n丁\t戊", "甲&乙<丙>丁 戊"),
        ("{{ 标题 }}{_{", "{{ 标题 }}{_{"),
    ],
)
def test_the_files_properties_carry_the_title_on_one_line(title: str, shown: str) -> None:
    docx = render_with(SPEECH.replace(title=title), CompiledTemplate(build_template("speech"), NAME))
    core = Package.read(docx).trees["docProps/core.xml"]
    assert [element.text for element in core if element.tag.endswith("}title")] == [shown]


def test_parts_that_are_nobodys_business_stay_as_they_are() -> None:
    extra = {"customXml/item1.xml": "<甲 {{ 标题 }}/>"}
    docx = render_with(SPEECH, CompiledTemplate(changed(build_template("speech"), extra), NAME))
    assert part(docx, "customXml/item1.xml") == "<甲 {{ 标题 }}/>"


# Compiled once ----------------------------------------------------------------------------------------------


def test_one_template_serves_many_threads() -> None:
    template = compiled("{{ 标题 }}", "{{p 正文 }}")
    speeches: list[Document] = [SPEECH.replace(title=f"讲话{number}") for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda speech: paragraphs(render_with(speech, template)), speeches))
    assert [lines[0] for lines in made] == [speech.title for speech in speeches]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OFFICEGEN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_worked_out_is_kept_as_plain_data(cache: Path) -> None:
    first = compiled("{{ 标题 }}")
    (kept,) = cache.iterdir()
    json.loads(kept.read_text(encoding="utf-8"))
    again = compiled("{{ 标题 }}")
    assert render_with(SPEECH, first) == render_with(SPEECH, again)
    compiled("{{ 称呼 }}")
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("spoiled", ["", "[]", "{", "\ufffd", "null"])
def test_a_spoiled_cache_costs_time_and_nothing_else(cache: Path, spoiled: str) -> None:
    compiled("{{ 标题 }}")
    (kept,) = cache.iterdir()
    kept.write_text(spoiled, encoding="utf-8")
    assert said(SPEECH, "{{ 标题 }}") == ["讲话"]
    assert kept.read_text(encoding="utf-8") != spoiled


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("OFFICEGEN_CACHE", str(tmp_path / "file" / "cache"))
    assert said(SPEECH, "{{ 标题 }}") == ["讲话"]


def test_a_template_at_fault_is_not_kept(cache: Path) -> None:
    with pytest.raises(TemplateError):
        compiled("{% set x = 1 %}")
    assert not cache.exists() or list(cache.iterdir()) == []
