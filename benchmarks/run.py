"""`make bench`: officegen against plain docxtpl and against the cost of its own imports, ratios in one run."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterator
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
        taken = take_turns({"": lambda document=document: officegen.render(document)}, 5)[""]
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
        form, made = Path(folder) / "讲话.yaml", Path(folder) / "讲话.docx"
        form.write_text(_form("在市委经济工作会议上的讲话"), encoding="utf-8")
        long_title = Path(folder) / "长标题.yaml"
        long_title.write_text(_form("在全区深化全国文明城市创建工作推进会上的讲话"), encoding="utf-8")
        cli = [sys.executable, "-m", "officegen"]
        times = processes(
            {
                "typer": [sys.executable, "-c", "import typer"],
                "help": [*cli, "--help"],
                "floor": [sys.executable, "-c", "import typer; from pydantic import BaseModel"],
                "render": [*cli, "render", str(form), "-o", str(made), "--force"],
                "long": [*cli, "render", str(long_title), "-o", str(made), "--force"],
            },
            15,
        )
    yield "python -c 'import typer'", f"{times['typer']:.0f} ms", "", ""
    yield "officegen --help", f"{times['help']:.0f} ms", f"{times['help'] / times['typer']:.2f} ×", "≤ 1.5 ×"
    yield "python -c 'import typer; from pydantic import BaseModel'", f"{times['floor']:.0f} ms", "", ""
    yield (
        "officegen render FORM.yaml",
        f"{times['render']:.0f} ms",
        f"{times['render'] / times['floor']:.2f} ×",
        "≤ 2 ×",
    )
    yield (
        "the same, with a title that needs breaking",
        f"{times['long']:.0f} ms",
        f"{times['long'] / times['floor']:.2f} ×",
        "(the segmenter's dictionary)",
    )


def _form(title: str) -> str:
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
