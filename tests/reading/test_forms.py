"""Forms become documents; what is wrong is told with line, field in both names, and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from officegen.documents.blocks import Figure
from officegen.documents.meeting_notice import MeetingNotice
from officegen.documents.speech import Speech
from officegen.errors import InputError, UsageError
from officegen.reading import Changed, Doubt, Reading, read, read_bytes, read_text

_NOTICE = "文种: 会议通知\n标题: 通知\n"
_PNG = b"\x89PNG\r\n\x1a\n"


def _errors(text: str, **options: object) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_text(text, name="f.yaml", **options)  # type: ignore[arg-type]
    return str(caught.value).splitlines()


def _notice(reading: Reading) -> MeetingNotice:
    (document,) = reading.documents
    assert isinstance(document, MeetingNotice)
    return document


def test_both_names_and_all_formats_say_the_same(tmp_path: Path) -> None:
    texts = {
        "a.yaml": "文种: 会议通知\n标题: 通知\n会议地点: 012\n加盖印章: 是\n",
        "b.yml": "kind: meeting-notice\ntitle: 通知\nplace: 012\nseal: true\n",
        "c.json": '{"文种": "会议通知", "title": "通知", "会议地点": "012", "seal": true}',
        "d.toml": 'kind = "会议通知"\n"标题" = "通知"\nplace = "012"\nseal = true\n',
    }
    notices = []
    for name, text in texts.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        notices.append(_notice(read(path)))
    assert all(notice == notices[0] for notice in notices)
    assert notices[0].seal is True
    assert notices[0].place == ["012"]


@pytest.mark.parametrize("word", ["是", "true", "yes", "True"])
def test_yes_in_any_word(word: str) -> None:
    assert _notice(read_text(f"{_NOTICE}加盖印章: {word}")).seal is True
    assert _notice(read_text(f"{_NOTICE}加盖印章: 否")).seal is False


def test_the_callers_kind_goes_before_the_forms() -> None:
    text = "文种: 会议通知\n标题: 讲话\n正文: 同志们"
    assert isinstance(read_text(text, kind="speech").documents[0], Speech)
    assert isinstance(read_text("标题: 讲话\n正文: 同志们", kind="讲话稿").documents[0], Speech)


def test_an_unknown_kind_is_wrong_usage_from_the_caller_and_wrong_input_in_a_form() -> None:
    with pytest.raises(UsageError, match="是不是“讲话稿”"):
        read_text(_NOTICE, kind="讲话搞")
    (error,) = _errors("标题: x\n文种: 会议通只\n")
    assert error.startswith("f.yaml 第2行 文种（kind）：没有“会议通只”这个文种。是不是“会议通知”？")


def test_a_form_without_a_kind() -> None:
    (error,) = _errors("标题: x\n")
    assert "没有写明文种。请在开头写“文种: 会议通知”" in error
    assert "讲话稿（speech）" in error


def test_several_documents_in_one_file_and_all_their_faults() -> None:
    text = "文种: 讲话稿\n标题: 一\n正文: x\n---\nkind: pledge\ntitle: 二\nbody: y\n---\n"
    assert [document.kind for document in read_text(text).documents] == ["speech", "pledge"]
    errors = _errors("文种: 讲话稿\n正文: x\n---\nkind: pledge\ntitle: 二\n")
    assert [error.split("：")[0] for error in errors] == [
        "f.yaml 第1行 标题（title）",
        "f.yaml 第4行 正文（body）",
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("地点: x\n成文时间: x", ["第3行：没有“地点”这一项。是不是“会议地点（place）”？", "第4行：没有“成文时间”"]),
        ("会议地点: a\nplace: b", ["第4行：“会议地点（place）”写了两次，请只留一处。"]),
        ("开头语: [a]", ["第3行 开头语（opening）：这里要写文字，写成了列表。例如："]),
        ("开头语: {a: b}", ["第3行 开头语（opening）：这里要写文字，写成了一组“名称: 内容”。"]),
        ("版头: x", ["第3行 版头（masthead）：这里要分项写（名称: 内容）；写的是“x”。例如：{发文机关标志:"]),
        ("会议安排:\n- 名称: 报到\n  时间: [x]", ["第5行 会议安排（sessions）第1项 时间（time）：这里要写文字"]),
        ("会议安排:\n- 名称: 报到", ["第4行 会议安排（sessions）第1项 时间（time）：缺少这一项。例如：2025年5月14日"]),
        ("会议安排:\n- 名称：报到", ["第4行 会议安排（sessions）第1项：", "冒号要用半角，后面空一格，如“名称: ……”"]),
        ("会议安排:\n- 报到", ["第4行 会议安排（sessions）第1项：这里要分项写", "例如：{名称: 报到"]),
        ("会议安排:\n- {名称: a, 时间: b, 地方: c}", ["第4行 会议安排（sessions）第1项：没有“地方”这一项。是不是“地点（place）”？"]),
        ("加盖印章: 好", ["第3行 加盖印章（seal）：这里要写“是”或“否”，写的是“好”。"]),
        ("成文日期: 三月", ["第3行 成文日期（date）：“三月”不是年月日齐全的日期。"]),
        ("成文日期: 2025-02-30", ["第3行 成文日期（date）：日历上没有“2025-02-30”这一天"]),
        ("成文日期: [x]", ["第3行 成文日期（date）：这里要写日期，写成了列表。例如：2025-03-14。"]),
        ("版头: {发文机关标志: x, 发文字号: 'a(2025)03号'}", ["第3行 版头（masthead） 发文字号（document_number）：", "请写成“a〔2025〕3号”"]),
        ("版头: {发文机关标志: x, 标志后缀: y}", ["标志后缀（mark_suffix）：这里只能写“文件”、“无”，写的是“y”。"]),
        ("附件:\n- 标题: x\n  内容:\n  - 表头: [a]\n    空行: 多", ["第7行 附件（attachments）第1项 内容（body）第1项 空行（blank_rows）：这里要写整数，写的是“多”。例如：8。"]),
        ("附件:\n- 标题: x\n  内容:\n  - 表头: [a]\n    空行: -1", ["空行（blank_rows）：不能小于0，写的是“-1”。"]),
        ("附件:\n- 标题: x\n  内容:\n  - 表头: [a]\n    行: [[a, b]]", ["第6行 附件（attachments）第1项 内容（body）第1项：表格第1行占2列，应是1列。"]),
        ("正文:\n- a\n- {x: y}", ["第5行 正文（body）第2项：看不出这一块是什么。"]),
        ("改标题: {会议时间: [x]}", ["第3行 改标题（headings） “会议时间”：这里要写文字"]),
        ("会议时间: 2025年3月18日（星期三）", ["第3行 会议时间（time）：2025年3月18日是星期二，不是星期三"]),
        ("版头: {发文机关标志: []}", ["发文机关标志（issuing_mark）：至少要写1项。"]),
    ],
)  # fmt: skip
def test_faults_say_line_field_and_remedy(lines: str, said: list[str]) -> None:
    errors = "\n".join(_errors(_NOTICE + lines))
    for words in said:
        assert words in errors


def test_a_missing_title_shows_an_example() -> None:
    assert _errors("文种: 会议通知") == [
        "f.yaml 第1行 标题（title）：缺少这一项。例如：关于召开3月份工作例会的通知。"
    ]


@pytest.mark.parametrize("text", ["", " \n", "# 只有说明\n", "---\n---\n", "\ufeff"])
def test_nothing_in_it(text: str) -> None:
    (error,) = _errors(text)
    assert "里面什么也没有写" in error
    assert "officegen new" in error


@pytest.mark.parametrize("text", ["标题：通知", "- a\n- b", "通知"])
def test_no_form(text: str) -> None:
    (error,) = _errors(text)
    assert "表单要写成一项一项的“名称: 内容”" in error


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有这个文件"):
        read(tmp_path / "none.yaml")
    with pytest.raises(InputError, match="这是一个文件夹"):
        read(tmp_path)
    (tmp_path / "a.pages").write_text("x")
    with pytest.raises(InputError, match=r"读不了“.pages”这种文件。现在能读的表单有 YAML"):
        read(tmp_path / "a.pages")
    with pytest.raises(InputError, match="读不了这个文件"):
        read("a\0.yaml")


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match="没有权限读这个文件"):
        read(tmp_path / "a.yaml")


def test_a_gbk_form_just_works(tmp_path: Path) -> None:
    path = tmp_path / "通知.yaml"
    path.write_bytes((_NOTICE + "会议地点: 局机关三楼第二会议室\n").encode("gbk"))
    assert _notice(read(path)).place == ["局机关三楼第二会议室"]


def test_windows_line_ends_and_marks() -> None:
    text = "\ufeff文种: 会议通知\r\n标题: 通知\r\n地点: x\r\n"
    assert _errors(text)[0].startswith("f.yaml 第3行")


def test_bytes_may_be_json_or_yaml() -> None:
    assert read_bytes(b' {"kind": "speech", "title": "x", "body": "y"}').documents[0].kind == "speech"
    assert read_bytes("文种: 讲话稿\n标题: x\n正文: y".encode("gbk")).documents[0].kind == "speech"


def test_pictures_are_found_beside_the_form(tmp_path: Path) -> None:
    (tmp_path / "图.png").write_bytes(_PNG)
    form = tmp_path / "f.yaml"
    body = "- 图片: 图.png\n- 标题: 一、层次\n  内容: [{图片: 图.png}]\n"
    form.write_text(
        f"文种: 讲话稿\n标题: x\n正文:\n{body}附件:\n- 标题: a\n  内容: {{图片: 图.png}}\n", encoding="utf-8"
    )
    (document,) = read(form).documents
    assert isinstance(document, Speech)
    figures = [document.body[0], document.body[1].blocks[0], document.attachments[0].body[0]]  # type: ignore[union-attr]
    assert [Path(figure.image) for figure in figures if isinstance(figure, Figure)] == [
        tmp_path / "图.png"
    ] * 3


def test_a_missing_picture_is_refused_with_its_line(tmp_path: Path) -> None:
    form = tmp_path / "f.yaml"
    form.write_text(
        "文种: 讲话稿\n标题: x\n正文:\n- 图片: 甲.png\n- 文字\n- 图片: 乙.png\n- 图片: 甲.png\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError) as caught:
        read(form)
    assert [problem.line for problem in caught.value.problems] == [4, 6, 7]
    assert "图片（image）：没有找到图片“甲.png”" in str(caught.value)


def test_what_is_printed_otherwise_is_reported() -> None:
    report = read_text("文种: 讲话稿\n标题: x\n正文: |\n  (一)甲。\n  (二)乙。\n").report
    assert report.changed == (
        Changed(4, "(一)", "（一）", "mark-normalised"),
        Changed(5, "(二)", "（二）", "mark-normalised"),
    )
    assert report.dropped == ()


def test_doubts_have_line_and_excerpt() -> None:
    report = read_text(_NOTICE + "附件:\n- 甲\n- 乙\n").report
    assert report.doubts[1] == Doubt(
        5, "attachment-without-content", "附件“乙”没有内容，只列入附件说明，不另起页。", "- 乙"
    )
    assert report.as_json()["doubts"][0]["line"] == 4
