"""The other commands, and what all have in common."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from officegen import __version__
from officegen.documents.kinds import kinds
from officegen.preview import fonts, libreoffice, pictures
from officegen.reading.blank import blank_form
from tests.cli.call import SPEECH, Call, names, write

_COMMANDS = ("render", "outline", "new", "kinds", "schema", "preview", "doctor")


def _run(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "officegen", *arguments],
        capture_output=True,
        cwd=cwd,
        env=os.environ | environment,
        check=False,
    )


def test_help_is_chinese(call: Call) -> None:
    done = call("--help")
    assert done.status == 0
    assert all(command in done.stdout for command in _COMMANDS)
    for command in _COMMANDS:
        shown = call(command, "--help")
        assert shown.status == 0
        for english in ("Usage", "Options", "Arguments", "Show this", "required", "default"):
            assert english not in shown.stdout


def test_without_a_command_the_help_is_shown(call: Call) -> None:
    done = call()
    assert done.status == 2
    assert done.errors.startswith("用法：")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rendr",), "错误：没有“rendr”这个命令。是不是 render？用法见：officegen --help\n"),
        (("--foo",), "错误：没有“--foo”这个选项。用法见：officegen --help\n"),
        (("outline", "a", "b"), "错误：多写了“b”。用法见：officegen outline --help\n"),
        (("preview", "a", "--dpi", "x"), "错误：“--dpi”要写数。用法见：officegen preview --help\n"),
        (("preview", "a", "--dpi", "1"), "错误：“--dpi”不能小于36。用法见：officegen preview --help\n"),
    ],
)
def test_wrong_usage_is_told_in_chinese(call: Call, arguments: tuple[str, ...], said: str) -> None:
    done = call(*arguments)
    assert (done.status, done.errors) == (2, said)


def test_version(call: Call) -> None:
    assert call("--version").stdout == f"officegen {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    heavy = ("docx", "docxtpl", "lxml", "jinja2", "pydantic", "yaml", "rich", "platformdirs")
    code = (
        "import sys; from officegen.cli import main\n"
        "sys.argv = ['officegen', '--help']\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_a_whole_process(tmp_path: Path) -> None:
    write(tmp_path, "讲话.yaml")
    done = _run("render", "讲话.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"已生成：讲话.docx{os.linesep}", b"")
    done = _run("render", "讲话.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("错误：讲话.docx：文件已经存在")


def test_output_is_utf8_whatever_the_code_page(tmp_path: Path) -> None:
    done = _run("kinds", PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert "会议通知（meeting-notice）" in done.stdout.decode()


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with pipes")
def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"'{sys.executable}' -m officegen schema 会议通知; echo status $? >&2"
    done = subprocess.run(
        ["sh", "-c", f"({command}) | head -c 1"], capture_output=True, text=True, check=True
    )
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_kinds(call: Call) -> None:
    assert call("kinds").stdout.splitlines() == [f"{kind.label}（{kind.name}）" for kind in kinds()]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_a_new_form_renders_as_it_stands(folder: Path, call: Call, kind: object) -> None:
    label = kind.label  # type: ignore[attr-defined]
    assert call("new", label, "-o", "a.yaml").status == 0
    assert (folder / "a.yaml").read_text(encoding="utf-8") == blank_form(kind)  # type: ignore[arg-type]
    assert call("new", label).stdout == blank_form(kind)  # type: ignore[arg-type]
    done = call("render", "a.yaml", "--strict")
    assert (done.status, done.errors) == (0, "")


def test_new_replaces_nothing(folder: Path, call: Call) -> None:
    write(folder, "a.yaml", "old")
    assert call("new", "speech", "-o", "a.yaml").status == 1
    assert (folder / "a.yaml").read_text() == "old"
    assert call("new", "speech", "-o", "a.yaml", "--force").status == 0
    assert call("new", "讲话搞").status == 2


def test_schema(call: Call) -> None:
    schema = json.loads(call("schema", "讲话稿").stdout)
    assert schema["title"] == "讲话稿"
    assert {"标题", "title", "文种", "kind"} <= schema["properties"].keys()


def test_outline(folder: Path, call: Call) -> None:
    form = write(folder, "a.yaml", f"{SPEECH}附件: 名单\n---\n{SPEECH}")
    done = call("outline", form)
    assert done.stdout.count("讲话稿：在推进会上的讲话") == 2
    assert done.errors.startswith("提示：a.yaml 第5行：附件“名单”没有内容")
    view = json.loads(call("outline", form, "--json").stdout)
    assert list(view) == ["documents", "report"]
    assert [document["entries"][0]["heading"] for document in view["documents"]] == ["提高认识"] * 2
    assert view["report"]["doubts"][0]["line"] == 5
    assert names(folder) == ["a.yaml"]


def test_doctor_says_what_is_there(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "installed_families", lambda: frozenset({"仿宋_GB2312", "KaiTi"}))
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    done = call("doctor")
    assert done.status == 0
    assert f"officegen {__version__}" in done.stdout
    assert "✓ 仿宋：仿宋_GB2312" in done.stdout
    assert "✓ 楷体：没有 楷体_GB2312，屏幕上可以用 KaiTi 代替。" in done.stdout
    assert "✗ 黑体：没有 黑体，也没有能代替它的字体。" in done.stdout
    assert "缺字体不影响生成的文件" in done.stdout
    assert "✗ 没有找到。安装办法：" in done.stdout


def test_doctor_on_this_machine(call: Call) -> None:
    assert call("doctor").status == 0


def test_preview_without_the_extra(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    done = call("preview", write(folder, "a.yaml"))
    assert done.status == 4
    assert done.errors == '错误：生成页面图片要另装两个包，请运行：pip install "officegen[preview]"\n'


def test_preview_without_libreoffice(folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    done = call("preview", write(folder, "a.yaml"))
    assert done.status == 4
    assert "LibreOffice" in done.errors
    assert names(folder) == ["a.yaml"]


@pytest.mark.libreoffice
def test_preview(folder: Path, call: Call) -> None:
    form = write(folder, "a.yaml")
    done = call("preview", form, "--pdf")
    assert done.status == 0
    assert names(folder / "a-预览") == ["a.pdf", "page-1.png"]
    assert (folder / "a-预览/page-1.png").read_bytes().startswith(b"\x89PNG")
    assert call("preview", form).status == 1
