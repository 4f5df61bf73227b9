"""``officegen render``: what is written where, and that a fault writes nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from officegen.api import read, render
from officegen.preview import libreoffice
from tests.cli.call import SPEECH, Call, names, write

_NOTICE = "文种: 会议通知\n标题: 关于召开例会的通知\n"


def test_one_form_beside_itself(folder: Path, call: Call) -> None:
    (folder / "sub").mkdir()
    form = write(folder, "sub/讲话.v2.yaml")
    done = call("render", form)
    assert (done.status, done.stdout) == (0, f"已生成：{Path('sub/讲话.v2.docx')}\n")
    assert (folder / "sub/讲话.v2.docx").read_bytes() == render(read(form).documents[0])
    assert done.errors == ""


def test_a_mark_that_is_printed_otherwise_than_typed_is_told(folder: Path, call: Call) -> None:
    form = write(
        folder,
        "a.yaml",
        "文种: 讲话稿\n标题: 讲话\n正文: |\n  一、提高认识\n  1、加强领导。\n  (一)压实责任。\n",
    )
    assert call("render", form).errors.splitlines() == [
        "提示：a.yaml 第5行：“1、”在成文里写作“1.”。",
        "提示：a.yaml 第6行：“(一)”在成文里写作“（一）”。",
    ]


def test_hints_beyond_what_anyone_reads_are_counted(folder: Path, call: Call) -> None:
    form = write(folder, "a.yaml", "文种: 讲话稿\n标题: 讲话\n正文: |\n" + "  一、提高认识\n" * 101)
    hints = call("render", form).errors.splitlines()
    assert len(hints) == 21
    assert hints[-1] == "提示：a.yaml：另有80条，可以用 officegen outline a.yaml --json 查看。"


def test_output_as_a_file_a_folder_and_standard_output(folder: Path, call: Call) -> None:
    form = write(folder, "a.yaml")
    (folder / "there").mkdir()
    for target, path in (("b.docx", "b.docx"), ("new/", "new/a.docx"), ("there", "there/a.docx")):
        done = call("render", form, "-o", target)
        assert (done.status, done.stdout) == (0, f"已生成：{Path(path)}\n")
        assert (folder / path).is_file()
    assert call("render", form, "-o", "-").stdout_bytes == (folder / "b.docx").read_bytes()


def test_several_forms_into_a_folder(folder: Path, call: Call) -> None:
    done = call(
        "render",
        write(folder, "a.yaml"),
        write(folder, "b.json", '{"kind": "speech", "title": "x", "body": "y"}'),
        "-o",
        "out",
    )
    assert done.status == 0
    assert names(folder / "out") == ["a.docx", "b.docx"]


def test_standard_input(folder: Path, call: Call) -> None:
    assert call("render", "-", "-o", "a.docx", stdin=SPEECH.encode("gbk")).status == 0
    json = b'{"kind": "speech", "title": "x", "body": "y"}'
    assert call("render", "-", "-o", "-", stdin=json).stdout_bytes.startswith(b"PK")
    assert call("render", "-", "-o", "out/", stdin=json).stdout == f"已生成：{Path('out/公文.docx')}\n"


def test_several_documents_in_one_form(folder: Path, call: Call) -> None:
    form = write(folder, "a.yaml", f"{SPEECH}---\n{SPEECH}")
    assert call("render", form).status == 0
    assert call("render", form, "-o", "b.docx").status == 0
    assert names(folder) == ["a-1.docx", "a-2.docx", "a.yaml", "b-1.docx", "b-2.docx"]
    done = call("render", form, "-o", "-")
    assert (done.status, done.stdout_bytes) == (2, b"")


def test_the_options_reach_the_document(folder: Path, call: Call) -> None:
    form = write(folder, "a.yaml")
    plain = call("render", form, "-o", "-").stdout_bytes
    assert call("render", form, "-o", "-", "--layout", "page=gbt33476").stdout_bytes != plain
    assert call("render", form, "-o", "-", "--numbering", "auto").stdout_bytes != plain
    assert call("render", form, "-o", "-", "--department", "gbt9704").stdout_bytes == plain


def test_doubts_are_hints_and_faults_when_strict(folder: Path, call: Call) -> None:
    form = write(folder, "a.yaml", _NOTICE + "附件: 名单\n")
    done = call("render", form, "--strict")
    assert (done.status, done.stdout) == (1, "")
    assert done.errors == "错误：a.yaml 第3行：附件“名单”没有内容，只列入附件说明，不另起页。\n"
    assert names(folder) == ["a.yaml"]
    done = call("render", form)
    assert done.status == 0
    assert done.errors == "提示：a.yaml 第3行：附件“名单”没有内容，只列入附件说明，不另起页。\n"


# Wrong input: exit status 1, a message that says where, and nothing written -----------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_NOTICE + "会议地址: x\n", "a.yaml 第3行：没有“会议地址”这一项。是不是“会议地点（place）”？"),
        (_NOTICE + "加盖印章: 好\n", "a.yaml 第3行 加盖印章（seal）：这里要写“是”或“否”，写的是“好”。例如：是。"),
        (_NOTICE + "开头语: [x]\n", "a.yaml 第3行 开头语（opening）：这里要写文字，写成了列表。例如："),
        ("文种: 会议通知\n", "a.yaml 第1行 标题（title）：缺少这一项。例如：关于召开3月份工作例会的通知。"),
        (_NOTICE + "会议地点：x\n", "a.yaml 第3行：YAML 写法有误：“会议地点：x”。“会议地点”后面用了全角冒号"),
        (_NOTICE + "会议时间: 2025年3月18日（星期三）\n", "a.yaml 第3行 会议时间（time）：2025年3月18日是星期二，不是星期三"),
        ("", "a.yaml：里面什么也没有写。可以用“officegen new 会议通知”得到一份带说明的表单。"),
        ("文种: 讲话稿\n标题: x\n正文:\n- 图片: 无.png\n", "a.yaml 第4行 图片（image）：没有找到图片“无.png”。请检查文件名"),
        ("标题: x\n", "a.yaml 第1行：没有写明文种。请在开头写“文种: 会议通知”。"),
        ("文种: 会议\n标题: x\n", "a.yaml 第1行 文种（kind）：没有“会议”这个文种。是不是“会议通知”？"),
    ],
)  # fmt: skip
def test_wrong_input_writes_nothing(folder: Path, call: Call, text: str, said: str) -> None:
    done = call("render", write(folder, "a.yaml", text))
    assert (done.status, done.stdout) == (1, "")
    assert done.errors.startswith(f"错误：{said}")
    assert names(folder) == ["a.yaml"]


def test_a_gbk_form_is_read(folder: Path, call: Call) -> None:
    assert call("render", write(folder, "a.yaml", SPEECH, "gbk")).status == 0


@pytest.mark.parametrize(
    ("source", "said"),
    [("sub", "sub：这是一个文件夹，请指明里面的表单文件。"), ("无.yaml", "无.yaml：没有这个文件"), ("a.wps", "a.wps：读不了“.wps”这种文件")],
)  # fmt: skip
def test_what_is_no_form(folder: Path, call: Call, source: str, said: str) -> None:
    (folder / "sub").mkdir()
    write(folder, "a.wps")
    done = call("render", source)
    assert done.status == 1
    assert done.errors.startswith(f"错误：{said}")
    assert names(folder) == ["a.wps", "sub"]


def test_one_bad_form_among_several_writes_nothing_and_all_faults_are_told(folder: Path, call: Call) -> None:
    forms = [
        write(folder, "a.yaml"),
        write(folder, "b.yaml", "x"),
        write(folder, "c.yaml", "文种: 讲话稿\n标题: x\n"),
    ]
    done = call("render", *forms, "-o", "out")
    assert (done.status, done.stdout) == (1, "")
    first, second = done.errors.splitlines()
    assert first.startswith("错误：b.yaml 第1行：")
    assert second.startswith("错误：c.yaml 第1行 正文（body）：缺少这一项。")
    assert names(folder) == forms


def test_an_output_that_exists(folder: Path, call: Call) -> None:
    form = write(folder, "a.yaml")
    write(folder, "a.docx", "old")
    done = call("render", form)
    assert done.status == 1
    assert done.errors == "错误：a.docx：文件已经存在，没有覆盖它。要覆盖请加 --force，或用 -o 换个名字。\n"
    assert (folder / "a.docx").read_text() == "old"
    assert call("render", form, "--force").status == 0
    assert (folder / "a.docx").read_bytes().startswith(b"PK")


def test_one_existing_output_among_several_writes_nothing(folder: Path, call: Call) -> None:
    forms = [write(folder, "a.yaml"), write(folder, "b.yaml")]
    (folder / "out").mkdir()
    write(folder, "out/b.docx", "old")
    assert call("render", *forms, "-o", "out").status == 1
    assert names(folder / "out") == ["b.docx"]


def test_two_outputs_of_one_name(folder: Path, call: Call) -> None:
    (folder / "sub").mkdir()
    done = call("render", write(folder, "a.yaml"), write(folder, "sub/a.yaml"), "-o", "out")
    assert done.status == 1
    assert "有两份公文都要写成这个文件" in done.errors
    assert names(folder) == ["a.yaml", "sub"]


def test_an_output_folder_that_is_missing(folder: Path, call: Call) -> None:
    done = call("render", write(folder, "a.yaml"), "-o", "无/a.docx")
    assert done.status == 1
    assert done.errors == f"错误：{Path('无/a.docx')}：没有文件夹“无”。请先建好它，或用 -o 换个位置。\n"


def test_an_output_folder_that_cannot_be_written(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = write(folder, "a.yaml")
    locked = folder / "locked"
    locked.mkdir(mode=0o500)
    if os.access(locked, os.W_OK):
        # The superuser may write everywhere; what the system would tell others is told for it.
        monkeypatch.setattr(os, "access", lambda *_: False)
    done = call("render", form, "-o", "locked/a.docx")
    assert done.status == 1
    assert done.errors.startswith(f"错误：{Path('locked/a.docx')}：没有权限在这个文件夹里写文件")
    assert names(locked) == []


# Wrong usage: exit status 2 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.yaml", "--kind", "讲话搞"), "没有“讲话搞”这个文种。是不是“讲话稿”？"),
        (("a.yaml", "--layout", "page"), "--layout 要写成“名称=内容”"),
        (("a.yaml", "--numbering", "x"), "“x”"),
        (("a.yaml", "-o", "b.doc"), "输出文件名请以 .docx 结尾"),
        (("-",), "从标准输入读表单时，请用 -o"),
        (("-", "-", "-o", "out/"), "标准输入只能读一次"),
        (("a.yaml", "a.yaml", "-o", "-"), "标准输出只能写一份"),
        (("a.yaml", "-o", "-", "--pdf"), "写到标准输出时不能同时生成 PDF"),
        ((), "缺少“INPUT”"),
        (("a.yaml", "--forse"), "没有“--forse”这个选项"),
    ],
)
def test_wrong_usage(folder: Path, call: Call, arguments: tuple[str, ...], said: str) -> None:
    write(folder, "a.yaml")
    done = call("render", *arguments, stdin=SPEECH.encode())
    assert (done.status, done.stdout) == (2, "")
    assert done.errors.startswith("错误：")
    assert said in done.errors
    assert names(folder) == ["a.yaml"]


def test_an_unknown_department_is_the_templates_fault(folder: Path, call: Call) -> None:
    done = call("render", write(folder, "a.yaml"), "--department", "无此部门")
    assert done.status == 3
    assert done.errors.startswith("错误：")
    assert names(folder) == ["a.yaml"]


def test_without_libreoffice_no_pdf_and_nothing_else(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    done = call("render", write(folder, "a.yaml"), "--pdf")
    assert done.status == 4
    assert "这台电脑上没有找到。安装办法：" in done.errors
    assert names(folder) == ["a.yaml"]


@pytest.mark.libreoffice
def test_pdf_beside(folder: Path, call: Call) -> None:
    assert call("render", write(folder, "a.yaml"), "--pdf").status == 0
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF")
