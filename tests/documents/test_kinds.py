"""Kinds are plug-ins: found by either name, and one from another distribution is as good as a built-in one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from officegen.documents.kinds import find_kind, kinds
from officegen.errors import UsageError
from officegen.packs.build import build_template
from tests.support.fandol import ROOT


@pytest.mark.parametrize(
    ("name", "label", "model"),
    [
        ("meeting-notice", "会议通知", "MeetingNotice"),
        ("speech", "讲话稿", "Speech"),
        ("pledge", "表态发言", "Pledge"),
    ],
)
def test_a_kind_goes_by_both_names(name: str, label: str, model: str) -> None:
    for asked in (name, label, f" {label} "):
        kind = find_kind(asked)
        assert (kind.name, kind.label, kind.model.__name__) == (name, label, model)
        assert (kind.model.kind, kind.model.label) == (name, label)


def test_an_unknown_kind_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError) as refused:
        find_kind("会议通告")
    assert str(refused.value).startswith(
        "没有“会议通告”这个文种。是不是“会议通知”？现有文种：会议通知（meeting-notice）"
    )
    with pytest.raises(UsageError, match="没有“诗歌”这个文种。现有文种："):
        find_kind("诗歌")


def test_kinds_are_listed_by_name() -> None:
    names = [kind.name for kind in kinds()]
    assert names == sorted(names)
    assert {"meeting-notice", "pledge", "speech"} <= set(names)


# A kind of somebody else's ----------------------------------------------------------------------------------

CONGRATULATION = '''
from typing import Annotated, ClassVar

from officegen.documents.blocks import Block, Body
from officegen.documents.document import Document
from officegen.documents.fields import entry
from officegen.documents.text import Line


class Congratulation(Document):
    """贺信: words of congratulation."""

    kind: ClassVar[str] = "congratulation"
    label: ClassVar[str] = "贺信"

    salutation: Annotated[Line, entry("称呼", "写给谁。", example="市一中：")]
    body: Annotated[Body, entry("正文", "正文。", example="值此校庆之际，谨致祝贺。")]

    def main_text(self) -> list[Block]:
        return self.body
'''

USE = """
import officegen
from officegen.documents.kinds import find_kind
from tests.support.docx_text import paragraphs
kind = find_kind("贺信")
document = kind.model.model_validate({"文种": "贺信", "标题": "贺信", "称呼": "市一中", "正文": "谨致祝贺。"})
print(*[kind.name for kind in officegen.kinds()])
print("|".join(paragraphs(officegen.render(document))))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder on sys.path with one distribution installed in it, as pip would leave it there."""
    package = tmp_path / "greetings"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "congratulation.py").write_text(CONGRATULATION, encoding="utf-8")
    (package / "congratulation.docx").write_bytes(build_template("speech"))
    info = tmp_path / "greetings-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: greetings\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[officegen.kinds]\ncongratulation.贺信 = greetings.congratulation:Congratulation\n", encoding="utf-8"
    )
    return tmp_path


def _use(site: Path, code: str = USE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(site), str(ROOT))), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=site,
    )


def test_a_kind_from_another_distribution_is_found_and_rendered(site: Path) -> None:
    # The speech's template asks for fields that a 贺信 does not have; this one asks for what it has.
    from officegen.package import deflate, read_package, write_package

    template = read_package(build_template("speech"))
    document = template["word/document.xml"].decode()
    head, tail = document.index("<w:body>") + len("<w:body>"), document.index("<w:sectPr>")
    own = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{tag}</w:t></w:r></w:p>'
        for style, tag in (
            ("GwTitle", "{{ 标题 }}"),
            ("GwSalutation", "{{ 称呼 }}"),
            ("GwBody", "{{p 正文 }}"),
        )
    )
    template["word/document.xml"] = (document[:head] + own + document[tail:]).encode()
    (site / "greetings" / "congratulation.docx").write_bytes(
        write_package(deflate(name, part) for name, part in template.items())
    )
    done = _use(site)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "congratulation meeting-notice pledge speech",
        "贺信|市一中：|谨致祝贺。",
    ]


def test_a_template_that_asks_for_fields_the_kind_does_not_have_is_at_fault(site: Path) -> None:
    done = _use(site)
    assert "TemplateError: 模板有误（greetings/congratulation.docx 正文" in done.stderr
    assert "没有“" in done.stderr


def test_a_kind_without_a_template_is_told(site: Path) -> None:
    (site / "greetings" / "congratulation.docx").unlink()
    assert "没有“贺信”的模板（congratulation.docx）" in _use(site).stderr


def test_what_is_registered_must_be_a_model(site: Path) -> None:
    (site / "greetings-1.0.dist-info" / "entry_points.txt").write_text(
        "[officegen.kinds]\ncongratulation.贺信 = greetings.congratulation:Body\n", encoding="utf-8"
    )
    assert "UsageError: 文种“贺信”登记的不是文种模型：greetings.congratulation:Body" in _use(site).stderr
