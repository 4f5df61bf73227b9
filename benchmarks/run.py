"""`make bench`: officegen against plain docxtpl and against the cost of its own imports, ratios in one run."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from looped import looped
from timing import processes, take_turns
from workload import speech

import officegen
from officegen.documents.kinds import find_kind
from officegen.packs.pack import open_pack
from officegen.typesetting.context import build_context
from officegen.typesetting.figures import Figures
from officegen.typesetting.flow import BodySetter
from officegen.typesetting.language import body_environment
from officegen.typesetting.template import CompiledTemplate

Row = tuple[str, str, str, str]


def by_docxtpl(template: bytes, context: dict[str, Any]) -> bytes:
    """What a plain docxtpl script does for each document."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(context, jinja_env=body_environment())
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def same_template_and_data() -> Iterator[Row]:
    """One more render in a running process: one template that loops over the body, one dict of data."""
    form = speech()
    document = officegen.Speech.model_validate(form)
    file = open_pack().template(find_kind("speech"))
    data = looped(file.data)
    compiled = CompiledTemplate(data, "looped.docx")
    context = _context(document, compiled)
    context["正文"] = [entry for entry in context["正文"] if entry["text"] or entry["heading"]]
    context["表"] = form["body"][1]["rows"]
    times = take_turns(
        {"docxtpl": lambda: by_docxtpl(data, context), "ours": lambda: compiled.render(context, {}, {})}, 60
    )
    yield "plain docxtpl: one more render of a template and data", f"{times['docxtpl']:.2f} ms", "", ""
    ratio = times["docxtpl"] / times["ours"]
    yield (
        "officegen: the same template, the same data",
        f"{times['ours']:.2f} ms",
        f"{ratio:.0f} × as fast",
        "≥ 20 ×",
    )


def whole_documents() -> Iterator[Row]:
    """From the document to the file; docxtpl is handed officegen's finished body, which it could not make."""
    document = officegen.Speech.model_validate(speech())
    file = open_pack().template(find_kind("speech"))
    compiled = CompiledTemplate(file.data, file.name)
    times = take_turns(
        {
            "docxtpl": lambda: by_docxtpl(file.data, _context(document, compiled)),
            "ours": lambda: officegen.render(document),
        },
        60,
    )
    yield "plain docxtpl around officegen's body", f"{times['docxtpl']:.2f} ms", "", ""
    ratio = times["docxtpl"] / times["ours"]
    yield "officegen.render(document)", f"{times['ours']:.2f} ms", f"{ratio:.0f} × as fast", ""


def _context(document: officegen.Document, compiled: CompiledTemplate) -> dict[str, Any]:
    sheet = compiled.sheet
    return build_context(document, sheet, BodySetter(sheet, Figures(sheet)))


def growth() -> Iterator[Row]:
    """Reading nothing, rendering bodies of 100 to 10,000 paragraphs."""
    first = 0.0
    for paragraphs in (100, 1_000, 10_000):
        document = officegen.Speech.model_validate(speech(paragraphs, table=False))
        taken = take_turns({"": partial(officegen.render, document)}, 5)[""]
        first = first or taken / paragraphs
        share = taken / paragraphs / first
        yield (
            f"render, {paragraphs:,} paragraphs",
            f"{taken:.2f} ms",
            f"{share:.2f} × per paragraph",
            "≤ 1.0 (linear)",
        )


def cold_start() -> Iterator[Row]:
    """Whole processes: the command line against the imports it cannot do without."""
    with tempfile.TemporaryDirectory() as folder:
        made = str(Path(folder) / "公文.docx")
        forms = {
            "officegen render, a speech": _speech_form("在市委经济工作会议上的讲话"),
            "officegen render, a meeting notice": _NOTICE,
            "officegen render, a title of two lines": _speech_form(
                "在全区深化全国文明城市创建工作推进会上的讲话"
            ),
        }
        cli = [str(Path(sys.executable).with_name("officegen"))]
        commands = {
            _TYPER: [sys.executable, "-c", "import typer"],
            "officegen --help": [*cli, "--help"],
            _FLOOR: [sys.executable, "-c", "import typer; from pydantic import BaseModel"],
        }
        for number, (name, text) in enumerate(forms.items()):
            form = Path(folder) / f"{number}.yaml"
            form.write_text(text, encoding="utf-8")
            commands[name] = [*cli, "render", str(form), "-o", made, "--force"]
        times = processes(commands, 15)
    for name, taken in times.items():
        if name in (_TYPER, _FLOOR):
            yield name, f"{taken:.0f} ms", "", ""
        elif name == "officegen --help":
            yield name, f"{taken:.0f} ms", f"{taken / times[_TYPER]:.2f} ×", "≤ 1.5 ×"
        else:
            target = "≤ 2 ×" if name.endswith("a speech") else ""
            yield name, f"{taken:.0f} ms", f"{taken / times[_FLOOR]:.2f} ×", target


_TYPER = "python -c 'import typer'"
_FLOOR = "python -c 'import typer; from pydantic import BaseModel'"
_NOTICE = """文种: 会议通知
标题: 关于召开3月份工作例会的通知
主送机关: [机关各科室, 局属各单位]
会议时间: 2025年3月18日（星期二）下午2:30
会议地点: 局机关三楼第二会议室
参会人员: [局领导班子成员, 机关各科室负责人]
会议议程: [各科室汇报工作, 局长讲话]
发文机关: 云泽市城市管理局办公室
成文日期: 2025-03-14
"""


def _speech_form(title: str) -> str:
    text = "\n".join(f"  {line}" for line in speech(table=False)["body"][0].split("\n"))
    return f"文种: 讲话稿\n标题: {title}\n发言人: 周海涛\n日期: 2025-03-20\n称呼: 同志们：\n正文: |\n{text}\n"


def main() -> None:
    rows: list[Row] = [("what", "median", "ratio", "target")]
    for measure in (same_template_and_data, whole_documents, growth, cold_start):
        rows += measure()
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for index, row in enumerate(rows):
        print("| " + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) + " |")
        if index == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


if __name__ == "__main__":
    main()
